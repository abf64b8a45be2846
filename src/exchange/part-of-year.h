/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a year in files: "year", "quarter-3", "month-11". */
#pragma once

#include "ledger/voucher-origin.h"

/* Free with g_free. */
char *sheaf_part_of_year_to_text (SheafVoucherOriginKind kind,
                                  guint                  period);

/* FALSE for a text that is none; tax knows no months. */
gboolean sheaf_part_of_year_parse (SheafVoucherOriginKind kind,
                                   const char            *text,
                                   guint                 *ret_period);
