/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deliveries: reading them back. */
#include "trade/delivery.h"

#include "base/i18n.h"
#include "store/query.h"
#include "trade/delivery-private.h"
#include "trade/delivery-sql.h"
#include "trade/error.h"

SheafDelivery *
sheaf_delivery_new (void)
{
  SheafDelivery *delivery = g_new0 (SheafDelivery, 1);

  delivery->date = SHEAF_DATE_NONE;
  return delivery;
}

void
sheaf_delivery_free (SheafDelivery *delivery)
{
  if (delivery == NULL)
    return;
  g_free (delivery->lot);
  g_free (delivery->reverses);
  g_free (delivery->number);
  g_free (delivery);
}

static SheafDelivery *
read_delivery (const SheafQuery *query)
{
  SheafDelivery *delivery = sheaf_delivery_new ();

  delivery->id = sheaf_query_int (query, 0);
  delivery->party_id = sheaf_query_int (query, 1);
  delivery->product_id = sheaf_query_int (query, 2);
  delivery->date = sheaf_query_date (query, 3);
  delivery->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 4));
  delivery->price = SHEAF_RATE (sheaf_query_int (query, 5));
  delivery->amount_given = TRUE;
  delivery->amount = sheaf_query_money (query, 6);
  if (!sheaf_query_is_null (query, 7))
    delivery->lot = g_strdup (sheaf_query_text (query, 7));
  delivery->gross = SHEAF_QUANTITY (sheaf_query_int (query, 8));
  delivery->moisture = SHEAF_QUANTITY (sheaf_query_int (query, 9));
  delivery->impurity = SHEAF_QUANTITY (sheaf_query_int (query, 10));
  delivery->scope = (SheafScope) sheaf_query_int (query, 11);
  delivery->reverses_id = sheaf_query_int (query, 12);
  delivery->reversed_by = sheaf_query_int (query, 13);
  delivery->voucher_id = sheaf_query_int (query, 14);
  delivery->number = sheaf_query_is_null (query, 15)
                         ? g_strdup_printf ("#%" G_GINT64_FORMAT, delivery->id)
                         : g_strdup (sheaf_query_text (query, 15));
  return delivery;
}

SheafDelivery *
sheaf_delivery_load (SheafBook *book,
                     gint64     id,
                     GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), DELIVERY_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, &cause))
    return read_delivery (query);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHEAF_TRADE_ERROR, SHEAF_TRADE_ERROR_NOT_FOUND,
                 _ ("there is no such delivery: choose one from the list"));
  return NULL;
}

GPtrArray *
sheaf_delivery_list (SheafBook *book,
                     gint64     party_id,
                     SheafDate  from,
                     SheafDate  to,
                     GError   **error)
{
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_delivery_free);
  g_autoptr (SheafQuery)
      query = party_id == 0
                  ? sheaf_query_new (sheaf_book_store (book), DELIVERY_LIST,
                                     SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error)
                  : sheaf_query_new (sheaf_book_store (book), DELIVERY_OF_MEMBER,
                                     SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (from),
                                                 SHEAF_DAY (to)),
                                     error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    g_ptr_array_add (deliveries, read_delivery (query));
  if (cause == NULL)
    return g_steal_pointer (&deliveries);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
