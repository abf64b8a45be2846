/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books with members, capital and trade for tests. */
#include "helpers/members.h"

#include "helpers/ledger.h"
#include "ledger/party.h"
#include "members/member.h"

#include <string.h>

SheafBook *
test_members_new (void)
{
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  g_assert_true (test_allow_money_below_zero (book));
  return book;
}

gint64
test_member (SheafBook      *book,
             const char     *code,
             SheafMemberKind kind,
             const char     *joined)
{
  SheafMember *member = sheaf_member_new ();
  g_autoptr (GPtrArray) members = test_list ((GDestroyNotify) sheaf_member_free, member, NULL);
  g_autoptr (GError) error = NULL;

  member->code = g_strdup (code);
  member->name = g_strdup (code);
  member->kind = kind;
  member->joined = test_day (joined);
  g_assert_true (sheaf_member_insert (book, members, &error));
  g_assert_no_error (error);
  return sheaf_party_find (book, code);
}

SheafMembershipEvent *
test_membership (SheafBook          *book,
                 const char         *code,
                 const char         *day,
                 SheafMembershipKind event,
                 const char         *value)
{
  SheafMembershipEvent *record = sheaf_membership_event_new ();

  record->party_id = sheaf_party_find (book, code);
  record->date = test_day (day);
  record->event = event;
  record->value = g_strdup (value);
  return record;
}

void
test_membership_insert (SheafBook          *book,
                        const char         *code,
                        const char         *day,
                        SheafMembershipKind event,
                        const char         *value)
{
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_membership_event_free,
                          test_membership (book, code, day, event, value), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_membership_insert (book, events, &error));
  g_assert_no_error (error);
}

GPtrArray *
test_list (GDestroyNotify free_record,
           ...)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_record);
  va_list    args;
  gpointer   record;

  va_start (args, free_record);
  while ((record = va_arg (args, gpointer)) != NULL)
    g_ptr_array_add (list, record);
  va_end (args);
  return list;
}

gboolean
test_has_problem (const SheafProblems *problems,
                  SheafProblemKind     kind,
                  guint                line,
                  const char          *column,
                  const char          *text)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      if (problem->kind == kind && problem->line == line &&
          (column == NULL || g_strcmp0 (problem->column, column) == 0) &&
          strstr (problem->text, text) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *found = sheaf_problem_to_text (g_ptr_array_index (problems->items, i));

      g_test_message ("found: %s", found);
    }
  return FALSE;
}

guint
test_run_checks (SheafBook        *book,
                 const SheafCheck *checks)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (; checks->name != NULL; checks++)
    {
      g_assert_true (checks->run (book, problems, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) g_ptr_array_index (problems->items, i))->text);
  return problems->errors;
}
