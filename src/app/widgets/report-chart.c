/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small charts beside and below each other, each with a scale of its own: amounts that differ a
 * hundredfold would hide each other on one. The figures stand on the bars, so that nothing is told
 * by colour; a bar of a time that is not over is hatched. */
#include "app/widgets/report-chart.h"

#include "app/widgets/report-text.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"

#include <math.h>

#define ABREAST_MOST 3
#define CHART_WIDTH 250
#define BARS_MOST 12
#define BARS_ROOM 46.0
#define GAP 12
#define HATCH 5.0
#define SIDE 2.0

typedef struct
{
  char    *label;
  gint64  *figures; /* by chart */
  gboolean unfinished;
} Bar;

struct _SheafReportChart
{
  GtkWidget  parent_instance;
  GPtrArray *titles; /* of the charts */
  GPtrArray *bars;   /* of Bar */
  gboolean   unfinished;
  char      *words;
};

G_DEFINE_FINAL_TYPE (SheafReportChart, sheaf_report_chart, GTK_TYPE_WIDGET)

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->label);
  g_free (bar->figures);
  g_free (bar);
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text,
             gboolean    bold)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, "0", FALSE);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static guint
charts_abreast (int width)
{
  return (guint) CLAMP ((width + GAP) / (CHART_WIDTH + GAP), 1, ABREAST_MOST);
}

/* Title, figure, bar, label. */
static int
chart_height (int line)
{
  return 3 * line + (int) BARS_ROOM + 6;
}

static int
whole_height (SheafReportChart *chart,
              int               width)
{
  int   line = line_height (GTK_WIDGET (chart));
  guint abreast = charts_abreast (width);
  guint rows = (chart->titles->len + abreast - 1) / abreast;

  if (rows == 0)
    return 0;
  return (int) rows * (chart_height (line) + GAP) - GAP +
         (chart->unfinished ? line + GAP / 2 : 0);
}

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, (double) colour->red, (double) colour->green, (double) colour->blue,
                         (double) colour->alpha * alpha);
}

/* Around x, with its top at y; cut where it is wider than its room. */
static void
draw_centred (GtkWidget  *widget,
              cairo_t    *cr,
              const char *text,
              double      x,
              double      y,
              double      room)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layout, &width, NULL);
    }
  cairo_move_to (cr, round (x - width / 2.0), round (y));
  pango_cairo_show_layout (cr, layout);
}

