/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of members over time. */
#include "members/membership.h"

#include "helpers/members.h"
#include "book/act.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member.h"
#include "members/verify.h"

#include <string.h>

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
test_event_after_today_is_asked_about (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  events = test_list ((GDestroyNotify) sheaf_membership_event_free,
                      test_membership (book, "TV1", "2026-01-01", SHEAF_MEMBERSHIP_LEAVE, NULL),
                      NULL);
  g_assert_true (sheaf_membership_check (book, events, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, "date", "lies after today"));
}

/* Who dies joins no more, and passes on to others only; who only left has no heirs. */
static void
test_heirs_follow_a_death (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_membership_insert (book, "TV2", "2025-02-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  expect_problem (book, test_membership (book, "TV2", "2025-03-01", SHEAF_MEMBERSHIP_HEIR, "TV1"),
                  "enter the death first");
  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_DEATH, NULL);
  expect_problem (book,
                  test_membership (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_JOIN, "official"),
                  "died on 2025-02-01");
  expect_problem (book, test_membership (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_HEIR, "TV1"),
                  "heir of oneself");
  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_HEIR, "TV2");
  expect_problem (book, test_membership (book, "TV1", "2025-03-02", SHEAF_MEMBERSHIP_HEIR, "TV2"),
                  "named already");
  test_membership_insert (book, "TV2", "2025-03-05", SHEAF_MEMBERSHIP_JOIN, "official");
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

static gint64
event_id (SheafBook          *book,
          const char         *code,
          SheafMembershipKind kind)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, sheaf_party_find (book, code), NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (event->event == kind && sheaf_membership_event_counts (event))
        return event->id;
    }
  return 0;
}

