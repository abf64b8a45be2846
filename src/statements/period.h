/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of a stretch of a year as if every year up to it had been closed. */
#pragma once

#include "ledger/totals.h"

/* From the first day of the year to the day. The closing of each open year before lies before, the
 * closing of this one in the period, unless they are posted within those days. */
SheafTotals *sheaf_period_totals (SheafBook *book,
                                  int        year,
                                  SheafDate  to,
                                  GError   **error);

/* The same, and the closing rows of that year: those posted, or, where the closing was only
 * computed, those that are in no voucher. Every voucher may be empty of rows. */
SheafTotals *sheaf_period_load (SheafBook     *book,
                                int            year,
                                SheafDate      to,
                                SheafVoucher **ret_closing,
                                gboolean      *ret_posted,
                                GError       **error);

/* The same with kept sums of sides instead of details, see sheaf_totals_load_sides(). */
SheafTotals *sheaf_period_totals_sides (SheafBook    *book,
                                        int           year,
                                        SheafDate     to,
                                        const GArray *detailed,
                                        GError      **error);
