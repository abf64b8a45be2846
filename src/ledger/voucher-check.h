/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging with the error code of the first finding, for posting. */
#pragma once

#include "ledger/voucher.h"

/* As sheaf_voucher_check; ret_code is a SheafLedgerError, -1 when there is no error. */
gboolean sheaf_voucher_judge (SheafBook          *book,
                              const SheafVoucher *voucher,
                              const char         *file,
                              SheafProblems      *problems,
                              int                *ret_code,
                              GError            **error);
