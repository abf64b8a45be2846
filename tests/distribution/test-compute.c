/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worked examples, done by hand, one for each step of the calculation. */
#include "sample.h"

#define PLAN                                                \
  "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n" \
  "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n[external]\ncapital=1\n"

static SheafDistributionInputs *
inputs_of_three (gint64 internal,
                 gint64 external)
{
  SheafDistributionInputs *inputs = sample_inputs (internal, external);

  sample_member (inputs, "A", 100, 0, 3000, 1);
  sample_member (inputs, "B", 200, 50, 1000, 1);
  sample_member (inputs, "C", 0, 0, 500, 0); /* contributing associate: capital only */
  return inputs;
}

/* I = 1,000,001: fund ⌈50,000.05⌉ = 50,001, left 950,000. E = 300,000: fund 30,000, left 270,000.
 * Welfare 5 %: 47,500 and 13,500; left 902,500 and 256,500.
 * Pools of I: use 361,000, labour 180,500, capital 361,000. E: capital 256,500.
 * use: A 361,000 × 100/300 = 120,333.33, B 240,666.67 → 120,333 and 240,667.
 * capital of I, weights 3000:1000:500: 240,666.67, 80,222.22, 40,111.11 → one over goes to A.
 * capital of E: 171,000, 57,000, 28,500. */
static void
test_whole (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000001, 300000);
  g_autoptr (SheafDistribution) d = NULL;
  guint warnings;

  d = sample_compute (PLAN "[fund welfare]\naccount=3532\nrate=0.05\n", inputs, &warnings);
  g_assert_cmpuint (warnings, ==, 0);
  sample_step (d, "result", 1000001, 300000);
  sample_step (d, "loss-cover", 0, 0);
  sample_step (d, "common-fund", 50001, 30000);
  sample_step (d, "fund:welfare", 47500, 13500);
  sample_step (d, "brought-forward", 0, 0);
  sample_step (d, "carry-forward", 0, 0);
  sample_step (d, "to-share", 902500, 256500);
  sample_step (d, "pool:use", 361000, 0);
  sample_step (d, "pool:labour", 180500, 0);
  sample_step (d, "pool:capital", 361000, 256500);
  sample_step (d, "pool:equal", 0, 0);
  sample_step (d, "undistributed", 0, 0);
  g_assert_cmpint (sample_share (d, "A", "internal-use"), ==, 120333);
  g_assert_cmpint (sample_share (d, "B", "internal-use"), ==, 240667);
  g_assert_cmpint (sample_share (d, "C", "internal-use"), ==, -1);
  g_assert_cmpint (sample_share (d, "B", "internal-labour"), ==, 180500);
  g_assert_cmpint (sample_share (d, "A", "internal-capital"), ==, 240667);
  g_assert_cmpint (sample_share (d, "B", "internal-capital"), ==, 80222);
  g_assert_cmpint (sample_share (d, "C", "internal-capital"), ==, 40111);
  g_assert_cmpint (sample_share (d, "C", "external-capital"), ==, 28500);
  g_assert_cmpint (sheaf_distribution_member_total (d, "C").units, ==, 68611);
}

/* The steps come in the order of the calculation, all of them. */
static void
test_order_of_steps (void)
{
  static const char *const names[] = {
    "result", "loss-cover", "earmark:g", "common-fund", "fund:b", "fund:a", "brought-forward",
    "carry-forward", "to-share", "pool:use", "pool:labour", "pool:capital", "pool:equal",
    "undistributed"
  };
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 1000);
  g_autoptr (SheafDistribution) d = NULL;

  d = sample_compute (PLAN "[fund b]\naccount=418\nrate=0\n[fund a]\naccount=418\nrate=0\n"
                           "[earmark g]\naccount=4421\nside=external\namount=0\n",
                      inputs, NULL);
  g_assert_cmpuint (d->steps->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((SheafDistributionStep *) d->steps->pdata[i])->name, ==, names[i]);
}

typedef struct
{
  const char *name;
  gint64      internal, external, brought_internal, brought_external;
  gint64      cover_internal, cover_external;
  gint64      over_internal, over_external; /* given to the other side */
  gint64      share_internal, share_external;
} Loss;

