/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on totals share. */
#pragma once

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/totals.h"

/* The pair's line, made when it is new. The pointer holds until the next call. */
SheafPairTotal *sheaf_totals_pair (SheafTotals *totals,
                                   gint64       debit_id,
                                   gint64       credit_id,
                                   SheafScope   scope);

/* While loading, lines are found by key; the arrays are made at the end. */
typedef struct
{
  SheafBook         *book;
  GHashTable        *pairs;   /* of SheafPairTotal by itself */
  GHashTable        *details; /* of SheafDetailTotal by itself */
  const SheafChart  *chart;
  const SheafMerges *merges;
} SheafTotalsLoader;

/* The line of a pair; made when it is new. */
SheafPairTotal *sheaf_totals_find_pair (SheafTotalsLoader *loader,
                                        gint64             debit_id,
                                        gint64             credit_id,
                                        SheafScope         scope);

/* Merged parties have one line together. NULL where details are not asked for, and for an account
 * that keeps no details. */
SheafDetailTotal *sheaf_totals_find_detail (SheafTotalsLoader *loader,
                                            gint64             account_id,
                                            gint64             party_id,
                                            gint64             item_id);

/* Whole months: args are the first and the last month of the period, for a statement that asks for
 * one account's details its id. */
gboolean sheaf_totals_load_pair_months (SheafTotalsLoader *loader,
                                        const SheafValue  *months,
                                        GError           **error);
gboolean sheaf_totals_load_detail_months (SheafTotalsLoader *loader,
                                          const char        *sql,
                                          const SheafValue  *args,
                                          GError           **error);

/* Empty ones, and what was loaded, sorted, so that what is made of it comes out the same each
 * time. */
SheafTotals *sheaf_totals_new (SheafDate from,
                               SheafDate to);
GHashTable  *sheaf_totals_new_pairs (void);
GHashTable  *sheaf_totals_new_details (void);
void         sheaf_totals_take (const SheafTotalsLoader *loader,
                                SheafTotals             *totals);