static void
hatch (cairo_t *cr,
       double   x,
       double   y,
       double   width,
       double   height)
{
  int lines = (int) ((width + height) / HATCH) + 1;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (int i = 0; i <= lines; i++)
    {
      cairo_move_to (cr, x + i * HATCH, y);
      cairo_line_to (cr, x + i * HATCH - height, y + height);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bar (cairo_t       *cr,
          const GdkRGBA *accent,
          gboolean       unfinished,
          double         x,
          double         y,
          double         width,
          double         height)
{
  set_colour (cr, accent, 0.9);
  cairo_set_line_width (cr, 1.5);
  if (unfinished)
    {
      hatch (cr, x, y, width, height);
      cairo_rectangle (cr, x + 0.75, y + 0.75, width - 1.5, height - 0.75);
      cairo_stroke (cr);
      return;
    }
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static gint64
find_largest (const SheafReportChart *chart,
              guint                   series,
              guint                   from)
{
  gint64 largest = 1;

  for (guint i = from; i < chart->bars->len; i++)
    largest = MAX (largest, ((const Bar *) chart->bars->pdata[i])->figures[series]);
  return largest;
}

/* How much room the widest label or figure needs. */
static double
slot_least (SheafReportChart *chart)
{
  g_autoptr (PangoLayout) layout = make_layout (GTK_WIDGET (chart), "00,0 tr", FALSE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Where a chart stands. */
typedef struct
{
  double x, y, width;
  int    line;
} Place;

/* Amounts below 0 stand on the ground with their figure, as on paper. */
static void
draw_chart (SheafReportChart *chart,
            cairo_t          *cr,
            guint             series,
            Place             place,
            const GdkRGBA    *text,
            const GdkRGBA    *accent)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  g_autoptr (PangoLayout) title = make_layout (widget, chart->titles->pdata[series], TRUE);
  guint  most = MIN ((guint) (place.width / slot_least (chart)), BARS_MOST);
  guint  from = chart->bars->len > most ? chart->bars->len - most : 0;
  double slot = place.width / MAX (chart->bars->len - from, 6);
  double ground = place.y + 2 * place.line + BARS_ROOM + 2;
  gint64 largest = find_largest (chart, series, from);

  set_colour (cr, text, 1);
  pango_layout_set_width (title, (int) place.width * PANGO_SCALE);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, place.x, place.y);
  pango_cairo_show_layout (cr, title);
  for (guint i = from; i < chart->bars->len; i++)
    {
      const Bar       *bar = chart->bars->pdata[i];
      gint64           value = bar->figures[series];
      g_autofree char *figure = sheaf_number_short (value, sheaf_language_current ());
      double           height = value > 0 ? MAX (round (BARS_ROOM * (double) value /
                                                        (double) largest),
                                                 1)
                                          : 0;
      double           middle = place.x + slot * (i - from + 0.5);

      if (height > 0)
        draw_bar (cr, accent, bar->unfinished, round (middle - slot * 0.3), ground - height,
                  round (slot * 0.6), height);
      set_colour (cr, text, 0.9);
      draw_centred (widget, cr, value != 0 ? figure : "–", middle, ground - height - place.line,
                    slot);
      draw_centred (widget, cr, bar->label, middle, ground + 2, slot);
    }
  set_colour (cr, text, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, place.x, ground + 0.5);
  cairo_line_to (cr, place.x + place.width, ground + 0.5);
  cairo_stroke (cr);
}

/* What the hatching means. */
static void
draw_legend (SheafReportChart *chart,
             cairo_t          *cr,
             double            y,
             int               line,
             const GdkRGBA    *text,
             const GdkRGBA    *accent)
{
  g_autoptr (PangoLayout) words = make_layout (GTK_WIDGET (chart),
                                               _ ("hatched: the year is not over"), FALSE);

  draw_bar (cr, accent, TRUE, SIDE, y + 2, 16, line - 4);
  set_colour (cr, text, 0.9);
  cairo_move_to (cr, SIDE + 24, y);
  pango_cairo_show_layout (cr, words);
}

static void
sheaf_report_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  SheafReportChart *chart = SHEAF_REPORT_CHART (widget);
  GtkStyleContext  *style = gtk_widget_get_style_context (widget);
  int               width = gtk_widget_get_width (widget);
  guint             abreast = charts_abreast (width);
  int               line = line_height (widget);
  double            each = (width - 2 * SIDE + GAP) / abreast - GAP;
  GdkRGBA           text, accent;
  cairo_t          *cr;

  if (chart->titles->len == 0 || each < CHART_WIDTH / 4.0)
    return;
  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < chart->titles->len; i++)
    {
      int   row = (int) (i / abreast);
      Place place = { SIDE + (i % abreast) * (each + GAP),
                      row * (chart_height (line) + GAP), each, line };

      draw_chart (chart, cr, i, place, &text, &accent);
    }
  if (chart->unfinished)
    draw_legend (chart, cr, whole_height (chart, width) - line, line, &text, &accent);
  cairo_destroy (cr);
}

static void
sheaf_report_chart_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = ABREAST_MOST * (CHART_WIDTH + GAP);
      return;
    }
  *minimum = *natural = whole_height (SHEAF_REPORT_CHART (widget),
                                      for_size > 0 ? for_size : CHART_WIDTH);
}

static GtkSizeRequestMode
sheaf_report_chart_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sheaf_report_chart_finalize (GObject *object)
{
  SheafReportChart *chart = SHEAF_REPORT_CHART (object);

  g_ptr_array_unref (chart->titles);
  g_ptr_array_unref (chart->bars);
  g_free (chart->words);
  G_OBJECT_CLASS (sheaf_report_chart_parent_class)->finalize (object);
}

