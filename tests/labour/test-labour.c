/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labour and what it posts. */
#include "labour/labour.h"

#include "labour/error.h"
#include "labour/labour-private.h"
#include "labour/verify.h"
#include "ledger/period.h"
#include "sample.h"

static void
test_days_times_rate (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafLabour) read = NULL;

  sample_work (book, sample_labour (book, "2025-03-01", "TV1", 12500));
  read = sample_last (book);
  g_assert_cmpint (read->amount.units, ==, 2750000);
  g_assert_cmpint (test_balance (book, "154", "2025-12-31"), ==, 2750000);
  g_assert_cmpint (test_balance (book, "334", "2025-12-31"), ==, -2750000);
}

static void
test_withheld_comes_out_of_the_wage (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafLabour *labour = sample_labour (book, "2025-01-31", "TV1", 0);

  labour->amount = SHEAF_MONEY (6000000);
  labour->account_id = test_account (book, "642");
  labour->tax = SHEAF_MONEY (100000);
  labour->insurance = SHEAF_MONEY (434700);
  labour->work = g_strdup ("Giám đốc, tháng 01/2025");
  sample_work (book, labour);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 6000000);
  g_assert_cmpint (test_balance (book, "334", "2025-12-31"), ==, -(6000000 - 100000 - 434700));
  g_assert_cmpint (test_balance (book, "3338", "2025-12-31"), ==, -100000);
  g_assert_cmpint (test_balance (book, "335", "2025-12-31"), ==, -434700);
  test_verify (book);
}

/* A member's wage for managing is a shared cost: whose it is does not make it internal. */
static void
test_wage_on_shared_cost_stays_shared (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafLabour *labour = sample_labour (book, "2025-01-31", "TV1", 0);
  g_autoptr (SheafLabour) read = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  const SheafVoucherRow *row;

  labour->account_id = test_account (book, "642");
  sample_work (book, labour);
  read = sample_last (book);
  voucher = sheaf_voucher_load (book, read->voucher_id, NULL);
  row = g_ptr_array_index (voucher->rows, 0);
  g_assert_cmpint (row->scope, ==, SHEAF_SCOPE_NONE);
}

static void
test_anyone_may_work (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();

  sample_work (book, sample_labour (book, "2025-03-01", "NV1", 1000));
  sample_work (book, sample_labour (book, "2025-03-01", "LK1", 1000));
  g_assert_cmpint (test_balance (book, "334", "2025-12-31"), ==, -440000);
}

static void
test_what_is_refused (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafLabour *labour;

  sample_refused (book, sample_labour (book, "2025-03-01", "NONE", 1000), "member", "nobody");
  labour = sample_labour (book, "2025-03-01", "TV1", 1000);
  labour->rate = SHEAF_RATE (0);
  sample_refused (book, labour, "amount", "days and rate");
  labour = sample_labour (book, "2025-03-01", "TV1", 0);
  labour->amount = SHEAF_MONEY (0);
  sample_refused (book, labour, "amount", "above 0");
  labour = sample_labour (book, "2025-03-01", "TV1", 0);
  labour->tax = SHEAF_MONEY (600);
  labour->insurance = SHEAF_MONEY (401);
  sample_refused (book, labour, "tax", "withheld");
  labour = sample_labour (book, "2025-03-01", "TV1", 0);
  labour->account_id = test_account (book, "512");
  sample_refused (book, labour, "debit", "group");
  g_assert_true (sheaf_period_lock (book, test_day ("2025-02-28"), NULL));
  sample_refused (book, sample_labour (book, "2025-02-28", "TV1", 1000), "date", "locked");
}

static void
test_given_amount_stands_with_a_warning (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafLabour *labour = sample_labour (book, "2025-03-01", "TV1", 1000);
  g_autoptr (GPtrArray) rows = test_list ((GDestroyNotify) sheaf_labour_free, labour, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  labour->amount_given = TRUE;
  labour->amount = SHEAF_MONEY (219000);
  g_assert_true (sheaf_labour_check (book, rows, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 6, "amount",
                                   "219,000 is not days × rate, which is 220,000"));
}

static void
test_reversal_takes_back_the_whole (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  SheafLabour *labour = sample_labour (book, "2025-03-01", "TV1", 0);
  g_autoptr (SheafLabour) first = NULL;
  g_autoptr (SheafLabour) last = NULL;

  labour->insurance = SHEAF_MONEY (100);
  sample_work (book, labour);
  first = sample_last (book);
  labour = sample_labour (book, "2025-04-01", "TV1", 0);
  labour->reverses = g_strdup (first->number);
  labour->amount = SHEAF_MONEY (999);
  sample_refused (book, labour, "reverses", "the whole");
  labour = sample_labour (book, "2025-04-01", "LK1", 0);
  labour->reverses = g_strdup (first->number);
  sample_refused (book, labour, "reverses", "another person");
  labour = sample_labour (book, "2025-04-01", "TV1", 0);
  labour->reverses = g_strdup (first->number);
  sample_work (book, labour);
  last = sample_last (book);
  g_assert_cmpint (last->amount.units, ==, -1000);
  g_assert_cmpint (last->insurance.units, ==, -100);
  g_assert_cmpint (test_balance (book, "334", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "335", "2025-12-31"), ==, 0);
  labour = sample_labour (book, "2025-05-01", "TV1", 0);
  labour->reverses = g_strdup (first->number);
  sample_refused (book, labour, "reverses", "reversed already");
  g_assert_cmpuint (test_run_checks (book, sheaf_labour_checks), ==, 0);
  test_verify (book);
}

static void
test_absent_row_is_an_error (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_labour_load (book, 4711, &error));
  g_assert_error (error, SHEAF_LABOUR_ERROR, SHEAF_LABOUR_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labour/days-times-rate", test_days_times_rate);
  g_test_add_func ("/labour/withheld-comes-out-of-the-wage", test_withheld_comes_out_of_the_wage);
  g_test_add_func ("/labour/wage-on-shared-cost-stays-shared",
                   test_wage_on_shared_cost_stays_shared);
  g_test_add_func ("/labour/anyone-may-work", test_anyone_may_work);
  g_test_add_func ("/labour/what-is-refused", test_what_is_refused);
  g_test_add_func ("/labour/given-amount-stands-with-a-warning",
                   test_given_amount_stands_with_a_warning);
  g_test_add_func ("/labour/reversal-takes-back-the-whole", test_reversal_takes_back_the_whole);
  g_test_add_func ("/labour/absent-row-is-an-error", test_absent_row_is_an_error);
  return g_test_run ();
}
