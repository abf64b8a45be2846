/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital and ledger agree, or verify says so. */
#include "capital/verify.h"

#include "book/act.h"
#include "capital/schedule.h"
#include "ledger/opening.h"
#include "ledger/party.h"
#include "sample.h"

#include <string.h>

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

/* A row that another program wrote, beside the act of a test. */
static void
write_row (SheafBook  *book,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "", &error);

  g_assert_true (sheaf_store_script (sheaf_book_store (book), sql, &error));
  g_assert_true (sheaf_act_commit (act, &error));
  g_assert_no_error (error);
}

/* What one check finds. */
static SheafProblems *
run_check (SheafBook  *book,
           const char *name)
{
  SheafProblems *problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  guint found = 0;

  for (const SheafCheck *check = sheaf_capital_checks; check->name != NULL; check++)
    if (strcmp (check->name, name) == 0)
      {
        g_assert_true (check->run (book, problems, &error));
        found++;
      }
  g_assert_no_error (error);
  g_assert_cmpuint (found, ==, 1);
  return problems;
}

static void
expect_finding (SheafBook       *book,
                const char      *name,
                SheafProblemKind kind,
                const char      *text)
{
  g_autoptr (SheafProblems) problems = run_check (book, name);

  g_assert_cmpuint (problems->items->len, ==, 1);
  g_assert_true (test_has_problem (problems, kind, 0, NULL, text));
}

static void
expect_nothing (SheafBook  *book,
                const char *name)
{
  g_autoptr (SheafProblems) problems = run_check (book, name);

  g_assert_cmpuint (problems->items->len, ==, 0);
}

static void
test_payment_above_promise_is_found (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_pay_up (book, "TV1", "2025-01-01", 100);
  expect_nothing (book, "capital-balances");
  write_row (book, "INSERT INTO capital_event (party_id, date, event, amount, form, act_id)"
                   " SELECT party_id, '2025-02-01', 3, 1, 0, (SELECT max (id) FROM audit)"
                   " FROM capital_event LIMIT 1");
  expect_finding (book, "capital-balances", SHEAF_PROBLEM_ERROR,
                  "TV1: on 2025-02-01 paid-in (101) and commitment (100) do not go together");
  expect_finding (book, "capital-ledger", SHEAF_PROBLEM_ERROR, "TV1: paid in is 101");
}

static void
agree (SheafBook        *book,
       const char       *code,
       SheafScheduleKind kind,
       const char       *due,
       gint64            amount)
{
  const SheafInstalment part = { test_day (due), SHEAF_MONEY (amount) };
  g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();
  g_autoptr (GError) error = NULL;

  schedule->party_id = sheaf_party_find (book, code);
  schedule->kind = kind;
  schedule->decided = test_day ("2025-01-05");
  g_array_append_val (schedule->instalments, part);
  g_assert_true (sheaf_schedule_set (book, schedule, &error));
  g_assert_no_error (error);
}

/* The promise that they part is taken back. */
static void
test_instalments_of_nothing_are_found (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_COMMIT, 100);
  agree (book, "TV1", SHEAF_SCHEDULE_PAY, "2026-06-30", 100);
  expect_nothing (book, "capital-schedules");
  events = sheaf_capital_list (book, 0, &error);
  g_assert_true (sheaf_capital_reverse (book, ((SheafCapitalEvent *) events->pdata[0])->id,
                                        test_day ("2025-01-10"), "Nhầm", &error));
  g_assert_no_error (error);
  expect_finding (book, "capital-schedules", SHEAF_PROBLEM_WARNING,
                  "TV1: the instalments are 100 together but 0 is promised");
}

/* Each way in which something can be overdue, on the last day of 2025. */
static void
test_what_is_overdue_is_told (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (SheafProblems) problems = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);

      test_member (book, code, SHEAF_MEMBER_OFFICIAL, i == 1 ? "2025-09-01" : "2025-01-01");
      sample_enter (book, code, i == 1 ? "2025-09-01" : "2025-01-02", SHEAF_CAPITAL_COMMIT, 100);
    }
  expect_nothing (book, "capital-schedules");
  sample_enter (book, "TV3", "2025-01-03", SHEAF_CAPITAL_PAY, 40);
  sample_enter (book, "TV4", "2025-01-03", SHEAF_CAPITAL_PAY, 100);
  agree (book, "TV4", SHEAF_SCHEDULE_REFUND, "2025-11-30", 30);
  problems = run_check (book, "capital-dues");
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "TV2 did not pay in 100 by 2025-07-02 and has less than"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "TV3 did not pay in 60 by 2025-07-02: lower"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "30 of capital was to be refunded to TV4 by 2025-11-30"));
  g_assert_cmpuint (problems->items->len, ==, 3); /* TV1 is in time */
}

static void
test_instalment_before_the_deadline_is_told (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2025-10-01", SHEAF_CAPITAL_COMMIT, 50);
  sample_enter (book, "TV1", "2025-01-03", SHEAF_CAPITAL_PAY, 100);
  {
    const SheafInstalment part = { test_day ("2025-12-01"), SHEAF_MONEY (50) };
    g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();

    schedule->party_id = sheaf_party_find (book, "TV1");
    schedule->kind = SHEAF_SCHEDULE_PAY;
    schedule->decided = test_day ("2025-10-02");
    g_array_append_val (schedule->instalments, part);
    g_assert_true (sheaf_schedule_set (book, schedule, NULL));
  }
  expect_finding (book, "capital-dues", SHEAF_PROBLEM_WARNING,
                  "TV1 was to pay in 50 by 2025-12-01: collect it");
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
  g_test_add_func ("/capital-verify/payment-above-promise-is-found",
                   test_payment_above_promise_is_found);
  g_test_add_func ("/capital-verify/instalments-of-nothing-are-found",
                   test_instalments_of_nothing_are_found);
  g_test_add_func ("/capital-verify/what-is-overdue-is-told", test_what_is_overdue_is_told);
  g_test_add_func ("/capital-verify/instalment-before-the-deadline-is-told",
                   test_instalment_before_the_deadline_is_told);
  return g_test_run ();
}