static void
test_agreement_runs_out_after_its_last_day (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  SheafMembershipEvent *event;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_membership_insert (book, "TV1", "2024-12-31", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL);
  event = test_membership (book, "TV1", "2025-01-01", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL);
  event->until = test_day ("2025-06-30");
  events = test_list ((GDestroyNotify) sheaf_membership_event_free, event, NULL);
  g_assert_true (sheaf_membership_insert (book, events, &error));
  g_assert_no_error (error);
  g_assert_true (state_on (book, "TV1", "2025-06-30").agreement);
  g_assert_false (state_on (book, "TV1", "2025-07-01").agreement);
  g_assert_cmpint (state_on (book, "TV1", "2025-07-01").kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (is_internal (book, "TV1", "2025-06-30"));
  g_assert_false (is_internal (book, "TV1", "2025-07-01"));
  expect_problem (
      book, test_membership (book, "TV1", "2025-08-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL),
      "no agreement");
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
}

static void
test_event_taken_back_never_counted (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GError) error = NULL;
  gint64 leaving;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  test_membership_insert (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  leaving = event_id (book, "TV1", SHEAF_MEMBERSHIP_LEAVE);
  g_assert_false (sheaf_membership_reverse (book, leaving, "", &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (sheaf_membership_reverse (book, leaving, "Entered for another member", &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_on (book, "TV1", "2025-12-31").kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (is_internal (book, "TV1", "2025-07-01"));
  g_assert_false (sheaf_membership_reverse (book, leaving, "Once more", &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
}

static void
test_joining_stays_while_later_events_stand_on_it (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GError) error = NULL;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  g_assert_false (sheaf_membership_reverse (book, event_id (book, "TV1", SHEAF_MEMBERSHIP_JOIN),
                                            "Wrong day", &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "agreement-signed"));
  g_clear_error (&error);
  g_assert_false (sheaf_membership_reverse (book, 999, "No such", &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND);
}

/* Rows that another program wrote: each check finds its own. */
static void
test_strange_rows_are_found (void)
{
  static const struct
  {
    const char *sql, *text;
  } rows[] = {
    { "INSERT INTO member (party_id, act_id)"
      " SELECT id, (SELECT max (id) FROM audit) FROM party WHERE code = 'KH9'",
      "KH9: is in the register but never joined" },
    { "INSERT INTO membership_event (party_id, date, event, value, act_id)"
      " SELECT id, '2025-01-01', 1, 'official', (SELECT max (id) FROM audit) FROM party"
      " WHERE code = 'KH9'",
      "KH9: has membership events but is not in the register" },
    { "INSERT INTO membership_event (party_id, date, event, act_id)"
      " SELECT party_id, '2024-01-01', 5, (SELECT max (id) FROM audit) FROM member",
      "of TV1 on 2024-01-01 does not hold" },
    { "INSERT INTO party_standing (party_id, since, internal, act_id)"
      " SELECT party_id, '2024-05-01', 0, (SELECT max (id) FROM audit) FROM member",
      "the ledger takes TV1 from 2024-05-01 on for another kind" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SheafBook) book = test_members_new ();
      const SheafParty party = { .code = (char *) "KH9",
                                 .name = (char *) "KH9",
                                 .kind = SHEAF_PARTY_CUSTOMER };
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafAct) act = NULL;

      test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
      g_assert_true (sheaf_party_insert (book, &party, NULL, &error));
      g_assert_cmpuint (test_run_checks (book, sheaf_members_checks), ==, 0);
      act = sheaf_act_begin (book, "test", "", &error);
      g_assert_true (sheaf_store_script (sheaf_book_store (book), rows[i].sql, &error));
      g_assert_no_error (error);
      for (const SheafCheck *check = sheaf_members_checks; check->name != NULL; check++)
        g_assert_true (check->run (book, problems, &error));
      g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 0, NULL, rows[i].text));
    }
}

static void
test_leaving_has_a_reason_of_the_law (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  SheafMembershipEvent *event;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  event = test_membership (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  event->reason = g_strdup ("tired");
  expect_problem (book, event, "voluntary");
  g_assert_cmpstr (sheaf_leaving_title ("voluntary"), ==, "By own wish");
  g_assert_cmpstr (sheaf_leaving_title ("tired"), ==, "tired");
}

static void
test_all_spans_are_those_of_each (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  gint64 one = test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-05-01");
  gint64 two = test_member (book, "TV2", SHEAF_MEMBER_CONTRIBUTING, "2024-06-01");
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GArray) own = NULL;
  const GArray *found;

  test_membership_insert (book, "TV2", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  all = sheaf_member_spans_all (book, NULL);
  own = sheaf_member_spans (book, two, NULL);
  found = g_hash_table_lookup (all, &two);
  g_assert_cmpuint (g_hash_table_size (all), ==, 2);
  g_assert_nonnull (g_hash_table_lookup (all, &one));
  g_assert_cmpuint (found->len, ==, own->len);
  g_assert_cmpint (sheaf_member_spans_on (found, test_day ("2025-07-01")).kind, ==,
                   SHEAF_MEMBER_NONE);
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
  g_test_add_func ("/membership/event-after-today-is-asked-about",
                   test_event_after_today_is_asked_about);
  g_test_add_func ("/membership/heirs-follow-a-death", test_heirs_follow_a_death);
  g_test_add_func ("/membership/wrong-standing-is-found", test_wrong_standing_is_found);
  g_test_add_func ("/membership/agreement-runs-out-after-its-last-day",
                   test_agreement_runs_out_after_its_last_day);
  g_test_add_func ("/membership/event-taken-back-never-counted",
                   test_event_taken_back_never_counted);
  g_test_add_func ("/membership/joining-stays-while-later-events-stand-on-it",
                   test_joining_stays_while_later_events_stand_on_it);
  g_test_add_func ("/membership/leaving-has-a-reason-of-the-law",
                   test_leaving_has_a_reason_of_the_law);
  g_test_add_func ("/membership/all-spans-are-those-of-each", test_all_spans_are_those_of_each);
  g_test_add_func ("/membership/strange-rows-are-found", test_strange_rows_are_found);
  return g_test_run ();
}