/* With no common fund of I and 10 % of E, what is to share is I and 0.9 E after losses. */
static const Loss losses[] = {
  { "own-earlier-profit-first", -100, 1000, 300, 0, 100, 0, 0, 0, 0, 900 },
  { "then-the-other-profit", -100, 1000, 30, 0, 100, -70, 0, 70, 0, 837 },
  { "then-the-others-earlier-profit", -1000, 100, 0, 2000, 1000, -100, 0, 1000, 0, 0 },
  { "own-earlier-loss-from-own-profit", 1000, 100, -300, 0, -300, 0, 0, 0, 700, 90 },
  { "earlier-loss-from-the-other-side", 100, 1000, -300, 0, -100, -200, 0, 200, 0, 720 },
  { "external-loss-from-internal", 1000, -400, 0, 0, -400, 400, 400, 0, 600, 0 },
  { "earlier-profit-stays-apart", 1000, 100, 500, 500, 0, 0, 0, 0, 1000, 90 },
};

static void
test_loss (gconstpointer data)
{
  const Loss *loss = data;
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (loss->internal, loss->external);
  g_autoptr (SheafDistribution) d = NULL;
  const char *plan = "[common-fund]\ninternal-rate=0\nexternal-rate=0.1\n";

  inputs->brought[0] = SHEAF_MONEY (loss->brought_internal);
  inputs->brought[1] = SHEAF_MONEY (loss->brought_external);
  if (loss->share_internal + loss->share_external == 0)
    {
      sample_refused (plan, inputs, "Art. 86");
      return;
    }
  d = sample_compute (plan, inputs, NULL);
  sample_step (d, "result", loss->internal, loss->external);
  sample_step (d, "loss-cover", loss->cover_internal, loss->cover_external);
  g_assert_cmpint (d->taken_over[0].units, ==, loss->over_internal);
  g_assert_cmpint (d->taken_over[1].units, ==, loss->over_external);
  sample_step (d, "to-share", loss->share_internal, loss->share_external);
}

/* I = -1000 is met by E = 100 and 900 of the 2000 of earlier external profit: 1,100 are left,
 * shared with nothing for the common fund. */
static void
test_only_brought_forward (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (-1000, 100);
  g_autoptr (SheafDistribution) d = NULL;

  inputs->brought[1] = SHEAF_MONEY (2000);
  sample_refused (PLAN, inputs, "brought-forward=yes");
  d = sample_compute ("[plan]\nbrought-forward=yes\n" PLAN, inputs, NULL);
  sample_step (d, "common-fund", 0, 0);
  sample_step (d, "brought-forward", 0, 1100);
  sample_step (d, "pool:capital", 0, 1100);
}

/* 10,000 and 900 earlier join after the funds: I = 10,000 − 500 + 10,000 = 19,500, E = 1,000 − 100
 * = 900. carry-forward 10,200 over 19,500 : 900 → 9,750 and 450. */
static void
test_brought_and_carried (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (10000, 1000);
  g_autoptr (SheafDistribution) d = NULL;

  inputs->brought[0] = SHEAF_MONEY (10000);
  d = sample_compute ("[plan]\nbrought-forward=yes\ncarry-forward=10200\n" PLAN, inputs, NULL);
  sample_step (d, "common-fund", 500, 100);
  sample_step (d, "brought-forward", 10000, 0);
  sample_step (d, "carry-forward", 9750, 450);
  sample_step (d, "to-share", 9750, 450);
}

static void
test_carry_too_much (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 1000);
  g_autoptr (SheafDistribution) d = NULL;

  sample_refused ("[plan]\ncarry-forward=1851\n" PLAN, inputs, "carry-forward: 1,851 is more than");
  d = sample_compute ("[plan]\ncarry-forward=1850\n" PLAN, inputs, NULL);
  sample_step (d, "to-share", 0, 0);
  g_assert_cmpuint (d->shares->len, ==, 0);
}

/* 5,000 of E = 8,000 are a gift: the fund takes ⌈3,000 × 0.1⌉. */
static void
test_earmark (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 8000);
  g_autoptr (SheafDistribution) d = NULL;

  inputs->income[1] = SHEAF_MONEY (3000);
  d = sample_compute (PLAN "[earmark gift]\naccount=4421\nside=external\namount=5000\n", inputs,
                      NULL);
  sample_step (d, "earmark:gift", 0, 5000);
  sample_step (d, "common-fund", 50, 300);
  sample_step (d, "to-share", 950, 2700);
  sample_refused (PLAN "[earmark gift]\naccount=4421\nside=external\namount=8001\n", inputs,
                  "[earmark gift]: 8,001 is more than the 8,000");
}

/* Income 20,000 before 2,000 of tax: the fund is ⌈20,000 × 0.1⌉ = 2,000. The law's floor of 0.05
 * would be 900 of the profit of 18,000 and 1,000 of the income. */
