/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bank did with a list: its answer read back, row by row, as one act. */
#pragma once

#include "payouts/batch.h"

/* A row of the bank's file (exchange reads them). A transfer is found by its text (the one that the
 * order gave it, or the voucher's number or the member's code in it as a word), else by account and
 * amount together. */
typedef struct
{
  const char *reference;      /* the text of the transfer; NULL or "": none */
  const char *account;        /* of who is paid; likewise */
  SheafMoney  amount;         /* 0: not said */
  gboolean    ok;             /* FALSE: refused or returned */
  const char *reason;         /* the bank's, of a refusal */
  const char *bank_reference; /* the bank's own number; may be NULL */
  guint       line;           /* of the file, for problems; 0: none */
} SheafPayoutAnswer;

typedef struct
{
  guint      confirmed;
  SheafMoney confirmed_sum;
  guint      returned;
  SheafMoney returned_sum;
  guint      known;   /* rows that say what was known already */
  guint      waiting; /* payments of the list without an answer yet */
} SheafPayoutResult;

/* Confirms what the bank paid and returns (sheaf_payout_return, bounced) what it refused. records:
 * of SheafPayoutAnswer. Rows that fit no payment or several, that say another amount or account,
 * that contradict each other or what is known, are problems, all at once; with any nothing is
 * written and FALSE comes with SHEAF_PAYOUTS_ERROR_RESULT. A file may be applied twice: the second
 * time it says nothing new. ret_result may be NULL. */
gboolean sheaf_payout_result_apply (SheafBook         *book,
                                    gint64             batch_id,
                                    const GPtrArray   *records,
                                    SheafDate          date,
                                    SheafProblems     *problems,
                                    SheafPayoutResult *ret_result,
                                    GError           **error);

/* What applying the rows would do, judged in the same way; nothing is written. */
gboolean sheaf_payout_result_check (SheafBook         *book,
                                    gint64             batch_id,
                                    const GPtrArray   *records,
                                    SheafDate          date,
                                    SheafProblems     *problems,
                                    SheafPayoutResult *ret_result,
                                    GError           **error);
