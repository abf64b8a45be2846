/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full and read-only disks are told; the book stays as it was. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <sys/mount.h>
#include <unistd.h>

#define HEAD "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"

typedef struct
{
  char    *folder;
  char    *disk; /* a folder that may have a small disk of its own */
  char    *book; /* in it */
  gboolean mounted;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *options = data;

  fixture->folder = test_folder_new ();
  fixture->disk = g_build_filename (fixture->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (fixture->disk, 0700), ==, 0);
  fixture->mounted =
      geteuid () == 0 && mount ("none", fixture->disk, "tmpfs", 0, options) == 0;
  fixture->book = test_cli_book (fixture->disk);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  if (fixture->mounted)
    g_assert_cmpint (umount (fixture->disk), ==, 0);
  else
    g_assert_cmpint (g_chmod (fixture->disk, 0700), ==, 0);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->disk);
  g_free (fixture->book);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *csv = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (TestRun) run = NULL;

  (void) data;
  if (!fixture->mounted)
    {
      g_test_skip ("only root may mount a small disk");
      return;
    }
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,2025-01-05,journal,a description,642,335,5,,\n", i);
  csv = test_file (fixture->folder, "many.csv", text->str, -1);
  before = test_folder_state (fixture->disk);
  run = test_run ("import", fixture->book, "vouchers", csv, NULL);
  after = test_folder_state (fixture->disk);
  test_run_expect (run, 1);
  test_contains (run->err, "book.sheaf");
  test_contains (run->err, "free some");
  g_assert_cmpstr (before, ==, after);
}

static gboolean
make_read_only (const Fixture *fixture)
{
  if (fixture->mounted)
    return mount ("none", fixture->disk, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL) == 0;
  return geteuid () != 0 && g_chmod (fixture->disk, 0500) == 0;
}

static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *csv = test_file (fixture->folder, "good.csv",
                                    HEAD "1,2025-01-05,journal,x,642,335,5,,\n", -1);
  g_autofree char *before = test_folder_state (fixture->disk);
  g_autofree char *after = NULL;
  g_autoptr (TestRun) write = NULL;
  g_autoptr (TestRun) read = NULL;

  (void) data;
  if (!make_read_only (fixture))
    {
      g_test_skip ("root may write anywhere and may not mount here");
      return;
    }
  write = test_run ("import", fixture->book, "vouchers", csv, NULL);
  read = test_run ("balance", fixture->book, NULL);
  after = test_folder_state (fixture->disk);
  test_run_expect (write, 1);
  test_contains (write->err, "book.sheaf");
  test_run_expect (read, 0);
  g_assert_cmpstr (before, ==, after);
}

/* What a command prints must arrive. */
static void
test_full_output (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "sheaf-cli",
                                                    NULL);
  g_autofree char *line = g_strdup_printf ("sh -c 'LANGUAGE=en \"%s\" balance \"%s\" > /dev/full'",
                                           program, fixture->book);
  g_autofree char *err = NULL;
  int              status;

  (void) data;
  g_assert_true (g_spawn_command_line_sync (line, NULL, &err, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  test_contains (err, "make room");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, options, test) \
  g_test_add ("/disk/" name, Fixture, options, set_up, test, tear_down)
  ADD ("full-disk-leaves-the-book", "size=3m", test_full_disk);
  ADD ("read-only-folder-can-be-read", "size=8m", test_read_only_folder);
  ADD ("full-output-is-told", "size=8m", test_full_output);
  return g_test_run ();
}
