/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: Circular 71/2024/TT-BTC, Appendices III and IV; the sums that pages carry forward are
 * asked for by Appendix III, part III. */
#include "documents/report-paper.h"

#include "base/i18n.h"
#include "documents/error.h"
#include "documents/report-columns.h"
#include "documents/source.h"
#include "reports/cell.h"

/* Rows that decide the widths, before the first is drawn. */
#define LOOKED_AT 400

/* 340 MB of memory, and a shelf of binders. */
#define PAGES_MOST 10000

/* A form of so many lines may be set smaller to stay on one sheet; a book goes over many. */
#define FORM_LINES 90

/* As many fields stand under the title; more are a list above the table. */
#define FIELDS_MIDDLE 2

#define GAP SHEAF_MM (2)
#define SIGN_SIZE 10.0f

static const SheafTextStyle SECTION_TITLE = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BODY = { SHEAF_FACE_REGULAR, 10, SHEAF_ALIGN_LEFT };
static const SheafTextStyle WARNING = { SHEAF_FACE_BOLD, 10, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle NOTES = { SHEAF_FACE_ITALIC, 7.5f, SHEAF_ALIGN_LEFT };

typedef struct
{
  SheafReportSink     sink;
  SheafBook          *book;
  char               *language;
  SheafDate           day;
  SheafWriteBytes     write;
  gpointer            data;
  SheafSource        *source;
  SheafReportHead    *head;
  SheafReportSection *section;
  GPtrArray          *columns; /* of the head or the section */
  SheafDocument      *document;
  SheafTable         *table;  /* NULL: the rows so far are looked at */
  GPtrArray          *looked; /* of SheafReportPaperRow */
  GQueue              behind; /* of gint64 *: the figures of rows that may not be drawn yet */
  gint64             *sums;   /* of the rows drawn in this table */
  guint               summed; /* how many these are */
  guint               sections;
  guint               pages;
} PaperSink;

static const SheafReportColumn *
column_at (const PaperSink *self,
           guint            i)
{
  return self->columns->pdata[i];
}

static gboolean
carries (const PaperSink *self,
         guint            i)
{
  const SheafReportColumn *column = column_at (self, i);

  return !column->running &&
         (column->kind == SHEAF_CELL_MONEY || column->kind == SHEAF_CELL_FOREIGN);
}

/* "Đơn vị: HTX …"; dots where the book does not know. */
static char *
head_line (char      **labels,
           guint       n,
           const char *value)
{
  if (n >= g_strv_length (labels))
    return *value != '\0' && n == 0 ? g_strdup (value) : NULL;
  return g_strdup_printf ("%s: %s", labels[n], *value != '\0' ? value : "…………………………");
}

static void
draw_heading (PaperSink         *self,
              const char *const *fields)
{
  const SheafFrame      *frame = sheaf_source_frame (self->source);
  const SheafReportHead *head = self->head;
  g_autofree char       *unit = head_line (head->header, 0, frame->name);
  g_autofree char       *address = head_line (head->header, 1, frame->address);
  g_autofree char       *above = g_strjoinv ("\n", head->subtitles);
  g_autofree char       *under = g_strjoinv ("\n", (char **) fields);
  g_autofree char       *subtitle = g_strjoin (*above != '\0' && *under != '\0' ? "\n" : "", above,
                                         under, NULL);
  SheafHeading           heading = { .unit = unit,
                                     .address = address,
                                     .code = head->form_code,
                                     .basis = head->attachment,
                                     .revision = head->revision_note,
                                     .title = head->title != NULL ? head->title : head->code,
                                     .subtitle = *subtitle != '\0' ? subtitle : NULL,
                                     .money = head->unit };

  sheaf_heading_draw (self->document, &heading);
  for (char **warning = head->warnings; warning != NULL && *warning != NULL; warning++)
    {
      sheaf_document_text_flow (self->document, WARNING, *warning);
      sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
    }
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError               **error)
{
  PaperSink       *self = (PaperSink *) sink;
  SheafPaperTexts *texts = sheaf_source_texts (self->source);
  SheafDate        day = sheaf_date_is_none (head->to) ? sheaf_book_today (self->book) : head->to;

  g_return_val_if_fail (self->head == NULL, FALSE);
  self->head = sheaf_report_head_copy (head);
  self->document = sheaf_frame_open (sheaf_source_frame (self->source), texts,
                                     head->title != NULL ? head->title : head->code, day,
                                     head->landscape ? SHEAF_PAGE_LANDSCAPE : SHEAF_PAGE_PORTRAIT,
                                     error);
  return self->document != NULL && sheaf_paper_texts_check (texts, error);
}

/* The sums of the rows that stand on paper. */
static char **
carry_cells (gboolean brought,
             guint    drawn,
             gpointer data)
{
  PaperSink *self = data;
  char     **cells = g_new0 (char *, self->columns->len + 1);

  for (; self->summed < drawn; self->summed++)
    {
      g_autofree gint64 *figures = g_queue_pop_head (&self->behind);

      for (guint i = 0; i < self->columns->len; i++)
        self->sums[i] += figures[i];
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      SheafCell cell = { .state = SHEAF_CELL_FILLED, .number = self->sums[i] };

      cells[i] = carries (self, i) ? sheaf_cell_format (&cell, column_at (self, i)->kind,
                                                        self->section->currency, self->language)
                                   : g_strdup ("");
    }
  g_free (cells[sheaf_report_columns_main (self->columns)]);
  cells[sheaf_report_columns_main (self->columns)] = g_strdup (brought ? self->head->brought
                                                                       : self->head->forward);
  return cells;
}

static void
free_figures (PaperSink *self)
{
  g_queue_clear_full (&self->behind, g_free);
  g_clear_pointer (&self->sums, g_free);
  self->summed = 0;
}

/* Takes over the row. */
static void
draw_row (PaperSink           *self,
          SheafReportPaperRow *row)
{
  SheafRowStyle style = row->bold ? SHEAF_ROW_BOLD : SHEAF_ROW_PLAIN;

  if (self->head->forward != NULL)
    g_queue_push_tail (&self->behind, g_steal_pointer (&row->figures));
  sheaf_table_add_row (self->table, style, row->indent, (const char *const *) row->cells);
  sheaf_report_paper_row_free (row);
}

/* Begins the table with the widths that the rows so far ask for, and draws these. keep is the
 * height of what follows where these are all rows of the report, else 0. */
static void
open_table (PaperSink *self,
            float      keep)
{
  g_autofree SheafTableColumn *columns = NULL;
  float                        size, room = 0;

  if (self->table != NULL || self->columns == NULL || self->columns->len == 0)
    return;
  if (keep > 0 && self->sections == 1 && self->looked->len <= FORM_LINES)
    room = sheaf_document_bottom (self->document) - sheaf_document_y (self->document) - keep;
  columns = sheaf_report_columns_lay (self->document, self->columns, self->looked, room, &size);
  self->table = sheaf_table_new (self->document, columns, self->columns->len, size, 0);
  free_figures (self);
  self->sums = g_new0 (gint64, self->columns->len);
  if (self->head->forward != NULL && self->head->brought != NULL)
    sheaf_table_set_carry (self->table, &(SheafTableCarry){ carry_cells, self });
  for (guint i = 0; i < self->looked->len; i++)
    draw_row (self, g_steal_pointer (&self->looked->pdata[i]));
  g_ptr_array_set_size (self->looked, 0);
}

static void
close_table (PaperSink *self,
             float      keep)
{
  open_table (self, keep);
  if (self->table != NULL)
    sheaf_table_finish (g_steal_pointer (&self->table), keep);
}

/* The words above a section's table, but those that stand in the heading. */
static void
draw_section (PaperSink *self,
              gboolean   fields)
{
  const SheafReportSection *section = self->section;

  if (section->title != NULL)
    {
      if (self->sections > 1 && !self->head->section_pages)
        sheaf_document_set_y (self->document, sheaf_document_y (self->document) + 2 * GAP);
      (void) sheaf_document_reserve (self->document, SHEAF_MM (30)); /* never last on a page */
      sheaf_document_text_flow (self->document, SECTION_TITLE, section->title);
    }
  for (char **field = section->fields; fields && *field != NULL; field++)
    sheaf_document_text_flow (self->document, BODY, *field);
  for (char **text = section->paragraphs; *text != NULL; text++)
    sheaf_document_text_flow (self->document, BODY, *text);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
}

static SheafReportPaperRow *
copy_row (const PaperSink      *self,
          const SheafReportRow *row)
{
  SheafReportPaperRow *copy = g_new0 (SheafReportPaperRow, 1);
  guint                n = self->columns->len;

  copy->kind = row->kind;
  copy->bold = row->bold || row->kind == SHEAF_ROW_KIND_TOTAL;
  copy->indent = row->indent;
  copy->cells = g_new0 (char *, n + 1);
  copy->figures = self->head->forward != NULL ? g_new0 (gint64, n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      copy->cells[i] = sheaf_cell_format (&row->cells[i], column_at (self, i)->kind,
                                          self->section->currency, self->language);
      if (copy->figures != NULL && row->kind == SHEAF_ROW_KIND_LINE && carries (self, i) &&
          row->cells[i].state == SHEAF_CELL_FILLED)
        copy->figures[i] = row->cells[i].number;
    }
  return copy;
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  PaperSink *self = (PaperSink *) sink;

  g_return_val_if_fail (self->section != NULL, FALSE);
  if (self->table != NULL)
    draw_row (self, copy_row (self, row));
  else
    g_ptr_array_add (self->looked, copy_row (self, row));
  if (self->looked->len == LOOKED_AT)
    open_table (self, 0);
  if (sheaf_document_pages (self->document) <= PAGES_MOST)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_PDF,
               _ ("%s would have more than %u pages: ask for fewer days, or take xlsx or csv"),
               self->head->code, (guint) PAGES_MOST);
  return FALSE;
}

