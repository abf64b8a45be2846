/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Provisional appropriations: found by the plan's code on rows that touch undistributed profit. */
#include "distribution/provisional.h"

#include "distribution/draft.h"
#include "ledger/journal.h"
#include "ledger/party.h"

static void
add (GArray    *provisionals,
     SheafSide  side,
     gint64     account_id,
     gint64     party_id,
     SheafMoney amount)
{
  SheafProvisional item = { side, account_id, party_id, amount };

  for (guint i = 0; i < provisionals->len; i++)
    {
      SheafProvisional *known = &g_array_index (provisionals, SheafProvisional, i);

      if (known->side == side && known->account_id == account_id && known->party_id == party_id)
        {
          known->amount = sheaf_money_add (known->amount, amount);
          return;
        }
    }
  g_array_append_val (provisionals, item);
}

static gboolean
load_side (SheafBook          *book,
           int                 year,
           SheafSide           side,
           const SheafAccount *profit,
           GArray             *provisionals,
           GError            **error)
{
  const SheafChart  *chart = sheaf_chart_get (book, error);
  SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                .to = SHEAF_DATE_NONE,
                                .account_id = profit->id };
  g_autofree char   *code = sheaf_plan_code (year);
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafJournal) journal = NULL;
  SheafJournalRow row;

  journal = chart != NULL ? sheaf_journal_open (book, &filter, error) : NULL;
  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &local))
    {
      gboolean            debit = g_str_equal (row.debit, profit->code);
      const char         *party = debit ? row.credit_party : row.debit_party;
      const SheafAccount *other = sheaf_chart_by_code (chart, debit ? row.credit : row.debit);

      if (row.layer == SHEAF_LAYER_DISTRIBUTION || !g_str_equal (row.plan, code) || other == NULL)
        continue;
      add (provisionals, side, other->id, *party != '\0' ? sheaf_party_find (book, party) : 0,
           debit ? row.amount : sheaf_money_neg (row.amount));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

GArray *
sheaf_provisional_load (SheafBook *book,
                        int        year,
                        GError   **error)
{
  g_autoptr (GArray) provisionals = g_array_new (FALSE, FALSE, sizeof (SheafProvisional));
  const SheafAccount *profits[SHEAF_SIDES];

  if (!sheaf_distribution_profit_accounts (book, profits, error))
    return NULL;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!load_side (book, year, side, profits[side], provisionals, error))
      return NULL;
  return g_steal_pointer (&provisionals);
}

SheafMoney
sheaf_provisional_settle (GArray    *provisionals,
                          SheafSide  side,
                          gint64     account_id,
                          gint64     party_id,
                          SheafMoney amount)
{
  for (guint i = 0; i < provisionals->len; i++)
    {
      SheafProvisional *item = &g_array_index (provisionals, SheafProvisional, i);
      SheafMoney        met;

      if (item->side != side || item->account_id != account_id || item->party_id != party_id)
        continue;
      met = SHEAF_MONEY (CLAMP (item->amount.units, 0, amount.units));
      item->amount = sheaf_money_sub (item->amount, met);
      return sheaf_money_sub (amount, met);
    }
  return amount;
}
