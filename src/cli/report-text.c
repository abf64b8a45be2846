/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are kept until the widths are known: at a section's end, or after some thousand. */
#include "cli/report-text.h"

#include "reports/cell.h"
#include "reports/group.h"

#include <string.h>

/* Rows that decide the widths. */
#define KEPT_ROWS 2000

/* A heading is broken at blanks where the figures under it are narrower than this. */
#define HEADING_LEAST 12

typedef struct
{
  SheafReportSink     sink;
  SheafWriteBytes     write;
  gpointer            data;
  char               *language;
  GString            *text;
  SheafReportHead    *head;
  SheafReportSection *section;
  GPtrArray          *columns; /* of the head or the section */
  GPtrArray          *kept;    /* of char *, row after row */
  glong              *widths;
  gboolean            headed; /* the headings of the section are written */
  gboolean            any;    /* something stands above */
} TextSink;

static gboolean
flush (TextSink *self,
       GError  **error)
{
  gboolean done = self->text->len == 0 ||
                  self->write (self->text->str, self->text->len, self->data, error);

  g_string_truncate (self->text, 0);
  return done;
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_lines (GString *text,
              char   **lines)
{
  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (text, "%s\n", *line);
}

static void
pad (GString    *text,
     const char *cell,
     glong       width,
     gboolean    right)
{
  glong blanks = MAX (width - g_utf8_strlen (cell, -1), 0);

  if (right)
    g_string_append_printf (text, "%*s", (int) blanks, "");
  g_string_append (text, cell);
  if (!right)
    g_string_append_printf (text, "%*s", (int) blanks, "");
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError **error         G_GNUC_UNUSED)
{
  TextSink *self = (TextSink *) sink;

  self->head = sheaf_report_head_copy (head);
  if (head->title != NULL)
    g_string_append_printf (self->text, "%s%s%s\n", head->title,
                            head->form_code != NULL ? " · " : "",
                            head->form_code != NULL ? head->form_code : "");
  append_lines (self->text, head->subtitles);
  if (head->revision_note != NULL)
    g_string_append_printf (self->text, "%s\n", head->revision_note);
  append_lines (self->text, head->warnings);
  if (head->unit != NULL)
    g_string_append_printf (self->text, "%s\n", head->unit);
  self->any = self->text->len > 0;
  return TRUE;
}

/* The heading of a column broken into lines no wider than its figures, or a little more. */
static char **
break_heading (const char *heading,
               glong       width)
{
  g_auto (GStrv) words = g_strsplit_set (heading, " \n", -1);
  GPtrArray *lines = g_ptr_array_new ();
  GString   *line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (line->len > 0 && g_utf8_strlen (line->str, -1) + 1 + g_utf8_strlen (*word, -1) >
                               MAX (width, HEADING_LEAST))
        {
          g_ptr_array_add (lines, g_strdup (line->str));
          g_string_truncate (line, 0);
        }
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
    }
  g_ptr_array_add (lines, g_string_free (line, FALSE));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

static void
measure (TextSink *self)
{
  guint n = self->columns->len;

  for (guint i = 0; i < self->kept->len; i++)
    self->widths[i % n] = MAX (self->widths[i % n], g_utf8_strlen (self->kept->pdata[i], -1));
}

static const SheafReportColumn *
column_at (TextSink *self,
           guint     i)
{
  return self->columns->pdata[i];
}

/* The width of columns side by side. */
static glong
span (TextSink *self,
      guint     first,
      guint     behind)
{
  glong width = 0;

  for (guint i = first; i < behind; i++)
    width += self->widths[i] + (i > first ? 2 : 0);
  return width;
}

/* One line of merged headings; where they are longer than their columns, the last one grows. */
static void
write_groups (TextSink *self,
              guint     level,
              gboolean  grow)
{
  guint behind;

  for (guint i = 0; i < self->columns->len; i = behind)
    {
      g_autofree char *text = sheaf_report_group_text (self->columns, i, level);
      glong            width;

      behind = sheaf_report_group_end (self->columns, i, level);
      width = span (self, i, behind);
      if (grow && text != NULL)
        self->widths[behind - 1] += MAX (g_utf8_strlen (text, -1) - width, 0);
      if (grow)
        continue;
      g_string_append (self->text, i > 0 ? "  " : "");
      pad (self->text, text != NULL ? text : "", width, FALSE);
    }
  if (!grow)
    end_line (self->text);
}

static void
write_headings (TextSink *self)
{
  guint              n = self->columns->len, deepest = 0;
  guint              levels = sheaf_report_group_levels (self->columns);
  g_autofree char ***broken = g_new0 (char **, n);

  for (guint i = 0; i < n; i++)
    {
      broken[i] = break_heading (column_at (self, i)->heading, self->widths[i]);
      deepest = MAX (deepest, g_strv_length (broken[i]));
      for (char **line = broken[i]; *line != NULL; line++)
        self->widths[i] = MAX (self->widths[i], g_utf8_strlen (*line, -1));
    }
  for (guint level = levels; level-- > 0;)
    write_groups (self, level, TRUE);
  for (guint level = 0; level < levels; level++)
    write_groups (self, level, FALSE);
  for (guint row = 0; row < deepest; row++)
    {
      for (guint i = 0; i < n; i++)
        {
          guint lines = g_strv_length (broken[i]);

          if (i > 0)
            g_string_append (self->text, "  ");
          pad (self->text, row + lines >= deepest ? broken[i][row + lines - deepest] : "",
               self->widths[i], sheaf_cell_kind_is_number (column_at (self, i)->kind));
        }
      end_line (self->text);
    }
  for (guint i = 0; i < n; i++)
    g_strfreev (broken[i]);
}

/* What was kept is written, with the headings before the first rows. */
static void
write_kept (TextSink *self)
{
  guint n = self->columns != NULL ? self->columns->len : 0;

  if (n == 0)
    return;
  measure (self);
  if (!self->headed)
    write_headings (self);
  self->headed = self->any = TRUE;
  for (guint i = 0; i < self->kept->len; i++)
    {
      if (i % n > 0)
        g_string_append (self->text, "  ");
      pad (self->text, self->kept->pdata[i], self->widths[i % n],
           sheaf_cell_kind_is_number (column_at (self, i % n)->kind));
      if ((i + 1) % n == 0)
        end_line (self->text);
    }
  g_ptr_array_set_size (self->kept, 0);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  TextSink *self = (TextSink *) sink;

  write_kept (self);
  sheaf_report_section_free (self->section);
  self->section = sheaf_report_section_copy (section);
  self->columns = sheaf_report_columns (self->head, self->section);
  self->headed = FALSE;
  g_free (self->widths);
  self->widths = g_new0 (glong, self->columns->len);
  if (self->any)
    g_string_append_c (self->text, '\n');
  if (section->title != NULL)
    g_string_append_printf (self->text, "%s\n", section->title);
  append_lines (self->text, section->fields);
  append_lines (self->text, section->paragraphs);
  return flush (self, error);
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  TextSink *self = (TextSink *) sink;
  gboolean  indented = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const SheafReportColumn *column = column_at (self, i);
      char                    *text = sheaf_cell_format (&row->cells[i], column->kind,
                                                         self->section->currency, self->language);

      g_strdelimit (text, "\r\n\t", ' ');
      if (column->kind == SHEAF_CELL_TEXT && !indented && *text != '\0' && row->indent > 0)
        {
          g_autofree char *plain = text;

          text = g_strdup_printf ("%*s%s", 2 * (int) row->indent, "", plain);
          indented = TRUE;
        }
      g_ptr_array_add (self->kept, text);
    }
  if (self->kept->len < KEPT_ROWS * self->columns->len)
    return TRUE;
  write_kept (self);
  return flush (self, error);
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  TextSink *self = (TextSink *) sink;

  write_kept (self);
  if (*self->head->notes != NULL)
    g_string_append_c (self->text, '\n');
  append_lines (self->text, self->head->notes);
  return flush (self, error);
}

SheafReportSink *
sheaf_report_text_new (const char     *language,
                       SheafWriteBytes write,
                       gpointer        data)
{
  TextSink *self = g_new0 (TextSink, 1);

  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->language = g_strdup (language);
  self->write = write;
  self->data = data;
  self->text = g_string_new (NULL);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  return &self->sink;
}

void
sheaf_report_text_free (SheafReportSink *sink)
{
  TextSink *self = (TextSink *) sink;

  if (self == NULL)
    return;
  g_free (self->language);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->kept);
  g_free (self->widths);
  sheaf_report_head_free (self->head);
  sheaf_report_section_free (self->section);
  g_free (self);
}
