/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on totals share. */
#pragma once

#include "ledger/totals.h"

/* The pair's line, made when it is new. The pointer holds until the next call. */
SheafPairTotal *sheaf_totals_pair (SheafTotals *totals,
                                   gint64       debit_id,
                                   gint64       credit_id,
                                   SheafScope   scope);
