/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list under way: who is paid, and what. Used inside this folder. */
#pragma once

#include "distribution/draft.h"
#include "ledger/chart.h"
#include "payouts/batch.h"
#include "payouts/tally.h"

/* What a line takes of the shares that are not paid yet. */
typedef struct
{
  SheafMoney amounts[SHEAF_SIDES][SHEAF_POOLS];
} SheafPayoutParts;

typedef struct
{
  SheafBook             *book;
  const SheafPayoutSpec *spec;
  SheafProblems         *problems;
  SheafLaw              *law;
  char                  *sector;     /* of the book; may be NULL */
  gint64                 posting_id; /* of the year's distribution */
  const SheafAccount    *payable;
  const SheafAccount    *money;
  const SheafAccount    *tax;     /* NULL until a tax is met */
  GHashTable            *plans;   /* year to SheafPlan */
  GHashTable            *payees;  /* party to SheafPayee */
  GHashTable            *debtors; /* party ids with a debt at all; NULL: nothing is set off */
  GPtrArray             *tallies; /* of SheafPayoutTally */
  SheafPayoutBatch      *batch;   /* the list */
  GArray                *parts;   /* of SheafPayoutParts, as the list's lines */
} SheafPayoutMaking;

void sheaf_payout_making_clear (SheafPayoutMaking *making);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafPayoutMaking, sheaf_payout_making_clear)

/* Judges the year and chooses lines by the spec into batch and parts, with taxes and set-offs. */
gboolean sheaf_payout_choose (SheafPayoutMaking *making,
                              GError           **error);

/* Fills in taxes and money of one member's lines, from first to the last: they are one payment. */
gboolean sheaf_payout_tax_lines (SheafPayoutMaking *making,
                                 guint              first,
                                 GError           **error);

/* The account that a method takes the money from. */
const SheafAccount *sheaf_payout_money_account (const SheafChart *chart,
                                                SheafPayoutMethod method,
                                                GError          **error);

/* Reads who owes the co-op anything, where debts are set off. */
gboolean sheaf_payout_find_debtors (SheafPayoutMaking *making,
                                    GError           **error);

/* Sets off what the member of the lines from first to the last owes. */
gboolean sheaf_payout_set_off_lines (SheafPayoutMaking *making,
                                     guint              first,
                                     GError           **error);

/* Writes list, lines and vouchers inside the act under way. */
gboolean sheaf_payout_write (SheafPayoutMaking *making,
                             gint64             act_id,
                             gint64            *ret_id,
                             GError           **error);

/* The law pack's words for a voucher of the year; old packs have none for set-offs and returns and
 * say what they say of payments. Free with g_free. */
char *sheaf_payout_words (const SheafLaw *law,
                          const char     *key,
                          int             year);

SheafPayoutBatch *sheaf_payout_batch_new (void);
SheafPayoutLine  *sheaf_payout_batch_add (SheafPayoutBatch *batch);
