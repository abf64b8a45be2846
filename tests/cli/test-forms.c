/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book made by an older program meets newer forms: forms BOOK tells, takes in, takes back. */
#include "helpers/cli.h"

#include <string.h>
#include <unistd.h>

/* Links to each file of a folder of data but the one left out. Gives the new folder's path. */
static char *
link_folder (const char *from,
             const char *into,
             const char *but)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (into, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (from, name, NULL);
      g_autofree char *link = g_build_filename (into, name, NULL);

      if (strcmp (name, but) != 0)
        g_assert_cmpint (symlink (file, link), ==, 0);
    }
  return g_strdup (into);
}

/* The program's data as an older version had it: line 31 of B02 lacks what is taken back. */
static char *
older_data (const char *folder)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char *forms = g_build_filename (data, "forms", NULL);
  g_autofree char *old = g_build_filename (folder, "data", NULL);
  g_autofree char *old_forms = g_build_filename (folder, "data", "forms", NULL);
  g_autofree char *made = link_folder (data, old, "forms");
  g_autofree char *made_forms = link_folder (forms, old_forms, "B02-HTX.csv");
  g_autofree char *file = g_build_filename (forms, "B02-HTX.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *aged = NULL;
  g_autofree char *written = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  parts = g_strsplit (text, "XT(Dr 558, Cr 911)-XT(Dr 911, Cr 558)", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  aged = g_strjoinv ("XT(Dr 558, Cr 911)", parts);
  written = test_file (made_forms, "B02-HTX.csv", aged, -1);
  return g_steal_pointer (&made);
}

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
  g_autofree char *data = older_data (folder);
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
