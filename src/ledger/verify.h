/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's checks. */
#pragma once

#include "book/verify.h"

/* Totals, sub-ledgers, numbers, periods. */
extern const SheafCheck sheaf_ledger_checks[];

/* Rules that the database keeps as well, asked of the rows as they are. */
extern const SheafCheck sheaf_ledger_rules[];
