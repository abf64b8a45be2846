/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkColumnView knows no groups over columns, so the head is laid out here, by the layout that the
 * rows below follow too. */
#include "app/widgets/report-heading.h"

#include "app/widgets/report-text.h"
#include "base/i18n.h"

#define GROUP_MARK " > "

typedef struct
{
  GtkWidget *widget;
  GtkImage  *arrow; /* of a sortable column */
  guint      first; /* columns */
  guint      last;
  guint      top; /* levels */
  guint      bottom;
} HeadCell;

struct _SheafReportHeading
{
  GtkWidget          parent_instance;
  SheafReportLayout *layout;
  GArray            *cells;   /* of HeadCell */
  int               *heights; /* of the levels */
  guint              n_levels;
  int                offset_px;
};

G_DEFINE_FINAL_TYPE (SheafReportHeading, sheaf_report_heading, GTK_TYPE_WIDGET)

static guint sort_signal;

static void
drop_cells (SheafReportHeading *heading)
{
  for (guint i = 0; i < heading->cells->len; i++)
    gtk_widget_unparent (g_array_index (heading->cells, HeadCell, i).widget);
  g_array_set_size (heading->cells, 0);
  g_clear_pointer (&heading->heights, g_free);
  heading->n_levels = 0;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static void
clicked_cb (SheafReportHeading *heading,
            GtkWidget          *button)
{
  for (guint i = 0; i < heading->cells->len; i++)
    {
      const HeadCell *cell = &g_array_index (heading->cells, HeadCell, i);

      if (cell->widget == button)
        g_signal_emit (heading, sort_signal, 0, cell->first);
    }
}

/* The head of one column; a button where the rows can be sorted by it. */
static GtkWidget *
make_head (SheafReportHeading *heading,
           const char         *text,
           gboolean            sortable,
           GtkImage          **ret_arrow)
{
  GtkWidget *label = make_label (text);
  GtkWidget *box;
  GtkWidget *button;

  if (!sortable)
    return label;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  *ret_arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("pan-up-symbolic"));
  gtk_widget_set_visible (GTK_WIDGET (*ret_arrow), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*ret_arrow));
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), heading);
  return button;
}

static void
add_cell (SheafReportHeading *heading,
          const HeadCell     *cell)
{
  gtk_widget_add_css_class (cell->widget, "report-head-cell");
  if (cell->last + 1 == heading->layout->columns->len)
    gtk_widget_add_css_class (cell->widget, "last");
  gtk_widget_set_parent (cell->widget, GTK_WIDGET (heading));
  g_array_append_vals (heading->cells, cell, 1);
}

/* Joins the first parts of a group again: neighbours are merged when all above agrees too. */
static char *
prefix_of (char **parts,
           guint  n)
{
  GString *prefix = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (prefix, "%s%s", i > 0 ? GROUP_MARK : "", parts[i]);
  return g_string_free (prefix, FALSE);
}

static void
add_groups (SheafReportHeading *heading,
            char             ***groups,
            guint               n_columns,
            guint               level)
{
  for (guint i = 0; i < n_columns;)
    {
      HeadCell         cell = { .first = i, .top = level, .bottom = level };
      g_autofree char *prefix = NULL;
      guint            end = i + 1;

      if (g_strv_length (groups[i]) <= level)
        {
          i++;
          continue;
        }
      prefix = prefix_of (groups[i], level + 1);
      for (; end < n_columns && g_strv_length (groups[end]) > level; end++)
        {
          g_autofree char *other = prefix_of (groups[end], level + 1);

          if (g_strcmp0 (prefix, other) != 0)
            break;
        }
      cell.last = end - 1;
      cell.widget = make_label (groups[i][level]);
      add_cell (heading, &cell);
      i = end;
    }
}

static void
add_marks (SheafReportHeading *heading,
           const GPtrArray    *columns,
           guint               level)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      HeadCell                 cell = { .first = i, .last = i, .top = level, .bottom = level };

      cell.widget = make_label (column->mark);
      gtk_widget_add_css_class (cell.widget, "report-mark");
      add_cell (heading, &cell);
    }
}

static gboolean
has_marks (const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (((const SheafReportColumn *) columns->pdata[i])->mark != NULL)
      return TRUE;
  return FALSE;
}

static void
add_heads (SheafReportHeading *heading,
           char             ***groups,
           guint               depth,
           gboolean            sortable)
{
  const GPtrArray *columns = heading->layout->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      HeadCell                 cell = { .first = i, .last = i, .bottom = depth };

      cell.top = g_strv_length (groups[i]);
      cell.widget = make_head (heading, column->heading, sortable, &cell.arrow);
      add_cell (heading, &cell);
    }
}

void
sheaf_report_heading_set_layout (SheafReportHeading *heading,
                                 SheafReportLayout  *layout,
                                 gboolean            sortable)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint    depth = 0;
  gboolean marks;

  g_return_if_fail (SHEAF_IS_REPORT_HEADING (heading));

  drop_cells (heading);
  heading->layout = layout;
  if (layout == NULL)
    return;
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const SheafReportColumn *column = layout->columns->pdata[i];
      const char              *group = column->group != NULL ? column->group : "";

      g_ptr_array_add (groups, g_strsplit (group, GROUP_MARK, -1));
      depth = MAX (depth, g_strv_length (groups->pdata[i]));
    }
  for (guint level = 0; level < depth; level++)
    add_groups (heading, (char ***) groups->pdata, layout->columns->len, level);
  add_heads (heading, (char ***) groups->pdata, depth, sortable);
  marks = has_marks (layout->columns);
  if (marks)
    add_marks (heading, layout->columns, depth + 1);
  heading->n_levels = depth + 1 + (marks ? 1 : 0);
  heading->heights = g_new0 (int, heading->n_levels);
  gtk_widget_queue_resize (GTK_WIDGET (heading));
}

