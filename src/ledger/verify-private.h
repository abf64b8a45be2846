/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks that stand in files of their own. */
#pragma once

#include "ledger/chart.h"
#include "ledger/verify.h"
#include "store/query.h"

/* Tells one row that a check found. */
typedef void (*SheafVerifyTell) (const SheafChart *chart,
                                 const SheafQuery *query,
                                 SheafProblems    *problems);

/* Tells each row of a check's statement. */
gboolean sheaf_verify_walk (SheafBook        *book,
                            const char       *sql,
                            const SheafValue *args,
                            SheafVerifyTell   tell,
                            SheafProblems    *problems,
                            GError          **error);

/* Totals by pair, party and item, side and day, and the sum of all amounts, against the rows. */
gboolean sheaf_verify_totals (SheafBook     *book,
                              SheafProblems *problems,
                              GError       **error);

/* Each account that keeps details: its parties and items add up to its debits and credits. */
gboolean sheaf_verify_control (SheafBook     *book,
                               SheafProblems *problems,
                               GError       **error);

/* No row was written with a party while it was merged, and every merge leads to somebody. */
gboolean sheaf_verify_merges (SheafBook     *book,
                              SheafProblems *problems,
                              GError       **error);

/* No row lies behind the closing of its item or names another party than the item's. */
gboolean sheaf_verify_items (SheafBook     *book,
                             SheafProblems *problems,
                             GError       **error);

/* Warnings: bank accounts overdrawn on some day, missing numbers, rows whose side looks wrong. */
gboolean sheaf_verify_bank_accounts (SheafBook     *book,
                                     SheafProblems *problems,
                                     GError       **error);
gboolean sheaf_verify_numbers (SheafBook     *book,
                               SheafProblems *problems,
                               GError       **error);
gboolean sheaf_verify_scopes (SheafBook     *book,
                              SheafProblems *problems,
                              GError       **error);
