/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A payment voucher for the payee's signature: Phiếu chi, form 02-TT of Circular 71/2024/TT-BTC. */
#pragma once

#include "base/money.h"
#include "documents/frame.h"

/* Texts may be empty, never NULL; an empty one is printed as dots. */
typedef struct
{
  const char *number;
  SheafDate   date;
  const char *payee;
  const char *place;
  const char *reason;
  SheafMoney  amount;
  const char *debit; /* account codes */
  const char *credit;
} SheafPaymentSlip;

/* Draws the slip on half a page: two of them share one. options, or NULL, is for
 * sheaf_words_amount. Error: SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_payment_slip_draw (SheafDocument          *document,
                                  SheafPaperTexts        *texts,
                                  const SheafFrame       *frame,
                                  const SheafPaymentSlip *slip,
                                  const char             *options,
                                  GError                **error);
