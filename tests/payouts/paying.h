/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to pay the members of a co-op's book, for tests. */
#pragma once

#include "payouts/batch.h"
#include "payouts/error.h"
#include "payouts/standing.h"

/* The book of distribution/coop.c with its shares posted on 2026-03-31, and so much of the cash in
 * the bank from 2026-04-01 on. */
SheafBook *paying_coop (gint64 in_bank);

/* Shares 2026 as well, by the same plan, posted on 2027-03-31: internal 600,000, external
 * 1,000,000. A alone delivers; nobody works. */
void paying_share_2026 (SheafBook *book);

/* All that is open of 2025, by the plan's minimum, on a day of 2026. */
SheafPayoutSpec paying_spec (SheafPayoutMethod method,
                             int               month,
                             int               day);

/* Makes the list; each warning is shown and they are counted (ret_warnings may be NULL). */
SheafPayoutBatch *paying_list (SheafBook             *book,
                               const SheafPayoutSpec *spec,
                               guint                 *ret_warnings);

/* Expects the list to be refused with the code. */
void paying_refused (SheafBook             *book,
                     const SheafPayoutSpec *spec,
                     SheafPayoutsError      code);

/* The member's line of the year on the list; fails the test where there is none. */
const SheafPayoutLine *paying_line (const SheafPayoutBatch *batch,
                                    const char             *member,
                                    int                     year);

/* How the member's share of the year stands at the end of 2027; the list owns it. */
const SheafPayoutStanding *paying_standing (const GPtrArray *list,
                                            const char      *member,
                                            int              year);
GPtrArray                 *paying_standings (SheafBook *book);

/* What of the member's share of the year is open, after all that is in the book. */
gint64 paying_open (SheafBook  *book,
                    const char *member,
                    int         year);

/* The member is given the amount out of the cash box and owes it on the account; below 0: pays it
 * back. */
void paying_lend (SheafBook  *book,
                  const char *member,
                  const char *account,
                  gint64      amount,
                  SheafDate   date);

/* The checks of payouts, distribution and ledger; gives the number of findings, each shown. */
guint paying_verify (SheafBook *book);
