/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Membership events: reading and entering them. */
#include "members/membership.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member-private.h"
#include "members/membership-sql.h"
#include "members/timeline.h"
#include "store/query.h"

SheafMembershipEvent *
sheaf_membership_event_new (void)
{
  SheafMembershipEvent *event = g_new0 (SheafMembershipEvent, 1);

  event->date = SHEAF_DATE_NONE;
  return event;
}

void
sheaf_membership_event_free (SheafMembershipEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->value);
  g_free (event->document);
  g_free (event);
}

static SheafMembershipEvent *
read_event (const SheafQuery *query)
{
  SheafMembershipEvent *event = sheaf_membership_event_new ();

  event->id = sheaf_query_int (query, 0);
  event->party_id = sheaf_query_int (query, 1);
  event->date = sheaf_query_date (query, 2);
  event->event = (SheafMembershipKind) sheaf_query_int (query, 3);
  if (!sheaf_query_is_null (query, 4))
    event->value = g_strdup (sheaf_query_text (query, 4));
  if (!sheaf_query_is_null (query, 5))
    event->document = g_strdup (sheaf_query_text (query, 5));
  return event;
}

/* Marks what SheafMember already says. Events of one person are in the order of their days. */
static void
mark_first (GPtrArray *events)
{
  g_autoptr (GHashTable) joinings = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < events->len; i++)
    {
      SheafMembershipEvent *event = g_ptr_array_index (events, i);
      SheafMembershipEvent *joining = g_hash_table_lookup (joinings, &event->party_id);

      if (joining == NULL)
        {
          event->first = event->event == SHEAF_MEMBERSHIP_JOIN;
          g_hash_table_insert (joinings, &event->party_id, event);
        }
      else
        event->first = event->event == SHEAF_MEMBERSHIP_AGREEMENT_SIGNED &&
                       event->document == NULL &&
                       sheaf_date_cmp (event->date, joining->date) == 0;
    }
}

GPtrArray *
sheaf_membership_list (SheafBook *book,
                       gint64     party_id,
                       GError   **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_membership_event_free);
  query = party_id == 0 ? sheaf_query_new (sheaf_book_store (book), MEMBERSHIP_ALL, SHEAF_NO_ARGS,
                                           error)
                        : sheaf_query_new (sheaf_book_store (book), MEMBERSHIP_OF_PARTY,
                                           SHEAF_ARGS (SHEAF_INT (party_id)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    g_ptr_array_add (events, read_event (query));
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  mark_first (events);
  return g_steal_pointer (&events);
}

GArray *
sheaf_member_spans (SheafBook *book,
                    gint64     party_id,
                    GError   **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, party_id, error);

  g_return_val_if_fail (party_id != 0, NULL);
  return events == NULL ? NULL : sheaf_timeline_spans (events);
}

SheafMemberState
sheaf_member_spans_on (const GArray *spans,
                       SheafDate     day)
{
  for (guint i = spans->len; i > 0; i--)
    {
      const SheafMemberSpan *span = &g_array_index (spans, SheafMemberSpan, i - 1);

      if (sheaf_date_cmp (span->from, day) <= 0)
        return span->state;
    }
  return sheaf_timeline_start ();
}

gboolean
sheaf_member_on (SheafBook        *book,
                 gint64            party_id,
                 SheafDate         day,
                 SheafMemberState *ret_state,
                 GError          **error)
{
  g_autoptr (GArray) spans = sheaf_member_spans (book, party_id, error);

  if (spans == NULL)
    return FALSE;
  *ret_state = sheaf_member_spans_on (spans, day);
  return TRUE;
}

gboolean
sheaf_member_state_is_internal (const SheafMemberState *state)
{
  return state->kind == SHEAF_MEMBER_OFFICIAL && state->agreement;
}

gboolean
sheaf_membership_write (SheafBook                  *book,
                        const SheafMembershipEvent *event,
                        gint64                      act_id,
                        GError                    **error)
{
  return sheaf_store_run (sheaf_book_store (book), MEMBERSHIP_INSERT,
                          SHEAF_ARGS (SHEAF_INT (event->party_id), SHEAF_DAY (event->date),
                                      SHEAF_INT (event->event), SHEAF_OPTIONAL (event->value),
                                      SHEAF_OPTIONAL (event->document), SHEAF_INT (act_id)),
                          error);
}

/* The ledger keeps standings as changes from a day on. An event in the past may change what holds
 * after later events too, so every change of the person is looked at again. */
gboolean
sheaf_membership_tell_ledger (SheafBook *book,
                              gint64     party_id,
                              GError   **error)
{
  g_autoptr (GArray) spans = sheaf_member_spans (book, party_id, error);

  if (spans == NULL)
    return FALSE;
  for (guint i = 0; i < spans->len; i++)
    {
      const SheafMemberSpan *span = &g_array_index (spans, SheafMemberSpan, i);
      gboolean               internal = sheaf_member_state_is_internal (&span->state);
      gboolean               known;

      if (!sheaf_party_is_internal (book, party_id, span->from, &known, error) ||
          (known != internal &&
           !sheaf_party_set_standing (book, party_id, span->from, internal, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_event (SheafBook                  *book,
              const SheafMembershipEvent *event,
              gint64                      act_id,
              GError                    **error)
{
  gboolean is_member;

  if (!sheaf_member_exists (book, event->party_id, &is_member, error))
    return FALSE;
  return (is_member || sheaf_member_write_plain (book, event->party_id, act_id, error)) &&
         sheaf_membership_write (book, event, act_id, error);
}

gboolean
sheaf_membership_insert (SheafBook       *book,
                         const GPtrArray *events,
                         GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && events != NULL, FALSE);
  if (!sheaf_membership_check (book, events, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "membership", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (!insert_event (book, g_ptr_array_index (events, i), sheaf_act_id (act), error))
      return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (!sheaf_membership_tell_ledger (book, event->party_id, error))
        return FALSE;
    }
  return sheaf_act_commit (act, error);
}
