/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A framed page; labels stand in one column, what they say in the other. */
#include "documents/certificate-paper.h"

#include "base/i18n.h"
#include "documents/certificate-fields.h"
#include "documents/error.h"
#include "documents/text.h"
#include "ledger/currency.h"

#define PAGE_WIDTH SHEAF_MM (297)
#define PAGE_HEIGHT SHEAF_MM (210)
#define FRAME SHEAF_MM (8)
#define INNER SHEAF_MM (11)
#define CORNER SHEAF_MM (6)
#define EDGE SHEAF_MM (24)
#define LABEL_WIDTH SHEAF_MM (68)
#define LEFT_WIDTH ((PAGE_WIDTH - 2 * EDGE) / 2 - SHEAF_MM (8))
#define LEAST_SIZE 9.0f
#define MOST_SIZE 14.0f
#define LINE_GAP SHEAF_MM (1.2)
#define SIGN_HEIGHT SHEAF_MM (46)

static const SheafTextStyle STATE = { SHEAF_FACE_BOLD, 12, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle COOP = { SHEAF_FACE_BOLD, 13, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle TITLE = { SHEAF_FACE_BOLD, 26, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle NUMBER = { SHEAF_FACE_BOLD, 13, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle SMALL = { SHEAF_FACE_ITALIC, 9.5f, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle NOTE = { SHEAF_FACE_ITALIC, 9.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle CERTIFIES = { SHEAF_FACE_BOLD, 14, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle SIGNER = { SHEAF_FACE_BOLD, 12, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle DATED = { SHEAF_FACE_ITALIC, 12, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle MARK = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle ENDED = { SHEAF_FACE_BOLD, 17, SHEAF_ALIGN_CENTRE };

typedef struct
{
  SheafBook              *book;
  SheafDocument          *document;
  SheafCertificateWords   words;
  gboolean                original;
  const SheafCertificate *paper;
  GArray                 *fields; /* of SheafCertificateField */
  guint                   coop;   /* so many of them are the co-op's */
} Drawing;

static const char *
say (const Drawing *drawing,
     const char    *key)
{
  return sheaf_paper_texts_get (drawing->words.texts, drawing->words.group, key);
}

static const char *
text_of (const Drawing       *drawing,
         SheafCertificateText text)
{
  return drawing->paper->texts[text] != NULL ? drawing->paper->texts[text] : "";
}

static void
draw_rectangle (SheafDocument *document,
                float          x,
                float          y,
                float          width,
                float          height,
                float          thickness)
{
  sheaf_document_line (document, x, y, x + width, y, thickness);
  sheaf_document_line (document, x, y + height, x + width, y + height, thickness);
  sheaf_document_line (document, x, y, x, y + height, thickness);
  sheaf_document_line (document, x + width, y, x + width, y + height, thickness);
}

/* A heavy and a fine line around the page, with a square of both in each corner. */
static void
draw_frame (SheafDocument *document)
{
  const float corners[][2] = {
    { FRAME, FRAME },
    { PAGE_WIDTH - FRAME - CORNER, FRAME },
    { FRAME, PAGE_HEIGHT - FRAME - CORNER },
    { PAGE_WIDTH - FRAME - CORNER, PAGE_HEIGHT - FRAME - CORNER },
  };

  draw_rectangle (document, FRAME, FRAME, PAGE_WIDTH - 2 * FRAME, PAGE_HEIGHT - 2 * FRAME, 2.2f);
  draw_rectangle (document, INNER, INNER, PAGE_WIDTH - 2 * INNER, PAGE_HEIGHT - 2 * INNER, 0.6f);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      sheaf_document_fill (document, corners[i][0], corners[i][1], CORNER, CORNER, 0.85f);
      draw_rectangle (document, corners[i][0], corners[i][1], CORNER, CORNER, 1.2f);
      draw_rectangle (document, corners[i][0] + CORNER / 3, corners[i][1] + CORNER / 3, CORNER / 3,
                      CORNER / 3, 0.6f);
    }
}

/* The co-op on the left, the state's name and motto on the right, as the country's papers have it;
 * gives where the taller side ends. */
static float
draw_sides (const Drawing *drawing)
{
  SheafDocument   *document = drawing->document;
  g_autofree char *capitals = g_utf8_strup (text_of (drawing, SHEAF_CERTIFICATE_COOP), -1);
  const char      *motto = say (drawing, "motto");
  float            half = (PAGE_WIDTH - 2 * EDGE) / 2, top = INNER + SHEAF_MM (7);
  float            left = top, right = top, middle = EDGE + half + half / 2, width;

  left += sheaf_document_text_box (document, COOP, EDGE, left, half - SHEAF_MM (8), capitals);
  width = SHEAF_MM (18);
  left += SHEAF_MM (1);
  sheaf_document_line (document, EDGE + (half - SHEAF_MM (8)) / 2 - width, left,
                       EDGE + (half - SHEAF_MM (8)) / 2 + width, left, 0.6f);
  right += sheaf_document_text_box (document, STATE, EDGE + half, right, half,
                                    say (drawing, "state"));
  right += sheaf_document_text_box (document, STATE, EDGE + half, right, half, motto);
  width = sheaf_document_text_width (document, STATE, motto) / 2;
  right += SHEAF_MM (1);
  sheaf_document_line (document, middle - width, right, middle + width, right, 0.6f);
  return MAX (left, right);
}

static float
draw_title (const Drawing *drawing,
            float          y)
{
  float            width = PAGE_WIDTH - 2 * EDGE;
  g_autofree char *number = sheaf_paper_texts_fill (
      drawing->words.texts, drawing->words.group, "number", "number",
      sheaf_certificate_or_dots (drawing->paper->number), NULL);

  y += sheaf_document_text_box (drawing->document, TITLE, EDGE, y, width, say (drawing, "title"));
  y += SHEAF_MM (0.5);
  y += sheaf_document_text_box (drawing->document, NUMBER, EDGE, y, width, number);
  return y + sheaf_document_text_box (drawing->document, SMALL, EDGE, y, width,
                                      say (drawing, "basis"));
}

static SheafTextStyle
style_of (const SheafCertificateField *field,
          float                        size)
{
  return SHEAF_TEXT_STYLE (field->bold ? SHEAF_FACE_BOLD : SHEAF_FACE_REGULAR, size,
                           SHEAF_ALIGN_LEFT);
}

/* The height that the fields take in this size. */
static float
measure_fields (const Drawing *drawing,
                float          size)
{
  float height = 0;

  for (guint i = 0; i < drawing->fields->len; i++)
    {
      const SheafCertificateField *field = &g_array_index (drawing->fields, SheafCertificateField,
                                                           i);
      SheafTextStyle               style = style_of (field, size);
      g_auto (GStrv) lines = sheaf_document_text_wrap (drawing->document, style, field->text,
                                                       PAGE_WIDTH - 2 * EDGE - LABEL_WIDTH);

      height += (float) g_strv_length (lines) * sheaf_document_text_line_height (style) +
                LINE_GAP;
    }
  return height;
}

static float
draw_fields (const Drawing *drawing,
             float          y,
             float          size,
             guint          from,
             guint          to)
{
  for (guint i = from; i < to; i++)
    {
      const SheafCertificateField *field = &g_array_index (drawing->fields, SheafCertificateField,
                                                           i);
      SheafTextStyle               style = style_of (field, size);
      g_autofree char             *label = g_strconcat (field->label, ":", NULL);

      (void) sheaf_document_text_box (drawing->document,
                                      SHEAF_TEXT_STYLE (SHEAF_FACE_REGULAR, size,
                                                        SHEAF_ALIGN_LEFT),
                                      EDGE, y, LABEL_WIDTH, label);
      y += sheaf_document_text_box (drawing->document, style, EDGE + LABEL_WIDTH, y,
                                    PAGE_WIDTH - 2 * EDGE - LABEL_WIDTH, field->text) +
           LINE_GAP;
    }
  return y;
}

/* Day and signature on the right. */
static void
draw_signature (const Drawing *drawing,
                float          y)
{
  float            half = (PAGE_WIDTH - 2 * EDGE) / 2, x = EDGE + half;
  const char      *place = text_of (drawing, SHEAF_CERTIFICATE_PLACE);
  g_autofree char *dated = sheaf_paper_texts_date (
      say (drawing, *place == '\0' ? "dated-alone" : "dated"), drawing->paper->date);
  g_autoptr (GString) day = g_string_new (dated);

  g_string_replace (day, "{place}", place, 0);
  y += sheaf_document_text_box (drawing->document, DATED, x, y, half, day->str);
  y += sheaf_document_text_box (drawing->document, SIGNER, x, y, half, say (drawing, "signer"));
  (void) sheaf_document_text_box (drawing->document, SMALL, x, y, half,
                                  say (drawing, "signer-note"));
  (void) sheaf_document_text_box (drawing->document, SIGNER, x,
                                  PAGE_HEIGHT - INNER - SHEAF_MM (9), half,
                                  text_of (drawing, SHEAF_CERTIFICATE_SIGNER));
}

/* Below the fields on the left: which paper this one replaces. */
static gboolean
draw_replaced (const Drawing *drawing,
               float          y,
               GError       **error)
{
  g_autoptr (GPtrArray)
      events = sheaf_certificate_list (drawing->book, drawing->paper->party_id, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCertificate *old = events->pdata[i];
      g_autofree char        *day = NULL;
      g_autofree char        *text = NULL;

      if (old->id != drawing->paper->replaces_id)
        continue;
      day = sheaf_date_format (old->date, drawing->words.language);
      text = sheaf_paper_texts_fill (drawing->words.texts, drawing->words.group, "replaces",
                                     "number", old->number, "day", day, NULL);
      (void) sheaf_document_text_box (drawing->document, NOTE, EDGE, y, LEFT_WIDTH, text);
    }
  return events != NULL;
}

/* A word in a box at the lower left; gives its upper edge. */
static float
draw_mark (const Drawing *drawing,
           float          bottom,
           SheafTextStyle style,
           const char    *text)
{
  g_auto (GStrv) lines =
      sheaf_document_text_wrap (drawing->document, style, text, LEFT_WIDTH - SHEAF_MM (6));
  float height = (float) g_strv_length (lines) * sheaf_document_text_line_height (style) +
                 SHEAF_MM (3);
  float y = bottom - height;

  sheaf_document_fill (drawing->document, EDGE, y, LEFT_WIDTH, height, 1.0f);
  draw_rectangle (drawing->document, EDGE, y, LEFT_WIDTH, height, 1.2f);
  (void) sheaf_document_text_lines (drawing->document, style, EDGE + SHEAF_MM (3),
                                    y + SHEAF_MM (1.5), LEFT_WIDTH - SHEAF_MM (6), lines);
  return y;
}

/* Nobody must take for the paper in force what is none: a draft, one that ended, a second print. */
static void
draw_marks (const Drawing *drawing)
{
  static const char *const hows[] = { "", "", "ended-reissue", "ended-exchange",
                                      "ended-withdraw" };
  const SheafCertificate  *paper = drawing->paper;
  SheafDate                today = sheaf_book_today (drawing->book);
  gboolean                 ended =
      !sheaf_date_is_none (paper->ended) && sheaf_date_cmp (paper->ended, today) <= 0;
  float y = PAGE_HEIGHT - INNER - SHEAF_MM (4);

  if (ended)
    {
      sheaf_document_line (drawing->document, INNER, INNER, PAGE_WIDTH - INNER,
                           PAGE_HEIGHT - INNER, 0.8f);
      sheaf_document_line (drawing->document, INNER, PAGE_HEIGHT - INNER, PAGE_WIDTH - INNER,
                           INNER, 0.8f);
    }
  if (paper->number == NULL)
    (void) draw_mark (drawing, y, MARK, say (drawing, "draft"));
  else if (!drawing->original && sheaf_date_cmp (paper->date, today) < 0)
    {
      g_autofree char *day = sheaf_date_format (today, drawing->words.language);
      g_autofree char *text = sheaf_paper_texts_fill (
          drawing->words.texts, drawing->words.group, "reprint", "day", day, NULL);

      y = draw_mark (drawing, y, MARK, text) - SHEAF_MM (2);
    }
  if (ended)
    {
      g_autofree char *day = sheaf_date_format (paper->ended, drawing->words.language);
      g_autofree char *text = sheaf_paper_texts_fill (
          drawing->words.texts, drawing->words.group, "ended", "day", day, "how",
          say (drawing, hows[paper->ended_by]), NULL);

      (void) draw_mark (drawing, y, ENDED, text);
    }
}

static gboolean
draw_page (const Drawing *drawing,
           GError       **error)
{
  float y, foot = PAGE_HEIGHT - INNER - SIGN_HEIGHT, size = MOST_SIZE;

  sheaf_document_add_page (drawing->document);
  draw_frame (drawing->document);
  y = draw_title (drawing, draw_sides (drawing) + SHEAF_MM (4)) + SHEAF_MM (3);
  while (size > LEAST_SIZE && y + measure_fields (drawing, size) + SHEAF_MM (9) > foot)
    size -= 0.5f;
  y = draw_fields (drawing, y, size, 0, drawing->coop) + SHEAF_MM (1);
  y += sheaf_document_text_box (drawing->document, CERTIFIES, EDGE, y, PAGE_WIDTH - 2 * EDGE,
                                say (drawing, "certifies")) +
       SHEAF_MM (1);
  y = draw_fields (drawing, y, size, drawing->coop, drawing->fields->len);
  draw_signature (drawing, MAX (y, foot));
  draw_marks (drawing);
  return drawing->paper->replaces_id == 0 || draw_replaced (drawing, MAX (y, foot), error);
}

static gboolean
draw_paper (Drawing                *drawing,
            const SheafCertificate *paper,
            GError                **error)
{
  gboolean done;

  if (paper->event == SHEAF_CERTIFICATE_WITHDRAW)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("a withdrawal has no paper: print the certificate that was withdrawn"));
      return FALSE;
    }
  drawing->paper = paper;
  drawing->fields =
      sheaf_certificate_fields (&drawing->words, paper, &drawing->coop, error);
  if (drawing->fields == NULL)
    return FALSE;
  done = draw_page (drawing, error);
  if (paper->number != NULL)
    sheaf_document_add_outline (drawing->document, paper->number);
  g_clear_pointer (&drawing->fields, g_array_unref);
  return done;
}

GBytes *
sheaf_certificate_paper_make (SheafBook                   *book,
                              const GPtrArray             *certificates,
                              const SheafCertificatePrint *print,
                              GError                     **error)
{
  const char      *language = print->language != NULL ? print->language : "vi";
  g_autofree char *group = g_strconcat ("certificate-", language, NULL);
  g_autoptr (SheafPaperTexts) texts = sheaf_paper_texts_load ("certificate", error);
  g_autofree char *currency = sheaf_currency_home (book);
  g_autoptr (SheafWords) amounts = NULL;
  g_autoptr (SheafDocument) document = NULL;
  Drawing drawing = { .book = book,
                      .words = { .texts = texts, .group = group, .language = language },
                      .original = print->original };

  g_return_val_if_fail (book != NULL && certificates != NULL, NULL);
  if (texts == NULL)
    return NULL;
  if (certificates->len == 0)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("no certificate is in force: issue one first"));
      return NULL;
    }
  sheaf_paper_texts_set_currency (texts, currency);
  drawing.words.amounts = amounts = sheaf_words_of_book (book, language, error);
  if (amounts == NULL)
    return NULL;
  document = sheaf_document_new (sheaf_paper_texts_get (texts, group, "file"),
                                 sheaf_book_name (book),
                                 ((SheafCertificate *) certificates->pdata[0])->date,
                                 SHEAF_PAGE_LANDSCAPE, error);
  drawing.document = document;
  for (guint i = 0; document != NULL && i < certificates->len; i++)
    if (!draw_paper (&drawing, certificates->pdata[i], error))
      return NULL;
  return document != NULL && sheaf_paper_texts_check (texts, error)
             ? sheaf_document_finish (document, error)
             : NULL;
}
