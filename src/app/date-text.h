/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people type them: 31/12/2025, 3/4, 5, +1, t. */
#pragma once

#include "base/date.h"

/* Reads what a person typed. Missing month and year come from context; "+1" and "-1" count from
 * context; "t" or "h" is today. Also 2025-12-31, 31.12.25, 311225 and 31122025. The error says what
 * to type. */
gboolean sheaf_date_text_parse (const char *text,
                                SheafDate   context,
                                SheafDate   today,
                                SheafDate  *ret_date,
                                GError    **error);
