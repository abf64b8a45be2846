/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data files (charts, forms, laws, posting templates) as the book holds them. */
#pragma once

#include "book/book.h"

/* The text of a file such as "forms/B01-HTX.csv" as taken into the book; the program's own when the
 * book has none of that name. An error names a file that is nowhere. Free with g_free. */
char *sheaf_data_load (SheafBook  *book,
                       const char *name,
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
