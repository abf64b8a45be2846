/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplies: reading them back. */
#include "trade/supply.h"

#include "base/i18n.h"
#include "store/query.h"
#include "trade/supply-private.h"
#include "trade/supply-sql.h"
#include "trade/error.h"

SheafSupply *
sheaf_supply_new (void)
{
  SheafSupply *supply = g_new0 (SheafSupply, 1);

  supply->date = SHEAF_DATE_NONE;
  return supply;
}

void
sheaf_supply_free (SheafSupply *supply)
{
  if (supply == NULL)
    return;
  g_free (supply->reverses);
  g_free (supply->number);
  g_free (supply);
}

static SheafSupply *
read_supply (const SheafQuery *query)
{
  SheafSupply *supply = sheaf_supply_new ();

  supply->id = sheaf_query_int (query, 0);
  supply->party_id = sheaf_query_int (query, 1);
  supply->product_id = sheaf_query_int (query, 2);
  supply->date = sheaf_query_date (query, 3);
  supply->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 4));
  supply->price = SHEAF_RATE (sheaf_query_int (query, 5));
  supply->amount_given = TRUE;
  supply->amount = sheaf_query_money (query, 6);
  supply->vat = sheaf_query_money (query, 7);
  supply->cost_given = !sheaf_query_is_null (query, 8);
  supply->cost = sheaf_query_money (query, 8);
  supply->scope = (SheafScope) sheaf_query_int (query, 9);
  supply->reverses_id = sheaf_query_int (query, 10);
  supply->reversed_by = sheaf_query_int (query, 11);
  supply->voucher_id = sheaf_query_int (query, 12);
  supply->number = sheaf_query_is_null (query, 13)
                       ? g_strdup_printf ("#%" G_GINT64_FORMAT, supply->id)
                       : g_strdup (sheaf_query_text (query, 13));
  return supply;
}

SheafSupply *
sheaf_supply_load (SheafBook *book,
                   gint64     id,
                   GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), SUPPLY_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, &cause))
    return read_supply (query);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_NOT_FOUND,
                 _ ("there is no such supply: choose one from the list"));
  return NULL;
}

GPtrArray *
sheaf_supply_list (SheafBook *book,
                   gint64     party_id,
                   SheafDate  from,
                   SheafDate  to,
                   GError   **error)
{
  g_autoptr (GPtrArray) supplies = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_supply_free);
  g_autoptr (SheafQuery)
      query = party_id == 0
                  ? sheaf_query_new (sheaf_book_store (book), SUPPLY_LIST,
                                     SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error)
                  : sheaf_query_new (sheaf_book_store (book), SUPPLY_OF_MEMBER,
                                     SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (from),
                                                 SHEAF_DAY (to)),
                                     error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    g_ptr_array_add (supplies, read_supply (query));
  if (cause == NULL)
    return g_steal_pointer (&supplies);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
