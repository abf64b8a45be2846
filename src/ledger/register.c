/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a register: keys from the indices of rows by account and day, texts of one page only. */
#include "ledger/register.h"

#include "ledger/register-sql.h"
#include "store/query.h"

void
sheaf_register_entry_free (SheafRegisterEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->number);
  g_free (entry->description);
  g_free (entry->across);
  g_free (entry->party);
  g_free (entry);
}

SheafPageIndex *
sheaf_register_index (SheafBook *book,
                      gint64     account_id,
                      SheafDate  from,
                      SheafDate  to,
                      guint      page_rows,
                      GError   **error)
{
  g_return_val_if_fail (book != NULL, NULL);
  return sheaf_page_index_new_by_days (
      sheaf_book_store (book), REGISTER_DAYS,
      SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (from), SHEAF_DAY (to),
                  SHEAF_DAY (sheaf_book_first_day (book))),
      page_rows, error);
}

static gboolean
read_balance_before (SheafBook  *book,
                     gint64      account_id,
                     SheafDate   day,
                     gint64      skip,
                     SheafMoney *ret_balance,
                     GError    **error)
{
  SheafStore *store = sheaf_book_store (book);
  SheafDate   month = sheaf_date_new (sheaf_date_year (day), sheaf_date_month (day), 1);
  SheafValue  first = SHEAF_DAY (sheaf_book_first_day (book));
  gint64      before, skipped = 0;

  if (!sheaf_store_get_int (store, REGISTER_BALANCE,
                            SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (day), SHEAF_DAY (month),
                                        first, SHEAF_INT (sheaf_date_year_month (day))),
                            &before, error) ||
      (skip > 0 && !sheaf_store_get_int (store, REGISTER_SKIPPED,
                                         SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (day),
                                                     SHEAF_INT (skip), first),
                                         &skipped, error)))
    return FALSE;
  *ret_balance = sheaf_money_add (SHEAF_MONEY (before), SHEAF_MONEY (skipped));
  return TRUE;
}

static SheafRegisterEntry *
read_entry (const SheafQuery *query,
            SheafMoney       *balance)
{
  SheafRegisterEntry *entry = g_new0 (SheafRegisterEntry, 1);
  SheafMoney          amount = sheaf_query_money (query, 7);

  entry->id = sheaf_query_int (query, 0);
  entry->date = sheaf_query_date (query, 1);
  entry->voucher_id = sheaf_query_int (query, 2);
  entry->number = g_strdup (sheaf_query_text (query, 3));
  entry->description = g_strdup (sheaf_query_text (query, 4));
  entry->across = g_strdup (sheaf_query_text (query, 5));
  entry->party = g_strdup (sheaf_query_text (query, 6));
  if (entry->id % 2 == 0)
    {
      entry->debit = amount;
      *balance = sheaf_money_add (*balance, amount);
    }
  else
    {
      entry->credit = amount;
      *balance = sheaf_money_sub (*balance, amount);
    }
  entry->balance = *balance;
  return entry;
}

static gboolean
read_days (SheafBook  *book,
           gint64      account_id,
           SheafDate   from,
           SheafDate   to,
           gint64      skip,
           guint       limit,
           GPtrArray  *entries,
           SheafMoney *balance,
           GError    **error)
{
  const SheafValue args[] = {
    SHEAF_INT (account_id),
    SHEAF_DAY (from),
    SHEAF_DAY (to),
    SHEAF_DAY (sheaf_book_first_day (book)),
    SHEAF_INT (limit - entries->len),
    SHEAF_INT (skip),
    { .kind = SHEAF_VALUE_END },
  };
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), REGISTER_PAGE, args, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (entries, read_entry (query, balance));
  return sheaf_query_finish (query, error);
}

/* A busy account's page lies in one day, a quiet one's in a year: each step looks at twice the days
 * of the one before, so that few entries are sorted that are not shown. */
GPtrArray *
sheaf_register_page (SheafBook *book,
                     gint64     account_id,
                     SheafDate  day,
                     gint64     skip,
                     SheafDate  to,
                     guint      limit,
                     GError   **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_register_entry_free);
  SheafMoney balance;

  g_return_val_if_fail (book != NULL, NULL);
  if (!read_balance_before (book, account_id, day, skip, &balance, error))
    return NULL;
  for (int days = 1; entries->len < limit && sheaf_date_cmp (day, to) <= 0; days *= 2)
    {
      SheafDate last = sheaf_date_add_days (day, days - 1);

      if (sheaf_date_cmp (last, to) > 0)
        last = to;
      if (!read_days (book, account_id, day, last, skip, limit, entries, &balance, error))
        return NULL;
      day = sheaf_date_add_days (last, 1);
      skip = 0;
    }
  return g_steal_pointer (&entries);
}
