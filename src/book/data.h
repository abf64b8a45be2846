/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data files (charts, forms, laws, posting templates) as the book holds them. */
#pragma once

#include "book/book.h"

/* The text of a file such as "forms/B01-HTX.csv" as taken into the book, its latest version; the
 * program's own when the book has none of that name. An error names a file that is nowhere. Free
 * with g_free. */
char *sheaf_data_load (SheafBook  *book,
                       const char *name,
                       GError    **error);

/* The version that holds on a day: one that was taken in later holds from its own day on.
 * SHEAF_DATE_NONE: the latest. */
char *sheaf_data_load_on (SheafBook  *book,
                          const char *name,
                          SheafDate   on,
                          GError    **error);

/* The same from the program alone: what a later version knows that the book does not. */
char *sheaf_data_load_installed (const char *name,
                                 GError    **error);

/* The name of a law's file: "laws/ID.ini", and "laws/ID-union.ini" for a union. Free with
 * g_free. */
char *sheaf_data_law_file (const char *id,
                           gboolean    is_union);

/* Takes the program's file into the book, inside the act under way or as one of its own. */
gboolean sheaf_data_take (SheafBook  *book,
                          const char *name,
                          GError    **error);

/* Takes the program's file in as the version that holds from a day on; what held before goes on
 * holding for the days before. */
gboolean sheaf_data_take_from (SheafBook  *book,
                               const char *name,
                               SheafDate   from,
                               GError    **error);

/* Takes back the version that holds from a day on: the one before it holds again. The version
 * itself stays in the book. */
gboolean sheaf_data_take_back (SheafBook  *book,
                               const char *name,
                               SheafDate   from,
                               GError    **error);

/* Every text of a file that the book ever had, in the order in which they came; the program's own
 * when it has none of that name. Free with g_strfreev. */
GStrv sheaf_data_texts (SheafBook  *book,
                        const char *name,
                        GError    **error);

typedef struct
{
  char     *name;
  SheafDate from; /* the first day for which it holds */
  char     *user; /* who took it in, and when (UTC) */
  char     *at;
} SheafDataVersion;

/* The versions that were taken in later and not taken back, by day and name; of
 * SheafDataVersion. */
GPtrArray *sheaf_data_versions (SheafBook *book,
                                GError   **error);
