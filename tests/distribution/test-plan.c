/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans are read whole, judged by the law, and told all that is wrong with them. */
#include "sample.h"

#include "distribution/step-words.h"

#define POOLS "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n[external]\ncapital=1\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *finding; /* part of the problem's text as printed */
} Refusal;

static const Refusal refusals[] = {
  { "common-fund-below-floor", "[common-fund]\nexternal-rate=0.049999\n",
    "p.ini:2: [common-fund] external-rate: 0.049999 is below the floor of 0.05 in Art. 84" },
  { "use-and-labour-below-floor", "[internal]\nuse=0.4\nlabour=0.109999\ncapital=0.490001\n",
    "p.ini:1: [internal]: use and labour together are 0.509999, below the floor of 0.51 in Art. "
    "86" },
  { "equal-of-internal", "[internal]\nuse=0.9\nequal=0.1\n",
    "p.ini:3: [internal] equal: 0.1 is above" },
  { "sum-below-one", "[external]\ncapital=0.999999\n", "add up to 0.999999" },
  { "sum-above-one", "[external]\ncapital=1\nuse=0.000001\n", "add up to 1.000001" },
  { "seven-decimals", "[external]\ncapital=0.9999999\n", "p.ini:2: [external] capital" },
  { "negative-rate", "[external]\ncapital=-1\nuse=1\n", "p.ini:2: [external] capital" },
  { "rate-above-one", "[common-fund]\ninternal-rate=1.1\n", "1.1 is more than 1" },
  { "unknown-group", "[extern]\ncapital=1\n", "p.ini:1: [extern]: this group is not known" },
  { "unknown-key", "[plan]\nrounding=5\n", "p.ini:2: [plan] rounding: this key is not known" },
  { "bad-word", "[plan]\nleavers=perhaps\n",
    "“perhaps” is not known here: choose one of: no, yes" },
  { "other-law", "[plan]\nlaw=fr-agri\n", "made for the law “fr-agri”" },
  { "unit-zero", "[plan]\nrounding-unit=0\n", "p.ini:2: [plan] rounding-unit: 0 is not between" },
  { "fund-without-account", "[fund welfare]\nrate=0.05\n", "an account to credit is needed" },
  { "fund-with-both", "[fund a]\naccount=3532\nrate=0.1\namount=5\n", "exactly one" },
  { "fund-with-none", "[fund a]\naccount=3532\n", "exactly one" },
  { "funds-above-one", "[fund a]\naccount=3532\nrate=0.6\n[fund b]\naccount=418\nrate=0.5\n",
    "add up to 1.1" },
  { "earmark-without-side", "[earmark g]\naccount=4421\namount=5\n", "an earmark needs side=" },
  { "loan-interest", "[weights]\nloan-interest=1\n", "not kept in this version" },
  { "weight-with-decimals", "[weights]\ndeliveries=1.5\n", "p.ini:2: [weights] deliveries" },
  { "key-twice", "[plan]\nleavers=yes\nleavers=no\n", "p.ini:3: leavers: this stands on line 2" },
  { "group-twice", "[plan]\n\n[plan]\n", "p.ini:3: plan: this stands on line 1" },
  { "tax-unknown", "[tax]\nuse=gift\n",
    "p.ini:2: [tax] use: Law on Cooperatives 17/2023/QH15 does not know such shares as “gift” when "
    "it comes to taxes: choose one of: capital-income, wage, none, exempt-agricultural" },
  { "tax-of-capital", "[tax]\ncapital=none\n",
    "as “none” when it comes to taxes: choose one of: capital-income, exempt-agricultural" },
  { "tax-key", "[tax]\nlabor=wage\n", "p.ini:2: [tax] labor: this key is not known" },
  { "no-key-file", "use 0.4\n", "p.ini:1: this line is neither" },
  { "not-utf8", "[plan]\nlaw=\xff\n", "not UTF-8" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = sheaf_plan_parse (refusal->text, -1, "p.ini", law, problems);
  gboolean found = FALSE;

  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (problems->items->pdata[i]);

      g_test_message ("%s", text);
      found |= strstr (text, refusal->finding) != NULL;
    }
  g_assert_cmpuint (problems->errors, >, 0);
  g_assert_true (found);
}