static int
cell_width (const SheafReportLayout *layout,
            const HeadCell          *cell)
{
  return layout->x[cell->last] + layout->width[cell->last] - layout->x[cell->first];
}

/* One level's cells first, then those that reach over several make their last one higher. */
static int
lay_out (SheafReportHeading *heading,
         int                 width_px)
{
  int sum = 0;

  if (heading->layout == NULL)
    return 0;
  sheaf_report_layout_fit (heading->layout, MAX (width_px, heading->layout->least_px));
  memset (heading->heights, 0, heading->n_levels * sizeof *heading->heights);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < heading->cells->len; i++)
      {
        const HeadCell *cell = &g_array_index (heading->cells, HeadCell, i);
        int             height = 0;
        int             there = 0;

        if ((cell->top != cell->bottom) != (pass == 1))
          continue;
        gtk_widget_measure (cell->widget, GTK_ORIENTATION_VERTICAL,
                            cell_width (heading->layout, cell), &height, NULL, NULL, NULL);
        for (guint level = cell->top; level <= cell->bottom; level++)
          there += heading->heights[level];
        heading->heights[cell->bottom] += MAX (0, height - there);
      }
  for (guint level = 0; level < heading->n_levels; level++)
    sum += heading->heights[level];
  return sum;
}

static void
sheaf_report_heading_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  SheafReportHeading *heading = SHEAF_REPORT_HEADING (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = lay_out (heading,
                                   for_size > 0 ? for_size : gtk_widget_get_width (widget));
}

static void
sheaf_report_heading_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  SheafReportHeading *heading = SHEAF_REPORT_HEADING (widget);

  (void) height;
  (void) lay_out (heading, width);
  for (guint i = 0; i < heading->cells->len; i++)
    {
      const HeadCell *cell = &g_array_index (heading->cells, HeadCell, i);
      GtkAllocation   place = { heading->layout->x[cell->first] - heading->offset_px, 0,
                                cell_width (heading->layout, cell), 0 };
      int             least = 0;

      for (guint level = 0; level < cell->top; level++)
        place.y += heading->heights[level];
      for (guint level = cell->top; level <= cell->bottom; level++)
        place.height += heading->heights[level];
      /* GTK asks that every child be measured before it is placed. */
      gtk_widget_measure (cell->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = MAX (place.width, least);
      gtk_widget_size_allocate (cell->widget, &place, baseline);
    }
}

static GtkSizeRequestMode
sheaf_report_heading_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sheaf_report_heading_dispose (GObject *object)
{
  drop_cells (SHEAF_REPORT_HEADING (object));
  G_OBJECT_CLASS (sheaf_report_heading_parent_class)->dispose (object);
}

static void
sheaf_report_heading_finalize (GObject *object)
{
  g_array_unref (SHEAF_REPORT_HEADING (object)->cells);
  G_OBJECT_CLASS (sheaf_report_heading_parent_class)->finalize (object);
}

static void
sheaf_report_heading_class_init (SheafReportHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_report_heading_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_report_heading_finalize;
  widget_class->measure = sheaf_report_heading_measure;
  widget_class->size_allocate = sheaf_report_heading_size_allocate;
  widget_class->get_request_mode = sheaf_report_heading_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "reporthead");
  sort_signal = g_signal_new ("sort", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sheaf_report_heading_init (SheafReportHeading *heading)
{
  heading->cells = g_array_new (FALSE, FALSE, sizeof (HeadCell));
  gtk_widget_set_overflow (GTK_WIDGET (heading), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sheaf_report_heading_new (void)
{
  return g_object_new (SHEAF_TYPE_REPORT_HEADING, NULL);
}

void
sheaf_report_heading_set_offset (SheafReportHeading *heading,
                                 int                 offset_px)
{
  g_return_if_fail (SHEAF_IS_REPORT_HEADING (heading));

  if (heading->offset_px == offset_px)
    return;
  heading->offset_px = offset_px;
  gtk_widget_queue_allocate (GTK_WIDGET (heading));
}

void
sheaf_report_heading_set_sort (SheafReportHeading *heading,
                               guint               column,
                               int                 direction)
{
  g_return_if_fail (SHEAF_IS_REPORT_HEADING (heading));

  for (guint i = 0; i < heading->cells->len; i++)
    {
      const HeadCell *cell = &g_array_index (heading->cells, HeadCell, i);
      gboolean        by_it = cell->first == column && direction != 0;

      if (cell->arrow == NULL)
        continue;
      gtk_image_set_from_icon_name (cell->arrow,
                                    direction > 0 ? "pan-up-symbolic" : "pan-down-symbolic");
      gtk_widget_set_visible (GTK_WIDGET (cell->arrow), by_it);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell->widget),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      !by_it          ? ""
                                      : direction > 0 ? _ ("sorted upwards")
                                                      : _ ("sorted downwards"),
                                      -1);
    }
}
