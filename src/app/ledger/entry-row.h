/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the entry grid: its cells, what they say, and how to read them. */
#pragma once

#include "app/choices.h"
#include "ledger/voucher.h"

#include <gtk/gtk.h>

enum
{
  SHEAF_ENTRY_TEXT,
  SHEAF_ENTRY_DEBIT,
  SHEAF_ENTRY_CREDIT,
  SHEAF_ENTRY_AMOUNT,
  SHEAF_ENTRY_DEBIT_PARTY,
  SHEAF_ENTRY_CREDIT_PARTY,
  SHEAF_ENTRY_SCOPE,
  SHEAF_ENTRY_CELLS
};

/* The cells belong to the grid that they are put into. */
typedef struct
{
  GtkWidget    *cells[SHEAF_ENTRY_CELLS];
  SheafChoices *accounts; /* owned by the grid */
  SheafChoices *parties;
} SheafEntryRow;

/* What was typed, ready for the writing thread: items are codes until they are made sure of. */
typedef struct
{
  SheafVoucherRow row; /* texts owned; items 0 */
  char           *debit_item;
  char           *credit_item;
} SheafTypedRow;

void sheaf_typed_row_free (SheafTypedRow *typed);

/* Free with g_free. */
SheafEntryRow *sheaf_entry_row_new (SheafChoices *accounts,
                                    SheafChoices *parties,
                                    gboolean      editable);
void           sheaf_entry_row_set_choices (SheafEntryRow *row,
                                            SheafChoices  *accounts,
                                            SheafChoices  *parties);

/* The head of a column, translated. */
const char *sheaf_entry_row_title (guint cell);

/* The cell that a finding names ("debit", "amount", …); NULL when it names none. */
GtkWidget *sheaf_entry_row_find_cell (const SheafEntryRow *row,
                                      const char          *column);
gboolean   sheaf_entry_row_is_empty (const SheafEntryRow *row);

/* Shows a posted row; item codes by id. */
void sheaf_entry_row_show (SheafEntryRow         *row,
                           const SheafVoucherRow *data,
                           GHashTable            *item_codes);

/* What was typed; NULL when a cell cannot be read. All such cells are marked. */
SheafTypedRow *sheaf_entry_row_read (const SheafEntryRow *row,
                                     guint                line);

/* Copies the cells from first to last. */
void sheaf_entry_row_copy (const SheafEntryRow *from,
                           const SheafEntryRow *to,
                           guint                first,
                           guint                last);
