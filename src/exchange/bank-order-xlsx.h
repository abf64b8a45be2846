/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order of transfers as the sheet that a bank's program reads. */
#pragma once

#include "payouts/bank-order.h"

/* Account and bank numbers are text, so that zeros in front survive; amounts are numbers. Errors:
 * SHEAF_EXCHANGE_ERROR_FILE when there is no room for temporary files. The same order is the same
 * bytes. */
GBytes *sheaf_bank_order_xlsx_make (const SheafBankOrder *order,
                                    SheafDate             day,
                                    GError              **error);
