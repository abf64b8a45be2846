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

/* Use and labour stand in for each other, since the law's floor is on both together; an empty
 * capital or equal pool falls to them in proportion. */
static gboolean
mend_internal (SheafComputation *computation,
               Proportions      *proportions)
{
  SheafWeight     *rates = proportions->rates;
  SheafWeight      freed = 0, both;
  g_autofree char *least = sheaf_rate_to_text (computation->law->use_labour_floor.rate);

  if (proportions->empty[SHEAF_POOL_USE] && proportions->empty[SHEAF_POOL_LABOUR])
    return sheaf_computation_refuse (computation, "[internal]",
                                     _ ("no official member used the co-op or worked for it this "
                                        "year, so at least %s of the internal "
                                        "profit has nobody to go to (Art. %s, %s): carry the "
                                        "profit forward with carry-forward"),
                                     least, computation->law->use_labour_floor.article,
                                     computation->law->title);
  for (guint pool = SHEAF_POOL_USE; pool <= SHEAF_POOL_LABOUR; pool++)
    if (proportions->empty[pool])
      {
        rates[pool == SHEAF_POOL_USE ? SHEAF_POOL_LABOUR : SHEAF_POOL_USE] += rates[pool];
        rates[pool] = 0;
      }
  for (guint pool = SHEAF_POOL_CAPITAL; pool <= SHEAF_POOL_EQUAL; pool++)
    if (proportions->empty[pool])
      {
        freed += rates[pool];
        rates[pool] = 0;
      }
  both = rates[SHEAF_POOL_USE] + rates[SHEAF_POOL_LABOUR];
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    rates[pool] *= pool <= SHEAF_POOL_LABOUR ? both + freed : both;
  return TRUE;
}

static gboolean
mend_external (SheafComputation *computation,
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
  return sheaf_computation_refuse (computation, "[external]",
                                   _ ("no member has any weight in the pools that the plan gives "
                                      "external profit to: give another pool "
                                      "a rate, or carry the profit forward with carry-forward"));
}

/* Rounding may leave use and labour a đồng below the floor: it comes off capital. */
static void
top_up (SheafComputation  *computation,
        const Proportions *proportions,
        SheafMoney         amount,
        SheafMoney        *parts)
{
  SheafMoney floor = sheaf_money_mul_div (
      amount, computation->law->use_labour_floor.rate.millionths, WHOLE, SHEAF_ROUND_UP);
  gint64    missing = floor.units - parts[SHEAF_POOL_USE].units - parts[SHEAF_POOL_LABOUR].units;
  SheafPool receiver = proportions->empty[SHEAF_POOL_USE] ? SHEAF_POOL_LABOUR : SHEAF_POOL_USE;

  if (missing <= 0)
    return;
  g_assert (parts[SHEAF_POOL_CAPITAL].units >= missing);
  parts[SHEAF_POOL_CAPITAL].units -= missing;
  parts[receiver].units += missing;
}

static gboolean
split_side (SheafComputation *computation,
            SheafSide         side)
{
  SheafMoney       amount = computation->left[side];
  SheafMoney       parts[SHEAF_POOLS] = { { 0 }, { 0 }, { 0 }, { 0 } };
  Proportions      proportions;
  SheafPoolResult *pools = computation->result->pools[side];

  if (amount.units == 0)
    return TRUE;
  find_empty (computation, side, &proportions);
  if (side == SHEAF_SIDE_INTERNAL ? !mend_internal (computation, &proportions)
                                  : !mend_external (computation, &proportions))
    return FALSE;
  if (!sheaf_money_allocate (amount, proportions.rates, SHEAF_POOLS, parts))
    g_assert_not_reached ();
  if (side == SHEAF_SIDE_INTERNAL)
    top_up (computation, &proportions, amount, parts);
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
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *name = g_strconcat ("pool:", sheaf_pool_to_text (pool), NULL);

      sheaf_computation_step (computation, name,
                              computation->result->pools[SHEAF_SIDE_INTERNAL][pool].amount,
                              computation->result->pools[SHEAF_SIDE_EXTERNAL][pool].amount);
    }
  return TRUE;
}
