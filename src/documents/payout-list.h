/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share: landscape, one row a member. */
#pragma once

#include "documents/frame.h"
#include "documents/year-shares.h"
#include "payouts/share-list.h"

/* Draws the list: what each member put in, the part that is of all, the share of each pool, what of
 * it is no money and what is kept back, and what is left to be paid. Columns without any figure are
 * left out, and the letters are as large as the others let them be. The rows' sums, the columns'
 * sums and the total agree to the đồng, and the total stands in words. rows must name everyone who
 * has a share.
 * Errors: SHEAF_DOCUMENTS_ERROR_DATA, and _EMPTY when no one has a share. */
gboolean sheaf_payout_list_draw (SheafDocument         *document,
                                 SheafPaperTexts       *texts,
                                 const SheafFrame      *frame,
                                 const SheafYearShares *shares,
                                 const SheafPayoutRow  *rows,
                                 guint                  n_rows,
                                 GError               **error);
