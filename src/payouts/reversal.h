/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reversing a voucher from the journal, whichever book it belongs to. */
#pragma once

#include "ledger/voucher.h"

/* As sheaf_voucher_reverse, and what the voucher stands for is taken back with it: an event of
 * capital as by sheaf_capital_reverse, a posted distribution as by sheaf_journal_unpost, a
 * redemption of notices as by sheaf_redeem_take_back, where no list of its year has paid it
 * (retains that were redeemed are refused), a payment of a
 * list with its taxes and set-offs as by sheaf_payout_take_back, money that came back as by
 * sheaf_payout_return_take_back; deliveries, supplies and labour count as taken back once their
 * voucher is reversed. Refused with
 * their errors where that breaks what came later (shares that were paid, refunds of capital that
 * was never paid in). */
gboolean sheaf_journal_reverse (SheafBook  *book,
                                gint64      id,
                                SheafDate   date,
                                const char *reason,
                                gint64     *ret_id,
                                GError    **error);

/* As sheaf_plan_unpost, and refused (SHEAF_PAYOUTS_ERROR_STATE) where a list has paid anything of
 * the year that did not come back, with shares or with what was redeemed along. */
gboolean sheaf_journal_unpost (SheafBook  *book,
                               int         year,
                               SheafDate   date,
                               const char *reason,
                               GError    **error);

/* TRUE for a voucher that an event of capital, a distribution, a list or a redemption stands on,
 * and for one whose notices were redeemed: reversing the voucher alone would leave the register,
 * the year's shares or the layers as they were. */
gboolean sheaf_journal_stands_for_more (SheafBook *book,
                                        gint64     id,
                                        gboolean  *ret_more,
                                        GError   **error);
