/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of reports: making, copying and freeing its parts. */
#include "reports/report.h"

static void
free_column (gpointer data)
{
  SheafReportColumn *column = data;

  g_free (column->key);
  g_free (column->heading);
  g_free (column->group);
  g_free (column->mark);
  g_free (column);
}

GPtrArray *
sheaf_report_columns_new (void)
{
  return g_ptr_array_new_with_free_func (free_column);
}

SheafReportColumn *
sheaf_report_column_add (GPtrArray    *columns,
                         const char   *key,
                         const char   *group,
                         const char   *heading,
                         const char   *mark,
                         SheafCellKind kind,
                         guint         weight)
{
  SheafReportColumn *column = g_new0 (SheafReportColumn, 1);

  column->key = g_strdup (key);
  column->heading = g_strdup (heading != NULL ? heading : "");
  column->group = g_strdup (group);
  column->mark = g_strdup (mark);
  column->kind = kind;
  column->weight = weight;
  g_ptr_array_add (columns, column);
  return column;
}

static GPtrArray *
copy_columns (const GPtrArray *columns)
{
  GPtrArray *copy = sheaf_report_columns_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      SheafReportColumn       *twin = sheaf_report_column_add (
                copy, column->key, column->group, column->heading, column->mark, column->kind,
                column->weight);

      twin->running = column->running;
      twin->crossed = column->crossed;
      twin->carried = column->carried;
    }
  return copy;
}

GPtrArray *
sheaf_report_columns (const SheafReportHead    *head,
                      const SheafReportSection *section)
{
  return section != NULL && section->columns != NULL ? section->columns : head->columns;
}

SheafReportHead *
sheaf_report_head_new (const char *code)
{
  SheafReportHead *head = g_new0 (SheafReportHead, 1);

  head->code = g_strdup (code);
  head->columns = sheaf_report_columns_new ();
  head->subtitles = g_new0 (char *, 1);
  head->foot = g_new0 (char *, 1);
  head->signers = g_new0 (char *, 1);
  head->signer_notes = g_new0 (char *, 1);
  head->notes = g_new0 (char *, 1);
  head->header = g_new0 (char *, 1);
  head->warnings = g_new0 (char *, 1);
  head->from = SHEAF_DATE_NONE;
  head->to = SHEAF_DATE_NONE;
  head->revision = 1;
  return head;
}

SheafReportHead *
sheaf_report_head_copy (const SheafReportHead *head)
{
  SheafReportHead *copy = g_memdup2 (head, sizeof *head);

  copy->code = g_strdup (head->code);
  copy->form_code = g_strdup (head->form_code);
  copy->attachment = g_strdup (head->attachment);
  copy->title = g_strdup (head->title);
  copy->subtitles = g_strdupv (head->subtitles);
  copy->unit = g_strdup (head->unit);
  copy->columns = copy_columns (head->columns);
  copy->foot = g_strdupv (head->foot);
  copy->signers = g_strdupv (head->signers);
  copy->signer_notes = g_strdupv (head->signer_notes);
  copy->signing_date = g_strdup (head->signing_date);
  copy->notes = g_strdupv (head->notes);
  copy->forward = g_strdup (head->forward);
  copy->brought = g_strdup (head->brought);
  copy->header = g_strdupv (head->header);
  copy->warnings = g_strdupv (head->warnings);
  copy->revision_note = g_strdup (head->revision_note);
  return copy;
}

void
sheaf_report_head_free (SheafReportHead *head)
{
  if (head == NULL)
    return;
  g_free (head->code);
  g_free (head->form_code);
  g_free (head->attachment);
  g_free (head->title);
  g_strfreev (head->subtitles);
  g_free (head->unit);
  g_ptr_array_unref (head->columns);
  g_strfreev (head->foot);
  g_strfreev (head->signers);
  g_strfreev (head->signer_notes);
  g_free (head->signing_date);
  g_strfreev (head->notes);
  g_free (head->forward);
  g_free (head->brought);
  g_strfreev (head->header);
  g_strfreev (head->warnings);
  g_free (head->revision_note);
  g_free (head);
}

SheafReportSection *
sheaf_report_section_new (const char *name)
{
  SheafReportSection *section = g_new0 (SheafReportSection, 1);

  section->name = g_strdup (name);
  section->fields = g_new0 (char *, 1);
  section->paragraphs = g_new0 (char *, 1);
  return section;
}

SheafReportSection *
sheaf_report_section_copy (const SheafReportSection *section)
{
  SheafReportSection *copy = g_new0 (SheafReportSection, 1);

  copy->name = g_strdup (section->name);
  copy->title = g_strdup (section->title);
  copy->fields = g_strdupv (section->fields);
  copy->paragraphs = g_strdupv (section->paragraphs);
  copy->columns = section->columns != NULL ? copy_columns (section->columns) : NULL;
  copy->currency = g_strdup (section->currency);
  copy->bars = section->bars;
  copy->follows = section->follows;
  return copy;
}

void
sheaf_report_section_free (SheafReportSection *section)
{
  if (section == NULL)
    return;
  g_free (section->name);
  g_free (section->title);
  g_strfreev (section->fields);
  g_strfreev (section->paragraphs);
  g_clear_pointer (&section->columns, g_ptr_array_unref);
  g_free (section->currency);
  g_free (section);
}

gboolean
sheaf_report_sink_head (SheafReportSink       *sink,
                        const SheafReportHead *head,
                        GError               **error)
{
  return sink->head (sink, head, error);
}

gboolean
sheaf_report_sink_section (SheafReportSink          *sink,
                           const SheafReportSection *section,
                           GError                  **error)
{
  return sink->section (sink, section, error);
}

gboolean
sheaf_report_sink_row (SheafReportSink      *sink,
                       const SheafReportRow *row,
                       GError              **error)
{
  return sink->row (sink, row, error);
}

gboolean
sheaf_report_sink_finish (SheafReportSink *sink,
                          GError         **error)
{
  return sink->finish (sink, error);
}

void
sheaf_cell_set_text (SheafCell  *cell,
                     const char *text)
{
  cell->state = SHEAF_CELL_FILLED;
  cell->text = text;
}

void
sheaf_cell_set_number (SheafCell *cell,
                       gint64     number)
{
  cell->state = SHEAF_CELL_FILLED;
  cell->number = number;
}

void
sheaf_cell_set_day (SheafCell *cell,
                    SheafDate  day)
{
  cell->state = sheaf_date_is_none (day) ? SHEAF_CELL_EMPTY : SHEAF_CELL_FILLED;
  cell->day = day;
}

void
sheaf_cell_cross (SheafCell *cell)
{
  cell->state = SHEAF_CELL_CROSSED;
}
