/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voucher that takes an approval into the ledger. Only distribution includes this. */
#pragma once

#include "distribution/approval.h"
#include "ledger/voucher.h"

/* In the order of the calculation: losses, earmarks, common fund, reserves, funds, then one row for
 * each member, profit and account; last what was appropriated provisionally for nothing that the
 * plan gives. */
SheafVoucher *sheaf_plan_make_voucher (SheafBook           *book,
                                       const SheafApproval *approval,
                                       SheafDate            date,
                                       GError             **error);
