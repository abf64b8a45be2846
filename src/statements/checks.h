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
