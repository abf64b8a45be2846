/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading totals: whole months from the kept ones, the days of a started month from the rows of
 * these days. */
#include "ledger/totals.h"

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/totals-private.h"
#include "ledger/totals-sql.h"
#include "store/query.h"

static guint
pair_hash (gconstpointer key)
{
  const SheafPairTotal *pair = key;

  return (guint) (pair->debit_id * 4001 + pair->credit_id * 4 + (gint64) pair->scope);
}

static gboolean
pair_equal (gconstpointer a,
            gconstpointer b)
{
  const SheafPairTotal *x = a;
  const SheafPairTotal *y = b;

  return x->debit_id == y->debit_id && x->credit_id == y->credit_id && x->scope == y->scope;
}

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

SheafPairTotal *
sheaf_totals_find_pair (SheafTotalsLoader *loader,
                        gint64             debit_id,
                        gint64             credit_id,
                        SheafScope         scope)
{
  SheafPairTotal  key = { .debit_id = debit_id, .credit_id = credit_id, .scope = scope };
  SheafPairTotal *pair = g_hash_table_lookup (loader->pairs, &key);

  if (pair == NULL)
    {
      pair = g_memdup2 (&key, sizeof key);
      g_hash_table_add (loader->pairs, pair);
    }
  return pair;
}

/* Merged parties have one line together. NULL where details are not asked for, and for an account
 * that keeps no details: rows that name a party all the same are listed by party elsewhere. */
SheafDetailTotal *
sheaf_totals_find_detail (SheafTotalsLoader *loader,
                          gint64             account_id,
                          gint64             party_id,
                          gint64             item_id)
{
  SheafDetailTotal  key = { .account_id = account_id,
                            .party_id = sheaf_merges_survivor (loader->merges, party_id),
                            .item_id = item_id };
  SheafDetailTotal *detail;

  if (loader->details == NULL)
    return NULL;
  detail = g_hash_table_lookup (loader->details, &key);
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

gboolean
sheaf_totals_load_pair_months (SheafTotalsLoader *loader,
                               const SheafValue  *months,
                               GError           **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (loader->book), TOTALS_PAIRS, months, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafPairTotal *pair = sheaf_totals_find_pair (loader, sheaf_query_int (query, 0),
                                                     sheaf_query_int (query, 1),
                                                     (SheafScope) sheaf_query_int (query, 2));

      pair->before = sheaf_query_money (query, 3);
      pair->period = sheaf_query_money (query, 4);
    }
  return sheaf_query_finish (query, error);
}

static void
add (SheafMoney *sum,
     SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

gboolean
sheaf_totals_load_detail_months (SheafTotalsLoader *loader,
                                 const char        *sql,
                                 const SheafValue  *args,
                                 GError           **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (loader->book), sql, args, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafDetailTotal *detail = sheaf_totals_find_detail (loader, sheaf_query_int (query, 0),
                                                           sheaf_query_int (query, 1),
                                                           sheaf_query_int (query, 2));

      if (detail == NULL)
        continue;
      add (&detail->before, sheaf_query_money (query, 3));
      add (&detail->debit, sheaf_query_money (query, 4));
      add (&detail->credit, sheaf_query_money (query, 5));
    }
  return sheaf_query_finish (query, error);
}

/* Months before the first count as before, those up to the last as the period. */
static gboolean
load_months (SheafTotalsLoader *loader,
             SheafDate          first,
             SheafDate          last,
             GError           **error)
{
  const SheafValue months[] = {
    SHEAF_INT (sheaf_date_year_month (first)),
    SHEAF_INT (sheaf_date_year_month (last)),
    { .kind = SHEAF_VALUE_END },
  };

  return sheaf_totals_load_pair_months (loader, months, error) &&
         (loader->details == NULL ||
          sheaf_totals_load_detail_months (loader, TOTALS_DETAILS, months, error));
}

static void
move (SheafMoney *from,
      SheafMoney *to,
      SheafMoney  amount)
{
  *from = sheaf_money_sub (*from, amount);
  *to = sheaf_money_add (*to, amount);
}

/* What is done with a row of a month that is only partly wanted. */
typedef void (*TakeFunc) (SheafPairTotal   *pair,
                          SheafDetailTotal *debit,  /* NULL where no details are kept */
                          SheafDetailTotal *credit, /* likewise */
                          SheafMoney        amount);

static void
add_to_period (SheafPairTotal   *pair,
               SheafDetailTotal *debit,
               SheafDetailTotal *credit,
               SheafMoney        amount)
{
  add (&pair->period, amount);
  if (debit != NULL)
    add (&debit->debit, amount);
  if (credit != NULL)
    add (&credit->credit, amount);
}

static void
add_to_before (SheafPairTotal   *pair,
               SheafDetailTotal *debit,
               SheafDetailTotal *credit,
               SheafMoney        amount)
{
  add (&pair->before, amount);
  if (debit != NULL)
    add (&debit->before, amount);
  if (credit != NULL)
    credit->before = sheaf_money_sub (credit->before, amount);
}

