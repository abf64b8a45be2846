/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every balance of a day that should be confirmed beside what was asked and answered. */
#pragma once

#include "ledger/confirmation.h"

/* A party's balance on an account. */
typedef struct
{
  gint64                 account_id;
  gint64                 party_id;
  SheafMoney             balance; /* what the books say now; debit positive */
  SheafConfirmation     *asked;   /* NULL: not yet */
  SheafConfirmationState state;
} SheafConfirmationLine;

void sheaf_confirmation_line_free (SheafConfirmationLine *line);

/* The balances of a day on an account and all under it (0: each that is confirmed), and letters
 * whose balance is gone by now; in the order of account and party codes; of
 * SheafConfirmationLine. */
GPtrArray *sheaf_confirmation_sheet (SheafBook *book,
                                     gint64     account_id,
                                     SheafDate  date,
                                     GError   **error);

/* How far a day's confirming has come. */
typedef struct
{
  guint lines;     /* balances to be confirmed; those gone by now are not counted */
  guint asked;     /* of these, with a letter that still says what the books say, or an answer */
  guint sent;      /* that went out */
  guint answered;  /* with an answer */
  guint differing; /* whose difference is not on the books */
} SheafConfirmationCount;

void sheaf_confirmation_count (const GPtrArray        *sheet,
                               SheafConfirmationCount *ret_count);
