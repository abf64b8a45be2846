/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft as a record and as text. The text is CSV: a record for each field, one that names the
 * columns, one for each row, so that no cell can pass for another whatever was typed into it. */
#include "ledger/draft.h"

#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/error.h"

#include <string.h>

#define MARK "sheaf-draft"
#define VERSION "1"

static const char *const cell_names[SHEAF_DRAFT_CELLS] = {
  [SHEAF_DRAFT_DESCRIPTION] = "description",
  [SHEAF_DRAFT_DEBIT] = "debit",
  [SHEAF_DRAFT_CREDIT] = "credit",
  [SHEAF_DRAFT_AMOUNT] = "amount",
  [SHEAF_DRAFT_DEBIT_PARTY] = "debit_party",
  [SHEAF_DRAFT_CREDIT_PARTY] = "credit_party",
  [SHEAF_DRAFT_DEBIT_ITEM] = "debit_item",
  [SHEAF_DRAFT_CREDIT_ITEM] = "credit_item",
  [SHEAF_DRAFT_SCOPE] = "scope",
  [SHEAF_DRAFT_SCOPE_REASON] = "scope_reason",
  [SHEAF_DRAFT_DUE] = "due",
  [SHEAF_DRAFT_MEMO] = "memo",
  [SHEAF_DRAFT_DOCUMENT] = "document",
  [SHEAF_DRAFT_DOCUMENT_DATE] = "document_date",
  [SHEAF_DRAFT_PRODUCT] = "product",
  [SHEAF_DRAFT_QUANTITY] = "quantity",
  [SHEAF_DRAFT_SEASON] = "season",
  [SHEAF_DRAFT_PLAN] = "plan",
  [SHEAF_DRAFT_CURRENCY] = "currency",
  [SHEAF_DRAFT_DEBIT_FOREIGN] = "debit_foreign",
  [SHEAF_DRAFT_CREDIT_FOREIGN] = "credit_foreign",
  [SHEAF_DRAFT_RATE] = "rate",
  [SHEAF_DRAFT_DEBIT_CURRENCY] = "debit_currency",
  [SHEAF_DRAFT_CREDIT_CURRENCY] = "credit_currency",
};

static const char *const invoice_names[SHEAF_DRAFT_INVOICE_CELLS] = {
  [SHEAF_DRAFT_INVOICE_DIRECTION] = "direction",
  [SHEAF_DRAFT_INVOICE_NUMBER] = "number",
  [SHEAF_DRAFT_INVOICE_DATE] = "date",
  [SHEAF_DRAFT_INVOICE_FORM] = "form",
  [SHEAF_DRAFT_INVOICE_SERIAL] = "serial",
  [SHEAF_DRAFT_INVOICE_PARTY] = "party",
  [SHEAF_DRAFT_INVOICE_SELLER_NAME] = "seller_name",
  [SHEAF_DRAFT_INVOICE_TAX_CODE] = "tax_code",
  [SHEAF_DRAFT_INVOICE_BASE] = "base",
  [SHEAF_DRAFT_INVOICE_RATE] = "rate",
  [SHEAF_DRAFT_INVOICE_VAT] = "vat",
  [SHEAF_DRAFT_INVOICE_DEDUCTIBLE] = "deductible",
};

const char *
sheaf_draft_cell_name (SheafDraftCell cell)
{
  g_return_val_if_fail (cell < SHEAF_DRAFT_CELLS, "");
  return cell_names[cell];
}

const char *
sheaf_draft_invoice_cell_name (SheafDraftInvoiceCell cell)
{
  g_return_val_if_fail (cell < SHEAF_DRAFT_INVOICE_CELLS, "");
  return invoice_names[cell];
}

static void
free_row (gpointer data)
{
  SheafDraftRow *row = data;

  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static void
free_invoice (gpointer data)
{
  SheafDraftInvoice *invoice = data;

  for (guint i = 0; i < SHEAF_DRAFT_INVOICE_CELLS; i++)
    g_free (invoice->cells[i]);
  g_free (invoice);
}

SheafDraft *
sheaf_draft_new (const char *kind)
{
  SheafDraft *draft = g_new0 (SheafDraft, 1);

  draft->kind = g_strdup (kind != NULL ? kind : sheaf_voucher_kind_to_word (SHEAF_VOUCHER_JOURNAL));
  draft->number = g_strdup ("");
  draft->date = g_strdup ("");
  draft->description = g_strdup ("");
  draft->rows = g_ptr_array_new_with_free_func (free_row);
  draft->invoices = g_ptr_array_new_with_free_func (free_invoice);
  return draft;
}

void
sheaf_draft_free (SheafDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->kind);
  g_free (draft->number);
  g_free (draft->date);
  g_free (draft->description);
  g_ptr_array_unref (draft->rows);
  g_ptr_array_unref (draft->invoices);
  g_free (draft);
}

void
sheaf_draft_set (char      **field,
                 const char *text)
{
  char *clean = text != NULL ? sheaf_text_clean (text, -1) : g_strdup ("");

  if (clean == NULL) /* no UTF-8: shown as well as can be, so that it can be mended */
    clean = g_utf8_make_valid (text, -1);
  g_free (*field);
  *field = clean;
}

SheafDraftRow *
sheaf_draft_add_row (SheafDraft *draft)
{
  SheafDraftRow *row = g_new0 (SheafDraftRow, 1);

  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    row->cells[i] = g_strdup ("");
  g_ptr_array_add (draft->rows, row);
  return row;
}

