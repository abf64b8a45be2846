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
 * cost grows with the rows of the account: for notes, not for the statements themselves. item_id:
 * of this item only, by its own rows, and nothing when it has none; 0: of all. */
GArray *sheaf_account_sums_load (SheafBook *book,
                                 gint64     account_id,
                                 gint64     item_id,
                                 SheafDate  from,
                                 SheafDate  to,
                                 GError   **error);

typedef struct
{
  char   currency[4];
  gint64 units; /* the currency's smallest, debit positive */
} SheafAccountUnits;

typedef struct
{
  char   currency[4];
  gint64 before; /* its smallest units, debit positive, opening balances included */
  gint64 debit;  /* turnover */
  gint64 credit;
} SheafCurrencySum;

/* What an account that is posted to moved from the first to the last day, in each currency; of
 * SheafCurrencySum, by code. From kept totals and the rows of months that are not whole. */
GArray *sheaf_account_currencies_load (SheafBook *book,
                                       gint64     account_id,
                                       SheafDate  from,
                                       SheafDate  to,
                                       GError   **error);

/* The units of each currency on an account at the end of a day; of SheafAccountUnits, by code. */
GArray *sheaf_account_units_load (SheafBook *book,
                                  gint64     account_id,
                                  SheafDate  on,
                                  GError   **error);
