/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bank says became of an order of transfers, read from its file. */
#pragma once

#include "base/problem.h"
#include "exchange/bank-result-form.h"
#include "payouts/result.h"

typedef struct
{
  GPtrArray    *answers; /* of SheafPayoutAnswer, in the order of the file */
  guint         waiting; /* rows left out: the bank is still at it */
  GStringChunk *texts;   /* holds the answers' texts */
} SheafBankResult;

/* Reads a file (CSV or XLSX) as one of the forms says. problems takes every finding with its row:
 * headings that are missing, a row without amount or state, a state that the form does not know, a
 * formula, a row that is there twice. With an error among them nothing is given. Errors:
 * SHEAF_EXCHANGE_ERROR_FILE, _FORM, _REFUSED with the first finding. */
SheafBankResult *sheaf_bank_result_read (SheafBook                 *book,
                                         const SheafBankResultForm *form,
                                         const char                *path,
                                         SheafProblems             *problems,
                                         GError                   **error);
void             sheaf_bank_result_free (SheafBankResult *result);

/* An amount as banks write it, in smallest units of the currency: "33.386.000", "33,386,000.00
 * VND", "33386000". Three digits behind the last point or comma are a group, fewer are decimals,
 * of which a currency without decimals takes zeros only. FALSE for anything else, 0 included. */
gboolean sheaf_bank_result_amount (const char *text,
                                   const char *currency,
                                   SheafMoney *ret_amount);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBankResult, sheaf_bank_result_free)