static void
test_income_base (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 18000);
  g_autoptr (SheafDistribution) d = NULL;
  guint warnings;

  inputs->income[1] = SHEAF_MONEY (20000);
  d = sample_compute ("[common-fund]\nexternal-rate=0.1\nbase=income\n", inputs, &warnings);
  sample_step (d, "common-fund", 0, 2000);
  g_assert_cmpuint (warnings, ==, 0);
  g_assert_cmpint (d->common_fund[1].profit_floor.units, ==, 900);
  g_assert_cmpint (d->common_fund[1].income_floor.units, ==, 1000);
}

/* At the floor of 5 % the profit's 900 is below 5 % of the income: a warning, not a refusal. */
static void
test_floor_on_the_other_base (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 18000);
  g_autoptr (SheafDistribution) d = NULL;
  guint warnings;

  inputs->income[1] = SHEAF_MONEY (20000);
  d = sample_compute ("[common-fund]\nexternal-rate=0.05\n", inputs, &warnings);
  sample_step (d, "common-fund", 0, 900);
  g_assert_cmpuint (warnings, ==, 1);
}

/* Bases after the common fund 950 and 900. 0.05: 47.5 → 48 and 45. 100 by amount: 950 × 100 / 1850
 * = 51.35 and 48.65 → 51 and 49. Both are of the same base. */
static void
test_funds (void)
{
  g_autoptr (SheafDistributionInputs) inputs = inputs_of_three (1000, 1000);
  g_autoptr (SheafDistribution) d = NULL;

  d = sample_compute (PLAN "[fund a]\naccount=3532\nrate=0.05\n[fund b]\naccount=418\namount=100\n",
                      inputs, NULL);
  sample_step (d, "fund:a", 48, 45);
  sample_step (d, "fund:b", 51, 49);
  sample_step (d, "to-share", 851, 806);
  sample_refused (PLAN "[fund b]\naccount=418\namount=1851\n", inputs, "is more than");
}

/* Nobody used the co-op: its rate goes to labour: 950 × 0.6 = 570. */
static void
test_empty_use (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (1000, 0);
  g_autoptr (SheafDistribution) d = NULL;
  guint warnings;

  sample_member (inputs, "A", 0, 10, 5, 0);
  d = sample_compute (PLAN, inputs, &warnings);
  g_assert_cmpuint (warnings, ==, 1);
  sample_step (d, "pool:use", 0, 0);
  sample_step (d, "pool:labour", 570, 0);
  sample_step (d, "pool:capital", 380, 0);
}

/* Nobody has capital: its 0.4 goes to use and labour as 0.4 : 0.2 → 633.33 and 316.67. */
static void
test_empty_capital (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (1000, 0);
  g_autoptr (SheafDistribution) d = NULL;

  sample_member (inputs, "A", 7, 10, 0, 0);
  d = sample_compute (PLAN, inputs, NULL);
  sample_step (d, "pool:use", 633, 0);
  sample_step (d, "pool:labour", 317, 0);
  sample_step (d, "pool:capital", 0, 0);
}

static void
test_empty_both (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (1000, 0);

  sample_member (inputs, "A", 0, 0, 10, 1);
  sample_refused (PLAN, inputs, "Art. 86");
}

/* External: use is empty, so its 0.5 is shared by capital 0.3 and equal 0.2: 900 × 3/5 and 2/5. */
static void
test_empty_external (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, 1000);
  g_autoptr (SheafDistribution) d = NULL;
  const char
      *plan = "[common-fund]\nexternal-rate=0.1\n[external]\nuse=0.5\ncapital=0.3\nequal=0.2\n";

  sample_member (inputs, "A", 0, 0, 10, 1);
  d = sample_compute (plan, inputs, NULL);
  sample_step (d, "pool:capital", 0, 540);
  sample_step (d, "pool:equal", 0, 360);
}

static void
test_nobody_external (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, 1000);

  sample_member (inputs, "A", 10, 0, 0, 1);
  sample_refused (PLAN, inputs, "[external]");
}

/* 101 × 0.26 = 26.26, × 0.25 = 25.25, × 0.49 = 49.49: whole parts 26, 25, 49, the odd đồng goes to
 * capital (.49): 51 for use and labour, but ⌈0.51 × 101⌉ = 52. One đồng comes off capital to
 * use. */
