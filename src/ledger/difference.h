/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts differences found by counts and confirmations on the books: a surplus to other payables, a
 * shortage to other receivables, until somebody decides (data/postings/CHART.differences.ini). */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/quantity.h"
#include "book/book.h"
#include "ledger/voucher.h"

typedef struct
{
  SheafMoney    amount; /* more than booked on the debit side: positive; never 0 */
  const char   *product;
  SheafQuantity quantity; /* without sign; 0: none */
} SheafDifferenceLine;

typedef struct
{
  const char *event; /* "cash", "stock", "debt" */
  SheafDate   date;  /* of the voucher */
  gint64      account_id;
  gint64      party_id;        /* of a debt; 0: none */
  gint64      other_id;        /* the other account, where the data's is divided; 0: by data */
  gint64      count_id;        /* what it came from: a count */
  gint64      confirmation_id; /* or a confirmation */
  const char *number;          /* of the count, for the text */
} SheafDifference;

/* Posts one voucher for what is over and one for what is short, and notes where they came from.
 * ret_vouchers: how many. Errors: what posting refuses; SHEAF_LEDGER_ERROR_ACCOUNT where the other
 * account is divided; SHEAF_LEDGER_ERROR_CHART where the data lack something. */
gboolean sheaf_difference_post (SheafBook             *book,
                                const SheafDifference *difference,
                                const GArray          *lines,
                                guint                 *ret_vouchers,
                                GError               **error);

/* The voucher that posting would write for what is over (surplus) or short, unposted: for showing
 * it before. Nothing is written: an item that posting would make first is missing in it. */
SheafVoucher *sheaf_difference_voucher (SheafBook             *book,
                                        const SheafDifference *difference,
                                        const GArray          *lines,
                                        gboolean               surplus,
                                        GError               **error);

/* Accounts that can take a difference where the data's own are divided; of const SheafAccount, the
 * chart's. Empty where neither is. */
GPtrArray *sheaf_difference_details (SheafBook *book,
                                     GError   **error);

/* The vouchers that put a count's or a confirmation's difference on the books and were not taken
 * back; the other id is 0. */
gboolean sheaf_difference_posted (SheafBook *book,
                                  gint64     count_id,
                                  gint64     confirmation_id,
                                  guint     *ret_vouchers,
                                  GError   **error);
