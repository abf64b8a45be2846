/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of members over time. */
#include "members/membership.h"

#include "helpers/members.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member.h"
#include "members/verify.h"

static SheafMemberState
state_on (SheafBook  *book,
          const char *code,
          const char *day)
{
  SheafMemberState state;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      sheaf_member_on (book, sheaf_party_find (book, code), test_day (day), &state, &error));
  g_assert_no_error (error);
  return state;
}

static gboolean
is_internal (SheafBook  *book,
             const char *code,
             const char *day)
{
  gboolean internal;

  g_assert_true (sheaf_party_is_internal (book, sheaf_party_find (book, code), test_day (day),
                                          &internal, NULL));
  return internal;
}

/* Expects a new event to be a problem of line 9 that holds the text. */
static void
expect_problem (SheafBook            *book,
                SheafMembershipEvent *event,
                const char           *text)
{
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_membership_event_free, event, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  event->line = 9;
  g_assert_true (sheaf_membership_check (book, events, "membership.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 9, NULL, text));
  g_assert_false (sheaf_membership_insert (book, events, &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
}

static void
test_leaving_day_is_the_first_outside (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_membership_insert (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  g_assert_cmpint (state_on (book, "TV1", "2024-04-30").kind, ==, SHEAF_MEMBER_NONE);
  g_assert_cmpint (state_on (book, "TV1", "2024-05-01").kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_cmpint (state_on (book, "TV1", "2025-06-30").kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (sheaf_date_is_none (state_on (book, "TV1", "2025-06-30").left));
  g_assert_cmpint (state_on (book, "TV1", "2025-07-01").kind, ==, SHEAF_MEMBER_NONE);
  g_assert_cmpint (state_on (book, "TV1", "2025-07-01").last_kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_cmpint (
      sheaf_date_cmp (state_on (book, "TV1", "2025-12-31").left, test_day ("2025-07-01")), ==, 0);
}

static void
test_ledger_knows_who_is_internal (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_NON_CONTRIBUTING, "2024-05-01");
  g_assert_false (is_internal (book, "TV1", "2025-03-01")); /* an agreement alone does not do */
  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_KIND, "official");
  g_assert_false (is_internal (book, "TV1", "2025-02-28"));
  g_assert_true (is_internal (book, "TV1", "2025-03-01"));
  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL);
  g_assert_true (is_internal (book, "TV1", "2025-05-31"));
  g_assert_false (is_internal (book, "TV1", "2025-06-01"));
  /* entered late, for a day in between */
  test_membership_insert (book, "TV1", "2025-04-01", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL);
  test_membership_insert (book, "TV1", "2025-08-01", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL);
  test_membership_insert (book, "TV1", "2025-09-01", SHEAF_MEMBERSHIP_DEATH, NULL);
  g_assert_true (is_internal (book, "TV1", "2025-08-31"));
  g_assert_false (is_internal (book, "TV1", "2025-09-01"));
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
  test_verify (book);
}

static void
test_late_event_changes_what_follows (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_CONTRIBUTING, "2024-05-01");
  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL);
  g_assert_false (is_internal (book, "TV1", "2025-06-01"));
  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_KIND, "official");
  g_assert_true (is_internal (book, "TV1", "2025-06-01"));
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
}

static void
test_events_that_make_no_sense_are_problems (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  expect_problem (book,
                  test_membership (book, "TV1", "2025-01-01", SHEAF_MEMBERSHIP_JOIN, "official"),
                  "has been a member since 2024-05-01");
  expect_problem (book, test_membership (book, "TV1", "2024-04-30", SHEAF_MEMBERSHIP_LEAVE, NULL),
                  "had not joined");
  expect_problem (book,
                  test_membership (book, "TV1", "2025-01-01", SHEAF_MEMBERSHIP_KIND, "honorary"),
                  "is no kind of member");
  expect_problem (book,
                  test_membership (book, "TV1", "2025-01-01", SHEAF_MEMBERSHIP_KIND, "official"),
                  "official already");
  expect_problem (book, test_membership (book, "TV1", "2025-01-01", SHEAF_MEMBERSHIP_HEIR, "TV1"),
                  "enter the death first");
  test_membership_insert (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_DEATH, NULL);
  expect_problem (book, test_membership (book, "TV1", "2025-08-01", SHEAF_MEMBERSHIP_HEIR, "TV9"),
                  "heir is not known");
  expect_problem (
      book,
      test_membership (book, "TV1", "2025-08-01", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL),
      "no member since 2025-07-01");
  /* in itself sound, but then the death no longer holds */
  expect_problem (book, test_membership (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL),
                  "no longer holds");
}

static void
test_events_of_one_list_are_judged_together (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  events = test_list (
      (GDestroyNotify) sheaf_membership_event_free,
      test_membership (book, "TV1", "2025-09-01", SHEAF_MEMBERSHIP_JOIN, "official"),
      test_membership (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL), NULL);
  g_assert_true (sheaf_membership_insert (book, events, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_on (book, "TV1", "2025-08-31").kind, ==, SHEAF_MEMBER_NONE);
  g_assert_cmpint (state_on (book, "TV1", "2025-09-01").kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_false (state_on (book, "TV1", "2025-09-01").agreement);
}

static void
test_party_may_join (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafMember) member = NULL;
  g_autoptr (GError) error = NULL;

  test_membership_insert (book, "NCC1", "2025-03-01", SHEAF_MEMBERSHIP_JOIN,
                          "associate-contributing");
  g_assert_cmpint (state_on (book, "NCC1", "2025-03-01").kind, ==, SHEAF_MEMBER_CONTRIBUTING);
  member = sheaf_member_load (book, sheaf_party_find (book, "NCC1"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (member->code, ==, "NCC1");
}

static void
test_short_form_is_told_apart (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  guint first = 0;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_membership_insert (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  events = sheaf_membership_list (book, 0, NULL);
  g_assert_cmpuint (events->len, ==, 3);
  for (guint i = 0; i < events->len; i++)
    first += ((SheafMembershipEvent *) g_ptr_array_index (events, i))->first;
  g_assert_cmpuint (first, ==, 2);
}

static void
test_wrong_standing_is_found (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  gint64 id = test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");

  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2024-05-01"), FALSE, NULL));
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership/leaving-day-is-the-first-outside",
                   test_leaving_day_is_the_first_outside);
  g_test_add_func ("/membership/ledger-knows-who-is-internal", test_ledger_knows_who_is_internal);
  g_test_add_func ("/membership/late-event-changes-what-follows",
                   test_late_event_changes_what_follows);
  g_test_add_func ("/membership/events-that-make-no-sense-are-problems",
                   test_events_that_make_no_sense_are_problems);
  g_test_add_func ("/membership/events-of-one-list-are-judged-together",
                   test_events_of_one_list_are_judged_together);
  g_test_add_func ("/membership/party-may-join", test_party_may_join);
  g_test_add_func ("/membership/short-form-is-told-apart", test_short_form_is_told_apart);
  g_test_add_func ("/membership/wrong-standing-is-found", test_wrong_standing_is_found);
  return g_test_run ();
}
