/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Value-added tax invoices of vouchers. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/invoice.h"
#include "ledger/voucher.h"

enum
{
  VOUCHER_KIND,
  VOUCHER,
  DIRECTION,
  NUMBER,
  DATE,
  FORM,
  SERIAL,
  PARTY,
  SELLER_NAME,
  TAX_CODE,
  BASE,
  RATE,
  VAT,
  DEDUCTIBLE,
};

static const SheafImportColumn columns[] = {
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_REQUIRED },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_REQUIRED },
  [DIRECTION] = { "direction", SHEAF_IMPORT_REQUIRED },
  [NUMBER] = { "number", SHEAF_IMPORT_REQUIRED },
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [FORM] = { "form", SHEAF_IMPORT_OPTIONAL },
  [SERIAL] = { "serial", SHEAF_IMPORT_OPTIONAL },
  [PARTY] = { "party", SHEAF_IMPORT_OPTIONAL },
  [SELLER_NAME] = { "seller_name", SHEAF_IMPORT_OPTIONAL },
  [TAX_CODE] = { "tax_code", SHEAF_IMPORT_OPTIONAL },
  [BASE] = { "base", SHEAF_IMPORT_REQUIRED },
  [RATE] = { "rate", SHEAF_IMPORT_REQUIRED },
  [VAT] = { "vat", SHEAF_IMPORT_OPTIONAL },
  [DEDUCTIBLE] = { "deductible", SHEAF_IMPORT_OPTIONAL },
};

/* An invoice may be dated in the year before its voucher, so later years are looked through too. */
static void
read_voucher (SheafImport  *import,
              SheafInvoice *invoice)
{
  const char      *number = sheaf_import_text (import, VOUCHER);
  int              year = sheaf_date_year (invoice->date);
  SheafVoucherKind kind;

  if (!sheaf_voucher_kind_from_word (sheaf_import_text (import, VOUCHER_KIND), &kind))
    {
      sheaf_import_problem (import, VOUCHER_KIND,
                            _ ("“%s” is no kind of voucher, take one of receipt, payment, bank-in, "
                               "bank-out, journal, stock-in, stock-out, advance, purchase-list, "
                               "allocation"),
                            sheaf_import_text (import, VOUCHER_KIND));
      return;
    }
  for (int later = 0; later < 3 && invoice->voucher_id == 0; later++)
    invoice->voucher_id = sheaf_voucher_find (import->book, kind, year + later, number);
  if (invoice->voucher_id == 0)
    sheaf_import_problem (
        import, VOUCHER,
        _ ("there is no voucher %s of this kind, correct the number or import the "
           "voucher first"),
        number);
}

static void
read_figures (SheafImport  *import,
              SheafInvoice *invoice)
{
  gboolean    base = sheaf_import_amount (import, BASE, &invoice->base);
  const char *rate = sheaf_import_text (import, RATE);

  if (*rate != '\0' && !sheaf_invoice_rate_from_word (rate, &invoice->rate))
    sheaf_import_problem (import, RATE,
                          _ ("“%s” is no rate, take one of 0, 5, 8, 10, not-taxable, "
                             "not-declared"),
                          rate);
  if (!base || import->row_is_bad)
    return;
  if (!sheaf_import_has (import, VAT))
    {
      invoice->vat = sheaf_invoice_tax (invoice);
      return;
    }
  (void) sheaf_import_amount (import, VAT, &invoice->vat); /* its problem is added */
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  static const char *const directions[] = { "in", "out", NULL };
  SheafInvoice             invoice = { .direction = SHEAF_INVOICE_IN, .date = SHEAF_DATE_NONE };
  guint                    direction;
  guint                    errors = import->problems->errors;
  GError                  *problem = NULL;

  invoice.number = (char *) sheaf_import_text (import, NUMBER);
  invoice.form = (char *) sheaf_import_text (import, FORM);
  invoice.serial = (char *) sheaf_import_text (import, SERIAL);
  invoice.seller_name = (char *) sheaf_import_text (import, SELLER_NAME);
  invoice.tax_code = (char *) sheaf_import_text (import, TAX_CODE);
  if (sheaf_import_word (import, DIRECTION, directions, &direction))
    invoice.direction = direction == 0 ? SHEAF_INVOICE_IN : SHEAF_INVOICE_OUT;
  if (sheaf_import_date (import, DATE, &invoice.date))
    read_voucher (import, &invoice);
  (void) sheaf_import_party (import, PARTY,
                             &invoice.party_id); /* its problem is added; likewise below */
  read_figures (import, &invoice);
  (void) sheaf_import_yes (import, DEDUCTIBLE, &invoice.deductible);
  if (import->row_is_bad)
    return TRUE;
  if (!sheaf_invoice_check (import->book, &invoice, import->file, import->line, NULL,
                            import->problems, error))
    return FALSE;
  return import->problems->errors > errors ||
         sheaf_invoice_insert (import->book, &invoice, &problem) ||
         sheaf_import_take_error (import, NUMBER, problem, error);
}

const SheafImportKind sheaf_import_invoices = {
  .name = "invoices",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};
