/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and putting them back. */
#include "book/backup.h"

#include "book/error.h"
#include "book/setting.h"
#include "helpers/book.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static const SheafBookSpec spec = { .name = "HTX Mẫu", .year = 2025, .chart = "c", .law = "l" };

static void
test_backup_in_use_and_restore (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.sheaf", NULL);
  g_autofree char *value = NULL;
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  g_assert_true (sheaf_setting_write (book, "a", "before", &error));
  g_assert_true (sheaf_backup_make (book, copy, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_setting_write (book, "a", "after", &error));
  g_assert_false (sheaf_backup_restore (copy, path, &actor, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_LOCKED);
  g_clear_error (&error);
  sheaf_book_free (book);
  g_assert_true (sheaf_backup_restore (copy, path, &actor, &error));
  g_assert_no_error (error);
  book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  value = sheaf_setting_find (book, "a");
  g_assert_cmpstr (value, ==, "before");
  sheaf_book_free (book);
  g_assert_false (sheaf_backup_restore (copy, path, &actor, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_EXISTS);
  test_folder_remove (folder);
}

static void
test_tampered_copy_is_refused (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *to = g_build_filename (folder, "b.sheaf", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  g_assert_true (sheaf_store_script (
      sheaf_book_store (book),
      "DROP TRIGGER setting_unchanged; UPDATE setting SET value = 'HTX Khác' WHERE key = 'name'",
      &error));
  sheaf_book_free (book);
  g_assert_false (sheaf_backup_restore (path, to, &actor, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_DAMAGED);
  g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
  test_folder_remove (folder);
}

static SheafBook *
open_for (const char   *path,
          SheafBookMode mode)
{
  SheafActor actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_open (path, mode, &actor, &error);

  g_assert_no_error (error);
  return book;
}

static void
expect_setting (const char *path,
                const char *value)
{
  g_autoptr (SheafBook) book = open_for (path, SHEAF_BOOK_READ);
  g_autofree char *found = sheaf_setting_find (book, "a");

  g_assert_cmpstr (found, ==, value);
  test_book_verify (book);
}

/* Writes an act and is killed, so that it waits in the -wal beside the book. */
static void
write_and_die (const char *path)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      SheafBook *book = open_for (path, SHEAF_BOOK_WRITE);

      if (sheaf_setting_write (book, "a", "in the log", NULL))
        (void) raise (SIGKILL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* Acts of the killed program belong to the book that is set aside, not to the one put back. */
static void
test_log_goes_with_its_book (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.sheaf", NULL);
  g_autofree char *aside = g_strconcat (path, ".before-restore", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  g_assert_true (sheaf_setting_write (book, "a", "before", &error));
  g_assert_true (sheaf_backup_make (book, copy, &error));
  sheaf_book_free (book);
  write_and_die (path);
  g_assert_true (sheaf_backup_restore (copy, path, &actor, &error));
  g_assert_no_error (error);
  expect_setting (path, "before");
  expect_setting (aside, "in the log");
  test_folder_remove (folder);
}

/* Stopped after the old book was set aside and before the new one had its name. */
static void
test_stopped_restore_is_repeated (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.sheaf", NULL);
  g_autofree char *aside = g_strconcat (path, ".before-restore", NULL);
  g_autofree char *fresh = g_strconcat (path, ".restoring", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  g_assert_true (sheaf_setting_write (book, "a", "before", &error));
  g_assert_true (sheaf_backup_make (book, copy, &error));
  g_assert_false (sheaf_backup_make (book, copy, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN);
  g_clear_error (&error);
  sheaf_book_free (book);
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_true (g_file_set_contents (fresh, "half a copy", -1, NULL));
  g_assert_true (sheaf_backup_restore (copy, path, &actor, &error));
  g_assert_no_error (error);
  expect_setting (path, "before");
  expect_setting (aside, "before");
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/made-in-use-and-put-back", test_backup_in_use_and_restore);
  g_test_add_func ("/backup/tampered-copy-is-refused", test_tampered_copy_is_refused);
  g_test_add_func ("/backup/log-of-a-killed-program-goes-with-its-book",
                   test_log_goes_with_its_book);
  g_test_add_func ("/backup/restore-that-was-stopped-is-repeated",
                   test_stopped_restore_is_repeated);
  return g_test_run ();
}
