/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the form by the kind of the voucher and draws it. */
#include "documents/voucher-paper.h"

#include "base/currency.h"
#include "documents/cash-slip.h"
#include "documents/stock-slip.h"
#include "documents/table.h"
#include "ledger/item.h"

#define PAPER "voucher"
#define SIZE 10.0f
#define N_COLUMNS 6

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };

typedef struct
{
  SheafSource             *source;
  const SheafVoucherFacts *facts;
  SheafDocument           *document;
} Drawing;

static gboolean
draw_cash (const Drawing *drawing,
           GError       **error)
{
  const SheafVoucherFacts *facts = drawing->facts;
  gboolean                 receipt = facts->voucher->kind == SHEAF_VOUCHER_RECEIPT;
  const SheafParty        *party = facts->party;
  SheafWords              *words = sheaf_source_words (drawing->source, error);
  SheafCashSlip            slip = {
               .form = receipt ? "01-TT" : "02-TT",
               .number = facts->voucher->number,
               .date = facts->voucher->date,
               .person = party != NULL ? party->name : "",
               .place = party != NULL && party->address != NULL ? party->address : "",
               .reason = facts->voucher->description,
               .papers = facts->papers,
               .amount = sheaf_voucher_facts_sum (facts, SHEAF_ACCOUNT_BOOK_CASH, receipt),
               .debit = facts->debit,
               .credit = facts->credit,
  };

  return words != NULL &&
         sheaf_cash_slip_draw (drawing->document, sheaf_source_texts (drawing->source),
                               sheaf_source_frame (drawing->source), &slip, words, error);
}

static SheafTable *
open_table (const Drawing *drawing)
{
  g_auto (GStrv)
      headings = sheaf_paper_texts_list (sheaf_source_texts (drawing->source), PAPER, "columns");
  SheafTableColumn columns[N_COLUMNS] = {
    { .width = SHEAF_MM (10), .align = SHEAF_ALIGN_CENTRE },
    { .weight = 2 },
    { .width = SHEAF_MM (17), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (17), .align = SHEAF_ALIGN_CENTRE },
    { .weight = 1 },
    { .width = SHEAF_MM (31), .align = SHEAF_ALIGN_RIGHT },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
  return sheaf_table_new (drawing->document, columns, N_COLUMNS, SIZE, SHEAF_MM (6));
}

static const char *
code_of (const Drawing *drawing,
         gint64         account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (drawing->facts->chart, account_id);

  return account == NULL || account->hidden ? "" : account->code;
}

/* "2.000,00 USD" where a row counts units of a currency, else its amount. */
static char *
amount_of (const Drawing         *drawing,
           const SheafVoucherRow *row)
{
  const SheafVoucherFacts *facts = drawing->facts;
  const SheafAccount      *counter = sheaf_chart_by_role (facts->chart, "foreign-units", NULL);
  gint64                   item = row->debit_item_id;
  g_autofree char         *currency = NULL, *units = NULL;

  if (item == 0)
    item = row->credit_item_id;
  if (counter != NULL && item != 0 &&
      (row->debit_id == counter->id || row->credit_id == counter->id))
    currency = sheaf_item_code (facts->book, item);
  if (currency == NULL)
    return sheaf_paper_texts_money (sheaf_source_texts (drawing->source), row->amount, "vi");
  units = sheaf_currency_format (row->amount.units, currency, "vi");
  return g_strdup_printf ("%s %s", units, currency);
}

/* "Nguyễn Văn Mẫu; HTX bạn": both sides where both name somebody. */
static char *
parties_of (const Drawing         *drawing,
            const SheafVoucherRow *row)
{
  SheafBook *book = drawing->facts->book;
  g_autoptr (SheafParty)
      debit = row->debit_party_id == 0 ? NULL : sheaf_party_load (book, row->debit_party_id, NULL);
  g_autoptr (SheafParty) credit = row->credit_party_id == 0 ||
                                          row->credit_party_id == row->debit_party_id
                                      ? NULL
                                      : sheaf_party_load (book, row->credit_party_id, NULL);

  return g_strconcat (debit != NULL ? debit->name : "",
                      debit != NULL && credit != NULL ? "; " : "",
                      credit != NULL ? credit->name : "", NULL);
}

static void
draw_rows (const Drawing *drawing)
{
  const GPtrArray *rows = drawing->facts->voucher->rows;
  SheafTable      *table = open_table (drawing);
  g_autofree char *total = sheaf_paper_texts_money (sheaf_source_texts (drawing->source),
                                                    drawing->facts->total, "vi");
  const char      *last[N_COLUMNS] = { "",
                                       sheaf_paper_texts_get (sheaf_source_texts (drawing->source),
                                                              PAPER, "total"),
                                       "", "", "", total };

  for (guint i = 0; i < rows->len; i++)
    {
      const SheafVoucherRow *row = rows->pdata[i];
      g_autofree char       *number = g_strdup_printf ("%u", i + 1);
      g_autofree char       *parties = parties_of (drawing, row);
      g_autofree char       *amount = amount_of (drawing, row);
      const char            *cells[N_COLUMNS] = { number,
                                                  row->description,
                                                  code_of (drawing, row->debit_id),
                                                  code_of (drawing, row->credit_id),
                                                  parties,
                                                  amount };

      sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, cells);
    }
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0, last);
  sheaf_table_finish (table, sheaf_signers_height ());
}

