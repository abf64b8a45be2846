/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every way in which a store can fail says so by its own code, names the file, and leaves it as it
 * was. */
#include "store/error.h"
#include "store/query.h"
#include "store/transaction.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char       *folder;
  char       *path;
  SheafStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("sheaf-errors-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "a.sheaf", NULL);
  fixture->store = sheaf_store_open (fixture->path, SHEAF_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_store_script (
      fixture->store, "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0), big TEXT)",
      &error));
}

/* Nothing may be left beside the store. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_store_free (fixture->store);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
count (SheafStore *store)
{
  gint64 n = -1;

  g_assert_true (sheaf_store_get_int (store, "SELECT count(*) FROM t", SHEAF_NO_ARGS, &n, NULL));
  return n;
}

static gboolean
insert (SheafStore *store,
        gint64      n,
        GError    **error)
{
  return sheaf_store_run (store, "INSERT INTO t (n) VALUES ($1)", SHEAF_ARGS (SHEAF_INT (n)),
                          error);
}

static void
test_refused_and_failed (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64   n = 7;
  gboolean found = TRUE;

  (void) data;
  g_assert_false (insert (fixture->store, -1, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (sheaf_store_script (fixture->store, "NO SUCH THING", &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (
      sheaf_store_get_int (fixture->store, "SELECT n FROM t", SHEAF_NO_ARGS, &n, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (sheaf_store_find_int (fixture->store, "SELECT n FROM t", SHEAF_NO_ARGS, &found, &n,
                                       &error));
  g_assert_false (found);
  g_assert_cmpint (n, ==, 7);
}

static void
test_query_keeps_its_error (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (insert (fixture->store, 1, NULL));
  g_assert_true (insert (fixture->store, 2, NULL));
  query = sheaf_query_new (fixture->store,
                           "SELECT CASE n WHEN 2 THEN abs (-9223372036854775808) ELSE n END FROM t",
                           SHEAF_NO_ARGS, NULL);
  g_assert_true (sheaf_query_next (query, NULL));
  g_assert_true (sheaf_query_finish (query, &error));
  g_assert_false (sheaf_query_next (query, NULL));
  g_assert_false (sheaf_query_next (query, NULL));
  g_assert_false (sheaf_query_finish (query, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
}

static void
test_busy (Fixture      *fixture,
           gconstpointer data)
{
  SheafStore *other = sheaf_store_open (fixture->path, SHEAF_STORE_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (sheaf_store_script (other, "PRAGMA busy_timeout = 20", NULL));
  {
    g_autoptr (SheafTransaction) first = sheaf_transaction_begin (fixture->store, NULL);

    g_assert_nonnull (first);
    g_assert_null (sheaf_transaction_begin (other, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_BUSY);
    g_assert_nonnull (strstr (error->message, fixture->path));
    g_assert_cmpint (count (other), ==, 0); /* reading goes on */
  }
  g_assert_true (insert (other, 1, NULL));
  sheaf_store_free (other);
}

/* As on a full disk, by a limit on the file's length. */
static void
test_full (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *big = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (sheaf_store_script (fixture->store, "PRAGMA max_page_count = 8", NULL));
  {
    g_autoptr (SheafTransaction) transaction = sheaf_transaction_begin (fixture->store, NULL);

    g_assert_true (insert (fixture->store, 1, NULL));
    g_assert_false (sheaf_store_run (fixture->store, "INSERT INTO t (n, big) VALUES (2, $1)",
                                     SHEAF_ARGS (SHEAF_TEXT (big)), &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FULL);
    g_assert_nonnull (strstr (error->message, fixture->path));
    g_assert_nonnull (transaction);
  }
  g_assert_cmpint (count (fixture->store), ==, 0);
  g_assert_true (insert (fixture->store, 1, NULL));
}

/* On a full disk the engine may roll back by itself; an act that did not notice must not go on with
 * half of it. */
static void
test_engine_rolled_back (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  {
    g_autoptr (SheafTransaction) outer = sheaf_transaction_begin (fixture->store, NULL);

    g_assert_true (insert (fixture->store, 1, NULL));
    g_assert_true (sheaf_store_script (fixture->store, "ROLLBACK", NULL));
    g_assert_null (sheaf_transaction_begin (fixture->store, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
    g_clear_error (&error);
    g_assert_false (insert (fixture->store, 2, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
    g_clear_error (&error);
    g_assert_false (sheaf_transaction_commit (outer, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (count (fixture->store), ==, 0);
  g_assert_true (insert (fixture->store, 3, NULL));
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "copy.sheaf", NULL);
  g_autoptr (SheafStore) opened = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (insert (fixture->store, 1, NULL));
  g_assert_true (sheaf_store_backup (fixture->store, copy, &error));
  g_assert_no_error (error);
  g_assert_false (sheaf_store_backup (fixture->store, copy, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (sheaf_store_backup (fixture->store, nowhere, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY);
  opened = sheaf_store_open (copy, SHEAF_STORE_READ, NULL);
  g_assert_cmpint (count (opened), ==, 1);
  g_clear_pointer (&opened, sheaf_store_free);
  g_assert_cmpint (g_unlink (copy), ==, 0);
}

/* Opening, reading and what was undone leave the file byte for byte as it was. */
static void
test_bytes_stay (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_length, after_length;

  (void) data;
  g_assert_true (insert (fixture->store, 1, NULL));
  sheaf_store_free (fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));
  fixture->store = sheaf_store_open (fixture->path, SHEAF_STORE_READ, NULL);
  g_assert_cmpint (count (fixture->store), ==, 1);
  sheaf_store_free (fixture->store);
  fixture->store = sheaf_store_open (fixture->path, SHEAF_STORE_WRITE, NULL);
  {
    g_autoptr (SheafTransaction) transaction = sheaf_transaction_begin (fixture->store, NULL);

    g_assert_nonnull (transaction);
    g_assert_true (insert (fixture->store, 2, NULL));
    g_assert_false (insert (fixture->store, -2, NULL));
  }
  sheaf_store_free (fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
  g_assert_cmpuint (before_length, ==, after_length);
  g_assert_true (memcmp (before, after, before_length) == 0);
  fixture->store = sheaf_store_open (fixture->path, SHEAF_STORE_WRITE, NULL);
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
  add ("/store-errors/refused-failed-and-missing", test_refused_and_failed);
  add ("/store-errors/query-keeps-its-error", test_query_keeps_its_error);
  add ("/store-errors/second-writer-is-busy-while-reading-goes-on", test_busy);
  add ("/store-errors/full-disk-undoes-the-act", test_full);
  add ("/store-errors/act-ends-when-the-engine-rolled-back", test_engine_rolled_back);
  add ("/store-errors/copy-needs-a-free-place", test_copy);
  add ("/store-errors/reading-and-undoing-change-no-byte", test_bytes_stay);
  return g_test_run ();
}
