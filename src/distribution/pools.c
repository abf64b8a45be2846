/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits what is to be shared over the pools of each side, and keeps the law's floor for use and
 * labour. */
#include "distribution/compute-private.h"

#include "base/i18n.h"

#define WHOLE 1000000

/* Rates as they come to count once empty pools are out: proportions, not millionths. */
typedef struct
{
  SheafWeight rates[SHEAF_POOLS];
  gboolean    empty[SHEAF_POOLS];
} Proportions;

static void
sum_weights (SheafComputation *computation)
{
  const GPtrArray *sharers = computation->inputs->sharers;

  for (guint i = 0; i < sharers->len; i++)
    {
      const SheafSharer *sharer = sharers->pdata[i];

      for (guint side = 0; side < SHEAF_SIDES; side++)
        for (guint pool = 0; pool < SHEAF_POOLS; pool++)
          {
            SheafPoolResult *result = &computation->result->pools[side][pool];

            result->weight += sharer->weights[pool];
            result->sharers += sharer->weights[pool] > 0;
          }
    }
}

static void
warn_empty (SheafComputation *computation,
            SheafSide         side,
            SheafPool         pool)
{
  g_autofree char *rate = sheaf_rate_to_text (computation->plan->pools[side][pool]);
  g_autofree char *field = g_strdup_printf ("[%s] %s", sheaf_side_to_text (side),
                                            sheaf_pool_to_text (pool));

  sheaf_problems_add (
      computation->problems, SHEAF_PROBLEM_WARNING, computation->plan->file, 0, field,
      _ ("no member has any weight in this pool, its rate of %s goes to the other pools"), rate);
}

static void
find_empty (SheafComputation *computation,
            SheafSide         side,
            Proportions      *proportions)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      gint64 rate = computation->plan->pools[side][pool].millionths;

      proportions->rates[pool] = (SheafWeight) rate;
      proportions->empty[pool] = computation->result->pools[side][pool].weight == 0;
      if (proportions->empty[pool] && rate > 0)
        warn_empty (computation, side, pool);
    }
}

/* The law's floor on what members share of a profit, if it has one. */
static const SheafLawPoolRule *
find_floor (const SheafComputation *computation,
            SheafSide               side)
{
  const GPtrArray *rules = computation->law->rules->pools;

  for (guint i = 0; i < rules->len; i++)
    {
      const SheafLawPoolRule *rule = rules->pdata[i];

      if (rule->is_floor && rule->rate.rate.millionths > 0 &&
          rule->base == SHEAF_LAW_OF_SHARES && rule->sides[side])
        return rule;
    }
  return NULL;
}

static gboolean
refuse_empty (SheafComputation       *computation,
              SheafSide               side,
              const SheafLawPoolRule *floor)
{
  g_autofree char *least = sheaf_rate_to_text (floor->rate.rate);
  g_autofree char *field = g_strdup_printf ("[%s]", sheaf_side_to_text (side));

  if (g_str_equal (floor->name, "internal-use-labour"))
    return sheaf_computation_refuse (computation, field,
                                     _ ("no official member used the co-op or worked for it this "
                                        "year, so at least %s of the internal "
                                        "profit has nobody to go to (Art. %s, %s): carry the "
                                        "profit forward with carry-forward"),
                                     least, floor->rate.article, computation->law->title);
  return sheaf_computation_refuse (
      computation, field,
      _ ("no member has any weight in the pools that at least %s must go to (Art. %s, %s): carry "
         "the profit forward with carry-forward"),
      least, floor->rate.article, computation->law->title);
}

/* The pools of a floor stand in for each other, since it is on them together; an empty pool beside
 * them falls to them in proportion. */
static gboolean
mend_floor (SheafComputation       *computation,
            SheafSide               side,
            const SheafLawPoolRule *floor,
            Proportions            *proportions)
{
  SheafWeight *rates = proportions->rates;
  SheafWeight  freed = 0, lost = 0, both = 0;
  SheafPool    heir = SHEAF_POOLS;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      if (floor->pools[pool] && !proportions->empty[pool] && heir == SHEAF_POOLS)
        heir = pool;
      if (!proportions->empty[pool])
        continue;
      *(floor->pools[pool] ? &lost : &freed) += rates[pool];
      rates[pool] = 0;
    }
  if (heir == SHEAF_POOLS)
    return refuse_empty (computation, side, floor);
  rates[heir] += lost;
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    both += floor->pools[pool] ? rates[pool] : 0;
  if (both == 0)
    {
      rates[heir] += freed;
      return TRUE;
    }
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    rates[pool] *= floor->pools[pool] ? both + freed : both;
  return TRUE;
}

