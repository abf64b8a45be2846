/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open balances come from the kept totals; the rows are asked only for the day they fall due. */
#include "ledger/open-item.h"

#include "ledger/chart.h"
#include "ledger/due-private.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/open-item-sql.h"
#include "ledger/totals.h"
#include "store/query.h"

#include <string.h>

typedef struct
{
  SheafBook                 *book;
  const SheafChart          *chart;
  const SheafOpenItemFilter *filter;
  const SheafAccount        *group;    /* NULL: any account */
  gint64                     party_id; /* who stands for the one asked for; 0: any */
  GHashTable                *party_codes;
  GHashTable                *item_codes;
} Asked;

/* Only accounts that keep details, as in the totals. */
static gboolean
is_asked (const Asked         *asked,
          const SheafOpenItem *open)
{
  const SheafAccount *account = sheaf_chart_by_id (asked->chart, open->account_id);

  return account != NULL && account->needs != SHEAF_NEEDS_NOTHING &&
         (asked->group == NULL || sheaf_chart_is_under (asked->chart, account, asked->group)) &&
         (asked->filter->item_id == 0 || open->item_id == asked->filter->item_id);
}

/* The earliest day of what is left of its rows; the item's own where these have none. */
static gboolean
find_due (const Asked   *asked,
          SheafOpenItem *open,
          GError       **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafDuePart));
  const SheafItem *item;

  if (open->balance.units != 0 &&
      !sheaf_due_read_parts (asked->book, open->account_id, open->party_id, open->item_id,
                             open->balance, asked->filter->on, parts, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      SheafDate due = g_array_index (parts, SheafDuePart, i).due;

      if (!sheaf_date_is_none (due) &&
          (sheaf_date_is_none (open->due) || sheaf_date_cmp (due, open->due) < 0))
        open->due = due;
    }
  if (open->item_id == 0 || !sheaf_date_is_none (open->due))
    return TRUE;
  item = sheaf_item_get (asked->book, open->item_id, error);
  if (item != NULL)
    open->due = item->due;
  return item != NULL;
}

/* TRUE when the balance is wanted; *failed tells of an error. */
static gboolean
is_wanted (const Asked   *asked,
           SheafOpenItem *open,
           gboolean      *failed,
           GError       **error)
{
  const SheafOpenItemFilter *filter = asked->filter;

  if (filter->open_only && open->balance.units == 0)
    return FALSE;
  if (!filter->no_dues && !find_due (asked, open, error))
    *failed = TRUE;
  return !*failed && (sheaf_date_is_none (filter->due_until) ||
                      (!sheaf_date_is_none (open->due) &&
                       sheaf_date_cmp (open->due, filter->due_until) <= 0));
}

/* Takes the balance into the list when it is asked for. */
static gboolean
take (const Asked   *asked,
      SheafOpenItem *open,
      GArray        *list,
      GError       **error)
{
  gboolean failed = FALSE;

  if (is_asked (asked, open) && is_wanted (asked, open, &failed, error))
    g_array_append_vals (list, open, 1);
  return !failed;
}

static gboolean
gather_all (const Asked *asked,
            GArray      *list,
            GError     **error)
{
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load (asked->book, asked->filter->on, asked->filter->on, error);

  for (guint i = 0; totals != NULL && i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      SheafOpenItem           open = { .account_id = detail->account_id,
                                       .party_id = detail->party_id,
                                       .item_id = detail->item_id,
                                       .due = SHEAF_DATE_NONE };

      open.balance = sheaf_money_sub (sheaf_money_add (detail->before, detail->debit),
                                      detail->credit);
      if (!take (asked, &open, list, error))
        return FALSE;
    }
  return totals != NULL;
}

/* One party's alone: it costs what this party has, not what the book holds. */
static gboolean
gather_party (const Asked *asked,
              GArray      *list,
              GError     **error)
{
  SheafDate on = asked->filter->on;
  SheafDate start = sheaf_date_new (sheaf_date_year (on), sheaf_date_month (on), 1);
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (asked->book), OPEN_PARTY_SUMS,
      SHEAF_ARGS (SHEAF_INT (asked->party_id), SHEAF_INT (sheaf_date_year_month (on)),
                  SHEAF_DAY (start), SHEAF_DAY (on)),
      error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafOpenItem open = { .account_id = sheaf_query_int (query, 0),
                             .party_id = asked->party_id,
                             .item_id = sheaf_query_int (query, 1),
                             .balance = sheaf_query_money (query, 2),
                             .due = SHEAF_DATE_NONE };

      if (!take (asked, &open, list, error))
        return FALSE;
    }
  return sheaf_query_finish (query, error);
}

static GHashTable *
read_codes (SheafBook  *book,
            const char *sql,
            GError    **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), sql, SHEAF_NO_ARGS, error);
  g_autoptr (GHashTable) codes =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_hash_table_insert (codes, g_memdup2 (&id, sizeof id),
                           g_strdup (sheaf_query_text (query, 1)));
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&codes) : NULL;
}

static int
compare_codes (GHashTable *codes,
               gint64      one,
               gint64      other)
{
  return g_strcmp0 (g_hash_table_lookup (codes, &one), g_hash_table_lookup (codes, &other));
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const SheafOpenItem *one = a, *other = b;
  const Asked         *asked = data;
  int                  order = strcmp (sheaf_chart_by_id (asked->chart, one->account_id)->code,
                                       sheaf_chart_by_id (asked->chart, other->account_id)->code);

  if (order == 0)
    order = compare_codes (asked->party_codes, one->party_id, other->party_id);
  return order != 0 ? order : compare_codes (asked->item_codes, one->item_id, other->item_id);
}

static gboolean
sort (Asked   *asked,
      GArray  *list,
      GError **error)
{
  g_autoptr (GHashTable) parties = NULL;
  g_autoptr (GHashTable) items = NULL;

  if (list->len < 2)
    return TRUE;
  parties = read_codes (asked->book, OPEN_PARTY_CODES, error);
  items = parties == NULL ? NULL : read_codes (asked->book, OPEN_ITEM_CODES, error);
  if (items == NULL)
    return FALSE;
  asked->party_codes = parties;
  asked->item_codes = items;
  g_array_sort_with_data (list, compare, asked);
  return TRUE;
}

GArray *
sheaf_open_item_list (SheafBook                 *book,
                      const SheafOpenItemFilter *filter,
                      GError                   **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SheafOpenItem));
  Asked asked = { .book = book, .filter = filter };

  g_return_val_if_fail (book != NULL && filter != NULL && !sheaf_date_is_none (filter->on), NULL);
  asked.chart = sheaf_chart_get (book, error);
  if (asked.chart == NULL)
    return NULL;
  if (filter->account_id != 0)
    asked.group = sheaf_chart_by_id (asked.chart, filter->account_id);
  if (filter->party_id != 0)
    asked.party_id = sheaf_party_survivor (book, filter->party_id);
  if (!(asked.party_id != 0 ? gather_party : gather_all) (&asked, list, error) ||
      !sort (&asked, list, error))
    return NULL;
  return g_steal_pointer (&list);
}
