/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Year-end closing (kết chuyển cuối kỳ), by the order in data/closings. */
#pragma once

#include "base/rate.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"

typedef enum
{
  SHEAF_CLOSING_BY_REVENUE, /* internal part = shared × net internal ÷ net revenue, half up */
  SHEAF_CLOSING_BY_COST,
  SHEAF_CLOSING_ALL_EXTERNAL,
  SHEAF_CLOSING_BY_RATE, /* rate = internal part */
} SheafClosingKey;

typedef struct
{
  SheafClosingKey key;
  SheafRate       rate;
  gboolean        tax_by_profit; /* FALSE: income tax all external, as the Circular */
} SheafClosingKeys;

/* "revenue", "cost", "none" or a rate up to 1 with six decimals; tax_key "external" or "profit"
 * (NULL: external). */
gboolean sheaf_closing_keys_parse (const char       *key,
                                   const char       *tax_key,
                                   SheafClosingKeys *ret_keys,
                                   GError          **error);

/* The keys a closed year was closed with, else the default (revenue, external). */
gboolean sheaf_closing_keys_load (SheafBook        *book,
                                  int               year,
                                  SheafClosingKeys *ret_keys,
                                  GError          **error);

/* The closing rows of what the totals hold, as a voucher that is not posted, dated the totals' last
 * day. Rows may be none. */
SheafVoucher *sheaf_closing_compute (SheafBook              *book,
                                     const SheafTotals      *totals,
                                     const SheafClosingKeys *keys,
                                     GError                **error);

/* Adds the closing rows to the totals when the year that they end in is not closed: statements come
 * out as if it were. */
gboolean sheaf_closing_simulate (SheafBook   *book,
                                 SheafTotals *totals,
                                 GError     **error);

/* Closes a year. Refused when closed already, when an earlier year is open, when its last day is
 * locked, and when a revenue deduction has no scope. */
gboolean sheaf_closing_post (SheafBook              *book,
                             int                     year,
                             const SheafClosingKeys *keys,
                             gint64                 *ret_voucher_id,
                             GError                **error);

/* Closes the year, lets tried look at the book as it is then, and undoes the closing again: nothing
 * is written. voucher_id is 0 where nothing had to be closed. The book is open for writing; refused
 * as sheaf_closing_post. */
typedef gboolean (*SheafClosingTried) (SheafBook *book,
                                       gint64     voucher_id,
                                       gpointer   data,
                                       GError   **error);
gboolean sheaf_closing_try (SheafBook              *book,
                            int                     year,
                            const SheafClosingKeys *keys,
                            SheafClosingTried       tried,
                            gpointer                data,
                            GError                **error);

/* Reverses the closing; the year is open again. Refused while the next year is closed. */
gboolean sheaf_closing_reopen (SheafBook  *book,
                               int         year,
                               const char *reason,
                               GError    **error);
gboolean sheaf_closing_is_closed (SheafBook *book,
                                  int        year,
                                  gboolean  *ret_closed,
                                  GError   **error);

/* The posted closing voucher of a closed year; 0 when it is open. */
gint64 sheaf_closing_voucher (SheafBook *book,
                              int        year);
