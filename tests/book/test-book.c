/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening books. */
#include "book/book.h"

#include "book/error.h"
#include "book/setting.h"
#include "helpers/book.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const SheafBookSpec spec = {
  .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023", .sector = "agriculture"
};

static gboolean
failing_set_up (SheafBook *book,
                GError   **error)
{
  g_assert_nonnull (book);
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID, "as the test wants");
  return FALSE;
}

static void
test_create_and_open (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  g_assert_no_error (error);
  sheaf_book_free (book);
  book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sheaf_book_name (book), ==, "HTX Mẫu");
  g_assert_cmpint (sheaf_book_first_day (book).days, ==, sheaf_date_new (2025, 1, 1).days);
  g_assert_cmpint (sheaf_book_year_end (book, 2026).days, ==, sheaf_date_new (2026, 12, 31).days);
  g_assert_false (sheaf_setting_write (book, "phone", "1", &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY);
  sheaf_book_free (book);
  /* Nothing is left beside the book. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_failed_creation_leaves_nothing (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  SheafBookSpec    nameless = spec;
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_book_create (path, &spec, &actor, failing_set_up, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID);
  g_clear_error (&error);
  nameless.name = "";
  g_assert_null (sheaf_book_create (path, &nameless, &actor, NULL, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_existing_file_is_kept (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *text = NULL;
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  g_assert_null (sheaf_book_create (path, &spec, &actor, NULL, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "precious");
  test_folder_remove (folder);
}

static void
test_second_writer_is_refused (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *first = sheaf_book_create (path, &spec, &actor, NULL, &error);
  SheafBook *reader;

  g_assert_no_error (error);
  g_assert_null (sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "tester"));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_clear_error (&error);
  reader = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  sheaf_book_free (reader);
  sheaf_book_free (first);
  first = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error);
  g_assert_no_error (error);
  sheaf_book_free (first);
  test_folder_remove (folder);
}

static void
test_read_only_folder_can_be_read (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  SheafActor       actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (path, &spec, &actor, NULL, &error);

  if (geteuid () == 0)
    g_test_message ("root may write everywhere: only the reading half is tried");
  sheaf_book_free (book);
  g_assert_cmpint (chmod (path, 0444), ==, 0);
  g_assert_cmpint (chmod (folder, 0555), ==, 0);
  book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sheaf_book_name (book), ==, "HTX Mẫu");
  sheaf_book_free (book);
  if (geteuid () != 0)
    {
      g_assert_null (sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error));
      g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY);
    }
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  test_folder_remove (folder);
}

static void
test_latest_setting_counts (void)
{
  SheafActor actor = test_actor (sheaf_date_new (2025, 1, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = sheaf_book_create (":memory:", &spec, &actor, NULL, &error);
  g_autofree char *value = NULL;

  g_assert_true (sheaf_setting_write (book, "director", "Nguyễn Văn Mẫu", &error));
  g_assert_true (sheaf_setting_write (book, "director", "Trần Thị Mẫu", &error));
  g_assert_no_error (error);
  value = sheaf_setting_find (book, "director");
  g_assert_cmpstr (value, ==, "Trần Thị Mẫu");
  g_assert_null (sheaf_setting_find (book, "nothing"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book/created-and-opened-leaving-nothing-beside", test_create_and_open);
  g_test_add_func ("/book/failed-creation-leaves-nothing", test_failed_creation_leaves_nothing);
  g_test_add_func ("/book/existing-file-is-kept", test_existing_file_is_kept);
  g_test_add_func ("/book/second-writer-is-told-who-has-it", test_second_writer_is_refused);
  g_test_add_func ("/book/read-only-folder-can-be-read", test_read_only_folder_can_be_read);
  g_test_add_func ("/book/latest-setting-counts", test_latest_setting_counts);
  return g_test_run ();
}
