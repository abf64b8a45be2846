/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shares are read as they were approved: nothing is computed anew. */
#include "distribution/past-shares.h"

#include "distribution/past-shares-sql.h"
#include "store/query.h"

#include <string.h>

static void
past_share_free (gpointer data)
{
  SheafPastShare *share = data;

  g_free (share->resolution);
  g_free (share->voucher_number);
  g_free (share);
}

/* Shares of the two profits stand in two vouchers, one after the other. */
static void
add_number (SheafPastShare *share,
            const char     *number)
{
  g_autofree char *before = g_steal_pointer (&share->voucher_number);
  const char      *last = before != NULL ? strrchr (before, ' ') : NULL;

  last = last != NULL ? last + 1 : before;
  if (*number == '\0' || g_strcmp0 (last, number) == 0)
    share->voucher_number = g_steal_pointer (&before);
  else
    share->voucher_number = before != NULL ? g_strconcat (before, ", ", number, NULL)
                                           : g_strdup (number);
}

/* The year that the row belongs to: the last one, or a new one. */
static SheafPastShare *
find_year (GPtrArray        *list,
           const SheafQuery *query)
{
  SheafPastShare *share = list->len == 0 ? NULL : g_ptr_array_index (list, list->len - 1);

  if (share != NULL && share->year == (int) sheaf_query_int (query, 0))
    return share;
  share = g_new0 (SheafPastShare, 1);
  share->year = (int) sheaf_query_int (query, 0);
  share->approved = sheaf_query_date (query, 4);
  share->resolution = g_strdup (sheaf_query_text (query, 5));
  share->posted = SHEAF_DATE_NONE;
  g_ptr_array_add (list, share);
  return share;
}

GPtrArray *
sheaf_past_share_list (SheafBook *book,
                       gint64     party_id,
                       SheafDate  on,
                       GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (past_share_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), PAST_SHARES,
                           SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (on)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafPastShare *share = find_year (list, query);
      SheafMoney      amount = sheaf_query_money (query, 3);

      share->pools[sheaf_query_int (query, 1)][sheaf_query_int (query, 2)] = amount;
      share->amount = sheaf_money_add (share->amount, amount);
      if (sheaf_date_is_none (share->posted))
        share->posted = sheaf_query_date (query, 6);
      add_number (share, sheaf_query_text (query, 7));
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}
