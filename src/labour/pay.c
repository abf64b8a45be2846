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

/* everyone: the stretches of all (sheaf_member_spans_all), so that many cost one read; NULL: read a
 * person's when the rows come to it. The query is given over. */
static GPtrArray *
read_pays (SheafBook              *book,
           SheafQuery             *rows,
           GHashTable             *everyone,
           const SheafMemberRight *right,
           GError                **error)
{
  g_autoptr (GPtrArray) pays = g_ptr_array_new_with_free_func (pay_free);
  g_autoptr (SheafQuery) query = rows;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GError) cause = NULL;
  const GArray *spans = NULL;
  gint64        party_id = 0;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    {
      SheafMemberState state;

      if (party_id != sheaf_query_int (query, 0))
        {
          party_id = sheaf_query_int (query, 0);
          g_clear_pointer (&own, g_array_unref);
          if (everyone == NULL && (own = sheaf_member_spans (book, party_id, error)) == NULL)
            return NULL;
          spans = own != NULL ? own : g_hash_table_lookup (everyone, &party_id);
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
sheaf_pay_list_by (SheafBook              *book,
                   GHashTable             *everyone,
                   SheafDate               from,
                   SheafDate               to,
                   const SheafMemberRight *right,
                   GError                **error)
{
  g_return_val_if_fail (book != NULL && everyone != NULL && right != NULL, NULL);
  return read_pays (book,
                    sheaf_query_new (sheaf_book_store (book), LABOUR_PAY,
                                     SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error),
                    everyone, right, error);
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
      NULL, right, error);
}

GPtrArray *
sheaf_pay_list (SheafBook *book,
                SheafDate  from,
                SheafDate  to,
                GError   **error)
{
  g_autoptr (GHashTable) everyone = sheaf_member_spans_all (book, error);
  SheafMemberRight official = { 0 };

  official.official = TRUE;
  return everyone == NULL ? NULL
                          : sheaf_pay_list_by (book, everyone, from, to, &official, error);
}
