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
  GtkWidget     parent_instance;
  GtkWidget    *scroller;
  GtkWidget    *grid;
  GPtrArray    *rows; /* of SheafEntryRow */
  SheafChoices *accounts;
  SheafChoices *parties;
  gboolean      editable;
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

static SheafEntryRow *
find_row_of (SheafEntryGrid *grid,
             GtkWidget      *cell,
             guint          *ret_index)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      for (guint j = 0; j < SHEAF_ENTRY_CELLS; j++)
        if (row->cells[j] == cell || gtk_widget_is_ancestor (cell, row->cells[j]))
          {
            *ret_index = i;
            return row;
          }
    }
  return NULL;
}

/* Enter goes to the next cell; past the amount of a last row that says something, to a new row. */
static void
activated_cb (GtkWidget      *cell,
              SheafEntryGrid *grid)
{
  guint          index = 0;
  SheafEntryRow *row = find_row_of (grid, cell, &index);

  if (row == NULL || !grid->editable)
    return;
  if (cell == row->cells[SHEAF_ENTRY_CREDIT_PARTY] && index + 1 == grid->rows->len)
    sheaf_entry_grid_add_row (grid);
  else
    (void) gtk_widget_child_focus (grid->grid, GTK_DIR_TAB_FORWARD);
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
  SheafEntryRow *row = sheaf_entry_row_new (grid->accounts, grid->parties, grid->editable);

  for (guint i = 0; i < SHEAF_ENTRY_CELLS; i++)
    {
      watch_cell (grid, row->cells[i]);
      gtk_grid_attach (GTK_GRID (grid->grid), row->cells[i], (int) i, (int) grid->rows->len + 1, 1,
                       1);
    }
  g_ptr_array_add (grid->rows, row);
  return row;
}

static void
clear_rows (SheafEntryGrid *grid)
{
  for (guint i = grid->rows->len; i > 0; i--)
    gtk_grid_remove_row (GTK_GRID (grid->grid), (int) i);
  g_ptr_array_set_size (grid->rows, 0);
}

static void
set_editable (SheafEntryGrid *grid,
              gboolean        editable)
{
  grid->editable = editable;
}

static void
sheaf_entry_grid_dispose (GObject *object)
{
  SheafEntryGrid *grid = SHEAF_ENTRY_GRID (object);

  /* Entries may still settle their text while they go. */
  g_clear_pointer (&grid->scroller, gtk_widget_unparent);
  g_clear_pointer (&grid->rows, g_ptr_array_unref);
  g_clear_pointer (&grid->accounts, sheaf_choices_unref);
  g_clear_pointer (&grid->parties, sheaf_choices_unref);
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
  grid->rows = g_ptr_array_new_with_free_func (g_free);
  grid->grid = gtk_grid_new ();
  grid->scroller = gtk_scrolled_window_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid->grid), 4);
  for (guint i = 0; i < SHEAF_ENTRY_CELLS; i++)
    {
      GtkWidget *title = gtk_label_new (sheaf_entry_row_title (i));

      gtk_label_set_xalign (GTK_LABEL (title), i == SHEAF_ENTRY_AMOUNT ? 1.0f : 0.0f);
      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (title, "column-title");
      gtk_grid_attach (GTK_GRID (grid->grid), title, (int) i, 0, 1, 1);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (grid->scroller), grid->grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (grid->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (grid->scroller, GTK_WIDGET (grid));
  gtk_widget_add_css_class (GTK_WIDGET (grid), "entry-grid");
  set_editable (grid, TRUE);
}

void
sheaf_entry_grid_set_choices (SheafEntryGrid *grid,
                              SheafChoices   *accounts,
                              SheafChoices   *parties)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  g_clear_pointer (&grid->accounts, sheaf_choices_unref);
  g_clear_pointer (&grid->parties, sheaf_choices_unref);
  grid->accounts = sheaf_choices_ref (accounts);
  grid->parties = sheaf_choices_ref (parties);
  for (guint i = 0; i < grid->rows->len; i++)
    sheaf_entry_row_set_choices (g_ptr_array_index (grid->rows, i), accounts, parties);
}