static void
test_top_up (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (101, 0);
  g_autoptr (SheafDistribution) d = NULL;

  sample_member (inputs, "A", 1, 1, 1, 0);
  d = sample_compute ("[internal]\nuse=0.26\nlabour=0.25\ncapital=0.49\n", inputs, NULL);
  sample_step (d, "pool:use", 27, 0);
  sample_step (d, "pool:labour", 25, 0);
  sample_step (d, "pool:capital", 49, 0);
}

/* The same without use: 101 × 0.51 = 51.51, capital 49.49; labour has the larger rest: 52. With
 * 102: 52.02 and 49.98 → 52 and 50, but ⌈52.02⌉ = 53 goes to labour. */
static void
test_top_up_labour (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (102, 0);
  g_autoptr (SheafDistribution) d = NULL;

  sample_member (inputs, "A", 0, 1, 1, 0);
  d = sample_compute ("[internal]\nuse=0.26\nlabour=0.25\ncapital=0.49\n", inputs, NULL);
  sample_step (d, "pool:labour", 53, 0);
  sample_step (d, "pool:capital", 49, 0);
}

/* 900 left; unit 100 of a pool of 900 → 9 units over 2:1:1 → 4.5, 2.25, 2.25 → A 5, B 2, C 2.
 * unit 400: 2 units, 100 undistributed; 1, 0.5, 0.5 → the tie goes to B; C has a row of 0. */
static void
test_rounding_unit (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, 1000);
  g_autoptr (SheafDistribution) hundreds = NULL;
  g_autoptr (SheafDistribution) coarse = NULL;

  sample_member (inputs, "C", 0, 0, 1, 0);
  sample_member (inputs, "B", 0, 0, 1, 0);
  sample_member (inputs, "A", 0, 0, 2, 0);
  hundreds = sample_compute ("[plan]\nrounding-unit=100\n" PLAN, inputs, NULL);
  g_assert_cmpint (sample_share (hundreds, "A", "external-capital"), ==, 500);
  g_assert_cmpint (sample_share (hundreds, "B", "external-capital"), ==, 200);
  sample_step (hundreds, "undistributed", 0, 0);
  coarse = sample_compute ("[plan]\nrounding-unit=400\n" PLAN, inputs, NULL);
  g_assert_cmpint (sample_share (coarse, "A", "external-capital"), ==, 400);
  g_assert_cmpint (sample_share (coarse, "B", "external-capital"), ==, 400);
  g_assert_cmpint (sample_share (coarse, "C", "external-capital"), ==, 0);
  sample_step (coarse, "pool:capital", 0, 900);
  sample_step (coarse, "undistributed", 0, 100);
}

/* 26, 25 and 49 by units of 40: all that is paid goes by capital, which people are told. */
static void
test_rounded_floor (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (100, 0);
  g_autoptr (SheafDistribution) coarse = NULL;
  g_autoptr (SheafDistribution) exact = NULL;
  guint warnings;

  sample_member (inputs, "A", 1, 1, 1, 0);
  coarse = sample_compute ("[plan]\nrounding-unit=40\n"
                           "[internal]\nuse=0.26\nlabour=0.25\ncapital=0.49\n",
                           inputs, &warnings);
  g_assert_cmpint (sample_share (coarse, "A", "internal-use"), ==, 0);
  g_assert_cmpint (sample_share (coarse, "A", "internal-capital"), ==, 40);
  g_assert_cmpuint (warnings, ==, 1);
  exact = sample_compute ("[internal]\nuse=0.26\nlabour=0.25\ncapital=0.49\n", inputs, &warnings);
  g_assert_cmpint (sample_share (exact, "A", "internal-use"), ==, 26);
  g_assert_cmpuint (warnings, ==, 0);
}

/* Codes are compared byte by byte: B10 before B2, and Z before a. */
static void
test_byte_order (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, 10);
  g_autoptr (SheafDistribution) d = NULL;

  sample_member (inputs, "a", 0, 0, 1, 0);
  sample_member (inputs, "B2", 0, 0, 1, 0);
  sample_member (inputs, "Z", 0, 0, 1, 0);
  sample_member (inputs, "B10", 0, 0, 1, 0);
  d = sample_compute ("[common-fund]\nexternal-rate=0.1\n", inputs, NULL);
  g_assert_cmpstr (g_array_index (d->shares, SheafShare, 0).code, ==, "B10");
  g_assert_cmpstr (g_array_index (d->shares, SheafShare, 3).code, ==, "a");
  g_assert_cmpint (sample_share (d, "B10", "external-capital"), ==, 3); /* 9 over 4: 2.25 each */
  g_assert_cmpint (sample_share (d, "B2", "external-capital"), ==, 2);
}

