/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count of every member's share of every year, pool by pool: what payments, returns and lists
 * to come are judged by. Used inside this folder. */
#pragma once

#include "payouts/standing.h"

/* Amounts by profit and pool: the shares in money, and of them what was paid and taxed once. due:
 * share - gross + returned, below 0 where too much was paid; posted: from when the share may be
 * paid, NONE while no posting stands. */
typedef struct
{
  SheafPayoutStanding standing;
  SheafMoney          shares[SHEAF_SIDES][SHEAF_POOLS];
  SheafMoney          parts[SHEAF_SIDES][SHEAF_POOLS];
  SheafMoney          due;
  SheafDate           posted;
} SheafPayoutTally;

/* All members and years, by code, then year; of SheafPayoutTally. Open is never more than the
 * ledger owes on the day, nor than it owes after everything that is posted later; where it owes
 * less than all years together, the oldest count as paid. Of a year that is posted later nothing is
 * open yet. */
GPtrArray *sheaf_payout_tally_list (SheafBook *book,
                                    SheafDate  on,
                                    GError   **error);

/* A posting stands and is none of a later day. */
gboolean sheaf_payout_tally_is_posted (const SheafPayoutTally *tally,
                                       SheafDate               on);

/* Fills in what is open, by what the ledger owes. tallies stand by code, then year. */
gboolean sheaf_payout_tally_limit (SheafBook       *book,
                                   SheafDate        on,
                                   const GPtrArray *tallies,
                                   GError         **error);

/* What was taxed once and is not with the member (below 0: untaxed money is). */
SheafMoney sheaf_payout_tally_taxed (const SheafPayoutTally *tally);

/* What of a payment of amount is taxed now: all but what was taxed before and came back. */
SheafMoney sheaf_payout_tally_fresh (const SheafPayoutTally *tally,
                                     SheafMoney              amount);

/* Splits a fresh amount over the pools that are not paid yet, in proportion, by largest remainder
 * (equal ones in the order of profits and pools); what is more than they hold is in none. */
void sheaf_payout_tally_split (const SheafPayoutTally *tally,
                               SheafMoney              fresh,
                               SheafMoney              ret_parts[SHEAF_SIDES][SHEAF_POOLS]);

void sheaf_payout_standing_clear (SheafPayoutStanding *standing);
