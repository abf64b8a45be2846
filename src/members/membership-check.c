/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges new events together with those that are in the book. */
#include "members/membership.h"

#include "base/i18n.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "members/timeline.h"

typedef struct
{
  SheafBook       *book;
  const GPtrArray *events;
  const char      *file;
  SheafProblems   *problems;
} Check;

static void
add_error (const Check                *check,
           const SheafMembershipEvent *event,
           const char                 *column,
           const char                 *text)
{
  sheaf_problems_add (check->problems, SHEAF_PROBLEM_ERROR, check->file, event->line, column, "%s",
                      text);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const SheafMembershipEvent *one = a;
  const SheafMembershipEvent *other = b;

  return sheaf_date_cmp (one->date, other->date);
}

/* The person's events of the book and the new ones in the order of their days, the book's first on
 * the same day. Both lists keep what is in them. */
static GPtrArray *
merge_events (const GPtrArray *known,
              const GPtrArray *events,
              gint64           party_id)
{
  g_autoptr (GList) list = NULL;
  GPtrArray *merged = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    if (sheaf_membership_event_counts (g_ptr_array_index (known, i)))
      list = g_list_prepend (list, g_ptr_array_index (known, i));
  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (event->party_id == party_id && !sheaf_date_is_none (event->date))
        list = g_list_prepend (list, (gpointer) event);
    }
  list = g_list_sort (g_list_reverse (list), compare_days);
  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (merged, l->data);
  return merged;
}

/* Whether one of the first events of the list names the same heir. */
static gboolean
is_named_before (const GPtrArray            *events,
                 guint                       before,
                 const SheafMembershipEvent *heir)
{
  for (guint i = 0; heir->event == SHEAF_MEMBERSHIP_HEIR && i < before; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (event->event == SHEAF_MEMBERSHIP_HEIR && g_strcmp0 (event->value, heir->value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The reason for a problem with an event that is in the book already lies in the new ones. */
static void
report (const Check                *check,
        const SheafMembershipEvent *event,
        const SheafMembershipEvent *first_new,
        const char                 *why)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (event->id == 0)
    {
      add_error (check, event, event->event == SHEAF_MEMBERSHIP_KIND ? "value" : "event", why);
      return;
    }
  day = sheaf_date_to_text (event->date);
  text = g_strdup_printf (_ ("with this the event “%s” of %s no longer holds (%s)"),
                          sheaf_membership_kind_to_word (event->event), day, why);
  add_error (check, first_new, "event", text);
}

/* Walks one person's events, old and new. */
static gboolean
check_person (const Check                *check,
              const SheafMembershipEvent *first_new,
              GError                    **error)
{
  g_autoptr (GPtrArray) known = sheaf_membership_list (check->book, first_new->party_id, error);
  g_autoptr (GPtrArray) merged = NULL;
  SheafMemberState state = sheaf_timeline_start ();

  if (known == NULL)
    return FALSE;
  merged = merge_events (known, check->events, first_new->party_id);
  for (guint i = 0; i < merged->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (merged, i);
      g_autofree char            *why = sheaf_timeline_apply (&state, event);

      if (why != NULL)
        report (check, event, first_new, why);
      else if (event->id == 0 && is_named_before (merged, i, event))
        report (check, event, first_new, _ ("this heir is named already: leave the row out"));
    }
  return TRUE;
}

static void
check_fields (const Check                *check,
              const SheafMembershipEvent *event)
{
  if (event->party_id == 0)
    add_error (check, event, "member", _ ("no member is named: give the code of one"));
  else if (sheaf_party_survivor (check->book, event->party_id) != event->party_id)
    add_error (check, event, "member",
               _ ("who is named here was merged into another party: name that one"));
  if (sheaf_date_is_none (event->date))
    add_error (check, event, "date", _ ("the day is missing: give one as YYYY-MM-DD"));
  else if (sheaf_date_cmp (event->date, sheaf_book_today (check->book)) > 0)
    sheaf_problems_add (check->problems, SHEAF_PROBLEM_WARNING, check->file, event->line, "date",
                        _ ("the day lies after today: check it"));
  if (event->reason != NULL && (event->event != SHEAF_MEMBERSHIP_LEAVE ||
                                !g_strv_contains (sheaf_leaving_words, event->reason)))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) sheaf_leaving_words);
      g_autofree char *text =
          event->event == SHEAF_MEMBERSHIP_LEAVE
              ? g_strdup_printf (_ ("“%s” is no reason for leaving, take one of %s"),
                                 event->reason, words)
              : g_strdup (_ ("only leaving has a reason: leave this empty"));

      add_error (check, event, "reason", text);
    }
  if (!sheaf_date_is_none (event->until) && event->event != SHEAF_MEMBERSHIP_AGREEMENT_SIGNED)
    add_error (check, event, "until",
               _ ("only an agreement that is signed has a last day: leave this empty"));
  if (event->event == SHEAF_MEMBERSHIP_HEIR && event->value != NULL && event->party_id != 0 &&
      sheaf_party_find (check->book, event->value) == event->party_id)
    add_error (check, event, "value",
               _ ("nobody is heir of oneself: give the code of the person who inherits"));
  if (event->event == SHEAF_MEMBERSHIP_HEIR &&
      (event->value == NULL || sheaf_party_find (check->book, event->value) == 0))
    add_error (check, event, "value",
               _ ("the heir is not known: enter the person as member or party first and give the "
                  "code here"));
}

gboolean
sheaf_membership_check (SheafBook       *book,
                        const GPtrArray *events,
                        const char      *file,
                        SheafProblems   *problems,
                        GError         **error)
{
  const Check check = { book, events, file, problems };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (book != NULL && events != NULL && problems != NULL, FALSE);
  for (guint i = 0; i < events->len; i++)
    {
      SheafMembershipEvent *event = g_ptr_array_index (events, i);

      check_fields (&check, event);
      if (event->party_id != 0 && g_hash_table_add (seen, &event->party_id) &&
          !check_person (&check, event, error))
        return FALSE;
    }
  return TRUE;
}
