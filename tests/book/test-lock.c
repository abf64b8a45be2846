/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer at a time, between processes: whoever is killed holds nothing. */
#include "book/book.h"
#include "book/error.h"
#include "book/lock.h"
#include "book/setting.h"
#include "helpers/book.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const SheafBookSpec spec = { .name = "HTX Mẫu", .year = 2025, .chart = "c", .law = "l" };

typedef struct
{
  char      *folder;
  char      *path;
  char      *lock;
  SheafActor actor;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.sheaf", NULL);
  fixture->lock = g_strconcat (fixture->path, ".lock", NULL);
  fixture->actor = test_actor (sheaf_date_new (2025, 1, 1));
  sheaf_book_free (sheaf_book_create (fixture->path, &spec, &fixture->actor, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->lock);
}

/* A second process that opens the book for writing, writes act after act when told to, and waits to
 * be killed; returns once it has the book. */
static pid_t
start_writer (Fixture *fixture,
              gboolean busy)
{
  int   ready[2];
  char  byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      SheafActor other = fixture->actor;
      SheafBook *book;

      other.user = "other";
      book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &other, NULL);
      if (book == NULL || write (ready[1], "x", 1) != 1)
        _exit (1);
      while (busy && sheaf_setting_write (book, "phone", "1", NULL))
        continue;
      for (;;)
        (void) pause ();
    }
  g_assert_cmpint (close (ready[1]), ==, 0);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (close (ready[0]), ==, 0);
  return child;
}

static void
kill_writer (pid_t child)
{
  int status;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
}

static void
test_two_processes (Fixture      *fixture,
                    gconstpointer data)
{
  pid_t child = start_writer (fixture, FALSE);
  g_autoptr (GError) error = NULL;
  SheafBook *book;

  (void) data;
  g_assert_null (sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &fixture->actor, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "other"));
  g_clear_error (&error);
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &fixture->actor, &error);
  g_assert_no_error (error);
  sheaf_book_free (book);
  kill_writer (child);
  g_assert_true (g_file_test (fixture->lock, G_FILE_TEST_EXISTS)); /* stale, and no hindrance */
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &fixture->actor, &error);
  g_assert_no_error (error);
  sheaf_book_free (book);
  g_assert_false (g_file_test (fixture->lock, G_FILE_TEST_EXISTS));
}

static void
test_foreign_lock_file (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SheafBook *book;

  (void) data;
  g_assert_true (g_file_set_contents (fixture->lock, "not three lines", -1, NULL));
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &fixture->actor, &error);
  g_assert_no_error (error);
  sheaf_book_free (book);
}

static void
test_refused_before_a_lock_is_made (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.sheaf", NULL);
  g_autofree char *missing_lock = g_strconcat (missing, ".lock", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (sheaf_book_open (missing, SHEAF_BOOK_WRITE, &fixture->actor, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN);
  g_assert_false (g_file_test (missing_lock, G_FILE_TEST_EXISTS));
}

/* Killed in the middle of writing, again and again: every time the book opens, is whole, and has
 * lost nothing that was there before. */
static void
test_killed_while_writing (Fixture      *fixture,
                           gconstpointer data)
{
  gint64 acts = 0;

  (void) data;
  for (guint i = 0; i < 12; i++)
    {
      pid_t child = start_writer (fixture, TRUE);
      g_autoptr (SheafBook) book = NULL;
      g_autoptr (GError) error = NULL;
      gint64 now = 0;

      g_usleep ((gulong) (g_test_rand_int_range (0, 30) * 1000));
      kill_writer (child);
      book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &fixture->actor, &error);
      g_assert_no_error (error);
      test_book_verify (book);
      g_assert_true (sheaf_store_get_int (sheaf_book_store (book), "SELECT count(*) FROM audit",
                                          SHEAF_NO_ARGS, &now, NULL));
      g_assert_cmpint (now, >=, acts);
      acts = now;
    }
}

/* What a plain user finds in a folder that is not theirs: root becomes nobody for it. */
static int
read_as_nobody (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    return 2;
  book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &fixture->actor, &error);
  if (book == NULL || g_strcmp0 (sheaf_book_name (book), "HTX Mẫu") != 0)
    return 3;
  if (sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &fixture->actor, &error) != NULL ||
      !g_error_matches (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY))
    return 4;
  return strstr (error->message, fixture->path) == NULL ? 5 : 0;
}

static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  pid_t child;
  int   status = 0;

  (void) data;
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (read_as_nobody (fixture));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
}

static void
add (const char *name,
     void (*test) (Fixture *,
                   gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/lock/two-processes-and-a-stale-file", test_two_processes);
  add ("/lock/foreign-lock-file-is-no-hindrance", test_foreign_lock_file);
  add ("/lock/missing-book-gets-no-lock-file", test_refused_before_a_lock_is_made);
  add ("/lock/killed-writer-leaves-a-whole-book", test_killed_while_writing);
  add ("/lock/read-only-folder-is-read-by-a-plain-user", test_read_only_folder);
  return g_test_run ();
}
