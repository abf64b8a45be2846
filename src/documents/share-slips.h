/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slips of a whole list of payments. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* A slip for each payment of the list that stands, three on a page, as PDF. problems warns of
 * transfers that wait for the bank and whose slip has no code, and why. Errors:
 * SHEAF_DOCUMENTS_ERROR_EMPTY when no payment stands, those of loading the list and of the year's
 * distribution. */
GBytes *sheaf_share_slips_make (SheafBook     *book,
                                gint64         batch_id,
                                SheafProblems *problems,
                                GError       **error);
