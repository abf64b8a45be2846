/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of a share's story: how it is taxed, what was kept back, set off, paid, what came back
 * and what is open. */
#pragma once

#include "distribution/explain.h"
#include "payouts/standing.h"

/* Adds section "payout" to the lines of a member: the treatment of each pool for tax on the day,
 * then what became of the money. standing is the member's of that year; NULL: nothing is posted, or
 * the member has no share. */
gboolean sheaf_payout_explain_add (SheafBook                 *book,
                                   const SheafExplainer      *explainer,
                                   const char                *code,
                                   const SheafPayoutStanding *standing,
                                   SheafDate                  on,
                                   GPtrArray                 *lines,
                                   GError                   **error);

/* A member's whole story of a year, from the co-op's result to the money, as the book knows it on
 * the day; of SheafExplainLine. Errors as sheaf_distribution_explain. */
GPtrArray *sheaf_payout_explain (SheafBook     *book,
                                 int            year,
                                 const char    *code,
                                 SheafDate      on,
                                 SheafProblems *problems,
                                 GError       **error);

/* The standing of a member and year in a list (sheaf_payout_standing_list); NULL: none. */
const SheafPayoutStanding *sheaf_payout_standing_find (const GPtrArray *standings,
                                                       const char      *code,
                                                       int              year);
