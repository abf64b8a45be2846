/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GtkGrid of entries: GTK 4.8's column view has no focus for cells. At most some hundred rows. */
#include "app/ledger/entry-grid.h"

#include "app/ledger/entry-row.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

struct _SheafEntryGrid
{
  GtkWidget         parent_instance;
  GtkWidget        *scroller;
  GtkWidget        *grid;
  GPtrArray        *rows; /* of SheafEntryRow; two lines of the grid each */
  SheafEntryChoices choices;
  gboolean          editable;
};

G_DEFINE_FINAL_TYPE (SheafEntryGrid, sheaf_entry_grid, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  HINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (SheafEntryGrid *grid)
{
  g_signal_emit (grid, signals[CHANGED], 0);
}

static void
entered_cb (GtkEventControllerFocus *controller,
            SheafEntryGrid          *grid)
{
  GtkWidget  *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *name = SHEAF_IS_CODE_PICKER (cell)
                         ? sheaf_code_picker_get_name (SHEAF_CODE_PICKER (cell))
                         : NULL;

  g_signal_emit (grid, signals[HINT], 0, name);
}

static void
picked_cb (SheafEntryGrid  *grid,
           SheafCodePicker *picker)
{
  g_signal_emit (grid, signals[HINT], 0, sheaf_code_picker_get_name (picker));
}

static void
focus_row (SheafEntryGrid *grid,
           guint           index)
{
  const SheafEntryRow *row = g_ptr_array_index (grid->rows, index);

  (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_DESCRIPTION]);
}

static SheafEntryRow *
find_row_of (SheafEntryGrid *grid,
             GtkWidget      *cell,
             guint          *ret_index)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      for (guint j = 0; j < SHEAF_DRAFT_CELLS; j++)
        if (row->cells[j] == cell || gtk_widget_is_ancestor (cell, row->cells[j]))
          {
            *ret_index = i;
            return row;
          }
    }
  return NULL;
}

/* Enter goes to the next cell that the row still asks for; where nothing is missing, to the next
 * row, and past the last to a new one. */
static void
activated_cb (GtkWidget      *cell,
              SheafEntryGrid *grid)
{
  guint          index = 0;
  SheafEntryRow *row = find_row_of (grid, cell, &index);
  GtkWidget     *next;

  if (row == NULL || !grid->editable || sheaf_entry_is_marked (cell))
    return;
  next = sheaf_entry_row_next_needed (row, cell);
  if (next != NULL)
    (void) gtk_widget_grab_focus (next);
  else if (sheaf_entry_row_is_empty (row))
    return;
  else if (index + 1 < grid->rows->len)
    focus_row (grid, index + 1);
  else
    sheaf_entry_grid_add_row (grid);
}

/* The grid listens to each cell; what a cell is, is the row's matter. */
static void
watch_cell (SheafEntryGrid *grid,
            GtkWidget      *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (GTK_IS_EDITABLE (cell))
    {
      g_signal_connect_swapped (cell, "changed", G_CALLBACK (changed_cb), grid);
      /* After the entry's own handler, which settles the text. */
      g_signal_connect_after (cell, "activate", G_CALLBACK (activated_cb), grid);
    }
  if (SHEAF_IS_CODE_PICKER (cell))
    g_signal_connect_swapped (cell, "picked", G_CALLBACK (picked_cb), grid);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), grid);
  gtk_widget_add_controller (cell, focus);
}

static SheafEntryRow *
append_row (SheafEntryGrid *grid)
{
  SheafEntryRow *row = sheaf_entry_row_new (&grid->choices, grid->editable);
  int            line = 2 * (int) grid->rows->len + 1;

  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    watch_cell (grid, row->cells[i]);
  for (guint i = 0; i < SHEAF_ENTRY_COLUMNS; i++)
    gtk_grid_attach (GTK_GRID (grid->grid), row->cells[sheaf_entry_row_column (i)], (int) i, line,
                     1, 1);
  gtk_grid_attach (GTK_GRID (grid->grid), row->details, 0, line + 1, SHEAF_ENTRY_COLUMNS, 1);
  g_ptr_array_add (grid->rows, row);
  return row;
}

static void
remove_lines (SheafEntryGrid *grid,
              guint           index)
{
  gtk_grid_remove_row (GTK_GRID (grid->grid), 2 * (int) index + 2);
  gtk_grid_remove_row (GTK_GRID (grid->grid), 2 * (int) index + 1);
}

