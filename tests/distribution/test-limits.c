/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each choice with the law's limit beside it, in parts and in money, worked by hand. */
#include "sample.h"

#include "distribution/limits.h"

#define PLAN                                                \
  "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n" \
  "[fund welfare]\naccount=3532\nrate=0.05\n"               \
  "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n[external]\ncapital=1\n"

typedef struct
{
  SheafLaw                *law;
  SheafPlan               *plan;
  SheafDistributionInputs *inputs;
  SheafDistribution       *result;
  GPtrArray               *limits;
} Judged;

static void
clear_judged (Judged *judged)
{
  g_ptr_array_unref (judged->limits);
  sheaf_distribution_free (judged->result);
  sheaf_distribution_inputs_free (judged->inputs);
  sheaf_plan_free (judged->plan);
  sheaf_law_free (judged->law);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judged, clear_judged)

/* A plan may break the law here: errors says how often. */
static void
judge (const char              *law,
       const char              *text,
       guint                    errors,
       SheafDistributionInputs *inputs,
       Judged                  *judged)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  judged->law = sheaf_law_load (law, FALSE, &error);
  g_assert_no_error (error);
  judged->inputs = inputs;
  judged->plan = sheaf_plan_parse (text, -1, NULL, judged->law, problems);
  g_assert_cmpuint (problems->errors, ==, errors);
  if (errors == 0)
    judged->result = sheaf_distribution_compute (judged->plan, judged->law, inputs, problems);
  judged->limits = sheaf_plan_limits (judged->plan, judged->law, inputs, judged->result);
}

static const SheafPlanLimit *
find (const Judged *judged,
      const char   *group,
      const char   *key)
{
  const SheafPlanLimit *limit = sheaf_plan_limits_find (judged->limits, group, key);

  g_assert_nonnull (limit);
  return limit;
}

static void
expect (const SheafPlanLimit *limit,
        SheafPlanLimitKind    kind,
        gint64                floor,
        gint64                chosen,
        gboolean              broken)
{
  g_assert_cmpint (limit->kind, ==, kind);
  g_assert_true (limit->has_amounts);
  g_assert_cmpint (limit->limit_amount.units, ==, floor);
  g_assert_cmpint (limit->chosen_amount.units, ==, chosen);
  g_assert_cmpint (limit->broken, ==, broken);
}

/* 1,000,000 inside, 300,000 outside; two who use and work, one with capital only. */
static SheafDistributionInputs *
make_inputs (void)
{
  SheafDistributionInputs *inputs = sample_inputs (1000000, 300000);

  sample_member (inputs, "A", 100, 0, 3000, 1);
  sample_member (inputs, "B", 200, 50, 1000, 1);
  sample_member (inputs, "C", 0, 0, 500, 0);
  return inputs;
}

/* Fund outside 30,000, least 15,000. Left 950,000 and 270,000, welfare 47,500 + 13,500, so 902,500
 * inside: use and labour 541,500, at least 460,275. */
static void
test_what_holds (void)
{
  g_auto (Judged) judged = { 0 };
  const SheafPlanLimit *both;

  judge ("vn-2023", PLAN, 0, make_inputs (), &judged);
  expect (find (&judged, "common-fund", "internal-rate"), SHEAF_LIMIT_NONE, 0, 50000, FALSE);
  expect (find (&judged, "common-fund", "external-rate"), SHEAF_LIMIT_FLOOR, 15000, 30000, FALSE);
  g_assert_cmpstr (find (&judged, "common-fund", "external-rate")->article, ==, "84");
  expect (find (&judged, "fund welfare", "rate"), SHEAF_LIMIT_NONE, 0, 61000, FALSE);
  both = find (&judged, "internal", NULL);
  expect (both, SHEAF_LIMIT_FLOOR, 460275, 541500, FALSE);
  g_assert_cmpstr (both->article, ==, "86");
  g_assert_cmpint (both->chosen.millionths, ==, 600000);
  g_assert_true (both->pools[SHEAF_POOL_USE] && both->pools[SHEAF_POOL_LABOUR]);
  g_assert_false (both->pools[SHEAF_POOL_CAPITAL]);
  expect (find (&judged, "internal", "use"), SHEAF_LIMIT_NONE, 0, 361000, FALSE);
  expect (find (&judged, "internal", "equal"), SHEAF_LIMIT_CEILING, 0, 0, FALSE);
  expect (find (&judged, "external", NULL), SHEAF_LIMIT_WHOLE, 256500, 256500, FALSE);
}

