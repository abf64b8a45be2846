/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books with members, capital and trade for tests. Persons, products and accounts are named by
 * code. */
#pragma once

#include "book/verify.h"
#include "helpers/ledger.h"
#include "members/membership.h"

/* A book in memory for 2025 with the chart of Circular 71; today is 2025-12-31. Nobody is in it. */
SheafBook *test_members_new (void);

/* Enters a member under agreement; returns the party's id. */
gint64 test_member (SheafBook      *book,
                    const char     *code,
                    SheafMemberKind kind,
                    const char     *joined);

/* An event that is not entered yet; value may be NULL. */
SheafMembershipEvent *test_membership (SheafBook          *book,
                                       const char         *code,
                                       const char         *day,
                                       SheafMembershipKind event,
                                       const char         *value);

/* Enters it. */
void test_membership_insert (SheafBook          *book,
                             const char         *code,
                             const char         *day,
                             SheafMembershipKind event,
                             const char         *value);

/* A list of the records up to NULL; it frees them with free_record. */
GPtrArray *test_list (GDestroyNotify free_record,
                      ...) G_GNUC_NULL_TERMINATED;

/* TRUE when one of the findings is of the kind, names line and column (NULL: any) and holds the
 * text. */
gboolean test_has_problem (const SheafProblems *problems,
                           SheafProblemKind     kind,
                           guint                line,
                           const char          *column,
                           const char          *text);

/* How many errors the checks find; these and warnings are written to the test's log. */
guint test_run_checks (SheafBook        *book,
                       const SheafCheck *checks);