void
sheaf_entry_grid_begin (SheafEntryGrid *grid)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  clear_rows (grid);
  set_editable (grid, TRUE);
  (void) append_row (grid);
}

void
sheaf_entry_grid_show (SheafEntryGrid     *grid,
                       const SheafVoucher *voucher,
                       GHashTable         *item_codes)
{
  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  clear_rows (grid);
  set_editable (grid, FALSE);
  for (guint i = 0; i < voucher->rows->len; i++)
    sheaf_entry_row_show (append_row (grid), g_ptr_array_index (voucher->rows, i), item_codes);
}

static void
focus_first_marked (SheafEntryGrid *grid)
{
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);

      for (guint j = 0; j < SHEAF_ENTRY_CELLS; j++)
        if (sheaf_entry_is_marked (row->cells[j]))
          {
            (void) gtk_widget_grab_focus (row->cells[j]);
            return;
          }
    }
}

GPtrArray *
sheaf_entry_grid_read (SheafEntryGrid *grid)
{
  g_autoptr (GPtrArray)
      all = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_typed_row_free);
  gboolean good = TRUE;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), NULL);

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const SheafEntryRow *row = g_ptr_array_index (grid->rows, i);
      SheafTypedRow       *typed;

      for (guint j = 0; j < SHEAF_ENTRY_CELLS; j++)
        sheaf_entry_mark (row->cells[j], NULL);
      if (sheaf_entry_row_is_empty (row))
        continue;
      typed = sheaf_entry_row_read (row, i + 1);
      if (typed != NULL)
        g_ptr_array_add (all, typed);
      else
        good = FALSE;
    }
  if (good)
    return g_steal_pointer (&all);
  focus_first_marked (grid);
  return NULL;
}

gboolean
sheaf_entry_grid_mark (SheafEntryGrid *grid,
                       guint           line,
                       const char     *column,
                       const char     *message)
{
  const SheafEntryRow *row;
  GtkWidget           *cell;

  g_return_val_if_fail (SHEAF_IS_ENTRY_GRID (grid), FALSE);

  if (line == 0 || line > grid->rows->len)
    return FALSE;
  row = g_ptr_array_index (grid->rows, line - 1);
  cell = sheaf_entry_row_find_cell (row, column);
  if (cell != NULL)
    {
      sheaf_entry_mark (cell, message);
      focus_first_marked (grid);
      return TRUE;
    }
  return FALSE;
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

      if (sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (row->cells[SHEAF_ENTRY_AMOUNT]), &amount,
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
    sheaf_entry_row_copy (before, row, SHEAF_ENTRY_DEBIT, SHEAF_ENTRY_CREDIT);
  (void) gtk_widget_grab_focus (row->cells[SHEAF_ENTRY_TEXT]);
}

void
sheaf_entry_grid_remove_row (SheafEntryGrid *grid)
{
  guint index;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (!grid->editable)
    return;
  index = find_focused (grid);
  gtk_grid_remove_row (GTK_GRID (grid->grid), (int) index + 1);
  g_ptr_array_remove_index (grid->rows, index);
  if (grid->rows->len == 0)
    (void) append_row (grid);
  sheaf_entry_grid_focus_first (grid);
  changed_cb (grid);
}

void
sheaf_entry_grid_copy_row (SheafEntryGrid *grid)
{
  SheafEntryRow *from;
  SheafEntryRow *row;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  if (!grid->editable)
    return;
  from = g_ptr_array_index (grid->rows, find_focused (grid));
  row = append_row (grid);
  sheaf_entry_row_copy (from, row, SHEAF_ENTRY_TEXT, SHEAF_ENTRY_SCOPE);
  (void) gtk_widget_grab_focus (row->cells[SHEAF_ENTRY_TEXT]);
}

void
sheaf_entry_grid_focus_first (SheafEntryGrid *grid)
{
  const SheafEntryRow *row;

  g_return_if_fail (SHEAF_IS_ENTRY_GRID (grid));

  row = g_ptr_array_index (grid->rows, 0);
  (void) gtk_widget_grab_focus (row->cells[SHEAF_ENTRY_TEXT]);
}
