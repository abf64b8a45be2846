/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words around forms and books: key files whose group "text" has keys ending in _vi, _en, _fr. */
#pragma once

#include "base/date.h"
#include "base/money.h"

#include <glib.h>

/* Reads such a text; lists are parted by |. The error names the file. Free with
 * g_key_file_unref. */
GKeyFile *sheaf_words_parse (const char *text,
                             const char *file,
                             GError    **error);

/* The text of a key in vi, en or fr; Vietnamese where the language has none; NULL when there is
 * none at all. Free with g_free. */
char *sheaf_words_text (GKeyFile   *words,
                        const char *key,
                        const char *language);

/* A list; where the language has none the Vietnamese one, then the one of the bare key; never NULL.
 * Free with g_strfreev. */
char **sheaf_words_list (GKeyFile   *words,
                         const char *key,
                         const char *language);

/* The text with {day}, {month} of the last day, {year}, {from} and {to} filled in; NULL gives NULL.
 * Free with g_free. */
char *sheaf_words_fill (const char *text,
                        SheafDate   from,
                        SheafDate   to,
                        const char *language);

/* An amount or a day within a sentence for people: grouped, negative in parentheses; as the
 * language in use writes it (base/language.h), so that warnings fit the paper they stand on. Free
 * with g_free. */
char *sheaf_words_figure (SheafMoney amount);
char *sheaf_words_date (SheafDate day);
