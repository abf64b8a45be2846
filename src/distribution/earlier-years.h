/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What years leave undistributed is shared once, and not without what the law sets aside of it. */
#pragma once

#include "distribution/compute.h"
#include "ledger/chart.h"

/* What the distributions of years before took from a profit account on days after the end of year:
 * by then it belongs to nobody else, though the account still held it on the last day. Not below 0
 * but where they gave back more than they took. */
gboolean sheaf_earlier_years_took (SheafBook          *book,
                                   int                 year,
                                   const SheafAccount *profit,
                                   SheafMoney         *ret_taken,
                                   GError            **error);

/* Refuses to share the year's profit where the posted distribution of a later year has shared it,
 * or met a loss with it. Errors: SHEAF_DISTRIBUTION_ERROR_STATE. */
gboolean sheaf_earlier_years_check_unused (SheafBook *book,
                                           int        year,
                                           GError   **error);

/* Refuses a result that shares profit of closed years of this book that were never posted, as long
 * as common fund and reserves lack what the law asks for of those years (Law 17/2023/QH15 Art. 84);
 * what vouchers gave them by hand counts. Errors: SHEAF_DISTRIBUTION_ERROR_REFUSED. */
gboolean sheaf_earlier_years_check_floors (SheafBook               *book,
                                           int                      year,
                                           const SheafPlan         *plan,
                                           const SheafLaw          *law,
                                           const SheafDistribution *result,
                                           GError                 **error);
