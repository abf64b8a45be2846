/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of payments made together: by cash against signatures, or by one order to the bank. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_PAYOUT_CASH = 1,
  SHEAF_PAYOUT_BANK = 2,
} SheafPayoutMethod;

typedef struct
{
  int               year; /* of the distribution */
  SheafPayoutMethod method;
  SheafDate         date;
  SheafMoney        minimum;   /* less than this stays open; below 0: the plan's */
  gboolean          net_debts; /* refused: setting off debts is not in this version */
} SheafPayoutSpec;

typedef struct
{
  gint64     party_id;
  char      *code;
  char      *name;
  char      *bank_bin; /* may be NULL; likewise bank_account */
  char      *bank_account;
  SheafMoney amount;
  gint64     voucher_id;
  char      *voucher_number;
  gboolean   paid; /* FALSE: the payment was reversed, the member is open again */
} SheafPayoutLine;

typedef struct
{
  gint64            id;
  int               year;
  SheafPayoutMethod method;
  SheafDate         date;
  SheafMoney        minimum;
  GPtrArray        *lines; /* of SheafPayoutLine, by code in byte order */
} SheafPayoutBatch;

/* "cash" or "bank". */
gboolean sheaf_payout_method_from_word (const char        *word,
                                        SheafPayoutMethod *ret_method);

/* Pays everyone who has something open, as one act: a voucher a member (Dr member-payable, Cr cash
 * or bank), so that one who did not come can be reversed alone. Warnings name who is left open and
 * why. Errors: SHEAF_PAYOUTS_ERROR_STATE while the year's distribution is not posted or for a day
 * before it, _NOTHING, _MONEY when cash or bank hold less than the list, _NOT_BUILT. ret_id may be
 * NULL. */
gboolean sheaf_payout_make (SheafBook             *book,
                            const SheafPayoutSpec *spec,
                            SheafProblems         *problems,
                            gint64                *ret_id,
                            GError               **error);

SheafPayoutBatch *sheaf_payout_load (SheafBook *book,
                                     gint64     id,
                                     GError   **error);
void              sheaf_payout_batch_free (SheafPayoutBatch *batch);

/* The ids of a year's batches, oldest first; of gint64. */
GArray *sheaf_payout_list (SheafBook *book,
                           int        year,
                           GError   **error);

/* The sum of the payments that stand. */
SheafMoney sheaf_payout_batch_total (const SheafPayoutBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPayoutBatch, sheaf_payout_batch_free)
