/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading totals: whole months from the kept ones, the days of a started month from the rows of
 * these days. */
#include "ledger/totals.h"

#include "ledger/chart.h"
#include "ledger/totals-private.h"
#include "ledger/totals-sql.h"
#include "store/query.h"

/* While loading, lines are found by key; the arrays are made at the end. */
typedef struct
{
  SheafTotals      *totals;
  GHashTable       *details; /* of SheafDetailTotal by itself */
  const SheafChart *chart;
} Loader;

static guint
detail_hash (gconstpointer key)
{
  const SheafDetailTotal *detail = key;

  return (guint) (detail->account_id * 31 + detail->party_id * 1009 + detail->item_id * 65537);
}

static gboolean
detail_equal (gconstpointer a,
              gconstpointer b)
{
  const SheafDetailTotal *x = a;
  const SheafDetailTotal *y = b;

  return x->account_id == y->account_id && x->party_id == y->party_id && x->item_id == y->item_id;
}

/* NULL for an account that keeps no details: rows that name a party all the same are listed by
 * party elsewhere. */
static SheafDetailTotal *
find_detail (Loader *loader,
             gint64  account_id,
             gint64  party_id,
             gint64  item_id)
{
  SheafDetailTotal  key = { .account_id = account_id, .party_id = party_id, .item_id = item_id };
  SheafDetailTotal *detail = g_hash_table_lookup (loader->details, &key);

  if (detail == NULL)
    {
      const SheafAccount *account = sheaf_chart_by_id (loader->chart, account_id);

      if (account == NULL || account->needs == SHEAF_NEEDS_NOTHING)
        return NULL;
      detail = g_memdup2 (&key, sizeof key);
      g_hash_table_add (loader->details, detail);
    }
  return detail;
}

static gboolean
finish (SheafQuery *query,
        GError    **cause,
        GError    **error)
{
  sheaf_query_free (query);
  if (*cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (cause));
  return FALSE;
}

