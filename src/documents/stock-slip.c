/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked for or invoiced is written by hand where it differs from what was counted. */
#include "documents/stock-slip.h"

#include "documents/table.h"
#include "trade/product.h"

#define SIZE 9.5f
#define SIGN_SIZE 9.0f
#define N_COLUMNS 8
#define DOTS "…………………………"

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle SMALL = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };

static const char *
or_dots (const char *text)
{
  return text != NULL && *text != '\0' ? text : DOTS;
}

static gboolean
takes_in (const SheafVoucherFacts *facts)
{
  return facts->voucher->kind == SHEAF_VOUCHER_STOCK_IN;
}

static const char *
form_of (const SheafVoucherFacts *facts)
{
  return takes_in (facts) ? "01-VT" : "02-VT";
}

static void
draw_line (SheafDocument   *document,
           SheafPaperTexts *texts,
           const char      *form,
           const char      *key,
           const char      *name,
           const char      *value,
           const char      *second,
           const char      *second_value)
{
  g_autofree char *line = sheaf_paper_texts_fill (texts, form, key, name, or_dots (value), second,
                                                  or_dots (second_value), NULL);

  sheaf_document_text_flow (document, TEXT, line);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (0.8));
}

/* Number and accounts at the right of the title. */
static void
draw_block (SheafDocument           *document,
            SheafPaperTexts         *texts,
            const SheafVoucherFacts *facts,
            float                    y)
{
  float            width = SHEAF_MM (44);
  float            x = sheaf_document_right (document) - width;
  const char      *form = form_of (facts);
  g_autofree char *number = sheaf_paper_texts_fill (texts, form, "number", "number",
                                                    facts->voucher->number, NULL);
  g_autofree char *debit = sheaf_paper_texts_fill (texts, form, "debit", "account", facts->debit,
                                                   NULL);
  g_autofree char *credit = sheaf_paper_texts_fill (texts, form, "credit", "account",
                                                    facts->credit, NULL);

  y += sheaf_document_text_box (document, SMALL, x, y, width, number);
  y += sheaf_document_text_box (document, SMALL, x, y, width, debit);
  (void) sheaf_document_text_box (document, SMALL, x, y, width, credit);
}

static SheafTable *
open_table (SheafDocument   *document,
            SheafPaperTexts *texts,
            const char      *form)
{
  static const char *const marks[N_COLUMNS] = { "A", "B", "C", "D", "1", "2", "3", "4" };
  g_auto (GStrv) headings = sheaf_paper_texts_list (texts, form, "columns");
  const char      *group = sheaf_paper_texts_get (texts, form, "group");
  SheafTableColumn columns[N_COLUMNS] = {
    { .width = SHEAF_MM (10), .align = SHEAF_ALIGN_CENTRE },
    { .weight = 1 },
    { .width = SHEAF_MM (18), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (14), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (19), .align = SHEAF_ALIGN_RIGHT, .group = group },
    { .width = SHEAF_MM (19), .align = SHEAF_ALIGN_RIGHT, .group = group },
    { .width = SHEAF_MM (22), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (26), .align = SHEAF_ALIGN_RIGHT },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
      columns[i].mark = marks[i];
    }
  return sheaf_table_new (document, columns, N_COLUMNS, SIZE, SHEAF_MM (6));
}

/* The price that amount and quantity make, rounded half up to whole money. */
static char *
price_of (SheafPaperTexts       *texts,
          const SheafVoucherRow *row)
{
  SheafMoney price;

  if (row->quantity.thousandths <= 0)
    return g_strdup ("");
  price = sheaf_money_mul_div (row->amount, 1000, row->quantity.thousandths, SHEAF_ROUND_HALF_UP);
  return sheaf_paper_texts_money (texts, price, "vi");
}

