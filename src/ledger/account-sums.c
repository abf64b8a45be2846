/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of the rows of one account. */
#include "ledger/account-sums.h"

#include "ledger/account-sums-sql.h"
#include "store/query.h"

GArray *
sheaf_account_sums_load (SheafBook *book,
                         gint64     account_id,
                         gint64     item_id,
                         SheafDate  from,
                         SheafDate  to,
                         GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  g_autoptr (SheafQuery) query =
      item_id == 0
          ? sheaf_query_new (store, ACCOUNT_SUMS,
                             SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (from), SHEAF_DAY (to)),
                             error)
          : sheaf_query_new (store, ACCOUNT_ITEM_SUM,
                             SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (item_id),
                                         SHEAF_DAY (from), SHEAF_DAY (to)),
                             error);
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (SheafAccountSum));

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafAccountSum sum = { .item_id = sheaf_query_int (query, 0),
                              .before = sheaf_query_money (query, 1),
                              .debit = sheaf_query_money (query, 2),
                              .credit = sheaf_query_money (query, 3) };

      g_array_append_val (sums, sum);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&sums) : NULL;
}

GArray *
sheaf_account_units_load (SheafBook *book,
                          gint64     account_id,
                          SheafDate  on,
                          GError   **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), ACCOUNT_UNITS,
                       SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (on)), error);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (SheafAccountUnits));

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafAccountUnits units = { 0 };

      units.units = sheaf_query_int (query, 1);
      g_strlcpy (units.currency, sheaf_query_text (query, 0), sizeof units.currency);
      g_array_append_val (list, units);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

GArray *
sheaf_account_currencies_load (SheafBook *book,
                               gint64     account_id,
                               SheafDate  from,
                               SheafDate  to,
                               GError   **error)
{
  SheafDate month = sheaf_date_new (sheaf_date_year (from), sheaf_date_month (from), 1);
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), ACCOUNT_CURRENCIES,
      SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (sheaf_date_year_month (from)),
                  SHEAF_INT (sheaf_date_year_month (to)), SHEAF_DAY (month), SHEAF_DAY (from),
                  SHEAF_DAY (to), SHEAF_DAY (sheaf_date_month_end (to))),
      error);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (SheafCurrencySum));

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafCurrencySum sum = { .before = sheaf_query_int (query, 1),
                               .debit = sheaf_query_int (query, 2),
                               .credit = sheaf_query_int (query, 3) };

      g_strlcpy (sum.currency, sheaf_query_text (query, 0), sizeof sum.currency);
      g_array_append_val (list, sum);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
