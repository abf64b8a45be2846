/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes the money writes the amount in words again after counting; that line stays empty. */
#include "documents/cash-slip.h"

#include <string.h>

#define GAP SHEAF_MM (4)
#define SIGN_SIZE 9.0f
#define DOTS "…………………………"

/* The second half of a page begins here; the cut lies between. */
#define HALF_PAGE SHEAF_MM (148.5)

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle DAY = { SHEAF_FACE_ITALIC, 10, SHEAF_ALIGN_RIGHT };
static const SheafTextStyle SMALL = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };

static const char *
or_dots (const char *text)
{
  return *text != '\0' ? text : DOTS;
}

/* Number of the book, of the slip, and both accounts: under each other at the right of the
 * title. */
static void
draw_block (SheafDocument       *document,
            SheafPaperTexts     *texts,
            const SheafCashSlip *slip,
            float                y)
{
  float            x = sheaf_document_right (document) - SHEAF_MM (34);
  float            width = SHEAF_MM (34);
  g_autofree char *number = sheaf_paper_texts_fill (texts, slip->form, "number", "number",
                                                    or_dots (slip->number), NULL);
  g_autofree char *debit = sheaf_paper_texts_fill (texts, slip->form, "debit", "account",
                                                   or_dots (slip->debit), NULL);
  g_autofree char *credit = sheaf_paper_texts_fill (texts, slip->form, "credit", "account",
                                                    or_dots (slip->credit), NULL);

  y += sheaf_document_text_box (document, SMALL, x, y, width,
                                sheaf_paper_texts_get (texts, slip->form, "book"));
  y += sheaf_document_text_box (document, SMALL, x, y, width, number);
  y += sheaf_document_text_box (document, SMALL, x, y, width, debit);
  (void) sheaf_document_text_box (document, SMALL, x, y, width, credit);
}

static void
draw_field (SheafDocument   *document,
            SheafPaperTexts *texts,
            const char      *form,
            const char      *key,
            const char      *name,
            const char      *value)
{
  g_autofree char *line = sheaf_paper_texts_fill (texts, form, key, name, or_dots (value), NULL);

  sheaf_document_text_flow (document, TEXT, line);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (0.8));
}

static void
draw_fields (SheafDocument       *document,
             SheafPaperTexts     *texts,
             const SheafCashSlip *slip,
             const char          *words)
{
  g_autofree char *amount = sheaf_paper_texts_money (texts, slip->amount, "vi");
  g_autofree char *line = sheaf_paper_texts_fill (texts, slip->form, "amount", "amount", amount,
                                                  "words", words, NULL);

  draw_field (document, texts, slip->form, "payee", "name", slip->person);
  draw_field (document, texts, slip->form, "place", "address", slip->place);
  draw_field (document, texts, slip->form, "reason", "reason", slip->reason);
  sheaf_document_text_flow (document, TEXT, line);
  sheaf_document_set_y (document, sheaf_document_y (document) + SHEAF_MM (0.8));
  draw_field (document, texts, slip->form, "attached", "papers", slip->papers);
}

/* The day on which the money changes hands is written by hand, right above the signers. */
static void
draw_day (SheafDocument   *document,
          SheafPaperTexts *texts,
          const char      *form)
{
  g_autofree char *day = sheaf_paper_texts_date (sheaf_paper_texts_get (texts, form, "signed-on"),
                                                 SHEAF_DATE_NONE);
  float            left = sheaf_document_left (document);
  float            y = sheaf_document_y (document) + GAP / 2;

  y += sheaf_document_text_box (document, DAY, left, y, sheaf_document_right (document) - left,
                                day);
  sheaf_document_set_y (document, y);
}

static void
draw_foot_line (SheafDocument       *document,
                SheafPaperTexts     *texts,
                const SheafCashSlip *slip,
                const char          *key,
                const char          *value)
{
  g_autofree char *line = sheaf_paper_texts_fill (texts, slip->form, key, "value",
                                                  value != NULL ? value : DOTS, NULL);

  sheaf_document_text_flow (document, SMALL, line);
}

static void
draw_foot (SheafDocument       *document,
           SheafPaperTexts     *texts,
           const SheafCashSlip *slip)
{
  sheaf_document_set_y (document, sheaf_document_y (document) + GAP / 2);
  draw_foot_line (document, texts, slip, "received", DOTS DOTS DOTS);
  draw_foot_line (document, texts, slip, "rate", slip->rate);
  draw_foot_line (document, texts, slip, "exchanged", slip->exchanged);
  sheaf_document_text_flow (document, SMALL, sheaf_paper_texts_get (texts, slip->form, "copy"));
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
sheaf_cash_slip_draw (SheafDocument       *document,
                      SheafPaperTexts     *texts,
                      const SheafFrame    *frame,
                      const SheafCashSlip *slip,
                      SheafWords          *amounts,
                      GError             **error)
{
  const char      *in[] = { frame->director, frame->chief_accountant, slip->person,
                            frame->accountant, frame->cashier, NULL };
  const char      *out[] = { frame->director, frame->chief_accountant, frame->cashier,
                             frame->accountant, slip->person, NULL };
  g_autofree char *words = sheaf_words_amount (amounts, slip->amount, error);
  SheafFrame       open = *frame;

  if (words == NULL)
    return FALSE;
  start_half (document);
  sheaf_frame_head (frame, texts, slip->form, slip->date, NULL, document);
  draw_block (document, texts, slip, sheaf_document_y (document) - SHEAF_MM (13));
  sheaf_document_set_y (document, sheaf_document_y (document) + GAP);
  draw_fields (document, texts, slip, words);
  draw_day (document, texts, slip->form);
  open.date = SHEAF_DATE_NONE;
  sheaf_frame_sign (&open, texts, slip->form, strcmp (slip->form, "01-TT") == 0 ? in : out,
                    SIGN_SIZE, document);
  draw_foot (document, texts, slip);
  return sheaf_paper_texts_check (texts, error);
}
