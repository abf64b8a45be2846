/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's standing is the sum of the events up to the day. */
#include "members/timeline.h"

#include "base/i18n.h"

SheafMemberState
sheaf_timeline_start (void)
{
  return (SheafMemberState){ .joined = SHEAF_DATE_NONE,
                             .left = SHEAF_DATE_NONE,
                             .agreement_since = SHEAF_DATE_NONE,
                             .agreement_until = SHEAF_DATE_NONE };
}

static void
end_agreement (SheafMemberState *state)
{
  state->agreement = FALSE;
  state->agreement_since = state->agreement_until = SHEAF_DATE_NONE;
}

/* An agreement made for a time counts no more after its last day. */
static gboolean
has_run_out (const SheafMemberState *state,
             SheafDate               day)
{
  return state->agreement && !sheaf_date_is_none (state->agreement_until) &&
         sheaf_date_cmp (state->agreement_until, day) < 0;
}

static char *
join (SheafMemberState           *state,
      const SheafMembershipEvent *event)
{
  SheafMemberKind kind;

  if (state->died)
    {
      g_autofree char *died = sheaf_date_to_text (state->left);

      return g_strdup_printf (_ ("the person died on %s: correct the code, or take the death back"),
                              died);
    }
  if (state->kind != SHEAF_MEMBER_NONE)
    {
      g_autofree char *since = sheaf_date_to_text (state->joined);

      return g_strdup_printf (_ ("the person has been a member since %s: enter the leaving first, "
                                 "or leave this joining "
                                 "out"),
                              since);
    }
  if (!sheaf_member_kind_from_word (event->value, &kind))
    return g_strdup_printf (_ ("“%s” is no kind of member: use official, associate-contributing or "
                               "associate-non-contributing"),
                            event->value == NULL ? "" : event->value);
  state->kind = state->last_kind = kind;
  state->joined = event->date;
  state->left = SHEAF_DATE_NONE;
  end_agreement (state);
  return NULL;
}

static char *
change_kind (SheafMemberState           *state,
             const SheafMembershipEvent *event)
{
  SheafMemberKind kind;

  if (!sheaf_member_kind_from_word (event->value, &kind))
    return g_strdup_printf (_ ("“%s” is no kind of member: use official, associate-contributing or "
                               "associate-non-contributing"),
                            event->value == NULL ? "" : event->value);
  if (kind == state->kind)
    return g_strdup_printf (_ ("the member is %s already: leave this change out"), event->value);
  state->kind = state->last_kind = kind;
  return NULL;
}

static char *
leave (SheafMemberState           *state,
       const SheafMembershipEvent *event)
{
  if (sheaf_date_cmp (event->date, state->joined) == 0)
    return g_strdup (_ ("the member joined on this very day: the day of leaving is the first day "
                        "as no member"));
  state->kind = SHEAF_MEMBER_NONE;
  state->left = event->date;
  state->died = event->event == SHEAF_MEMBERSHIP_DEATH;
  end_agreement (state);
  return NULL;
}

static char *
sign (SheafMemberState           *state,
      const SheafMembershipEvent *event)
{
  if (!sheaf_date_is_none (event->until) && sheaf_date_cmp (event->until, event->date) < 0)
    return g_strdup (_ ("the agreement ends before it is signed: correct one of the days"));
  state->agreement = TRUE;
  state->agreement_since = event->date;
  state->agreement_until = event->until;
  return NULL;
}

/* What is wrong with an event, other than joining, on a day when the person is no member. */
static char *
tell_absence (const SheafMemberState *state)
{
  g_autofree char *left = NULL;

  if (sheaf_date_is_none (state->left))
    return g_strdup (_ ("the person had not joined by this day: enter the joining first"));
  left = sheaf_date_to_text (state->left);
  return g_strdup_printf (
      _ ("the person has been no member since %s: correct the day, or enter a new joining first"),
      left);
}

char *
sheaf_timeline_apply (SheafMemberState           *state,
                      const SheafMembershipEvent *event)
{
  if (has_run_out (state, event->date))
    end_agreement (state);
  if (event->event == SHEAF_MEMBERSHIP_JOIN)
    return join (state, event);
  if (event->event == SHEAF_MEMBERSHIP_HEIR)
    return state->died
               ? NULL
               : g_strdup (_ ("an heir is named for a member who died: enter the death first"));
  if (state->kind == SHEAF_MEMBER_NONE)
    return tell_absence (state);
  switch (event->event)
    {
    case SHEAF_MEMBERSHIP_KIND:
      return change_kind (state, event);
    case SHEAF_MEMBERSHIP_AGREEMENT_SIGNED:
      return sign (state, event);
    case SHEAF_MEMBERSHIP_AGREEMENT_ENDED:
      if (!state->agreement)
        return g_strdup (_ ("no agreement is in force on this day: enter its signing first"));
      end_agreement (state);
      return NULL;
    case SHEAF_MEMBERSHIP_LEAVE:
    case SHEAF_MEMBERSHIP_DEATH:
      return leave (state, event);
    default:
      return g_strdup (_ ("this is no event of the register: use join, kind, agreement-signed, "
                          "agreement-ended, leave, death or heir"));
    }
}

/* From the day on the state holds; what held on this very day before is replaced. */
static void
add_span (GArray                 *spans,
          SheafDate               from,
          const SheafMemberState *state)
{
  const SheafMemberSpan span = { .from = from, .to = SHEAF_DATE_NONE, .state = *state };
  SheafMemberSpan      *last = spans->len == 0
                                   ? NULL
                                   : &g_array_index (spans, SheafMemberSpan, spans->len - 1);

  if (last != NULL && sheaf_date_cmp (last->from, from) == 0)
    {
      last->state = *state;
      return;
    }
  if (last != NULL)
    last->to = from;
  g_array_append_val (spans, span);
}

/* The stretch after an agreement that ran out before the day. */
static void
add_run_out (GArray           *spans,
             SheafMemberState *state,
             SheafDate         day)
{
  SheafDate after;

  if (!has_run_out (state, day))
    return;
  after = sheaf_date_add_days (state->agreement_until, 1);
  end_agreement (state);
  add_span (spans, after, state);
}

GArray *
sheaf_timeline_spans (const GPtrArray *events)
{
  GArray          *spans = g_array_new (FALSE, FALSE, sizeof (SheafMemberSpan));
  SheafMemberState state = sheaf_timeline_start ();

  for (guint i = 0; i < events->len; i++)
    {
      const SheafMembershipEvent *event = g_ptr_array_index (events, i);

      if (!sheaf_membership_event_counts (event))
        continue;
      add_run_out (spans, &state, event->date);
      /* What is in the book was judged before; verify tells of anything else. */
      g_free (sheaf_timeline_apply (&state, event));
      add_span (spans, event->date, &state);
    }
  add_run_out (spans, &state, SHEAF_DATE_LAST);
  return spans;
}
