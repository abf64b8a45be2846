/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken before members share: common fund, funds by resolution, profit carried forward. */
#include "distribution/compute-private.h"

#include "base/i18n.h"
#include "base/language.h"

#define WHOLE 1000000

/* A rate of 0 to 1 never gives more than the amount, so no limit can be passed. */
static SheafMoney
part (SheafMoney    amount,
      SheafRate     rate,
      SheafRounding rounding)
{
  return sheaf_money_mul_div (amount, rate.millionths, WHOLE, rounding);
}

static void
warn_floor (SheafComputation *computation,
            SheafSide         side,
            SheafMoney        floor,
            SheafMoney        chosen,
            const char       *base)
{
  const SheafLawRate *rule = &computation->law->common_fund_floor[side];
  g_autofree char    *least = sheaf_money_format (floor, sheaf_language_current ());
  g_autofree char    *taken = sheaf_money_format (chosen, sheaf_language_current ());
  g_autofree char    *rate = sheaf_rate_to_text (rule->rate);
  g_autofree char    *field = g_strdup_printf ("[common-fund] %s-rate", sheaf_side_to_text (side));

  sheaf_problems_add (computation->problems, SHEAF_PROBLEM_WARNING, computation->plan->file, 0,
                      field,
                      _ ("the common fund receives %s, %s of the %s would be %s (Art. %s, %s): ask "
                         "which base your charter means"),
                      taken, rate, base, least, rule->article, computation->law->title);
}

static gboolean
take_common_fund (SheafComputation *computation,
                  SheafSide         side)
{
  SheafCommonFund *fund = &computation->result->common_fund[side];
  SheafRate        floor = computation->law->common_fund_floor[side].rate;
  SheafRate        rate = computation->plan->common_fund[side];
  gboolean         by_profit = computation->plan->common_fund_base == SHEAF_COMMON_FUND_BASE_PROFIT;
  g_autofree char *field = g_strdup_printf ("[common-fund] %s-rate", sheaf_side_to_text (side));

  /* Where only earlier years' profit is shared, the fund has had its part in those years. */
  if (computation->only_brought)
    return TRUE;
  fund->profit = computation->left[side];
  fund->income = SHEAF_MONEY (MAX (computation->inputs->income[side].units, 0));
  fund->profit_floor = part (fund->profit, floor, SHEAF_ROUND_UP);
  fund->income_floor = part (fund->income, floor, SHEAF_ROUND_UP);
  fund->amount = part (by_profit ? fund->profit : fund->income, rate, SHEAF_ROUND_UP);
  if (by_profit && sheaf_money_cmp (fund->amount, fund->income_floor) < 0)
    warn_floor (computation, side, fund->income_floor, fund->amount,
                _ ("income before tax and loss cover"));
  if (!by_profit && sheaf_money_cmp (fund->amount, fund->profit_floor) < 0)
    warn_floor (computation, side, fund->profit_floor, fund->amount,
                _ ("profit left after losses"));
  return sheaf_computation_take (computation, field, side, fund->amount);
}

gboolean
sheaf_computation_split (SheafMoney        amount,
                         const SheafMoney *bases,
                         SheafMoney       *ret_parts)
{
  const SheafWeight weights[SHEAF_SIDES] = { (SheafWeight) bases[0].units,
                                             (SheafWeight) bases[1].units };

  ret_parts[0] = ret_parts[1] = SHEAF_MONEY_ZERO;
  return amount.units == 0 || sheaf_money_allocate (amount, weights, SHEAF_SIDES, ret_parts);
}

static gboolean
take_fund (SheafComputation    *computation,
           const SheafPlanFund *fund,
           const SheafMoney    *bases)
{
  g_autofree char *field = g_strdup_printf ("[fund %s]", fund->name);
  g_autofree char *name = g_strconcat ("fund:", fund->name, NULL);
  SheafMoney       parts[SHEAF_SIDES];

  if (!fund->by_amount)
    for (guint side = 0; side < SHEAF_SIDES; side++)
      parts[side] = part (bases[side], fund->rate, SHEAF_ROUND_HALF_UP);
  else if (!sheaf_computation_split (fund->amount, bases, parts))
    return sheaf_computation_refuse (
        computation, field,
        _ ("nothing is left of the year's profit after the common fund: leave this fund out"));
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!sheaf_computation_take (computation, field, side, parts[side]))
      return FALSE;
  sheaf_computation_step (computation, name, parts[0], parts[1]);
  return TRUE;
}

/* Earlier profit joins only now: funds are of the year's profit alone. */
static gboolean
carry (SheafComputation *computation)
{
  SheafMoney  parts[SHEAF_SIDES];
  SheafMoney  added[SHEAF_SIDES] = { { 0 }, { 0 } };
  SheafMoney *left = computation->left;
  SheafMoney  forward = computation->plan->carry_forward;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (computation->plan->brought_forward)
      {
        added[side] = computation->brought[side];
        left[side] = sheaf_money_add (left[side], added[side]);
      }
  sheaf_computation_step (computation, "brought-forward", added[0], added[1]);
  if (sheaf_money_cmp (forward, sheaf_money_add (left[0], left[1])) > 0 ||
      !sheaf_computation_split (forward, left, parts))
    {
      g_autofree char *there = sheaf_money_format (sheaf_money_add (left[0], left[1]),
                                                   sheaf_language_current ());
      g_autofree char *asked = sheaf_money_format (forward, sheaf_language_current ());

      return sheaf_computation_refuse (
          computation, "[plan] carry-forward",
          _ ("%s is more than the %s that is left: lower it to that or less"), asked, there);
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    left[side] = sheaf_money_sub (left[side], parts[side]);
  sheaf_computation_step (computation, "carry-forward", parts[0], parts[1]);
  sheaf_computation_step (computation, "to-share", left[0], left[1]);
  return TRUE;
}

gboolean
sheaf_computation_take_funds (SheafComputation *computation)
{
  const GPtrArray *funds = computation->plan->funds;
  SheafMoney       bases[SHEAF_SIDES];

  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!take_common_fund (computation, side))
      return FALSE;
  sheaf_computation_step (computation, "common-fund", computation->result->common_fund[0].amount,
                          computation->result->common_fund[1].amount);
  if (!sheaf_computation_take_reserves (computation))
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    bases[side] = computation->left[side];
  for (guint i = 0; i < funds->len; i++)
    if (!take_fund (computation, funds->pdata[i], bases))
      return FALSE;
  return carry (computation);
}
