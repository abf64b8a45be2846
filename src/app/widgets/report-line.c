/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is one widget that draws its cells: ten labels a row would make long books slow. Words
 * wrap, so that nothing is cut off. */
#include "app/widgets/report-line.h"

#include "app/widgets/report-chart.h"
#include "app/widgets/report-heading.h"
#include "app/widgets/report-text.h"

#define ABOVE_PX 4
#define TITLE_ABOVE_PX 14
#define SIDE_PX 12
#define CHART_MOST_PX 900

struct _SheafReportLine
{
  GtkWidget                    parent_instance;
  const SheafReportPlace      *place;
  const SheafReportLineRecord *record;
  GtkWidget                   *heading; /* NULL until there was one, likewise below */
  GtkWidget                   *chart;
  gboolean                     fixed; /* outside the list: as wide as its place */
  int                          offset_px;
};

G_DEFINE_FINAL_TYPE (SheafReportLine, sheaf_report_line, GTK_TYPE_WIDGET)

static gboolean
is_bold (const SheafReportRow *row)
{
  return row->bold || row->kind == SHEAF_ROW_KIND_TOTAL || row->kind == SHEAF_ROW_KIND_HEADING;
}

static int
above_px (const SheafReportLineRecord *record)
{
  return record->kind == SHEAF_REPORT_LINE_TITLE ? TITLE_ABOVE_PX : ABOVE_PX;
}

static PangoLayout *
write_words (SheafReportLine *line,
             int              width)
{
  GtkWidget                   *widget = GTK_WIDGET (line);
  const SheafReportLineRecord *record = line->record;
  PangoLayout                 *words = gtk_widget_create_pango_layout (widget, record->text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (record->kind == SHEAF_REPORT_LINE_TITLE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (words, attributes);
  pango_layout_set_width (words, MAX (width - 2 * SIDE_PX, 1) * PANGO_SCALE);
  pango_layout_set_wrap (words, PANGO_WRAP_WORD_CHAR);
  return words;
}

/* The first column of words carries the indent. */
static int
indent_px (const SheafReportLineRecord *record,
           guint                        column)
{
  for (guint i = 0; i <= column; i++)
    if (((const SheafReportColumn *) record->layout->columns->pdata[i])->kind == SHEAF_CELL_TEXT &&
        record->row->cells[i].state == SHEAF_CELL_FILLED)
      return i == column ? (int) record->row->indent * 2 * SHEAF_REPORT_PADDING_PX : 0;
  return 0;
}

/* Words of a heading or a sum may run on over the empty cells behind them. */
static guint
last_of_words (const SheafReportLineRecord *record,
               guint                        column)
{
  guint last = column;

  if (record->row->kind == SHEAF_ROW_KIND_LINE)
    return column;
  while (last + 1 < record->layout->columns->len &&
         record->row->cells[last + 1].state == SHEAF_CELL_EMPTY)
    last++;
  return last;
}

/* NULL for an empty cell. */
static PangoLayout *
write_cell (SheafReportLine *line,
            guint            column)
{
  const SheafReportLineRecord *record = line->record;
  const SheafReportColumn     *of = record->layout->columns->pdata[column];
  g_autofree char             *text = sheaf_report_text_cell (&record->row->cells[column], of->kind,
                                                              line->place->currency);

  if (*text == '\0')
    return NULL;
  return sheaf_report_layout_write (record->layout, GTK_WIDGET (line), column,
                                    last_of_words (record, column), text,
                                    indent_px (record, column), is_bold (record->row));
}

static int
measure_row (SheafReportLine *line,
             int              width)
{
  SheafReportLayout *layout = line->record->layout;
  g_autoptr (PangoLayout) one = gtk_widget_create_pango_layout (GTK_WIDGET (line), "0");
  int height = 0;

  sheaf_report_layout_fit (layout, MAX (width, layout->least_px));
  pango_layout_get_pixel_size (one, NULL, &height);
  for (guint i = 0; i < layout->columns->len; i++)
    if (((const SheafReportColumn *) layout->columns->pdata[i])->kind == SHEAF_CELL_TEXT)
      {
        g_autoptr (PangoLayout) words = write_cell (line, i);
        int its = 0;

        if (words != NULL)
          pango_layout_get_pixel_size (words, NULL, &its);
        height = MAX (height, its);
      }
  return height;
}

/* Wider, the eye would lose the bar on the way to its title. */
static int
chart_width (int width)
{
  return CLAMP (width - 2 * SIDE_PX, 1, CHART_MOST_PX);
}

static int
measure_height (SheafReportLine *line,
                int              width)
{
  const SheafReportLineRecord *record = line->record;
  int                          height = 0;

  if (record == NULL)
    return 0;
  if (record->kind == SHEAF_REPORT_LINE_HEADING)
    {
      gtk_widget_measure (line->heading, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL,
                          NULL);
      return height;
    }
  if (record->kind == SHEAF_REPORT_LINE_CHART)
    gtk_widget_measure (line->chart, GTK_ORIENTATION_VERTICAL, chart_width (width), &height, NULL,
                        NULL, NULL);
  else if (record->kind == SHEAF_REPORT_LINE_ROW)
    height = measure_row (line, width);
  else
    {
      g_autoptr (PangoLayout) words = write_words (line, width);

      pango_layout_get_pixel_size (words, NULL, &height);
    }
  return height + above_px (record) + ABOVE_PX;
}

static void
sheaf_report_line_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  SheafReportLine *line = SHEAF_REPORT_LINE (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = measure_height (line, for_size > 0 ? for_size : 600);
  else
    *minimum = line->record != NULL && line->record->layout != NULL && !line->fixed
                   ? line->record->layout->least_px
                   : 0;
  *natural = *minimum;
}

static GtkSizeRequestMode
sheaf_report_line_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sheaf_report_line_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SheafReportLine *line = SHEAF_REPORT_LINE (widget);
  GtkAllocation    whole = { 0, 0, width, height };

  if (line->heading != NULL && gtk_widget_should_layout (line->heading))
    gtk_widget_size_allocate (line->heading, &whole, baseline);
  if (line->chart == NULL || !gtk_widget_should_layout (line->chart))
    return;
  whole = (GtkAllocation){ SIDE_PX, 2 * ABOVE_PX, chart_width (width),
                           MAX (height - 2 * ABOVE_PX, 0) };
  gtk_widget_size_allocate (line->chart, &whole, baseline);
}

static void
get_colour (GtkWidget *widget,
            float      alpha,
            GdkRGBA   *ret_colour)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), ret_colour);
  ret_colour->alpha *= alpha;
}

