/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering membership events and taking them back. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/party.h"
#include "members/error.h"
#include "members/member-private.h"
#include "members/membership-sql.h"
#include "members/timeline.h"
#include "store/query.h"

gboolean
sheaf_membership_write (SheafBook                  *book,
                        const SheafMembershipEvent *event,
                        gint64                      act_id,
                        GError                    **error)
{
  return sheaf_store_run (sheaf_book_store (book), MEMBERSHIP_INSERT,
                          SHEAF_ARGS (SHEAF_INT (event->party_id), SHEAF_DAY (event->date),
                                      SHEAF_INT (event->event), SHEAF_OPTIONAL (event->value),
                                      SHEAF_OPTIONAL (event->document),
                                      SHEAF_OPTIONAL (event->reason), SHEAF_DAY (event->until),
                                      SHEAF_ID (event->reverses_id), SHEAF_INT (act_id)),
                          error);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return sheaf_date_cmp (*(const SheafDate *) a, *(const SheafDate *) b);
}

/* Every day on which a standing may change: also those of events that were taken back, as the
 * ledger was told of them. */
static GArray *
list_days (const GPtrArray *events)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (SheafDate));

  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);
      SheafDate                   after;

      g_array_append_val (days, event->date);
      if (sheaf_date_is_none (event->until))
        continue;
      after = sheaf_date_add_days (event->until, 1);
      g_array_append_val (days, after);
    }
  g_array_sort (days, compare_days);
  return days;
}

/* The ledger keeps standings as changes from a day on. An event in the past may change what holds
 * after later events too, so every change of the person is looked at again. */
gboolean
sheaf_membership_tell_ledger (SheafBook *book,
                              gint64     party_id,
                              GError   **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, party_id, error);
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) days = NULL;

  if (events == NULL)
    return FALSE;
  spans = sheaf_timeline_spans (events);
  days = list_days (events);
  for (guint i = 0; i < days->len; i++)
    {
      SheafDate        day = g_array_index (days, SheafDate, i);
      SheafMemberState state = sheaf_member_spans_on (spans, day);
      gboolean         internal = sheaf_member_state_is_internal (&state);
      gboolean         known;

      if (!sheaf_party_is_internal (book, party_id, day, &known, error) ||
          (known != internal && !sheaf_party_set_standing (book, party_id, day, internal, error)))
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

static SheafMembershipEvent *
find_event (const GPtrArray *events,
            gint64           id)
{
  for (guint i = 0; i < events->len; i++)
    {
      SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (event->id == id)
        return event;
    }
  return NULL;
}

/* FALSE when a later event of the person does not hold without this one. */
static gboolean
holds_without (const GPtrArray            *events,
               const SheafMembershipEvent *without,
               GError                    **error)
{
  SheafMemberState state = sheaf_timeline_start ();

  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);
      g_autofree char            *why = NULL;
      g_autofree char            *day = NULL;

      if (event == without || event->party_id != without->party_id ||
          !sheaf_membership_event_counts (event))
        continue;
      why = sheaf_timeline_apply (&state, event);
      if (why == NULL)
        continue;
      day = sheaf_date_to_text (event->date);
      g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED,
                   _ ("without this event the one of %s (%s) does not hold: take that one back "
                      "first"),
                   day, sheaf_membership_kind_to_word (event->event));
      return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_membership_reverse (SheafBook  *book,
                          gint64      id,
                          const char *reason,
                          GError    **error)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, 0, error);
  const SheafMembershipEvent *event = events == NULL ? NULL : find_event (events, id);
  SheafMembershipEvent        row;
  g_autoptr (SheafAct) act = NULL;

  if (events == NULL)
    return FALSE;
  if (event == NULL)
    g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_NOT_FOUND,
                 _ ("there is no such membership event: choose one from the member's list"));
  else if (!sheaf_membership_event_counts (event))
    g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED,
                 _ ("this membership event was taken back already: enter a new one instead"));
  else if (reason == NULL || *reason == '\0')
    g_set_error (error, SHEAF_MEMBERS_ERROR, SHEAF_MEMBERS_ERROR_REFUSED,
                 _ ("say why the event is taken back: the register keeps both"));
  else if (holds_without (events, event, error))
    {
      act = sheaf_act_begin (book, "membership-reverse", reason, error);
      row = *event;
      row.reason = (char *) reason;
      row.reverses_id = id;
      return act != NULL && sheaf_membership_write (book, &row, sheaf_act_id (act), error) &&
             sheaf_membership_tell_ledger (book, event->party_id, error) &&
             sheaf_act_commit (act, error);
    }
  return FALSE;
}
