/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums are made by the store: a member who delivers milk twice a day has thousands of rows. */
#include "trade/year-trade.h"

#include "store/query.h"
#include "trade/year-trade-sql.h"

static void
year_trade_free (gpointer data)
{
  SheafYearTrade *trade = data;

  g_free (trade->code);
  g_free (trade->name);
  g_free (trade->unit);
  g_free (trade);
}

static SheafYearTrade *
read_trade (const SheafQuery *query)
{
  SheafYearTrade *trade = g_new0 (SheafYearTrade, 1);

  trade->year = (int) sheaf_query_int (query, 0);
  trade->kind = sheaf_query_int (query, 1) == 0 ? SHEAF_USE_DELIVERY : SHEAF_USE_SUPPLY;
  trade->code = g_strdup (sheaf_query_text (query, 2));
  trade->name = g_strdup (sheaf_query_text (query, 3));
  trade->unit = g_strdup (sheaf_query_text (query, 4));
  trade->rows = sheaf_query_int (query, 5);
  trade->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 6));
  trade->amount = sheaf_query_money (query, 7);
  trade->vat = sheaf_query_money (query, 8);
  return trade;
}

GPtrArray *
sheaf_year_trade_list (SheafBook *book,
                       gint64     party_id,
                       SheafDate  until,
                       GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (year_trade_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), YEAR_TRADE,
                           SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (until)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (list, read_trade (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