static void
test_all_at_once (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = NULL;

  plan = sheaf_plan_parse ("[common-fund]\nexternal-rate=0\n[internal]\ncapital=1\n[x]\n", -1, NULL,
                           law, problems);
  g_assert_cmpuint (problems->errors, ==, 3);
}

static void
test_floor_is_enough (void)
{
  g_autoptr (SheafPlan) plan = NULL;

  plan = sample_plan ("[common-fund]\nexternal-rate=0.05\n[internal]\nuse=0.51\ncapital=0.49\n");
  g_assert_cmpint (plan->common_fund[SHEAF_SIDE_EXTERNAL].millionths, ==, 50000);
}

/* A union's plan may name the law without -union; the union's floor of 0.10 holds. */
static void
test_union (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", TRUE, NULL);
  g_autoptr (SheafProblems) good = sheaf_problems_new ();
  g_autoptr (SheafProblems) bad = sheaf_problems_new ();
  g_autoptr (SheafPlan) a = NULL;
  g_autoptr (SheafPlan) b = NULL;

  a = sheaf_plan_parse ("[plan]\nlaw=vn-2023\n[common-fund]\nexternal-rate=0.1\n", -1, NULL, law,
                        good);
  b = sheaf_plan_parse ("[plan]\nlaw=vn-2023\n[common-fund]\nexternal-rate=0.09\n", -1, NULL, law,
                        bad);
  g_assert_cmpuint (good->errors, ==, 0);
  g_assert_cmpuint (bad->errors, ==, 1);
}

static void
test_defaults (void)
{
  g_autoptr (SheafPlan) plan = sample_plan ("");

  g_assert_cmpstr (plan->law, ==, "vn-2023");
  g_assert_cmpint (plan->rounding_unit, ==, 1);
  g_assert_true (plan->leavers);
  g_assert_false (plan->brought_forward);
  g_assert_cmpint (plan->common_fund[SHEAF_SIDE_EXTERNAL].millionths, ==, 50000);
  g_assert_cmpint (plan->pools[SHEAF_SIDE_INTERNAL][SHEAF_POOL_USE].millionths, ==, 510000);
  g_assert_cmpint (plan->deliveries_weight, ==, 1);
}

static void
test_product_weight (void)
{
  g_autoptr (SheafPlan) plan = NULL;

  plan = sample_plan ("[weights]\ndeliveries=2\nsupplies=3\nproduct.FERT=0\n");
  g_assert_cmpint (sheaf_plan_product_weight (plan, "LEAF", FALSE), ==, 2);
  g_assert_cmpint (sheaf_plan_product_weight (plan, "LEAF", TRUE), ==, 3);
  g_assert_cmpint (sheaf_plan_product_weight (plan, "FERT", TRUE), ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafPlan) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  plan = sample_plan (
      "\xEF\xBB\xBF# charter 2025\r\n[plan]\r\nrounding-unit=1000\r\nleavers=no\r\n"
      "capital-basis=year-end\r\ncapital-weight=committed\r\nminimum-payout=50000\r\n"
      "brought-forward=yes\r\ncarry-forward=7\r\n[common-fund]\r\nbase=income\r\n"
      "[fund welfare]\ntitle=Quỹ phúc lợi\naccount=3532\nrate=0.05\n[fund "
      "build]\naccount=4118\namount=9\n"
      "[earmark gift]\naccount=4421\nside=external\namount=5000000\n" POOLS
      "[weights]\nsupplies=0\nproduct.LEAF=4\n");
  first = sheaf_plan_to_text (plan);
  again = sample_plan (first);
  second = sheaf_plan_to_text (again);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (again->rounding_unit, ==, 1000);
  g_assert_cmpuint (again->funds->len, ==, 2);
  g_assert_cmpstr (((SheafPlanFund *) again->funds->pdata[1])->name, ==, "build");
  g_assert_true (((SheafPlanFund *) again->funds->pdata[1])->by_amount);
  g_assert_cmpstr (((SheafPlanFund *) again->funds->pdata[0])->title, ==, "Quỹ phúc lợi");
  g_assert_null (((SheafPlanFund *) again->funds->pdata[1])->title);
  g_assert_cmpint (((SheafPlanEarmark *) again->earmarks->pdata[0])->amount.units, ==, 5000000);
  g_assert_true (again->capital_year_end);
  g_assert_true (again->capital_committed);
  g_assert_cmpint (again->common_fund_base, ==, SHEAF_COMMON_FUND_BASE_INCOME);
}

