/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans as a book keeps them: drafts by year, of which the latest counts. */
#pragma once

#include "book/book.h"
#include "distribution/law-book.h"
#include "distribution/plan.h"

/* Judges a plan by the book, as storing does before it stores: accounts, products, what taxes ask
 * for. Everything that is wrong is added to problems; FALSE only when the book cannot be read. */
gboolean sheaf_plan_check_book (SheafBook       *book,
                                int              year,
                                const SheafPlan *plan,
                                const SheafLaw  *law,
                                SheafProblems   *problems,
                                GError         **error);

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

/* The plan itself among the versions of a year. */
#define SHEAF_PLAN_ITSELF "-"

/* The same as a version beside the year's plan: name is a code ("B"); NULL or SHEAF_PLAN_ITSELF:
 * the plan itself. Storing a version changes nothing of what is approved. */
gboolean sheaf_plan_store_version (SheafBook     *book,
                                   int            year,
                                   const char    *name,
                                   const char    *text,
                                   gssize         length,
                                   const char    *file,
                                   SheafProblems *problems,
                                   GError       **error);

/* The names of the year's versions, SHEAF_PLAN_ITSELF first; of char *. */
GPtrArray *sheaf_plan_version_list (SheafBook *book,
                                    int        year,
                                    GError   **error);

/* The latest draft of a version; NULL: of the one that counts (see sheaf_plan_find). */
SheafPlan *sheaf_plan_load_version (SheafBook      *book,
                                    const SheafLaw *law,
                                    int             year,
                                    const char     *name,
                                    gint64         *ret_id,
                                    GError        **error);

/* The name under which the plan that counts is kept: that of the version approved last; NULL: it is
 * the plan itself. Free with g_free. */
gboolean sheaf_plan_counting_version (SheafBook *book,
                                      int        year,
                                      char     **ret_name,
                                      GError   **error);

/* Forgets a version, which stays in the book's history. Refused (SHEAF_DISTRIBUTION_ERROR_PLAN) for
 * the plan itself, for the one that counts, and where there is none of the name. */
gboolean sheaf_plan_forget_version (SheafBook  *book,
                                    int         year,
                                    const char *name,
                                    GError    **error);

/* What differs between two plans as stored: "internal use: 0.4 was approved, now 0.5"; NULL when
 * nothing does. Free with g_free. */
char *sheaf_plan_difference (SheafBook *book,
                             gint64     approved_id,
                             gint64     now_id);

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

/* The id of the latest draft that counts for the year: of the version approved last, before an
 * approval of the plan itself; 0 when there is none. */
gint64 sheaf_plan_find (SheafBook *book,
                        int        year);

/* What rows that belong to a year's plan carry in "plan": the year, "2025". Free with g_free. */
char *sheaf_plan_code (int year);
