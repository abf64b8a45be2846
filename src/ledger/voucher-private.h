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

/* The automatic number of a counter. Free with g_free. */
char *sheaf_voucher_number_text (SheafBook       *book,
                                 SheafVoucherKind kind,
                                 gint64           sequence);

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

typedef enum
{
  SHEAF_SCOPE_FITS,
  SHEAF_SCOPE_AGAINST_ACCOUNT, /* refused; likewise the next two */
  SHEAF_SCOPE_MISSING,         /* a revenue deduction that names no side */
  SHEAF_SCOPE_UNEXPLAINED,     /* not the one that follows from the party, and no reason is given */
  SHEAF_SCOPE_OUTSIDER,        /* an internal account with a party outside: to be asked about */
  SHEAF_SCOPE_INSIDER,         /* an external account with an official member under agreement */
} SheafScopeFinding;

/* Settles the scope of a row whose accounts are known: from the account, then from the party's
 * standing on the day. FALSE on a store error. */
gboolean sheaf_scope_settle (SheafBook             *book,
                             const SheafVoucherRow *row,
                             SheafDate              date,
                             SheafSettledRow       *settled,
                             SheafScopeFinding     *ret_finding,
                             GError               **error);

/* Finds the row's accounts; either may come out NULL when it is unknown. */
void sheaf_voucher_row_accounts (const SheafChart      *chart,
                                 const SheafVoucherRow *row,
                                 SheafSettledRow       *ret_settled);
