/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every co-op under every law, on random ones of both. */
#include "distribution/compute.h"

#define ROUNDS 800
#define WHOLE 1000000 /* millionths */

static gint64
draw (GRand *random,
      gint64 most)
{
  return (gint64) (((guint64) g_rand_int (random) << 30 ^ g_rand_int (random)) %
                   (guint64) (most + 1));
}

/* The charter's pack, which asks nothing, and random rules. */
static SheafLaw *
draw_law (GRand *random)
{
  static const char *const untils[] = { "never", "capital", "assets" };
  static const char *const excesses[] = { "stays", "use", "reserve first" };
  static const char *const end = "article=1\nsource=s\nvalid-from=2000-01-01\n";
  g_autoptr (SheafLaw) charter = sheaf_law_load ("charter", FALSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "%s\n[reserve first]\ntitle=F\nrole=common-fund\nbase=surplus\nfloor=0.%06d\nuntil=%s\n%s"
      "[reserve second]\ntitle=S\nrole=common-fund\nbase=rest\nside=external\nfloor=0.%06d\n%s"
      "[floor f]\nside=internal;external\npools=use;labour\nrate=0.%06d\n%s"
      "[cap c]\nrate=0.0%d\nexcess=%s\n%s"
      "[payment use]\nforms=money;capital;qualified;nonqualified\nmoney-floor=0.20\n%s"
      "[payment capital]\nforms=money;capital\n%s",
      charter->text, (int) draw (random, 300000), untils[g_rand_int_range (random, 0, 3)], end,
      (int) draw (random, 500000), end, (int) draw (random, 500000), end,
      g_rand_int_range (random, 1, 10), excesses[g_rand_int_range (random, 0, 3)], end, end, end);
  SheafLaw *law = sheaf_law_parse (text, "random", &error);

  g_assert_no_error (error);
  return law;
}

static SheafPlan *
draw_plan (GRand          *random,
           const SheafLaw *law)
{
  static const int units[] = { 1, 1, 100, 1000 };
  int              labour = (int) draw (random, 300000);
  int              money = 200000 + (int) draw (random, 300000); /* patronage, likewise below */
  int              kept = (int) draw (random, 300000);
  int              qualified = (int) draw (random, 200000);
  int              dividend = (int) draw (random, 1000000); /* in money; the rest is capital */
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autofree char *text = g_strdup_printf (
      "[plan]\nlaw=charter\nrounding-unit=%d\n[internal]\nuse=0.5\nlabour=0.%06d\ncapital=0.%06d\n"
      "[external]\nuse=0.5\nlabour=0.%06d\ncapital=0.%06d\n"
      "[payment use]\nmoney=0.%06d\ncapital=0.%06d\nqualified=0.%06d\nnonqualified=0.%06d\n"
      "qualified-account=1\nnonqualified-account=2\n"
      "[payment capital]\nmoney=%d.%06d\ncapital=%d.%06d\n",
      units[g_rand_int_range (random, 0, 4)], labour, 500000 - labour, labour, 500000 - labour,
      money, kept, qualified, WHOLE - money - kept - qualified, dividend / WHOLE, dividend % WHOLE,
      (WHOLE - dividend) / WHOLE, (WHOLE - dividend) % WHOLE);
  SheafPlan *plan = sheaf_plan_parse (text, -1, NULL, law, problems);

  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->errors, ==, 0);
  return plan;
}

static SheafDistributionInputs *
draw_inputs (GRand *random)
{
  SheafDistributionInputs *inputs = sheaf_distribution_inputs_new ();
  guint                    members = 2 + (guint) g_rand_int_range (random, 0, 30);

  for (guint side = 0; side < SHEAF_SIDES; side++)
    inputs->result[side] = inputs->income[side] = SHEAF_MONEY (draw (random, 500000000) - 50000000);
  sheaf_distribution_inputs_measure (inputs, "reserve:first", draw (random, 1000000));
  sheaf_distribution_inputs_measure (inputs, "capital", draw (random, 9000000));
  sheaf_distribution_inputs_measure (inputs, "assets", draw (random, 90000000));
  sheaf_distribution_inputs_measure (inputs, "capital-days", 365);
  for (guint i = 0; i < members; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%02u", i);
      SheafSharer     *one = sheaf_distribution_inputs_add (inputs, code);

      one->weights[SHEAF_POOL_USE] = (SheafWeight) (2 + draw (random, 5000000));
      one->weights[SHEAF_POOL_LABOUR] = (SheafWeight) draw (random, 90000000);
      one->weights[SHEAF_POOL_CAPITAL] = (SheafWeight) draw (random, 20000000) * 365;
    }
  return inputs;
}

