/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words around the tables of a sheet, as the form prints them. */
#include "exchange/sheet-place.h"

#include "exchange/sheet-height.h"
#include "exchange/sheet-number.h"
#include "reports/group.h"

#include <string.h>

#define DOTS "…………"

/* Words go over as many columns where the table is narrow. */
#define SPAN_LEAST 4

guint
sheaf_sheet_span (const SheafSheetWriter *self)
{
  guint n = self->head->columns->len;

  if (self->columns != NULL)
    n = MAX (n, self->columns->len);
  return MAX (n, SPAN_LEAST);
}

static void
write_text (SheafSheetWriter *self,
            guint             column,
            const char       *text,
            lxw_format       *format)
{
  /* A sheet takes 32,767 letters in a cell. */
  g_autofree char *cut = g_utf8_strlen (text, -1) > 32000 ? g_utf8_substring (text, 0, 32000)
                                                          : NULL;

  worksheet_write_string (self->sheet, self->next, (lxw_col_t) column, cut != NULL ? cut : text,
                          format);
}

static void
merge (SheafSheetWriter *self,
       guint             first,
       guint             last,
       const char       *text,
       lxw_format       *format)
{
  if (first < last)
    worksheet_merge_range (self->sheet, self->next, (lxw_col_t) first, self->next,
                           (lxw_col_t) last, "", format);
  write_text (self, first, text, format);
}

/* Text of a merged cell does not raise its row by itself. */
static void
set_height (SheafSheetWriter *self,
            const char       *text,
            guint             letters,
            SheafSheetStyle   style)
{
  guint lines = sheaf_sheet_lines (text, letters, (style & SHEAF_SHEET_BOLD) != 0);

  if (lines > 1)
    sheaf_sheet_set_height (self->sheet, self->next, sheaf_sheet_points (lines));
}

static guint
letters_of (SheafSheetWriter *self,
            guint             first,
            guint             behind)
{
  guint sum = 0;

  for (guint i = first; i < behind; i++)
    sum += i < self->widths->len ? g_array_index (self->widths, guint, i) : 9;
  return sum;
}

void
sheaf_sheet_words (SheafSheetWriter *self,
                   const char       *text,
                   SheafSheetStyle   style)
{
  guint span = sheaf_sheet_span (self);

  if (text == NULL)
    return;
  if (style & SHEAF_SHEET_WRAP)
    set_height (self, text, letters_of (self, 0, span), style);
  merge (self, 0, span - 1, text, sheaf_sheet_format (self->formats, style, 0));
  self->next++;
}

/* Left and right of one row: "Đơn vị: …" and "Mẫu số …". */
static void
write_sides (SheafSheetWriter *self,
             const char       *left,
             SheafSheetStyle   left_style,
             const char       *right,
             SheafSheetStyle   right_style)
{
  guint span = sheaf_sheet_span (self), middle = span, all = letters_of (self, 0, span);

  while (middle > 1 && letters_of (self, 0, middle - 1) * 100 >= all * 52)
    middle--;
  middle = MIN (middle, span - 1);
  if (left != NULL)
    write_text (self, 0, left, sheaf_sheet_format (self->formats, left_style, 0));
  if (right != NULL)
    {
      set_height (self, right, letters_of (self, middle, span), right_style);
      merge (self, middle, span - 1, right,
             sheaf_sheet_format (self->formats,
                                 right_style | SHEAF_SHEET_CENTRE | SHEAF_SHEET_WRAP, 0));
    }
  self->next++;
}

static char *
head_line (char      **labels,
           guint       n,
           const char *value)
{
  if (n < g_strv_length (labels))
    return g_strdup_printf ("%s: %s", labels[n], *value != '\0' ? value : DOTS);
  return n == 0 ? g_strdup (value) : NULL;
}

void
sheaf_sheet_head (SheafSheetWriter *self)
{
  const SheafReportHead *head = self->head;
  g_autofree char       *name = head_line (head->header, 0, self->frame->name);
  g_autofree char       *address = head_line (head->header, 1,
                                        head->header_by_hand ? "" : self->frame->address);

  write_sides (self, name, SHEAF_SHEET_BOLD, head->form_code, SHEAF_SHEET_BOLD);
  write_sides (self, address, 0, head->attachment, SHEAF_SHEET_ITALIC | SHEAF_SHEET_SMALL);
  if (head->revision_note != NULL)
    write_sides (self, NULL, 0, head->revision_note,
                 SHEAF_SHEET_BOLD | SHEAF_SHEET_ITALIC | SHEAF_SHEET_SMALL);
  self->next++;
  sheaf_sheet_words (self, head->title != NULL ? head->title : head->code,
                     SHEAF_SHEET_BOLD | SHEAF_SHEET_LARGE | SHEAF_SHEET_CENTRE);
  for (char **line = head->subtitles; *line != NULL; line++)
    sheaf_sheet_words (self, *line, SHEAF_SHEET_ITALIC | SHEAF_SHEET_CENTRE);
  for (char **line = head->warnings; line != NULL && *line != NULL; line++)
    sheaf_sheet_words (self, *line, SHEAF_SHEET_BOLD | SHEAF_SHEET_CENTRE | SHEAF_SHEET_WRAP);
  sheaf_sheet_words (self, head->unit, SHEAF_SHEET_ITALIC | SHEAF_SHEET_RIGHT);
}

