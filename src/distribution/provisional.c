/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Provisional appropriations: found by the plan's code on rows that touch undistributed profit. */
#include "distribution/provisional.h"

#include "distribution/plan-given.h"

static gboolean
load_side (SheafBook          *book,
           int                 year,
           SheafSide           side,
           const SheafAccount *profit,
           GArray             *provisionals,
           GError            **error)
{
  g_autoptr (GPtrArray) list = sheaf_plan_given_load (book, year, profit, SHEAF_DATE_LAST, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafPlanGiven *given = list->pdata[i];
      SheafProvisional      item = { side, given->account_id, given->party_id, given->amount };

      if (!given->posted)
        g_array_append_val (provisionals, item);
    }
  return list != NULL;
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
