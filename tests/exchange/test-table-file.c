/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of other programs: which separator they have, and which are too large. */
#include "exchange/table-file.h"

#include "exchange/error.h"
#include "exchange/parts.h"
#include "helpers/book.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "table", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GPtrArray *
read_bytes (Fixture    *fixture,
            const char *bytes,
            gssize      length,
            GError    **error)
{
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  return sheaf_table_file_read (fixture->path, error);
}

/* Commas of amounts and texts stand in some lines only, the separator in all. */
static void
test_separators (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint       cells; /* of the last line */
    const char *second;
  } cases[] = {
    { "account_no;amount;description;status\n"
      "0123456789;31,600,100;CHIA THU NHAP, dot 1, nam 2025 TV001;paid\n",
      4, "31,600,100" },
    { "a\tb\nx, y, z\t1,5\n", 2, "1,5" },
    { "a,b,c\n\"x;y;z\",\"1;2;3\",c\n", 3, "1;2;3" },
    { "Sheet 7; of, all, those, made\na,b\n1,2\n", 2, "2" },
    { "a;b\n1,2,3;4,5,6\n7,8,9;0,1,2\n", 2, "0,1,2" },
    { "a;b;c\n", 3, "b" },
    { "\n\n\na;b\n\n1;2\n", 2, "2" },
    { "alone\nand so on\n", 1, NULL },
  };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = read_bytes (fixture, cases[i].text, -1, &error);
      const SheafTableRow *last;

      g_assert_no_error (error);
      last = rows->pdata[rows->len - 1];
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (last->cells->len, ==, cases[i].cells);
      if (cases[i].second != NULL)
        g_assert_cmpstr (last->cells->pdata[1], ==, cases[i].second);
    }
}

static void
assert_refused (GPtrArray  *rows,
                GError    **error,
                const char *says)
{
  g_assert_null (rows);
  g_assert_error (*error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE);
  if (strstr ((*error)->message, says) == NULL)
    g_error ("“%s” is not in: %s", says, (*error)->message);
  g_clear_error (error);
}

/* A file with a hole: only its size is large. */
static void
test_size (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (g_file_set_contents (fixture->path, "a,b\n", -1, NULL));
  g_assert_cmpint (truncate (fixture->path, 32 * 1024 * 1024 + 1), ==, 0);
  assert_refused (sheaf_table_file_read (fixture->path, &error), &error, "larger than 32 MiB");
  g_assert_cmpint (truncate (fixture->path, 32 * 1024 * 1024), ==, 0);
  assert_refused (sheaf_table_file_read (fixture->path, &error), &error, "NUL bytes");
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  assert_refused (sheaf_table_file_read (fixture->path, &error), &error, "check the file’s name");
  assert_refused (sheaf_table_file_read (fixture->folder, &error), &error, "check the file’s name");
}

static GPtrArray *
read_sheet (Fixture    *fixture,
            const char *sheet,
            GError    **error)
{
  const char *const parts[] = { PARTS_WORKBOOK, "xl/worksheets/other.xml", sheet, NULL };
  g_autoptr (GBytes) bytes = parts_zip (parts);

  return read_bytes (fixture, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                     error);
}

static char *
make_rows (guint n)
{
  GString *sheet = g_string_new ("<worksheet><sheetData>");

  for (guint i = 0; i < n; i++)
    g_string_append (sheet, "<row/>");
  g_string_append (sheet, "</sheetData></worksheet>");
  return g_string_free (sheet, FALSE);
}

/* 100,000 rows and 200 columns are read, one more is refused. */
static void
test_rows_and_columns (Fixture      *fixture,
                       gconstpointer data)
{
  static const char wide[] = "<worksheet><sheetData><row><c r='%s'><v>1</v></c></row>"
                             "</sheetData></worksheet>";
  g_autofree char  *whole = make_rows (100000);
  g_autofree char  *large = make_rows (100001);
  g_autofree char  *last = g_strdup_printf (wide, "GR1");
  g_autofree char  *beyond = g_strdup_printf (wide, "GS1");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = read_sheet (fixture, whole, &error);
  g_autoptr (GPtrArray) columns = NULL;

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 100000);
  columns = read_sheet (fixture, last, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((SheafTableRow *) columns->pdata[0])->cells->len, ==, 200);
  assert_refused (read_sheet (fixture, large, &error), &error, "too large to be read");
  assert_refused (read_sheet (fixture, beyond, &error), &error, "too large to be read");
}

/* A small file that unpacks to more than 64 MiB. */
static void
test_unpacked (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *sheet = g_malloc (65 * 1024 * 1024);
  g_autoptr (GError) error = NULL;

  (void) data;
  memset (sheet, ' ', 65 * 1024 * 1024 - 1);
  sheet[65 * 1024 * 1024 - 1] = '\0';
  assert_refused (read_sheet (fixture, sheet, &error), &error, "damaged or too large");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/table-file/the-separator-is-in-all-lines", test_separators);
  ADD ("/table-file/a-file-is-not-larger-than-32-mib", test_size);
  ADD ("/table-file/what-cannot-be-read-is-named", test_unreadable);
  ADD ("/table-file/rows-and-columns-have-a-limit", test_rows_and_columns);
  ADD ("/table-file/unpacked-it-is-not-larger-than-64-mib", test_unpacked);
  return g_test_run ();
}
