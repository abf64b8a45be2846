/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A distribution as tables. */
#pragma once

#include "cli/command.h"
#include "distribution/compute.h"

/* Each member's share of each pool. */
gboolean sheaf_shares_output (const SheafCommandLine  *line,
                              const SheafDistribution *distribution,
                              GError                 **error);

/* The steps of the calculation of a year, for both profits; people read funds by the titles of the
 * year's plan. */
gboolean sheaf_steps_output (const SheafCommandLine  *line,
                             SheafBook               *book,
                             int                      year,
                             const SheafDistribution *distribution,
                             GError                 **error);
