/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: Circular 71/2024/TT-BTC, Appendices III and IV; the sums that pages carry forward are
 * asked for by Appendix III, part III. */
#include "documents/report-paper.h"

#include "base/i18n.h"
#include "documents/error.h"
#include "documents/report-paper-private.h"
#include "reports/cell.h"

/* Rows that decide the widths, before the first is drawn. */
#define LOOKED_AT 400

/* 340 MB of memory, and a shelf of binders. */
#define PAGES_MOST 10000

/* A form of so many lines may be set smaller to stay on one sheet; a book goes over many. */
#define FORM_LINES 90

/* As many fields stand under the title; more are a list above the table. */
#define FIELDS_MIDDLE 2

/* A hundredth of what 64 bits hold. */
#define EXPECTED_MOST (G_MAXINT64 / 100)

/* A table of so many rows is not parted. */
#define SMALL_TABLE 12
#define ROW_SIZE 10.0f

#define GAP SHEAF_MM (2)

static const SheafReportColumn *
column_at (const SheafReportPaper *self,
           guint                   i)
{
  return self->columns->pdata[i];
}

static gboolean
carries (const SheafReportPaper *self,
         guint                   i)
{
  const SheafReportColumn *column = column_at (self, i);

  return !column->running &&
         (column->kind == SHEAF_CELL_MONEY || column->kind == SHEAF_CELL_FOREIGN ||
          column->carried);
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError               **error)
{
  SheafReportPaper *self = (SheafReportPaper *) sink;
  SheafPaperTexts  *texts = sheaf_source_texts (self->source);
  SheafDate         day = sheaf_date_is_none (head->to) ? sheaf_book_today (self->book) : head->to;

  g_return_val_if_fail (self->head == NULL, FALSE);
  self->head = sheaf_report_head_copy (head);
  self->document = sheaf_frame_open (sheaf_source_frame (self->source), texts, self->language,
                                     head->title != NULL ? head->title : head->code, day,
                                     head->landscape ? SHEAF_PAGE_LANDSCAPE : SHEAF_PAGE_PORTRAIT,
                                     error);
  return self->document != NULL && sheaf_paper_texts_check (texts, error);
}

/* Adds the rows that stand on paper by now to the sums, and remembers the last. */
static void
take_drawn (SheafReportPaper *self,
            guint             drawn)
{
  for (; self->summed < drawn; self->summed++)
    {
      sheaf_report_paper_row_free (self->above);
      self->above = g_queue_pop_head (&self->behind);
      for (guint i = 0; i < self->columns->len; i++)
        self->sums[i] += self->above->figures[i];
    }
}

/* The sums of the rows that stand on paper; a balance as the last of them has it. */
static char *
carry_cell (SheafReportPaper *self,
            gboolean          brought,
            guint             i)
{
  const SheafReportColumn *column = column_at (self, i);
  SheafCell                cell = { .state = SHEAF_CELL_FILLED, .number = self->sums[i] };

  if (i == sheaf_report_columns_main (self->columns))
    return g_strdup (brought ? self->head->brought : self->head->forward);
  if (carries (self, i))
    return sheaf_cell_format (&cell, column->kind, self->section->currency, self->language);
  if (column->running && self->above != NULL)
    return g_strdup (self->above->cells[i]);
  return g_strdup (column->crossed && !brought ? SHEAF_CELL_CROSS : "");
}

static char **
carry_cells (gboolean brought,
             guint    drawn,
             gpointer data)
{
  SheafReportPaper *self = data;
  char            **cells = g_new0 (char *, self->columns->len + 1);

  take_drawn (self, drawn);
  for (guint i = 0; i < self->columns->len; i++)
    cells[i] = carry_cell (self, brought, i);
  return cells;
}

static void
free_figures (SheafReportPaper *self)
{
  g_queue_clear_full (&self->behind, (GDestroyNotify) sheaf_report_paper_row_free);
  g_clear_pointer (&self->above, sheaf_report_paper_row_free);
  g_clear_pointer (&self->sums, g_free);
  self->summed = 0;
}

