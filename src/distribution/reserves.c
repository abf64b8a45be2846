/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the reserves that the law asks for, each until it is full. */
#include "distribution/compute-private.h"

#include "base/i18n.h"

#define WHOLE 1000000

/* What the reserve still has room for; nothing is measured where it never is full. */
SheafMoney
sheaf_computation_reserve_room (const SheafComputation *computation,
                                const SheafLawReserve  *rule)
{
  static const char *const measures[] = { NULL, "capital", "highest-capital", "assets" };
  g_autofree char         *held = g_strconcat ("reserve:", rule->name, NULL);
  SheafMoney               target;

  if (rule->until == SHEAF_LAW_UNTIL_NEVER)
    return SHEAF_MONEY (SHEAF_MONEY_MAX);
  target = SHEAF_MONEY (
      sheaf_distribution_inputs_measured (computation->inputs, measures[rule->until]));
  target = sheaf_money_mul_div (target, rule->until_rate.millionths, WHOLE, SHEAF_ROUND_UP);
  target.units -= sheaf_distribution_inputs_measured (computation->inputs, held);
  return SHEAF_MONEY (MAX (target.units, 0));
}

/* The rate is of both profits together, rounded up, so that the law's floor holds to the unit. */
static SheafMoney
find_amount (const SheafComputation *computation,
             const SheafLawReserve  *rule,
             const SheafPlanReserve *reserve,
             SheafMoney             *ret_bases)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;
  SheafMoney amount;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      ret_bases[side] = SHEAF_MONEY_ZERO;
      if (!rule->sides[side] || computation->only_brought)
        continue;
      ret_bases[side] = rule->base == SHEAF_LAW_OF_REST ? computation->left[side]
                                                        : computation->surplus[side];
      sum = sheaf_money_add (sum, ret_bases[side]);
    }
  amount = sheaf_money_mul_div (sum, reserve->rate.millionths, WHOLE, SHEAF_ROUND_UP);
  if (!reserve->beyond)
    amount.units = MIN (amount.units, sheaf_computation_reserve_room (computation, rule).units);
  return amount;
}

gboolean
sheaf_computation_take_reserves (SheafComputation *computation)
{
  const SheafLawRules *rules = computation->law->rules;

  for (guint i = 0; i < rules->reserves->len; i++)
    {
      const SheafLawReserve  *rule = rules->reserves->pdata[i];
      const SheafPlanReserve *reserve = computation->plan->reserves->pdata[i];
      g_autofree char        *field = g_strdup_printf ("[reserve %s]", rule->name);
      g_autofree char        *name = g_strconcat ("reserve:", rule->name, NULL);
      SheafMoney              bases[SHEAF_SIDES], parts[SHEAF_SIDES];
      SheafMoney              amount = find_amount (computation, rule, reserve, bases);

      if (!sheaf_computation_split (amount, bases, parts))
        g_assert_not_reached ();
      for (guint side = 0; side < SHEAF_SIDES; side++)
        if (!sheaf_computation_take (computation, field, side, parts[side]))
          return FALSE;
      sheaf_computation_step (computation, name, parts[0], parts[1]);
    }
  return TRUE;
}
