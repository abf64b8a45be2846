/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Membership events: reading them, and how a person stands on a day. */
#include "members/membership.h"

#include "members/membership-sql.h"
#include "members/timeline.h"
#include "store/query.h"

SheafMembershipEvent *
sheaf_membership_event_new (void)
{
  SheafMembershipEvent *event = g_new0 (SheafMembershipEvent, 1);

  event->date = event->until = SHEAF_DATE_NONE;
  return event;
}

void
sheaf_membership_event_free (SheafMembershipEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->value);
  g_free (event->document);
  g_free (event->reason);
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
  event->value = sheaf_query_dup_text (query, 4);
  event->document = sheaf_query_dup_text (query, 5);
  event->reason = sheaf_query_dup_text (query, 6);
  event->until = sheaf_query_date (query, 7);
  event->reverses_id = sheaf_query_int (query, 8);
  event->reversed_by = sheaf_query_int (query, 9);
  return event;
}

gboolean
sheaf_membership_event_counts (const SheafMembershipEvent *event)
{
  return event->reverses_id == 0 && event->reversed_by == 0;
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

      if (!sheaf_membership_event_counts (event))
        continue;
      if (joining == NULL)
        {
          event->first = event->event == SHEAF_MEMBERSHIP_JOIN;
          g_hash_table_insert (joinings, &event->party_id, event);
        }
      else
        event->first = event->event == SHEAF_MEMBERSHIP_AGREEMENT_SIGNED &&
                       event->document == NULL && sheaf_date_is_none (event->until) &&
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

  g_return_val_if_fail (book != NULL, NULL);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_membership_event_free);
  query = party_id == 0 ? sheaf_query_new (sheaf_book_store (book), MEMBERSHIP_ALL, SHEAF_NO_ARGS,
                                           error)
                        : sheaf_query_new (sheaf_book_store (book), MEMBERSHIP_OF_PARTY,
                                           SHEAF_ARGS (SHEAF_INT (party_id)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (events, read_event (query));
  if (!sheaf_query_finish (query, error))
    return NULL;
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

static void
add_spans (GHashTable *spans,
           GPtrArray  *events)
{
  const SheafMembershipEvent *first = events->len > 0 ? events->pdata[0] : NULL;

  if (first == NULL)
    return;
  g_hash_table_insert (spans, g_memdup2 (&first->party_id, sizeof first->party_id),
                       sheaf_timeline_spans (events));
  g_ptr_array_set_size (events, 0);
}

/* Events come by person, so that only one person's are kept at a time. */
GHashTable *
sheaf_member_spans_all (SheafBook *book,
                        GError   **error)
{
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_membership_event_free);
  g_autoptr (SheafQuery) query = NULL;
  gint64 party_id = 0;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), MEMBERSHIP_STANDING, SHEAF_NO_ARGS, error);
  while (query != NULL && sheaf_query_next (query, NULL))
    {
      SheafMembershipEvent *event = sheaf_membership_event_new ();

      event->party_id = sheaf_query_int (query, 0);
      event->date = sheaf_query_date (query, 1);
      event->event = (SheafMembershipKind) sheaf_query_int (query, 2);
      event->value = sheaf_query_dup_text (query, 3);
      event->until = sheaf_query_date (query, 4);
      if (event->party_id != party_id)
        add_spans (spans, events);
      party_id = event->party_id;
      g_ptr_array_add (events, event);
    }
  add_spans (spans, events);
  return query != NULL && sheaf_query_finish (query, error) ? g_steal_pointer (&spans) : NULL;
}

SheafMemberState
sheaf_member_spans_on (const GArray *spans,
                       SheafDate     day)
{
  for (guint i = spans == NULL ? 0 : spans->len; i > 0; i--)
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
sheaf_member_state_has_right (const SheafMemberState *state,
                              const SheafMemberRight *right)
{
  if (right->agreement && !state->agreement)
    return FALSE;
  return (right->official && state->kind == SHEAF_MEMBER_OFFICIAL) ||
         (right->contributing && state->kind == SHEAF_MEMBER_CONTRIBUTING) ||
         (right->non_contributing && state->kind == SHEAF_MEMBER_NON_CONTRIBUTING);
}

gboolean
sheaf_member_state_is_internal (const SheafMemberState *state)
{
  return state->kind == SHEAF_MEMBER_OFFICIAL && state->agreement;
}
