/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bases are those of the calculation itself: its steps are run as far as the plan lets them. */
#include "distribution/limits.h"

#include "distribution/compute-private.h"

#include <string.h>

#define WHOLE 1000000

static void
free_limit (gpointer data)
{
  SheafPlanLimit *limit = data;

  g_free (limit->group);
  g_free (limit->key);
  g_free (limit);
}

static SheafPlanLimit *
add_limit (GPtrArray  *limits,
           const char *group,
           const char *key,
           SheafRate   chosen)
{
  SheafPlanLimit *limit = g_new0 (SheafPlanLimit, 1);

  limit->group = g_strdup (group);
  limit->key = g_strdup (key);
  limit->chosen = chosen;
  g_ptr_array_add (limits, limit);
  return limit;
}

/* A rate of 0 as the least, or of 1 as the most, asks for nothing. */
static void
set_rule (SheafPlanLimit     *limit,
          const char         *rule,
          const SheafLawRate *rate,
          SheafPlanLimitKind  kind)
{
  limit->limit = rate->rate;
  if (kind == SHEAF_LIMIT_FLOOR ? rate->rate.millionths == 0 : rate->rate.millionths >= WHOLE)
    return;
  limit->kind = kind;
  limit->rule = rule;
  limit->article = rate->article;
  limit->broken = kind == SHEAF_LIMIT_FLOOR ? limit->chosen.millionths < rate->rate.millionths
                                            : limit->chosen.millionths > rate->rate.millionths;
}

static SheafMoney
part (SheafMoney    base,
      SheafRate     rate,
      SheafRounding rounding)
{
  return sheaf_money_mul_div (base, rate.millionths, WHOLE, rounding);
}

static void
set_amounts (SheafPlanLimit *limit,
             SheafMoney      base,
             SheafMoney      chosen)
{
  limit->has_amounts = TRUE;
  limit->limit_amount = part (
      base, limit->limit,
      limit->kind == SHEAF_LIMIT_CEILING ? SHEAF_ROUND_DOWN : SHEAF_ROUND_UP);
  limit->chosen_amount = chosen;
}

static SheafMoney
sum_step (const SheafComputation *computation,
          const char             *name)
{
  const SheafDistributionStep *step = sheaf_distribution_step (computation->result, name);

  return step != NULL ? sheaf_money_add (step->amounts[0], step->amounts[1]) : SHEAF_MONEY_ZERO;
}

static void
add_common_fund (const SheafComputation *computation,
                 gboolean                known,
                 GPtrArray              *limits)
{
  static const char *const keys[SHEAF_SIDES] = { "internal-rate", "external-rate" };
  static const char *const names[SHEAF_SIDES] = { "common-fund-internal",
                                                  "common-fund-external" };
  const SheafPlan         *plan = computation->plan;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      const SheafCommonFund *fund = &computation->result->common_fund[side];
      SheafPlanLimit        *limit = add_limit (limits, "common-fund", keys[side],
                                                plan->common_fund[side]);
      SheafMoney             base = fund->profit;

      if (plan->common_fund_base == SHEAF_COMMON_FUND_BASE_INCOME)
        base = fund->income;
      set_rule (limit, names[side], &computation->law->common_fund_floor[side], SHEAF_LIMIT_FLOOR);
      if (known)
        set_amounts (limit, base, fund->amount);
    }
}

/* What the reserves are rates of; each takes from what those before it left. */
static void
add_reserves (const SheafComputation *computation,
              gboolean                known,
              GPtrArray              *limits)
{
  const SheafLawRules *rules = computation->law->rules;
  SheafMoney           left[SHEAF_SIDES];

  for (guint side = 0; side < SHEAF_SIDES; side++)
    left[side] = sheaf_money_sub (computation->surplus[side],
                                  computation->result->common_fund[side].amount);
  for (guint i = 0; i < rules->reserves->len && i < computation->plan->reserves->len; i++)
    {
      const SheafLawReserve       *rule = rules->reserves->pdata[i];
      const SheafPlanReserve      *reserve = computation->plan->reserves->pdata[i];
      g_autofree char             *group = g_strconcat ("reserve ", rule->name, NULL);
      g_autofree char             *name = g_strconcat ("reserve:", rule->name, NULL);
      SheafPlanLimit              *limit = add_limit (limits, group, "rate", reserve->rate);
      const SheafDistributionStep *step = sheaf_distribution_step (computation->result, name);
      SheafMoney                   base = SHEAF_MONEY_ZERO;

      set_rule (limit, rule->name, &rule->floor, SHEAF_LIMIT_FLOOR);
      for (guint side = 0; side < SHEAF_SIDES; side++)
        if (rule->sides[side])
          base = sheaf_money_add (base, rule->base == SHEAF_LAW_OF_REST
                                            ? left[side]
                                            : computation->surplus[side]);
      limit->has_room = known && rule->until != SHEAF_LAW_UNTIL_NEVER;
      limit->room = limit->has_room ? sheaf_computation_reserve_room (computation, rule)
                                    : SHEAF_MONEY_ZERO;
      if (known)
        set_amounts (limit, base, sum_step (computation, name));
      for (guint side = 0; step != NULL && side < SHEAF_SIDES; side++)
        left[side] = sheaf_money_sub (left[side], step->amounts[side]);
    }
}

