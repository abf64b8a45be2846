/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash received and paid: Phiếu thu and Phiếu chi, forms 01-TT and 02-TT of Circular
 * 71/2024/TT-BTC. */
#pragma once

#include "base/money.h"
#include "documents/frame.h"
#include "documents/words.h"

/* Texts may be empty, never NULL but for the last two; an empty one is printed as dots. */
typedef struct
{
  const char *form; /* "01-TT" or "02-TT" */
  const char *number;
  SheafDate   date;
  const char *person; /* who pays in or is paid */
  const char *place;
  const char *reason;
  const char *papers; /* the originals that are attached */
  SheafMoney  amount;
  const char *debit; /* account codes */
  const char *credit;
  const char *rate; /* of foreign money and what it makes; NULL for home money */
  const char *exchanged;
} SheafCashSlip;

/* Draws the slip on half a page: two of them share one. Error:
 * SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_cash_slip_draw (SheafDocument       *document,
                               SheafPaperTexts     *texts,
                               const SheafFrame    *frame,
                               const SheafCashSlip *slip,
                               SheafWords          *amounts,
                               GError             **error);
