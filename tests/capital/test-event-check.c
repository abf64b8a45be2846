/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of events that cannot be: locked days, income paid out since, typing errors. */
#include "capital/event.h"

#include "book/act.h"
#include "capital/error.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "sample.h"
#include "store/query.h"

#include <string.h>

static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  return book;
}

/* The id of the latest event. */
static gint64
last_event (SheafBook *book)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, NULL);
  gint64 id = 0;

  for (guint i = 0; i < events->len; i++)
    id = MAX (id, ((const SheafCapitalEvent *) events->pdata[i])->id);
  return id;
}

static void
take_back (SheafBook  *book,
           gint64      id,
           const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_reverse (book, id, test_day (day), "Sai", &error));
  g_assert_no_error (error);
}

/* Expects that the event is not taken back, with a sentence that holds the text. */
static void
expect_stays (SheafBook  *book,
              gint64      id,
              const char *day,
              const char *reason,
              const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_capital_reverse (book, id, test_day (day), reason, &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, text));
}

/* One slip of the keyboard must not fill the 18 digits of the book for ever. */
static void
test_slip_taken_back_leaves_room (void)
{
  g_autoptr (SheafBook) book = new_book ();

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, SHEAF_MONEY_MAX);
  sample_refused (book, sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 1), "amount",
                  "pass 18 digits");
  take_back (book, last_event (book), "2025-02-01");
  sample_pay_up (book, "TV1", "2025-02-02", 1000000);
}

static void
test_locked_day_takes_no_promise (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 promise;

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  promise = last_event (book);
  g_assert_true (sheaf_period_lock (book, test_day ("2025-03-31"), NULL));
  sample_refused (book, sample_event (book, "TV1", "2025-03-31", SHEAF_CAPITAL_COMMIT, 10), "date",
                  "locked until 2025-03-31");
  sample_refused (book, sample_event (book, "TV1", "2025-02-01", SHEAF_CAPITAL_REDUCE, 10), "date",
                  "locked until 2025-03-31");
  expect_stays (book, promise, "2025-04-01", "Sai", "lies in a locked period");
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REDUCE, 10);
}

/* A second program is held back as well. */
static void
test_database_keeps_locked_promises (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (GError) error = NULL;

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  g_assert_true (sheaf_period_lock (book, test_day ("2025-03-31"), NULL));
  act = sheaf_act_begin (book, "capital", "", &error);
  g_assert_no_error (error);
  g_assert_false (sheaf_store_run (
      sheaf_book_store (book),
      "INSERT INTO capital_event (party_id, date, event, amount, act_id) VALUES ($1, $2, 1, 7, $3)",
      SHEAF_ARGS (SHEAF_INT (sheaf_party_find (book, "TV1")), SHEAF_DAY (test_day ("2025-03-31")),
                  SHEAF_INT (sheaf_act_id (act))),
      &error));
  g_assert_nonnull (strstr (error->message, "period-locked"));
}

static void
test_taking_back_has_a_reason_and_a_later_day (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 promise;

  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  promise = last_event (book);
  expect_stays (book, promise, "2025-02-01", "", "say why");
  expect_stays (book, promise, "2025-02-01", NULL, "say why");
  expect_stays (book, promise, "2025-01-31", "Sai", "before the event itself (2025-02-01)");
  take_back (book, promise, "2025-02-01");
}

/* Income declared in February and paid out in March is no capital of February any more. */
static void
test_income_paid_out_since_cannot_become_capital (void)
{
  g_autoptr (SheafBook) book = new_book ();

  test_post (book, "2025-02-01", "4211", "338", 300, NULL, "TV1");
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 300);
  sample_enter (book, "TV2", "2025-02-01", SHEAF_CAPITAL_COMMIT, 300);
  sample_enter (book, "TV2", "2025-02-01", SHEAF_CAPITAL_PAY, 300);
  test_post (book, "2025-03-01", "338", "1111", 200, "TV1", NULL);
  sample_refused (book, sample_event (book, "TV1", "2025-02-10", SHEAF_CAPITAL_CAPITALISE, 101),
                  "amount", "TV1 has 100 of declared income left");
  sample_enter (book, "TV1", "2025-02-10", SHEAF_CAPITAL_CAPITALISE, 100);
}

/* An impossible amount is told by itself, with the figure; it says nothing of limits. */
static void
test_impossible_amount_names_the_excess_only (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  sample_pay_up (book, "TV1", "2025-02-01", 100);
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 20);
  sample_refused (book, sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 107),
                  "amount", "7 more than is paid in");
  sample_refused (book, sample_event (book, "TV2", "2025-03-01", SHEAF_CAPITAL_REDUCE, 3), "amount",
                  "3 more than there is");
  events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                      sample_event (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 107), NULL);
  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, NULL));
  g_assert_cmpuint (problems->items->len, ==, 1);
}

/* A promise has no voucher whose day would be looked at. */
static void
test_promise_after_today_is_asked_about (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                          sample_event (book, "TV1", "2026-01-01", SHEAF_CAPITAL_COMMIT, 10), NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_capital_check (book, events, TRUE, NULL, problems, NULL));
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_WARNING, 5, "date", "lies after today"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital/slip-taken-back-leaves-room", test_slip_taken_back_leaves_room);
  g_test_add_func ("/capital/locked-day-takes-no-promise", test_locked_day_takes_no_promise);
  g_test_add_func ("/capital/database-keeps-locked-promises", test_database_keeps_locked_promises);
  g_test_add_func ("/capital/taking-back-has-a-reason-and-a-later-day",
                   test_taking_back_has_a_reason_and_a_later_day);
  g_test_add_func ("/capital/income-paid-out-since-cannot-become-capital",
                   test_income_paid_out_since_cannot_become_capital);
  g_test_add_func ("/capital/impossible-amount-names-the-excess-only",
                   test_impossible_amount_names_the_excess_only);
  g_test_add_func ("/capital/promise-after-today-is-asked-about",
                   test_promise_after_today_is_asked_about);
  return g_test_run ();
}