/* People read titles; a fund without one is called by its name, whatever it is not known for. */
static void
test_titles (void)
{
  g_autoptr (SheafPlan) plan = sample_plan (
      "[fund welfare]\ntitle=Quỹ phúc lợi\naccount=3532\nrate=0.05\n"
      "[fund build]\ntitle=\naccount=4118\nrate=0.05\n"
      "[earmark welfare]\ntitle=Quà tặng\naccount=4421\nside=external\namount=5\n" POOLS);
  g_autofree char *use = sheaf_pool_title (SHEAF_SIDE_INTERNAL, SHEAF_POOL_USE);
  g_autofree char *welfare = sheaf_distribution_step_title (
      "fund:welfare", sheaf_plan_step_title (plan, "fund:welfare"));
  g_autofree char *gift = sheaf_distribution_step_title (
      "earmark:welfare", sheaf_plan_step_title (plan, "earmark:welfare"));
  g_autofree char *build = sheaf_distribution_step_title (
      "fund:build", sheaf_plan_step_title (plan, "fund:build"));
  g_autofree char *result = sheaf_distribution_step_title ("result", NULL);

  g_assert_cmpstr (use, ==, "Internal: By use");
  g_assert_cmpstr (sheaf_pool_word (SHEAF_POOL_EQUAL), ==, "Equally");
  g_assert_cmpstr (welfare, ==, "Fund: Quỹ phúc lợi");
  g_assert_cmpstr (gift, ==, "Set apart: Quà tặng");
  g_assert_cmpstr (build, ==, "Fund: build");
  g_assert_cmpstr (result, ==, "Result of the year");
}

/* What is not said is the pack's; what is said is kept; a pack without taxes refuses the group. */
static void
test_taxes (void)
{
  g_autoptr (SheafPlan) plan = sample_plan ("[tax]\nlabour=capital-income\n");
  g_autofree char *text = sheaf_plan_to_text (plan);
  g_autoptr (SheafLaw) silent = sheaf_law_load ("fr-scop", FALSE, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) refused = sheaf_plan_parse ("[tax]\nuse=none\n", -1, NULL, silent,
                                                    problems);

  g_assert_nonnull (strstr (text, "\n[tax]\nuse=none\nlabour=capital-income\n"
                                  "capital=capital-income\nequal=capital-income\n"));
  g_assert_cmpuint (problems->errors, ==, 1);
  g_assert_nonnull (strstr (((SheafProblem *) problems->items->pdata[0])->text,
                            "says nothing of taxes on shares: remove this group"));
}

/* An exemption of farmers is for their co-ops; a book that says no sector is told what to set. */
static void
test_sectors (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafPlan) plan = sample_plan ("[tax]\nuse=exempt-agricultural\n");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  sheaf_plan_check_sector (plan, law, "agriculture", problems);
  sheaf_plan_warn_sector (plan, law, "agriculture", problems);
  g_assert_cmpuint (problems->items->len, ==, 0);
  sheaf_plan_check_sector (plan, law, "trade", problems);
  sheaf_plan_warn_sector (plan, law, "trade", problems);
  g_assert_cmpuint (problems->errors, ==, 1);
  g_assert_cmpuint (problems->items->len, ==, 1);
  g_assert_nonnull (strstr (((SheafProblem *) problems->items->pdata[0])->text,
                            "(Art. 22): choose another treatment, or set the book’s sector to one "
                            "of: agriculture, forestry, fishery, salt"));
  sheaf_plan_warn_sector (plan, law, NULL, problems);
  g_assert_cmpuint (problems->items->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/plan/funds-are-called-by-their-titles", test_titles);
  g_test_add_func ("/plan/everything-wrong-is-told-at-once", test_all_at_once);
  g_test_add_func ("/plan/the-floor-itself-is-enough", test_floor_is_enough);
  g_test_add_func ("/plan/a-union-keeps-its-own-floor", test_union);
  g_test_add_func ("/plan/the-law-pack-fills-what-is-not-said", test_defaults);
  g_test_add_func ("/plan/a-product-has-its-own-weight", test_product_weight);
  g_test_add_func ("/plan/reads-back-what-it-writes", test_round_trip);
  g_test_add_func ("/plan/shares-are-taken-for-something-by-pool", test_taxes);
  g_test_add_func ("/plan/exemptions-go-by-sector", test_sectors);
  return g_test_run ();
}
