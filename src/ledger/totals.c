/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals in memory: asking them, and adding rows that are only simulated. */
#include "ledger/totals.h"

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/totals-private.h"
#include "ledger/totals-sql.h"

void
sheaf_totals_free (SheafTotals *totals)
{
  if (totals == NULL)
    return;
  g_array_unref (totals->pairs);
  g_array_unref (totals->details);
  g_array_unref (totals->sides);
  g_free (totals);
}

SheafPairTotal *
sheaf_totals_pair (SheafTotals *totals,
                   gint64       debit_id,
                   gint64       credit_id,
                   SheafScope   scope)
{
  SheafPairTotal fresh = { .debit_id = debit_id, .credit_id = credit_id, .scope = scope };

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->debit_id == debit_id && pair->credit_id == credit_id && pair->scope == scope)
        return pair;
    }
  g_array_append_val (totals->pairs, fresh);
  return &g_array_index (totals->pairs, SheafPairTotal, totals->pairs->len - 1);
}

void
sheaf_totals_add_row (SheafTotals           *totals,
                      const SheafVoucherRow *row)
{
  SheafPairTotal *pair = sheaf_totals_pair (totals, row->debit_id, row->credit_id, row->scope);

  pair->period = sheaf_money_add (pair->period, row->amount);
}

SheafMoney
sheaf_totals_balance (const SheafTotals *totals,
                      gint64             account_id)
{
  SheafMoney balance = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      SheafMoney            amount = sheaf_money_add (pair->before, pair->period);

      if (pair->debit_id == account_id)
        balance = sheaf_money_add (balance, amount);
      if (pair->credit_id == account_id)
        balance = sheaf_money_sub (balance, amount);
    }
  return balance;
}

void
sheaf_totals_turnover (const SheafTotals *totals,
                       gint64             account_id,
                       SheafMoney        *ret_debit,
                       SheafMoney        *ret_credit)
{
  *ret_debit = *ret_credit = SHEAF_MONEY_ZERO;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->debit_id == account_id)
        *ret_debit = sheaf_money_add (*ret_debit, pair->period);
      if (pair->credit_id == account_id)
        *ret_credit = sheaf_money_add (*ret_credit, pair->period);
    }
}

/* Of one account with one party as written. */
static gboolean
add_party_balance (SheafStore *store,
                   gint64      account_id,
                   gint64      party_id,
                   SheafDate   on,
                   SheafMoney *balance,
                   GError    **error)
{
  gint64 months, rows;
  int    month = sheaf_date_year_month (on);

  if (!sheaf_store_get_int (
          store, TOTALS_PARTY_MONTHS,
          SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (party_id), SHEAF_INT (month)), &months,
          error) ||
      !sheaf_store_get_int (store, TOTALS_PARTY_ROWS,
                            SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (party_id),
                                        SHEAF_INT (month), SHEAF_DAY (on)),
                            &rows, error))
    return FALSE;
  *balance = sheaf_money_add (*balance, sheaf_money_add (SHEAF_MONEY (months), SHEAF_MONEY (rows)));
  return TRUE;
}

static gboolean
add_together (SheafBook    *book,
              gint64        account_id,
              const GArray *parties,
              SheafDate     on,
              SheafMoney   *balance,
              GError      **error)
{
  for (guint i = 0; i < parties->len; i++)
    if (!add_party_balance (sheaf_book_store (book), account_id, g_array_index (parties, gint64, i),
                            on, balance, error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_totals_party_balance (SheafBook  *book,
                            gint64      account_id,
                            gint64      party_id,
                            SheafDate   on,
                            SheafMoney *ret_balance,
                            GError    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *group = chart == NULL ? NULL : sheaf_chart_by_id (chart, account_id);
  g_autoptr (GArray) parties = sheaf_party_together (book, party_id, error);
  SheafMoney balance = SHEAF_MONEY_ZERO;

  if (chart == NULL || parties == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && sheaf_chart_is_under (chart, account, group) &&
          !add_together (book, account->id, parties, on, &balance, error))
        return FALSE;
    }
  *ret_balance = balance;
  return TRUE;
}

GHashTable *
sheaf_totals_party_balances (SheafBook *book,
                             gint64     account_id,
                             SheafDate  on,
                             GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  SheafDate         first = sheaf_date_new (sheaf_date_year (on), sheaf_date_month (on), 1);
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafTotals) totals = NULL;
  GHashTable *balances;

  for (guint i = 0; chart != NULL && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable &&
          sheaf_chart_is_under (chart, account, sheaf_chart_by_id (chart, account_id)))
        g_array_append_val (accounts, account->id);
    }
  totals = chart == NULL ? NULL : sheaf_totals_load_sides (book, first, on, accounts, error);
  if (totals == NULL)
    return NULL;
  balances = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      SheafMoney             *known = g_hash_table_lookup (balances, &detail->party_id);
      SheafMoney              change = sheaf_money_sub (detail->debit, detail->credit);

      if (known == NULL)
        {
          known = g_new0 (SheafMoney, 1);
          g_hash_table_insert (balances, g_memdup2 (&detail->party_id, sizeof (gint64)), known);
        }
      *known = sheaf_money_add (*known, sheaf_money_add (detail->before, change));
    }
  return balances;
}
