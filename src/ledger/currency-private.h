/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on foreign money share. */
#pragma once

#include "ledger/currency.h"

/* Adds what a row does to the balance of its own account, party, item and currency; nothing where
 * the row is of others. */
void sheaf_foreign_balance_add (SheafForeignBalance   *balance,
                                const SheafVoucherRow *row);

/* Remembers the accounts of money that the voucher takes units from, to be judged by
 * sheaf_currency_judge_units at the end of the act. */
void sheaf_currency_note_units (SheafBook          *book,
                                const SheafChart   *chart,
                                const SheafVoucher *voucher);

/* The step at the end of an act: no account of money may hold fewer than 0 units of a currency at
 * the end of any day; off where the book lets money stand below zero. */
gboolean sheaf_currency_judge_units (SheafBook *book,
                                     GError   **error);

/* TRUE when the rows on 007 that a voucher brings itself count, for each currency they name, what
 * its money moves; else a currency of which they do not. */
gboolean sheaf_currency_units_agree (const SheafChart   *chart,
                                     const SheafVoucher *voucher,
                                     char                ret_currency[4]);
