/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every co-op, on random ones. */
#include "sample.h"

#include <string.h>

#define ROUNDS 1500

static gint64
draw (GRand *random,
      gint64 most)
{
  return (gint64) (((guint64) g_rand_int (random) << 30 ^ g_rand_int (random)) %
                   (guint64) (most + 1));
}

static void
draw_member (GRand                   *random,
             SheafDistributionInputs *inputs,
             guint                    number)
{
  g_autofree char *code = g_strdup_printf ("TV%u", number);
  gint64           use = g_rand_boolean (random) ? draw (random, 5000000) : 0;
  gint64           labour = g_rand_boolean (random) ? draw (random, 90000000) : 0;

  sample_member (inputs, code, use, labour, draw (random, 20000000) * 365, 1);
}

/* Results of either sign, so that losses and refusals are met as well. */
static SheafDistributionInputs *
draw_inputs (GRand *random)
{
  SheafDistributionInputs *inputs;
  guint                    members = 1 + (guint) g_rand_int_range (random, 0, 40);

  inputs = sample_inputs (draw (random, 900000000) - 200000000,
                          draw (random, 900000000) - 200000000);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      inputs->income[side].units += draw (random, 1000000);
      inputs->brought[side].units = draw (random, 100000000) - 50000000;
    }
  for (guint i = 0; i < members; i++)
    draw_member (random, inputs, i);
  return inputs;
}

static SheafPlan *
draw_plan (GRand *random)
{
  gint64 use = draw (random, 510000);
  /* At the law's floor itself rounding may leave the pools below it. */
  gint64           labour = 510000 - use + (g_rand_boolean (random) ? draw (random, 100000) : 0);
  gint64           equal = draw (random, 300000);
  static const int units[] = { 1, 1, 100, 1000 };
  g_autofree char *text = g_strdup_printf (
      "[plan]\nrounding-unit=%d\nbrought-forward=%s\n[common-fund]\ninternal-rate=0.0%d\n"
      "external-rate=0.%06d\n[fund w]\naccount=3532\nrate=0.0%d\n[internal]\nuse=0.%06d\n"
      "labour=0.%06d\ncapital=0.%06d\n[external]\nuse=0.2\nequal=0.%06d\ncapital=0.%06d\n",
      units[g_rand_int_range (random, 0, 4)], g_rand_boolean (random) ? "yes" : "no",
      g_rand_int_range (random, 0, 10), 50000 + (int) draw (random, 100000),
      g_rand_int_range (random, 0, 10), (int) use, (int) labour, (int) (1000000 - use - labour),
      (int) equal, (int) (800000 - equal));

  return sample_plan (text);
}

static SheafDistribution *
compute (const SheafPlan               *plan,
         const SheafDistributionInputs *inputs)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafDistribution *result = sheaf_distribution_compute (plan, law, inputs, problems);

  g_assert_cmpint (result == NULL, ==, problems->errors > 0);
  return result;
}

/* result + loss cover + earlier profit − everything taken = pools = shares + rest. */
static void
check_sums (const SheafDistribution *d)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      gint64 left = 0, pools = 0, rest = 0, shares = 0;

      for (guint i = 0; i < d->steps->len; i++)
        {
          const SheafDistributionStep *step = d->steps->pdata[i];
          gint64                       amount = step->amounts[side].units;

          if (g_str_equal (step->name, "to-share"))
            {
              g_assert_cmpint (MAX (left, 0), ==, amount);
              left = amount;
            }
          else if (g_str_has_prefix (step->name, "pool:"))
            pools += amount;
          else if (g_str_equal (step->name, "undistributed"))
            rest = amount;
          else if (g_str_equal (step->name, "common-fund") ||
                   g_str_has_prefix (step->name, "fund:"))
            left = MAX (left, 0) - amount;
          else
            left += amount;
        }
      for (guint i = 0; i < d->shares->len; i++)
        {
          const SheafShare *share = &g_array_index (d->shares, SheafShare, i);

          g_assert_cmpint (share->amount.units, >=, 0);
          g_assert_cmpint (share->amount.units % d->rounding_unit, ==, 0);
          shares += share->side == side ? share->amount.units : 0;
        }
      g_assert_cmpint (pools, ==, left);
      g_assert_cmpint (shares + rest, ==, pools);
    }
}

static void
check_floors (const SheafDistribution *d)
{
  const SheafPoolResult *pools = d->pools[SHEAF_SIDE_INTERNAL];
  gint64                 to_share = sheaf_distribution_step (d, "to-share")->amounts[0].units;
  gint64                 both = 0;

  both += pools[SHEAF_POOL_USE].amount.units;
  both += pools[SHEAF_POOL_LABOUR].amount.units;
  g_assert_cmpint (both * 100, >=, to_share * 51);
  g_assert_cmpint (d->common_fund[1].amount.units * 20, >=, d->common_fund[1].profit.units);
}

/* Within a pool: more weight never less money, and nobody without weight gets any. */
static void
check_monotone (const SheafDistribution *d)
{
  for (guint i = 0; i < d->shares->len; i++)
    for (guint k = 0; k < d->shares->len; k++)
      {
        const SheafShare *x = &g_array_index (d->shares, SheafShare, i);
        const SheafShare *y = &g_array_index (d->shares, SheafShare, k);

        if (x->side == y->side && x->pool == y->pool && x->weight > y->weight)
          g_assert_cmpint (x->amount.units, >=, y->amount.units);
        g_assert_true (x->weight > 0);
      }
}

