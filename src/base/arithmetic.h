/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums as people type them into an amount cell: =250*6000, =(1200+80)/3. */
#pragma once

#include "base/money.h"

/* An exact number; denominator > 0. */
typedef struct
{
  SheafWide numerator;
  SheafWide denominator;
} SheafFraction;

/* Reads a number at *at and moves *at behind it; FALSE where there is none. */
typedef gboolean (*SheafNumberReader) (const char   **at,
                                       gpointer       data,
                                       SheafFraction *ret_number);

/* Works out text: numbers, + - * / and parentheses, blanks between; "x" multiplies too. Everything
 * is exact until the end, so that =100/3*3 is 100; the result is rounded half up to a whole number.
 * reader reads the numbers (NULL: digits, perhaps with decimals behind a point). Errors
 * (SHEAF_BASE_ERROR): INVALID for what cannot be read, a division by 0 or too many digits under
 * way; RANGE for a result beyond ±SHEAF_MONEY_MAX. */
gboolean sheaf_arithmetic_evaluate (const char       *text,
                                    SheafNumberReader reader,
                                    gpointer          data,
                                    SheafMoney       *ret_result,
                                    GError          **error);

/* An amount cell as files and drafts hold it: digits only, or a sum after "=". Above 0 and at most
 * SHEAF_MONEY_MAX. */
gboolean sheaf_arithmetic_parse_amount (const char *text,
                                        SheafMoney *ret_amount,
                                        GError    **error);
