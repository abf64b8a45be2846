/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows go onto a sheet from top to bottom and are never touched again. */
#include "exchange/sheet-place.h"

#include "exchange/sheet-height.h"
#include "exchange/sheet-number.h"
#include "reports/cell.h"

#include <string.h>

/* Sections with a sheet of their own; the others share the last. */
#define SHEETS_MOST 200

/* Rows that a sheet takes, less what stands at its end. */
#define ROWS_MOST 1048000

#define LETTERS_PORTRAIT 92
#define LETTERS_LANDSCAPE 136

static guint
least_width (SheafCellKind kind)
{
  switch (kind)
    {
    case SHEAF_CELL_MONEY:
    case SHEAF_CELL_FOREIGN:
      return 15;
    case SHEAF_CELL_QUANTITY:
    case SHEAF_CELL_PRICE:
      return 12;
    case SHEAF_CELL_DAY:
      return 11;
    case SHEAF_CELL_TEXT:
    case SHEAF_CELL_RATE:
    case SHEAF_CELL_RATIO:
    case SHEAF_CELL_COUNT:
      break;
    }
  return 7;
}

/* Columns share the width of the paper by weight; a sheet with several tables has the widest. */
static void
widen_columns (SheafSheetWriter *self)
{
  guint weights = 0, all = self->head->landscape ? LETTERS_LANDSCAPE : LETTERS_PORTRAIT;

  for (guint i = 0; i < self->columns->len; i++)
    weights += MAX (((SheafReportColumn *) self->columns->pdata[i])->weight, 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const SheafReportColumn *column = self->columns->pdata[i];
      guint                    share = all * MAX (column->weight, 1) / weights;
      guint                    width = MAX (share, least_width (column->kind));

      if (i >= self->widths->len)
        g_array_append_val (self->widths, width);
      else
        g_array_index (self->widths, guint, i) = MAX (g_array_index (self->widths, guint, i),
                                                      width);
    }
}

/* What can be told only when the sheet is whole. */
static void
close_sheet (SheafSheetWriter *self)
{
  if (self->sheet == NULL)
    return;
  for (guint i = 0; i < self->widths->len; i++)
    sheaf_sheet_set_width (self->sheet, (lxw_col_t) i, g_array_index (self->widths, guint, i));
  if (self->on_sheet == 1 && self->first_row > 0)
    {
      worksheet_freeze_panes (self->sheet, self->first_row, 0);
      worksheet_repeat_rows (self->sheet, self->first_head, self->first_row - 1);
    }
  if (self->next > 0)
    worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

static void
open_sheet (SheafSheetWriter *self,
            const char       *wish)
{
  g_autofree char *name = sheaf_sheet_name (self->names, wish);

  close_sheet (self);
  self->sheet = workbook_add_worksheet (self->workbook, name);
  self->sheets++;
  self->next = self->on_sheet = self->first_row = self->first_head = 0;
  g_array_set_size (self->widths, 0);
  widen_columns (self);
  if (self->head->landscape)
    worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9); /* A4 */
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_set_footer (self->sheet, "&R&P/&N");
  sheaf_sheet_head (self);
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError **error         G_GNUC_UNUSED)
{
  ((SheafSheetWriter *) sink)->head = sheaf_report_head_copy (head);
  return TRUE;
}

static void
begin_table (SheafSheetWriter *self)
{
  guint head = self->next;

  if (self->columns->len == 0)
    return;
  sheaf_sheet_table_head (self);
  if (self->on_sheet != 1)
    return;
  self->first_head = head;
  self->first_row = self->next;
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError **error            G_GNUC_UNUSED)
{
  SheafSheetWriter *self = (SheafSheetWriter *) sink;
  gboolean          own = self->head->section_pages && !section->follows &&
                 self->sheets < SHEETS_MOST;
  const char *name = own && section->name != NULL && *section->name != '\0'
                         ? section->name
                         : self->head->code;

  sheaf_report_section_free (self->section);
  self->section = sheaf_report_section_copy (section);
  self->columns = sheaf_report_columns (self->head, self->section);
  if (self->sheet == NULL || own)
    open_sheet (self, name);
  else
    {
      widen_columns (self);
      self->next++;
    }
  self->on_sheet++;
  sheaf_sheet_words (self, section->title, SHEAF_SHEET_BOLD | SHEAF_SHEET_WRAP);
  for (char **field = section->fields; *field != NULL; field++)
    sheaf_sheet_words (self, *field, SHEAF_SHEET_WRAP);
  for (char **text = section->paragraphs; *text != NULL; text++)
    sheaf_sheet_words (self, *text, SHEAF_SHEET_WRAP);
  begin_table (self);
  sheaf_sheet_rows_free (self->rows);
  self->rows = sheaf_sheet_rows_new (self->next);
  return TRUE;
}

/* Decimals that the figure has, of those that its kind may have. */
static guint
decimals_of (gint64        number,
             SheafCellKind kind,
             guint         most)
{
  if (kind == SHEAF_CELL_FOREIGN)
    return most;
  while (most > 0 && number % 10 == 0)
    {
      number /= 10;
      most--;
    }
  return most;
}