/* Every figure is there although the plan is refused: 4 % outside is 12,000 of at least 15,000. */
static void
test_what_is_broken (void)
{
  g_auto (Judged) judged = { 0 };

  judge ("vn-2023",
         "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.04\n"
         "[internal]\nuse=0.3\nlabour=0.2\ncapital=0.4\nequal=0.1\n[external]\ncapital=0.9\n",
         4, make_inputs (), &judged);
  g_assert_null (judged.result);
  expect (find (&judged, "common-fund", "external-rate"), SHEAF_LIMIT_FLOOR, 15000, 12000, TRUE);
  /* 950,000 inside: 51 % is 484,500, half is 475,000. */
  expect (find (&judged, "internal", NULL), SHEAF_LIMIT_FLOOR, 484500, 475000, TRUE);
  expect (find (&judged, "internal", "equal"), SHEAF_LIMIT_CEILING, 0, 95000, TRUE);
  /* 288,000 outside, of which 90 % is given. */
  expect (find (&judged, "external", NULL), SHEAF_LIMIT_WHOLE, 288000, 259200, TRUE);
}

/* A plan that takes more than there is has figures as far as it comes. */
static void
test_what_does_not_come_so_far (void)
{
  g_auto (Judged) judged = { 0 };

  judge ("vn-2023",
         "[common-fund]\nexternal-rate=0.05\n[fund gift]\naccount=3532\namount=9000000\n", 0,
         make_inputs (), &judged);
  g_assert_null (judged.result);
  expect (find (&judged, "common-fund", "external-rate"), SHEAF_LIMIT_FLOOR, 15000, 15000, FALSE);
  g_assert_false (find (&judged, "fund gift", "amount")->has_amounts);
  g_assert_false (find (&judged, "internal", "use")->has_amounts);
}

static void
test_a_loss_leaves_no_amounts (void)
{
  g_auto (Judged) judged = { 0 };

  judge ("vn-2023", PLAN, 0, sample_inputs (-5, -5), &judged);
  g_assert_null (judged.result);
  g_assert_false (find (&judged, "common-fund", "external-rate")->has_amounts);
  g_assert_cmpint (find (&judged, "common-fund", "external-rate")->limit.millionths, ==, 50000);
}

/* The legal reserve: a tenth of 1,300,000, but only 40,000 are missing to the capital. */
static void
test_a_reserve_is_nearly_full (void)
{
  g_auto (Judged) judged = { 0 };
  SheafDistributionInputs *inputs = make_inputs ();
  const SheafPlanLimit    *legal;

  sheaf_distribution_inputs_measure (inputs, "capital", 500000);
  sheaf_distribution_inputs_measure (inputs, "reserve:legal", 460000);
  sheaf_distribution_inputs_measure (inputs, "capital-days", 1);
  judge ("fr-agricole", "[internal]\nuse=1\n[external]\nuse=1\n", 0, inputs, &judged);
  legal = find (&judged, "reserve legal", "rate");
  expect (legal, SHEAF_LIMIT_FLOOR, 130000, 40000, FALSE);
  g_assert_true (legal->has_room);
  g_assert_cmpint (legal->room.units, ==, 40000);
  g_assert_cmpstr (legal->article, ==, "R524-21");
  g_assert_false (find (&judged, "reserve others", "rate")->has_room);
}

/* One who would be paid a qualified notice gets at least a fifth in money. */
static void
test_money_beside_a_notice (void)
{
  g_auto (Judged) judged = { 0 };

  judge ("us-patronage",
         "[internal]\nuse=1\n[external]\ncapital=1\n"
         "[payment use]\nmoney=0.1\nqualified=0.9\nqualified-account=4421\n",
         1, make_inputs (), &judged);
  expect (find (&judged, "payment use", "money"), SHEAF_LIMIT_FLOOR, 200000, 100000, TRUE);
}

/* The return on capital: at most 8 % of 4,500 a year. */
static void
test_the_cap_is_told_in_money (void)
{
  g_auto (Judged) judged = { 0 };
  SheafDistributionInputs *inputs = make_inputs ();

  sheaf_distribution_inputs_measure (inputs, "capital-days", 1);
  judge ("us-patronage", "[internal]\nuse=1\n[external]\ncapital=1\n", 0, inputs, &judged);
  expect (find (&judged, "cap stock-dividend", NULL), SHEAF_LIMIT_CEILING, 360, 360, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limits/stand-beside-what-is-chosen", test_what_holds);
  g_test_add_func ("/limits/broken-ones-are-told-in-money", test_what_is_broken);
  g_test_add_func ("/limits/amounts-end-where-the-plan-is-refused", test_what_does_not_come_so_far);
  g_test_add_func ("/limits/loss-leaves-rates-only", test_a_loss_leaves_no_amounts);
  g_test_add_func ("/limits/reserve-tells-its-room", test_a_reserve_is_nearly_full);
  g_test_add_func ("/limits/money-beside-a-notice", test_money_beside_a_notice);
  g_test_add_func ("/limits/cap-in-money", test_the_cap_is_told_in_money);
  return g_test_run ();
}