/* The whole units that the weight gives, counted here anew. */
static gint64
count_whole (const SheafDistribution *d,
             const SheafShare        *share,
             SheafWeight             *ret_remainder)
{
  const SheafPoolResult *pool = &d->pools[share->side][share->pool];
  SheafWeight            units = (SheafWeight) (pool->amount.units / d->rounding_unit);

  *ret_remainder = units * share->weight % pool->weight;
  return (gint64) (units * share->weight / pool->weight);
}

/* A unit more goes to the larger remainder, among equal ones to the code that comes first. */
static void
check_remainders (const SheafDistribution *d)
{
  for (guint i = 0; i < d->shares->len; i++)
    {
      const SheafShare *x = &g_array_index (d->shares, SheafShare, i);
      SheafWeight       x_remainder;
      gint64            whole = count_whole (d, x, &x_remainder);
      gint64            more = x->amount.units / d->rounding_unit - whole;

      g_assert_true (more == 0 || more == 1);
      for (guint k = 0; more == 1 && k < d->shares->len; k++)
        {
          const SheafShare *y = &g_array_index (d->shares, SheafShare, k);
          SheafWeight       y_remainder;

          if (x->side != y->side || x->pool != y->pool ||
              y->amount.units / d->rounding_unit > count_whole (d, y, &y_remainder))
            continue;
          g_assert_true (x_remainder > y_remainder ||
                         (x_remainder == y_remainder && strcmp (x->code, y->code) < 0));
        }
    }
}

static gint64
amount_of (const SheafDistribution *d,
           const char              *code,
           SheafSide                side,
           SheafPool                pool)
{
  for (guint i = 0; i < d->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (d->shares, SheafShare, i);

      if (share->side == side && share->pool == pool && g_str_equal (share->code, code))
        return share->amount.units;
    }
  return 0;
}

/* A part of one member's weights goes to somebody new. Who gets the equal share stays. */
static const char *
split_member (GRand                   *random,
              SheafDistributionInputs *inputs,
              const char              *other)
{
  const gint32 at = g_rand_int_range (random, 0, (gint32) inputs->sharers->len);
  SheafSharer *one = inputs->sharers->pdata[at];
  SheafSharer *half = sheaf_distribution_inputs_add (inputs, other);

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (pool != SHEAF_POOL_EQUAL)
      {
        half->weights[pool] = (SheafWeight) draw (random, (gint64) one->weights[pool]);
        one->weights[pool] -= half->weights[pool];
      }
  return one->code;
}

/* Nobody gains by being two: in each pool the two together get what the one got, and everyone else
 * what they got, but for one unit. */
static void
check_split (GRand                   *random,
             const SheafPlan         *plan,
             SheafDistributionInputs *inputs,
             const SheafDistribution *before)
{
  const char *code = split_member (random, inputs, "ZZ");
  g_autoptr (SheafDistribution) after = compute (plan, inputs);

  g_assert_nonnull (after);
  for (guint cell = 0; cell < SHEAF_SIDES * SHEAF_POOLS; cell++)
    for (guint i = 0; i < before->codes->len; i++)
      {
        const char *one = before->codes->pdata[i];
        SheafSide   side = cell / SHEAF_POOLS;
        SheafPool   pool = cell % SHEAF_POOLS;
        gint64      now = amount_of (after, one, side, pool);

        if (g_str_equal (one, code))
          now += amount_of (after, "ZZ", side, pool);
        g_assert_cmpint (ABS (now - amount_of (before, one, side, pool)), <=,
                         before->rounding_unit);
      }
}

static void
check_equal (const SheafDistribution *a,
             const SheafDistribution *b)
{
  g_assert_cmpuint (a->shares->len, ==, b->shares->len);
  for (guint i = 0; i < a->shares->len; i++)
    {
      const SheafShare *x = &g_array_index (a->shares, SheafShare, i);
      const SheafShare *y = &g_array_index (b->shares, SheafShare, i);

      g_assert_cmpstr (x->code, ==, y->code);
      g_assert_cmpint (x->amount.units, ==, y->amount.units);
      g_assert_cmpuint (x->rank, ==, y->rank);
    }
}

static void
shuffle (GRand     *random,
         GPtrArray *members)
{
  for (guint i = members->len; i > 1; i--)
    {
      guint    other = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer kept = members->pdata[i - 1];

      members->pdata[i - 1] = members->pdata[other];
      members->pdata[other] = kept;
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2025);
  guint shared = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (SheafDistributionInputs) inputs = draw_inputs (random);
      g_autoptr (SheafPlan) plan = draw_plan (random);
      g_autoptr (SheafDistribution) first = compute (plan, inputs);
      g_autoptr (SheafDistribution) second = NULL;

      shuffle (random, inputs->sharers);
      second = compute (plan, inputs);
      g_assert_cmpint (first == NULL, ==, second == NULL);
      if (first == NULL)
        continue;
      shared++;
      check_sums (first);
      check_floors (first);
      check_monotone (first);
      check_remainders (first);
      check_equal (first, second);
      check_split (random, plan, inputs, first);
    }
  /* Most random co-ops must reach the checks. */
  g_assert_cmpuint (shared, >, ROUNDS / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/sums-floors-order-remainders-and-splits", test_random);
  return g_test_run ();
}
