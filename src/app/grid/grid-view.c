/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries are made for the rows in sight alone; each asks the table by the place it stands at. */
#include "app/grid/grid-view-private.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

#define CELL_KEY "sheaf-grid-cell"
/* How often a cell out of sight is looked for while the list scrolls to it. */
#define TRIES 240

G_DEFINE_FINAL_TYPE (SheafGridView, sheaf_grid_view, ADW_TYPE_BIN)

enum
{
  PLACE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_marks (SheafGridView *view)
{
  for (guint i = 0; i < view->cells->len; i++)
    {
      SheafGridCell *cell = view->cells->pdata[i];

      if (sheaf_grid_cell_is_bound (cell))
        sheaf_grid_cell_show_mark (cell);
    }
}

/* The wanted cell when it is there. */
SheafGridCell *
sheaf_grid_view_find_cell (SheafGridView *view,
                           guint          row,
                           guint          column)
{
  for (guint i = 0; i < view->cells->len; i++)
    {
      SheafGridCell *cell = view->cells->pdata[i];

      if (cell->column == column && sheaf_grid_cell_is_bound (cell) &&
          sheaf_grid_cell_get_row (cell) == row && gtk_widget_get_mapped (GTK_WIDGET (cell->entry)))
        return cell;
    }
  return NULL;
}

/* GTK 4.8 scrolls a column view to a row, but not to a column. */
static void
scroll_sideways (const SheafGridCell *cell)
{
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_hadjustment (cell->view->scroller);
  graphene_rect_t bounds;
  double          left, right, width = gtk_adjustment_get_page_size (adjustment);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell->entry), GTK_WIDGET (cell->view->scroller),
                                  &bounds))
    return;
  left = (double) bounds.origin.x;
  right = left + (double) bounds.size.width;
  if (left < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + left - 12);
  else if (right > width)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + right - width + 12);
}

static gboolean
look_for_cell (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  SheafGridView *view = SHEAF_GRID_VIEW (widget);
  SheafGridCell *cell = sheaf_grid_view_find_cell (view, view->wanted_row, view->wanted_column);

  (void) clock;
  (void) data;
  if (cell != NULL)
    {
      view->tries = 0;
      (void) gtk_widget_grab_focus (GTK_WIDGET (cell->entry));
      return G_SOURCE_REMOVE;
    }
  if (view->tries > 0)
    view->tries--;
  return view->tries > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
sheaf_grid_view_focus (SheafGridView *view,
                       guint          row,
                       guint          column)
{
  SheafGridCell *cell = sheaf_grid_view_find_cell (view, row, column);

  if (cell != NULL)
    {
      (void) gtk_widget_grab_focus (GTK_WIDGET (cell->entry));
      return;
    }
  sheaf_columns_scroll_to (view->view, row, FALSE);
  view->wanted_row = row;
  view->wanted_column = column;
  if (view->tries == 0)
    (void) gtk_widget_add_tick_callback (GTK_WIDGET (view), look_for_cell, NULL, NULL);
  view->tries = TRIES;
}

void
sheaf_grid_view_get_place (SheafGridView *view,
                           guint         *ret_row,
                           guint         *ret_column)
{
  *ret_row = view->row;
  *ret_column = view->column;
}

void
sheaf_grid_view_enter (SheafGridCell *cell)
{
  SheafGridCell *left = sheaf_grid_view_find_cell (cell->view, cell->view->row, cell->view->column);

  if (!sheaf_grid_cell_is_bound (cell))
    return;
  /* GTK does not tell of leaving while another window is the active one. */
  if (left != NULL && left != cell)
    sheaf_grid_cell_leave (left);
  cell->view->row = sheaf_grid_cell_get_row (cell);
  cell->view->column = cell->column;
  scroll_sideways (cell);
  g_signal_emit (cell->view, signals[PLACE_CHANGED], 0, cell->view->row, cell->view->column);
}

static void
bind_number_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  g_autofree char *number = g_strdup_printf ("%u", gtk_list_item_get_position (item) + 1);

  (void) factory;
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), number);
}

static void
setup_number_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void) factory;
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
add_numbers (SheafGridView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_number_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_number_cb), NULL);
  column = gtk_column_view_column_new (_ ("No."), factory);
  sheaf_columns_set_width (column, 52);
  gtk_column_view_append_column (view->view, column);
}

static void
add_column (SheafGridView *view,
            guint          index)
{
  const SheafGridColumn *spec = &sheaf_grid_table_get_kind (view->table)->columns[index];
  GtkListItemFactory    *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autofree char *title = g_strdup_printf (spec->required ? "%s *" : "%s", _ (spec->title));

  g_object_set_data (G_OBJECT (factory), CELL_KEY, GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (sheaf_grid_cell_setup_cb), view);
  g_signal_connect (factory, "bind", G_CALLBACK (sheaf_grid_cell_bind_cb), view);
  g_signal_connect (factory, "teardown", G_CALLBACK (sheaf_grid_cell_teardown_cb), view);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  sheaf_columns_set_width (column, spec->width_px);
  gtk_column_view_append_column (view->view, column);
}

void
sheaf_grid_view_set_table (SheafGridView  *view,
                           SheafGridTable *table)
{
  g_return_if_fail (view->table == NULL);
  view->table = g_object_ref (table);
  add_numbers (view);
  for (guint i = 0; i < sheaf_grid_table_get_kind (table)->n_columns; i++)
    add_column (view, i);
  gtk_column_view_set_model (
      view->view,
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (table)))));
  g_object_unref (gtk_column_view_get_model (view->view)); /* the view holds it */
  g_signal_connect_object (table, "problems-changed", G_CALLBACK (show_marks), view,
                           G_CONNECT_SWAPPED);
}

SheafGridTable *
sheaf_grid_view_get_table (SheafGridView *view)
{
  return view->table;
}

static void
sheaf_grid_view_dispose (GObject *object)
{
  SheafGridView *view = SHEAF_GRID_VIEW (object);

  if (view->view != NULL)
    gtk_column_view_set_model (view->view, NULL);
  view->view = NULL;
  G_OBJECT_CLASS (sheaf_grid_view_parent_class)->dispose (object);
}

static void
sheaf_grid_view_finalize (GObject *object)
{
  SheafGridView *view = SHEAF_GRID_VIEW (object);

  g_clear_object (&view->table);
  g_ptr_array_unref (view->cells);
  G_OBJECT_CLASS (sheaf_grid_view_parent_class)->finalize (object);
}

static void
sheaf_grid_view_class_init (SheafGridViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_grid_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_grid_view_finalize;
  signals[PLACE_CHANGED] = g_signal_new ("cell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                         G_TYPE_UINT);
}

static void
sheaf_grid_view_init (SheafGridView *view)
{
  view->cells = g_ptr_array_new ();
  view->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_column_separators (view->view, TRUE);
  gtk_column_view_set_show_row_separators (view->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (view->view), "grid-view");
  view->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (view->scroller, GTK_WIDGET (view->view));
  gtk_widget_set_vexpand (GTK_WIDGET (view->scroller), TRUE);
  adw_bin_set_child (ADW_BIN (view), GTK_WIDGET (view->scroller));
}
