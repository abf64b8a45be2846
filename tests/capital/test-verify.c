/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital and ledger agree, or verify says so. */
#include "capital/verify.h"

#include "ledger/opening.h"
#include "ledger/party.h"
#include "sample.h"

static GPtrArray *
old_capital (SheafBook *book,
             gint64     amount)
{
  return test_list ((GDestroyNotify) sheaf_capital_event_free,
                    sample_event (book, "TV1", "2020-01-01", SHEAF_CAPITAL_COMMIT, amount),
                    sample_event (book, "TV1", "2020-01-01", SHEAF_CAPITAL_PAY, amount), NULL);
}

static void
post_opening (SheafBook *book,
              gint64     amount)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  SheafOpeningBalance cash = { .account_id = test_account (book, "1111"),
                               .debit = SHEAF_MONEY (amount),
                               .due = SHEAF_DATE_NONE };
  SheafOpeningBalance capital = { .account_id = test_account (book, "4111"),
                                  .credit = SHEAF_MONEY (amount),
                                  .party_id = sheaf_party_find (book, "TV1"),
                                  .due = SHEAF_DATE_NONE };
  g_autoptr (GError) error = NULL;

  g_array_append_val (balances, cash);
  g_array_append_val (balances, capital);
  g_assert_true (sheaf_opening_post (book, balances, &error));
  g_assert_no_error (error);
}

static void
test_openings_hold_earlier_events (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2020-01-01");
  post_opening (book, 100);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 1);
  events = old_capital (book, 100);
  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_false (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL, "opening"));
  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, -100);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
test_other_openings_are_warned_of (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2020-01-01");
  post_opening (book, 100);
  events = old_capital (book, 99);
  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "99 by the capital events but 100 in the opening balances"));
  g_assert_true (sheaf_capital_post (book, events, TRUE, NULL));
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 1);
}

static void
test_events_without_vouchers_are_found (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 100);
  events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                      sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 60), NULL);
  g_assert_true (sheaf_capital_post (book, events, FALSE, NULL));
  g_assert_cmpint (test_balance (book, "4111", "2025-12-31"), ==, 0);
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 1);
  test_post (book, "2025-02-01", "1111", "4111", 60, NULL, "TV1");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
test_register_changed_afterwards_is_found (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_pay_up (book, "TV1", "2025-05-01", 100);
  test_membership_insert (book, "TV1", "2025-04-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  /* commitment and payment */
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-verify/openings-hold-earlier-events",
                   test_openings_hold_earlier_events);
  g_test_add_func ("/capital-verify/other-openings-are-warned-of",
                   test_other_openings_are_warned_of);
  g_test_add_func ("/capital-verify/events-without-vouchers-are-found",
                   test_events_without_vouchers_are_found);
  g_test_add_func ("/capital-verify/register-changed-afterwards-is-found",
                   test_register_changed_afterwards_is_found);
  return g_test_run ();
}
