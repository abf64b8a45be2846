/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Millions of records: amounts and days are written without printf, into one buffer. */
#include "exchange/report-csv.h"

#include "base/csv-writer.h"
#include "reports/cell.h"

#include <string.h>

/* A piece that is handed on. */
#define PIECE 65536

typedef struct
{
  SheafReportSink  sink;
  SheafWriteBytes  write;
  gpointer         data;
  GString         *text;
  SheafReportHead *head;
  GPtrArray       *columns; /* of the section; of the head or its own; no reference */
  GPtrArray       *own;     /* a copy of the section's columns, kept */
  char            *header;  /* the last header written */
  char            *name;    /* the section's, as a field with its comma; NULL: no names */
  char            *currency;
  SheafDate        day; /* the last one written, and its text: days repeat */
  char             day_text[16];
} CsvSink;

static gboolean
flush (CsvSink *self,
       GError **error)
{
  gboolean done = self->text->len == 0 ||
                  self->write (self->text->str, self->text->len, self->data, error);

  g_string_truncate (self->text, 0);
  return done;
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError **error         G_GNUC_UNUSED)
{
  CsvSink *self = (CsvSink *) sink;

  g_return_val_if_fail (self->head == NULL, FALSE);
  self->head = sheaf_report_head_copy (head);
  return TRUE;
}

/* A header is written where it differs from the one before. */
static void
write_header (CsvSink *self,
              gboolean named,
              gboolean texts)
{
  GString *header = g_string_new (NULL);
  gboolean first = TRUE;

  if (named)
    {
      sheaf_csv_append (header, first, "section");
      first = FALSE;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      sheaf_csv_append (header, first, ((SheafReportColumn *) self->columns->pdata[i])->key);
      first = FALSE;
    }
  if (texts)
    {
      sheaf_csv_append (header, first, "text");
      first = FALSE;
    }
  sheaf_csv_append (header, first, "row");
  g_string_append_c (header, '\n');
  if (g_strcmp0 (self->header, header->str) != 0)
    g_string_append (self->text, header->str);
  g_free (self->header);
  self->header = g_string_free (header, FALSE);
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError                  **error)
{
  CsvSink *self = (CsvSink *) sink;
  gboolean named = section->name != NULL && *section->name != '\0';
  g_autoptr (SheafReportSection) copy = sheaf_report_section_copy (section);

  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_free (self->currency);
  self->own = g_steal_pointer (&copy->columns);
  self->columns = self->own != NULL ? self->own : self->head->columns;
  self->currency = g_strdup (section->currency);
  write_header (self, named, self->columns->len == 0);
  if (named)
    {
      GString *field = g_string_new (NULL);

      sheaf_csv_append (field, TRUE, section->name);
      g_string_append_c (field, ',');
      self->name = g_string_free (field, FALSE);
    }
  for (char **text = section->paragraphs; self->columns->len == 0 && *text != NULL; text++)
    {
      g_string_append (self->text, self->name != NULL ? self->name : "");
      sheaf_csv_append (self->text, TRUE, *text);
      g_string_append (self->text, ",line\n");
    }
  return self->text->len < PIECE || flush (self, error);
}

static void
append_integer (GString *text,
                gint64   number)
{
  char    digits[24];
  char   *at = digits + sizeof digits;
  guint64 rest = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    *--at = '-';
  g_string_append_len (text, at, digits + sizeof digits - at);
}

static void
append_day (CsvSink  *self,
            SheafDate day)
{
  if (day.days != self->day.days)
    {
      g_autofree char *text = sheaf_date_to_text (day);

      g_strlcpy (self->day_text, text, sizeof self->day_text);
      self->day = day;
    }
  g_string_append (self->text, self->day_text);
}

static void
append_cell (CsvSink         *self,
             const SheafCell *cell,
             SheafCellKind    kind)
{
  if (cell->state != SHEAF_CELL_FILLED)
    return;
  if (kind == SHEAF_CELL_TEXT)
    sheaf_csv_append (self->text, TRUE, cell->text);
  else if ((kind == SHEAF_CELL_MONEY && *cell->currency == '\0') || kind == SHEAF_CELL_COUNT)
    append_integer (self->text, cell->number);
  else if (kind == SHEAF_CELL_DAY)
    append_day (self, cell->day);
  else
    {
      g_autofree char *text = sheaf_cell_to_text (cell, kind, self->currency);

      g_string_append (self->text, text);
    }
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError              **error)
{
  CsvSink *self = (CsvSink *) sink;

  g_return_val_if_fail (self->columns != NULL, FALSE);
  if (self->name != NULL)
    g_string_append (self->text, self->name);
  for (guint i = 0; i < self->columns->len; i++)
    {
      append_cell (self, &row->cells[i], ((SheafReportColumn *) self->columns->pdata[i])->kind);
      g_string_append_c (self->text, ',');
    }
  g_string_append (self->text, sheaf_report_row_word (row->kind));
  g_string_append_c (self->text, '\n');
  return self->text->len < PIECE || flush (self, error);
}

static gboolean
finish (SheafReportSink *sink,
        GError         **error)
{
  return flush ((CsvSink *) sink, error);
}

SheafReportSink *
sheaf_report_csv_new (SheafWriteBytes write,
                      gpointer        data)
{
  CsvSink *self = g_new0 (CsvSink, 1);

  g_return_val_if_fail (write != NULL, NULL);
  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->write = write;
  self->data = data;
  self->text = g_string_sized_new (PIECE + 4096);
  self->day = SHEAF_DATE_NONE;
  return &self->sink;
}

void
sheaf_report_csv_free (SheafReportSink *sink)
{
  CsvSink *self = (CsvSink *) sink;

  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  sheaf_report_head_free (self->head);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self->header);
  g_free (self->name);
  g_free (self->currency);
  g_free (self);
}
