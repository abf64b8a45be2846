/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a search, taken apart. */
#pragma once

#include "base/date.h"

/* One word of a search: folded, letters and digits only. */
typedef struct
{
  char  *text;
  char  *amount; /* the digits of an amount typed in groups ("1.500.000"), then text is NULL */
  char **parts;  /* the groups, NULL-terminated */
} SheafSearchWord;

typedef struct
{
  GPtrArray *words; /* of SheafSearchWord */
  SheafDate  from;  /* of the days typed: the earliest and the latest; SHEAF_DATE_NONE without */
  SheafDate  to;
} SheafSearchWords;

/* Takes apart what was typed: words at blanks and signs, without accents (đ is d), upper case and
 * lower case alike; amounts grouped by points, commas or narrow blanks as one word; days as
 * 31/12/2025 or 2025-12-31. text may be NULL. */
SheafSearchWords *sheaf_search_words_parse (const char *text);
void              sheaf_search_words_free (SheafSearchWords *words);

/* TRUE when there is neither a word nor a day. */
gboolean sheaf_search_words_is_empty (const SheafSearchWords *words);

/* TRUE when each word is the beginning of a word of the text, in any order; without words TRUE. */
gboolean sheaf_search_words_match (const SheafSearchWords *words,
                                   const char             *text);

/* The same as a question to a full-text index; NULL without words. prefixes (NULL-terminated, may
 * be NULL) are the beginnings of automatic numbers: “PT12” and “12” mean PT00012 as well. */
char *sheaf_search_words_to_match (const SheafSearchWords *words,
                                   const char *const      *prefixes);

/* When the words say nothing but a number ("PT00012", "PT 12", "12"): a question for the vouchers
 * of just that number; else NULL. */
char *sheaf_search_words_to_number (const SheafSearchWords *words,
                                    const char *const      *prefixes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSearchWords, sheaf_search_words_free)
