/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many vouchers in one act, and what goes wrong in the middle of it. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "store/error.h"

static void
post_checked (SheafBook  *book,
              gint64      amount,
              const char *number)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-01", "1111", "558", amount, "",
                                                   "");
  g_autoptr (GError) error = NULL;

  voucher->number = g_strdup (number);
  g_assert_true (sheaf_voucher_post_checked (book, voucher, NULL, &error));
  g_assert_no_error (error);
}

static void
expect_refused (SheafBook       *book,
                gint64           amount,
                const char      *number,
                SheafLedgerError code)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-01", "1111", "558", amount, "",
                                                   "");
  g_autoptr (GError) error = NULL;

  voucher->number = g_strdup (number);
  g_assert_false (sheaf_voucher_post_checked (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, (int) code);
}

/* A voucher refused in the middle takes nothing with it: neither the numbers before nor the place
 * from which the totals are counted. */
static void
test_inner_failure (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-01", "1111", "558", 1000, "", "");
  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "bulk", NULL);

    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
    post_checked (book, 10, "A1");
    expect_refused (book, 20, "A1", SHEAF_LEDGER_ERROR_NUMBER);
    expect_refused (book, 0, "A2", SHEAF_LEDGER_ERROR_AMOUNT);
    expect_refused (book, -5, "A3", SHEAF_LEDGER_ERROR_AMOUNT);
    post_checked (book, 30, "A4");
    g_assert_true (sheaf_ledger_bulk_end (book, NULL));
    g_assert_true (sheaf_act_commit (act, NULL));
  }
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 1040);
  test_verify (book);
}

static void
test_begun_in_an_undone_act (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "outer", NULL);

  {
    g_autoptr (SheafAct) inner = sheaf_act_begin (book, "test", "inner", NULL);

    g_assert_nonnull (inner);
    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
    post_checked (book, 10, NULL);
  }
  post_checked (book, 30, NULL);
  g_assert_true (sheaf_act_commit (act, NULL));
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 30);
  test_verify (book);
}

static void
test_not_ended (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "bulk", NULL);

    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
    post_checked (book, 10, NULL);
    g_assert_false (sheaf_act_commit (act, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  }
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 0);
  test_post (book, "2025-02-01", "1111", "558", 7, "", "");
  test_verify (book);
}

static void
test_too_much (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "bulk", NULL);

    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
    for (guint i = 0; i < 12; i++) /* the sum passes 64 bits as well */
      post_checked (book, G_GINT64_CONSTANT (999999999999999999), NULL);
    g_assert_false (sheaf_ledger_bulk_end (book, &error));
    g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT);
  }
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulk/refused-voucher-in-the-middle-takes-nothing-with-it", test_inner_failure);
  g_test_add_func ("/bulk/begun-in-an-undone-act-is-not-begun", test_begun_in_an_undone_act);
  g_test_add_func ("/bulk/act-does-not-end-before-it", test_not_ended);
  g_test_add_func ("/bulk/totals-stay-within-18-digits", test_too_much);
  return g_test_run ();
}
