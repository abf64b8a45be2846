/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on closing share. */
#pragma once

#include "ledger/chart.h"
#include "ledger/closing.h"

/* Computes the rows of each step of the book's closing data into voucher. totals are changed: each
 * row is added as if posted, so that the last steps see the results of the first. */
gboolean sheaf_closing_run_steps (SheafBook              *book,
                                  SheafTotals            *totals,
                                  const SheafClosingKeys *keys,
                                  SheafVoucher           *voucher,
                                  GError                **error);

/* The key as it is kept and typed: "revenue", "0.25". Free with g_free. */
char *sheaf_closing_key_to_text (const SheafClosingKeys *keys);

/* The description that the closing data gives the voucher of a year. Free with g_free; NULL with an
 * error when there is no such data. */
char *sheaf_closing_description (SheafBook *book,
                                 int        year,
                                 GError   **error);
