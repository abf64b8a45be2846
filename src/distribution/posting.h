/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes an approved distribution into the ledger. */
#pragma once

#include "distribution/approval.h"

/* One voucher of a posting. */
typedef struct
{
  gint64 posting_id;
  char  *step; /* "loss-cover", "earmark:NAME", "common-fund", "reserve:NAME", "cap:NAME",
                  "fund:NAME", "shares:internal", "shares:external", "provisional" (what goes back
                  of it); NULL: a posting of before, which was one voucher */
  gint64    voucher_id;
  char     *number;
  SheafDate date;
} SheafPlanVoucher;

/* Posts the year's approval in the distribution layer as one act, a voucher for each step that
 * moves anything, every row with the plan's code: a loss met by the other profit, earmarks, common
 * fund, reserves, funds, and each member's shares of each profit (Dr profit, Cr member-payable). Of
 * what was appropriated provisionally under the plan's code only the difference. Refused when
 * nothing is approved, when it is posted already, for a day before the approval, and when the
 * figures are no longer those approved. ret_voucher_id (the first) may be NULL. */
gboolean sheaf_plan_post (SheafBook *book,
                          int        year,
                          SheafDate  date,
                          gint64    *ret_voucher_id,
                          GError   **error);

/* What posting would write for a step. */
typedef struct
{
  char      *step;  /* as in SheafPlanVoucher; "capital": what members leave in of their shares */
  char      *title; /* that the plan gives the fund of the step; NULL: none */
  SheafMoney sum;   /* of the voucher's rows; of "provisional": what goes back */
} SheafPlanStepSum;

/* What sheaf_plan_post would write of the year's approval, in its order and by the same rules, for
 * who is asked before. Refused when nothing is approved and when nothing is left to post. Of
 * SheafPlanStepSum. */
GPtrArray *sheaf_plan_post_preview (SheafBook *book,
                                    int        year,
                                    GError   **error);

/* The vouchers of the year's posting that stand, in the order of its steps; none when it is not
 * posted or was taken back. Of SheafPlanVoucher. */
GPtrArray *sheaf_plan_voucher_list (SheafBook *book,
                                    int        year,
                                    GError   **error);

/* The step of the voucher that gives members their shares of a profit. */
const char *sheaf_plan_shares_step (SheafSide side);

/* The year whose distribution the voucher posted, and still does; 0: none. */
gboolean sheaf_plan_year_of_voucher (SheafBook *book,
                                     gint64     voucher_id,
                                     int       *ret_year,
                                     GError   **error);

/* Reverses all vouchers of the posting as one act; the approval stands and can be posted again.
 * Refused where less is payable to a member than the shares give, on the day or later: they were
 * paid. What lists paid of it only payouts can tell: people's acts go by sheaf_journal_unpost. */
gboolean sheaf_plan_unpost (SheafBook  *book,
                            int         year,
                            SheafDate   date,
                            const char *reason,
                            GError    **error);
