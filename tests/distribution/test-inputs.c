/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's figures come out of the books as the law counts them. */
#include "distribution/inputs.h"

#include "coop.h"
#include "distribution/error.h"
#include "ledger/closing.h"

static SheafDistributionInputs *
load (SheafBook  *book,
      const char *plan_text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, &error);
  g_autoptr (SheafPlan) plan = sheaf_plan_parse (plan_text, -1, NULL, law, problems);
  SheafDistributionInputs *inputs = sheaf_distribution_inputs_load (book, 2025, plan, law, &error);

  g_assert_no_error (error);
  return inputs;
}

/* Compared as the text that approvals freeze. */
static void
assert_inputs (SheafBook  *book,
               const char *plan,
               const char *expected)
{
  g_autoptr (SheafDistributionInputs) inputs = load (book, plan);
  g_autofree char *text = sheaf_distribution_inputs_to_text (inputs);

  g_assert_cmpstr (text, ==, expected);
}

/* B: 20,000,000 × 183 days from 2 July; L: 4,000,000 × 181 days to 30 June. */
#define FIGURES                                           \
  "result internal\t6000000\nresult external\t10000000\n" \
  "income internal\t6000000\nincome external\t12000000\n" \
  "brought-forward internal\t0\nbrought-forward external\t0\n"

static void
test_days (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  const char *expected = FIGURES
      "A use\t6000000\nA labour\t1000000\nA capital\t3650000000\nA equal\t1\n"
      "B use\t3000000\nB labour\t5000000\nB capital\t3660000000\nB equal\t1\n"
      "C capital\t1825000000\nL use\t1000000\nL capital\t724000000\n";

  coop_close (book);
  assert_inputs (book, coop_plan, expected);
}

/* An open year gives the same figures as the closed one. */
static void
test_open_year (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafDistributionInputs) before = load (book, coop_plan);
  g_autofree char *open = sheaf_distribution_inputs_to_text (before);
  g_autoptr (SheafDistributionInputs) after = NULL;
  g_autofree char *closed = NULL;

  coop_close (book);
  after = load (book, coop_plan);
  closed = sheaf_distribution_inputs_to_text (after);
  g_assert_cmpstr (open, ==, closed);
}

static void
test_year_end_without_leavers (void)
{
  g_autoptr (SheafBook) book = coop_new ();

  assert_inputs (book, "[plan]\ncapital-basis=year-end\nleavers=no\n[weights]\nproduct.LEAF=3\n",
                 FIGURES "A use\t18000000\nA labour\t1000000\nA capital\t10000000\nA equal\t1\n"
                         "B use\t9000000\nB labour\t5000000\nB capital\t20000000\nB equal\t1\n"
                         "C capital\t5000000\n");
}

/* Earlier profit is what lay on the accounts before the closing, without what this year's plan
 * took. */
static void
test_brought_forward (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafDistributionInputs) inputs = NULL;

  coop_voucher (book, sheaf_date_new (2025, 2, 1), "1111", "4211", 700000, NULL);
  coop_voucher (book, sheaf_date_new (2025, 3, 1), "4211", "4421", 500000, "2025");
  coop_voucher (book, sheaf_date_new (2025, 3, 1), "4212", "4421", 40000, "2024");
  coop_close (book);
  inputs = load (book, coop_plan);
  g_assert_cmpint (inputs->brought[SHEAF_SIDE_EXTERNAL].units, ==, 700000);
  g_assert_cmpint (inputs->brought[SHEAF_SIDE_INTERNAL].units, ==, -40000);
  g_assert_cmpint (inputs->result[SHEAF_SIDE_EXTERNAL].units, ==, 10000000);
}

static void
test_text (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafDistributionInputs) inputs = load (book, coop_plan);
  g_autofree char *text = sheaf_distribution_inputs_to_text (inputs);
  g_autoptr (SheafDistributionInputs) back = sheaf_distribution_inputs_from_text (text);
  g_autofree char *again = NULL;
  g_autofree char *none = sheaf_distribution_inputs_difference (text, text, 5);
  g_autofree char *loss = sheaf_distribution_inputs_difference ("result internal\t-1234567\n",
                                                                "result internal\t5000\n", 1);
  g_autofree char *some = sheaf_distribution_inputs_difference (text, "A use\t7000000\n", 1);

  g_assert_nonnull (back);
  again = sheaf_distribution_inputs_to_text (back);
  g_assert_cmpstr (text, ==, again);
  g_assert_null (none);
  g_assert_true (g_str_has_prefix (some, "A use: 6000000 was approved, now 7000000"));
  g_assert_cmpstr (loss, ==, "result internal: (1,234,567) was approved, now 5,000");
  g_assert_null (sheaf_distribution_inputs_from_text ("A use\tx\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inputs/weights-follow-days-and-kinds", test_days);
  g_test_add_func ("/inputs/an-open-year-is-read-as-if-closed", test_open_year);
  g_test_add_func ("/inputs/year-end-capital-without-leavers", test_year_end_without_leavers);
  g_test_add_func ("/inputs/earlier-profit-without-the-plans-own-rows", test_brought_forward);
  g_test_add_func ("/inputs/text-reads-back-and-tells-differences", test_text);
  return g_test_run ();
}
