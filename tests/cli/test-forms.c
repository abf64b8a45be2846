/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book made by an older program meets newer forms: forms BOOK tells, takes in, takes back. */
#include "helpers/cli.h"
#include "helpers/data.h"

static void
expect_usage (const char *book)
{
  g_autoptr (TestRun) run = test_run ("forms", book, "--update", "--take-back", NULL);

  test_run_expect (run, 2);
}

static void
test_old_book (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *data = test_older_data ("forms/B02-HTX.csv",
                                           "XT(Dr 558, Cr 911)-XT(Dr 911, Cr 558)",
                                           "XT(Dr 558, Cr 911)");
  g_autofree char *book = NULL;
  g_autofree char *told = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *none = NULL;
  g_autofree char *versions = NULL;
  g_autofree char *again = NULL;
  g_autoptr (TestRun) refused = NULL;

  g_setenv ("SHEAF_DATA_DIR", data, TRUE);
  book = test_cli_book (folder);
  g_unsetenv ("SHEAF_DATA_DIR");
  test_folder_remove (data);
  test_do ("close", book, "--year", "2025", NULL);
  told = test_done ("forms", book, "--format", "csv", NULL);
  g_assert_cmpstr (told, ==,
                   "file,part,what,figures,book,program\n"
                   "forms/B02-HTX.csv,31,rule,yes,\"XT(Dr 558, Cr 911)\","
                   "\"XT(Dr 558, Cr 911)-XT(Dr 911, Cr 558)\"\n");
  refused = test_run ("forms", book, "--update", "--year", "2025", NULL);
  test_run_expect (refused, 1);
  test_contains (refused->err, "from 2026 on");
  test_do ("forms", book, "--update", "--user", "lan", "--today", "2026-02-01", NULL);
  none = test_done ("forms", book, "--format", "csv", NULL);
  g_assert_cmpstr (none, ==, "file,part,what,figures,book,program\n");
  versions = test_done ("forms", book, "--versions", "--format", "csv", NULL);
  test_contains (versions, "2026-01-01,forms/B02-HTX.csv,lan,");
  test_do ("verify", book, NULL);
  expect_usage (book);
  test_do ("forms", book, "--take-back", NULL);
  again = test_done ("forms", book, "--format", "csv", NULL);
  g_assert_cmpstr (again, ==, told);
  test_do ("verify", book, NULL);
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/forms/newer-forms-in-an-old-book", test_old_book);
  return g_test_run ();
}
