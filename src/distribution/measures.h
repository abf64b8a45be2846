/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of a law pack are measured by, read from the book. */
#pragma once

#include "distribution/year-figures.h"

/* Adds the measures that the pack's rules ask for, as compute.h names them.
 * SHEAF_DISTRIBUTION_ERROR_PLAN where a published rate is known neither to the pack nor to the
 * plan. */
gboolean sheaf_distribution_take_measures (SheafYearFigures        *figures,
                                           const SheafPlan         *plan,
                                           const SheafLaw          *law,
                                           SheafDistributionInputs *inputs,
                                           GError                 **error);

/* The account that takes a reserve: the plan's, or the one of the law's role. */
const SheafAccount *sheaf_distribution_reserve_account (const SheafChart       *chart,
                                                        const SheafLaw         *law,
                                                        const SheafPlanReserve *reserve,
                                                        GError                **error);
