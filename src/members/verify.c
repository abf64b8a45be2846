/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of the register. */
#include "members/verify.h"

#include "base/i18n.h"
#include "ledger/party.h"
#include "members/member.h"
#include "members/membership-sql.h"
#include "members/timeline.h"
#include "store/query.h"

static char *
load_code (SheafBook *book,
           gint64     party_id)
{
  g_autoptr (SheafParty) party = sheaf_party_load (book, party_id, NULL);

  return party == NULL ? g_strdup ("?") : g_steal_pointer (&party->code);
}

/* Adds a problem for each party that the statement gives. */
static gboolean
report_parties (SheafBook     *book,
                const char    *sql,
                const char    *text,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, SHEAF_NO_ARGS,
                                                  error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    {
      g_autofree char *code = load_code (book, sheaf_query_int (query, 0));

      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s: %s", code, text);
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
check_rows (SheafBook     *book,
            SheafProblems *problems,
            GError       **error)
{
  return report_parties (book, MEMBERSHIP_WITHOUT_MEMBER,
                         _ ("has membership events but is not in the register: restore a backup"),
                         problems, error) &&
         report_parties (book, MEMBERSHIP_WITHOUT_EVENT,
                         _ ("is in the register but never joined: enter the joining"), problems,
                         error);
}

static gboolean
check_events (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, 0, error);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      SheafMembershipEvent *event = g_ptr_array_index (events, i);
      SheafMemberState     *state = g_hash_table_lookup (states, &event->party_id);
      g_autofree char      *why = NULL;

      if (!sheaf_membership_event_counts (event))
        continue;
      if (state == NULL)
        {
          const SheafMemberState start = sheaf_timeline_start ();

          state = g_memdup2 (&start, sizeof start);
          g_hash_table_insert (states, &event->party_id, state);
        }
      why = sheaf_timeline_apply (state, event);
      if (why != NULL)
        {
          g_autofree char *code = load_code (book, event->party_id);
          g_autofree char *day = sheaf_date_to_text (event->date);

          sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                              _ ("the membership event “%s” of %s on %s does not hold: %s"),
                              sheaf_membership_kind_to_word (event->event), code, day, why);
        }
    }
  return TRUE;
}

static gboolean
check_standing_of (SheafBook         *book,
                   const SheafMember *member,
                   SheafProblems     *problems,
                   GError           **error)
{
  g_autoptr (GArray) spans = sheaf_member_spans (book, member->party_id, error);

  if (spans == NULL)
    return FALSE;
  for (guint i = 0; i < spans->len; i++)
    {
      const SheafMemberSpan *span = &g_array_index (spans, SheafMemberSpan, i);
      g_autofree char       *day = sheaf_date_to_text (span->from);
      gboolean               internal;

      if (!sheaf_party_is_internal (book, member->party_id, span->from, &internal, error))
        return FALSE;
      if (internal != sheaf_member_state_is_internal (&span->state))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the ledger takes %s from %s on for another kind of member than the "
                               "register: restore a backup"),
                            member->code, day);
    }
  return TRUE;
}

static gboolean
check_standings (SheafBook     *book,
                 SheafProblems *problems,
                 GError       **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!check_standing_of (book, g_ptr_array_index (members, i), problems, error))
      return FALSE;
  return TRUE;
}

const SheafCheck sheaf_members_checks[] = {
  { "member-rows", check_rows, N_ ("Each member is one party"),
    N_ ("Register and parties name each other.") },
  { "membership-events", check_events, N_ ("Membership runs in a proper order"),
    N_ ("Nobody leaves before joining or joins twice.") },
  { "member-standings", check_standings, N_ ("Inside or outside follows from the register"),
    N_ ("A party's standing on each day is what the membership says.") },
  { NULL, NULL, NULL, NULL },
};
