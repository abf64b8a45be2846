/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books for tests. */
#include "helpers/book.h"

#include "book/verify.h"
#include "store/store.h"

#include <glib/gstdio.h>

SheafActor
test_actor (SheafDate today)
{
  return (SheafActor){ .user = "tester", .today = today, .now = (gint64) today.days * 86400 };
}

char *
test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sheaf-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_folder_remove (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
test_book_verify (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (const SheafCheck *check = sheaf_book_checks; check->name != NULL; check++)
    {
      g_assert_true (check->run (book, problems, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->errors, ==, 0);
}

char *
test_book_dump (const char *folder,
                const char *name)
{
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "books", name, NULL);
  g_autofree char *sql = NULL;
  char            *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autoptr (SheafStore) store = NULL;
  g_autoptr (GError) error = NULL;

  (void) g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  store = sheaf_store_open (path, SHEAF_STORE_CREATE, &error);
  g_assert_no_error (error);
  (void) sheaf_store_script (store, sql, &error);
  g_assert_no_error (error);
  return path;
}