/* Takes over the row. */
static void
draw_row (SheafReportPaper    *self,
          SheafReportPaperRow *row)
{
  SheafRowStyle style = (SheafRowStyle) ((row->bold ? SHEAF_ROW_BOLD : 0) |
                                         (row->keep ? SHEAF_ROW_KEEP : 0));

  sheaf_table_add_row (self->table, style, row->indent, (const char *const *) row->cells);
  if (self->head->forward != NULL)
    g_queue_push_tail (&self->behind, row);
  else
    sheaf_report_paper_row_free (row);
}

static gboolean
is_line (const SheafReportPaperRow *row)
{
  return row->kind == SHEAF_ROW_KIND_LINE;
}

/* Headings and opening balances stay with what follows, lines with their sums, sums with each
 * other. */
static gboolean
stay_together (const SheafReportPaperRow *row,
               const SheafReportPaperRow *next)
{
  if (row->keep || row->kind == SHEAF_ROW_KIND_HEADING || row->kind == SHEAF_ROW_KIND_OPENING)
    return TRUE;
  return next->bold && !is_line (next) && next->kind != SHEAF_ROW_KIND_HEADING;
}

/* Draws the row held back, now that the one behind it, or NULL for none, is known. */
static void
let_go (SheafReportPaper          *self,
        const SheafReportPaperRow *next)
{
  SheafReportPaperRow *row = g_steal_pointer (&self->last);

  if (row == NULL)
    return;
  row->keep = next != NULL && stay_together (row, next);
  if (self->table != NULL)
    draw_row (self, row);
  else
    g_ptr_array_add (self->looked, row);
}

/* The sums of a book that is longer than what was looked at have more figures: room for the sum of
 * these rows, a hundred times. Takes no part in the table. */
static SheafReportPaperRow *
expect_sums (SheafReportPaper *self)
{
  SheafReportPaperRow *sums = g_new0 (SheafReportPaperRow, 1);

  sums->bold = TRUE;
  sums->cells = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      SheafCell cell = { .state = SHEAF_CELL_FILLED };

      for (guint k = 0; carries (self, i) && k < self->looked->len; k++)
        {
          const SheafReportPaperRow *row = self->looked->pdata[k];

          if (row->figures != NULL && ABS (row->figures[i]) < EXPECTED_MOST - ABS (cell.number))
            cell.number += ABS (row->figures[i]);
        }
      cell.number *= 100;
      sums->cells[i] = cell.number > 0
                           ? sheaf_cell_format (&cell, column_at (self, i)->kind,
                                                self->section->currency, self->language)
                           : g_strdup ("");
    }
  return sums;
}

/* The widths; of a long table with its sums in view. */
static SheafTableColumn *
lay_columns (SheafReportPaper *self,
             float             room,
             float            *ret_size)
{
  SheafTableColumn *columns;

  if (self->looked->len >= LOOKED_AT)
    g_ptr_array_add (self->looked, expect_sums (self));
  columns = sheaf_report_columns_lay (self->document, self->columns, self->looked, room, ret_size);
  if (self->looked->len > LOOKED_AT)
    g_ptr_array_remove_index (self->looked, self->looked->len - 1);
  return columns;
}

/* About the height of the rows so far where they are the whole of a small table, which is not
 * parted; else 0. */
static float
small_height (SheafReportPaper *self)
{
  SheafTextStyle style = SHEAF_TEXT_STYLE (SHEAF_FACE_REGULAR, ROW_SIZE, SHEAF_ALIGN_LEFT);

  return self->looked->len > SMALL_TABLE
             ? 0
             : sheaf_document_text_line_height (style) * 1.3f * (float) (self->looked->len + 1);
}

/* Begins the table with the widths that the rows so far ask for, and draws these. keep is the
 * height of what follows where these are all rows of the report, else 0. */
