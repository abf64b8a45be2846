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
  g_assert_nonnull (strstr (text, "569 of 2,620"));
}

/* What the check says of one event that is not entered. */
static SheafProblems *
judge (SheafBook         *book,
       SheafCapitalEvent *event)
{
  g_autoptr (GPtrArray) events = test_list ((GDestroyNotify) sheaf_capital_event_free, event, NULL);
  SheafProblems *problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, &error));
  g_assert_no_error (error);
  return problems;
}

static void
test_own_debts_come_first (void)
{
  g_autoptr (SheafBook) book = new_book ();

  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  test_post (book, "2025-02-01", "131", "5111", 300, "TV1", NULL);
  sample_refused (book, sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 1000),
                  "amount", "TV1 still owes the co-op (131 300)");
  test_post (book, "2025-04-01", "1111", "131", 300, NULL, "TV1");
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 1000);
}

static void
test_money_left_is_set_beside_the_debts (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) enough = NULL;
  g_autoptr (SheafProblems) scarce = NULL;

  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  test_post (book, "2025-02-02", "156", "331", 1500, NULL, "TV2");
  enough = judge (book, sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 500));
  g_assert_cmpuint (enough->errors, ==, 0);
  g_assert_false (
      test_has_problem (enough, SHEAF_PROBLEM_WARNING, 5, "amount", "money is left"));
  scarce = judge (book, sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 501));
  g_assert_cmpuint (scarce->errors, ==, 0);
  g_assert_true (test_has_problem (scarce, SHEAF_PROBLEM_WARNING, 5, "amount",
                                   "1,499 of 2,000 money is left, while 1,500 of debts"));
}

static void
test_member_is_refunded_above_the_maximum_only (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafProblems) still = NULL;
  g_autoptr (SheafProblems) right = NULL;
  SheafCapitalEvent *event = sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 1);

  still = judge (book, event);
  g_assert_true (
      test_has_problem (still, SHEAF_PROBLEM_WARNING, 5, "event", "TV1 is a member still"));
  /* 1300 of 3200 are 486 above: (1300−486) ≤ 30 % of 2714 */
  test_member (book, "TV3", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_pay_up (book, "TV3", "2025-01-02", 900);
  event = sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 1);
  event->cause = g_strdup ("limit");
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_COMMIT, 300);
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_PAY, 300);
  event->amount = SHEAF_MONEY (486);
  right = judge (book, event);
  g_assert_cmpuint (right->errors, ==, 0);
  event = sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 487);
  event->cause = g_strdup ("limit");
  sample_refused (book, event, "amount", "only 486 of what TV1 contributes is above the maximum");
}

static void
test_capitalised_income_must_be_owed (void)
{
  g_autoptr (SheafBook) book = new_book ();

  sample_enter (book, "TV1", "2025-04-02", SHEAF_CAPITAL_COMMIT, 100);
  test_post (book, "2025-04-01", "4211", "338", 25, NULL, "TV1");
  test_post (book, "2025-04-01", "4211", "338", 80, NULL, "TV2"); /* of another member */
  sample_refused (book, sample_event (book, "TV1", "2025-04-02", SHEAF_CAPITAL_CAPITALISE, 26),
                  "amount", "TV1 has 25 of declared income left on 338");
  sample_enter (book, "TV1", "2025-04-02", SHEAF_CAPITAL_CAPITALISE, 25);
  sample_refused (book, sample_event (book, "NOBODY", "2025-04-02", SHEAF_CAPITAL_CAPITALISE, 5),
                  "member", "is no member’s");
}

static void
test_heir_is_named (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafCapitalEvent *event;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SheafProblems) problems = NULL;

      if (i == 1)
        test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_DEATH, NULL);
      if (i == 2)
        test_membership_insert (book, "TV1", "2025-03-10", SHEAF_MEMBERSHIP_HEIR, "TV2");
      event = sample_event (book, "TV1", "2025-04-01", SHEAF_CAPITAL_TRANSFER_OUT, 1000);
      event->to_party_id = sheaf_party_find (book, "TV2");
      event->cause = g_strdup ("inheritance");
      problems = judge (book, event);
      g_assert_cmpuint (problems->errors, ==, 0);
      g_assert_cmpint (
          test_has_problem (problems, SHEAF_PROBLEM_WARNING, 5, "cause", "did not die"), ==,
          i == 0);
      g_assert_cmpint (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 5, "to_member",
                                         "TV2 is not named as heir of TV1"),
                       ==, i == 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-refund/debts-are-listed-by-account", test_debts_are_listed_by_account);
  g_test_add_func ("/capital-refund/solvency-in-figures", test_solvency_in_figures);
  g_test_add_func ("/capital-refund/own-debts-come-first", test_own_debts_come_first);
  g_test_add_func ("/capital-refund/money-left-is-set-beside-the-debts",
                   test_money_left_is_set_beside_the_debts);
  g_test_add_func ("/capital-refund/member-is-refunded-above-the-maximum-only",
                   test_member_is_refunded_above_the_maximum_only);
  g_test_add_func ("/capital-refund/capitalised-income-must-be-owed",
                   test_capitalised_income_must_be_owed);
  g_test_add_func ("/capital-refund/heir-is-named", test_heir_is_named);
  return g_test_run ();
}
