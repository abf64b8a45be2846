/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the boxes of a year's list. */
#include "payouts/year-list.h"

#include "capital/event.h"
#include "distribution/pool.h"
#include "ledger/party.h"
#include "notices/redeem.h"
#include "payouts/year-list-sql.h"
#include "store/query.h"

#include <string.h>

/* A list under way. */
typedef struct
{
  SheafBook           *book;
  const SheafYearList *list;
  SheafDate            from;
  SheafDate            to;
  GHashTable          *rows; /* party to row */
  GError             **error;
} Filling;

static void
row_free (gpointer data)
{
  SheafYearListRow *row = data;

  g_free (row->code);
  g_free (row->name);
  g_free (row->tax_code);
  g_free (row->address);
  g_clear_pointer (&row->amounts, g_array_unref);
  g_free (row);
}

static SheafYearListRow *
take_row (const Filling *filling,
          gint64         party_id)
{
  SheafYearListRow *row = g_hash_table_lookup (filling->rows, &party_id);

  if (row != NULL)
    return row;
  row = g_new0 (SheafYearListRow, 1);
  row->party_id = party_id;
  row->amounts = g_array_new (FALSE, TRUE, sizeof (SheafMoney));
  g_array_set_size (row->amounts, filling->list->boxes->len);
  g_hash_table_insert (filling->rows, &row->party_id, row);
  return row;
}

/* Into every box that names the word, or the word before its colon. */
static void
put (const Filling *filling,
     gint64         party_id,
     const char    *kind,
     const char    *what,
     SheafMoney     amount)
{
  g_autofree char *word = g_strconcat (kind, ":", what, NULL);

  for (guint i = 0; amount.units != 0 && i < filling->list->boxes->len; i++)
    {
      const SheafYearBox *box = filling->list->boxes->pdata[i];
      const char *const  *of = (const char *const *) box->of;
      SheafMoney         *sum;

      if (!g_strv_contains (of, word) && !g_strv_contains (of, kind))
        continue;
      sum = &g_array_index (take_row (filling, party_id)->amounts, SheafMoney, i);
      *sum = sheaf_money_add (*sum, amount);
    }
}

static gboolean
put_paid (const Filling *filling)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (filling->book), YEAR_LIST_PAID,
      SHEAF_ARGS (SHEAF_DAY (filling->from), SHEAF_DAY (filling->to)), filling->error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    put (filling, sheaf_query_int (query, 0), "paid",
         sheaf_pool_name ((SheafSide) sheaf_query_int (query, 1),
                          (SheafPool) sheaf_query_int (query, 2)),
         sheaf_query_money (query, 3));
  return sheaf_query_finish (query, filling->error);
}

static gboolean
put_withheld (const Filling *filling)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (filling->book), YEAR_LIST_WITHHELD,
      SHEAF_ARGS (SHEAF_DAY (filling->from), SHEAF_DAY (filling->to)), filling->error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    put (filling, sheaf_query_int (query, 0), "withheld", sheaf_query_text (query, 1),
         sheaf_query_money (query, 2));
  return sheaf_query_finish (query, filling->error);
}

static gboolean
put_notices (const Filling *filling)
{
  g_autoptr (GPtrArray) notices = sheaf_notice_list (filling->book, 0, filling->to, filling->error);
  g_autoptr (GPtrArray) redeemed = NULL;

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];

      if (sheaf_date_cmp (notice->date, filling->from) >= 0)
        put (filling, notice->party_id, "notice", sheaf_notice_kind_to_word (notice->kind),
             notice->amount);
    }
  redeemed = notices == NULL ? NULL
                             : sheaf_redeemed_between (filling->book, filling->from, filling->to,
                                                       filling->error);
  for (guint i = 0; redeemed != NULL && i < redeemed->len; i++)
    {
      const SheafRedeemed *one = redeemed->pdata[i];

      put (filling, one->party_id, "redeemed", sheaf_notice_kind_to_word (one->kind), one->amount);
    }
  return redeemed != NULL;
}

static gboolean
put_capitalised (const Filling *filling)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list_until (filling->book, filling->to,
                                                           filling->error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];

      if (event->event == SHEAF_CAPITAL_CAPITALISE &&
          sheaf_date_cmp (event->date, filling->from) >= 0)
        put (filling, event->party_id, "capitalised", "", event->amount);
    }
  return events != NULL;
}

static char *
known (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* Who it is, and whether it is filed. */
static gboolean
finish_row (const Filling    *filling,
            SheafYearListRow *row)
{
  g_autoptr (SheafParty) party = sheaf_party_load (filling->book, row->party_id, filling->error);
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (party == NULL)
    return FALSE;
  row->code = g_strdup (party->code);
  row->name = g_strdup (party->name);
  row->tax_code = known (party->tax_code);
  row->address = known (party->address);
  for (guint i = 0; i < row->amounts->len; i++)
    {
      const SheafYearBox *box = filling->list->boxes->pdata[i];
      SheafMoney          amount = g_array_index (row->amounts, SheafMoney, i);

      if (box->always)
        row->filed |= amount.units > 0;
      else
        sum = sheaf_money_add (sum, amount);
    }
  row->filed |= sum.units > 0 && sheaf_money_cmp (sum, filling->list->threshold) >= 0;
  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(SheafYearListRow *const *) a)->code, (*(SheafYearListRow *const *) b)->code);
}

GPtrArray *
sheaf_year_list_rows (SheafBook           *book,
                      const SheafYearList *list,
                      int                  year,
                      GError             **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) by_party = g_hash_table_new (g_int64_hash, g_int64_equal);
  const Filling  filling = { book, list, sheaf_date_new (year, 1, 1), sheaf_date_new (year, 12, 31),
                             by_party, error };
  GHashTableIter iter;
  gpointer       row;
  gboolean       done;

  g_return_val_if_fail (book != NULL && list != NULL, NULL);
  done = put_paid (&filling) && put_withheld (&filling) && put_notices (&filling) &&
         put_capitalised (&filling);
  g_hash_table_iter_init (&iter, by_party);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, row);
  for (guint i = 0; done && i < rows->len; i++)
    done = finish_row (&filling, rows->pdata[i]);
  if (!done)
    return NULL;
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}
