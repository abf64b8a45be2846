/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of foreign money that rows of vouchers and opening balances have. */
#pragma once

#include "exchange/csv-import-private.h"
#include "ledger/voucher.h"

/* Where a kind has them among its columns. currency stands for each side that has a foreign amount;
 * debit_currency and credit_currency are for rows that change one currency into another. */
typedef struct
{
  guint currency;
  guint debit_foreign;
  guint credit_foreign;
  guint rate;
  guint debit_currency;
  guint credit_currency;
  guint reverses; /* a row that names what it reverses may be negative */
} SheafImportForeign;

/* Fills the row's currencies, units and rate; the book's own currency means none. What cannot be
 * has its problem added. FALSE when the import cannot go on. */
gboolean sheaf_import_foreign (SheafImport              *import,
                               const SheafImportForeign *columns,
                               SheafVoucherRow          *row,
                               GError                  **error);

/* The currency of a column, "" where the cell is empty or names the book's own; a problem where
 * there is no such currency. */
const char *sheaf_import_currency (SheafImport *import,
                                   guint        column);

/* TRUE when the account counts units of currencies and no money (007). */
gboolean sheaf_import_counts_units (SheafImport *import,
                                    gint64       account_id);
