/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row for each thing that was handed over on the day. */
#include "documents/handover-paper.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/percent.h"
#include "base/quantity.h"
#include "capital/certificate.h"
#include "capital/event.h"
#include "documents/certificate-fields.h"
#include "documents/error.h"
#include "documents/source.h"
#include "documents/table.h"
#include "documents/words.h"
#include "ledger/currency.h"

#define SIZE 10.0f
#define GAP SHEAF_MM (3)
#define N_COLUMNS 6

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle STRONG = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };

typedef struct
{
  SheafSource            *source;
  SheafPaperTexts        *texts;
  SheafDocument          *document;
  const char             *group; /* of the texts: "handover-vi" */
  const char             *language;
  const SheafCertificate *holder; /* who gives, and the charter capital of the day */
  GPtrArray              *events; /* of SheafCapitalEvent; borrowed */
  SheafMoney              sum;
} Drawing;

/* What was paid in kind on the day and not taken back. */
static GPtrArray *
choose_events (const GPtrArray *all,
               gint64           party_id,
               SheafDate        day)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const SheafCapitalEvent *event = all->pdata[i];

      if (event->party_id == party_id && event->event == SHEAF_CAPITAL_PAY_IN_KIND &&
          event->reverses_id == 0 && event->reversed_by == 0 &&
          sheaf_date_cmp (event->date, day) == 0)
        g_ptr_array_add (chosen, all->pdata[i]);
    }
  return chosen;
}

static char *
word_percent (const Drawing *drawing,
              SheafMoney     amount)
{
  const SheafCertificate part = { .amount = amount, .charter = drawing->holder->charter };
  g_autofree char       *number =
      sheaf_number_format (sheaf_certificate_percent (&part), 2, drawing->language);

  return sheaf_percent_sign (number, drawing->language);
}

static char *
word_asset (const Drawing           *drawing,
            const SheafCapitalEvent *event)
{
  const char      *asset = event->asset != NULL ? event->asset : event->description;
  g_autofree char *day = sheaf_date_format (event->until, drawing->language);

  if (sheaf_date_is_none (event->until))
    return g_strdup (sheaf_certificate_or_dots (asset));
  return sheaf_paper_texts_fill (drawing->texts, drawing->group, "right", "asset",
                                 sheaf_certificate_or_dots (asset), "day", day, NULL);
}

static void
add_row (const Drawing           *drawing,
         SheafTable              *table,
         guint                    number,
         const SheafCapitalEvent *event)
{
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *asset = word_asset (drawing, event);
  g_autofree char *quantity =
      event->quantity.thousandths == 0
          ? g_strdup ("")
          : sheaf_number_format (event->quantity.thousandths, 3, drawing->language);
  g_autofree char *amount = sheaf_paper_texts_money (drawing->texts, event->amount,
                                                     drawing->language);
  g_autofree char *percent = word_percent (drawing, event->amount);
  const char      *cells[N_COLUMNS] = { count, asset, event->unit, quantity, amount, percent };

  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, cells);
}

static void
draw_table (const Drawing *drawing)
{
  g_auto (GStrv) headings = sheaf_paper_texts_list (drawing->texts, drawing->group, "columns");
  SheafTableColumn columns[N_COLUMNS] = {
    { .width = SHEAF_MM (10), .align = SHEAF_ALIGN_CENTRE },
    { .weight = 1 },
    { .width = SHEAF_MM (18), .align = SHEAF_ALIGN_CENTRE },
    { .width = SHEAF_MM (22), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (33), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (24), .align = SHEAF_ALIGN_RIGHT },
  };
  g_autofree char *sum = sheaf_paper_texts_money (drawing->texts, drawing->sum, drawing->language);
  g_autofree char *percent = word_percent (drawing, drawing->sum);
  const char      *total[N_COLUMNS] = {
         "", sheaf_paper_texts_get (drawing->texts, drawing->group, "total"), "", "", sum, percent
  };
  SheafTable *table;

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
  table = sheaf_table_new (drawing->document, columns, N_COLUMNS, SIZE, SHEAF_MM (6));
  for (guint i = 0; i < drawing->events->len; i++)
    add_row (drawing, table, i + 1, drawing->events->pdata[i]);
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0, total);
  sheaf_table_finish (table, SHEAF_MM (60));
}

static void
draw_line (const Drawing *drawing,
           SheafTextStyle style,
           const char    *text)
{
  sheaf_document_text_flow (drawing->document, style, text);
  sheaf_document_set_y (drawing->document,
                        sheaf_document_y (drawing->document) + SHEAF_MM (1));
}