static float
text_height (PaperSink     *self,
             SheafTextStyle style,
             char         **texts)
{
  float width = sheaf_document_right (self->document) - sheaf_document_left (self->document);
  guint n = 0;

  for (char **text = texts; *text != NULL; text++)
    {
      g_auto (GStrv) lines = sheaf_document_text_wrap (self->document, style, *text, width);

      n += g_strv_length (lines);
    }
  return (float) n * sheaf_document_text_line_height (style);
}

/* What stays together behind the last row. */
static float
end_height (PaperSink *self)
{
  float height = text_height (self, BODY, self->head->foot) +
                 text_height (self, NOTES, self->head->notes) + 2 * GAP;

  return height + (*self->head->signers != NULL
                       ? sheaf_signers_height () + sheaf_document_text_line_height (BODY)
                       : 0);
}

/* "Sổ này có {pages} trang …", "Ngày mở sổ: {opened}". */
static void
draw_foot (PaperSink *self)
{
  const SheafReportHead *head = self->head;
  SheafDate              first = sheaf_book_first_day (self->book);
  g_autofree char       *opened = sheaf_date_format (sheaf_date_cmp (head->from, first) > 0
                                                         ? head->from
                                                         : first,
                                               self->language);
  g_autofree char *pages = g_strdup_printf ("%02u", sheaf_document_pages (self->document));

  for (char **line = head->foot; *line != NULL; line++)
    {
      GString *text = g_string_new (*line);

      g_string_replace (text, "{pages}", pages, 0);
      g_string_replace (text, "{opened}", opened, 0);
      sheaf_document_text_flow (self->document, BODY, text->str);
      g_string_free (text, TRUE);
    }
}

