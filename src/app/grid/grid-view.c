/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries are made for the rows in sight alone; each asks the table by the place it stands at. */
#include "app/grid/grid-view.h"

#include "app/widgets/columns.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

#include <string.h>

#define CELL_KEY "sheaf-grid-cell"
/* How often a cell out of sight is looked for while the list scrolls to it. */
#define TRIES 30

struct _SheafGridView
{
  AdwBin             parent_instance;
  GtkScrolledWindow *scroller;
  GtkColumnView     *view;
  SheafGridTable    *table;
  SheafDate          today;
  GPtrArray         *cells; /* of Cell: those that are there */
  guint              row;
  guint              column;
  guint              wanted_row;
  guint              wanted_column;
  guint              tries; /* left; 0: no cell is looked for */
};

G_DEFINE_FINAL_TYPE (SheafGridView, sheaf_grid_view, ADW_TYPE_BIN)

enum
{
  PLACE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  SheafGridView *view;
  GPtrArray     *all;  /* where the view finds it */
  GtkListItem   *item; /* NULL once it is gone */
  GtkEntry      *entry;
  guint          column;
  gboolean       filling; /* the program sets the text, no person */
} Cell;

static guint
row_of (const Cell *cell)
{
  return gtk_list_item_get_position (cell->item);
}

static gboolean
is_bound (const Cell *cell)
{
  return cell->item != NULL && row_of (cell) != GTK_INVALID_LIST_POSITION;
}

static void
show_mark (const Cell *cell)
{
  const SheafProblem *problem = sheaf_grid_table_get_problem (cell->view->table, row_of (cell),
                                                              cell->column);

  sheaf_entry_mark (GTK_WIDGET (cell->entry), NULL);
  if (problem == NULL)
    return;
  sheaf_entry_mark (GTK_WIDGET (cell->entry), problem->text);
  if (problem->kind == SHEAF_PROBLEM_WARNING)
    gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "warning");
}

static void
show_cell (Cell *cell)
{
  const char *text = sheaf_grid_table_get (cell->view->table, row_of (cell), cell->column);

  cell->filling = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
  cell->filling = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "warning");
  show_mark (cell);
}

static void
show_marks (SheafGridView *view)
{
  for (guint i = 0; i < view->cells->len; i++)
    {
      const Cell *cell = view->cells->pdata[i];

      if (!is_bound (cell))
        continue;
      gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "warning");
      show_mark (cell);
    }
}

static void
changed_cb (Cell *cell)
{
  if (!cell->filling && is_bound (cell))
    sheaf_grid_table_set (cell->view->table, row_of (cell), cell->column,
                          gtk_editable_get_text (GTK_EDITABLE (cell->entry)));
}

/* The wanted cell when it is there. */
static Cell *
find_cell (SheafGridView *view,
           guint          row,
           guint          column)
{
  for (guint i = 0; i < view->cells->len; i++)
    {
      Cell *cell = view->cells->pdata[i];

      if (cell->column == column && is_bound (cell) && row_of (cell) == row &&
          gtk_widget_get_mapped (GTK_WIDGET (cell->entry)))
        return cell;
    }
  return NULL;
}

/* GTK 4.8 scrolls a column view to a row, but not to a column. */
static void
scroll_sideways (const Cell *cell)
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
  Cell          *cell = find_cell (view, view->wanted_row, view->wanted_column);

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
  Cell *cell = find_cell (view, row, column);

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

static void
enter_cb (Cell *cell)
{
  if (!is_bound (cell))
    return;
  cell->view->row = row_of (cell);
  cell->view->column = cell->column;
  scroll_sideways (cell);
  g_signal_emit (cell->view, signals[PLACE_CHANGED], 0, cell->view->row, cell->view->column);
}

/* The day above, which "5" and "+1" count from. */
static SheafDate
context_of (const Cell *cell)
{
  const SheafGridColumn *column =
      &sheaf_grid_table_get_kind (cell->view->table)->columns[cell->column];
  SheafDate day = cell->view->today;

  for (guint row = row_of (cell); row > 0; row--)
    {
      const char      *text = sheaf_grid_table_get (cell->view->table, row - 1, cell->column);
      g_autofree char *file = sheaf_grid_cell_to_file (column, text, cell->view->today,
                                                       cell->view->today);

      if (*text != '\0')
        return sheaf_date_parse (file, &day, NULL) ? day : cell->view->today;
    }
  return day;
}

/* What was typed short is written out when the cell is left. */
static void
leave_cb (Cell *cell)
{
  const SheafGridColumn *column;
  const char            *text = gtk_editable_get_text (GTK_EDITABLE (cell->entry));
  g_autofree char       *whole = NULL;

  if (!is_bound (cell) || cell->filling || *text == '\0')
    return;
  column = &sheaf_grid_table_get_kind (cell->view->table)->columns[cell->column];
  whole = sheaf_grid_cell_to_people (column, text, context_of (cell), cell->view->today);
  if (strcmp (whole, text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), whole);
}

static void
move (const Cell *cell,
      int         rows,
      int         columns)
{
  SheafGridTable *table = cell->view->table;
  guint           n = sheaf_grid_table_get_kind (table)->n_columns;
  gint64          place = (gint64) row_of (cell) * n + cell->column + (gint64) rows * n + columns;

  if (place >= 0 && place < (gint64) (sheaf_grid_table_count (table) + 1) * n)
    sheaf_grid_view_focus (cell->view, (guint) (place / n), (guint) (place % n));
}

