/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of statements printed before this book: they fill earlier-year columns and nothing
 * else. */
#pragma once

#include "book/book.h"

typedef struct
{
  int        year;
  char      *form;
  char      *line;
  SheafMoney amount; /* as printed; in parentheses is negative */
} SheafComparative;

/* Whether it may be kept: the year lies before the book, the form has an earlier-year column, the
 * line is one of the form's. The error says what is wrong and the remedy. */
gboolean sheaf_comparative_check (SheafBook              *book,
                                  const SheafComparative *comparative,
                                  GError                **error);

/* Keeps it, inside the act under way or as one of its own; a later one of the same line counts. */
gboolean sheaf_comparative_insert (SheafBook              *book,
                                   const SheafComparative *comparative,
                                   GError                **error);

/* The amounts of one statement: line (char *) to SheafMoney *. Empty when there are none. */
GHashTable *sheaf_comparative_load (SheafBook  *book,
                                    int         year,
                                    const char *form,
                                    GError    **error);

/* All that count, by year, form, line. Of SheafComparative. */
GPtrArray *sheaf_comparative_list (SheafBook *book,
                                   GError   **error);
void       sheaf_comparative_free (SheafComparative *comparative);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafComparative, sheaf_comparative_free)