static void
clear_rows (SheafEntryGrid *grid)
{
  for (guint i = grid->rows->len; i > 0; i--)
    remove_lines (grid, i - 1);
  g_ptr_array_set_size (grid->rows, 0);
}

static void
clear_choices (SheafEntryGrid *grid)
{
  g_clear_pointer (&grid->choices.accounts, sheaf_choices_unref);
  g_clear_pointer (&grid->choices.parties, sheaf_choices_unref);
  g_clear_pointer (&grid->choices.items, sheaf_choices_unref);
}

static void
sheaf_entry_grid_dispose (GObject *object)
{
  SheafEntryGrid *grid = SHEAF_ENTRY_GRID (object);

  /* Entries may still settle their text while they go. */
  g_clear_pointer (&grid->scroller, gtk_widget_unparent);
  g_clear_pointer (&grid->rows, g_ptr_array_unref);
  clear_choices (grid);
  G_OBJECT_CLASS (sheaf_entry_grid_parent_class)->dispose (object);
}

static void
sheaf_entry_grid_class_init (SheafEntryGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_entry_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", SHEAF_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[HINT] = g_signal_new ("hint", SHEAF_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sheaf_entry_grid_init (SheafEntryGrid *grid)
{
  grid->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_entry_row_free);
  grid->grid = gtk_grid_new ();
  grid->scroller = gtk_scrolled_window_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid->grid), 4);
  for (guint i = 0; i < SHEAF_ENTRY_COLUMNS; i++)
    {
      SheafDraftCell which = sheaf_entry_row_column (i);
      GtkWidget     *title = gtk_label_new (sheaf_entry_cell_title (which));

      gtk_label_set_xalign (GTK_LABEL (title), which == SHEAF_DRAFT_AMOUNT ? 1.0f : 0.0f);
      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (title, "column-title");
      gtk_grid_attach (GTK_GRID (grid->grid), title, (int) i, 0, 1, 1);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (grid->scroller), grid->grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (grid->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (grid->scroller, GTK_WIDGET (grid));
  gtk_widget_add_css_class (GTK_WIDGET (grid), "entry-grid");
  grid->editable = TRUE;
}

static SheafChoices *
hold (SheafChoices *choices)
{
  return choices != NULL ? sheaf_choices_ref (choices) : NULL;
}

void
sheaf_entry_grid_set_choices (SheafEntryGrid *grid,
                              SheafChoices   *accounts,
                              SheafChoices   *parties,
                              SheafChoices   *items)
{
  SheafEntryChoices choices = { hold (accounts), hold (parties), hold (items) };

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  clear_choices (grid);
  grid->choices = choices;
  for (guint i = 0; i < grid->rows->len; i++)
    sheaf_entry_row_set_choices (g_ptr_array_index (grid->rows, i));
}

void
sheaf_entry_grid_begin (SheafEntryGrid *grid)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  clear_rows (grid);
  grid->editable = TRUE;
  (void) append_row (grid);
}

void
sheaf_entry_grid_show (SheafEntryGrid  *grid,
                       const GPtrArray *rows,
                       gboolean         editable)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  clear_rows (grid);
  grid->editable = editable;
  for (guint i = 0; i < rows->len; i++)
    sheaf_entry_row_show (append_row (grid), g_ptr_array_index (rows, i));
  if (editable && rows->len == 0)
    (void) append_row (grid);
  changed_cb (grid);
}

static void
focus_first_marked (SheafEntryGrid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      for (guint j = 0; j < SHEAF_DRAFT_CELLS; j++)
        if (sheaf_entry_is_marked (row->cells[j]))
          {
            /* It may be one that the row did not show. */
            sheaf_entry_row_update_needs (row);
            (void) gtk_widget_grab_focus (row->cells[j]);
            return;
          }
    }
}

void
sheaf_entry_grid_write (SheafEntryGrid *grid,
                        SheafDraft     *draft)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      if (!sheaf_entry_row_is_empty (row))
        sheaf_entry_row_write (row, sheaf_draft_add_row (draft));
    }
}

gboolean
sheaf_entry_grid_check (SheafEntryGrid *grid)
{
  gboolean good = TRUE;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), FALSE);

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      good = (sheaf_entry_row_is_empty (row) || sheaf_entry_row_check (row)) && good;
    }
  if (!good)
    focus_first_marked (grid);
  return good;
}

/* The row of a line as written: empty rows are not counted. */
static SheafEntryRow *
find_line (SheafEntryGrid *grid,
           guint           line)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      if (!sheaf_entry_row_is_empty (row) && --line == 0)
        return row;
    }
  return NULL;
}

