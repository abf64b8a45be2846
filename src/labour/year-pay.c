/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay of a person by years, as the member's card shows it. */
#include "labour/year-pay.h"

#include "labour/year-pay-sql.h"
#include "store/query.h"

GArray *
sheaf_year_pay_list (SheafBook *book,
                     gint64     party_id,
                     SheafDate  until,
                     GError   **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (SheafYearPay));
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), YEAR_PAY,
                           SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (until)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafYearPay pay = { .year = (int) sheaf_query_int (query, 0),
                           .rows = sheaf_query_int (query, 1),
                           .days = SHEAF_QUANTITY (sheaf_query_int (query, 2)),
                           .amount = sheaf_query_money (query, 3),
                           .tax = sheaf_query_money (query, 4),
                           .insurance = sheaf_query_money (query, 5) };

      g_array_append_val (list, pay);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