/* What explain shows: 9 units over 2:1:1 is 4 and 2/4, 2 and 1/4, 2 and 1/4; one spare unit. */
static void
test_arithmetic_is_kept (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, 10);
  g_autoptr (SheafDistribution) d = NULL;
  const SheafShare *first;

  sample_member (inputs, "A", 0, 0, 2, 0);
  sample_member (inputs, "B", 0, 0, 1, 0);
  sample_member (inputs, "C", 0, 0, 1, 0);
  d = sample_compute ("[common-fund]\nexternal-rate=0.1\n", inputs, NULL);
  first = &g_array_index (d->shares, SheafShare, 0);
  g_assert_cmpint (first->whole, ==, 4);
  g_assert_cmpuint ((guint64) first->remainder, ==, 2);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_true (first->extra);
  g_assert_cmpint (d->pools[SHEAF_SIDE_EXTERNAL][SHEAF_POOL_CAPITAL].spare_units, ==, 1);
  g_assert_cmpuint (g_array_index (d->shares, SheafShare, 1).rank, ==, 2);
}

/* Money × days × weight of large co-ops passes 64 bits and stays exact. */
static void
test_large (void)
{
  g_autoptr (SheafDistributionInputs) inputs = sample_inputs (0, SHEAF_MONEY_MAX);
  g_autoptr (SheafDistribution) d = NULL;
  g_autofree char *text = NULL;
  SheafWeight      weight = (SheafWeight) SHEAF_MONEY_MAX * 366;
  SheafWeight      back;
  gint64           third;

  for (guint i = 0; i < 3; i++)
    {
      char code[] = { (char) ('A' + i), '\0' };

      sheaf_distribution_inputs_add (inputs, code)->weights[SHEAF_POOL_CAPITAL] = weight;
    }
  d = sample_compute ("[common-fund]\nexternal-rate=0.05\n", inputs, NULL);
  third = SHEAF_MONEY_MAX - d->common_fund[1].amount.units;
  g_assert_cmpint (sample_share (d, "C", "external-capital"), ==, third / 3);
  text = sheaf_weight_to_text (weight);
  g_assert_cmpstr (text, ==, "365999999999999999634");
  g_assert_true (sheaf_weight_from_text (text, &back));
  g_assert_true (back == weight);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compute/a-whole-year", test_whole);
  g_test_add_func ("/compute/steps-in-order", test_order_of_steps);
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *path = g_strconcat ("/compute/loss/", losses[i].name, NULL);

      g_test_add_data_func (path, &losses[i], test_loss);
    }
  g_test_add_func ("/compute/only-earlier-profit-is-shared-on-request", test_only_brought_forward);
  g_test_add_func ("/compute/brought-and-carried-forward", test_brought_and_carried);
  g_test_add_func ("/compute/carry-forward-above-what-is-left-is-refused", test_carry_too_much);
  g_test_add_func ("/compute/earmarks-come-first", test_earmark);
  g_test_add_func ("/compute/common-fund-of-income", test_income_base);
  g_test_add_func ("/compute/floor-on-the-other-base-is-a-warning", test_floor_on_the_other_base);
  g_test_add_func ("/compute/funds-share-one-base", test_funds);
  g_test_add_func ("/compute/empty-use-goes-to-labour", test_empty_use);
  g_test_add_func ("/compute/empty-capital-goes-to-use-and-labour", test_empty_capital);
  g_test_add_func ("/compute/no-use-and-no-labour-is-refused", test_empty_both);
  g_test_add_func ("/compute/empty-external-pool-goes-to-the-others", test_empty_external);
  g_test_add_func ("/compute/nobody-to-share-external-is-refused", test_nobody_external);
  g_test_add_func ("/compute/floor-of-use-and-labour-holds-to-the-dong", test_top_up);
  g_test_add_func ("/compute/floor-goes-to-labour-without-use", test_top_up_labour);
  g_test_add_func ("/compute/rounding-unit-leaves-a-rest", test_rounding_unit);
  g_test_add_func ("/compute/rounding-that-takes-the-floor-is-a-warning", test_rounded_floor);
  g_test_add_func ("/compute/ties-go-by-code-in-byte-order", test_byte_order);
  g_test_add_func ("/compute/the-arithmetic-is-kept", test_arithmetic_is_kept);
  g_test_add_func ("/compute/large-weights-are-exact", test_large);
  return g_test_run ();
}
