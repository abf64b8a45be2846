/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share: landscape, one row a member. */
#pragma once

#include "documents/frame.h"
#include "documents/year-shares.h"

/* One row, in the order of the list. */
typedef struct
{
  const char *code;
  const char *name;
} SheafPayoutRow;

/* Draws the list. Each pool that received money has a column; the rows' sums, the columns' sums and
 * the total agree to the đồng, and the total stands in words. rows must name everyone who has a
 * share. Errors: SHEAF_DOCUMENTS_ERROR_DATA, and _EMPTY when no one has a share. */
gboolean sheaf_payout_list_draw (SheafDocument         *document,
                                 SheafPaperTexts       *texts,
                                 const SheafFrame      *frame,
                                 const SheafYearShares *shares,
                                 const SheafPayoutRow  *rows,
                                 guint                  n_rows,
                                 GError               **error);
