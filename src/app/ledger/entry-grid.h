/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a voucher as plain entries, with the cells that few rows need under them. Everything
 * by keyboard. */
#pragma once

#include "app/ledger/entry-row.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_ENTRY_GRID (sheaf_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (SheafEntryGrid, sheaf_entry_grid, SHEAF, ENTRY_GRID, GtkWidget)

/* Offers these accounts, parties and items (may be NULL). */
void sheaf_entry_grid_set_choices (SheafEntryGrid *grid,
                                   SheafChoices   *accounts,
                                   SheafChoices   *parties,
                                   SheafChoices   *items);

/* Empties to one row to be typed in. */
void sheaf_entry_grid_begin (SheafEntryGrid *grid);

/* Shows rows (of SheafDraftRow), to be typed further or only read. */
void sheaf_entry_grid_show (SheafEntryGrid  *grid,
                            const GPtrArray *rows,
                            gboolean         editable);

/* Appends the rows to the draft as they stand; findings count rows in this order, empty ones left
 * out. */
void sheaf_entry_grid_write (SheafEntryGrid *grid,
                             SheafDraft     *draft);

/* FALSE when a cell cannot be read: all such are marked then, and the first is focused. */
gboolean sheaf_entry_grid_check (SheafEntryGrid *grid);

/* Marks the cell of a row written (line: 1, 2, …) that a finding names ("debit", "amount", …);
 * FALSE when it names none. */
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

/* All cells of the row with the focus, or those it needs. */
void sheaf_entry_grid_toggle_details (SheafEntryGrid *grid);

/* A cell of a row, both as on screen: rows from 1. */
GtkWidget *sheaf_entry_grid_get_cell (SheafEntryGrid *grid,
                                      guint           row,
                                      SheafDraftCell  which);

/* What the accounts of all rows say of debit and credit, SheafAccountTrait or-ed. */
void sheaf_entry_grid_get_traits (SheafEntryGrid *grid,
                                  guint          *ret_debit,
                                  guint          *ret_credit);

/* "changed" comes when the total may have changed, "hint" (const char *) when another account or
 * party is under the focus. */
void sheaf_entry_grid_focus_first (SheafEntryGrid *grid);
