/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals with the kept sums of sides in the place of details. */
#include "ledger/totals.h"

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/totals-private.h"
#include "ledger/totals-sql.h"
#include "store/query.h"

static void
add (SheafMoney *sum,
     SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
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

/* Accounts that keep no details are left out, as in sheaf_totals_find_detail(). */
static gboolean
load_sides (const SheafTotalsLoader *loader,
            const SheafValue        *months,
            const GArray            *detailed,
            GArray                  *sides,
            GError                 **error)
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
load_whole_months (SheafTotalsLoader *loader,
                   const GArray      *detailed,
                   SheafTotals       *totals,
                   GError           **error)
{
  SheafValue months[] = {
    SHEAF_INT (sheaf_date_year_month (totals->from)),
    SHEAF_INT (sheaf_date_year_month (totals->to)),
    { .kind = SHEAF_VALUE_END },
    { .kind = SHEAF_VALUE_END },
  };

  if (!sheaf_totals_load_pair_months (loader, months, error) ||
      !load_sides (loader, months, detailed, totals->sides, error))
    return FALSE;
  for (guint i = 0; detailed != NULL && i < detailed->len; i++)
    {
      months[2] = SHEAF_INT (g_array_index (detailed, gint64, i));
      if (!sheaf_totals_load_detail_months (loader, TOTALS_ACCOUNT_DETAILS, months, error))
        return FALSE;
    }
  return TRUE;
}

/* Of one detail of an account whose sides are kept: what the days behind the last one moved. */
typedef struct
{
  SheafDetailTotal key;
  SheafMoney       moved; /* debit positive */
} LateDetail;

static void
add_late (const SheafTotalsLoader *loader,
          const GArray            *detailed,
          GHashTable              *late,
          gint64                   account_id,
          gint64                   party_id,
          gint64                   item_id,
          SheafMoney               amount)
{
  const SheafAccount    *account = sheaf_chart_by_id (loader->chart, account_id);
  const SheafDetailTotal key = { .account_id = account_id,
                                 .party_id = sheaf_merges_survivor (loader->merges, party_id),
                                 .item_id = item_id };
  LateDetail            *detail;

  if (account == NULL || account->needs == SHEAF_NEEDS_NOTHING || (party_id == 0 && item_id == 0) ||
      is_detailed (detailed, account_id))
    return;
  detail = g_hash_table_lookup (late, &key);
  if (detail == NULL)
    {
      detail = g_new0 (LateDetail, 1);
      detail->key = key;
      g_hash_table_add (late, detail);
    }
  add (&detail->moved, amount);
}

/* The months up to the last one are whole in the kept sums: the rows of its days behind the last
 * are taken out again, of pairs and of the details that were asked for. */
static gboolean
take_back_rows (SheafTotalsLoader *loader,
                const GArray      *detailed,
                SheafDate          to,
                GHashTable        *late,
                GError           **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (loader->book), TOTALS_ROWS,
                       SHEAF_ARGS (SHEAF_DAY (sheaf_date_add_days (to, 1)),
                                   SHEAF_DAY (sheaf_date_month_end (to))),
                       error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64            debit = sheaf_query_int (query, 0), credit = sheaf_query_int (query, 1);
      gint64            parties[] = { sheaf_query_int (query, 4), sheaf_query_int (query, 5) };
      gint64            items[] = { sheaf_query_int (query, 6), sheaf_query_int (query, 7) };
      SheafMoney        amount = sheaf_query_money (query, 3), minus = sheaf_money_neg (amount);
      SheafDetailTotal *of_debit, *of_credit;

      add (&sheaf_totals_find_pair (loader, debit, credit, (SheafScope) sheaf_query_int (query, 2))
                ->period,
           minus);
      of_debit = is_detailed (detailed, debit)
                     ? sheaf_totals_find_detail (loader, debit, parties[0], items[0])
                     : NULL;
      of_credit = is_detailed (detailed, credit)
                      ? sheaf_totals_find_detail (loader, credit, parties[1], items[1])
                      : NULL;
      if (of_debit != NULL)
        add (&of_debit->debit, minus);
      if (of_credit != NULL)
        add (&of_credit->credit, minus);
      add_late (loader, detailed, late, debit, parties[0], items[0], amount);
      add_late (loader, detailed, late, credit, parties[1], items[1], minus);
    }
  return sheaf_query_finish (query, error);
}