static gint64
step_of (const SheafDistribution *d,
         const char              *name,
         SheafSide                side)
{
  return sheaf_distribution_step (d, name)->amounts[side].units;
}

/* to-share = pools + what the cap keeps; pools = shares + rest; parts = shares of the pool. */
static void
check_sums (const SheafDistribution *d)
{
  gint64 shares[SHEAF_SIDES] = { 0 };

  for (guint i = 0; i < d->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (d->shares, SheafShare, i);

      g_assert_cmpint (share->amount.units, >=, 0);
      shares[share->side] += share->amount.units;
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      gint64 pools = 0;

      for (guint pool = 0; pool < SHEAF_POOLS; pool++)
        pools += d->pools[side][pool].amount.units;
      g_assert_cmpint (step_of (d, "to-share", side), ==, pools + step_of (d, "cap:c", side));
      g_assert_cmpint (pools, ==, shares[side] + step_of (d, "undistributed", side));
      g_assert_cmpint (MAX (step_of (d, "result", side) + step_of (d, "loss-cover", side), 0), ==,
                       step_of (d, "common-fund", side) + step_of (d, "reserve:first", side) +
                           step_of (d, "reserve:second", side) + step_of (d, "to-share", side));
    }
}

/* A fifth of each member's patronage is money; the pools of the floor have it; capital is within
 * its cap; the reserve has its rate or is full. */
static void
check_rules (const SheafDistribution       *d,
             const SheafLaw                *law,
             const SheafDistributionInputs *inputs)
{
  static const char *const measures[] = { NULL, "capital", NULL, "assets" };
  const SheafLawReserve   *first = law->rules->reserves->pdata[0];
  const SheafLawPoolRule  *floor = NULL;
  const SheafLawCap       *cap = law->rules->caps->pdata[0];
  const char              *measure = measures[first->until];
  gint64                   capital = 0, taken = 0, base = 0;

  for (guint i = 0; i < law->rules->pools->len; i++)
    if (g_str_equal (((SheafLawPoolRule *) law->rules->pools->pdata[i])->name, "f"))
      floor = law->rules->pools->pdata[i];
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      gint64 both = d->pools[side][SHEAF_POOL_USE].amount.units +
                    d->pools[side][SHEAF_POOL_LABOUR].amount.units;

      g_assert_cmpint (both * 1000000, >=,
                       step_of (d, "to-share", side) * floor->rate.rate.millionths);
      capital += d->pools[side][SHEAF_POOL_CAPITAL].amount.units;
      taken += step_of (d, "reserve:first", side);
      base += MAX (step_of (d, "result", side) + step_of (d, "loss-cover", side), 0);
    }
  g_assert_true ((SheafWeight) capital * 1000000 * 365 <=
                 d->pools[0][SHEAF_POOL_CAPITAL].weight * (SheafWeight) cap->rate.rate.millionths);
  if (taken * 1000000 < base * first->floor.rate.millionths)
    {
      g_assert_nonnull (measure);
      g_assert_cmpint (
          taken, ==,
          MAX (sheaf_distribution_inputs_measured (inputs, measure) -
                   sheaf_distribution_inputs_measured (inputs, "reserve:first"),
               0));
    }
}

/* What the share of a member comes to by its forms, from the part at *at on; each form once. */
static void
take_forms (const SheafDistribution *d,
            const SheafShare        *share,
            guint                   *at,
            gint64                  *ret_forms)
{
  for (; *at < d->parts->len; (*at)++)
    {
      const SheafSharePart *part = &g_array_index (d->parts, SheafSharePart, *at);

      if (part->side != share->side || part->pool != share->pool ||
          !g_str_equal (part->code, share->code))
        break;
      g_assert_cmpint (part->amount.units, >, 0);
      g_assert_cmpint (ret_forms[part->form], ==, 0);
      ret_forms[part->form] = part->amount.units;
    }
}

/* Money, capital and notices of a member add up to the share, none is forgotten; money has at least
 * its part, of patronage a fifth; the others share the rest to the unit by their parts. */