/* Undo, redo and the like replace the rows: the cell is typed in again after that. */
static void
stay (SheafGridView *view)
{
  view->row = MIN (view->row, sheaf_grid_table_count (view->table));
  sheaf_grid_view_focus (view, view->row, view->column);
}

static gboolean
press_control (Cell    *cell,
               guint    key,
               gboolean shift)
{
  SheafGridTable *table = cell->view->table;
  guint           row = row_of (cell);

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_z:
      if (shift ? sheaf_grid_table_redo (table) : sheaf_grid_table_undo (table))
        stay (cell->view);
      return TRUE;
    case GDK_KEY_y:
      if (sheaf_grid_table_redo (table))
        stay (cell->view);
      return TRUE;
    case GDK_KEY_d:
      if (row > 0)
        gtk_editable_set_text (GTK_EDITABLE (cell->entry),
                               sheaf_grid_table_get (table, row - 1, cell->column));
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      sheaf_grid_table_remove_row (table, row);
      stay (cell->view);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (Cell           *cell,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  (void) code;
  if (!is_bound (cell) || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return press_control (cell, key, shift);
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      move (cell, 0, shift || key == GDK_KEY_ISO_Left_Tab ? -1 : 1);
      return TRUE;
    case GDK_KEY_Down:
      move (cell, 1, 0);
      return TRUE;
    case GDK_KEY_Up:
      move (cell, -1, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafGridView) view = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  Cell            *cell = find_cell (view, view->row, view->column);
  int              from, to;

  if (text == NULL || *text == '\0' || view->table == NULL)
    return;
  if (strpbrk (text, "\t\n\r") != NULL)
    {
      (void) sheaf_grid_table_paste (view->table, view->row, view->column, text);
      stay (view);
    }
  else if (cell != NULL)
    {
      if (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell->entry), &from, &to))
        gtk_editable_delete_text (GTK_EDITABLE (cell->entry), from, to);
      from = gtk_editable_get_position (GTK_EDITABLE (cell->entry));
      gtk_editable_insert_text (GTK_EDITABLE (cell->entry), text, -1, &from);
      gtk_editable_set_position (GTK_EDITABLE (cell->entry), from);
    }
}

/* A table on the clipboard fills the grid, not the cell. */
static void
paste_cb (GtkText *text,
          Cell    *cell)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL, pasted_cb,
                                 g_object_ref (cell->view));
}

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  if (cell->item != NULL)
    g_object_set_data (G_OBJECT (cell->item), CELL_KEY, NULL);
  g_ptr_array_remove_fast (cell->all, cell);
  g_ptr_array_unref (cell->all);
  g_free (cell);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          SheafGridView      *view)
{
  guint                  column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), CELL_KEY));
  const SheafGridColumn *spec = &sheaf_grid_table_get_kind (view->table)->columns[column];
  Cell                  *cell = g_new0 (Cell, 1);
  GtkEventController    *keys = gtk_event_controller_key_new ();
  GtkEventController    *focus = gtk_event_controller_focus_new ();

  *cell = (Cell){ .view = view,
                  .all = g_ptr_array_ref (view->cells),
                  .item = item,
                  .entry = GTK_ENTRY (gtk_entry_new ()),
                  .column = column };
  g_object_set_data_full (G_OBJECT (cell->entry), CELL_KEY, cell, free_cell);
  gtk_entry_set_has_frame (cell->entry, FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (cell->entry), FALSE); /* the table undoes */
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->entry), 4);
  gtk_widget_set_hexpand (GTK_WIDGET (cell->entry), TRUE);
  if (spec->kind == SHEAF_GRID_AMOUNT || spec->kind == SHEAF_GRID_QUANTITY)
    gtk_editable_set_alignment (GTK_EDITABLE (cell->entry), 1.0f);
  if (spec->kind != SHEAF_GRID_TEXT)
    gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (spec->title), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell->entry), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell->entry), focus);
  g_signal_connect_swapped (cell->entry, "changed", G_CALLBACK (changed_cb), cell);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (cell->entry)), "paste-clipboard",
                    G_CALLBACK (paste_cb), cell);
  gtk_list_item_set_child (item, GTK_WIDGET (cell->entry));
  gtk_list_item_set_activatable (item, FALSE);
  g_object_set_data (G_OBJECT (item), CELL_KEY, cell);
  g_ptr_array_add (view->cells, cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         SheafGridView      *view)
{
  (void) factory;
  (void) view;
  show_cell (g_object_get_data (G_OBJECT (item), CELL_KEY));
}

/* Entry and item go in any order: whoever goes first tells the cell. */
static void
teardown_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             SheafGridView      *view)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), CELL_KEY);

  (void) factory;
  (void) view;
  if (cell != NULL)
    cell->item = NULL;
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
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), view);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), view);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), view);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  sheaf_columns_set_width (column, spec->width_px);
  gtk_column_view_append_column (view->view, column);
}

void
sheaf_grid_view_set_table (SheafGridView  *view,
                           SheafGridTable *table,
                           SheafDate       today)
{
  g_return_if_fail (view->table == NULL);
  view->table = g_object_ref (table);
  view->today = today;
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