/* What the detail held at the end of the month, merged parties as one. */
static gboolean
balance_of (const SheafTotalsLoader *loader,
            const SheafDetailTotal  *key,
            SheafDate                to,
            SheafMoney              *ret_balance,
            GError                 **error)
{
  const gint64 none = 0;
  g_autoptr (GArray) together = key->party_id != 0
                                    ? sheaf_party_together (loader->book, key->party_id, error)
                                    : g_array_append_vals (g_array_new (FALSE, FALSE, sizeof none),
                                                           &none, 1);

  *ret_balance = SHEAF_MONEY_ZERO;
  for (guint i = 0; together != NULL && i < together->len; i++)
    {
      gint64 units;

      if (!sheaf_store_get_int (sheaf_book_store (loader->book), TOTALS_DETAIL_BALANCE,
                                SHEAF_ARGS (SHEAF_INT (key->account_id),
                                            SHEAF_INT (g_array_index (together, gint64, i)),
                                            SHEAF_INT (key->item_id),
                                            SHEAF_INT (sheaf_date_year_month (to))),
                                &units, error))
        return FALSE;
      add (ret_balance, SHEAF_MONEY (units));
    }
  return together != NULL;
}

static SheafSideTotal *
find_kept_side (GArray *sides,
                gint64  account_id)
{
  for (guint i = 0; i < sides->len; i++)
    if (g_array_index (sides, SheafSideTotal, i).account_id == account_id)
      return &g_array_index (sides, SheafSideTotal, i);
  return NULL;
}

static SheafMoney
above_zero (SheafMoney amount)
{
  return amount.units > 0 ? amount : SHEAF_MONEY_ZERO;
}

/* A detail that stood at the end of the month stands elsewhere on the day: only those that moved in
 * between are looked at, so the cost grows with the rest of that month and with nothing else. */
static gboolean
move_side (const SheafTotalsLoader *loader,
           const LateDetail        *late,
           SheafTotals             *totals,
           GError                 **error)
{
  SheafSideTotal *side = find_kept_side (totals->sides, late->key.account_id);
  SheafMoney      after, on;

  if (late->moved.units == 0)
    return TRUE;
  if (!balance_of (loader, &late->key, totals->to, &after, error))
    return FALSE;
  if (side == NULL)
    {
      SheafSideTotal fresh = { .account_id = late->key.account_id };

      g_array_append_val (totals->sides, fresh);
      side = &g_array_index (totals->sides, SheafSideTotal, totals->sides->len - 1);
    }
  on = sheaf_money_sub (after, late->moved);
  side->debit = sheaf_money_add (sheaf_money_sub (side->debit, above_zero (after)),
                                 above_zero (on));
  side->credit = sheaf_money_add (
      sheaf_money_sub (side->credit, above_zero (sheaf_money_neg (after))),
      above_zero (sheaf_money_neg (on)));
  return TRUE;
}

static gboolean
take_back_days (SheafTotalsLoader *loader,
                const GArray      *detailed,
                SheafTotals       *totals,
                GError           **error)
{
  g_autoptr (GHashTable) late = sheaf_totals_new_details ();
  GHashTableIter iter;
  gpointer       key;

  if (sheaf_date_cmp (totals->to, sheaf_date_month_end (totals->to)) == 0)
    return TRUE;
  if (!take_back_rows (loader, detailed, totals->to, late, error))
    return FALSE;
  g_hash_table_iter_init (&iter, late);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!move_side (loader, key, totals, error))
      return FALSE;
  return TRUE;
}

SheafTotals *
sheaf_totals_load_sides (SheafBook    *book,
                         SheafDate     from,
                         SheafDate     to,
                         const GArray *detailed,
                         GError      **error)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_new (from, to);
  g_autoptr (GHashTable) pairs = sheaf_totals_new_pairs ();
  g_autoptr (GHashTable) details = sheaf_totals_new_details ();
  SheafTotalsLoader loader = { book, pairs, details, sheaf_chart_get (book, error),
                               sheaf_merges_get (book, error) };

  if (sheaf_date_day (from) != 1)
    return sheaf_totals_load (book, from, to, error);
  if (loader.chart == NULL || loader.merges == NULL ||
      !load_whole_months (&loader, detailed, totals, error) ||
      !take_back_days (&loader, detailed, totals, error))
    return NULL;
  sheaf_totals_take (&loader, totals);
  return g_steal_pointer (&totals);
}
