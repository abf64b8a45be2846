/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posted voucher as a paper to be signed: 01-TT and 02-TT for cash, 01-VT and 02-VT for stock,
 * a plain posting slip for the rest. */
#pragma once

#include "book/book.h"

/* The paper of a posted voucher as PDF. A reversal is a plain slip, as no cash or goods moved.
 * Errors: what reading the voucher refuses, SHEAF_DOCUMENTS_ERROR_DATA, _FONT, _PDF. */
GBytes *sheaf_voucher_paper_make (SheafBook *book,
                                  gint64     voucher_id,
                                  GError   **error);
