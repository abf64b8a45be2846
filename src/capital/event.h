/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members promise, pay in, take out and pass on: a list of events. */
#pragma once

#include "base/problem.h"
#include "base/quantity.h"
#include "book/book.h"

/* As stored; numbers are only ever appended to. Commit and reduce move the commitment; pay,
 * pay-in-kind and capitalise the paid-in; transfer and refund both alike. */
typedef enum
{
  SHEAF_CAPITAL_COMMIT = 1,
  SHEAF_CAPITAL_REDUCE = 2,
  SHEAF_CAPITAL_PAY = 3,
  SHEAF_CAPITAL_PAY_IN_KIND = 4,
  SHEAF_CAPITAL_TRANSFER_OUT = 5,
  SHEAF_CAPITAL_REFUND = 6,
  SHEAF_CAPITAL_CAPITALISE = 7, /* income declared to the member becomes paid-in capital */
} SheafCapitalKind;

typedef enum
{
  SHEAF_CAPITAL_CASH = 0,
  SHEAF_CAPITAL_BANK = 1,
} SheafCapitalForm;

typedef struct
{
  gint64           id; /* 0 until entered */
  gint64           party_id;
  SheafDate        date;
  SheafCapitalKind event;
  SheafMoney       amount;
  gint64           to_party_id; /* of a transfer; else 0 */
  SheafCapitalForm form;        /* of payments and refunds in money */
  gint64           account_id;  /* of what is paid in kind, or of a refund in place of money (see
                                   settle.h); else 0 */
  char         *description;    /* may be NULL; likewise what follows */
  char         *cause;          /* a word of sheaf_capital_causes */
  char         *document;       /* handover record, resolution, contract */
  char         *asset;          /* in kind: what it is */
  SheafQuantity quantity;       /* of it; 0: not said */
  char         *unit;
  SheafDate     until;          /* of a right of use: its last day (Art. 76.2b); else NONE */
  SheafMoney    price;          /* what the receiver of a transfer paid for it; 0: not said */
  gint64        voucher_id;     /* read back: its entry; 0: not posted */
  char         *voucher_number; /* likewise; NULL: not posted */
  SheafDate     voucher_date;
  gint64        reverses_id; /* read back: the event that this one takes back; 0: none */
  gint64        reversed_by; /* read back: what took it back; -1: its voucher was reversed */
  guint         line;
} SheafCapitalEvent;

const char *sheaf_capital_kind_to_word (SheafCapitalKind kind);
gboolean    sheaf_capital_kind_from_word (const char       *word,
                                          SheafCapitalKind *ret_kind);

/* Why capital moves: "sale", "gift", "inheritance" of a transfer, "leaving", "limit" (above the
 * maximum, Art. 90) of a refund, "deadline" (not paid in time, Art. 74.7) of a reduction,
 * "meeting", "other"; up to NULL. */
extern const char *const sheaf_capital_causes[];
/* For people, in their language; the word itself when it is none of them. */
const char *sheaf_capital_cause_title (const char *word);

SheafCapitalEvent *sheaf_capital_event_new (void);
void               sheaf_capital_event_free (SheafCapitalEvent *event);

/* Judges new events together with those there. Errors: paid-in above the commitment, refund or
 * transfer above paid-in on any day, an event on a day when the person is no member (but what is
 * refunded or passed on after leaving, Law 17/2023 Art. 90), a refund while the member owes the
 * co-op and the act does not set it off, or of more than is above the maximum (cause "limit"), a
 * set-off of what is not owed, income made capital that is not owed to the member, a day in a
 * locked period, what the ledger refuses. Warnings: a refund to one who is a member still, or after
 * which debts due within a year pass the money left (Art. 78), an heir who is not named so, a limit
 * of Art. 74 that is passed after all of them, openings of 4111 that differ from the events before
 * the book's first day. events is of SheafCapitalEvent. */
gboolean sheaf_capital_check (SheafBook       *book,
                              const GPtrArray *events,
                              gboolean         post,
                              const char      *file,
                              SheafProblems   *problems,
                              GError         **error);

/* Enters events as one act, each with its voucher unless post is FALSE, it moves no money
 * (commit, reduce) or lies before the book's first day. The first problem is the error. */
gboolean sheaf_capital_post (SheafBook       *book,
                             const GPtrArray *events,
                             gboolean         post,
                             GError         **error);

/* The same, with what the judging found in problems: warnings of what was entered, or why nothing
 * was. */
gboolean sheaf_capital_enter (SheafBook       *book,
                              const GPtrArray *events,
                              gboolean         post,
                              SheafProblems   *problems,
                              GError         **error);

/* Takes an event back as if it had never been; its voucher is reversed on the day. Refused where
 * the later events do not hold without it, the day lies before its own, no reason is given, and
 * where it has no voucher and lies in a locked period. */
gboolean sheaf_capital_reverse (SheafBook  *book,
                                gint64      id,
                                SheafDate   date,
                                const char *reason,
                                GError    **error);

/* Takes back, within an act, whatever of the events that an earlier act entered still counts: their
 * vouchers are reversed on the day. For acts that enter events beside other things, such as a
 * distribution. Refused where later events of a person do not hold without them. */
gboolean sheaf_capital_reverse_act (SheafBook  *book,
                                    gint64      act_id,
                                    SheafDate   date,
                                    const char *reason,
                                    GError    **error);

/* The events of a member (0: of everyone) by day, then as entered, reversals included; a transfer
 * is listed with the one who gives and the one who receives. Of SheafCapitalEvent. */
GPtrArray *sheaf_capital_list (SheafBook *book,
                               gint64     party_id,
                               GError   **error);

/* Everyone's events that count up to the end of a day, in no order: only member, receiver, day,
 * kind and amount. For balances of a day, in half the time of the list. Of SheafCapitalEvent. */
GPtrArray *sheaf_capital_list_until (SheafBook *book,
                                     SheafDate  on,
                                     GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalEvent, sheaf_capital_event_free)
