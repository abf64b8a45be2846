/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold before capital is given back. */
#include "capital/refund.h"

#include "ledger/party.h"
#include "sample.h"

#include <string.h>

static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_pay_up (book, "TV1", "2025-01-02", 1000);
  sample_pay_up (book, "TV2", "2025-01-02", 1000);
  return book;
}

static void
test_debts_are_listed_by_account (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 id = sheaf_party_find (book, "TV1");
  g_autoptr (GPtrArray) debts = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;

  test_post (book, "2025-02-01", "131", "5111", 300, "TV1", NULL);
  test_post (book, "2025-02-02", "1111", "131", 100, NULL, "TV1");
  test_post (book, "2025-02-03", "141", "1111", 50, "TV1", NULL);
  test_post (book, "2025-02-03", "338", "1111", 7, "TV1", NULL); /* paid too much */
  test_post (book, "2025-02-03", "131", "5111", 70, "TV2", NULL);
  test_post (book, "2025-02-03", "156", "331", 90, NULL, "TV1"); /* the co-op owes this */
  before = sheaf_capital_debts (book, id, test_day ("2025-01-31"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);
  debts = sheaf_capital_debts (book, id, test_day ("2025-02-28"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (debts->len, ==, 3);
  g_assert_cmpstr (((SheafCapitalDebt *) debts->pdata[0])->account, ==, "131");
  g_assert_cmpint (((SheafCapitalDebt *) debts->pdata[0])->amount.units, ==, 200);
  g_assert_cmpstr (((SheafCapitalDebt *) debts->pdata[1])->account, ==, "141");
  g_assert_cmpint (((SheafCapitalDebt *) debts->pdata[1])->amount.units, ==, 50);
  g_assert_cmpstr (((SheafCapitalDebt *) debts->pdata[2])->account, ==, "338");
  g_assert_cmpint (((SheafCapitalDebt *) debts->pdata[2])->amount.units, ==, 7);
}

/* Money borrowed from TV2 that is to be paid back on the day. */
static void
borrow (SheafBook  *book,
        const char *due,
        gint64      amount)
{
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-02-01", "1121", "341", amount, NULL, "TV2");
  g_autoptr (GError) error = NULL;

  ((SheafVoucherRow *) voucher->rows->pdata[0])->due = test_day (due);
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
}

static void
test_solvency_in_figures (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalSolvency solvency;
  g_autofree char     *text = NULL;
  g_autoptr (GError) error = NULL;

  borrow (book, "2026-02-15", 120);
  borrow (book, "2026-03-01", 500); /* later than within twelve months */
  test_post (book, "2025-02-01", "131", "5111", 300, "TV2", NULL);
  test_post (book, "2025-02-02", "156", "331", 400, NULL, "TV2");
  test_post (book, "2025-02-03", "642", "3338", 50, NULL, NULL); /* names nobody */
  g_assert_true (sheaf_capital_solvency (book, test_day ("2025-02-15"), SHEAF_MONEY (2050),
                                         &solvency, &error));
  g_assert_no_error (error);
  g_assert_cmpint (solvency.money.units, ==, 2620);
  g_assert_cmpint (solvency.claims.units, ==, 300);
  g_assert_cmpint (solvency.debts.units, ==, 570);
  g_assert_cmpint (solvency.after.units, ==, 570);
  g_assert_true (sheaf_capital_solvency_holds (&solvency));
  g_assert_true (sheaf_capital_solvency (book, test_day ("2025-02-28"), SHEAF_MONEY (2051),
                                         &solvency, &error));
  g_assert_cmpint (solvency.debts.units, ==, 570); /* whole months are read from kept sums */
  g_assert_false (sheaf_capital_solvency_holds (&solvency));
  text = sheaf_capital_solvency_text (&solvency);
  g_assert_nonnull (strstr (text, "569 of 2620"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-refund/debts-are-listed-by-account", test_debts_are_listed_by_account);
  g_test_add_func ("/capital-refund/solvency-in-figures", test_solvency_in_figures);
  return g_test_run ();
}
