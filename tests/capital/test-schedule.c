/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instalments, and capitalised income that was not taxed yet. */
#include "capital/schedule.h"

#include "capital/error.h"
#include "capital/untaxed.h"
#include "ledger/party.h"
#include "sample.h"

#include <string.h>

static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  return book;
}

/* Two instalments of the amounts; second 0: one. */
static SheafSchedule *
new_schedule (SheafBook        *book,
              SheafScheduleKind kind,
              const char       *decided,
              gint64            first,
              gint64            second)
{
  SheafSchedule  *schedule = sheaf_schedule_new ();
  SheafInstalment parts[] = { { test_day ("2025-06-30"), SHEAF_MONEY (first) },
                              { test_day ("2025-09-30"), SHEAF_MONEY (second) } };

  schedule->party_id = sheaf_party_find (book, "TV1");
  schedule->kind = kind;
  schedule->decided = test_day (decided);
  schedule->document = g_strdup ("NQ 01");
  g_array_append_vals (schedule->instalments, parts, second == 0 ? 1 : 2);
  return schedule;
}

static void
expect_refused (SheafBook     *book,
                SheafSchedule *schedule,
                const char    *text)
{
  g_autoptr (SheafSchedule) owned = schedule;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_schedule_set (book, schedule, &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” does not say “%s”", error->message, text);
  list = sheaf_schedule_list (book, 0, test_day ("2025-12-31"), NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_latest_schedule_counts (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafSchedule) first = NULL;
  g_autoptr (SheafSchedule) second = NULL;
  g_autoptr (SheafSchedule) none = NULL;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 100);
  first = new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-01-10", 60, 40);
  second = new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-03-01", 100, 0);
  none = sheaf_schedule_new ();
  none->party_id = first->party_id;
  none->kind = SHEAF_SCHEDULE_PAY;
  none->decided = test_day ("2025-05-01");
  g_assert_true (sheaf_schedule_set (book, first, &error));
  g_assert_true (sheaf_schedule_set (book, second, &error));
  g_assert_true (sheaf_schedule_set (book, none, &error));
  g_assert_no_error (error);
  then = sheaf_schedule_list (book, first->party_id, test_day ("2025-02-01"), &error);
  g_assert_cmpuint (then->len, ==, 1);
  g_assert_cmpuint (((SheafSchedule *) then->pdata[0])->instalments->len, ==, 2);
  g_assert_cmpstr (((SheafSchedule *) then->pdata[0])->document, ==, "NQ 01");
  now = sheaf_schedule_list (book, 0, test_day ("2025-03-01"), &error);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpuint (((SheafSchedule *) now->pdata[0])->instalments->len, ==, 1);
  after = sheaf_schedule_list (book, 0, test_day ("2025-05-01"), &error);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_each_rule_is_told (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafSchedule *wrong;

  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_PAY, 30);
  expect_refused (book, new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-03-01", 50, 30), "70");
  expect_refused (book, new_schedule (book, SHEAF_SCHEDULE_REFUND, "2025-03-01", 31, 0), "30");
  expect_refused (book, new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-07-01", 10, 0), "before");
  expect_refused (book, new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-03-01", -1, 0), "above 0");
  expect_refused (book, new_schedule (book, 0, "2025-03-01", 10, 0), "refund");
  wrong = new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-03-01", 10, 10);
  g_array_index (wrong->instalments, SheafInstalment, 1).due = test_day ("2025-06-30");
  expect_refused (book, wrong, "order");
  wrong = new_schedule (book, SHEAF_SCHEDULE_PAY, "2024-12-31", 10, 0);
  expect_refused (book, wrong, "joined");
  wrong = new_schedule (book, SHEAF_SCHEDULE_PAY, "2025-03-01", 10, 0);
  wrong->party_id = 0;
  expect_refused (book, wrong, "code");
}

/* Capitalised 50 of 100: the first 50 that go are not taxed yet. */
static void
test_capitalised_income_goes_first (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) events = NULL;
  gint64     id = sheaf_party_find (book, "TV1");
  SheafMoney left;

  test_allow_money_below_zero (book);
  sample_enter (book, "TV1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2025-01-02", SHEAF_CAPITAL_PAY, 50);
  test_post (book, "2025-02-01", "4211", "338", 50, NULL, "TV1");
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_CAPITALISE, 50);
  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_REFUND, 20);
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_REFUND, 40);
  g_assert_true (sheaf_capital_untaxed_on (book, id, test_day ("2025-02-01"), &left, NULL));
  g_assert_cmpint (left.units, ==, 50);
  g_assert_true (sheaf_capital_untaxed_on (book, id, test_day ("2025-03-31"), &left, NULL));
  g_assert_cmpint (left.units, ==, 30);
  g_assert_true (sheaf_capital_untaxed_on (book, id, test_day ("2025-04-01"), &left, NULL));
  g_assert_cmpint (left.units, ==, 0);
  events = sheaf_capital_list (book, id, NULL);
  g_assert_cmpint (sheaf_capital_untaxed_taken (events, events->pdata[1]).units, ==, 0);
  g_assert_cmpint (sheaf_capital_untaxed_taken (events, events->pdata[3]).units, ==, 20);
  g_assert_cmpint (sheaf_capital_untaxed_taken (events, events->pdata[4]).units, ==, 30);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/latest-schedule-counts", test_latest_schedule_counts);
  g_test_add_func ("/schedule/each-rule-is-told", test_each_rule_is_told);
  g_test_add_func ("/untaxed/capitalised-income-goes-first", test_capitalised_income_goes_first);
  return g_test_run ();
}