static void
draw_rule (SheafReportLine *line,
           GtkSnapshot     *snapshot,
           int              x,
           int              y,
           int              width,
           int              height,
           float            alpha)
{
  GdkRGBA colour;

  get_colour (GTK_WIDGET (line), alpha, &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                  (float) height));
}

static void
draw_text (SheafReportLine *line,
           GtkSnapshot     *snapshot,
           PangoLayout     *text,
           int              x,
           int              y)
{
  GdkRGBA colour;

  get_colour (GTK_WIDGET (line), 1.0f, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, text, &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_selected (SheafReportLine *line)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (line));

  return parent != NULL &&
         (gtk_widget_get_state_flags (parent) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
draw_cell (SheafReportLine *line,
           GtkSnapshot     *snapshot,
           guint            column,
           int              height)
{
  const SheafReportLayout *layout = line->record->layout;
  const SheafReportColumn *of = layout->columns->pdata[column];
  g_autoptr (PangoLayout) text = write_cell (line, column);
  gboolean crossed = line->record->row->cells[column].state == SHEAF_CELL_CROSSED;
  int      x = layout->x[column];
  int      width = 0;

  if (line->place->cells && column == line->place->column && is_selected (line) &&
      (line->place->words || sheaf_cell_kind_is_number (of->kind)))
    {
      draw_rule (line, snapshot, x + 2, 1, layout->width[column] - 4, height - 2, 0.10f);
      draw_rule (line, snapshot, x + 2, height - 3, layout->width[column] - 4, 2, 0.85f);
    }
  if (text == NULL)
    return;
  pango_layout_get_pixel_size (text, &width, NULL);
  if (crossed)
    x += (layout->width[column] - width) / 2;
  else if (sheaf_cell_kind_is_number (of->kind))
    x += layout->width[column] - SHEAF_REPORT_PADDING_PX - width;
  else
    x += SHEAF_REPORT_PADDING_PX + indent_px (line->record, column);
  draw_text (line, snapshot, text, x, ABOVE_PX);
}

static void
draw_row (SheafReportLine *line,
          GtkSnapshot     *snapshot,
          int              width,
          int              height)
{
  SheafReportLayout *layout = line->record->layout;
  guint              last = layout->columns->len - 1;
  gboolean           total = line->record->row->kind == SHEAF_ROW_KIND_TOTAL;
  int                end;

  sheaf_report_layout_fit (layout, MAX (width, layout->least_px));
  end = layout->x[last] + layout->width[last];
  if (total)
    draw_rule (line, snapshot, layout->x[0], 0, end - layout->x[0], 1, 0.55f);
  draw_rule (line, snapshot, layout->x[0], height - 1, end - layout->x[0], 1, 0.12f);
  for (guint i = 0; i < layout->columns->len; i++)
    {
      draw_rule (line, snapshot, layout->x[i], 0, 1, height, 0.12f);
      draw_cell (line, snapshot, i, height);
    }
  draw_rule (line, snapshot, end - 1, 0, 1, height, 0.12f);
}

static void
sheaf_report_line_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SheafReportLine *line = SHEAF_REPORT_LINE (widget);
  int              width = gtk_widget_get_width (widget);

  if (line->record == NULL)
    return;
  if (line->record->kind == SHEAF_REPORT_LINE_HEADING)
    {
      gtk_widget_snapshot_child (widget, line->heading, snapshot);
      return;
    }
  if (line->record->kind == SHEAF_REPORT_LINE_CHART)
    {
      gtk_widget_snapshot_child (widget, line->chart, snapshot);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -line->offset_px, 0));
  if (line->record->kind == SHEAF_REPORT_LINE_ROW)
    draw_row (line, snapshot, width, gtk_widget_get_height (widget));
  else
    {
      g_autoptr (PangoLayout) words = write_words (line, width);

      draw_text (line, snapshot, words, SIDE_PX, above_px (line->record));
    }
  gtk_snapshot_restore (snapshot);
}

