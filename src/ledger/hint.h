/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people who know another chart should know of this one: where the content of an account goes
 * that is not here, and which codes mean something else here. */
#pragma once

#include "book/book.h"

/* All codes that begin so go to these accounts. */
typedef struct
{
  char  *code;
  char **goes_to;
} SheafChartHint;

/* The hints of the book's chart, kept with the book; of SheafChartHint, empty when there are
 * none. */
const GPtrArray *sheaf_chart_hints (SheafBook *book);

/* The hint with the longest beginning of the code; NULL when there is none. */
const SheafChartHint *sheaf_chart_hint_find (const GPtrArray *hints,
                                             const char      *code);

/* "account 632 is not in this chart, its content goes to 611, 612". Free with g_free. */
char *sheaf_chart_hint_text (const SheafChartHint *hint,
                             const char           *code);

/* The codes that mean something else in other charts, each with what is to be known of it, in vi,
 * en or fr. code to text; kept with the book. */
GHashTable *sheaf_chart_notes (SheafBook  *book,
                               const char *language);

/* The note on a code or on the group it begins with; NULL when there is none. */
const char *sheaf_chart_note_find (GHashTable *notes,
                                   const char *code);
