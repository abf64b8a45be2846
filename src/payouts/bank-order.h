/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order to a bank to pay a list of members, filled into one of the forms of orders. */
#pragma once

#include "base/problem.h"
#include "payouts/batch.h"
#include "payouts/bank-order-form.h"

/* One transfer, or the last line that controls them. */
typedef struct
{
  GPtrArray *cells; /* of char *, one for each column of the form */
} SheafBankOrderRow;

typedef struct
{
  const SheafBankOrderForm *form; /* borrowed */
  GPtrArray                *rows; /* of SheafBankOrderRow, with the control line */
  guint                     count;
  SheafMoney                sum;
} SheafBankOrder;

/* The payments of a bank list that stand, in its order: one transfer a member. problems tells by
 * member what the bank will ask for and the book does not know. Errors: SHEAF_PAYOUTS_ERROR_BANK
 * for a cash list and for a text that is longer than the bank takes; SHEAF_PAYOUTS_ERROR_NOTHING
 * when no payment stands. */
SheafBankOrder *sheaf_bank_order_new (SheafBook                *book,
                                      const SheafPayoutBatch   *batch,
                                      const SheafBankOrderForm *form,
                                      SheafProblems            *problems,
                                      GError                  **error);
void            sheaf_bank_order_free (SheafBankOrder *order);

/* TRUE for a cell that holds a number; all others are text, whatever they look like. */
gboolean sheaf_bank_order_is_number (const SheafBankOrder *order,
                                     guint                 column);

/* As CSV: UTF-8 with a mark at the start, titles, headings, rows. Free with g_free. */
char *sheaf_bank_order_to_csv (const SheafBankOrder *order);

/* As an ISO 20022 message pain.001.001.03, for forms of that type; the day of execution is the
 * list's. now stamps the message. Free with g_free. */
char *sheaf_bank_order_to_pain (SheafBook              *book,
                                const SheafPayoutBatch *batch,
                                const SheafBankOrder   *order,
                                GDateTime              *now,
                                GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBankOrder, sheaf_bank_order_free)