gboolean
sheaf_entry_grid_mark (SheafEntryGrid *grid,
                       guint           line,
                       const char     *column,
                       const char     *message)
{
  SheafEntryRow *row;
  GtkWidget     *cell;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), FALSE);

  row = line > 0 ? find_line (grid, line) : NULL;
  cell = row != NULL ? sheaf_entry_row_find_cell (row, column) : NULL;
  if (cell == NULL)
    return FALSE;
  sheaf_entry_mark (cell, message);
  focus_first_marked (grid);
  return TRUE;
}

gboolean
sheaf_entry_grid_is_empty (SheafEntryGrid *grid)
{
  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), TRUE);

  for (guint i = 0; i < grid->rows->len; i++)
    if (!sheaf_entry_row_is_empty (g_ptr_array_index (grid->rows, i)))
      return FALSE;
  return TRUE;
}

SheafMoney
sheaf_entry_grid_total (SheafEntryGrid *grid)
{
  SheafMoney total = SHEAF_MONEY_ZERO;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), total);

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);
      SheafMoney           amount;

      if (sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (row->cells[SHEAF_DRAFT_AMOUNT]), &amount,
                                  NULL) &&
          amount.units <= SHEAF_MONEY_MAX - total.units)
        total = sheaf_money_add (total, amount);
    }
  return total;
}

static guint
find_focused (SheafEntryGrid *grid)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint      index = 0;

  if (focus != NULL && find_row_of (grid, focus, &index) != NULL)
    return index;
  return grid->rows->len - 1;
}

void
sheaf_entry_grid_add_row (SheafEntryGrid *grid)
{
  SheafEntryRow *before;
  SheafEntryRow *row;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (!grid->editable)
    return;
  before = grid->rows->len > 0 ? g_ptr_array_index (grid->rows, grid->rows->len - 1) : NULL;
  row = append_row (grid);
  if (before != NULL)
    sheaf_entry_row_open_like (row, before);
  (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_DESCRIPTION]);
}

void
sheaf_entry_grid_remove_row (SheafEntryGrid *grid)
{
  guint index;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (!grid->editable)
    return;
  index = find_focused (grid);
  remove_lines (grid, index);
  g_ptr_array_remove_index (grid->rows, index);
  if (grid->rows->len == 0)
    (void) append_row (grid);
  sheaf_entry_grid_focus_first (grid);
  changed_cb (grid);
}

void
sheaf_entry_grid_copy_row (SheafEntryGrid *grid)
{
  g_autoptr (SheafDraft) copy = NULL;
  SheafEntryRow *row;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (!grid->editable)
    return;
  copy = sheaf_draft_new (NULL);
  sheaf_entry_row_write (g_ptr_array_index (grid->rows, find_focused (grid)),
                         sheaf_draft_add_row (copy));
  row = append_row (grid);
  sheaf_entry_row_show (row, g_ptr_array_index (copy->rows, 0));
  (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_DESCRIPTION]);
}

void
sheaf_entry_grid_toggle_details (SheafEntryGrid *grid)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (grid->editable)
    sheaf_entry_row_toggle_details (g_ptr_array_index (grid->rows, find_focused (grid)));
}

void
sheaf_entry_grid_focus_first (SheafEntryGrid *grid)
{
  const SheafEntryRow *row;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  row = g_ptr_array_index (grid->rows, 0);
  (void) gtk_widget_grab_focus (row->cells[SHEAF_DRAFT_DEBIT]);
}

GtkWidget *
sheaf_entry_grid_get_cell (SheafEntryGrid *grid,
                           guint           row,
                           SheafDraftCell  which)
{
  const SheafEntryRow *found;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), NULL);
  g_return_val_if_fail (row >= 1 && row <= grid->rows->len && which < SHEAF_DRAFT_CELLS, NULL);

  found = g_ptr_array_index (grid->rows, row - 1);
  return found->cells[which];
}

void
sheaf_entry_grid_get_traits (SheafEntryGrid *grid,
                             guint          *ret_debit,
                             guint          *ret_credit)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  *ret_debit = 0;
  *ret_credit = 0;
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      *ret_debit |= sheaf_code_picker_get_traits (
          SHEAF_CODE_PICKER (row->cells[SHEAF_DRAFT_DEBIT]));
      *ret_credit |= sheaf_code_picker_get_traits (
          SHEAF_CODE_PICKER (row->cells[SHEAF_DRAFT_CREDIT]));
    }
}
