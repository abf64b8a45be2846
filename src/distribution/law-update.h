/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book keeps the law it was made under; a newer pack of the program is taken in by one act, for a
 * year and all later ones. */
#pragma once

#include "book/book.h"

/* The first year that a newer pack may be taken in for: the one after the last that is posted. */
gboolean sheaf_law_update_year (SheafBook *book,
                                int       *ret_year,
                                GError   **error);

/* Texts of the pack that holds for a year and of the program's, and their file; free each with
 * g_free. */
gboolean sheaf_law_update_texts (SheafBook *book,
                                 int        year,
                                 char     **ret_file,
                                 char     **ret_book,
                                 char     **ret_program,
                                 GError   **error);

/* Takes the program's pack in for the year and later ones, as one act; what held stays in the book
 * for the years before. A plan that was approved but not posted must be approved anew. Refused when
 * the year or a later one is posted, and where a stored plan cannot be read by the new pack
 * (SHEAF_DISTRIBUTION_ERROR_STATE, _PLAN). *ret_changed is FALSE and nothing is written where the
 * program's is the book's. */
gboolean sheaf_law_update (SheafBook *book,
                           int        year,
                           gboolean  *ret_changed,
                           GError   **error);

/* Takes back, as one act, what was taken in from the year on: the pack before it holds again.
 * Refused as sheaf_law_update, and where nothing begins with the year. */
gboolean sheaf_law_update_take_back (SheafBook *book,
                                     int        year,
                                     GError   **error);
