/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income tax put on the books (Circular 71/2024, Appendix I, account 659 no. 3.1 and 3.2): quarters
 * provisionally, at the end only the difference. Undone by reversing the voucher. */
#pragma once

#include "base/money.h"
#include "book/book.h"

#define SHEAF_TAX_FINAL 0u /* as a quarter: the year's final difference */

typedef struct
{
  guint      quarter; /* 1 to 4, or SHEAF_TAX_FINAL */
  SheafMoney amount;  /* more tax above 0 */
  gint64     voucher_id;
  char      *number;
  SheafDate  date;
} SheafTaxEntry;

/* The entries of a year that were not reversed, by quarter, the final one last. Of
 * SheafTaxEntry. */
GPtrArray *sheaf_tax_entry_list (SheafBook *book,
                                 int        year,
                                 GError   **error);
void       sheaf_tax_entry_free (SheafTaxEntry *entry);

/* Posts Dr income-tax Cr income-tax-payable, below 0 the other way round, dated within the year.
 * Refused with SHEAF_LEDGER_ERROR_TAX: nothing to enter, the quarter or the year entered already;
 * with _YEAR_CLOSED in a closed year; with _DATE on another year's day. */
gboolean sheaf_tax_entry_post (SheafBook *book,
                               int        year,
                               guint      quarter,
                               SheafMoney amount,
                               SheafDate  date,
                               gint64    *ret_voucher_id,
                               GError   **error);

/* The last day of a quarter of a year of the book. */
SheafDate sheaf_tax_quarter_end (const SheafBook *book,
                                 int              year,
                                 guint            quarter);

/* What was set aside of a year's profit to the common fund until the day, provisionally and by the
 * plan (rows that carry its code), less what was taken back. */
gboolean sheaf_tax_set_aside (SheafBook  *book,
                              int         year,
                              SheafDate   until,
                              SheafMoney *ret_amount,
                              GError    **error);

/* What of the year's tax was paid in advance: money paid on the account of the tax from the year's
 * first day until the day, less what was owed of earlier years (more: what was overpaid). */
gboolean sheaf_tax_paid (SheafBook  *book,
                         int         year,
                         SheafDate   until,
                         SheafMoney *ret_paid,
                         GError    **error);
