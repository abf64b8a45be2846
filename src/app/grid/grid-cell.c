/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the grid: an entry with the keys of a spreadsheet. */
#include "app/grid/grid-view-private.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

#include <string.h>

#define CELL_KEY "sheaf-grid-cell"

guint
sheaf_grid_cell_get_row (const SheafGridCell *cell)
{
  return gtk_list_item_get_position (cell->item);
}

gboolean
sheaf_grid_cell_is_bound (const SheafGridCell *cell)
{
  return cell->item != NULL && sheaf_grid_cell_get_row (cell) != GTK_INVALID_LIST_POSITION;
}

void
sheaf_grid_cell_show_mark (SheafGridCell *cell)
{
  const SheafProblem *problem = sheaf_grid_table_get_problem (
      cell->view->table, sheaf_grid_cell_get_row (cell), cell->column);

  gtk_widget_remove_css_class (GTK_WIDGET (cell->entry), "warning");
  sheaf_entry_mark (GTK_WIDGET (cell->entry), NULL);
  if (problem == NULL)
    return;
  sheaf_entry_mark (GTK_WIDGET (cell->entry), problem->text);
  if (problem->kind == SHEAF_PROBLEM_WARNING)
    gtk_widget_add_css_class (GTK_WIDGET (cell->entry), "warning");
}

static void
show_cell (SheafGridCell *cell)
{
  const char *text = sheaf_grid_table_get (cell->view->table, sheaf_grid_cell_get_row (cell),
                                           cell->column);

  cell->filling = TRUE;
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (cell->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), text);
  cell->filling = FALSE;
  sheaf_grid_cell_show_mark (cell);
}

static void
changed_cb (SheafGridCell *cell)
{
  if (!cell->filling && sheaf_grid_cell_is_bound (cell))
    sheaf_grid_table_set (cell->view->table, sheaf_grid_cell_get_row (cell), cell->column,
                          gtk_editable_get_text (GTK_EDITABLE (cell->entry)));
}

/* The day above, which "5" and "+1" count from. */
static SheafDate
context_of (const SheafGridCell *cell)
{
  const SheafGridColumn *column =
      &sheaf_grid_table_get_kind (cell->view->table)->columns[cell->column];
  SheafDate day = sheaf_grid_table_get_today (cell->view->table);

  for (guint row = sheaf_grid_cell_get_row (cell); row > 0; row--)
    {
      const char      *text = sheaf_grid_table_get (cell->view->table, row - 1, cell->column);
      g_autofree char *file = sheaf_grid_cell_to_file (
          column, text, sheaf_grid_table_get_today (cell->view->table),
          sheaf_grid_table_get_today (cell->view->table));

      if (*text != '\0')
        return sheaf_date_parse (file, &day, NULL) ? day
                                                   : sheaf_grid_table_get_today (cell->view->table);
    }
  return day;
}

void
sheaf_grid_cell_leave (SheafGridCell *cell)
{
  const SheafGridColumn *column;
  const char            *text = gtk_editable_get_text (GTK_EDITABLE (cell->entry));
  g_autofree char       *whole = NULL;

  if (!sheaf_grid_cell_is_bound (cell) || cell->filling || *text == '\0')
    return;
  column = &sheaf_grid_table_get_kind (cell->view->table)->columns[cell->column];
  whole = sheaf_grid_cell_to_people (column, text, context_of (cell),
                                     sheaf_grid_table_get_today (cell->view->table));
  if (strcmp (whole, text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (cell->entry), whole);
}

static void
move (const SheafGridCell *cell,
      int                  rows,
      int                  columns)
{
  SheafGridTable *table = cell->view->table;
  guint           n = sheaf_grid_table_get_kind (table)->n_columns;
  gint64          row = (gint64) sheaf_grid_cell_get_row (cell) + rows;
  gint64          place = row * n + cell->column + columns;

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
press_control (SheafGridCell *cell,
               guint          key,
               gboolean       shift)
{
  SheafGridTable *table = cell->view->table;
  guint           row = sheaf_grid_cell_get_row (cell);

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
key_cb (SheafGridCell  *cell,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  (void) code;
  if (!sheaf_grid_cell_is_bound (cell) || (state & GDK_ALT_MASK) != 0)
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
  SheafGridCell   *cell = sheaf_grid_view_find_cell (view, view->row, view->column);
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
paste_cb (GtkText       *text,
          SheafGridCell *cell)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL, pasted_cb,
                                 g_object_ref (cell->view));
}

static void
free_cell (gpointer data)
{
  SheafGridCell *cell = data;

  if (cell->item != NULL)
    g_object_set_data (G_OBJECT (cell->item), CELL_KEY, NULL);
  g_ptr_array_remove_fast (cell->all, cell);
  g_ptr_array_unref (cell->all);
  g_free (cell);
}

void
sheaf_grid_cell_setup_cb (GtkListItemFactory *factory,
                          GtkListItem        *item,
                          SheafGridView      *view)
{
  gpointer               number = g_object_get_data (G_OBJECT (factory), CELL_KEY);
  guint                  column = GPOINTER_TO_UINT (number);
  const SheafGridColumn *spec = &sheaf_grid_table_get_kind (view->table)->columns[column];
  SheafGridCell         *cell = g_new0 (SheafGridCell, 1);
  GtkEventController    *keys = gtk_event_controller_key_new ();
  GtkEventController    *focus = gtk_event_controller_focus_new ();

  *cell = (SheafGridCell){ .view = view,
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
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (sheaf_grid_view_enter), cell);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (sheaf_grid_cell_leave), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell->entry), focus);
  g_signal_connect_swapped (cell->entry, "changed", G_CALLBACK (changed_cb), cell);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (cell->entry)), "paste-clipboard",
                    G_CALLBACK (paste_cb), cell);
  gtk_list_item_set_child (item, GTK_WIDGET (cell->entry));
  gtk_list_item_set_activatable (item, FALSE);
  g_object_set_data (G_OBJECT (item), CELL_KEY, cell);
  g_ptr_array_add (view->cells, cell);
}

void
sheaf_grid_cell_bind_cb (GtkListItemFactory *factory,
                         GtkListItem        *item,
                         SheafGridView      *view)
{
  (void) factory;
  (void) view;
  show_cell (g_object_get_data (G_OBJECT (item), CELL_KEY));
}

/* Entry and item go in any order: whoever goes first tells the cell. */
void
sheaf_grid_cell_teardown_cb (GtkListItemFactory *factory,
                             GtkListItem        *item,
                             SheafGridView      *view)
{
  SheafGridCell *cell = g_object_get_data (G_OBJECT (item), CELL_KEY);

  (void) factory;
  (void) view;
  if (cell != NULL)
    cell->item = NULL;
}
