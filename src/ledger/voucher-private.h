/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on posting share. */
#pragma once

#include "ledger/chart.h"
#include "ledger/voucher.h"

/* The prefix of a kind's automatic numbers, from the book's posting data ("PT"). Free with
 * g_free. */
char *sheaf_voucher_prefix (SheafBook       *book,
                            SheafVoucherKind kind);

/* The counter inside a number of the automatic form (prefix and digits, at least five); 0 for any
 * other. */
gint64 sheaf_voucher_sequence (SheafBook       *book,
                               SheafVoucherKind kind,
                               const char      *number);

/* Posts the mirror of a loaded voucher of whatever layer. */
gboolean sheaf_reversal_post (SheafBook          *book,
                              const SheafVoucher *original,
                              SheafDate           date,
                              const char         *reason,
                              gint64             *ret_id,
                              GError            **error);

/* The row with both accounts (the hidden contra of an off-balance one) and its scope settled. */
typedef struct
{
  const SheafAccount *debit;
  const SheafAccount *credit;
  SheafScope          scope;
} SheafSettledRow;

/* Settles the scope of a row whose accounts are known: from the account, then from the party's
 * standing on the day. ret_conflict tells that the given scope goes against the account, ret_misfit
 * that the account does not fit the party's standing. FALSE on a store error. */
gboolean sheaf_scope_settle (SheafBook             *book,
                             const SheafVoucherRow *row,
                             SheafDate              date,
                             SheafSettledRow       *settled,
                             gboolean              *ret_conflict,
                             gboolean              *ret_misfit,
                             GError               **error);

/* Finds the row's accounts; either may come out NULL when it is unknown. */
void sheaf_voucher_row_accounts (const SheafChart      *chart,
                                 const SheafVoucherRow *row,
                                 SheafSettledRow       *ret_settled);