static void
add_row (SheafTable              *table,
         SheafPaperTexts         *texts,
         const SheafVoucherFacts *facts,
         const SheafVoucherRow   *row,
         guint                    number)
{
  gint64 id = row->product == NULL ? 0 : sheaf_product_find (facts->book, row->product);
  g_autoptr (SheafProduct) product = id == 0 ? NULL : sheaf_product_load (facts->book, id, NULL);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *quantity = row->quantity.thousandths == 0
                                  ? g_strdup ("")
                                  : sheaf_quantity_to_text (row->quantity);
  g_autofree char *price = price_of (texts, row);
  g_autofree char *amount = sheaf_paper_texts_money (texts, row->amount, "vi");
  const char      *cells[N_COLUMNS] = { number_text,
                                   product != NULL ? product->name : row->description,
                                   row->product != NULL ? row->product : "",
                                   product != NULL ? product->unit : "",
                                        "",
                                        quantity,
                                        price,
                                        amount };

  g_strdelimit (quantity, ".", ',');
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, cells);
}

/* Rows of goods: those with an account of stock on the voucher's side. */
static void
draw_goods (SheafDocument           *document,
            SheafPaperTexts         *texts,
            const SheafVoucherFacts *facts,
            SheafMoney               sum)
{
  SheafTable      *table = open_table (document, texts, form_of (facts));
  g_autofree char *total = sheaf_paper_texts_money (texts, sum, "vi");
  const char      *last[N_COLUMNS] = { "",
                                       sheaf_paper_texts_get (texts, form_of (facts), "total"),
                                       "x", "x", "x", "x", "x", total };
  guint            number = 0;

  for (guint i = 0; i < facts->voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = facts->voucher->rows->pdata[i];
      const SheafAccount    *account = sheaf_chart_by_id (
             facts->chart, takes_in (facts) ? row->debit_id : row->credit_id);

      if (account != NULL && account->book == SHEAF_ACCOUNT_BOOK_STOCK)
        add_row (table, texts, facts, row, ++number);
    }
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0, last);
  sheaf_table_finish (table, sheaf_signers_height ());
}

gboolean
sheaf_stock_slip_draw (SheafDocument           *document,
                       SheafPaperTexts         *texts,
                       const SheafFrame        *frame,
                       const SheafVoucherFacts *facts,
                       SheafWords              *amounts,
                       GError                 **error)
{
  const char      *form = form_of (facts);
  const char      *person = facts->party != NULL ? facts->party->name : "";
  const char      *place = facts->party != NULL ? facts->party->address : "";
  const char      *in[] = { frame->accountant, person, "", frame->chief_accountant, NULL };
  const char      *out[] = { frame->accountant, person, "",
                             frame->chief_accountant, frame->director, NULL };
  gboolean         in_debit = takes_in (facts);
  SheafMoney       sum = sheaf_voucher_facts_sum (facts, SHEAF_ACCOUNT_BOOK_STOCK, in_debit);
  g_autofree char *words = sheaf_words_amount (amounts, sum, error);
  SheafFrame       open = *frame;

  if (words == NULL)
    return FALSE;
  open.address = ""; /* the form asks for the department, which is written by hand */
  open.date = SHEAF_DATE_NONE;
  sheaf_frame_head (&open, texts, form, facts->voucher->date, NULL, document);
  draw_block (document, texts, facts, sheaf_document_y (document) - SHEAF_MM (13));
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (4));
  draw_line (document, texts, form, "person", "name", person, "address", place);
  draw_line (document, texts, form, "source", "papers",
             takes_in (facts) ? facts->papers : facts->voucher->description, "", "");
  draw_line (document, texts, form, "place", "place", "", "where", "");
  draw_goods (document, texts, facts, sum);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (3));
  draw_line (document, texts, form, "words", "words", words, "", "");
  draw_line (document, texts, form, "attached", "papers", facts->papers, "", "");
  sheaf_frame_sign (&open, texts, form, takes_in (facts) ? in : out, SIGN_SIZE, document);
  return sheaf_paper_texts_check (texts, error);
}