static void
sheaf_report_chart_class_init (SheafReportChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_report_chart_finalize;
  widget_class->snapshot = sheaf_report_chart_snapshot;
  widget_class->measure = sheaf_report_chart_measure;
  widget_class->get_request_mode = sheaf_report_chart_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sheaf_report_chart_init (SheafReportChart *chart)
{
  chart->titles = g_ptr_array_new_with_free_func (g_free);
  chart->bars = g_ptr_array_new_with_free_func (bar_free);
  chart->words = g_strdup ("");
}

GtkWidget *
sheaf_report_chart_new (void)
{
  return g_object_new (SHEAF_TYPE_REPORT_CHART, NULL);
}

/* The places of the columns of money that have a figure above 0; of guint. */
static GArray *
choose_columns (const GPtrArray *columns,
                const GPtrArray *rows)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < columns->len; i++)
    {
      gboolean any = FALSE;

      for (guint k = 0; k < rows->len && !any; k++)
        {
          const SheafReportRow *row = rows->pdata[k];

          any = row->kind == SHEAF_ROW_KIND_LINE && row->cells[i].number > 0;
        }
      if (any && ((SheafReportColumn *) columns->pdata[i])->kind == SHEAF_CELL_MONEY)
        g_array_append_val (chosen, i);
    }
  return chosen;
}

static void
add_bar (SheafReportChart     *chart,
         const GPtrArray      *columns,
         const SheafReportRow *row,
         const GArray         *chosen)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->unfinished = row->unfinished;
  bar->figures = g_new0 (gint64, chosen->len + 1);
  for (guint i = 0; i < chosen->len; i++)
    bar->figures[i] = row->cells[g_array_index (chosen, guint, i)].number;
  for (guint i = 0; i < columns->len && bar->label == NULL; i++)
    if (((SheafReportColumn *) columns->pdata[i])->kind == SHEAF_CELL_TEXT)
      bar->label = g_strdup (row->cells[i].text);
  if (bar->label == NULL)
    bar->label = g_strdup ("");
  chart->unfinished = chart->unfinished || bar->unfinished;
  g_ptr_array_add (chart->bars, bar);
}

static void
take_bars (SheafReportChart *chart,
           const GPtrArray  *columns,
           const GPtrArray  *rows)
{
  g_autoptr (GArray) chosen = choose_columns (columns, rows);

  for (guint i = 0; i < chosen->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[g_array_index (chosen, guint, i)];

      g_ptr_array_add (chart->titles, g_strdup (column->heading));
    }
  for (guint i = 0; i < rows->len; i++)
    if (((const SheafReportRow *) rows->pdata[i])->kind == SHEAF_ROW_KIND_LINE)
      add_bar (chart, columns, rows->pdata[i], chosen);
}

static void
describe (SheafReportChart *chart,
          const char       *title,
          const GPtrArray  *columns,
          const GPtrArray  *rows)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafReportRow *row = rows->pdata[i];
      g_autofree char      *one = sheaf_report_text_row (row, columns, NULL);

      if (row->kind == SHEAF_ROW_KIND_LINE)
        g_string_append_printf (words, "%s%s.", words->len > 0 ? " " : "", one);
    }
  g_free (chart->words);
  chart->words = g_string_free (words, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chart->words, -1);
}

void
sheaf_report_chart_show (SheafReportChart *chart,
                         const char       *title,
                         const GPtrArray  *columns,
                         const GPtrArray  *rows)
{
  g_return_if_fail (SHEAF_IS_REPORT_CHART (chart));

  g_ptr_array_set_size (chart->titles, 0);
  g_ptr_array_set_size (chart->bars, 0);
  chart->unfinished = FALSE;
  if (rows != NULL)
    take_bars (chart, columns, rows);
  describe (chart, title, columns, rows);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
}

gboolean
sheaf_report_chart_is_filled (SheafReportChart *chart)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_CHART (chart), FALSE);

  return chart->titles->len > 0;
}

const char *
sheaf_report_chart_get_words (SheafReportChart *chart)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_CHART (chart), NULL);

  return chart->words;
}
