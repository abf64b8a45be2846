/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures and days as the person reads them, in the program's language. Results are freed with
 * g_free. */
#pragma once

#include "base/date.h"
#include "base/money.h"

/* Grouped; negative in parentheses; zero as a dash. */
char *sheaf_format_money (SheafMoney money);

/* As above, but zero as "0": for single figures that must be said. */
char *sheaf_format_figure (SheafMoney money);

/* With the currency's sign, for prominent figures. */
char *sheaf_format_money_unit (SheafMoney money);

/* A balance, debit positive, with its side in letters ("60.800.000 Nợ"), as colour or place alone
 * would not say it; zero as a dash. */
char *sheaf_format_side (SheafMoney balance);

/* 31/12/2025; empty for no day. */
char *sheaf_format_date (SheafDate date);

/* Hundredths of a percent, not negative, always with both decimals: 4,10. */
char *sheaf_format_percent (gint64 hundredths);

/* The day the computer's clock says, or the one given to the program with --today. */
SheafDate sheaf_format_today (void);

/* Fixes today for tests and pictures. */
void sheaf_format_set_today (SheafDate today);
