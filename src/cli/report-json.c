/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object a line, written as rows come. */
#include "cli/report-json.h"

#include "reports/cell.h"

#define PIECE 65536

typedef struct
{
  SheafReportSink     sink;
  SheafWriteBytes     write;
  gpointer            data;
  GString            *text;
  SheafReportHead    *head;
  SheafReportSection *section;
  gboolean            any; /* an object was written */
} JsonSink;

static gboolean
flush (JsonSink *self,
       GError  **error)
{
  gboolean done = self->write (self->text->str, self->text->len, self->data, error);

  g_string_truncate (self->text, 0);
  return done;
}

static void
append_string (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (text, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
    else
      g_string_append_c (text, *c);
  g_string_append_c (text, '"');
}

static void
begin_object (JsonSink *self)
{
  g_string_append (self->text, self->any ? ",\n  { " : "[\n  { ");
  self->any = TRUE;
  if (self->section->name == NULL || *self->section->name == '\0')
    return;
  g_string_append (self->text, "\"section\" : ");
  append_string (self->text, self->section->name);
  g_string_append (self->text, ", ");
}

static void
end_object (JsonSink          *self,
            SheafReportRowKind kind)
{
  g_string_append_printf (self->text, "\"row\" : \"%s\" }", sheaf_report_row_word (kind));
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError **error         G_GNUC_UNUSED)
{
  ((JsonSink *) sink)->head = sheaf_report_head_copy (head);
  return TRUE;
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  JsonSink *self = (JsonSink *) sink;

  sheaf_report_section_free (self->section);
  self->section = sheaf_report_section_copy (section);
  if (sheaf_report_columns (self->head, self->section)->len > 0)
    return TRUE;
  for (char **text = section->paragraphs; *text != NULL; text++)
    {
      begin_object (self);
      g_string_append (self->text, "\"text\" : ");
      append_string (self->text, *text);
      g_string_append (self->text, ", ");
      end_object (self, SHEAF_ROW_KIND_LINE);
    }
  return self->text->len < PIECE || flush (self, error);
}

static void
append_cell (JsonSink        *self,
             const SheafCell *cell,
             SheafCellKind    kind)
{
  g_autofree char *text = NULL;

  if (cell->state != SHEAF_CELL_FILLED)
    {
      g_string_append (self->text, "null");
      return;
    }
  text = sheaf_cell_to_text (cell, kind, self->section->currency);
  if ((kind == SHEAF_CELL_MONEY && *cell->currency == '\0') || kind == SHEAF_CELL_COUNT)
    g_string_append (self->text, text);
  else
    append_string (self->text, text);
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  JsonSink        *self = (JsonSink *) sink;
  const GPtrArray *columns = sheaf_report_columns (self->head, self->section);

  begin_object (self);
  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];

      append_string (self->text, column->key);
      g_string_append (self->text, " : ");
      append_cell (self, &row->cells[i], column->kind);
      g_string_append (self->text, ", ");
    }
  end_object (self, row->kind);
  return self->text->len < PIECE || flush (self, error);
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  JsonSink *self = (JsonSink *) sink;

  g_string_append (self->text, self->any ? "\n]\n" : "[]\n");
  return flush (self, error);
}

SheafReportSink *
sheaf_report_json_new (SheafWriteBytes write,
                       gpointer        data)
{
  JsonSink *self = g_new0 (JsonSink, 1);

  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->write = write;
  self->data = data;
  self->text = g_string_sized_new (PIECE + 4096);
  return &self->sink;
}

void
sheaf_report_json_free (SheafReportSink *sink)
{
  JsonSink *self = (JsonSink *) sink;

  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  sheaf_report_head_free (self->head);
  sheaf_report_section_free (self->section);
  g_free (self);
}