static void
write_cell (SheafSheetWriter     *self,
            const SheafReportRow *row,
            guint                 place)
{
  const SheafReportColumn *column = self->columns->pdata[place];
  const SheafCell         *cell = &row->cells[place];
  SheafSheetStyle          style = SHEAF_SHEET_BORDER | (row->bold ? SHEAF_SHEET_BOLD : 0);
  const char              *currency = self->section->currency;
  SheafCellKind            kind = sheaf_cell_kind_of (cell, column->kind, &currency);
  guint                    most = sheaf_cell_kind_decimals (kind, currency);
  guint                    shown = decimals_of (cell->number, kind, most);
  lxw_format              *format = sheaf_sheet_format_cell (
                   self->formats,
                   style | (column->kind == SHEAF_CELL_TEXT ? SHEAF_SHEET_WRAP : 0) |
                       (column->kind == SHEAF_CELL_DAY ? SHEAF_SHEET_CENTRE : 0),
      column->kind == SHEAF_CELL_TEXT && column->weight > 2 ? row->indent : 0,
                   kind, shown);
  lxw_col_t        at = (lxw_col_t) place;
  g_autofree char *formula = NULL;

  if (cell->state == SHEAF_CELL_CROSSED)
    worksheet_write_string (self->sheet, self->next, at, "x",
                            sheaf_sheet_format (self->formats, style | SHEAF_SHEET_CENTRE, 0));
  else if (cell->state == SHEAF_CELL_EMPTY)
    worksheet_write_blank (self->sheet, self->next, at, format);
  else if (column->kind == SHEAF_CELL_TEXT)
    worksheet_write_string (self->sheet, self->next, at, cell->text != NULL ? cell->text : "",
                            format);
  else if (column->kind == SHEAF_CELL_DAY)
    sheaf_sheet_write_day (self->sheet, self->next, at, cell->day, format);
  else if (self->rows != NULL &&
           (formula = sheaf_sheet_rows_formula (self->rows, cell, row->sum_from, place)) != NULL)
    sheaf_sheet_write_formula (self->sheet, self->next, at, formula, cell->number, most, format);
  else
    sheaf_sheet_write_number (self->sheet, self->next, at, cell->number, most, format);
}

/* Texts that wrap raise their row: before its cells are written, as a sheet that leaves memory
 * asks. */
static void
raise_row (SheafSheetWriter     *self,
           const SheafReportRow *row)
{
  guint lines = 1;

  for (guint i = 0; i < MIN (self->columns->len, self->widths->len); i++)
    {
      const SheafReportColumn *column = self->columns->pdata[i];
      const SheafCell         *cell = &row->cells[i];
      guint                    letters = g_array_index (self->widths, guint, i);
      guint                    indent = column->weight > 2 ? 2 * row->indent : 0;

      if (column->kind == SHEAF_CELL_TEXT && cell->state == SHEAF_CELL_FILLED)
        lines = MAX (lines, sheaf_sheet_lines (cell->text, letters - MIN (indent, letters / 2),
                                               row->bold));
    }
  if (lines > 1)
    sheaf_sheet_set_height (self->sheet, self->next, sheaf_sheet_points (lines));
}

/* Goes on on a new sheet where one is full; its sums name no cells any more. */
static void
turn_sheet (SheafSheetWriter *self)
{
  open_sheet (self, self->head->code);
  self->on_sheet = 1;
  begin_table (self);
  g_clear_pointer (&self->rows, sheaf_sheet_rows_free);
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError **error        G_GNUC_UNUSED)
{
  SheafSheetWriter *self = (SheafSheetWriter *) sink;

  if (self->next >= ROWS_MOST)
    turn_sheet (self);
  raise_row (self, row);
  for (guint i = 0; i < self->columns->len; i++)
    write_cell (self, row, i);
  if (self->rows != NULL)
    sheaf_sheet_rows_add (self->rows, row->kind);
  self->next++;
  return TRUE;
}

static gboolean
finish (SheafReportSink *sink,
        GError **error   G_GNUC_UNUSED)
{
  SheafSheetWriter *self = (SheafSheetWriter *) sink;

  if (self->sheet == NULL)
    {
      self->columns = self->head->columns;
      open_sheet (self, self->head->code);
    }
  sheaf_sheet_foot (self);
  close_sheet (self);
  return TRUE;
}

SheafReportSink *
sheaf_sheet_writer_new (lxw_workbook          *workbook,
                        const SheafSheetFrame *frame)
{
  SheafSheetWriter *self = g_new0 (SheafSheetWriter, 1);

  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->workbook = workbook;
  self->frame = frame;
  self->formats = sheaf_sheet_formats_new (workbook);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  return &self->sink;
}

void
sheaf_sheet_writer_free (SheafReportSink *sink)
{
  SheafSheetWriter *self = (SheafSheetWriter *) sink;

  if (self == NULL)
    return;
  sheaf_sheet_formats_free (self->formats);
  g_hash_table_unref (self->names);
  g_array_unref (self->widths);
  sheaf_sheet_rows_free (self->rows);
  sheaf_report_head_free (self->head);
  sheaf_report_section_free (self->section);
  g_free (self);
}
