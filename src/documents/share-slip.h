/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slip that a member gets with a payment of shares: how much, of what, and what was kept back;
 * for a transfer with the code that a phone makes it from. */
#pragma once

#include "documents/frame.h"
#include "documents/qr.h"
#include "documents/year-shares.h"
#include "payouts/batch.h"

/* One payment: the lines of a member on a list, one a year. Texts may be empty, never NULL. */
typedef struct
{
  const SheafPayoutBatch       *batch;
  const SheafPayoutLine *const *lines;
  guint                         n_lines;
  const char                   *bank;    /* name of the member's bank; transfers only */
  const char                   *purpose; /* what the transfer says; likewise */
  const SheafQr                *qr;      /* NULL: none, as a number or an account is missing */
} SheafShareSlip;

/* Slips on a page, where none needs more room. */
#define SHEAF_SHARE_SLIPS 3

/* Draws a slip behind the one before, on a new page where there is no room left for it; a line to
 * cut along stands between. shares is the distribution of the list's year. Errors:
 * SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_share_slip_draw (SheafDocument         *document,
                                SheafPaperTexts       *texts,
                                const SheafFrame      *frame,
                                const SheafYearShares *shares,
                                const SheafShareSlip  *slip,
                                GError               **error);
