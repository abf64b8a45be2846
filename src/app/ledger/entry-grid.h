/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a voucher as plain entries: text, debit, credit, amount, party of each side, scope.
 * Everything by keyboard. */
#pragma once

#include "app/ledger/entry-row.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_ENTRY_GRID (sheaf_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (SheafEntryGrid, sheaf_entry_grid, SHEAF, ENTRY_GRID, GtkWidget)

/* Offers these accounts and parties. */
void sheaf_entry_grid_set_choices (SheafEntryGrid *grid,
                                   SheafChoices   *accounts,
                                   SheafChoices   *parties);

/* Empties to one row to be typed in. */
void sheaf_entry_grid_begin (SheafEntryGrid *grid);

/* Shows a posted voucher's rows, not to be changed; items are codes by id ("" for none). */
void sheaf_entry_grid_show (SheafEntryGrid     *grid,
                            const SheafVoucher *voucher,
                            GHashTable         *item_codes);

/* The rows typed (of SheafTypedRow), with line = 1, 2, … ; empty rows are left out. NULL when
 * something cannot be read: it is marked and focused then. */
GPtrArray *sheaf_entry_grid_read (SheafEntryGrid *grid);

/* Marks the cell that a finding names ("debit", "amount", …); FALSE when it names none. */
gboolean sheaf_entry_grid_mark (SheafEntryGrid *grid,
                                guint           line,
                                const char     *column,
                                const char     *message);

/* TRUE when nothing is typed in any row. */
gboolean sheaf_entry_grid_is_empty (SheafEntryGrid *grid);

/* The sum of the amounts that can be read. */
SheafMoney sheaf_entry_grid_total (SheafEntryGrid *grid);

/* The row with the focus: added after, removed, copied. */
void sheaf_entry_grid_add_row (SheafEntryGrid *grid);
void sheaf_entry_grid_remove_row (SheafEntryGrid *grid);
void sheaf_entry_grid_copy_row (SheafEntryGrid *grid);

/* "changed" comes when the total may have changed, "hint" (const char *) when another account or
 * party is under the focus. */
void sheaf_entry_grid_focus_first (SheafEntryGrid *grid);
