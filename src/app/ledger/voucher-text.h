/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A voucher in lines of text, for showing what an act will post. */
#pragma once

#include "ledger/voucher.h"

/* Its description, and debit, credit and amount of each row. Free with g_free. */
char *sheaf_voucher_text (SheafBook          *book,
                          const SheafVoucher *voucher);
