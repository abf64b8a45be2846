/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the entry grid: the cells that every row has, and under it those that few need. */
#pragma once

#include "app/ledger/entry-cell.h"

#define SHEAF_ENTRY_COLUMNS 7
#define SHEAF_ENTRY_LINES 5

typedef struct
{
  GtkWidget               *cells[SHEAF_DRAFT_CELLS];
  GtkWidget               *details; /* under the row: what few rows need */
  GtkWidget               *lines[SHEAF_ENTRY_LINES];
  const SheafEntryChoices *choices; /* owned by the grid */
  gboolean                 editable;
  gboolean                 opened;  /* the person asked for all cells */
  char                    *from[2]; /* the accounts it opened with, copied from the row before */
} SheafEntryRow;

/* The cells belong to the grid that they are put into. */
SheafEntryRow *sheaf_entry_row_new (const SheafEntryChoices *choices,
                                    gboolean                 editable);
void           sheaf_entry_row_free (SheafEntryRow *row);
void           sheaf_entry_row_set_choices (SheafEntryRow *row);

/* The cell of a column (below SHEAF_ENTRY_COLUMNS). */
SheafDraftCell sheaf_entry_row_column (guint column);

/* The cell that a finding names ("debit", "amount", …), brought into sight; NULL when it names
 * none. */
GtkWidget *sheaf_entry_row_find_cell (SheafEntryRow *row,
                                      const char    *name);

/* TRUE when nothing is typed but what the row opened with. */
gboolean sheaf_entry_row_is_empty (const SheafEntryRow *row);

/* Shows cells, and takes them up as typed. */
void sheaf_entry_row_show (SheafEntryRow       *row,
                           const SheafDraftRow *data);
void sheaf_entry_row_write (const SheafEntryRow *row,
                            SheafDraftRow       *data);

/* FALSE when a cell cannot be read; all such cells are marked. */
gboolean sheaf_entry_row_check (const SheafEntryRow *row);

/* Shows the cells that its accounts need, and says so in them. */
void sheaf_entry_row_update_needs (SheafEntryRow *row);

/* All cells, or those needed. */
void sheaf_entry_row_toggle_details (SheafEntryRow *row);

/* A new row opens with the accounts of the one before. */
void sheaf_entry_row_open_like (SheafEntryRow       *row,
                                const SheafEntryRow *before);

/* The cell after the one with the focus that this row's accounts ask for; NULL when nothing is left
 * to be typed in it. */
GtkWidget *sheaf_entry_row_next_needed (const SheafEntryRow *row,
                                        GtkWidget           *after);
