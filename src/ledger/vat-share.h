/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input VAT that taxable and other revenue share: the part of other revenue is not deductible and
 * goes to cost (Circular 71/2024, Appendix I, account 133 no. 3.5b). By month or quarter, adjusted
 * for the whole year. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "book/book.h"
#include "ledger/types.h"

/* As stored: 0 the year, 1 to 12 a month, 13 to 16 a quarter. */
#define SHEAF_VAT_SHARE_YEAR 0u
#define SHEAF_VAT_SHARE_QUARTER(n) (12u + (n))

/* Rows of one VAT account and one account of cost. */
typedef struct
{
  gint64     vat_id;
  gint64     cost_id;
  SheafMoney shared;
  SheafMoney not_deductible;
  SheafMoney entered;
} SheafVatShareLine;

/* A row of shared input VAT. */
typedef struct
{
  gint64           row_id;
  gint64           voucher_id;
  SheafVoucherKind kind;
  char            *number;
  SheafDate        date;
  char            *description;
  gint64           vat_id;
  gint64           cost_id;
  SheafMoney       amount;
  gboolean         marked; /* a mark says so, not the account of cost */
} SheafVatShareRow;

typedef struct
{
  int        year;
  guint      period;
  SheafDate  from;
  SheafDate  to;
  gboolean   by_invoices; /* revenue told apart by invoices issued; else by revenue accounts */
  SheafMoney taxable;     /* revenue */
  SheafMoney total;
  SheafMoney shared; /* input VAT */
  SheafMoney deductible;
  SheafMoney not_deductible;
  SheafMoney entered;    /* for the period before, by vouchers that were not reversed */
  SheafMoney difference; /* to be entered; below 0: too much went to cost */
  GPtrArray *rows;       /* of SheafVatShareRow */
  GArray    *lines;      /* of SheafVatShareLine */
} SheafVatShare;

/* Computes a period. Errors SHEAF_LEDGER_ERROR_TAX: no revenue in the period, or nothing tells
 * taxable revenue from other. Answers: ledger/tax-answer.h. */
SheafVatShare *sheaf_vat_share_compute (SheafBook *book,
                                        int        year,
                                        guint      period,
                                        GError   **error);
void           sheaf_vat_share_free (SheafVatShare *share);

/* Computes and posts: Dr cost Cr input VAT, below 0 the other way round. *ret_voucher_id is 0 where
 * nothing is left. Refused: the period, or one that overlaps, is entered already; another year's
 * day. */
gboolean sheaf_vat_share_post (SheafBook *book,
                               int        year,
                               guint      period,
                               SheafDate  date,
                               gint64    *ret_voucher_id,
                               GError   **error);

/* The days of a period; and the period of days, an error when they are none. */
void     sheaf_vat_share_days (const SheafBook *book,
                               int              year,
                               guint            period,
                               SheafDate       *ret_from,
                               SheafDate       *ret_to);
gboolean sheaf_vat_share_period (const SheafBook *book,
                                 SheafDate        from,
                                 SheafDate        to,
                                 guint           *ret_period,
                                 GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVatShare, sheaf_vat_share_free)