static char *
title_of (const Drawing *drawing)
{
  SheafPaperTexts    *texts = sheaf_source_texts (drawing->source);
  const SheafVoucher *voucher = drawing->facts->voucher;
  const char         *kind = sheaf_voucher_kind_to_word (voucher->kind);
  g_autofree char    *key = g_strconcat ("title-", kind, NULL);
  const char         *title = voucher->reverses_id == 0
                                  ? sheaf_paper_texts_find (texts, PAPER, key)
                                  : NULL;

  return g_strdup (title != NULL ? title : sheaf_paper_texts_get (texts, PAPER, "title"));
}

static void
draw_head (const Drawing *drawing)
{
  SheafPaperTexts  *texts = sheaf_source_texts (drawing->source);
  const SheafFrame *frame = sheaf_source_frame (drawing->source);
  g_autofree char  *title = title_of (drawing);
  g_autofree char  *unit = sheaf_paper_texts_fill (texts, PAPER, "unit", "name", frame->name, NULL);
  g_autofree char  *address = sheaf_paper_texts_fill (texts, PAPER, "address", "address",
                                                      frame->address, NULL);
  g_autofree char  *number = sheaf_paper_texts_fill (texts, PAPER, "number", "number",
                                                     drawing->facts->voucher->number, NULL);
  g_autofree char  *day = sheaf_paper_texts_date (sheaf_paper_texts_get (texts, PAPER, "subtitle"),
                                                  drawing->facts->voucher->date);
  g_autofree char  *subtitle = g_strjoin ("\n", day, number, NULL);
  SheafHeading      heading = {
         .unit = unit, .address = address, .title = title, .subtitle = subtitle
  };

  sheaf_heading_draw (drawing->document, &heading);
}

