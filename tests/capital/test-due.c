/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be paid in and paid back, and when; what follows when it is not. */
#include "capital/due.h"

#include "capital/error.h"
#include "capital/event.h"
#include "ledger/party.h"
#include "ledger/preference.h"
#include "sample.h"

/* TV1 joined on 15 January 2025. */
static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-15");
  return book;
}

static GPtrArray *
load_dues (SheafBook  *book,
           const char *day,
           guint       expected)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dues = sheaf_capital_dues (book, test_day (day), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dues->len, ==, expected);
  return dues;
}

static void
assert_due (const GPtrArray *dues,
            guint            position,
            const char      *day,
            gint64           amount)
{
  const SheafCapitalDue *due = dues->pdata[position];
  g_autofree char       *text = sheaf_date_to_text (due->due);

  g_assert_cmpstr (text, ==, day);
  g_assert_cmpint (due->amount.units, ==, amount);
}

static void
set_schedule (SheafBook        *book,
              SheafScheduleKind kind,
              const char       *decided,
              gint64            amounts[3])
{
  static const char *const days[] = { "2025-03-31", "2025-05-31", "2025-07-10" };
  g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();
  g_autoptr (GError) error = NULL;

  schedule->party_id = sheaf_party_find (book, "TV1");
  schedule->kind = kind;
  schedule->decided = test_day (decided);
  schedule->document = g_strdup ("NQ 02");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      SheafInstalment part = { test_day (days[i]), SHEAF_MONEY (amounts[i]) };

      if (amounts[i] > 0)
        g_array_append_val (schedule->instalments, part);
    }
  g_assert_true (sheaf_schedule_set (book, schedule, &error));
  g_assert_no_error (error);
}

static void
test_six_months_after_joining_or_promise (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) joined = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) paid = NULL;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  joined = load_dues (book, "2025-02-01", 1);
  assert_due (joined, 0, "2025-07-15", 100);
  sample_enter (book, "TV1", "2025-03-31", SHEAF_CAPITAL_COMMIT, 50);
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_PAY, 30);
  both = load_dues (book, "2025-04-01", 2); /* the older promise is paid first */
  assert_due (both, 0, "2025-07-15", 70);
  assert_due (both, 1, "2025-09-30", 50);
  sample_enter (book, "TV1", "2025-05-01", SHEAF_CAPITAL_PAY, 120);
  paid = load_dues (book, "2025-05-01", 0);
}

/* The last day is in time, the day after is not; what follows depends on what is paid in. */
static void
test_outcome_after_the_deadline (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) below = NULL;
  g_autoptr (GPtrArray) above = NULL;
  const SheafCapitalDue *due;
  g_autofree char       *day = NULL;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  last = load_dues (book, "2025-07-15", 1);
  due = last->pdata[0];
  g_assert_cmpuint (due->overdue, ==, 0);
  g_assert_cmpint (due->outcome, ==, SHEAF_CAPITAL_IN_TIME);
  g_assert_true (sheaf_date_is_none (due->register_by));
  after = load_dues (book, "2025-07-16", 1);
  due = after->pdata[0];
  g_assert_cmpuint (due->overdue, ==, 1);
  g_assert_cmpint (due->outcome, ==, SHEAF_CAPITAL_ENDS);
  day = sheaf_date_to_text (due->register_by);
  g_assert_cmpstr (day, ==, "2025-08-14"); /* 30 days after 15 July */
  sample_enter (book, "TV1", "2025-07-01", SHEAF_CAPITAL_PAY, 40);
  g_assert_true (sheaf_preference_set (book, "capital-minimum", "41", NULL));
  below = load_dues (book, "2025-07-16", 1);
  g_assert_cmpint (((SheafCapitalDue *) below->pdata[0])->outcome, ==, SHEAF_CAPITAL_ENDS);
  g_assert_true (sheaf_preference_set (book, "capital-minimum", "40", NULL));
  above = load_dues (book, "2025-07-16", 1);
  g_assert_cmpint (((SheafCapitalDue *) above->pdata[0])->outcome, ==, SHEAF_CAPITAL_RESTRICT);
}

static void
test_charter_may_shorten_the_term_only (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) three = NULL;
  g_autoptr (GPtrArray) nine = NULL;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  g_assert_true (sheaf_preference_set (book, "capital-deadline-months", "3", NULL));
  three = load_dues (book, "2025-02-01", 1);
  assert_due (three, 0, "2025-04-15", 100);
  g_assert_true (sheaf_preference_set (book, "capital-deadline-months", "9", NULL));
  nine = load_dues (book, "2025-02-01", 1);
  assert_due (nine, 0, "2025-07-15", 100);
}

