/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All checks of all folders. */
#pragma once

#include "book/verify.h"

/* Runs every check and prints a line for each finding: "check: what". Counts the checks that
 * failed. FALSE only when one could not be run. */
gboolean sheaf_checks_run (SheafBook *book,
                           guint     *ret_failed,
                           GError   **error);
