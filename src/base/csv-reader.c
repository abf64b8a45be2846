/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record is gathered whole, checked, then split: so a bad byte is told with its line before
 * anything is used. */
#include "base/csv-reader.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct _SheafCsvReader
{
  FILE      *file; /* NULL when reading from memory */
  GBytes    *bytes;
  gsize      place; /* in bytes */
  GString   *record;
  GPtrArray *fields;
  char       separator;
  guint      line;  /* where the current record began */
  guint      lines; /* lines read so far */
};

static SheafCsvReader *
new_reader (void)
{
  SheafCsvReader *reader = g_new0 (SheafCsvReader, 1);

  reader->separator = ',';
  reader->record = g_string_new (NULL);
  reader->fields = g_ptr_array_new_with_free_func (g_free);
  return reader;
}

SheafCsvReader *
sheaf_csv_reader_open_text (const char *text)
{
  SheafCsvReader *reader = new_reader ();

  reader->bytes = g_bytes_new (text, strlen (text));
  return reader;
}

static int
next_byte (SheafCsvReader *reader)
{
  const guint8 *bytes;
  gsize         size;

  if (reader->file != NULL)
    return getc_unlocked (reader->file);
  bytes = g_bytes_get_data (reader->bytes, &size);
  return reader->place < size ? bytes[reader->place++] : EOF;
}

/* A pipe that nobody writes to is empty and does not make the program wait. */
static FILE *
open_file (const char *path)
{
  int   fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  FILE *file;

  if (fd < 0)
    return NULL;
  if (fcntl (fd, F_SETFL, 0) == 0 && (file = fdopen (fd, "rb")) != NULL)
    return file;
  (void) close (fd); /* opened for reading: nothing can be lost */
  return NULL;
}

SheafCsvReader *
sheaf_csv_reader_open (const char *path,
                       GError    **error)
{
  SheafCsvReader *reader;
  FILE           *file = NULL;
  int             first;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    errno = EISDIR;
  else
    file = open_file (path);
  if (file == NULL)
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE,
                   _ ("the file cannot be read (%s): check its name and permissions"),
                   g_strerror (errno));
      return NULL;
    }
  reader = new_reader ();
  reader->file = file;
  first = getc_unlocked (file);
  if (first == 0xEF)
    {
      if (getc_unlocked (file) != 0xBB || getc_unlocked (file) != 0xBF)
        rewind (file);
    }
  else if (first != EOF)
    (void) ungetc (first, file); /* one byte can always be put back */
  return reader;
}

void
sheaf_csv_reader_set_separator (SheafCsvReader *reader,
                                char            separator)
{
  g_return_if_fail (reader != NULL && separator != '"' && separator != '\0');
  reader->separator = separator;
}

void
sheaf_csv_reader_free (SheafCsvReader *reader)
{
  if (reader == NULL)
    return;
  if (reader->file != NULL)
    (void) fclose (reader->file); /* opened for reading: nothing can be lost */
  g_clear_pointer (&reader->bytes, g_bytes_unref);
  g_string_free (reader->record, TRUE);
  g_ptr_array_unref (reader->fields);
  g_free (reader);
}

static gboolean
fail (SheafCsvReader *reader,
      const char     *why,
      GError        **error)
{
  (void) reader;
  g_set_error_literal (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID, why);
  return FALSE;
}

/* Why a byte may not stand there; NULL: it may. */
static const char *
find_fault (int      c,
            int      before,
            gboolean quoted)
{
  if (c == '\0')
    return _ ("the file contains NUL bytes, save it again as CSV in UTF-8");
  if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F)
    return _ ("the line contains control characters, remove them");
  if (before == '\r' && c != '\n' && !quoted)
    return _ ("the line ends in a carriage return alone, save the file again with the line ends of "
              "Windows or Linux");
  return NULL;
}

/* Reads one record with its quotes into reader->record. Returns FALSE at the end of the file or on
 * an error. */
static gboolean
gather_record (SheafCsvReader *reader,
               GError        **error)
{
  gboolean    quoted = FALSE;
  int         before = 0, c;
  const char *fault;

  g_string_truncate (reader->record, 0);
  reader->line = reader->lines + 1;
  while ((c = next_byte (reader)) != EOF)
    {
      fault = find_fault (c, before, quoted);
      if (fault != NULL)
        return fail (reader, fault, error);
      before = c;
      if (c == '"')
        quoted = !quoted;
      if (c == '\n')
        {
          reader->lines++;
          if (!quoted)
            break;
        }
      if (reader->record->len >= SHEAF_CSV_RECORD_MAX)
        return fail (reader,
                     _ ("the line is longer than 1 MiB, check that the file is CSV and its quotes "
                        "are closed"),
                     error);
      g_string_append_c (reader->record, (char) c);
    }
  if (c == EOF && reader->file != NULL && ferror (reader->file))
    return fail (reader,
                 _ ("the file cannot be read to its end, copy it to another disk and try again"),
                 error);
  if (c == EOF && quoted)
    return fail (reader, _ ("a quote is opened and never closed, close it"), error);
  if (c == EOF && reader->record->len == 0)
    return FALSE;
  if (reader->record->len > 0 && reader->record->str[reader->record->len - 1] == '\r')
    g_string_truncate (reader->record, reader->record->len - 1);
  return TRUE;
}

/* Takes one field from *text, which is left behind its separator or on the final NUL. Returns NULL
 * when a quote is out of place. */
static char *
take_field (char **text,
            char   separator)
{
  char *from = *text, *to = *text, *field = *text;

  if (*from != '"')
    {
      const char ends[] = { separator, '\0' };
      gsize      length = strcspn (from, ends);

      if (memchr (from, '"', length) != NULL)
        return NULL;
      *text = from + length + (from[length] == separator);
      return sheaf_text_clean (field, (gssize) length);
    }
  for (from++; *from != '\0'; from++)
    {
      if (*from == '"' && from[1] == '"')
        from++;
      else if (*from == '"')
        break;
      *to++ = *from;
    }
  if (*from != '"' || (from[1] != separator && from[1] != '\0'))
    return NULL;
  *text = from[1] == separator ? from + 2 : from + 1;
  return sheaf_text_clean (field, to - field);
}

static gboolean
split_record (SheafCsvReader *reader,
              GError        **error)
{
  char    *text = reader->record->str;
  gboolean more = TRUE;

  if (!g_utf8_validate (text, (gssize) reader->record->len, NULL))
    return fail (reader, _ ("the line is not UTF-8 text, save the file again as CSV in UTF-8"),
                 error);
  g_ptr_array_set_size (reader->fields, 0);
  while (more)
    {
      char *field = take_field (&text, reader->separator);

      if (field == NULL)
        return fail (reader,
                     _ ("a quote stands where none may stand, put the whole field in quotes and "
                        "double the quotes inside"),
                     error);
      g_ptr_array_add (reader->fields, field);
      more = *text != '\0' || text[-1] == reader->separator;
      if (*text == '\0' && more)
        {
          g_ptr_array_add (reader->fields, g_strdup (""));
          more = FALSE;
        }
    }
  return TRUE;
}

const GPtrArray *
sheaf_csv_reader_next (SheafCsvReader *reader,
                       GError        **error)
{
  do
    {
      if (!gather_record (reader, error))
        return NULL;
    }
  while (reader->record->len == 0);
  return split_record (reader, error) ? reader->fields : NULL;
}

guint
sheaf_csv_reader_line (const SheafCsvReader *reader)
{
  return reader->line;
}
