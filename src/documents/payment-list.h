/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of one payment of shares: members sign for cash; the bank's has their accounts. */
#pragma once

#include "documents/frame.h"
#include "documents/words.h"
#include "payouts/notes.h"

/* Draws the list; what was kept back of what members are paid has columns where there is any. A
 * payment that was reversed stays on it, struck from the sums and marked so; the money of one that
 * came back stands in a column of its own, so that every line and the total add across. notes, or
 * NULL, are the notes and coins of a list in cash, drawn at its end. Error:
 * SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_payment_list_draw (SheafDocument          *document,
                                  SheafPaperTexts        *texts,
                                  const SheafFrame       *frame,
                                  const SheafPayoutBatch *batch,
                                  const SheafCashDraw    *notes,
                                  SheafWords             *amounts,
                                  GError                **error);
