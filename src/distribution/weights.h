/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What weighs in each pool: use, pay, capital, heads. */
#pragma once

#include "distribution/year-figures.h"

/* Fills the weights of a year. Use: amounts of deliveries and supplies times the plan's weight;
 * labour: pay; capital: money × days or the balance of the last day; equal: 1. Only rows and days
 * that the law counts (see trade/use.h, labour/labour.h, capital/balance.h). */
gboolean sheaf_distribution_weigh (SheafYearFigures        *figures,
                                   const SheafPlan         *plan,
                                   const SheafLaw          *law,
                                   SheafDistributionInputs *inputs,
                                   GError                 **error);

/* Whom the law lets share in a pool. */
SheafMemberRight sheaf_distribution_right (const SheafLaw *law,
                                           SheafPool       pool);

/* The last day of capital that counts: of the year, or of the year before (§ 19 GenG). */
SheafDate sheaf_distribution_capital_day (SheafBook       *book,
                                          int              year,
                                          const SheafPlan *plan);