static gboolean
mend_others (SheafComputation *computation,
             SheafSide         side,
             Proportions      *proportions)
{
  SheafWeight left = 0;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      if (proportions->empty[pool])
        proportions->rates[pool] = 0;
      left += proportions->rates[pool];
    }
  if (left > 0)
    return TRUE;
  return sheaf_computation_refuse (
      computation, side == SHEAF_SIDE_EXTERNAL ? "[external]" : "[internal]",
      side == SHEAF_SIDE_EXTERNAL
          ? _ ("no member has any weight in the pools that the plan gives external profit to: give "
               "another pool a rate, or carry the profit forward with carry-forward")
          : _ ("no member has any weight in the pools that the plan gives internal profit to: give "
               "another pool a rate, or carry the profit forward with carry-forward"));
}

/* Rounding may leave the floor's pools a đồng below it: it comes off the others, capital first. */
static void
top_up (const SheafLawPoolRule *floor,
        const Proportions      *proportions,
        SheafMoney              amount,
        SheafMoney             *parts)
{
  static const SheafPool givers[] = { SHEAF_POOL_CAPITAL, SHEAF_POOL_EQUAL, SHEAF_POOL_LABOUR,
                                      SHEAF_POOL_USE };
  SheafMoney             least = sheaf_money_mul_div (amount, floor->rate.rate.millionths, WHOLE,
                                                      SHEAF_ROUND_UP);
  gint64                 missing = least.units;
  SheafPool              receiver = SHEAF_POOLS;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      missing -= floor->pools[pool] ? parts[pool].units : 0;
      if (receiver == SHEAF_POOLS && floor->pools[pool] && !proportions->empty[pool])
        receiver = pool;
    }
  for (guint i = 0; i < G_N_ELEMENTS (givers) && missing > 0; i++)
    {
      gint64 moved = floor->pools[givers[i]] ? 0 : MIN (missing, parts[givers[i]].units);

      parts[givers[i]].units -= moved;
      parts[receiver].units += moved;
      missing -= moved;
    }
  g_assert (missing <= 0);
}

static gboolean
split_side (SheafComputation *computation,
            SheafSide         side)
{
  SheafMoney              amount = computation->left[side];
  SheafMoney              parts[SHEAF_POOLS] = { { 0 }, { 0 }, { 0 }, { 0 } };
  const SheafLawPoolRule *floor = find_floor (computation, side);
  Proportions             proportions;
  SheafPoolResult        *pools = computation->result->pools[side];

  if (amount.units == 0)
    return TRUE;
  find_empty (computation, side, &proportions);
  if (floor != NULL ? !mend_floor (computation, side, floor, &proportions)
                    : !mend_others (computation, side, &proportions))
    return FALSE;
  if (!sheaf_money_allocate (amount, proportions.rates, SHEAF_POOLS, parts))
    g_assert_not_reached ();
  if (floor != NULL)
    top_up (floor, &proportions, amount, parts);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    pools[pool].amount = parts[pool];
  return TRUE;
}

gboolean
sheaf_computation_split_pools (SheafComputation *computation)
{
  sum_weights (computation);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (!split_side (computation, side))
      return FALSE;
  sheaf_computation_cap_pools (computation);
  if (!sheaf_computation_check_surplus_rules (computation))
    return FALSE;
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *name = g_strconcat ("pool:", sheaf_pool_to_text (pool), NULL);

      sheaf_computation_step (computation, name,
                              computation->result->pools[SHEAF_SIDE_INTERNAL][pool].amount,
                              computation->result->pools[SHEAF_SIDE_EXTERNAL][pool].amount);
    }
  return TRUE;
}

/* The rest below the rounding unit does not count against the floor; where it is so large that the
 * floor's pools get a hundredth too little of what is paid, people are to know. */
static void
warn_rounded (SheafComputation *computation,
              SheafSide         side)
{
  const SheafLawPoolRule *floor = find_floor (computation, side);
  SheafMoney              all = SHEAF_MONEY_ZERO, given = SHEAF_MONEY_ZERO, least;
  g_autofree char        *field = g_strdup_printf ("[%s]", sheaf_side_to_text (side));

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const SheafPoolResult *result = &computation->result->pools[side][pool];
      SheafMoney             paid = sheaf_money_sub (result->amount, result->undistributed);

      all = sheaf_money_add (all, paid);
      given = floor != NULL && floor->pools[pool] ? sheaf_money_add (given, paid) : given;
    }
  if (floor == NULL)
    return;
  least = sheaf_money_mul_div (all, floor->rate.rate.millionths, WHOLE, SHEAF_ROUND_UP);
  if (least.units - given.units > all.units / 100)
    sheaf_problems_add (computation->problems, SHEAF_PROBLEM_WARNING, computation->plan->file, 0,
                        field,
                        _ ("rounding leaves %s of the %s that are paid to the pools that Art. %s "
                           "(%s) gives at least %s: choose a smaller rounding-unit"),
                        sheaf_money_word (given).text, sheaf_money_word (all).text,
                        floor->rate.article, computation->law->title,
                        sheaf_money_word (least).text);
}

void
sheaf_computation_warn_rounded (SheafComputation *computation)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    warn_rounded (computation, side);
}