static guint
levels_over (SheafSheetWriter *self,
             guint             column)
{
  guint levels = 0;

  for (;; levels++)
    {
      g_autofree char *text = sheaf_report_group_text (self->columns, column, levels);

      if (text == NULL)
        return levels;
    }
}

static const SheafReportColumn *
column_at (SheafSheetWriter *self,
           guint             i)
{
  return self->columns->pdata[i];
}

/* One row of merged headings; a column that has none so far down shows its own heading, there or,
 * when rows leave memory, in the last row of headings. */
static void
write_level (SheafSheetWriter *self,
             guint             level,
             lxw_format       *format)
{
  guint behind;

  for (guint i = 0; i < self->columns->len; i = behind)
    {
      g_autofree char *text = sheaf_report_group_text (self->columns, i, level);

      behind = sheaf_report_group_end (self->columns, i, level);
      merge (self, i, behind - 1, text != NULL ? text : "", format);
    }
}

/* Headings that go down over several rows. */
static void
merge_down (SheafSheetWriter *self,
            guint             top,
            guint             bottom,
            lxw_format       *format)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (top + levels_over (self, i) < bottom)
      worksheet_merge_range (self->sheet, top + levels_over (self, i), (lxw_col_t) i, bottom,
                             (lxw_col_t) i, column_at (self, i)->heading, format);
}

void
sheaf_sheet_table_head (SheafSheetWriter *self)
{
  SheafSheetStyle style = SHEAF_SHEET_CENTRE | SHEAF_SHEET_WRAP | SHEAF_SHEET_BORDER |
                          SHEAF_SHEET_HEADING;
  lxw_format *bold = sheaf_sheet_format (self->formats, style | SHEAF_SHEET_BOLD, 0);
  guint       levels = sheaf_report_group_levels (self->columns), top = self->next, lines = 1;
  gboolean    marks = FALSE;

  for (guint level = 0; level < levels; level++, self->next++)
    write_level (self, level, bold);
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (levels_over (self, i) == levels) /* others have more rows for it */
        lines = MAX (lines, sheaf_sheet_lines (column_at (self, i)->heading,
                                               letters_of (self, i, i + 1), TRUE));
      marks |= column_at (self, i)->mark != NULL;
    }
  sheaf_sheet_set_height (self->sheet, self->next, sheaf_sheet_points (lines));
  for (guint i = 0; i < self->columns->len; i++)
    write_text (self, i,
                self->frame->streaming || levels_over (self, i) == levels
                    ? column_at (self, i)->heading
                    : "",
                bold);
  if (!self->frame->streaming)
    merge_down (self, top, self->next, bold);
  self->next++;
  if (!marks)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    write_text (self, i, column_at (self, i)->mark != NULL ? column_at (self, i)->mark : "",
                sheaf_sheet_format (self->formats, style, 0));
  self->next++;
}

/* The columns of a signer's block: a share of them all. */
static void
write_block (SheafSheetWriter *self,
             guint             n,
             guint             of,
             const char       *text,
             SheafSheetStyle   style)
{
  guint span = MAX (sheaf_sheet_span (self), of);
  guint first = span * n / of, behind = span * (n + 1) / of;

  merge (self, first, behind - 1, text,
         sheaf_sheet_format (self->formats, style | SHEAF_SHEET_CENTRE, 0));
}

static void
write_signers (SheafSheetWriter *self)
{
  const SheafReportHead *head = self->head;
  guint                  n = g_strv_length (head->signers);
  guint                  notes = g_strv_length (head->signer_notes);

  if (n == 0)
    return;
  self->next++;
  write_block (self, MIN (head->signing_block, n - 1), n, self->frame->day, SHEAF_SHEET_ITALIC);
  self->next++;
  for (guint i = 0; i < n; i++)
    write_block (self, i, n, head->signers[i], SHEAF_SHEET_BOLD);
  self->next++;
  for (guint i = 0; i < n; i++)
    write_block (self, i, n, i < notes ? head->signer_notes[i] : "", SHEAF_SHEET_ITALIC);
  self->next += 4; /* room to sign */
  /* three are who made it, the chief accountant, the director; letters are signed by others too */
  for (guint i = 0; n == 3 && !head->section_signed && i < n; i++)
    if (self->frame->signers[i] != NULL)
      write_block (self, i, n, self->frame->signers[i], SHEAF_SHEET_BOLD);
  self->next++;
}

void
sheaf_sheet_foot (SheafSheetWriter *self)
{
  const SheafReportHead *head = self->head;
  g_autofree char       *opened = sheaf_date_format (head->from, "vi");

  if (*head->foot != NULL)
    self->next++;
  for (char **line = head->foot; *line != NULL; line++)
    {
      g_autoptr (GString) text = g_string_new (*line);

      g_string_replace (text, "{pages}", DOTS, 0); /* whoever prints the sheet knows */
      g_string_replace (text, "{opened}", opened, 0);
      sheaf_sheet_words (self, text->str, 0);
    }
  write_signers (self);
  for (char **note = head->notes; *note != NULL; note++)
    sheaf_sheet_words (self, *note, SHEAF_SHEET_ITALIC | SHEAF_SHEET_SMALL | SHEAF_SHEET_WRAP);
}
