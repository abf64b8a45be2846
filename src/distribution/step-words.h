/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps and pools of a distribution in words that people read; files keep their names. */
#pragma once

#include "distribution/pool.h"

/* "Fund: Quỹ phúc lợi" for "fund:welfare", of the calculation's steps and of a posting's, in the
 * language of the program. fund is the title that a plan gives to the fund or earmark of the step,
 * or NULL: then its name. Free with g_free. */
char *sheaf_distribution_step_title (const char *step,
                                     const char *fund);

/* "By use", in the language of the program. */
const char *sheaf_pool_word (SheafPool pool);

/* "Internal: By use". Free with g_free. */
char *sheaf_pool_title (SheafSide side,
                        SheafPool pool);