static void
open_table (SheafReportPaper *self,
            float             keep)
{
  g_autofree SheafTableColumn *columns = NULL;
  float                        size, room = 0;
  gboolean                     whole = self->looked->len < LOOKED_AT;

  if (self->table != NULL || self->columns == NULL || self->columns->len == 0)
    return;
  sheaf_report_frame_words (self, whole && self->columns->len > 0 ? small_height (self) + keep : 0);
  if (keep > 0 && self->sections == 1 && self->looked->len <= FORM_LINES)
    room = sheaf_document_bottom (self->document) - sheaf_document_y (self->document) - keep;
  columns = lay_columns (self, room, &size);
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
close_table (SheafReportPaper *self,
             float             keep)
{
  let_go (self, NULL);
  if (self->columns != NULL && self->columns->len == 0)
    sheaf_report_frame_words (self, keep);
  open_table (self, keep);
  if (self->table != NULL)
    sheaf_table_finish (g_steal_pointer (&self->table), keep);
}

static SheafReportPaperRow *
copy_row (const SheafReportPaper *self,
          const SheafReportRow   *row)
{
  SheafReportPaperRow *copy = g_new0 (SheafReportPaperRow, 1);
  guint                n = self->columns->len;

  copy->kind = row->kind;
  copy->bold = row->bold || row->kind == SHEAF_ROW_KIND_TOTAL;
  copy->indent = row->indent;
  copy->keep = row->keep;
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
  SheafReportPaper    *self = (SheafReportPaper *) sink;
  SheafReportPaperRow *copy;

  g_return_val_if_fail (self->section != NULL, FALSE);
  copy = copy_row (self, row);
  let_go (self, copy);
  self->last = copy;
  if (self->bars != NULL)
    sheaf_report_bars_take (self->bars, row);
  if (self->looked->len == LOOKED_AT)
    open_table (self, 0);
  if (sheaf_document_pages (self->document) <= PAGES_MOST)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_PDF,
               _ ("%s would have more than %u pages: ask for fewer days, or take xlsx or csv"),
               self->head->code, (guint) PAGES_MOST);
  return FALSE;
}

/* Ends a table with foot and signers, which stay together. */
static void
draw_end (SheafReportPaper *self)
{
  float keep = sheaf_report_frame_end_height (self);

  close_table (self, keep);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP);
  (void) sheaf_document_reserve (self->document, keep - GAP); /* with the number of pages known */
  sheaf_report_frame_foot (self);
  sheaf_report_frame_signers (self);
}

/* Parts that are signed by themselves end so. */
static void
end_section (SheafReportPaper *self)
{
  if (self->sections > 0 && self->head->section_signed)
    draw_end (self);
  else
    close_table (self, 0);
  if (self->bars != NULL)
    sheaf_report_bars_draw (self->bars, self->document);
  g_clear_pointer (&self->bars, sheaf_report_bars_free);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError **error            G_GNUC_UNUSED)
{
  static const char *const none[] = { NULL };
  SheafReportPaper        *self = (SheafReportPaper *) sink;
  gboolean                 heads, middle;

  end_section (self);
  sheaf_report_section_free (self->section);
  self->section = sheaf_report_section_copy (section);
  self->columns = sheaf_report_columns (self->head, self->section);
  if (section->bars)
    self->bars = sheaf_report_bars_new (self->columns, self->language);
  self->sections++;
  heads = self->sections == 1 || (self->head->section_pages && !section->follows);
  middle = heads && section->title == NULL && g_strv_length (section->fields) <= FIELDS_MIDDLE;
  if (heads)
    {
      g_autofree char *running = sheaf_report_frame_running (self);

      sheaf_document_set_running (self->document, NULL);
      sheaf_document_add_page (self->document);
      sheaf_report_frame_heading (self, middle ? (const char *const *) section->fields : none);
      sheaf_document_set_running (self->document, running);
    }
  self->fields = !middle;
  self->words = TRUE;
  return TRUE;
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  SheafReportPaper *self = (SheafReportPaper *) sink;
  g_autoptr (GBytes) bytes = NULL;

  if (self->sections == 0)
    sheaf_report_frame_heading (self, (const char *const[]){ NULL });
  draw_end (self);
  sheaf_document_set_y (self->document, sheaf_document_y (self->document) + GAP / 2);
  sheaf_report_frame_notes (self);
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
  int               year = sheaf_date_year (sheaf_book_today (book));
  SheafSource      *source = sheaf_source_new (book, year, error);
  SheafReportPaper *self;

  if (source == NULL)
    return NULL;
  self = g_new0 (SheafReportPaper, 1);
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
  SheafReportPaper *self = (SheafReportPaper *) sink;

  if (self == NULL)
    return;
  if (self->table != NULL)
    sheaf_table_finish (self->table, 0);
  free_figures (self);
  sheaf_report_bars_free (self->bars);
  sheaf_report_paper_row_free (self->last);
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
  return ((const SheafReportPaper *) sink)->pages;
}
