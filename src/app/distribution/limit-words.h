/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law's least and most beside a choice, in a sentence. */
#pragma once

#include "distribution/limits.h"

/* "Art. 84: at least 5 %, that is 3.000.000 ₫; chosen 7 %, that is 4.200.000 ₫", or what is wrong
 * and what to choose. NULL where there is nothing to say. Free with g_free. */
char *sheaf_limit_words (const SheafPlanLimit *limit);

/* "By use + By labour": the pools that a rule takes together. Free with g_free. */
char *sheaf_limit_words_pools (const gboolean *pools);