static void
add_funds (const SheafComputation *computation,
           gboolean                known,
           GPtrArray              *limits)
{
  for (guint i = 0; i < computation->plan->funds->len; i++)
    {
      const SheafPlanFund *fund = computation->plan->funds->pdata[i];
      g_autofree char     *group = g_strconcat ("fund ", fund->name, NULL);
      g_autofree char     *name = g_strconcat ("fund:", fund->name, NULL);
      SheafPlanLimit      *limit = add_limit (limits, group, fund->by_amount ? "amount" : "rate",
                                              fund->rate);

      if (known)
        set_amounts (limit, SHEAF_MONEY_ZERO, sum_step (computation, name));
    }
}

/* What pools get of a profit: as computed, or by their rates while nothing could be computed. */
static SheafMoney
pool_amount (const SheafComputation  *computation,
             const SheafDistribution *result,
             SheafSide                side,
             SheafPool                pool)
{
  return result != NULL ? result->pools[side][pool].amount
                        : part (computation->left[side], computation->plan->pools[side][pool],
                                SHEAF_ROUND_HALF_UP);
}

static void
add_side (const SheafComputation  *computation,
          const SheafDistribution *result,
          SheafSide                side,
          gboolean                 known,
          GPtrArray               *limits)
{
  const char     *group = sheaf_side_to_text (side);
  SheafRate       sum = SHEAF_RATE (0);
  SheafPlanLimit *whole;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      SheafPlanLimit *limit = add_limit (limits, group, sheaf_pool_to_text (pool),
                                         computation->plan->pools[side][pool]);

      limit->pools[pool] = TRUE;
      sum.millionths += limit->chosen.millionths;
      if (known)
        set_amounts (limit, SHEAF_MONEY_ZERO, pool_amount (computation, result, side, pool));
    }
  whole = add_limit (limits, group, NULL, sum);
  whole->kind = SHEAF_LIMIT_WHOLE;
  whole->limit = SHEAF_RATE (WHOLE);
  whole->broken = sum.millionths != WHOLE;
  if (known)
    set_amounts (whole, computation->left[side],
                 part (computation->left[side], sum, SHEAF_ROUND_HALF_UP));
}

/* A rule of several pools stands beside their group, one of a single pool beside its field. */
static void
add_pool_rule (const SheafComputation  *computation,
               const SheafDistribution *result,
               const SheafLawPoolRule  *rule,
               SheafSide                side,
               gboolean                 known,
               GPtrArray               *limits)
{
  const char     *key = NULL;
  guint           n = 0;
  SheafRate       sum = SHEAF_RATE (0);
  SheafMoney      given = SHEAF_MONEY_ZERO;
  SheafPlanLimit *limit;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      if (!rule->pools[pool])
        continue;
      key = n++ == 0 ? sheaf_pool_to_text (pool) : NULL;
      sum.millionths += computation->plan->pools[side][pool].millionths;
      if (known)
        given = sheaf_money_add (given, pool_amount (computation, result, side, pool));
    }
  limit = add_limit (limits, sheaf_side_to_text (side), key, sum);
  memcpy (limit->pools, rule->pools, sizeof limit->pools);
  set_rule (limit, rule->name, &rule->rate,
            rule->is_floor ? SHEAF_LIMIT_FLOOR : SHEAF_LIMIT_CEILING);
  if (known)
    set_amounts (limit,
                 rule->base == SHEAF_LAW_OF_SURPLUS ? computation->surplus[side]
                                                    : computation->left[side],
                 given);
  /* Of the surplus it is money that is judged, not the rate of the pools. */
  if (rule->base == SHEAF_LAW_OF_SURPLUS)
    limit->broken = known && limit->kind != SHEAF_LIMIT_NONE &&
                    (rule->is_floor ? given.units < limit->limit_amount.units
                                    : given.units > limit->limit_amount.units);
}

