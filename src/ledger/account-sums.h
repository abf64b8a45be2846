/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one account moved, by item or by currency, from its rows. */
#pragma once

#include "book/book.h"

typedef struct
{
  gint64     item_id; /* 0: rows that name none */
  SheafMoney before;  /* debit positive, opening balances included */
  SheafMoney debit;   /* turnover without closing entries */
  SheafMoney credit;
} SheafAccountSum;

/* Of an account that is posted to, from the first to the last day; of SheafAccountSum, by item. The
 * cost grows with the rows of the account: for notes, not for the statements themselves. */
GArray *sheaf_account_sums_load (SheafBook *book,
                                 gint64     account_id,
                                 SheafDate  from,
                                 SheafDate  to,
                                 GError   **error);

typedef struct
{
  char   currency[4];
  gint64 units; /* the currency's smallest, debit positive */
} SheafAccountUnits;

/* The units of each currency on an account at the end of a day; of SheafAccountUnits, by code. */
GArray *sheaf_account_units_load (SheafBook *book,
                                  gint64     account_id,
                                  SheafDate  on,
                                  GError   **error);
