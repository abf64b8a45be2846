/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers that take an approval into the ledger. Only distribution includes this. */
#pragma once

#include "distribution/approval.h"
#include "ledger/voucher.h"

typedef struct
{
  char         *step; /* see SheafPlanVoucher */
  SheafVoucher *voucher;
} SheafStepVoucher;

/* In the order of the calculation, one for each step that moves anything: losses, earmarks, common
 * fund, reserves with what a cap leaves to them, funds, the shares of each profit (one row for each
 * member and account); last what was appropriated provisionally for nothing that the plan gives.
 * Of SheafStepVoucher. */
GPtrArray *sheaf_plan_make_vouchers (SheafBook           *book,
                                     const SheafApproval *approval,
                                     SheafDate            date,
                                     GError             **error);
