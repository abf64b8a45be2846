/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each member is paid himself, not through a team leader, and signs beside the amount. */
#include "documents/payment-list.h"

#include "documents/table.h"

#define PAPER "payment-list"
#define SIZE 10.5f
#define SIZE_SMALL 9.0f         /* where much was kept back */
#define ROW_HEIGHT SHEAF_MM (9) /* room to sign */

static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };

typedef enum
{
  NUMBER,
  CODE,
  NAME,
  YEAR,
  VOUCHER,
  BANK,
  ACCOUNT,
  GROSS,
  TAX,
  SET_OFF,
  RETURNED,
  NET,
  SIGN,
  N_COLUMNS,
} Column;

/* Widths in millimetres, of the usual and of the small letters; 0: what the others leave. */
static const struct
{
  const char *key; /* of the heading */
  float       width;
  float       small;
  SheafAlign  align;
} COLUMNS[N_COLUMNS] = {
  [NUMBER] = { "column-number", 11, 9, SHEAF_ALIGN_CENTRE },
  [CODE] = { "column-code", 20, 16, SHEAF_ALIGN_LEFT },
  [NAME] = { "column-name", 0, 0, SHEAF_ALIGN_LEFT },
  [YEAR] = { "column-year", 12, 11, SHEAF_ALIGN_CENTRE },
  [VOUCHER] = { "column-voucher", 24, 18, SHEAF_ALIGN_CENTRE },
  [BANK] = { "column-bank", 24, 15, SHEAF_ALIGN_CENTRE },
  [ACCOUNT] = { "column-account", 36, 28, SHEAF_ALIGN_LEFT },
  [GROSS] = { "column-gross", 27, 21, SHEAF_ALIGN_RIGHT },
  [TAX] = { "column-tax", 24, 18, SHEAF_ALIGN_RIGHT },
  [SET_OFF] = { "column-set-off", 24, 19, SHEAF_ALIGN_RIGHT },
  [RETURNED] = { "column-returned", 24, 19, SHEAF_ALIGN_RIGHT },
  [NET] = { "column-net", 30, 21, SHEAF_ALIGN_RIGHT },
  [SIGN] = { "column-sign", 34, 25, SHEAF_ALIGN_CENTRE },
};

/* A list under way: its columns, and the sums of those of money. */
typedef struct
{
  SheafDocument          *document;
  SheafPaperTexts        *texts;
  const SheafPayoutBatch *batch;
  SheafTable             *table;
  gboolean                used[N_COLUMNS];
  SheafMoney              sums[N_COLUMNS];
} List;

static gboolean
is_cash (const SheafPayoutBatch *batch)
{
  return batch->method == SHEAF_PAYOUT_CASH;
}

/* TRUE where the money came back; tax and set-offs stay. */
static gboolean
has_returned (const SheafPayoutLine *line)
{
  return !line->paid && line->state != SHEAF_PAYOUT_REVERSED;
}

/* What was kept back or came back, and years, have a column where there is any. */
static void
choose_columns (List *list)
{
  gboolean cash = is_cash (list->batch);

  list->used[NUMBER] = list->used[CODE] = list->used[NAME] = list->used[NET] = TRUE;
  list->used[VOUCHER] = list->used[SIGN] = cash;
  list->used[BANK] = list->used[ACCOUNT] = !cash;
  for (guint i = 0; i < list->batch->lines->len; i++)
    {
      const SheafPayoutLine *line = list->batch->lines->pdata[i];

      list->used[YEAR] |= line->year != 0 && line->year != list->batch->year;
      list->used[TAX] |= line->tax.units != 0;
      list->used[SET_OFF] |= line->set_off.units != 0;
      list->used[RETURNED] |= has_returned (line);
    }
  list->used[GROSS] = list->used[TAX] || list->used[SET_OFF] || list->used[RETURNED];
}

