/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money in words. */
#pragma once

#include "base/money.h"

/* The amount with its currency in words, first letter capital: "Một triệu đồng". language is vi, fr
 * or en: the rules are in data/words/. options, or NULL, names choices of that file with commas
 * between: for vi lẻ, ngàn, bốn, linh-tư, tỉ, chẵn (added after an amount of whole thousands).
 * Errors: SHEAF_DOCUMENTS_ERROR_DATA for a language without rules or an option that is none. Free
 * with g_free. */
char *sheaf_words_amount (SheafMoney  amount,
                          const char *language,
                          const char *options,
                          GError    **error);
