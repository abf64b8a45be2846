/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register is not changed behind the back of what members did. */
#include "statements/membership-act.h"

#include "capital/event.h"
#include "helpers/members.h"
#include "ledger/party.h"
#include "members/error.h"

#include <string.h>

static void
pay_up (SheafBook  *book,
        const char *code,
        const char *day)
{
  const SheafCapitalKind kinds[] = { SHEAF_CAPITAL_COMMIT, SHEAF_CAPITAL_PAY };
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SheafCapitalEvent *event = sheaf_capital_event_new ();

      event->party_id = sheaf_party_find (book, code);
      event->date = test_day (day);
      event->event = kinds[i];
      event->amount = SHEAF_MONEY (1000);
      g_ptr_array_add (events, event);
    }
  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
}

static void
test_leaving_before_a_payment_is_refused (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GError) error = NULL;
  SheafMemberState state;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  pay_up (book, "TV1", "2025-03-01");
  early = test_list ((GDestroyNotify) sheaf_membership_event_free,
                     test_membership (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_LEAVE, NULL),
                     NULL);
  g_assert_false (sheaf_membership_enter (book, early, &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "2025-03-01"));
  g_clear_error (&error);
  g_assert_true (sheaf_member_on (book, sheaf_party_find (book, "TV1"), test_day ("2025-12-31"),
                                  &state, NULL));
  g_assert_cmpint (state.kind, ==, SHEAF_MEMBER_OFFICIAL);
  late = test_list ((GDestroyNotify) sheaf_membership_event_free,
                    test_membership (book, "TV1", "2025-04-01", SHEAF_MEMBERSHIP_LEAVE, NULL),
                    NULL);
  g_assert_true (sheaf_membership_enter (book, late, &error));
  g_assert_no_error (error);
}

static void
test_joining_with_capital_is_not_taken_back (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) joined = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (sheaf_party_insert (
      book, &(SheafParty){ .code = "NCC1", .name = "Người Mẫu Một", .kind = SHEAF_PARTY_OTHER },
      &id, &error));
  test_membership_insert (book, "NCC1", "2025-01-01", SHEAF_MEMBERSHIP_JOIN, "official");
  joined = sheaf_membership_list (book, sheaf_party_find (book, "NCC1"), NULL);
  pay_up (book, "NCC1", "2025-03-01");
  g_assert_false (sheaf_membership_take_back (
      book, ((SheafMembershipEvent *) joined->pdata[0])->id, "Another person", &error));
  g_assert_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "NCC1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/membership-act/leaving-before-a-payment-is-refused",
                   test_leaving_before_a_payment_is_refused);
  g_test_add_func ("/membership-act/joining-with-capital-is-not-taken-back",
                   test_joining_with_capital_is_not_taken_back);
  return g_test_run ();
}
