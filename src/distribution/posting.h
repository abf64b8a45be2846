/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes an approved distribution into the ledger. */
#pragma once

#include "distribution/approval.h"

/* Posts the year's approval as one voucher in the distribution layer, every row with the plan's
 * code: a loss met by the other profit, earmarks, common fund, funds, and each member's shares (Dr
 * profit, Cr member-payable). Of what was appropriated provisionally under the plan's code only the
 * difference. Refused when nothing is approved, when it is posted already, for a day before the
 * approval, and when the figures are no longer those approved. ret_voucher_id may be NULL. */
gboolean sheaf_plan_post (SheafBook *book,
                          int        year,
                          SheafDate  date,
                          gint64    *ret_voucher_id,
                          GError   **error);

/* The year whose distribution the voucher posted, and still does; 0: none. */
gboolean sheaf_plan_year_of_voucher (SheafBook *book,
                                     gint64     voucher_id,
                                     int       *ret_year,
                                     GError   **error);

/* Reverses the posting; the approval stands and can be posted again. Refused while members have
 * been paid from it. */
gboolean sheaf_plan_unpost (SheafBook  *book,
                            int         year,
                            SheafDate   date,
                            const char *reason,
                            GError    **error);
