/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts of money may not stand below zero at the end of any day (Circular 71/2024/TT-BTC,
 * accounts 111 and 112). */
#pragma once

#include "book/act.h"

/* Judged after a whole act (SheafActStep): the error names the first bad day. The book's setting
 * "money-below-zero" (refuse, warn, allow; default refuse) decides. */
gboolean sheaf_money_judge (SheafBook *book,
                            GError   **error);
