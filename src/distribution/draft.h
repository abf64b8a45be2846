/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans as a book keeps them: drafts by year, of which the latest counts. */
#pragma once

#include "book/book.h"
#include "distribution/plan.h"

/* The law pack that the book was made under, from the book itself. */
SheafLaw *sheaf_law_of_book (SheafBook *book,
                             GError   **error);

/* Reads and judges a plan, its accounts included, and stores it as the year's draft. With errors
 * among the problems nothing is stored and FALSE is given, with error
 * SHEAF_DISTRIBUTION_ERROR_PLAN. Refused once the year's plan is posted. */
gboolean sheaf_plan_store (SheafBook     *book,
                           int            year,
                           const char    *text,
                           gssize         length,
                           const char    *file,
                           SheafProblems *problems,
                           GError       **error);

/* The year's latest draft. Error SHEAF_DISTRIBUTION_ERROR_PLAN when there is none. ret_id may be
 * NULL. */
SheafPlan *sheaf_plan_load (SheafBook      *book,
                            const SheafLaw *law,
                            int             year,
                            gint64         *ret_id,
                            GError        **error);

/* A draft by its id, as an approval names it. */
SheafPlan *sheaf_plan_load_id (SheafBook      *book,
                               const SheafLaw *law,
                               gint64          id,
                               GError        **error);

/* The id of the year's latest draft; 0 when there is none. */
gint64 sheaf_plan_find (SheafBook *book,
                        int        year);

/* What rows that belong to a year's plan carry in "plan": the year, "2025". Free with g_free. */
char *sheaf_plan_code (int year);
