/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180, and what is refused. */
#include "base/csv-reader.h"
#include "base/csv-writer.h"
#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file (const char *bytes,
            gssize      length)
{
  char *path = NULL;
  int   fd = g_file_open_tmp ("sheaf-csv-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static void
test_fields (void)
{
  g_autofree char *path = write_file ("\xEF\xBB\xBF"
                                      "a,b,c\r\n1,\"x, \"\"y\"\"\nz\",\n\n\"\",,q",
                                      -1);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, NULL);
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);

  g_assert_cmpuint (fields->len, ==, 3);
  g_assert_cmpstr (fields->pdata[0], ==, "a");
  fields = sheaf_csv_reader_next (reader, NULL);
  g_assert_cmpuint (fields->len, ==, 3);
  g_assert_cmpstr (fields->pdata[1], ==, "x, \"y\"\nz");
  g_assert_cmpstr (fields->pdata[2], ==, "");
  g_assert_cmpuint (sheaf_csv_reader_line (reader), ==, 2);
  fields = sheaf_csv_reader_next (reader, NULL);
  g_assert_cmpuint (sheaf_csv_reader_line (reader), ==, 5);
  g_assert_cmpuint (fields->len, ==, 3);
  g_assert_cmpstr (fields->pdata[0], ==, "");
  g_assert_cmpstr (fields->pdata[2], ==, "q");
  g_assert_null (sheaf_csv_reader_next (reader, NULL));
  g_unlink (path);
}

static void
test_text (void)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text ("a,b\n\"1\n2\",3");
  g_autoptr (GError) error = NULL;
  const GPtrArray *fields = sheaf_csv_reader_next (reader, &error);

  g_assert_cmpstr (fields->pdata[1], ==, "b");
  fields = sheaf_csv_reader_next (reader, &error);
  g_assert_cmpstr (fields->pdata[0], ==, "1\n2");
  g_assert_cmpuint (sheaf_csv_reader_line (reader), ==, 2);
  g_assert_null (sheaf_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
expect_refusal (const char *bytes,
                gssize      length,
                guint       line)
{
  g_autofree char *path = write_file (bytes, length);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, NULL);
  g_autoptr (GError) error = NULL;

  while (sheaf_csv_reader_next (reader, &error) != NULL)
    ;
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID);
  g_assert_cmpuint (sheaf_csv_reader_line (reader), ==, line);
  g_unlink (path);
}

static void
test_refused (void)
{
  g_autofree char *long_line = g_malloc (SHEAF_CSV_RECORD_MAX + 100);

  memset (long_line, 'x', SHEAF_CSV_RECORD_MAX + 100);
  expect_refusal ("a,b\n1,\0\n", 8, 2);
  expect_refusal ("a,b\n1,\xff\n", -1, 2);
  expect_refusal ("a,b\n\"1,2\n3,4\n", -1, 2);
  expect_refusal ("a,b\n1\"2\",3\n", -1, 2);
  expect_refusal ("a,b\n\"1\"2,3\n", -1, 2);
  expect_refusal (long_line, SHEAF_CSV_RECORD_MAX + 100, 1);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_csv_reader_open ("/nowhere/at-all.csv", &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (sheaf_csv_reader_open ("/", &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE);
}

static void
test_writer (void)
{
  const char *const fields[] = { "a", "b,c", "d\"e", "", "f\ng", NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  sheaf_csv_append_record (text, fields);
  g_assert_cmpstr (text->str, ==, "a,\"b,c\",\"d\"\"e\",,\"f\ng\"\n");
}

/* Quoted, the separator is text; the last field may be empty; a comma is text as well. */
static void
test_separator (void)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text ("a;\"b;c\";1,5;\n;\"\";x;y\n");
  g_autoptr (GError) error = NULL;
  const GPtrArray *fields;

  sheaf_csv_reader_set_separator (reader, ';');
  fields = sheaf_csv_reader_next (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fields->len, ==, 4);
  g_assert_cmpstr (fields->pdata[0], ==, "a");
  g_assert_cmpstr (fields->pdata[1], ==, "b;c");
  g_assert_cmpstr (fields->pdata[2], ==, "1,5");
  g_assert_cmpstr (fields->pdata[3], ==, "");
  fields = sheaf_csv_reader_next (reader, &error);
  g_assert_cmpuint (fields->len, ==, 4);
  g_assert_cmpstr (fields->pdata[0], ==, "");
  g_assert_cmpstr (fields->pdata[1], ==, "");
  g_assert_cmpstr (fields->pdata[3], ==, "y");
  g_assert_null (sheaf_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/fields-quotes-and-line-numbers", test_fields);
  g_test_add_func ("/csv/text-in-memory", test_text);
  g_test_add_func ("/csv/bad-bytes-and-quotes-are-refused-with-their-line", test_refused);
  g_test_add_func ("/csv/another-separator", test_separator);
  g_test_add_func ("/csv/missing-file-is-refused", test_missing_file);
  g_test_add_func ("/csv/writer-quotes-only-where-needed", test_writer);
  return g_test_run ();
}