/* Months before the first count as before, later ones as the period. */
static gboolean
load_months (Loader    *loader,
             SheafBook *book,
             int        first,
             int        last,
             GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  SheafQuery *query = sheaf_query_new (store, TOTALS_PAIRS,
                                       SHEAF_ARGS (SHEAF_INT (first), SHEAF_INT (last)), error);
  GError     *cause = NULL;

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    {
      SheafPairTotal pair = { sheaf_query_int (query, 0), sheaf_query_int (query, 1),
                              (SheafScope) sheaf_query_int (query, 2), sheaf_query_money (query, 3),
                              sheaf_query_money (query, 4) };

      g_array_append_val (loader->totals->pairs, pair);
    }
  if (!finish (query, &cause, error))
    return FALSE;
  query = sheaf_query_new (store, TOTALS_DETAILS, SHEAF_ARGS (SHEAF_INT (first), SHEAF_INT (last)),
                           error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    {
      SheafDetailTotal *detail = find_detail (loader, sheaf_query_int (query, 0),
                                              sheaf_query_int (query, 1),
                                              sheaf_query_int (query, 2));

      if (detail == NULL)
        continue;
      detail->before = sheaf_query_money (query, 3);
      detail->debit = sheaf_query_money (query, 4);
      detail->credit = sheaf_query_money (query, 5);
    }
  return finish (query, &cause, error);
}

static void
add (SheafMoney *sum,
     SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

static void
add_to_detail (SheafDetailTotal *detail,
               SheafMoney        debit,
               SheafMoney        credit,
               gboolean          before)
{
  if (detail == NULL)
    return;
  if (before)
    {
      add (&detail->before, sheaf_money_sub (debit, credit));
      return;
    }
  add (&detail->debit, debit);
  add (&detail->credit, credit);
}

/* One row of a started month, put before or into the period. */
static void
add_dated_row (Loader           *loader,
               const SheafQuery *query,
               gboolean          before)
{
  gint64          debit_id = sheaf_query_int (query, 0), credit_id = sheaf_query_int (query, 1);
  SheafMoney      amount = sheaf_query_money (query, 3);
  SheafPairTotal *pair = sheaf_totals_pair (loader->totals, debit_id, credit_id,
                                            (SheafScope) sheaf_query_int (query, 2));

  add (before ? &pair->before : &pair->period, amount);
  add_to_detail (
      find_detail (loader, debit_id, sheaf_query_int (query, 4), sheaf_query_int (query, 6)),
      amount, SHEAF_MONEY_ZERO, before);
  add_to_detail (
      find_detail (loader, credit_id, sheaf_query_int (query, 5), sheaf_query_int (query, 7)),
      SHEAF_MONEY_ZERO, amount, before);
}

static gboolean
load_days (Loader    *loader,
           SheafBook *book,
           SheafDate  from,
           SheafDate  to,
           gboolean   before,
           GError   **error)
{
  SheafQuery *query;
  GError     *cause = NULL;

  if (sheaf_date_cmp (from, to) > 0)
    return TRUE;
  query = sheaf_query_new (sheaf_book_store (book), TOTALS_ROWS,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    add_dated_row (loader, query, before);
  return finish (query, &cause, error);
}

static SheafDate
month_start (SheafDate date)
{
  return sheaf_date_new (sheaf_date_year (date), sheaf_date_month (date), 1);
}

/* Three stretches: months before the first whole one, whole months, the rest by rows. When from
 * lies inside a month, that month goes by rows. */
static gboolean
load_all (Loader    *loader,
          SheafBook *book,
          SheafDate  from,
          SheafDate  to,
          GError   **error)
{
  gboolean  from_starts = sheaf_date_cmp (from, month_start (from)) == 0;
  gboolean  to_ends = sheaf_date_cmp (to, sheaf_date_month_end (to)) == 0;
  SheafDate whole_to = to_ends ? to : sheaf_date_add_days (month_start (to), -1);

  if (from_starts)
    return load_months (loader, book, sheaf_date_year_month (from),
                        sheaf_date_year_month (whole_to), error) &&
           (to_ends || load_days (loader, book, month_start (to), to, FALSE, error));
  /* The months before from's own are all "before"; from's month and what follows come by rows, as
   * such periods are short. */
  whole_to = sheaf_date_add_days (month_start (from), -1);
  return load_months (loader, book, sheaf_date_year_month (from), sheaf_date_year_month (whole_to),
                      error) &&
         load_days (loader, book, month_start (from), sheaf_date_add_days (from, -1), TRUE,
                    error) &&
         load_days (loader, book, from, to, FALSE, error);
}

static int
compare_details (gconstpointer a,
                 gconstpointer b)
{
  const SheafDetailTotal *x = a;
  const SheafDetailTotal *y = b;

  if (x->account_id != y->account_id)
    return x->account_id < y->account_id ? -1 : 1;
  if (x->party_id != y->party_id)
    return x->party_id < y->party_id ? -1 : 1;
  return (x->item_id > y->item_id) - (x->item_id < y->item_id);
}

static void
take_details (Loader *loader)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, loader->details);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (loader->totals->details, key, 1);
  g_array_sort (loader->totals->details, compare_details);
}

SheafTotals *
sheaf_totals_load (SheafBook *book,
                   SheafDate  from,
                   SheafDate  to,
                   GError   **error)
{
  g_autoptr (SheafTotals) totals = g_new0 (SheafTotals, 1);
  g_autoptr (GHashTable) details = g_hash_table_new_full (detail_hash, detail_equal, g_free, NULL);
  Loader loader = { totals, details, sheaf_chart_get (book, error) };

  totals->from = from;
  totals->to = to;
  totals->pairs = g_array_new (FALSE, TRUE, sizeof (SheafPairTotal));
  totals->details = g_array_new (FALSE, TRUE, sizeof (SheafDetailTotal));
  if (loader.chart == NULL)
    return NULL;
  if (!load_all (&loader, book, from, to, error))
    return NULL;
  take_details (&loader);
  return g_steal_pointer (&totals);
}
