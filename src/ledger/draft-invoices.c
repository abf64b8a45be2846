/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cells of a draft to the invoices behind its voucher. */
#include "base/i18n.h"
#include "ledger/draft-private.h"

#include <string.h>

static const char *
cell (const SheafDraftInvoice *invoice,
      SheafDraftInvoiceCell    which)
{
  return invoice->cells[which];
}

/* The index of one of two words; an empty cell is the first. */
static gboolean
take_word (SheafDraftReader        *reader,
           const SheafDraftInvoice *cells,
           SheafDraftInvoiceCell    which,
           const char              *first,
           const char              *second)
{
  const char *text = cell (cells, which);

  if (strcmp (text, second) == 0)
    return TRUE;
  if (*text != '\0' && strcmp (text, first) != 0)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_invoice_cell_name (which),
                      _ ("“%s” cannot stand here, write %s or %s"), text, first, second);
  return FALSE;
}

static char *
take_text (const SheafDraftInvoice *cells,
           SheafDraftInvoiceCell    which)
{
  return *cell (cells, which) != '\0' ? g_strdup (cell (cells, which)) : NULL;
}

static void
take_figures (SheafDraftReader        *reader,
              const SheafDraftInvoice *cells,
              SheafInvoice            *invoice)
{
  const char *rate = cell (cells, SHEAF_DRAFT_INVOICE_RATE);
  const char *vat = cell (cells, SHEAF_DRAFT_INVOICE_VAT);

  if (sheaf_draft_must (reader, "base", cell (cells, SHEAF_DRAFT_INVOICE_BASE)))
    sheaf_draft_take_amount (reader, "base", cell (cells, SHEAF_DRAFT_INVOICE_BASE),
                             &invoice->base);
  if (sheaf_draft_must (reader, "rate", rate) &&
      !sheaf_invoice_rate_from_word (rate, &invoice->rate))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "rate",
                      _ ("“%s” is no rate, take one of 0, 5, 8, 10, not-taxable, not-declared"),
                      rate);
  if (*vat == '\0')
    invoice->vat = sheaf_invoice_tax (invoice);
  else if (strcmp (vat, "0") != 0)
    sheaf_draft_take_amount (reader, "vat", vat, &invoice->vat);
}

static SheafInvoice *
take_invoice (SheafDraftReader        *reader,
              const SheafDraftInvoice *cells)
{
  SheafInvoice *invoice = g_new0 (SheafInvoice, 1);

  invoice->date = SHEAF_DATE_NONE;
  invoice->direction = take_word (reader, cells, SHEAF_DRAFT_INVOICE_DIRECTION, "in", "out")
                           ? SHEAF_INVOICE_OUT
                           : SHEAF_INVOICE_IN;
  (void) sheaf_draft_must (reader, "number",
                           cell (cells, SHEAF_DRAFT_INVOICE_NUMBER)); /* told, kept empty */
  invoice->number = g_strdup (cell (cells, SHEAF_DRAFT_INVOICE_NUMBER));
  if (sheaf_draft_must (reader, "date", cell (cells, SHEAF_DRAFT_INVOICE_DATE)))
    sheaf_draft_take_date (reader, "date", cell (cells, SHEAF_DRAFT_INVOICE_DATE), &invoice->date);
  invoice->form = take_text (cells, SHEAF_DRAFT_INVOICE_FORM);
  invoice->serial = take_text (cells, SHEAF_DRAFT_INVOICE_SERIAL);
  sheaf_draft_take_party (reader, "party", cell (cells, SHEAF_DRAFT_INVOICE_PARTY),
                          &invoice->party_id);
  invoice->seller_name = take_text (cells, SHEAF_DRAFT_INVOICE_SELLER_NAME);
  invoice->tax_code = take_text (cells, SHEAF_DRAFT_INVOICE_TAX_CODE);
  take_figures (reader, cells, invoice);
  invoice->deductible = take_word (reader, cells, SHEAF_DRAFT_INVOICE_DEDUCTIBLE, "no", "yes");
  return invoice;
}

static gboolean
is_empty (const SheafDraftInvoice *invoice)
{
  for (guint i = 0; i < SHEAF_DRAFT_INVOICE_CELLS; i++)
    if (*invoice->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

GPtrArray *
sheaf_draft_to_invoices (SheafBook               *book,
                         const SheafDraft        *draft,
                         const SheafDraftReading *reading,
                         const char              *file,
                         SheafProblems           *problems,
                         GError                 **error)
{
  SheafDraftReader reader = { book, reading, file, problems, 0, "invoice " };
  guint            errors = problems->errors;
  g_autoptr (GPtrArray) invoices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_invoice_free);

  g_return_val_if_fail (book != NULL && draft != NULL && problems != NULL, NULL);
  for (guint i = 0; i < draft->invoices->len; i++)
    {
      SheafInvoice *invoice;
      guint         before = problems->errors;

      reader.line = i + 1;
      if (is_empty (draft->invoices->pdata[i]))
        continue;
      invoice = take_invoice (&reader, draft->invoices->pdata[i]);
      g_ptr_array_add (invoices, invoice);
      if (problems->errors == before &&
          !sheaf_invoice_check (book, invoice, file, reader.line, reader.prefix, problems, error))
        return NULL;
    }
  return problems->errors == errors ? g_steal_pointer (&invoices) : NULL;
}
