/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All checks of all folders. */
#pragma once

#include "book/verify.h"

typedef void (*SheafCheckFound) (const SheafCheck   *check,
                                 const SheafProblem *problem,
                                 gpointer            user_data);

/* Runs every check and tells each finding, warnings too. Counts the checks that failed. FALSE only
 * when one could not be run. */
gboolean sheaf_checks_run (SheafBook      *book,
                           SheafCheckFound found,
                           gpointer        user_data,
                           guint          *ret_failed,
                           GError        **error);

/* Every check there is, in the order in which they run. */
guint             sheaf_checks_count (void);
const SheafCheck *sheaf_checks_at (guint position);

/* What a check found, nothing too. */
typedef void (*SheafCheckDone) (const SheafCheck    *check,
                                const SheafProblems *problems,
                                gpointer             user_data);

/* The same check by check. */
gboolean sheaf_checks_run_each (SheafBook     *book,
                                SheafCheckDone done,
                                gpointer       user_data,
                                guint         *ret_failed,
                                GError       **error);
