/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay that counts, by the register as it is known now. */
#include "labour/labour-private.h"
#include "labour/labour-sql.h"
#include "members/membership.h"
#include "store/query.h"

static void
pay_free (gpointer data)
{
  SheafPay *pay = data;

  g_free (pay->member);
  g_free (pay);
}

/* Adds a day's pay to the person's sum, which is the last one or new. */
static void
add_day (GPtrArray        *pays,
         const SheafQuery *query)
{
  SheafPay *pay = pays->len == 0 ? NULL : g_ptr_array_index (pays, pays->len - 1);

  if (pay == NULL || pay->party_id != sheaf_query_int (query, 0))
    {
      pay = g_new0 (SheafPay, 1);
      pay->party_id = sheaf_query_int (query, 0);
      pay->member = g_strdup (sheaf_query_text (query, 1));
      pay->first = sheaf_query_date (query, 2);
      g_ptr_array_add (pays, pay);
    }
  pay->last = sheaf_query_date (query, 2);
  pay->days.thousandths += sheaf_query_int (query, 5);
  pay->rows += sheaf_query_int (query, 3);
  pay->amount = sheaf_money_add (pay->amount, sheaf_query_money (query, 4));
}

/* The query is given over. */
static GPtrArray *
read_pays (SheafBook              *book,
           SheafQuery             *rows,
           const SheafMemberRight *right,
           GError                **error)
{
  g_autoptr (GPtrArray) pays = g_ptr_array_new_with_free_func (pay_free);
  g_autoptr (SheafQuery) query = rows;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GError) cause = NULL;
  gint64 party_id = 0;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    {
      SheafMemberState state;

      if (party_id != sheaf_query_int (query, 0))
        {
          party_id = sheaf_query_int (query, 0);
          g_clear_pointer (&spans, g_array_unref);
          spans = sheaf_member_spans (book, party_id, error);
          if (spans == NULL)
            return NULL;
        }
      state = sheaf_member_spans_on (spans, sheaf_query_date (query, 2));
      if (sheaf_member_state_has_right (&state, right))
        add_day (pays, query);
    }
  if (cause == NULL)
    return g_steal_pointer (&pays);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

GPtrArray *
sheaf_pay_list_of (SheafBook              *book,
                   SheafDate               from,
                   SheafDate               to,
                   const SheafMemberRight *right,
                   GError                **error)
{
  return read_pays (book,
                    sheaf_query_new (sheaf_book_store (book), LABOUR_PAY,
                                     SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error),
                    right, error);
}

GPtrArray *
sheaf_pay_list_of_one (SheafBook              *book,
                       SheafDate               from,
                       SheafDate               to,
                       const SheafMemberRight *right,
                       gint64                  party_id,
                       GError                **error)
{
  return read_pays (
      book,
      sheaf_query_new (sheaf_book_store (book), LABOUR_PAY_OF_ONE,
                       SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to), SHEAF_INT (party_id)), error),
      right, error);
}

GPtrArray *
sheaf_pay_list (SheafBook *book,
                SheafDate  from,
                SheafDate  to,
                GError   **error)
{
  SheafMemberRight official = { 0 };

  official.official = TRUE;
  return sheaf_pay_list_of (book, from, to, &official, error);
}
