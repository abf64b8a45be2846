/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of one shape ("00.000.000") are as wide as each other: each shape is measured once. */
#include "app/widgets/column-fit.h"

#include "app/widgets/columns.h"

/* Of longer lists so many rows are measured, evenly spread. */
#define MEASURED_ROWS 1000

/* What stands around the text: the padding of style.css and a little for rounding. */
#define CELL_PX 24
#define CHIP_PX 16

static gboolean
is_fitted (const SheafColumn *entry)
{
  return entry != NULL && entry->width_px > 0 &&
         (entry->kind == SHEAF_COLUMN_FIGURE || entry->kind == SHEAF_COLUMN_DAY ||
          entry->kind == SHEAF_COLUMN_CHIP);
}

/* Takes the text. */
static void
add_shape (GHashTable *shapes,
           char       *text)
{
  if (text == NULL)
    return;
  for (char *letter = text; *letter != '\0'; letter++)
    if (g_ascii_isdigit (*letter))
      *letter = '0';
  (void) g_hash_table_add (shapes, text);
}

/* Rows that stand out do so by their weight. */
typedef struct
{
  GHashTable *plain;
  GHashTable *bold;
} Shapes;

static Shapes
collect_shapes (const GPtrArray   *records,
                const SheafColumn *entry,
                SheafRowStyle      style)
{
  Shapes shapes = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  guint  step = MAX (records->len / MEASURED_ROWS, 1);

  for (guint i = 0; i < records->len; i += step)
    {
      gconstpointer record = records->pdata[i];
      gboolean      is_bold = style != NULL && style (record) != NULL;

      add_shape (is_bold ? shapes.bold : shapes.plain, entry->format (record));
    }
  return shapes;
}

/* The widest, in pixels; frees the shapes. */
static int
measure_shapes (GtkColumnView *view,
                GHashTable    *shapes,
                PangoWeight    weight)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GHashTableIter iter;
  gpointer       text;
  int            widest = 0;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_iter_init (&iter, shapes);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      int width = 0;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  g_hash_table_unref (shapes);
  return widest;
}

static int
measure_title (GtkWidget *title)
{
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  int        width = 0;

  if (box != NULL)
    gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
fit (GtkColumnView       *view,
     GtkColumnViewColumn *column,
     const GPtrArray     *records,
     GtkWidget           *title)
{
  const SheafColumn *entry = sheaf_columns_get_entry (column);
  Shapes             shapes;
  int                plain, bold, width;

  if (!is_fitted (entry) || sheaf_columns_is_drawn (column))
    return;
  shapes = collect_shapes (records, entry, sheaf_columns_get_row_style (view));
  plain = measure_shapes (view, shapes.plain, PANGO_WEIGHT_NORMAL);
  bold = measure_shapes (view, shapes.bold, PANGO_WEIGHT_BOLD);
  width = MAX (plain, bold);
  width += entry->kind == SHEAF_COLUMN_CHIP ? CHIP_PX : 0;
  width = MAX (width, measure_title (title)) + CELL_PX;
  if (records->len > MEASURED_ROWS)
    width = MAX (width, entry->width_px);
  sheaf_columns_set_scaled_width (column, width);
}

void
sheaf_column_fit (GtkColumnView   *view,
                  const GPtrArray *records)
{
  GListModel *columns;
  GtkWidget  *header;
  GtkWidget  *title;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && records != NULL);

  if (records->len == 0)
    return;
  columns = gtk_column_view_get_columns (view);
  header = gtk_widget_get_first_child (GTK_WIDGET (view));
  title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      fit (view, column, records, title);
      title = title != NULL ? gtk_widget_get_next_sibling (title) : NULL;
    }
}
