/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the command line: every form, the rows behind a line, lines left out. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

static const char VOUCHERS[] =
    "number,date,kind,description,debit,credit,amount,debit_party,credit_party,scope\n"
    "G1,2025-01-05,bank-in,Capital,1121,4111,50000000,,NLD1,\n"
    "G2,2025-02-10,journal,Sale,131,5112,8000000,KH1,,\n"
    "G3,2025-03-11,journal,Office,642,1121,1000000,,,\n"
    "G4,2025-04-12,bank-in,Paid,1121,131,3000000,,KH1,\n";

static char *
make_book (const char *folder)
{
  char            *book = test_cli_book (folder);
  g_autofree char *vouchers = test_file (folder, "vouchers.csv", VOUCHERS, -1);

  test_do ("import", book, "vouchers", vouchers, NULL);
  return book;
}

static void
test_forms (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = make_book (folder);
  g_autofree char *equity =
      test_done ("statement", book, "F02-HTX", "--year", "2025", "--format", "csv", NULL);
  g_autofree char *whole =
      test_done ("statement", book, "B01-HTX", "--year", "2025", "--format", "csv", NULL);
  g_autofree char *shown = test_done ("statement", book, "B01-HTX", "--year", "2025", "--format",
                                      "csv", "--hide-empty", NULL);

  test_contains (equity, "label,opening,increase,decrease,closing");
  test_contains (equity, ",0,50000000,0,50000000");
  test_contains (equity, ",0,7000000,0,7000000");
  test_contains (whole, "140,");
  g_assert_null (strstr (shown, "\n140,"));
  test_contains (shown, "\n110,");
  test_folder_remove (folder);
}

static void
test_rows (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = make_book (folder);
  g_autofree char *claims = test_done ("statement", book, "B01-HTX", "--year", "2025", "--line",
                                       "130", "--format", "csv", NULL);
  g_autofree char *before = test_done ("statement", book, "B01-HTX", "--year", "2026", "--line",
                                       "110", "--previous", "--format", "csv", NULL);
  g_autofree char *account = test_done ("statement", book, "F01-HTX", "--year", "2025", "--line",
                                        "112", "--format", "json", NULL);

  test_contains (claims, "account,date,number,description,debit,credit,amount");
  test_contains (claims, "131,2025-02-10,G2,Sale,131,5112,8000000");
  test_contains (claims, "131,2025-04-12,G4,Paid,1121,131,-3000000");
  test_contains (claims, "5000000");
  test_contains (before, "1121,2025-01-05,G1,Capital,1121,4111,50000000");
  test_contains (account, "52000000");
  test_folder_remove (folder);
}

static void
expect_refused (const char *book,
                const char *line,
                const char *column,
                int         status,
                const char *why)
{
  g_autoptr (TestRun) run = test_run ("statement", book, "B02-HTX", "--year", "2025", "--line",
                                      line, "--column", column, NULL);

  test_run_expect (run, status);
  test_contains (run->err, why);
}

static void
test_refused (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = make_book (folder);

  expect_refused (book, "99", "current", 1, "B02-HTX has no line 99");
  expect_refused (book, "10", "middle", 2, "--column middle is not known");
  expect_refused (book, "10", "previous", 1, "printed before this book");
  test_folder_remove (folder);
}

/* Texts of a year: the form's own, then what was written, proposed to the next year. */
static void
test_notes (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = make_book (folder);
  g_autofree char *long_text = test_file (folder, "note.txt", "Line one\nLine two\n", -1);
  g_autofree char *form = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *tables = NULL;
  g_autoptr (TestRun) unknown = NULL;
  g_autoptr (TestRun) keyless = NULL;

  form = test_done ("notes", book, "--year", "2025", "--format", "csv", NULL);
  test_contains (form, "key,title,source,text");
  test_contains (form, "III,III. Accounting regime applied,form,");
  test_do ("notes", book, "I.1", "--year", "2025", "--text", "Rice and fish", NULL);
  test_do ("notes", book, "VI", "--year", "2025", "--file", long_text, NULL);
  kept = test_done ("notes", book, "i.1", "--year", "2025", "--format", "csv", NULL);
  test_contains (kept, ",year,Rice and fish");
  proposed = test_done ("notes", book, "I.1", "--year", "2026", "--format", "csv", NULL);
  test_contains (proposed, ",2025,Rice and fish");
  test_do ("notes", book, "--year", "2026", "--from-last-year", NULL);
  copied = test_done ("notes", book, "I.1", "--year", "2026", "--format", "csv", NULL);
  test_contains (copied, ",year,Rice and fish");
  tables = test_done ("statement", book, "B09-HTX", "--year", "2025", "--format", "csv", NULL);
  test_contains (tables, "Rice and fish");
  test_contains (tables, "Line two");
  test_contains (tables, "52000000");
  unknown = test_run ("notes", book, "X.9", "--year", "2025", NULL);
  test_run_expect (unknown, 1);
  test_contains (unknown->err, "there is no note “X.9”");
  keyless = test_run ("notes", book, "--year", "2025", "--text", "x", NULL);
  test_run_expect (keyless, 2);
  test_contains (keyless->err, "a text needs one note");
  test_folder_remove (folder);
}

/* A code is a code, however it is typed. */
static void
test_small_letters (void)
{
  static const char *const codes[][2] = { { "b01-htx", "B01-HTX" }, { "f01-htx", "F01-HTX" } };
  g_autofree char         *folder = test_folder_new ();
  g_autofree char         *book = make_book (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *small =
          test_done ("statement", book, codes[i][0], "--year", "2025", "--format", "csv", NULL);
      g_autofree char *large =
          test_done ("statement", book, codes[i][1], "--year", "2025", "--format", "csv", NULL);

      g_assert_cmpstr (small, ==, large);
    }
  test_folder_remove (folder);
}

/* Of a year before the book there are no papers, and no folder for them. */
static void
test_no_empty_folder (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = make_book (folder);
  g_autofree char *papers = g_build_filename (folder, "papers", NULL);
  g_autoptr (TestRun) run = test_run ("documents", book, "--year", "1999", "-o", papers, NULL);

  test_run_expect (run, 1);
  g_assert_false (g_file_test (papers, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir (papers, 0777), ==, 0);
  test_run_free (g_steal_pointer (&run));
  run = test_run ("documents", book, "--year", "1999", "-o", papers, NULL);
  test_run_expect (run, 1);
  g_assert_true (g_file_test (papers, G_FILE_TEST_EXISTS)); /* somebody else made it */
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/statement/every-form-has-its-columns", test_forms);
  g_test_add_func ("/cli/statement/rows-behind-a-line", test_rows);
  g_test_add_func ("/cli/statement/unknown-lines-and-columns-are-refused", test_refused);
  g_test_add_func ("/cli/statement/small-letters-are-the-same-form", test_small_letters);
  g_test_add_func ("/cli/documents/no-papers-no-folder", test_no_empty_folder);
  g_test_add_func ("/cli/notes/texts-are-kept-by-year", test_notes);
  return g_test_run ();
}
