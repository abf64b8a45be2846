/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of members over time: a list of events; the register of a day is their sum. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "members/types.h"

typedef struct
{
  gint64              id; /* 0 until entered */
  gint64              party_id;
  SheafDate           date;
  SheafMembershipKind event;
  char               *value;       /* see SheafMembershipKind; else NULL */
  char               *document;    /* resolution or contract; may be NULL */
  char               *reason;      /* of leaving: a word of sheaf_leaving_words; may be NULL */
  SheafDate           until;       /* of an agreement signed: its last day, if it has one */
  gboolean            first;       /* read back: part of the short form in SheafMember */
  gint64              reverses_id; /* read back: the event that this one takes back; 0: none */
  gint64              reversed_by; /* read back: what took it back; 0: it stands */
  guint               line;
} SheafMembershipEvent;

SheafMembershipEvent *sheaf_membership_event_new (void);
void                  sheaf_membership_event_free (SheafMembershipEvent *event);

/* Judges new events together with those there: each member's events must make sense in the order of
 * their days (no event before joining or after leaving, no joining twice). A party that is no
 * member yet may join. events is of SheafMembershipEvent. */
gboolean sheaf_membership_check (SheafBook       *book,
                                 const GPtrArray *events,
                                 const char      *file,
                                 SheafProblems   *problems,
                                 GError         **error);

/* Enters events as one act and tells the ledger who is internal from when. The first problem is the
 * error. */
gboolean sheaf_membership_insert (SheafBook       *book,
                                  const GPtrArray *events,
                                  GError         **error);

/* FALSE for an event that was taken back and for the one that did so: neither ever counts. */
gboolean sheaf_membership_event_counts (const SheafMembershipEvent *event);

/* Takes an event back that should not have been entered. reason is one sentence. Refused when it
 * was taken back before, and when later events of the person do not hold without it. Nothing is
 * known here of capital and trade: sheaf_membership_take_back (statements) looks at these too. */
gboolean sheaf_membership_reverse (SheafBook  *book,
                                   gint64      id,
                                   const char *reason,
                                   GError    **error);

/* The events of a member (0: of everyone) by day, then as entered, those taken back with them; of
 * SheafMembershipEvent. */
GPtrArray *sheaf_membership_list (SheafBook *book,
                                  gint64     party_id,
                                  GError   **error);

/* How a person stands on a day. */
typedef struct
{
  SheafMemberKind kind;            /* SHEAF_MEMBER_NONE: no member on the day */
  SheafMemberKind last_kind;       /* as before leaving for one who has left */
  SheafDate       joined;          /* the latest up to the day; SHEAF_DATE_NONE: not joined */
  SheafDate       left;            /* SHEAF_DATE_NONE: not left by the day */
  gboolean        died;            /* that is how the membership ended */
  gboolean        agreement;       /* signed, not ended and not run out */
  SheafDate       agreement_since; /* SHEAF_DATE_NONE without one */
  SheafDate       agreement_until; /* its last day; SHEAF_DATE_NONE: until it is ended */
} SheafMemberState;

gboolean sheaf_member_on (SheafBook        *book,
                          gint64            party_id,
                          SheafDate         day,
                          SheafMemberState *ret_state,
                          GError          **error);

/* Whom a rule of the law means. */
typedef struct
{
  gboolean official;
  gboolean contributing;
  gboolean non_contributing;
  gboolean agreement; /* only with a written agreement in force */
} SheafMemberRight;

gboolean sheaf_member_state_has_right (const SheafMemberState *state,
                                       const SheafMemberRight *right);

/* Transactions with the person are internal: an official member under agreement (Law 17/2023
 * Art. 4). */
gboolean sheaf_member_state_is_internal (const SheafMemberState *state);

/* A stretch of days on which a person stood the same; the last one has no end. */
typedef struct
{
  SheafDate        from;
  SheafDate        to; /* first day after; SHEAF_DATE_NONE: open */
  SheafMemberState state;
} SheafMemberSpan;

/* The stretches of a person from the first joining on, in order; none for one who never was a
 * member. Of SheafMemberSpan. For judging many days of one person. */
GArray *sheaf_member_spans (SheafBook *book,
                            gint64     party_id,
                            GError   **error);

/* Everyone's stretches by one read: gint64 party id to GArray of SheafMemberSpan. Free with
 * g_hash_table_unref. */
GHashTable *sheaf_member_spans_all (SheafBook *book,
                                    GError   **error);

/* How the person stood on a day, by the stretches (NULL: no member ever). */
SheafMemberState sheaf_member_spans_on (const GArray *spans,
                                        SheafDate     day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMembershipEvent, sheaf_membership_event_free)
