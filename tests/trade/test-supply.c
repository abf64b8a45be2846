/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Supplies to members. */
#include "trade/supply.h"

#include "sample.h"
#include "trade/verify.h"

static void
test_revenue_vat_and_cost_are_posted (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafSupply *supply = sample_supply (book, "2025-03-01", "TV1", "NPK", 3000);
  g_autoptr (SheafSupply) read = NULL;

  supply->cost_given = TRUE;
  supply->cost = SHEAF_MONEY (36000);
  test_post (book, "2025-02-01", "156", "1111", 50000, NULL, NULL);
  sample_sell (book, supply);
  read = sample_last_supply (book);
  g_assert_cmpint (read->amount.units, ==, 41700);
  g_assert_cmpint (read->vat.units, ==, 2085);
  g_assert_cmpint (read->cost.units, ==, 36000);
  g_assert_cmpint (read->scope, ==, SHEAF_SCOPE_INTERNAL);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 41700 + 2085);
  g_assert_cmpint (test_balance (book, "5121", "2025-12-31"), ==, -41700);
  g_assert_cmpint (test_balance (book, "3331", "2025-12-31"), ==, -2085);
  g_assert_cmpint (test_balance (book, "6121", "2025-12-31"), ==, 36000);
  g_assert_cmpint (test_balance (book, "156", "2025-12-31"), ==, 14000);
  test_verify (book);
}

static void
test_services_come_out_of_work_in_progress (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();

  sample_sell (book, sample_supply (book, "2025-03-01", "TV1", "SAY", 1500));
  g_assert_cmpint (test_balance (book, "5122", "2025-12-31"), ==, -6300);
  g_assert_cmpint (test_balance (book, "6122", "2025-12-31"), ==, 3825); /* 1.5 × 2550 */
  g_assert_cmpint (test_balance (book, "154", "2025-12-31"), ==, -3825);
  g_assert_cmpint (test_balance (book, "3331", "2025-12-31"), ==, 0); /* not taxable */
}

static void
test_unknown_cost_is_refused (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  const SheafSupplyOptions without = { .post = TRUE, .without_cost = TRUE };
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_supply_free,
                                          sample_supply (book, "2025-03-01", "TV1", "NPK", 1000),
                                          NULL);
  g_autoptr (GError) error = NULL;

  sample_supply_refused (book, sample_supply (book, "2025-03-01", "TV1", "NPK", 1000), "cost",
                         "is not known");
  g_assert_true (sheaf_supply_post (book, rows, &without, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "5121", "2025-12-31"), ==, -13900);
  g_assert_cmpint (test_balance (book, "6121", "2025-12-31"), ==, 0);
}

static void
test_internal_account_with_an_associate_is_warned_of (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  const SheafSupplyOptions options = { .post = TRUE };
  g_autoptr (GPtrArray)
      rows = test_list ((GDestroyNotify) sheaf_supply_free,
                        sample_supply (book, "2025-03-01", "LK1", "SAY", 1000), NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_supply_check (book, rows, &options, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_WARNING, 4, "scope", "internal account"));
}

static void
test_what_is_refused (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafSupply *supply = sample_supply (book, "2025-03-01", "TV1", "LE", 1000);

  sample_supply_refused (book, sample_supply (book, "2025-03-01", "TV1", "LE", 1000), "price",
                         "has no price");
  supply->price = SHEAF_RATE (1000000);
  supply->cost_given = TRUE;
  sample_supply_refused (book, supply, "product", "revenue account");
  sample_supply_refused (book, sample_supply (book, "2024-12-31", "TV1", "SAY", 1000), "member",
                         "is no member");
  sample_supply_refused (book, sample_supply (book, "2025-03-01", "TV1", "SAY", 0), "quantity",
                         "above 0");
}

static void
test_reversal_takes_back_all_rows (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafSupply *supply = sample_supply (book, "2025-03-01", "TV1", "NPK", 3000);
  g_autoptr (SheafSupply) first = NULL;
  g_autoptr (SheafSupply) last = NULL;
  SheafSupply *reversal;

  supply->cost_given = TRUE;
  supply->cost = SHEAF_MONEY (36000);
  sample_sell (book, supply);
  first = sample_last_supply (book);
  reversal = sample_supply (book, "2025-04-01", "TV1", "NPK", 3000);
  reversal->reverses = g_strdup (first->number);
  sample_sell (book, reversal);
  last = sample_last_supply (book);
  g_assert_cmpint (last->vat.units, ==, -2085);
  g_assert_cmpint (last->cost.units, ==, -36000);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const codes[] = { "131", "5121", "3331", "6121", "156" };

      g_assert_cmpint (test_balance (book, codes[i], "2025-12-31"), ==, 0);
    }
  g_assert_cmpuint (test_run_checks (book, sheaf_trade_checks), ==, 0);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supply/revenue-vat-and-cost-are-posted", test_revenue_vat_and_cost_are_posted);
  g_test_add_func ("/supply/services-come-out-of-work-in-progress",
                   test_services_come_out_of_work_in_progress);
  g_test_add_func ("/supply/unknown-cost-is-refused", test_unknown_cost_is_refused);
  g_test_add_func ("/supply/internal-account-with-an-associate-is-warned-of",
                   test_internal_account_with_an_associate_is_warned_of);
  g_test_add_func ("/supply/what-is-refused", test_what_is_refused);
  g_test_add_func ("/supply/reversal-takes-back-all-rows", test_reversal_takes_back_all_rows);
  return g_test_run ();
}