SheafDraftInvoice *
sheaf_draft_add_invoice (SheafDraft *draft)
{
  SheafDraftInvoice *invoice = g_new0 (SheafDraftInvoice, 1);

  for (guint i = 0; i < SHEAF_DRAFT_INVOICE_CELLS; i++)
    invoice->cells[i] = g_strdup ("");
  g_ptr_array_add (draft->invoices, invoice);
  return invoice;
}

static void
append_record (GString           *text,
               const char        *word,
               const char *const *cells,
               guint              n)
{
  sheaf_csv_append (text, TRUE, word);
  for (guint i = 0; i < n; i++)
    sheaf_csv_append (text, FALSE, cells[i]);
  g_string_append_c (text, '\n');
}

static void
append_field (GString    *text,
              const char *word,
              const char *value)
{
  append_record (text, word, &value, 1);
}

char *
sheaf_draft_to_text (const SheafDraft *draft)
{
  GString *text = g_string_new (NULL);

  append_field (text, MARK, VERSION);
  append_field (text, "kind", draft->kind);
  append_field (text, "number", draft->number);
  append_field (text, "date", draft->date);
  append_field (text, "description", draft->description);
  if (draft->rows->len > 0)
    append_record (text, "columns", cell_names, SHEAF_DRAFT_CELLS);
  for (guint i = 0; i < draft->rows->len; i++)
    append_record (text, "row",
                   (const char *const *) ((SheafDraftRow *) draft->rows->pdata[i])->cells,
                   SHEAF_DRAFT_CELLS);
  if (draft->invoices->len > 0)
    append_record (text, "invoice-columns", invoice_names, SHEAF_DRAFT_INVOICE_CELLS);
  for (guint i = 0; i < draft->invoices->len; i++)
    append_record (text, "invoice",
                   (const char *const *) ((SheafDraftInvoice *) draft->invoices->pdata[i])->cells,
                   SHEAF_DRAFT_INVOICE_CELLS);
  return g_string_free (text, FALSE);
}

/* Where each column of a record goes; -1: nowhere. */
typedef struct
{
  int   places[64];
  guint n;
} Columns;

static gboolean
read_columns (const GPtrArray   *fields,
              const char *const *names,
              guint              n_names,
              Columns           *columns)
{
  columns->n = fields->len - 1;
  if (columns->n > G_N_ELEMENTS (columns->places))
    return FALSE;
  for (guint i = 0; i < columns->n; i++)
    {
      columns->places[i] = -1;
      for (guint name = 0; name < n_names; name++)
        if (strcmp (fields->pdata[i + 1], names[name]) == 0)
          columns->places[i] = (int) name;
      if (columns->places[i] < 0)
        return FALSE; /* a newer program wrote it: nothing may be lost */
    }
  return TRUE;
}

static gboolean
read_cells (const GPtrArray *fields,
            const Columns   *columns,
            char           **cells)
{
  if (fields->len - 1 != columns->n)
    return FALSE;
  for (guint i = 0; i < columns->n; i++)
    sheaf_draft_set (&cells[columns->places[i]], fields->pdata[i + 1]);
  return TRUE;
}

typedef struct
{
  SheafDraft *draft;
  Columns     rows;
  Columns     invoices;
} Reader;

static gboolean
read_record (Reader          *reader,
             const GPtrArray *fields)
{
  SheafDraft *draft = reader->draft;
  const char *word = fields->pdata[0];
  struct
  {
    const char *word;
    char      **field;
  } single[] = { { "kind", &draft->kind },
                 { "number", &draft->number },
                 { "date", &draft->date },
                 { "description", &draft->description } };

  for (gsize i = 0; i < G_N_ELEMENTS (single); i++)
    if (strcmp (word, single[i].word) == 0 && fields->len == 2)
      {
        sheaf_draft_set (single[i].field, fields->pdata[1]);
        return TRUE;
      }
  if (strcmp (word, "columns") == 0)
    return read_columns (fields, cell_names, SHEAF_DRAFT_CELLS, &reader->rows);
  if (strcmp (word, "invoice-columns") == 0)
    return read_columns (fields, invoice_names, SHEAF_DRAFT_INVOICE_CELLS, &reader->invoices);
  if (strcmp (word, "row") == 0)
    return read_cells (fields, &reader->rows, sheaf_draft_add_row (draft)->cells);
  if (strcmp (word, "invoice") == 0)
    return read_cells (fields, &reader->invoices, sheaf_draft_add_invoice (draft)->cells);
  return FALSE;
}

SheafDraft *
sheaf_draft_from_text (const char *text,
                       GError    **error)
{
  g_autoptr (SheafCsvReader) csv = sheaf_csv_reader_open_text (text);
  g_autoptr (SheafDraft) draft = sheaf_draft_new ("");
  Reader           reader = { .draft = draft };
  const GPtrArray *fields = sheaf_csv_reader_next (csv, NULL);
  gboolean         good = fields != NULL && fields->len == 2 &&
                  strcmp (fields->pdata[0], MARK) == 0 && strcmp (fields->pdata[1], VERSION) == 0;
  g_autoptr (GError) failure = NULL;

  while (good && (fields = sheaf_csv_reader_next (csv, &failure)) != NULL)
    good = read_record (&reader, fields);
  if (good && failure == NULL)
    return g_steal_pointer (&draft);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DRAFT,
               _ ("the draft cannot be read: open the book with the program that saved it, or "
                  "remove the draft"));
  return NULL;
}