/* The whole month was counted as the period. */
static void
move_to_before (SheafPairTotal   *pair,
                SheafDetailTotal *debit,
                SheafDetailTotal *credit,
                SheafMoney        amount)
{
  move (&pair->period, &pair->before, amount);
  if (debit != NULL)
    move (&debit->debit, &debit->before, amount);
  if (credit == NULL)
    return;
  credit->credit = sheaf_money_sub (credit->credit, amount);
  credit->before = sheaf_money_sub (credit->before, amount);
}

static gboolean
load_days (SheafTotalsLoader *loader,
           SheafDate          from,
           SheafDate          to,
           TakeFunc           take,
           GError           **error)
{
  g_autoptr (SheafQuery) query = NULL;

  if (sheaf_date_cmp (from, to) > 0)
    return TRUE;
  query = sheaf_query_new (sheaf_book_store (loader->book), TOTALS_ROWS,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 debit = sheaf_query_int (query, 0), credit = sheaf_query_int (query, 1);

      take (sheaf_totals_find_pair (loader, debit, credit, (SheafScope) sheaf_query_int (query, 2)),
            sheaf_totals_find_detail (loader, debit, sheaf_query_int (query, 4),
                                      sheaf_query_int (query, 6)),
            sheaf_totals_find_detail (loader, credit, sheaf_query_int (query, 5),
                                      sheaf_query_int (query, 7)),
            sheaf_query_money (query, 3));
    }
  return sheaf_query_finish (query, error);
}

static SheafDate
month_start (SheafDate date)
{
  return sheaf_date_new (sheaf_date_year (date), sheaf_date_month (date), 1);
}

/* Whole months first; then the days of the first month that lie before the period are taken out of
 * it, and those of a last month that is not whole are added. Within one month all goes by days. */
static gboolean
load_all (SheafTotalsLoader *loader,
          SheafDate          from,
          SheafDate          to,
          GError           **error)
{
  gboolean  to_ends = sheaf_date_cmp (to, sheaf_date_month_end (to)) == 0;
  SheafDate start = month_start (from), day_before = sheaf_date_add_days (from, -1);
  SheafDate whole_to = to_ends ? to : sheaf_date_add_days (month_start (to), -1);
  gboolean  counted = sheaf_date_cmp (whole_to, from) >= 0; /* from's month as the period */

  return load_months (loader, from, whole_to, error) &&
         load_days (loader, start, day_before, counted ? move_to_before : add_to_before, error) &&
         (to_ends ||
          load_days (loader, counted ? month_start (to) : from, to, add_to_period, error));
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

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const SheafPairTotal *x = a;
  const SheafPairTotal *y = b;

  if (x->debit_id != y->debit_id)
    return x->debit_id < y->debit_id ? -1 : 1;
  if (x->credit_id != y->credit_id)
    return x->credit_id < y->credit_id ? -1 : 1;
  return (x->scope > y->scope) - (x->scope < y->scope);
}

/* Sorted, so that what is made of them comes out the same each time. */
static void
take_lines (GHashTable  *lines,
            GArray      *array,
            GCompareFunc compare)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (array, key, 1);
  g_array_sort (array, compare);
}

GHashTable *
sheaf_totals_new_pairs (void)
{
  return g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
}

GHashTable *
sheaf_totals_new_details (void)
{
  return g_hash_table_new_full (detail_hash, detail_equal, g_free, NULL);
}

void
sheaf_totals_take (const SheafTotalsLoader *loader,
                   SheafTotals             *totals)
{
  take_lines (loader->pairs, totals->pairs, compare_pairs);
  if (loader->details != NULL)
    take_lines (loader->details, totals->details, compare_details);
}

SheafTotals *
sheaf_totals_new (SheafDate from,
                  SheafDate to)
{
  SheafTotals *totals = g_new0 (SheafTotals, 1);

  totals->from = from;
  totals->to = to;
  totals->pairs = g_array_new (FALSE, TRUE, sizeof (SheafPairTotal));
  totals->details = g_array_new (FALSE, TRUE, sizeof (SheafDetailTotal));
  totals->sides = g_array_new (FALSE, TRUE, sizeof (SheafSideTotal));
  return totals;
}

static SheafTotals *
load (SheafBook  *book,
      SheafDate   from,
      SheafDate   to,
      GHashTable *details,
      GError    **error)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_new (from, to);
  g_autoptr (GHashTable) pairs = sheaf_totals_new_pairs ();
  SheafTotalsLoader loader = { book, pairs, details, sheaf_chart_get (book, error),
                               sheaf_merges_get (book, error) };

  if (loader.chart == NULL || loader.merges == NULL || !load_all (&loader, from, to, error))
    return NULL;
  sheaf_totals_take (&loader, totals);
  return g_steal_pointer (&totals);
}

SheafTotals *
sheaf_totals_load (SheafBook *book,
                   SheafDate  from,
                   SheafDate  to,
                   GError   **error)
{
  g_autoptr (GHashTable) details = sheaf_totals_new_details ();

  return load (book, from, to, details, error);
}

SheafTotals *
sheaf_totals_load_pairs (SheafBook *book,
                         SheafDate  from,
                         SheafDate  to,
                         GError   **error)
{
  return load (book, from, to, NULL, error);
}
