/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money in words. */
#pragma once

#include "base/money.h"
#include "book/book.h"

/* A language's rules, opened once for many amounts; used by one thread at a time. */
typedef struct _SheafWords SheafWords;

/* language is vi, fr or en, currency the code of what amounts are counted in; one that data/words/
 * has no names for goes by its code. options, or NULL, names choices of that file with commas
 * between: for vi lẻ, ngàn, bốn, linh-tư, tỉ, chẵn (added after an amount of whole thousands, in a
 * currency with smaller units after one without them). Errors: SHEAF_DOCUMENTS_ERROR_DATA for a
 * language without rules or an option that is none. */
SheafWords *sheaf_words_new (const char *language,
                             const char *currency,
                             const char *options,
                             GError    **error);
void        sheaf_words_free (SheafWords *words);

/* Those of a book: its currency and, in Vietnamese, its choices (setting "word-options"). */
SheafWords *sheaf_words_of_book (SheafBook  *book,
                                 const char *language,
                                 GError    **error);

/* The amount, in smallest units of the currency, with its name in words, first letter capital: "Một
 * triệu đồng", "Twelve euros and fifty cents". Error: SHEAF_DOCUMENTS_ERROR_DATA where the rules
 * have no word for it. Free with g_free. */
char *sheaf_words_amount (SheafWords *words,
                          SheafMoney  amount,
                          GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafWords, sheaf_words_free)
