/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book keeps the forms it was made with; the program's newer ones are taken in by one act, for a
 * year and all later ones, so that no statement of a year before changes. */
#pragma once

#include "book/book.h"
#include "statements/form-difference.h"

/* The first year for which newer forms may be taken in: neither closed nor locked to its end, as
 * its statements may have gone out. */
gboolean sheaf_form_update_year (SheafBook *book,
                                 int       *ret_year,
                                 GError   **error);

/* Where the program's forms and closing steps differ from those that hold for a year in the book;
 * of SheafFormDifference, empty when none does. */
GPtrArray *sheaf_form_differences (SheafBook *book,
                                   int        year,
                                   GError   **error);

/* Takes the program's into the book for the year and later ones, as one act; the versions that were
 * there stay in the book and hold for the years before. FALSE when the year is closed or locked, or
 * the chart of the book has no account that a new rule names (SHEAF_STATEMENTS_ERROR_PERIOD,
 * _FORM). ret_files: how many; 0: none differs and nothing was written. */
gboolean sheaf_form_update (SheafBook *book,
                            int        year,
                            guint     *ret_files,
                            GError   **error);

/* Takes back, as one act, what was taken in for the year and later ones: what held before holds
 * again. Refused as sheaf_form_update, and where nothing begins with the year. */
gboolean sheaf_form_update_take_back (SheafBook *book,
                                      int        year,
                                      GError   **error);
