/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists have in common. */
#include "reports/list-writer.h"

#include "base/i18n.h"
#include "reports/error.h"
#include "reports/statement-report.h"
#include "reports/words.h"
#include "statements/words.h"

gboolean
sheaf_list_writer_init (SheafListWriter           *writer,
                        SheafBook                 *book,
                        const char                *code,
                        const SheafReportQuestion *question,
                        SheafReportSink           *sink,
                        SheafDate                  from,
                        SheafDate                  to,
                        GError                   **error)
{
  writer->book = book;
  writer->sink = sink;
  writer->language = g_strdup (question->language != NULL ? question->language : "vi");
  writer->words = sheaf_report_words_load (book, code, error);
  if (writer->words == NULL)
    return FALSE;
  writer->head = sheaf_report_words_head (writer->words, code, writer->language, from, to);
  return TRUE;
}

void
sheaf_list_writer_clear (SheafListWriter *writer)
{
  g_clear_pointer (&writer->words, g_key_file_unref);
  g_clear_pointer (&writer->head, sheaf_report_head_free);
  g_clear_pointer (&writer->language, g_free);
}

char *
sheaf_list_text (const SheafListWriter *writer,
                 const char            *key,
                 ...)
{
  g_autofree char *text = sheaf_words_text (writer->words, key, writer->language);
  GString         *filled = g_string_new (text != NULL ? text : key);
  const char      *word;
  va_list          args;

  va_start (args, key);
  while ((word = va_arg (args, const char *)) != NULL)
    {
      const char      *value = va_arg (args, const char *);
      g_autofree char *sign = g_strdup_printf ("{%s}", word);

      g_string_replace (filled, sign, value != NULL ? value : "", 0);
    }
  va_end (args);
  return g_string_free (filled, FALSE);
}

GPtrArray *
sheaf_list_columns (const SheafListWriter *writer,
                    const char            *name,
                    const SheafListColumn *columns)
{
  g_autofree char *key = g_strdup_printf ("columns_%s", name);
  g_auto (GStrv) headings = sheaf_words_list (writer->words, key, writer->language);
  guint      n = g_strv_length (headings);
  GPtrArray *made = sheaf_report_columns_new ();

  for (guint i = 0; columns[i].key != NULL; i++)
    sheaf_report_column_add (made, columns[i].key, NULL, i < n ? headings[i] : "", NULL,
                             columns[i].kind, columns[i].weight);
  return made;
}

gboolean
sheaf_list_section (SheafListWriter       *writer,
                    const char            *name,
                    const char            *title,
                    const SheafListColumn *columns,
                    GError               **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (name);

  section->title = g_strdup (title);
  section->columns = sheaf_list_columns (writer, name, columns);
  return sheaf_report_sink_section (writer->sink, section, error);
}

void
sheaf_list_warn (SheafListWriter *writer,
                 const char      *text)
{
  writer->head->warnings = sheaf_statement_report_append (writer->head->warnings, text);
}

gboolean
sheaf_list_year (SheafBook                 *book,
                 const SheafReportQuestion *question,
                 int                       *ret_year,
                 GError                   **error)
{
  int       first = sheaf_date_year (sheaf_book_first_day (book));
  SheafDate to;

  if (!sheaf_statement_report_days (book, question, ret_year, &to, error))
    return FALSE;
  if (*ret_year >= first)
    return TRUE;
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
               _ ("the book has no year %d, it begins with %d: give a year from then on"),
               *ret_year, first);
  return FALSE;
}