static void
draw_signers (PaperSink *self)
{
  const SheafReportHead  *head = self->head;
  const SheafFrame       *frame = sheaf_source_frame (self->source);
  guint                   n = g_strv_length (head->signers);
  g_autofree const char **dates = g_new0 (const char *, n + 1);
  const char             *names[] = { frame->accountant, frame->chief_accountant, frame->director,
                                      NULL };
  g_autofree char        *day = sheaf_paper_texts_date (
             head->signing_date != NULL ? head->signing_date : "", self->day);
  SheafSigners signers = { .titles = (const char *const *) head->signers,
                           .notes = (const char *const *) head->signer_notes,
                           .dates = dates,
                           /* three are who made it, the chief accountant, the director */
                           .names = n == 3 && !head->section_signed ? names : NULL,
                           .size = SIGN_SIZE };

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    dates[i] = i == MIN (head->signing_block, n - 1) ? day : "";
  sheaf_signers_draw (self->document, &signers);
}

/* Ends a table with foot and signers, which stay together. */
static void
draw_end (PaperSink *self)
{
  float keep = end_height (self);

  close_table (self, keep);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP);
  (void) sheaf_document_reserve (self->document, keep - GAP); /* with the number of pages known */
  draw_foot (self);
  draw_signers (self);
}