static void
test_instalments_take_the_place_of_the_term (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) agreed = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const SheafCapitalDue *due;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  set_schedule (book, SHEAF_SCHEDULE_PAY, "2025-02-01", (gint64[]){ 30, 30, 20 });
  agreed = load_dues (book, "2025-02-01", 4);
  assert_due (agreed, 0, "2025-03-31", 30);
  assert_due (agreed, 1, "2025-05-31", 30);
  assert_due (agreed, 2, "2025-07-10", 20);
  assert_due (agreed, 3, "2025-07-15", 20); /* for which nothing was agreed */
  /* one payment goes over two instalments; a promise made since has its own term */
  sample_enter (book, "TV1", "2025-04-20", SHEAF_CAPITAL_PAY, 40);
  sample_enter (book, "TV1", "2025-04-20", SHEAF_CAPITAL_COMMIT, 10);
  later = load_dues (book, "2025-06-10", 4);
  assert_due (later, 0, "2025-05-31", 20);
  due = later->pdata[0];
  g_assert_cmpuint (due->overdue, ==, 10);
  g_assert_true (due->instalment);
  g_assert_cmpstr (due->document, ==, "NQ 02");
  g_assert_cmpint (due->outcome, ==, SHEAF_CAPITAL_IN_TIME); /* the term itself is not over */
  assert_due (later, 1, "2025-07-10", 20);
  assert_due (later, 2, "2025-07-15", 20);
  assert_due (later, 3, "2025-10-20", 10);
}

static void
test_refunds_fall_due_after_leaving (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  sample_pay_up (book, "TV1", "2025-01-15", 90);
  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  set_schedule (book, SHEAF_SCHEDULE_REFUND, "2025-02-10", (gint64[]){ 30, 30, 30 });
  open = load_dues (book, "2025-02-10", 3);
  g_assert_cmpint (((SheafCapitalDue *) open->pdata[0])->kind, ==, SHEAF_SCHEDULE_REFUND);
  sample_enter (book, "TV1", "2025-03-31", SHEAF_CAPITAL_REFUND, 35);
  rest = load_dues (book, "2025-06-01", 2);
  assert_due (rest, 0, "2025-05-31", 25);
  g_assert_cmpuint (((SheafCapitalDue *) rest->pdata[0])->overdue, ==, 1);
  assert_due (rest, 1, "2025-07-10", 30);
}

static void
test_who_left_owes_no_more (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) dues = NULL;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  dues = load_dues (book, "2025-12-31", 0);
}

static void
test_lowering_takes_what_is_over_the_term (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 id = sheaf_party_find (book, "TV1");
  g_autoptr (GPtrArray) dues = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCapitalEvent *lowered;

  sample_enter (book, "TV1", "2025-01-15", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2025-06-01", SHEAF_CAPITAL_COMMIT, 10);
  sample_enter (book, "TV1", "2025-06-01", SHEAF_CAPITAL_PAY, 40);
  g_assert_false (sheaf_capital_lower (book, id, test_day ("2025-07-15"), NULL, &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sheaf_capital_lower (book, id, test_day ("2025-07-20"), "NQ 05", &error));
  g_assert_no_error (error);
  events = sheaf_capital_list (book, id, NULL);
  lowered = events->pdata[events->len - 1];
  g_assert_cmpint (lowered->event, ==, SHEAF_CAPITAL_REDUCE);
  g_assert_cmpint (lowered->amount.units, ==, 60);
  g_assert_cmpstr (lowered->cause, ==, "deadline");
  g_assert_cmpstr (lowered->document, ==, "NQ 05");
  dues = load_dues (book, "2025-07-20", 1); /* the later promise stands */
  assert_due (dues, 0, "2025-12-01", 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-due/six-months-after-joining-or-promise",
                   test_six_months_after_joining_or_promise);
  g_test_add_func ("/capital-due/outcome-after-the-deadline", test_outcome_after_the_deadline);
  g_test_add_func ("/capital-due/charter-may-shorten-the-term-only",
                   test_charter_may_shorten_the_term_only);
  g_test_add_func ("/capital-due/instalments-take-the-place-of-the-term",
                   test_instalments_take_the_place_of_the_term);
  g_test_add_func ("/capital-due/refunds-fall-due-after-leaving",
                   test_refunds_fall_due_after_leaving);
  g_test_add_func ("/capital-due/who-left-owes-no-more", test_who_left_owes_no_more);
  g_test_add_func ("/capital-due/lowering-takes-what-is-over-the-term",
                   test_lowering_takes_what_is_over_the_term);
  return g_test_run ();
}
