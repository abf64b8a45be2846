/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates as people type and read them: percent with up to four decimals. */
#pragma once

#include "base/rate.h"

/* "5", "7,5", "51 %"; at most 100. The error says what to type. */
gboolean sheaf_percent_text_parse (const char *text,
                                   SheafRate  *ret_rate,
                                   GError    **error);

/* Without the sign, in the program's language. Free with g_free. */
char *sheaf_percent_text_format (SheafRate rate);