/* Parts that are signed by themselves end so. */
static void
end_section (PaperSink *self)
{
  if (self->sections > 0 && self->head->section_signed)
    draw_end (self);
  else
    close_table (self, 0);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError **error            G_GNUC_UNUSED)
{
  static const char *const none[] = { NULL };
  PaperSink               *self = (PaperSink *) sink;
  gboolean                 heads, middle;

  end_section (self);
  sheaf_report_section_free (self->section);
  self->section = sheaf_report_section_copy (section);
  self->columns = sheaf_report_columns (self->head, self->section);
  self->sections++;
  heads = self->sections == 1 || self->head->section_pages;
  middle = heads && section->title == NULL && g_strv_length (section->fields) <= FIELDS_MIDDLE;
  if (heads)
    {
      sheaf_document_add_page (self->document);
      draw_heading (self, middle ? (const char *const *) section->fields : none);
    }
  draw_section (self, !middle);
  return TRUE;
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  PaperSink *self = (PaperSink *) sink;
  g_autoptr (GBytes) bytes = NULL;

  if (self->sections == 0)
    draw_heading (self, (const char *const[]){ NULL });
  draw_end (self);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
  for (char **note = self->head->notes; *note != NULL; note++)
    sheaf_document_text_flow (self->document, NOTES, *note);
  self->pages = sheaf_document_pages (self->document);
  bytes = sheaf_document_finish (self->document, error);
  return bytes != NULL && self->write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                       self->data, error);
}

SheafReportSink *
sheaf_report_paper_new (SheafBook      *book,
                        const char     *language,
                        SheafDate       day,
                        SheafWriteBytes write,
                        gpointer        data,
                        GError        **error)
{
  SheafSource *source = sheaf_source_new (book, sheaf_date_year (sheaf_book_today (book)), error);
  PaperSink   *self;

  if (source == NULL)
    return NULL;
  self = g_new0 (PaperSink, 1);
  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->book = book;
  self->language = g_strdup (language != NULL ? language : "vi");
  self->day = day;
  self->write = write;
  self->data = data;
  self->source = source;
  self->looked = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_report_paper_row_free);
  g_queue_init (&self->behind);
  return &self->sink;
}

void
sheaf_report_paper_free (SheafReportSink *sink)
{
  PaperSink *self = (PaperSink *) sink;

  if (self == NULL)
    return;
  if (self->table != NULL)
    sheaf_table_finish (self->table, 0);
  free_figures (self);
  g_ptr_array_unref (self->looked);
  sheaf_document_free (self->document);
  sheaf_source_free (self->source);
  sheaf_report_head_free (self->head);
  sheaf_report_section_free (self->section);
  g_free (self->language);
  g_free (self);
}

guint
sheaf_report_paper_pages (const SheafReportSink *sink)
{
  return ((const PaperSink *) sink)->pages;
}
