/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each member is paid himself, not through a team leader, and signs beside the amount. */
#include "documents/payment-list.h"

#include "documents/table.h"
#include "documents/words.h"

#define PAPER "payment-list"
#define SIZE 10.5f
#define ROW_HEIGHT SHEAF_MM (9) /* room to sign */
#define N_COLUMNS 6

static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };

static gboolean
is_cash (const SheafPayoutBatch *batch)
{
  return batch->method == SHEAF_PAYOUT_CASH;
}

static SheafTable *
open_table (SheafDocument          *document,
            SheafPaperTexts        *texts,
            const SheafPayoutBatch *batch)
{
  const char *key = is_cash (batch) ? "columns-cash" : "columns-bank";
  g_auto (GStrv) headings = sheaf_paper_texts_list (texts, PAPER, key);
  SheafTableColumn cash[N_COLUMNS] = {
    { .width = SHEAF_MM (11), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (20) },
    { .weight = 1 },
    { .width = SHEAF_MM (24), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (30), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (34), .align = SHEAF_ALIGN_CENTRE },
  };
  SheafTableColumn bank[N_COLUMNS] = {
    { .width = SHEAF_MM (11), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (20) },
    { .weight = 1 },
    { .width = SHEAF_MM (24), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (36) },
    { .width = SHEAF_MM (30), .align = SHEAF_ALIGN_RIGHT },
  };
  SheafTableColumn *columns = is_cash (batch) ? cash : bank;

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
  return sheaf_table_new (document, columns, N_COLUMNS, SIZE, is_cash (batch) ? ROW_HEIGHT : 0);
}

static void
add_line (SheafTable             *table,
          SheafPaperTexts        *texts,
          const SheafPayoutBatch *batch,
          const SheafPayoutLine  *line,
          guint                   number)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *amount = sheaf_money_format (line->net, "vi");
  const char      *reversed = sheaf_paper_texts_get (texts, PAPER, "reversed");
  const char      *shown = line->paid ? amount : reversed;
  const char      *cash[N_COLUMNS] = { number_text, line->code, line->name, line->voucher_number,
                                       shown };
  const char      *bank[] = { number_text, line->code, line->name, line->bank_bin,
                              line->bank_account, shown };

  sheaf_table_add_row (table, line->paid ? SHEAF_ROW_PLAIN : SHEAF_ROW_ITALIC, 0,
                       is_cash (batch) ? cash : bank);
}

static void
draw_table (SheafDocument          *document,
            SheafPaperTexts        *texts,
            const SheafPayoutBatch *batch)
{
  SheafTable      *table = open_table (document, texts, batch);
  g_autofree char *total = sheaf_money_format (sheaf_payout_batch_total (batch), "vi");
  const char      *label = sheaf_paper_texts_get (texts, PAPER, "total");
  const char      *cash[N_COLUMNS] = { NULL, NULL, label, NULL, total, NULL };
  const char      *bank[N_COLUMNS] = { NULL, NULL, label, NULL, NULL, total };

  for (guint i = 0; i < batch->lines->len; i++)
    add_line (table, texts, batch, g_ptr_array_index (batch->lines, i), i + 1);
  sheaf_table_add_row (table, SHEAF_ROW_BOLD | SHEAF_ROW_SHADED, 0, is_cash (batch) ? cash : bank);
  sheaf_table_finish (table, sheaf_signers_height () + SHEAF_MM (15));
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
                         const char             *options,
                         GError                **error)
{
  g_autofree char *year = g_strdup_printf ("%d", batch->year);
  g_autofree char *basis = sheaf_paper_texts_fill (
      texts, PAPER, is_cash (batch) ? "basis-cash" : "basis-bank", "year", year, NULL);
  g_autofree char *words = sheaf_words_amount (sheaf_payout_batch_total (batch), "vi", options,
                                               error);
  g_autofree char *line = NULL;

  if (words == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (texts, PAPER, "words", "words", words, NULL);
  sheaf_frame_head (frame, texts, PAPER, batch->date, basis, document);
  draw_table (document, texts, batch);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (2));
  sheaf_document_text_flow (document, BOLD, line);
  draw_signers (document, texts, frame, batch);
  return sheaf_paper_texts_check (texts, error);
}
