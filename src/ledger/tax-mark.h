/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows are for taxes: costs that are not deductible, income that is exempt and its costs,
 * input VAT that taxable and other revenue share. A mark changes nothing posted; the latest
 * counts. */
#pragma once

#include "ledger/chart.h"
#include "ledger/tax-rules.h"
#include "ledger/types.h"

/* As stored. */
typedef enum
{
  SHEAF_TAX_MARK_NONE = 0,           /* as the book has it */
  SHEAF_TAX_MARK_NOT_DEDUCTIBLE = 1, /* a cost */
  SHEAF_TAX_MARK_EXEMPT_INCOME = 2,
  SHEAF_TAX_MARK_EXEMPT_COST = 3, /* a cost of exempt income */
  SHEAF_TAX_MARK_VAT_SHARED = 4,  /* input VAT of taxable and other revenue */
  SHEAF_TAX_MARK_VAT_OWN = 5,     /* input VAT of taxable revenue alone */
} SheafTaxMarkKind;

/* A marked row, or the row that takes a marked one back (of the voucher's reversal, on its own
 * day). */
typedef struct
{
  gint64           row_id;
  gint64           voucher_id;
  SheafVoucherKind kind;
  char            *number;
  SheafDate        date;
  guint            position; /* in its voucher, from 1 */
  char            *description;
  gint64           debit_id;
  gint64           credit_id;
  SheafMoney       amount;
  SheafTaxMarkKind mark;
  char            *reason;
  gboolean         reversal;
  gint64           account_id; /* of revenue or cost that the mark speaks of */
  SheafMoney       effect;     /* as cost or income: negative where the row lessens it */
} SheafTaxMarkRow;

/* "not-deductible", "exempt", "exempt-cost", "vat-shared", "vat-own", "none". */
const char *sheaf_tax_mark_to_word (SheafTaxMarkKind mark);
gboolean    sheaf_tax_mark_from_word (const char *word, SheafTaxMarkKind *ret_mark);

/* Marks a row of a posted voucher (from 1; 0: every row that the mark fits) with a reason, as an
 * act. *ret_marked (may be NULL) is the number of rows. Refused with SHEAF_LEDGER_ERROR_TAX: no
 * reason, a mark that fits none of the rows, a reversal or closing, a row that is not there. */
gboolean sheaf_tax_mark_set (SheafBook       *book,
                             gint64           voucher_id,
                             guint            row,
                             SheafTaxMarkKind mark,
                             const char      *reason,
                             guint           *ret_marked,
                             GError         **error);

/* The marked rows of the days, by day, voucher and place. Of SheafTaxMarkRow. */
GPtrArray *sheaf_tax_mark_list (SheafBook *book,
                                SheafDate  from,
                                SheafDate  to,
                                GError   **error);
void       sheaf_tax_mark_row_free (SheafTaxMarkRow *row);

/* The account of a cost or of income that a mark can speak of on such a row, and the sign of the
 * row's amount on it; 0 where the mark does not fit. */
gint64 sheaf_tax_mark_account (const SheafChart *chart,
                               SheafTaxMarkKind  mark,
                               gint64            debit_id,
                               gint64            credit_id,
                               int              *ret_sign);

/* A payment in cash for something bought that is as large as the law asks proof for. What is paid
 * to one party on one day counts together. */
typedef struct
{
  gint64           row_id;
  gint64           voucher_id;
  SheafVoucherKind kind;
  char            *number;
  SheafDate        date;
  char            *description;
  gint64           account_id;
  gint64           party_id; /* 0: none named */
  SheafMoney       amount;
  SheafMoney       together; /* of the day and party, or of the voucher */
} SheafTaxCashRow;

/* Those of the year that carry no mark "not deductible" and were not reversed; none where the law
 * has no such threshold. Of SheafTaxCashRow. */
GPtrArray *sheaf_tax_cash_list (SheafBook           *book,
                                const SheafTaxRules *rules,
                                GError             **error);
void       sheaf_tax_cash_row_free (SheafTaxCashRow *row);
