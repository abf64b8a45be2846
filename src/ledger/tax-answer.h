/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people answer where books cannot know: on a year's tax sheet, on shared input VAT, on
 * ratios. The latest answer of a year and key counts; older ones stay. */
#pragma once

#include "base/money.h"
#include "base/rate.h"
#include "book/book.h"

/* Keys. Those that ask for a reason keep it under KEY-reason, any other may have one.
 *   exempt-share         part of the profit that is exempt, 0 to 1, instead of marks (reason)
 *   common-fund          income set aside to the common fund, instead of what was posted
 *   other-increase       more, other-decrease less taxable income (reason)
 *   last-revenue         revenue of the year before, where the book does not know it
 *   rate                 0 to 1, or the name of a rate of the law (reason)
 *   tax-reduction        tax that is not to be paid (reason)
 *   loss-YYYY            loss of a year before the book, not yet set off
 *   vat-shared-accounts  codes parted by ; : input VAT of what is bought for these is shared
 *   vat-revenue          invoices or accounts: what tells taxable revenue from other
 *   vat-not-taxable-accounts  codes parted by ; : revenue that is not taxable
 *   vat-cost-account     code: what takes the part that is not deductible, for all of it
 *   interest             interest on loans of the year, where 658 does not tell it apart
 *   planned-profit       profit after tax of the plan, for ratios */

/* NULL when there is none or it was taken back. Free with g_free. */
char *sheaf_tax_answer_find (SheafBook  *book,
                             int         year,
                             const char *key);

/* As money or rate; FALSE when there is none. */
gboolean sheaf_tax_answer_money (SheafBook  *book,
                                 int         year,
                                 const char *key,
                                 SheafMoney *ret_money);
gboolean sheaf_tax_answer_rate (SheafBook  *book,
                                int         year,
                                const char *key,
                                SheafRate  *ret_rate);

/* The reason given with an answer; NULL when there is none. Free with g_free. */
char *sheaf_tax_answer_reason (SheafBook  *book,
                               int         year,
                               const char *key);

typedef struct
{
  int   year;
  char *key;
  char *value;
  char *reason; /* NULL: none */
} SheafTaxAnswer;

/* All that count, by year and key; of SheafTaxAnswer. */
GPtrArray *sheaf_tax_answer_list (SheafBook *book,
                                  GError   **error);
void       sheaf_tax_answer_free (SheafTaxAnswer *answer);

/* Keeps answers, each "KEY=VALUE", as one act; an empty value takes an answer back. Refused whole
 * with SHEAF_LEDGER_ERROR_TAX: a key or value that cannot be, a reason that is missing. */
gboolean sheaf_tax_answer_set (SheafBook         *book,
                               int                year,
                               const char *const *assignments,
                               GError           **error);