static void
check_forms (const SheafDistribution *d,
             const SheafPlan         *plan)
{
  guint at = 0;

  for (guint i = 0; i < d->shares->len; i++)
    {
      const SheafShare       *share = &g_array_index (d->shares, SheafShare, i);
      const SheafPlanPayment *payment = &plan->payments[share->pool];
      gint64                  forms[SHEAF_PAY_FORMS] = { 0 }, sum = 0, rest, others;

      if (!payment->given)
        continue;
      take_forms (d, share, &at, forms);
      for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
        sum += forms[form];
      g_assert_cmpint (sum, ==, share->amount.units);
      rest = sum - forms[SHEAF_PAY_FORM_MONEY];
      others = WHOLE - payment->rates[SHEAF_PAY_FORM_MONEY].millionths;
      g_assert_cmpint (rest * WHOLE, <=, sum * others);
      g_assert_true (share->pool != SHEAF_POOL_USE || forms[SHEAF_PAY_FORM_MONEY] * 5 >= sum);
      for (guint form = SHEAF_PAY_FORM_CAPITAL; form < SHEAF_PAY_FORMS; form++)
        g_assert_cmpint (ABS (forms[form] * others - rest * payment->rates[form].millionths), <=,
                         others);
    }
  g_assert_cmpuint (at, ==, d->parts->len);
}

/* What papers and lists ask of one member is what the parts say, and adds up to all the member
 * has. */
static void
check_member_forms (const SheafDistribution       *d,
                    const SheafDistributionInputs *inputs)
{
  for (guint i = 0; i < inputs->sharers->len; i++)
    {
      const char *code = ((const SheafSharer *) inputs->sharers->pdata[i])->code;
      SheafMoney  forms[SHEAF_PAY_FORMS];
      gint64      sum = 0, total = 0, expected[SHEAF_PAY_FORMS] = { 0 };

      sheaf_distribution_member_forms (d, code, forms);
      for (guint k = 0; k < d->parts->len; k++)
        {
          const SheafSharePart *part = &g_array_index (d->parts, SheafSharePart, k);

          if (g_str_equal (part->code, code))
            expected[part->form] += part->amount.units;
        }
      for (guint k = 0; k < d->shares->len; k++)
        if (g_str_equal (g_array_index (d->shares, SheafShare, k).code, code))
          total += g_array_index (d->shares, SheafShare, k).amount.units;
      for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
        {
          sum += forms[form].units;
          if (form != SHEAF_PAY_FORM_MONEY)
            g_assert_cmpint (forms[form].units, ==, expected[form]);
        }
      g_assert_cmpint (sum, ==, total);
      g_assert_cmpint (sheaf_distribution_member_total (d, code).units, ==, total);
    }
}

static gint64
units_of (const SheafDistribution *d,
          const char              *code,
          SheafSide                side,
          SheafPool                pool)
{
  for (guint i = 0; i < d->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (d->shares, SheafShare, i);

      if (share->side == side && share->pool == pool && g_str_equal (share->code, code))
        return share->amount.units / d->rounding_unit;
    }
  return 0;
}

/* TV00 becomes two: together they differ by at most a unit each, in every pool. */
static void
check_split (GRand                   *random,
             const SheafPlan         *plan,
             const SheafLaw          *law,
             SheafDistributionInputs *inputs,
             const SheafDistribution *whole)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistribution) parted = NULL;
  SheafSharer *half = sheaf_distribution_inputs_add (inputs, "TV00a");
  SheafSharer *one = inputs->sharers->pdata[0];

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      half->weights[pool] = one->weights[pool] * (SheafWeight) draw (random, 100) / 100;
      one->weights[pool] -= half->weights[pool];
    }
  parted = sheaf_distribution_compute (plan, law, inputs, problems);
  g_assert_nonnull (parted);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        gint64 before = units_of (whole, "TV00", side, pool);
        gint64 after = units_of (parted, "TV00", side, pool) +
                       units_of (parted, "TV00a", side, pool);

        g_assert_cmpint (ABS (after - before), <=, 2);
      }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  guint shared = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (SheafLaw) law = draw_law (random);
      g_autoptr (SheafPlan) plan = draw_plan (random, law);
      g_autoptr (SheafDistributionInputs) inputs = draw_inputs (random);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafDistribution) result = NULL;

      g_free (plan->law);
      plan->law = g_strdup (law->id);
      result = sheaf_distribution_compute (plan, law, inputs, problems);
      if (result == NULL)
        continue;
      shared++;
      check_sums (result);
      check_rules (result, law, inputs);
      check_forms (result, plan);
      check_member_forms (result, inputs);
      check_split (random, plan, law, inputs, result);
    }
  g_assert_cmpuint (shared, >, ROUNDS / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/packs/sums-rules-forms-and-splitting", test_random);
  return g_test_run ();
}
