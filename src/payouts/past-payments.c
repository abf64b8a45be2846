/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments of one member over all batches. */
#include "payouts/past-payments.h"

#include "payouts/past-payments-sql.h"
#include "store/query.h"

static void
past_payment_free (gpointer data)
{
  SheafPastPayment *payment = data;

  g_free (payment->voucher_number);
  g_free (payment);
}

static SheafPastPayment *
read_payment (const SheafQuery *query)
{
  SheafPastPayment *payment = g_new0 (SheafPastPayment, 1);

  payment->year = (int) sheaf_query_int (query, 0);
  payment->date = sheaf_query_date (query, 1);
  payment->method = (SheafPayoutMethod) sheaf_query_int (query, 2);
  payment->returned = sheaf_query_money (query, 8);
  payment->amount = sheaf_money_sub (sheaf_query_money (query, 3), payment->returned);
  payment->money = sheaf_money_sub (sheaf_query_money (query, 7), payment->returned);
  payment->voucher_id = sheaf_query_int (query, 4);
  payment->voucher_number = g_strdup (sheaf_query_text (query, 5));
  payment->paid = sheaf_query_int (query, 6) == 0;
  return payment;
}

GPtrArray *
sheaf_past_payment_list (SheafBook *book,
                         gint64     party_id,
                         SheafDate  on,
                         GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (past_payment_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), PAST_PAYMENTS,
                           SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (on)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (list, read_payment (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
