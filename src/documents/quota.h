/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a share as a member reads them. */
#pragma once

#include "base/money.h"

/* An exact quotient for people: (whole + remainder ÷ total) × unit đồng, two decimals, rounded
 * down: "1.234.567,89". remainder < total < 2^110, 0 < unit. Vietnamese signs. Free with g_free. */
char *sheaf_quota_format (gint64      whole,
                          SheafWeight remainder,
                          SheafWeight total,
                          gint64      unit);

/* What rounding adds to that quotient, as printed, to make the amount given: "+666,67", or in
 * parentheses what it takes: "(333,33)"; "–" for nothing. given differs by less than 2^50 đồng.
 * Free with g_free. */
char *sheaf_quota_rounding (gint64      whole,
                            SheafWeight remainder,
                            SheafWeight total,
                            gint64      unit,
                            SheafMoney  given);

/* A weight with its digits in groups of three: "1.234.567.890". Free with g_free. */
char *sheaf_quota_weight (SheafWeight weight);
