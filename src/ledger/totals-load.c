/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading totals: whole months from the kept ones, the days of a started month from the rows of
 * these days. */
#include "ledger/totals.h"

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/totals-sql.h"
#include "store/query.h"

/* While loading, lines are found by key; the arrays are made at the end. */
typedef struct
{
  SheafBook         *book;
  GHashTable        *pairs;   /* of SheafPairTotal by itself */
  GHashTable        *details; /* of SheafDetailTotal by itself */
  const SheafChart  *chart;
  const SheafMerges *merges;
} Loader;

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

static SheafPairTotal *
find_pair (Loader    *loader,
           gint64     debit_id,
           gint64     credit_id,
           SheafScope scope)
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
static SheafDetailTotal *
find_detail (Loader *loader,
             gint64  account_id,
             gint64  party_id,
             gint64  item_id)
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

static gboolean
load_pair_months (Loader           *loader,
                  const SheafValue *months,
                  GError          **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (loader->book), TOTALS_PAIRS, months, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafPairTotal *pair = find_pair (loader, sheaf_query_int (query, 0),
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

static gboolean
load_detail_months (Loader           *loader,
                    const char       *sql,
                    const SheafValue *args,
                    GError          **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (loader->book), sql, args, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafDetailTotal *detail = find_detail (loader, sheaf_query_int (query, 0),
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
load_months (Loader   *loader,
             SheafDate first,
             SheafDate last,
             GError  **error)
{
  const SheafValue months[] = {
    SHEAF_INT (sheaf_date_year_month (first)),
    SHEAF_INT (sheaf_date_year_month (last)),
    { .kind = SHEAF_VALUE_END },
  };

  return load_pair_months (loader, months, error) &&
         (loader->details == NULL || load_detail_months (loader, TOTALS_DETAILS, months, error));
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
load_days (Loader   *loader,
           SheafDate from,
           SheafDate to,
           TakeFunc  take,
           GError  **error)
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

      take (find_pair (loader, debit, credit, (SheafScope) sheaf_query_int (query, 2)),
            find_detail (loader, debit, sheaf_query_int (query, 4), sheaf_query_int (query, 6)),
            find_detail (loader, credit, sheaf_query_int (query, 5), sheaf_query_int (query, 7)),
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
load_all (Loader   *loader,
          SheafDate from,
          SheafDate to,
          GError  **error)
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

static GHashTable *
new_pairs (void)
{
  return g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
}

static GHashTable *
new_details (void)
{
  return g_hash_table_new_full (detail_hash, detail_equal, g_free, NULL);
}

static SheafTotals *
new_totals (SheafDate from,
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
  g_autoptr (SheafTotals) totals = new_totals (from, to);
  g_autoptr (GHashTable) pairs = new_pairs ();
  Loader loader = { book, pairs, details, sheaf_chart_get (book, error),
                    sheaf_merges_get (book, error) };

  if (loader.chart == NULL || loader.merges == NULL || !load_all (&loader, from, to, error))
    return NULL;
  take_lines (pairs, totals->pairs, compare_pairs);
  if (details != NULL)
    take_lines (details, totals->details, compare_details);
  return g_steal_pointer (&totals);
}

SheafTotals *
sheaf_totals_load (SheafBook *book,
                   SheafDate  from,
                   SheafDate  to,
                   GError   **error)
{
  g_autoptr (GHashTable) details = new_details ();

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

static gboolean
is_detailed (const GArray *detailed,
             gint64        account_id)
{
  for (guint i = 0; detailed != NULL && i < detailed->len; i++)
    if (g_array_index (detailed, gint64, i) == account_id)
      return TRUE;
  return FALSE;
}

/* Accounts that keep no details are left out, as in find_detail(). */
static gboolean
load_sides (const Loader     *loader,
            const SheafValue *months,
            const GArray     *detailed,
            GArray           *sides,
            GError          **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (loader->book), TOTALS_SIDES, months, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafSideTotal      side = { sheaf_query_int (query, 0), sheaf_query_money (query, 1),
                                   sheaf_query_money (query, 2), sheaf_query_money (query, 3),
                                   sheaf_query_money (query, 4) };
      const SheafAccount *account = sheaf_chart_by_id (loader->chart, side.account_id);

      if (account != NULL && account->needs != SHEAF_NEEDS_NOTHING &&
          !is_detailed (detailed, side.account_id))
        g_array_append_val (sides, side);
    }
  return sheaf_query_finish (query, error);
}

/* Whole months: pairs, sides, and the details of a few accounts. */
static gboolean
load_whole_months (Loader       *loader,
                   const GArray *detailed,
                   SheafTotals  *totals,
                   GError      **error)
{
  SheafValue months[] = {
    SHEAF_INT (sheaf_date_year_month (totals->from)),
    SHEAF_INT (sheaf_date_year_month (totals->to)),
    { .kind = SHEAF_VALUE_END },
    { .kind = SHEAF_VALUE_END },
  };

  if (!load_pair_months (loader, months, error) ||
      !load_sides (loader, months, detailed, totals->sides, error))
    return FALSE;
  for (guint i = 0; detailed != NULL && i < detailed->len; i++)
    {
      months[2] = SHEAF_INT (g_array_index (detailed, gint64, i));
      if (!load_detail_months (loader, TOTALS_ACCOUNT_DETAILS, months, error))
        return FALSE;
    }
  return TRUE;
}

SheafTotals *
sheaf_totals_load_sides (SheafBook    *book,
                         SheafDate     from,
                         SheafDate     to,
                         const GArray *detailed,
                         GError      **error)
{
  g_autoptr (SheafTotals) totals = new_totals (from, to);
  g_autoptr (GHashTable) pairs = new_pairs ();
  g_autoptr (GHashTable) details = new_details ();
  Loader loader = { book, pairs, details, sheaf_chart_get (book, error),
                    sheaf_merges_get (book, error) };

  if (sheaf_date_day (from) != 1 || sheaf_date_cmp (to, sheaf_date_month_end (to)) != 0)
    return sheaf_totals_load (book, from, to, error);
  if (loader.chart == NULL || loader.merges == NULL ||
      !load_whole_months (&loader, detailed, totals, error))
    return NULL;
  take_lines (pairs, totals->pairs, compare_pairs);
  take_lines (details, totals->details, compare_details);
  return g_steal_pointer (&totals);
}