/* The words are told on the row that has the focus too. */
static void
tell_words (SheafReportLine *line)
{
  const SheafReportLineRecord *record = line->record;
  GtkWidget                   *parent = gtk_widget_get_parent (GTK_WIDGET (line));
  g_autofree char             *words = NULL;

  if (record == NULL)
    return;
  if (record->kind == SHEAF_REPORT_LINE_CHART)
    words = g_strdup_printf ("%s. %s", record->text != NULL ? record->text : "",
                             sheaf_report_chart_get_words (SHEAF_REPORT_CHART (line->chart)));
  else if (record->kind == SHEAF_REPORT_LINE_ROW)
    words = sheaf_report_text_row (record->row, record->layout->columns, line->place->currency);
  else
    words = g_strdup (record->text != NULL ? record->text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static void
show_chart (SheafReportLine *line)
{
  const SheafReportLineRecord *record = line->record;
  gboolean                     shown = record != NULL && record->kind == SHEAF_REPORT_LINE_CHART;

  if (shown && line->chart == NULL)
    {
      line->chart = sheaf_report_chart_new ();
      gtk_widget_set_parent (line->chart, GTK_WIDGET (line));
    }
  if (line->chart == NULL)
    return;
  sheaf_report_chart_show (SHEAF_REPORT_CHART (line->chart), shown ? record->text : NULL,
                           shown ? record->columns : NULL, shown ? record->rows : NULL);
  gtk_widget_set_visible (line->chart, shown);
}

void
sheaf_report_line_set_record (SheafReportLine             *line,
                              const SheafReportLineRecord *record)
{
  gboolean heading;

  g_return_if_fail (SHEAF_IS_REPORT_LINE (line));

  line->record = record;
  heading = record != NULL && record->kind == SHEAF_REPORT_LINE_HEADING;
  if (heading && line->heading == NULL)
    {
      line->heading = sheaf_report_heading_new ();
      gtk_widget_set_parent (line->heading, GTK_WIDGET (line));
    }
  if (line->heading != NULL)
    {
      sheaf_report_heading_set_layout (SHEAF_REPORT_HEADING (line->heading),
                                       heading ? record->layout : NULL, FALSE);
      gtk_widget_set_visible (line->heading, heading);
    }
  show_chart (line);
  tell_words (line);
  gtk_widget_queue_resize (GTK_WIDGET (line));
}

const SheafReportLineRecord *
sheaf_report_line_get_record (SheafReportLine *line)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_LINE (line), NULL);

  return line->record;
}

void
sheaf_report_line_set_offset (SheafReportLine *line,
                              int              offset_px)
{
  g_return_if_fail (SHEAF_IS_REPORT_LINE (line));

  if (line->offset_px == offset_px)
    return;
  line->offset_px = offset_px;
  gtk_widget_queue_draw (GTK_WIDGET (line));
}

static void
sheaf_report_line_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_REPORT_LINE (object)->heading, gtk_widget_unparent);
  g_clear_pointer (&SHEAF_REPORT_LINE (object)->chart, gtk_widget_unparent);
  G_OBJECT_CLASS (sheaf_report_line_parent_class)->dispose (object);
}

static void
sheaf_report_line_class_init (SheafReportLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_report_line_dispose;
  widget_class->measure = sheaf_report_line_measure;
  widget_class->size_allocate = sheaf_report_line_size_allocate;
  widget_class->get_request_mode = sheaf_report_line_get_request_mode;
  widget_class->snapshot = sheaf_report_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "reportline");
}

static void
sheaf_report_line_init (SheafReportLine *line)
{
  gtk_widget_set_overflow (GTK_WIDGET (line), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sheaf_report_line_new (const SheafReportPlace *place,
                       gboolean                fixed)
{
  SheafReportLine *line = g_object_new (SHEAF_TYPE_REPORT_LINE, NULL);

  line->place = place;
  line->fixed = fixed;
  return GTK_WIDGET (line);
}
