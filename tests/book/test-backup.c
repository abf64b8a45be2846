/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies and putting them back. */
#include "book/backup.h"

#include "book/error.h"
#include "book/setting.h"
#include "helpers/book.h"

#include <glib/gstdio.h>

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/made-in-use-and-put-back", test_backup_in_use_and_restore);
  g_test_add_func ("/backup/tampered-copy-is-refused", test_tampered_copy_is_refused);
  return g_test_run ();
}
