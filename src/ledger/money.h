/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts of money may not stand below zero at the end of any day (Circular 71/2024/TT-BTC,
 * accounts 111 and 112). */
#pragma once

#include "book/act.h"

/* Judged after a whole act (SheafActStep): the error names the first bad day. The book's setting
 * "money-below-zero" (refuse, warn, allow; default refuse) decides. */
gboolean sheaf_money_judge (SheafBook *book,
                            GError   **error);

/* What an account of money holds at the end of a day, and the least that it holds at the end of a
 * later one (ret_lowest_day SHEAF_DATE_NONE: nothing moves after the day). */
gboolean sheaf_money_on_day (SheafBook  *book,
                             gint64      account_id,
                             SheafDate   on,
                             SheafMoney *ret_balance,
                             SheafMoney *ret_lowest,
                             SheafDate  *ret_lowest_day,
                             GError    **error);
