/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share about judging and posting events. */
#pragma once

#include "capital/event.h"
#include "capital/limit.h"
#include "ledger/voucher.h"

/* TRUE when the event gets a voucher: it moves money and does not lie before the book's first
 * day. */
gboolean sheaf_capital_event_posts (SheafBook               *book,
                                    const SheafCapitalEvent *event,
                                    gboolean                 post);

/* The voucher of an event, by the posting templates; not posted. */
SheafVoucher *sheaf_capital_event_voucher (SheafBook               *book,
                                           const SheafCapitalEvent *event,
                                           GError                 **error);

/* Where the events of one person stop holding. */
typedef struct
{
  SheafDate  day;
  SheafMoney committed; /* at the end of the day */
  SheafMoney paid;
} SheafCapitalBreak;

/* Looks for the first day at whose end paid-in is negative or above the commitment. events is of
 * one person, in the order of their days. */
gboolean sheaf_capital_find_break (const GPtrArray   *events,
                                   gint64             party_id,
                                   SheafCapitalBreak *ret_break);

/* All events, those of the book and new ones, in the order of their days. Borrowed. */
GPtrArray *sheaf_capital_merge (const GPtrArray *known,
                                const GPtrArray *events);

/* Judges new events, sound by themselves, by what debts, money and heirs say: a refund while the
 * member owes (Art. 90) or of more than is above the maximum, and income turned into capital that
 * is not owed to the member, are errors; a refund to one who is a member still, one after which the
 * money left does not cover what falls due within a year (Art. 78), and an heir who is none are
 * warnings. all holds the book's events too. What does not post is not asked about money. */
gboolean sheaf_capital_check_money (SheafBook       *book,
                                    const GPtrArray *events,
                                    const GPtrArray *all,
                                    gboolean         post,
                                    const char      *file,
                                    SheafProblems   *problems,
                                    GError         **error);

/* Judges a new event that names an entry of the books (voucher_id): the entry stands, on the
 * event's day, and books the event's amount for the member. */
gboolean sheaf_capital_check_entry (SheafBook               *book,
                                    const SheafCapitalEvent *event,
                                    const char              *file,
                                    SheafProblems           *problems,
                                    GError                 **error);

/* What is above a limit by the events up to the day. */
GPtrArray *sheaf_capital_breaches_of (SheafBook       *book,
                                      const GPtrArray *events,
                                      SheafDate        on,
                                      GError         **error);

/* Tells for each person whose paid-in by the events differs from the ledger's member-capital
 * account at the end of the day, which is the book's first day at the earliest, or in its opening
 * balances (opening). */
gboolean sheaf_capital_compare_ledger (SheafBook       *book,
                                       const GPtrArray *events,
                                       SheafDate        on,
                                       gboolean         opening,
                                       SheafProblemKind kind,
                                       const char      *file,
                                       SheafProblems   *problems,
                                       GError         **error);

/* Writes the row of an event; reverses_id and voucher_id may be 0. */
gboolean sheaf_capital_event_write (SheafBook               *book,
                                    const SheafCapitalEvent *event,
                                    gint64                   reverses_id,
                                    gint64                   voucher_id,
                                    gint64                   act_id,
                                    gint64                  *ret_id,
                                    GError                 **error);
