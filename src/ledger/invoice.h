/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Value-added tax invoices behind vouchers (hóa đơn, Law 48/2024/QH15 on VAT). */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "ledger/types.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_INVOICE_IN = 1,  /* received: input tax */
  SHEAF_INVOICE_OUT = 2, /* issued: output tax */
} SheafInvoiceDirection;

#define SHEAF_INVOICE_NOT_TAXABLE (-1)
#define SHEAF_INVOICE_NOT_DECLARED (-2)

typedef struct
{
  gint64                id; /* 0 until entered */
  gint64                voucher_id;
  SheafInvoiceDirection direction;
  char                 *number;
  SheafDate             date;
  char                 *form; /* this and what follows may be NULL */
  char                 *serial;
  gint64                party_id;
  char                 *seller_name;
  char                 *tax_code;
  SheafMoney            base; /* without tax */
  int                   rate; /* percent: 0, 5, 8, 10; or one of the two above */
  SheafMoney            vat;
  gboolean              deductible;   /* of input tax */
  SheafVoucherKind      voucher_kind; /* read back; likewise below */
  char                 *voucher_number;
} SheafInvoice;

void sheaf_invoice_free (SheafInvoice *invoice);

/* base × rate, half up; 0 where no rate applies. */
SheafMoney sheaf_invoice_tax (const SheafInvoice *invoice);

/* Judges an invoice that is not entered yet: no number, the same one entered already for the seller
 * (that of a reversed voucher does not count), tax where the rate has none; a warning where the tax
 * is not base × rate and where the rate is not in force on the day. Columns are called prefix and
 * the field's name. FALSE only on a store error. */
gboolean sheaf_invoice_check (SheafBook          *book,
                              const SheafInvoice *invoice,
                              const char         *file,
                              guint               line,
                              const char         *prefix,
                              SheafProblems      *problems,
                              GError            **error);

/* Enters it, inside the act under way or as one of its own. Refused: an invoice of the same seller,
 * form, serial and number in the year (SHEAF_LEDGER_ERROR_NUMBER), tax where the rate has none
 * (SHEAF_LEDGER_ERROR_AMOUNT). */
gboolean sheaf_invoice_insert (SheafBook          *book,
                               const SheafInvoice *invoice,
                               GError            **error);

/* Of the days from first to last (SHEAF_DATE_NONE: no bound), by day, then as entered; of
 * SheafInvoice. */
GPtrArray *sheaf_invoice_list (SheafBook *book,
                               SheafDate  from,
                               SheafDate  to,
                               GError   **error);

/* Those of a voucher, as entered. */
GPtrArray *sheaf_invoice_list_of (SheafBook *book,
                                  gint64     voucher_id,
                                  GError   **error);

/* "0", "5", "8", "10", "not-taxable", "not-declared". */
const char *sheaf_invoice_rate_to_word (int rate);
gboolean    sheaf_invoice_rate_from_word (const char *word,
                                          int        *ret_rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafInvoice, sheaf_invoice_free)