static void
open_table (List *list)
{
  SheafTableColumn columns[N_COLUMNS] = { 0 };
  gboolean         small = list->used[GROSS];
  guint            n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (!list->used[i])
        continue;
      columns[n].heading = sheaf_paper_texts_get (list->texts, PAPER, COLUMNS[i].key);
      columns[n].width = SHEAF_MM (small ? COLUMNS[i].small : COLUMNS[i].width);
      columns[n].weight = i == NAME ? 1 : 0;
      columns[n++].align = COLUMNS[i].align;
    }
  list->table = sheaf_table_new (list->document, columns, n, small ? SIZE_SMALL : SIZE,
                                 is_cash (list->batch) ? ROW_HEIGHT : 0);
}

static void
add_row (List             *list,
         SheafRowStyle     style,
         const char *const cells[N_COLUMNS])
{
  const char *shown[N_COLUMNS] = { 0 };
  guint       n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (list->used[i])
      shown[n++] = cells[i];
  sheaf_table_add_row (list->table, style, 0, shown);
}

/* Each line adds across: paid off = tax + set off + came back + money. One that was taken back
 * counts in no sum. */
static void
add_line (List                  *list,
          const SheafPayoutLine *line,
          guint                  number)
{
  gboolean         reversed = line->state == SHEAF_PAYOUT_REVERSED;
  gboolean         back = has_returned (line);
  const SheafMoney amounts[] = { line->gross, line->tax, line->set_off,
                                 back ? line->net : SHEAF_MONEY_ZERO,
                                 back ? SHEAF_MONEY_ZERO : line->net };
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *year = g_strdup_printf ("%d", line->year);
  g_auto (GStrv) figures = g_new0 (char *, G_N_ELEMENTS (amounts) + 1);
  const char *cells[N_COLUMNS] = { [NUMBER] = number_text,
                                   [CODE] = line->code,
                                   [NAME] = line->name,
                                   [YEAR] = year,
                                   [VOUCHER] = line->voucher_number,
                                   [BANK] = line->bank_bin,
                                   [ACCOUNT] = line->bank_account };

  for (guint i = 0; !reversed && i < G_N_ELEMENTS (amounts); i++)
    {
      figures[i] = amounts[i].units != 0 ? sheaf_paper_texts_money (list->texts, amounts[i], "vi")
                                         : g_strdup ("–");
      cells[GROSS + i] = figures[i];
      list->sums[GROSS + i] = sheaf_money_add (list->sums[GROSS + i], amounts[i]);
    }
  if (reversed)
    cells[NET] = sheaf_paper_texts_get (list->texts, PAPER, "reversed");
  add_row (list, line->paid ? SHEAF_ROW_PLAIN : SHEAF_ROW_ITALIC, cells);
}

static void
add_total (List *list)
{
  g_auto (GStrv) figures = g_new0 (char *, N_COLUMNS + 1);
  const char *cells[N_COLUMNS] = { [NAME] = sheaf_paper_texts_get (list->texts, PAPER, "total") };

  for (guint i = GROSS; i <= NET; i++)
    cells[i] = figures[i - GROSS] = sheaf_paper_texts_money (list->texts, list->sums[i], "vi");
  add_row (list, SHEAF_ROW_BOLD | SHEAF_ROW_SHADED, cells);
}

static void
draw_table (SheafDocument          *document,
            SheafPaperTexts        *texts,
            const SheafPayoutBatch *batch)
{
  List list = { .document = document, .texts = texts, .batch = batch };

  choose_columns (&list);
  open_table (&list);
  for (guint i = 0; i < batch->lines->len; i++)
    add_line (&list, batch->lines->pdata[i], i + 1);
  add_total (&list);
  sheaf_table_finish (list.table, sheaf_signers_height () + SHEAF_MM (15));
}

/* The notes and coins that the cashier fetches, so that everyone gets the exact sum; on one page
 * with its heading. */
