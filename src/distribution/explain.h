/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each amount of a member came about, to the last đồng. */
#pragma once

#include "distribution/approval.h"

/* The arithmetic of one share in a sentence: pool, weight, quotient, remainder and its rank. Free
 * with g_free. language is vi, en or fr and only groups figures. */
char *sheaf_share_explain (const SheafDistribution *distribution,
                           const SheafShare        *share,
                           const char              *language);

/* The lines of the whole explanation: the steps of each profit, then each share with the weight's
 * summands, then the total; of char *. Error SHEAF_DISTRIBUTION_ERROR_NO_SHARE for one who has
 * none. */
GPtrArray *sheaf_distribution_explain (SheafBook     *book,
                                       int            year,
                                       const char    *code,
                                       const char    *language,
                                       SheafProblems *problems,
                                       GError       **error);