static void
add_cap (const SheafComputation  *computation,
         const SheafDistribution *result,
         const SheafLawCap       *cap,
         GPtrArray               *limits)
{
  g_autofree char *group = g_strconcat ("cap ", cap->name, NULL);
  SheafPlanLimit  *limit = add_limit (limits, group, NULL, cap->rate.rate);
  SheafComputation of_result = *computation;
  SheafMoney       given = SHEAF_MONEY_ZERO;

  limit->kind = SHEAF_LIMIT_CEILING;
  limit->rule = cap->name;
  limit->article = cap->rate.article;
  limit->limit = cap->rate.rate;
  limit->pools[SHEAF_POOL_CAPITAL] = TRUE;
  if (result == NULL)
    return;
  of_result.result = (SheafDistribution *) result;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    given = sheaf_money_add (given, result->pools[side][SHEAF_POOL_CAPITAL].amount);
  limit->has_amounts = TRUE;
  limit->limit_amount = sheaf_computation_cap_most (&of_result, cap);
  limit->chosen_amount = given;
}

static void
add_payments (const SheafComputation  *computation,
              const SheafDistribution *result,
              gboolean                 known,
              GPtrArray               *limits)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const SheafPlanPayment *payment = &computation->plan->payments[pool];
      const SheafLawRate     *floor = &computation->law->rules->payments[pool].money_floor;
      g_autofree char        *group = g_strconcat ("payment ", sheaf_pool_to_text (pool), NULL);
      SheafPlanLimit         *limit;
      SheafMoney              base = SHEAF_MONEY_ZERO;

      if (!payment->given)
        continue;
      limit = add_limit (limits, group, "money", payment->rates[SHEAF_PAY_FORM_MONEY]);
      if (payment->rates[SHEAF_PAY_FORM_QUALIFIED].millionths > 0)
        set_rule (limit, "money-floor", floor, SHEAF_LIMIT_FLOOR);
      for (guint side = 0; known && side < SHEAF_SIDES; side++)
        base = sheaf_money_add (base, pool_amount (computation, result, side, pool));
      if (known)
        set_amounts (limit, base, part (base, limit->chosen, SHEAF_ROUND_HALF_UP));
    }
}

static void
add_pools (const SheafComputation  *computation,
           const SheafDistribution *result,
           gboolean                 known,
           GPtrArray               *limits)
{
  const SheafLawRules *rules = computation->law->rules;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      add_side (computation, result, side, known, limits);
      for (guint i = 0; i < rules->pools->len; i++)
        {
          const SheafLawPoolRule *rule = rules->pools->pdata[i];

          if (rule->sides[side])
            add_pool_rule (computation, result, rule, side, known, limits);
        }
    }
  for (guint i = 0; i < rules->caps->len; i++)
    add_cap (computation, result, rules->caps->pdata[i], limits);
}

GPtrArray *
sheaf_plan_limits (const SheafPlan               *plan,
                   const SheafLaw                *law,
                   const SheafDistributionInputs *inputs,
                   const SheafDistribution       *result)
{
  g_autoptr (SheafProblems) unheard = sheaf_problems_new ();
  g_autoptr (SheafDistribution) own = NULL;
  GPtrArray       *limits = g_ptr_array_new_with_free_func (free_limit);
  SheafComputation computation = {
    .plan = plan, .law = law, .inputs = inputs, .problems = unheard
  };
  gboolean has_surplus, has_rest;

  g_return_val_if_fail (plan != NULL && law != NULL && inputs != NULL, limits);
  own = sheaf_distribution_new (plan->rounding_unit);
  computation.result = own;
  has_surplus = sheaf_computation_cover_losses (&computation) &&
                sheaf_computation_take_earmarks (&computation);
  has_rest = has_surplus && sheaf_computation_take_funds (&computation);
  add_common_fund (&computation, has_surplus, limits);
  add_reserves (&computation, has_surplus, limits);
  add_funds (&computation, has_rest, limits);
  add_pools (&computation, result, has_rest, limits);
  add_payments (&computation, result, has_rest, limits);
  return limits;
}

const SheafPlanLimit *
sheaf_plan_limits_find (const GPtrArray *limits,
                        const char      *group,
                        const char      *key)
{
  const SheafPlanLimit *found = NULL;

  for (guint i = 0; i < limits->len; i++)
    {
      const SheafPlanLimit *limit = limits->pdata[i];

      if (g_strcmp0 (limit->group, group) != 0 || g_strcmp0 (limit->key, key) != 0)
        continue;
      if (limit->article != NULL)
        return limit;
      if (found == NULL)
        found = limit;
    }
  return found;
}
