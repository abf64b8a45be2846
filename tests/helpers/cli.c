/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built sheaf-cli. */
#include "helpers/cli.h"

#include <string.h>

TestRun *
test_run_words (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "sheaf-cli", NULL);
  TestRun *run = g_new0 (TestRun, 1);
  int      status;

  g_ptr_array_add (argv, program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);
  environment = g_environ_setenv (environment, "LANGUAGE", "en", TRUE);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL,
                               NULL, &run->out, &run->err, &status, &error));
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status)); /* no signal ended it */
  run->status = WEXITSTATUS (status);
  return run;
}

static TestRun *
run_list (const char *command,
          va_list     args)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (const char *word = command; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  g_ptr_array_add (words, NULL);
  return test_run_words ((const char *const *) words->pdata);
}

TestRun *
test_run (const char *command,
          ...)
{
  va_list  args;
  TestRun *run;

  va_start (args, command);
  run = run_list (command, args);
  va_end (args);
  return run;
}

void
test_run_free (TestRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

void
test_run_expect (const TestRun *run,
                 int            status)
{
  if (run->status != status)
    g_test_message ("status %d\nout: %.2000s\nerr: %.2000s", run->status, run->out, run->err);
  g_assert_cmpint (run->status, ==, status);
}

char *
test_done (const char *command,
           ...)
{
  g_autoptr (TestRun) run = NULL;
  va_list args;

  va_start (args, command);
  run = run_list (command, args);
  va_end (args);
  test_run_expect (run, 0);
  return g_steal_pointer (&run->out);
}

void
test_do (const char *command,
         ...)
{
  g_autoptr (TestRun) run = NULL;
  va_list args;

  va_start (args, command);
  run = run_list (command, args);
  va_end (args);
  test_run_expect (run, 0);
}

void
test_contains (const char *text,
               const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in:\n%.4000s", part, text);
  g_assert_nonnull (strstr (text, part));
}

char *
test_file (const char *folder,
           const char *name,
           const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, &error));
  g_assert_no_error (error);
  return path;
}

char *
test_cli_book (const char *folder)
{
  char            *path = g_build_filename (folder, "book.sheaf", NULL);
  g_autofree char *parties = test_file (folder, "parties.csv",
                                        "code,name,kind\n"
                                        "KH1,Khách hàng,customer\n"
                                        "NCC1,Nhà cung cấp,supplier\n"
                                        "NLD1,Người lao động,worker\n",
                                        -1);
  g_autofree char *made = test_done ("new", path, "--name", "HTX Mẫu", "--year", "2025", NULL);
  g_autofree char *read = test_done ("import", path, "parties", parties, NULL);

  return path;
}

void
test_cli_set_up (TestCliFixture *fixture,
                 gconstpointer   data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = test_cli_book (fixture->folder);
}

char *
test_cli_sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "stevia", name, NULL);
}

void
test_cli_set_up_sample (TestCliFixture *fixture,
                        gconstpointer   data)
{
  static const char *const kinds[] = { "parties", "members", "membership", "opening",
                                       "comparatives", "products", "capital", "deliveries",
                                       "supplies", "labour", "vouchers", "invoices" };

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = g_build_filename (fixture->folder, "sample.sheaf", NULL);
  test_do ("new", fixture->book, "--name", "HTX Cỏ Ngọt Mẫu", "--year", "2025", "--sector",
           "agriculture", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".csv", NULL);
      g_autofree char *path = test_cli_sample (name);
      g_autofree char *read = test_done ("import", fixture->book, kinds[i], path, NULL);

      test_contains (read, "rows were read");
    }
}

void
test_cli_approve_sample (const TestCliFixture *fixture)
{
  g_autofree char *plan = test_cli_sample ("plan.ini");

  test_do ("close", fixture->book, "--year", "2025", NULL);
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
  test_do ("approve", fixture->book, "--year", "2025", "--resolution", "01/2026/NQ-ĐHTV", "--date",
           "2026-04-16", NULL);
}

void
test_cli_set_up_shares (TestCliFixture *fixture,
                        gconstpointer   data)
{
  test_cli_set_up_sample (fixture, data);
  test_cli_approve_sample (fixture);
  test_do ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
}

void
test_cli_tear_down (TestCliFixture *fixture,
                    gconstpointer   data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book);
}

void
test_import (const TestCliFixture *fixture,
             const char           *kind,
             const char           *text)
{
  g_autofree char *path = test_file (fixture->folder, "in.csv", text, -1);

  test_do ("import", fixture->book, kind, path, NULL);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
test_folder_state (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *digest = NULL;
      gsize            length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, digest));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
