/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The payee writes the amount in words again after counting; that line stays empty. */
#include "documents/payment-slip.h"

#include "documents/words.h"

#define PAPER "02-TT"
#define GAP SHEAF_MM (4)
#define SIGN_SIZE 9.0f
#define DOTS "…………………………"

/* The second half of a page begins here; the cut lies between. */
#define HALF_PAGE SHEAF_MM (148.5)

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle SMALL = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };

static const char *
or_dots (const char *text)
{
  return *text != '\0' ? text : DOTS;
}

/* Number of the book, of the slip, and both accounts: under each other at the right of the
 * title. */
static void
draw_block (SheafDocument          *document,
            SheafPaperTexts        *texts,
            const SheafPaymentSlip *slip,
            float                   y)
{
  float            x = sheaf_document_right (document) - SHEAF_MM (34);
  float            width = SHEAF_MM (34);
  g_autofree char *number = sheaf_paper_texts_fill (texts, PAPER, "number", "number",
                                                    or_dots (slip->number), NULL);
  g_autofree char *debit = sheaf_paper_texts_fill (texts, PAPER, "debit", "account",
                                                   or_dots (slip->debit), NULL);
  g_autofree char *credit = sheaf_paper_texts_fill (texts, PAPER, "credit", "account",
                                                    or_dots (slip->credit), NULL);

  y += sheaf_document_text_box (document, SMALL, x, y, width,
                                sheaf_paper_texts_get (texts, PAPER, "book"));
  y += sheaf_document_text_box (document, SMALL, x, y, width, number);
  y += sheaf_document_text_box (document, SMALL, x, y, width, debit);
  (void) sheaf_document_text_box (document, SMALL, x, y, width, credit);
}

static void
draw_field (SheafDocument   *document,
            SheafPaperTexts *texts,
            const char      *key,
            const char      *name,
            const char      *value)
{
  g_autofree char *line = sheaf_paper_texts_fill (texts, PAPER, key, name, or_dots (value), NULL);

  sheaf_document_text_flow (document, TEXT, line);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (0.8));
}

static void
draw_fields (SheafDocument          *document,
             SheafPaperTexts        *texts,
             const SheafPaymentSlip *slip,
             const char             *words)
{
  g_autofree char *amount = sheaf_money_format (slip->amount, "vi");
  g_autofree char *line = sheaf_paper_texts_fill (texts, PAPER, "amount", "amount", amount, "words",
                                                  words, NULL);

  draw_field (document, texts, "payee", "name", slip->payee);
  draw_field (document, texts, "place", "address", slip->place);
  draw_field (document, texts, "reason", "reason", slip->reason);
  sheaf_document_text_flow (document, TEXT, line);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (0.8));
  sheaf_document_text_flow (document, TEXT, sheaf_paper_texts_get (texts, PAPER, "attached"));
}

static void
draw_foot (SheafDocument   *document,
           SheafPaperTexts *texts)
{
  static const char *const keys[] = { "received", "rate", "exchanged", "copy" };

  sheaf_document_set_y (document, sheaf_document_y (document) + GAP / 2);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    sheaf_document_text_flow (document, SMALL, sheaf_paper_texts_get (texts, PAPER, keys[i]));
}

/* Goes to the upper end of the next free half page. */
static void
start_half (SheafDocument *document)
{
  float left = sheaf_document_left (document), right = sheaf_document_right (document);

  if (sheaf_document_pages (document) > 0 &&
      sheaf_document_y (document) > sheaf_document_top (document) &&
      sheaf_document_y (document) <= HALF_PAGE)
    {
      sheaf_document_line (document, left, HALF_PAGE, right, HALF_PAGE, 0.2f);
      sheaf_document_set_y (document, HALF_PAGE + SHEAF_MM (6));
    }
  else
    sheaf_document_add_page (document);
}

gboolean
sheaf_payment_slip_draw (SheafDocument          *document,
                         SheafPaperTexts        *texts,
                         const SheafFrame       *frame,
                         const SheafPaymentSlip *slip,
                         const char             *options,
                         GError                **error)
{
  const char      *names[] = { frame->director, frame->chief_accountant,
                               frame->cashier, frame->accountant,
                               slip->payee, NULL };
  g_autofree char *words = sheaf_words_amount (slip->amount, "vi", options, error);
  SheafFrame       open = *frame;

  if (words == NULL)
    return FALSE;
  start_half (document);
  sheaf_frame_head (frame, texts, PAPER, slip->date, NULL, document);
  draw_block (document, texts, slip, sheaf_document_y (document) - SHEAF_MM (13));
  sheaf_document_set_y (document, sheaf_document_y (document) + GAP);
  draw_fields (document, texts, slip, words);
  open.date = SHEAF_DATE_NONE; /* the day of receipt is written by hand */
  sheaf_frame_sign (&open, texts, PAPER, names, SIGN_SIZE, document);
  draw_foot (document, texts);
  return sheaf_paper_texts_check (texts, error);
}
