/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's figures, read from the book. */
#pragma once

#include "book/book.h"
#include "distribution/compute.h"
#include "ledger/chart.h"

/* The ledger's accounts of each profit, as the roles profit-internal and profit-external name them.
 * Where the chart has no internal one and the law does not ask (SheafLaw.one_profit), an account
 * that no row names stands for it. */
gboolean sheaf_distribution_profit_accounts (SheafBook           *book,
                                             const SheafAccount **ret_accounts, /* of SHEAF_SIDES */
                                             GError             **error);

/* Results, income before tax and earlier profit from the ledger; weights from deliveries, supplies,
 * labour and capital. A year that is not closed is read as if it were, with the default keys of a
 * closing. */
SheafDistributionInputs *sheaf_distribution_inputs_load (SheafBook       *book,
                                                         int              year,
                                                         const SheafPlan *plan,
                                                         const SheafLaw  *law,
                                                         GError         **error);

/* The figures in a fixed text form, one a line: what an approval freezes. Free with g_free. */
char *sheaf_distribution_inputs_to_text (const SheafDistributionInputs *inputs);

/* NULL when the text is not one that the function above wrote. */
SheafDistributionInputs *sheaf_distribution_inputs_from_text (const char *text);

/* What differs between two texts: "TV003 use: 1000 was approved, now 1500", at most limit findings,
 * then their number. NULL when they are equal. Free with g_free. */
char *sheaf_distribution_inputs_difference (const char *approved,
                                            const char *now,
                                            guint       limit);
