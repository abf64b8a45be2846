/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms as the book holds them, so that a paper of last year is made by last year's form. */
#pragma once

#include "book/book.h"
#include "statements/form.h"

/* The form of this code as it holds for a year (0: the latest); an error lists the forms there
 * are. */
SheafForm *sheaf_form_load (SheafBook  *book,
                            const char *code,
                            int         year,
                            GError    **error);

/* The day by which the versions of a year's forms are found: its first; SHEAF_DATE_NONE for year
 * 0. */
SheafDate sheaf_form_day (SheafBook *book,
                          int        year);

/* The codes of the forms of the book's chart, as data/forms/CHART.txt lists them. Free with
 * g_strfreev. */
char **sheaf_form_codes (SheafBook *book,
                         GError   **error);

/* The code of the form whose words say which of its lines an overview shows (group "overview"); the
 * form may be of the chart's own, for overviews only. Free with g_free. */
char *sheaf_form_overview (SheafBook *book,
                           GError   **error);
