/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Value-added tax by invoices: the lists of what was bought and sold (bảng kê hóa đơn mua vào, bán
 * ra), and the book S20-HTX. */
#pragma once

#include "ledger/invoice.h"

/* An invoice in a list. It counts on the day its voucher was posted (input tax may be declared in a
 * later period than the invoice's own); a reversal of the voucher takes it out on its own day. */
typedef struct
{
  SheafInvoice    *invoice; /* as entered */
  SheafDate        date;    /* on which it counts */
  SheafVoucherKind voucher_kind;
  char            *voucher_number; /* the voucher, or its reversal */
  char            *party_name;     /* of the seller or buyer; NULL when none is known */
  gboolean         reversed;       /* taken out: base and vat are negative */
  gboolean         in_force;       /* the rate holds on the invoice's day */
  SheafMoney       base;
  SheafMoney       vat;
} SheafVatLine;

/* The lines of one rate and, for what was bought, of one deductibility; they follow one another. */
typedef struct
{
  int        rate;
  gboolean   deductible;
  guint      first; /* of lines */
  guint      count;
  SheafMoney base;
  SheafMoney vat;
} SheafVatGroup;

typedef struct
{
  SheafInvoiceDirection direction;
  SheafDate             from;
  SheafDate             to;
  GPtrArray            *lines;  /* of SheafVatLine */
  GArray               *groups; /* of SheafVatGroup: deductible first; rates 0, 5, 8, 10, then
                                   not-taxable, not-declared */
  SheafMoney base;
  SheafMoney vat;
  SheafMoney deductible_vat; /* of what was bought; for what was sold, all */
  SheafMoney ledger;         /* turnover of the role's accounts: vat-input debit, vat-output
                                credit */
  SheafMoney difference;     /* ledger − deductible_vat; not 0 asks for a look */
} SheafVatList;

/* From and to are days that are there. */
SheafVatList *sheaf_vat_list_load (SheafBook            *book,
                                   SheafInvoiceDirection direction,
                                   SheafDate             from,
                                   SheafDate             to,
                                   GError              **error);
void          sheaf_vat_list_free (SheafVatList *list);

/* A line of S20-HTX (direct method): an invoice, a tax payment, or tax due by ledger entry. */
typedef struct
{
  char      *number; /* of the invoice or voucher */
  SheafDate  date;
  char      *description;
  gint64     voucher_id;
  SheafMoney paid;    /* column 1 */
  SheafMoney payable; /* column 2 */
} SheafVatBookLine;

typedef struct
{
  SheafMoney opening; /* tax owed; negative: paid too much */
  GPtrArray *lines;   /* of SheafVatBookLine */
  SheafMoney paid;
  SheafMoney payable;
  SheafMoney closing; /* opening + payable − paid, the balance of the role vat-output */
} SheafVatBook;

SheafVatBook *sheaf_vat_book_load (SheafBook *book,
                                   SheafDate  from,
                                   SheafDate  to,
                                   GError   **error);
void          sheaf_vat_book_free (SheafVatBook *vat_book);

/* Whether a rate of an invoice is in force on a day, by data/taxes/COUNTRY.ini; TRUE where a
 * country has no such data. */
gboolean sheaf_vat_rate_in_force (SheafBook *book,
                                  int        rate,
                                  SheafDate  on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVatList, sheaf_vat_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafVatBook, sheaf_vat_book_free)
