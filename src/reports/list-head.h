/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head and columns of a list, from the words in data/lists. */
#pragma once

#include "reports/reports.h"

typedef struct
{
  const char   *key;
  SheafCellKind kind;
  guint         weight;
} SheafListColumn;

/* Loads data/lists/CODE.ini and makes the head: days from and to, columns with the headings of
 * "columns", under those of "groups" and over those of "marks" where there are such lists (an empty
 * place: none). The error names a list of another length. ret_words may be NULL. */
SheafReportHead *sheaf_list_head (SheafBook             *book,
                                  const char            *code,
                                  const char            *language,
                                  SheafDate              from,
                                  SheafDate              to,
                                  const SheafListColumn *columns,
                                  guint                  n_columns,
                                  GKeyFile             **ret_words,
                                  GError               **error);

/* What a key says in the language, "" where it says nothing. Free with g_free. */
char *sheaf_list_word (GKeyFile   *words,
                       const char *key,
                       const char *language);

/* The same with a sign in it ("{name}"; NULL: none) replaced by a value; NULL is "". Free with
 * g_free. */
char *sheaf_list_fill (GKeyFile   *words,
                       const char *language,
                       const char *key,
                       const char *sign,
                       const char *value);

/* The id of an account, party or item that a question names by its code; NULL gives 0. An error
 * names a code that is not there. */
gboolean sheaf_list_account (SheafBook  *book,
                             const char *code,
                             gint64     *ret_id,
                             GError    **error);
gboolean sheaf_list_party (SheafBook  *book,
                           const char *code,
                           gint64     *ret_id,
                           GError    **error);
gboolean sheaf_list_item (SheafBook  *book,
                          const char *code,
                          gint64     *ret_id,
                          GError    **error);

/* The last day that a question speaks of: to, else the end of its year, else the day on which it is
 * asked. */
SheafDate sheaf_list_day (const SheafReportQuestion *question);