static void
draw_notes (SheafDocument       *document,
            SheafPaperTexts     *texts,
            const SheafCashDraw *notes)
{
  g_auto (GStrv) headings = sheaf_paper_texts_list (texts, PAPER, "notes-columns");
  SheafTableColumn columns[] = { { .weight = 1, .align = SHEAF_ALIGN_RIGHT },
                                 { .weight = 1, .align = SHEAF_ALIGN_RIGHT },
                                 { .weight = 1, .align = SHEAF_ALIGN_RIGHT } };
  g_autofree char *total = sheaf_paper_texts_money (texts, notes->total->amount, "vi");
  g_autofree char *rest = sheaf_paper_texts_money (texts, notes->total->rest, "vi");
  const char      *rest_cells[] = { sheaf_paper_texts_get (texts, PAPER, "notes-rest"), "", rest };
  const char      *cells[] = { sheaf_paper_texts_get (texts, PAPER, "total"), "", total };
  SheafTable      *table;

  (void) sheaf_document_reserve (document, SHEAF_MM (6) * (float) (notes->notes->len + 4));
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (8));
  sheaf_document_text_flow (document, BOLD, sheaf_paper_texts_get (texts, PAPER, "notes-title"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
  table = sheaf_table_new (document, columns, G_N_ELEMENTS (columns), SIZE_SMALL, 0);
  for (guint i = 0; i < notes->notes->len; i++)
    {
      SheafMoney       note = g_array_index (notes->notes, SheafMoney, i);
      SheafMoney       pieces = SHEAF_MONEY ((gint64) notes->total->counts[i]);
      g_autofree char *note_text = sheaf_paper_texts_money (texts, note, "vi");
      g_autofree char *count = sheaf_money_format (pieces, "vi");
      g_autofree char *amount = sheaf_paper_texts_money (
          texts, SHEAF_MONEY (note.units * pieces.units), "vi");
      const char *row[] = { note_text, count, amount };

      if (pieces.units > 0)
        sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, row);
    }
  if (notes->total->rest.units > 0)
    sheaf_table_add_row (table, SHEAF_ROW_ITALIC, 0, rest_cells);
  sheaf_table_add_row (table, SHEAF_ROW_BOLD | SHEAF_ROW_SHADED, 0, cells);
  sheaf_table_finish (table, 0);
}

static void
draw_signers (SheafDocument          *document,
              SheafPaperTexts        *texts,
              const SheafFrame       *frame,
              const SheafPayoutBatch *batch)
{
  gboolean cash = is_cash (batch);
  g_auto (GStrv)
      titles = sheaf_paper_texts_list (texts, PAPER, cash ? "signers-cash" : "signers-bank");
  g_auto (GStrv) notes = sheaf_paper_texts_list (texts, PAPER,
                                                 cash ? "signer-notes-cash" : "signer-notes-bank");
  const char  *with_cashier[] = { frame->accountant, frame->cashier, frame->chief_accountant,
                                  frame->director, NULL };
  const char  *without[] = { frame->accountant, frame->chief_accountant, frame->director, NULL };
  SheafSigners signers = { .titles = (const char *const *) titles,
                           .notes = (const char *const *) notes,
                           .names = cash ? with_cashier : without };

  sheaf_signers_draw (document, &signers);
}

gboolean
sheaf_payment_list_draw (SheafDocument          *document,
                         SheafPaperTexts        *texts,
                         const SheafFrame       *frame,
                         const SheafPayoutBatch *batch,
                         const SheafCashDraw    *notes,
                         SheafWords             *amounts,
                         GError                **error)
{
  g_autofree char *year = g_strdup_printf ("%d", batch->year);
  g_autofree char *basis = sheaf_paper_texts_fill (
      texts, PAPER, is_cash (batch) ? "basis-cash" : "basis-bank", "year", year, NULL);
  g_autofree char *words = sheaf_words_amount (amounts, sheaf_payout_batch_total (batch), error);
  g_autofree char *line = NULL;

  if (words == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (texts, PAPER, "words", "words", words, NULL);
  sheaf_frame_head (frame, texts, PAPER, batch->date, basis, document);
  draw_table (document, texts, batch);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (2));
  sheaf_document_text_flow (document, BOLD, line);
  draw_signers (document, texts, frame, batch);
  if (notes != NULL)
    draw_notes (document, texts, notes);
  return sheaf_paper_texts_check (texts, error);
}
