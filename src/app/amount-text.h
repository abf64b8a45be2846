/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts as people type them: grouped digits, 1,5tr, 2ty, =250*6000. */
#pragma once

#include "base/money.h"

/* Reads what a person typed, in whole đồng, half up. Groups of three may be parted by point, comma
 * or blank; k, tr and ty stand for thousand, million and thousand million; after "=" the four
 * operations and parentheses. language decides whether 1.250tr means a decimal or a group. Amounts
 * are positive and at most SHEAF_MONEY_MAX; anything else is an error that says what to type. */
gboolean sheaf_amount_text_parse (const char *text,
                                  const char *language,
                                  SheafMoney *ret_amount,
                                  GError    **error);
