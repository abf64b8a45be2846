/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a share as a member reads them. */
#pragma once

#include "base/money.h"
#include "base/rate.h"

/* An exact quotient for people: (whole + remainder ÷ total) × unit đồng, two decimals, cut off:
 * "1.234.567,89" in vi; where the smallest unit is no whole one, behind its decimals: "12.345,6789"
 * for 2. remainder < total < 2^110, 0 < unit. Free with g_free. */
char *sheaf_quota_format (gint64      whole,
                          SheafWeight remainder,
                          SheafWeight total,
                          gint64      unit,
                          guint       decimals,
                          const char *language);

/* What rounding adds to that quotient, as printed, to make the amount given: "+666,67", or in
 * parentheses what it takes: "(333,33)"; "–" for nothing. given differs by less than 2^50 đồng.
 * Free with g_free. */
char *sheaf_quota_rounding (gint64      whole,
                            SheafWeight remainder,
                            SheafWeight total,
                            gint64      unit,
                            SheafMoney  given,
                            guint       decimals,
                            const char *language);

/* A weight with its digits in groups of three: "1.234.567.890". Free with g_free. */
char *sheaf_quota_weight (SheafWeight weight,
                          const char *language);

/* Which part of the total a weight is, rounded half up. weight ≤ total < 2^110, 0 < total. */
SheafRate sheaf_quota_rate (SheafWeight weight,
                            SheafWeight total);

/* Which part of the total a weight is, in percent with two decimals, half up: "3,75 %";
 * "< 0,01 %" for a part that would read as none, "> 99,99 %" for one that would read as all.
 * *ret_exact tells whether nothing was rounded; it may be NULL. weight ≤ total < 2^110, 0 <
 * total. */
char *sheaf_quota_percent (SheafWeight weight,
                           SheafWeight total,
                           const char *language,
                           gboolean   *ret_exact);
