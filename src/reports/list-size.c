/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size class with what it was judged by. */
#include "reports/list-ratios.h"
#include "reports/list-writer.h"
#include "statements/size-class.h"

#include <string.h>

static const SheafListColumn result_columns[] = {
  { "item", SHEAF_CELL_TEXT, 40 },
  { "figure", SHEAF_CELL_COUNT, 22 },
  { "result", SHEAF_CELL_TEXT, 40 },
  { "origin", SHEAF_CELL_TEXT, 44 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn class_columns[] = {
  { "class", SHEAF_CELL_TEXT, 14 },
  { "members", SHEAF_CELL_COUNT, 14 },
  { "revenue", SHEAF_CELL_MONEY, 20 },
  { "capital", SHEAF_CELL_MONEY, 20 },
  { "finding", SHEAF_CELL_TEXT, 40 },
  { "source", SHEAF_CELL_TEXT, 34 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

static const char *
title_of (const SheafListWriter *writer,
          char *const           *titles)
{
  gsize place = strcmp (writer->language, "en") == 0   ? 1
                : strcmp (writer->language, "fr") == 0 ? 2
                                                       : 0;

  return titles[place] != NULL ? titles[place] : titles[0];
}

/* Free with g_free. */
static char *
word_of (const SheafListWriter *writer,
         const char            *begin,
         const char            *key)
{
  g_autofree char *full = g_strconcat (begin, key != NULL ? key : "unknown", NULL);

  return sheaf_list_text (writer, full, NULL);
}

static gboolean
write_result (SheafListWriter *writer,
              const char      *key,
              const gint64    *figure,
              const char      *result,
              const char      *origin,
              GError         **error)
{
  g_autofree char *label = sheaf_list_text (writer, key, NULL);
  SheafCell        cells[4] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_SUBTOTAL,
                           .bold = strcmp (key, "class") == 0,
                           .cells = cells,
                           .line = key };

  sheaf_cell_set_text (&cells[0], label);
  if (figure != NULL)
    sheaf_cell_set_number (&cells[1], *figure);
  sheaf_cell_set_text (&cells[2], result);
  sheaf_cell_set_text (&cells[3], origin);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_results (SheafListWriter      *writer,
               const SheafSizeClass *size,
               GError              **error)
{
  g_autofree char *sector = word_of (writer, "sector_", size->sector_of_law);
  g_autofree char *class_name = word_of (writer, "class_", size->class_key);
  g_autofree char *members = word_of (writer, "class_", size->older_members);
  g_autofree char *capital = word_of (writer, "class_", size->older_capital);
  g_autofree char *origin = sheaf_list_text (writer, "setting", NULL);
  g_autofree char *members_from = sheaf_list_text (writer, "register", NULL);

  return sheaf_list_section (writer, "result", NULL, result_columns, error) &&
         write_result (writer, "sector", NULL, sector, origin, error) &&
         write_result (writer, "members", &size->members, NULL, members_from, error) &&
         write_result (writer, "revenue", &size->revenue.units, NULL, size->revenue_from, error) &&
         write_result (writer, "capital", &size->capital.units, NULL, size->capital_from, error) &&
         write_result (writer, "class", NULL, class_name, title_of (writer, size->titles),
                       error) &&
         write_result (writer, "older-members", &size->members, members,
                       title_of (writer, size->older_titles), error) &&
         write_result (writer, "older-capital", &size->capital.units, capital,
                       title_of (writer, size->older_titles), error);
}

static char *
finding_of (const SheafListWriter *writer,
            const SheafSizeRow    *row)
{
  g_autofree char *what = NULL;

  if (!row->known)
    return sheaf_list_text (writer, "not-known", NULL);
  if (row->rest)
    return sheaf_list_text (writer, "rest", NULL);
  if (row->reached)
    return sheaf_list_text (writer, "reached", NULL);
  what = sheaf_list_text (writer, row->members_reached ? "little-money" : "few-members", NULL);
  return sheaf_list_text (writer, "missed", "what", what, NULL);
}

static gboolean
write_class (SheafListWriter      *writer,
             const SheafSizeClass *size,
             const SheafSizeRow   *size_row,
             GError              **error)
{
  g_autofree char *name = word_of (writer, "class_", size_row->key);
  g_autofree char *finding = finding_of (writer, size_row);
  SheafCell        cells[6] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_SUBTOTAL, .cells = cells, .line = size_row->key };

  sheaf_cell_set_text (&cells[0], name);
  if (size_row->known && !size_row->rest)
    {
      sheaf_cell_set_number (&cells[1], size_row->members);
      sheaf_cell_set_number (&cells[2], size_row->revenue.units);
      sheaf_cell_set_number (&cells[3], size_row->capital.units);
    }
  sheaf_cell_set_text (&cells[4], finding);
  sheaf_cell_set_text (&cells[5], size_row->known ? title_of (writer, size->titles) : NULL);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

gboolean
sheaf_list_size_write (const SheafReport         *report,
                       SheafBook                 *book,
                       const SheafReportQuestion *question,
                       SheafReportSink           *sink,
                       GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (SheafSizeClass) size = NULL;
  g_autofree char *title = NULL;
  int              year;

  if (!sheaf_list_year (book, question, &year, error))
    return FALSE;
  size = sheaf_size_class_compute (book, year, error);
  if (size == NULL || !sheaf_list_writer_init (&writer, book, report->code, question, sink,
                                               sheaf_book_year_start (book, year), size->on, error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "result", result_columns);
  title = sheaf_list_text (&writer, "title_classes", NULL);
  if (!sheaf_report_sink_head (sink, writer.head, error) || !write_results (&writer, size, error) ||
      !sheaf_list_section (&writer, "classes", title, class_columns, error))
    return FALSE;
  for (guint i = 0; i < size->rows->len; i++)
    if (!write_class (&writer, size, size->rows->pdata[i], error))
      return FALSE;
  return sheaf_report_sink_finish (sink, error);
}