static gboolean
draw_reversed (const Drawing *drawing,
               GError       **error)
{
  const SheafVoucher *voucher = drawing->facts->voucher;
  g_autoptr (SheafVoucher) original = NULL;
  g_autofree char *line = NULL;

  if (voucher->reverses_id == 0)
    return TRUE;
  original = sheaf_voucher_load (drawing->facts->book, voucher->reverses_id, error);
  if (original == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (sheaf_source_texts (drawing->source), PAPER, "reverses", "number",
                                 original->number, "reason",
                                 voucher->reason != NULL ? voucher->reason : "", NULL);
  sheaf_document_text_flow (drawing->document, TEXT, line);
  return TRUE;
}

static gboolean
draw_plain (const Drawing *drawing,
            GError       **error)
{
  SheafPaperTexts  *texts = sheaf_source_texts (drawing->source);
  const SheafFrame *frame = sheaf_source_frame (drawing->source);
  const char       *names[] = { frame->accountant, frame->chief_accountant, NULL };
  const char       *papers = drawing->facts->papers;
  SheafWords       *amounts = sheaf_source_words (drawing->source, error);
  g_autofree char  *words = NULL;
  g_autofree char  *sum = NULL;
  g_autofree char  *attached = NULL;

  if (amounts != NULL)
    words = sheaf_words_amount (amounts, drawing->facts->total, error);
  if (words == NULL)
    return FALSE;
  draw_head (drawing);
  sheaf_document_text_flow (drawing->document, TEXT, drawing->facts->voucher->description);
  if (!draw_reversed (drawing, error))
    return FALSE;
  sheaf_document_set_y (drawing->document, sheaf_document_y (drawing->document) + SHEAF_MM (3));
  draw_rows (drawing);
  sum = sheaf_paper_texts_fill (texts, PAPER, "words", "words", words, NULL);
  attached = sheaf_paper_texts_fill (texts, PAPER, "attached", "papers",
                                     *papers != '\0' ? papers : "…………", NULL);
  sheaf_document_set_y (drawing->document, sheaf_document_y (drawing->document) + SHEAF_MM (3));
  sheaf_document_text_flow (drawing->document, TEXT, sum);
  sheaf_document_text_flow (drawing->document, TEXT, attached);
  sheaf_frame_sign (frame, texts, PAPER, names, 0, drawing->document);
  return sheaf_paper_texts_check (texts, error);
}

static gboolean
draw_stock (const Drawing *drawing,
            GError       **error)
{
  SheafWords *words = sheaf_source_words (drawing->source, error);

  return words != NULL &&
         sheaf_stock_slip_draw (drawing->document, sheaf_source_texts (drawing->source),
                                sheaf_source_frame (drawing->source), drawing->facts, words,
                                error);
}

static gboolean
draw (const Drawing *drawing,
      GError       **error)
{
  const SheafVoucher *voucher = drawing->facts->voucher;

  if (voucher->reverses_id != 0)
    return draw_plain (drawing, error);
  switch (voucher->kind)
    {
    case SHEAF_VOUCHER_RECEIPT:
    case SHEAF_VOUCHER_PAYMENT:
      return draw_cash (drawing, error);
    case SHEAF_VOUCHER_STOCK_IN:
    case SHEAF_VOUCHER_STOCK_OUT:
      return draw_stock (drawing, error);
    case SHEAF_VOUCHER_BANK_IN:
    case SHEAF_VOUCHER_BANK_OUT:
    case SHEAF_VOUCHER_JOURNAL:
    case SHEAF_VOUCHER_OPENING:
    case SHEAF_VOUCHER_ADVANCE:
    case SHEAF_VOUCHER_PURCHASE_LIST:
    case SHEAF_VOUCHER_ALLOCATION:
    default:
      return draw_plain (drawing, error);
    }
}

GBytes *
sheaf_voucher_paper_make (SheafBook *book,
                          gint64     voucher_id,
                          GError   **error)
{
  g_autoptr (SheafVoucherFacts) facts = sheaf_voucher_facts_load (book, voucher_id, error);
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) document = NULL;
  Drawing drawing;

  if (facts == NULL)
    return NULL;
  source = sheaf_source_new (book, sheaf_date_year (facts->voucher->date), error);
  if (source == NULL)
    return NULL;
  document = sheaf_frame_open (sheaf_source_frame (source), sheaf_source_texts (source), NULL,
                               facts->voucher->number, facts->voucher->date, SHEAF_PAGE_PORTRAIT,
                               error);
  drawing = (Drawing){ source, facts, document };
  if (document == NULL || !draw (&drawing, error))
    return NULL;
  return sheaf_document_finish (document, error);
}
