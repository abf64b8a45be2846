/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, its first bytes say, not its name. */
#include "exchange/table-file.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "exchange/error.h"

#include <glib/gstdio.h>
#include <string.h>

#define BYTES_MAX ((gsize) 32 * 1024 * 1024)
#define MARK "\xEF\xBB\xBF"
#define OLD_WORKBOOK "\xD0\xCF\x11\xE0" /* .xls */
#define SEPARATORS ",;\t"
#define FIELDS_MAX 256 /* as far as they are counted */

static gpointer
fail (GError    **error,
      const char *why)
{
  g_set_error_literal (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE, why);
  return NULL;
}

static gpointer
fail_size (GError **error)
{
  return fail (error, _ ("the file is larger than 32 MiB: save the rows that are needed alone"));
}

/* How many records have the number of fields that most have, of those with more than one; the
 * number comes out. Quotes hold separators and ends of lines. */
static guint
count_alike (const char *text,
             char        separator,
             guint      *ret_fields)
{
  guint    records[FIELDS_MAX + 1] = { 0 };
  guint    fields = 1, best = 0;
  gboolean quoted = FALSE;

  for (const char *at = text;; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (*at == separator && !quoted)
        fields = MIN (fields + 1, FIELDS_MAX);
      if (*at != '\0' && (*at != '\n' || quoted))
        continue;
      if (fields > 1 && ++records[fields] >= records[best])
        best = fields;
      fields = 1;
      if (*at == '\0')
        break;
    }
  *ret_fields = best;
  return records[best];
}

/* The separator by which most records have as many fields as others, as amounts and texts have
 * commas too; where that is even, the one with more fields. */
static char
find_separator (const char *text)
{
  char  best = ',';
  guint most = 0, widest = 0;

  for (const char *one = SEPARATORS; *one != '\0'; one++)
    {
      guint fields;
      guint alike = count_alike (text, *one, &fields);

      if (alike > most || (alike == most && fields > widest))
        {
          best = *one;
          most = alike;
          widest = fields;
        }
    }
  return best;
}

static GPtrArray *
read_csv (const char *text,
          GError    **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sheaf_table_row_free);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  g_autoptr (GError) cause = NULL;
  const GPtrArray *fields;

  sheaf_csv_reader_set_separator (reader, find_separator (text));
  while ((fields = sheaf_csv_reader_next (reader, &cause)) != NULL)
    {
      SheafTableRow *row = sheaf_table_row_add (rows, sheaf_csv_reader_line (reader));

      for (guint i = 0; i < fields->len; i++)
        g_ptr_array_add (row->cells, g_strdup (fields->pdata[i]));
    }
  if (cause == NULL)
    return g_steal_pointer (&rows);
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE, _ ("line %u: %s"),
               sheaf_csv_reader_line (reader), cause->message);
  return NULL;
}

GPtrArray *
sheaf_table_file_read (const char *path,
                       GError    **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) cause = NULL;
  GStatBuf facts;
  gsize    length = 0;

  g_return_val_if_fail (path != NULL, NULL);
  if (g_stat (path, &facts) == 0 && facts.st_size > (goffset) BYTES_MAX)
    return fail_size (error);
  if (!g_file_get_contents (path, &bytes, &length, &cause))
    {
      g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
                   _ ("%s: check the file’s name and permissions"), cause->message);
      return NULL;
    }
  if (length > BYTES_MAX) /* it has grown, or is no plain file */
    return fail_size (error);
  if (g_str_has_prefix (bytes, "PK"))
    return sheaf_xlsx_read (bytes, length, error);
  if (g_str_has_prefix (bytes, OLD_WORKBOOK) || *bytes == '<')
    return fail (error, _ ("the file is a workbook of the old kind or a web page: open it in a "
                           "spreadsheet program and save it as XLSX, or as CSV in UTF-8"));
  if (strlen (bytes) != length)
    return fail (error, _ ("the file contains NUL bytes, save it again as CSV in UTF-8"));
  return read_csv (g_str_has_prefix (bytes, MARK) ? bytes + strlen (MARK) : bytes, error);
}

gboolean
sheaf_table_is_formula (const char *cell)
{
  return *cell == '=';
}
