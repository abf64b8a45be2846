/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the command line: every form, the rows behind a line, lines left out. */
#include "helpers/cli.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/statement/every-form-has-its-columns", test_forms);
  g_test_add_func ("/cli/statement/rows-behind-a-line", test_rows);
  g_test_add_func ("/cli/statement/unknown-lines-and-columns-are-refused", test_refused);
  return g_test_run ();
}