/* Both sides, and the documents that go with the assets. */
static void
draw_sides (const Drawing *drawing)
{
  char *const     *texts = drawing->holder->texts;
  g_autofree char *receiver = sheaf_paper_texts_fill (
      drawing->texts, drawing->group, "receiver-line", "name",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_COOP]), "code",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_COOP_CODE]), "address",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_COOP_ADDRESS]), NULL);
  g_autofree char *giver = sheaf_paper_texts_fill (
      drawing->texts, drawing->group, "giver-line", "name",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_NAME]), "number",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_ID_NUMBER]), "address",
      sheaf_certificate_or_dots (texts[SHEAF_CERTIFICATE_ADDRESS]), NULL);

  draw_line (drawing, STRONG, sheaf_paper_texts_get (drawing->texts, drawing->group, "giver"));
  draw_line (drawing, TEXT, giver);
  draw_line (drawing, STRONG, sheaf_paper_texts_get (drawing->texts, drawing->group, "receiver"));
  draw_line (drawing, TEXT, receiver);
  for (guint i = 0; i < drawing->events->len; i++)
    {
      const SheafCapitalEvent *event = drawing->events->pdata[i];
      g_autofree char         *line = NULL;

      if (event->document == NULL || *event->document == '\0')
        continue;
      line = sheaf_paper_texts_fill (drawing->texts, drawing->group, "document", "document",
                                     event->document, NULL);
      draw_line (drawing, TEXT, line);
    }
  sheaf_document_set_y (drawing->document, sheaf_document_y (drawing->document) + GAP);
}

static gboolean
draw (const Drawing *drawing,
      SheafDate      day,
      GError       **error)
{
  SheafFrame  frame = *sheaf_source_frame (drawing->source);
  const char *names[] = { drawing->holder->texts[SHEAF_CERTIFICATE_REPRESENTATIVE] != NULL
                              ? drawing->holder->texts[SHEAF_CERTIFICATE_REPRESENTATIVE]
                              : drawing->holder->texts[SHEAF_CERTIFICATE_NAME],
                          drawing->holder->texts[SHEAF_CERTIFICATE_SIGNER] != NULL
                              ? drawing->holder->texts[SHEAF_CERTIFICATE_SIGNER]
                              : "",
                          NULL };
  g_autoptr (SheafWords) rules =
      sheaf_words_of_book (sheaf_source_book (drawing->source), drawing->language, error);
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;
  g_autofree char *statement = NULL;

  if (rules != NULL)
    amount = sheaf_words_amount (rules, drawing->sum, error);
  if (amount == NULL)
    return FALSE;
  words = sheaf_paper_texts_fill (drawing->texts, drawing->group, "words", "words", amount, NULL);
  statement = sheaf_paper_texts_date (
      sheaf_paper_texts_get (drawing->texts, drawing->group, "statement"), day);
  frame.date = day;
  sheaf_frame_head (&frame, drawing->texts, drawing->group, day,
                    sheaf_paper_texts_get (drawing->texts, drawing->group, "law"),
                    drawing->document);
  draw_sides (drawing);
  draw_table (drawing);
  sheaf_document_set_y (drawing->document, sheaf_document_y (drawing->document) + GAP);
  draw_line (drawing, TEXT, words);
  draw_line (drawing, TEXT, statement);
  sheaf_document_set_y (drawing->document, sheaf_document_y (drawing->document) + GAP);
  sheaf_frame_sign (&frame, drawing->texts, drawing->group, names, 0, drawing->document);
  return sheaf_paper_texts_check (drawing->texts, error);
}

static GBytes *
make (Drawing  *drawing,
      SheafDate day,
      GError  **error)
{
  g_autoptr (SheafDocument) document = NULL;

  for (guint i = 0; i < drawing->events->len; i++)
    drawing->sum = sheaf_money_add (drawing->sum,
                                    ((SheafCapitalEvent *) drawing->events->pdata[i])->amount);
  document = sheaf_frame_open (sheaf_source_frame (drawing->source),
                               sheaf_source_texts (drawing->source), NULL,
                               sheaf_paper_texts_get (drawing->texts, drawing->group, "title"),
                               day, SHEAF_PAGE_PORTRAIT, error);
  drawing->document = document;
  return document != NULL && draw (drawing, day, error) ? sheaf_document_finish (document, error)
                                                        : NULL;
}

GBytes *
sheaf_handover_paper_make (SheafBook  *book,
                           gint64      party_id,
                           SheafDate   day,
                           const char *language,
                           GError    **error)
{
  g_autofree char *group =
      g_strconcat ("handover-", language != NULL ? language : "vi", NULL);
  g_autofree char *currency = sheaf_currency_home (book);
  g_autoptr (SheafCertificate) holder = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafPaperTexts) texts = NULL;
  g_autoptr (SheafSource) source = NULL;
  Drawing drawing = { .group = group, .language = language != NULL ? language : "vi" };

  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (day), NULL);
  holder = sheaf_certificate_draft (book, party_id, day, error);
  all = holder == NULL ? NULL : sheaf_capital_list (book, party_id, error);
  if (all == NULL)
    return NULL;
  events = choose_events (all, party_id, day);
  if (events->len == 0)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("%s paid in nothing in kind on that day: take the day of the capital event"),
                   holder->code);
      return NULL;
    }
  texts = sheaf_paper_texts_load ("certificate", error);
  source = texts == NULL ? NULL : sheaf_source_new (book, sheaf_date_year (day), error);
  drawing.holder = holder;
  drawing.events = events;
  drawing.texts = texts;
  if (texts != NULL)
    sheaf_paper_texts_set_currency (texts, currency);
  drawing.source = source;
  return source == NULL ? NULL : make (&drawing, day, error);
}
