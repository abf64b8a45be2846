/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentages as people read them, the same on pages and papers. */
#pragma once

#include "base/rate.h"

/* A rate in percent with up to four decimals, none that is 0 at the end: "7,5 %" in vi and fr,
 * "7.5%" in en. The space does not break. Free with g_free. */
char *sheaf_percent_format (SheafRate   rate,
                            const char *language);

/* A figure with the sign behind it, as the language writes it. Free with g_free. */
char *sheaf_percent_sign (const char *figure,
                          const char *language);
