/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances in foreign money as a table. */
#pragma once

#include "cli/command.h"
#include "ledger/revaluation.h"

/* A row for each line: units, book value, average book rate, and what it is worth at the day's
 * rate. Units are whole numbers of the smallest unit for programs, with decimals for people. */
gboolean sheaf_currency_output (const SheafCommandLine *line,
                                SheafBook              *book,
                                const SheafRevaluation *revaluation,
                                GError                **error);
