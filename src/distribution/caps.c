/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Caps on the return on capital, and the rules that measure pools by the year's surplus. */
#include "distribution/compute-private.h"

#include "base/i18n.h"
#include "base/language.h"

#define WHOLE 1000000

static SheafMoney
sum_pools (const SheafComputation *computation,
           const gboolean         *sides,
           const gboolean         *pools)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      if ((sides == NULL || sides[side]) && pools[pool])
        sum = sheaf_money_add (sum, computation->result->pools[side][pool].amount);
  return sum;
}

static SheafMoney
part_of_capital (const SheafComputation *computation,
                 const SheafLawCap      *cap)
{
  const SheafDistributionInputs *inputs = computation->inputs;
  const SheafPoolResult         *pool = &computation->result->pools[0][SHEAF_POOL_CAPITAL];
  gint64                         days, rate = cap->rate.rate.millionths;

  days = sheaf_distribution_inputs_measured (inputs, "capital-days");
  if (cap->index != NULL)
    {
      g_autofree char *name = g_strconcat ("index:", cap->index, NULL);

      rate += sheaf_distribution_inputs_measured (inputs, name);
    }
  return sheaf_money_mul_div (
      SHEAF_MONEY ((gint64) (pool->weight / (SheafWeight) MAX (days, 1))), rate, WHOLE,
      SHEAF_ROUND_DOWN);
}

/* What capital may get at most. By a rate: of the capital that shares, averaged over the days where
 * it counts by days. */
SheafMoney
sheaf_computation_cap_most (const SheafComputation *computation,
                            const SheafLawCap      *cap)
{
  SheafMoney most = SHEAF_MONEY (SHEAF_MONEY_MAX);

  if (cap->by_rate)
    most = part_of_capital (computation, cap);
  if (cap->has_at_most)
    most.units = MIN (most.units, sum_pools (computation, NULL, cap->at_most).units);
  return most;
}

static void
warn_capped (SheafComputation  *computation,
             const SheafLawCap *cap,
             SheafMoney         chosen,
             SheafMoney         most)
{
  g_autofree char *before = sheaf_money_format (chosen, sheaf_language_current ());
  g_autofree char *after = sheaf_money_format (most, sheaf_language_current ());

  sheaf_problems_add (
      computation->problems, SHEAF_PROBLEM_WARNING, computation->plan->file, 0, "capital",
      _ ("capital would get %s, it gets %s, the most that Art. %s (%s) allows it"), before, after,
      cap->rate.article, computation->law->title);
}

/* Takes the excess off capital, side by side; gives what went to no pool. */
static void
apply_cap (SheafComputation  *computation,
           const SheafLawCap *cap,
           SheafMoney        *ret_kept)
{
  static const gboolean capital[SHEAF_POOLS] = { [SHEAF_POOL_CAPITAL] = TRUE };
  SheafMoney            now = sum_pools (computation, NULL, capital);
  SheafMoney            most = sheaf_computation_cap_most (computation, cap);
  SheafMoney            before[SHEAF_SIDES], after[SHEAF_SIDES];

  if (sheaf_money_cmp (now, most) <= 0)
    return;
  warn_capped (computation, cap, now, most);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    before[side] = computation->result->pools[side][SHEAF_POOL_CAPITAL].amount;
  if (!sheaf_computation_split (most, before, after))
    g_assert_not_reached ();
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      SheafPoolResult *pools = computation->result->pools[side];
      SheafMoney       excess = sheaf_money_sub (before[side], after[side]);
      SheafPoolResult *other = &pools[cap->excess_pool];

      pools[SHEAF_POOL_CAPITAL].amount = after[side];
      if (cap->excess == SHEAF_LAW_EXCESS_POOL && other->weight > 0)
        other->amount = sheaf_money_add (other->amount, excess);
      else
        ret_kept[side] = sheaf_money_add (ret_kept[side], excess);
    }
}

void
sheaf_computation_cap_pools (SheafComputation *computation)
{
  const GPtrArray *caps = computation->law->rules->caps;

  for (guint i = 0; i < caps->len; i++)
    {
      const SheafLawCap *cap = caps->pdata[i];
      g_autofree char   *name = g_strconcat ("cap:", cap->name, NULL);
      SheafMoney         kept[SHEAF_SIDES] = { { 0 }, { 0 } };

      apply_cap (computation, cap, kept);
      sheaf_computation_step (computation, name, kept[0], kept[1]);
    }
}

/* A floor of the surplus is refused, not mended: who gets less is for the meeting to say. */
gboolean
sheaf_computation_check_surplus_rules (SheafComputation *computation)
{
  const GPtrArray *rules = computation->law->rules->pools;

  for (guint i = 0; i < rules->len; i++)
    {
      const SheafLawPoolRule *rule = rules->pdata[i];
      SheafMoney              surplus = SHEAF_MONEY_ZERO, given, limit;
      g_autofree char        *asked = NULL, *there = NULL, *rate = NULL;

      if (rule->base != SHEAF_LAW_OF_SURPLUS)
        continue;
      for (guint side = 0; side < SHEAF_SIDES; side++)
        if (rule->sides[side])
          surplus = sheaf_money_add (surplus, computation->surplus[side]);
      given = sum_pools (computation, rule->sides, rule->pools);
      limit = sheaf_money_mul_div (surplus, rule->rate.rate.millionths, WHOLE,
                                   rule->is_floor ? SHEAF_ROUND_UP : SHEAF_ROUND_DOWN);
      if (rule->is_floor ? given.units >= limit.units : given.units <= limit.units)
        continue;
      asked = sheaf_money_format (given, sheaf_language_current ());
      there = sheaf_money_format (limit, sheaf_language_current ());
      rate = sheaf_rate_to_text (rule->rate.rate);
      return sheaf_computation_refuse (
          computation, rule->name,
          rule->is_floor ? _ ("%s is below the floor of %s (%s of the surplus) in Art. %s (%s): "
                              "give these pools a higher rate, or take less for funds")
                         : _ ("%s is above the ceiling of %s (%s of the surplus) in Art. %s (%s): "
                              "give these pools a lower rate, or take more for reserves"),
          asked, there, rate, rule->rate.article, computation->law->title);
    }
  return TRUE;
}
