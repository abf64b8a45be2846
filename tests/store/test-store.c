/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections, parameters, transactions. */
#include "store/error.h"
#include "store/page-index.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

#include <glib/gstdio.h>
#include <string.h>

static SheafStore *
new_store (void)
{
  g_autoptr (GError) error = NULL;
  SheafStore *store = sheaf_store_open (":memory:", SHEAF_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (sheaf_store_script (
      store, "CREATE TABLE t (id INTEGER PRIMARY KEY, day TEXT, n INTEGER)", &error));
  g_assert_no_error (error);
  return store;
}

static gint64
count (SheafStore *store)
{
  gint64 n = -1;

  g_assert_true (sheaf_store_get_int (store, "SELECT count(*) FROM t", SHEAF_NO_ARGS, &n, NULL));
  return n;
}

static void
test_parameters_go_by_name (void)
{
  g_autoptr (SheafStore) store = new_store ();
  gint64 n;

  g_assert_true (sheaf_store_get_int (store, "SELECT $2 - $1",
                                      SHEAF_ARGS (SHEAF_INT (1), SHEAF_INT (10)), &n, NULL));
  g_assert_cmpint (n, ==, 9);
}

static void
test_values_come_back (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  SheafDate day = sheaf_date_new (2025, 12, 31);

  query = sheaf_query_new (
      store, "SELECT $1, $2, $3, $4",
      SHEAF_ARGS (SHEAF_DAY (day), SHEAF_TEXT ("Ước"), SHEAF_ID (0), SHEAF_INT (-5)), &error);
  g_assert_true (sheaf_query_next (query, &error));
  g_assert_cmpint (sheaf_query_date (query, 0).days, ==, day.days);
  g_assert_cmpstr (sheaf_query_text (query, 0), ==, "2025-12-31");
  g_assert_cmpstr (sheaf_query_text (query, 1), ==, "Ước");
  g_assert_true (sheaf_query_is_null (query, 2));
  g_assert_cmpint (sheaf_query_int (query, 3), ==, -5);
  g_assert_false (sheaf_query_next (query, &error));
  g_assert_no_error (error);
}

static void
test_uncommitted_is_undone (void)
{
  g_autoptr (SheafStore) store = new_store ();

  {
    g_autoptr (SheafTransaction) outer = sheaf_transaction_begin (store, NULL);

    g_assert_true (sheaf_store_run (store, "INSERT INTO t (n) VALUES (1)", SHEAF_NO_ARGS, NULL));
    {
      g_autoptr (SheafTransaction) inner = sheaf_transaction_begin (store, NULL);

      g_assert_true (sheaf_store_run (store, "INSERT INTO t (n) VALUES (2)", SHEAF_NO_ARGS, NULL));
      g_assert_nonnull (inner);
    }
    g_assert_cmpint (count (store), ==, 1);
    g_assert_true (sheaf_transaction_commit (outer, NULL));
  }
  g_assert_cmpint (count (store), ==, 1);
  {
    g_autoptr (SheafTransaction) outer = sheaf_transaction_begin (store, NULL);

    g_assert_true (sheaf_store_run (store, "INSERT INTO t (n) VALUES (3)", SHEAF_NO_ARGS, NULL));
    g_assert_nonnull (outer);
  }
  g_assert_cmpint (count (store), ==, 1);
}

static void
test_pages (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (SheafPageIndex) index = NULL;
  SheafDate day;
  gint64    id;

  g_assert_true (
      sheaf_store_script (store,
                          "INSERT INTO t (day) WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT "
                          "i + 1 FROM s WHERE i < 1000)"
                          " SELECT date ('2025-01-01', '+' || (i / 10) || ' days') FROM s",
                          NULL));
  index = sheaf_page_index_new (store, "SELECT day, id FROM t ORDER BY day, id", SHEAF_NO_ARGS, 128,
                                NULL);
  g_assert_cmpuint (sheaf_page_index_rows (index), ==, 1000);
  sheaf_page_index_key (index, 7, &day, &id);
  g_assert_cmpint (id, ==, 897);
  g_assert_cmpint (day.days, ==, sheaf_date_new (2025, 1, 1).days + 89);
}

static void
expect_refused (const char     *path,
                SheafStoreMode  mode,
                SheafStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_store_open (path, mode, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_files_that_are_no_store (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sheaf-store-XXXXXX", NULL);
  g_autofree char *text = g_build_filename (folder, "text.sheaf", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.sheaf", NULL);

  g_assert_true (
      g_file_set_contents (text, "this is not a database, however long it may be made", -1, NULL));
  expect_refused (text, SHEAF_STORE_READ, SHEAF_STORE_ERROR_NOT_BOOK);
  expect_refused (text, SHEAF_STORE_WRITE, SHEAF_STORE_ERROR_NOT_BOOK);
  expect_refused (text, SHEAF_STORE_CREATE, SHEAF_STORE_ERROR_OPEN);
  expect_refused (missing, SHEAF_STORE_READ, SHEAF_STORE_ERROR_OPEN);
  expect_refused (folder, SHEAF_STORE_READ, SHEAF_STORE_ERROR_OPEN);
  expect_refused ("/proc/no-such/x.sheaf", SHEAF_STORE_CREATE, SHEAF_STORE_ERROR_READ_ONLY);
  g_unlink (text);
  g_rmdir (folder);
}

static void
test_reader_leaves_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sheaf-store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  SheafStore *store = sheaf_store_open (path, SHEAF_STORE_CREATE, &error);

  g_assert_true (sheaf_store_script (store, "CREATE TABLE t (id INTEGER PRIMARY KEY)", &error));
  sheaf_store_free (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  store = sheaf_store_open (path, SHEAF_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_false (sheaf_store_script (store, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY);
  sheaf_store_free (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define ADD "INSERT INTO t (n) VALUES (1)"

static void
test_an_undone_part_undoes_the_whole (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (SheafTransaction) act = sheaf_transaction_begin (store, NULL);

    sheaf_transaction_join_inner (act);
    g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
    {
      g_autoptr (SheafTransaction) part = sheaf_transaction_begin (store, NULL);

      g_assert_nonnull (part);
      g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
    }
    g_assert_false (sheaf_transaction_commit (act, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED);
  }
  g_assert_cmpint (count (store), ==, 0);
  {
    g_autoptr (SheafTransaction) next = sheaf_transaction_begin (store, NULL);

    g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
    g_assert_true (sheaf_transaction_commit (next, NULL));
  }
  g_assert_cmpint (count (store), ==, 1);
}

static void
test_parts_are_written_with_the_whole (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (SheafTransaction) act = sheaf_transaction_begin (store, NULL);

  sheaf_transaction_join_inner (act);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SheafTransaction) part = sheaf_transaction_begin (store, NULL);

      g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
      g_assert_true (sheaf_transaction_commit (part, NULL));
    }
  g_assert_true (sheaf_transaction_commit (act, NULL));
  g_assert_cmpint (count (store), ==, 3);
}

/* The act around it goes on without it, and its own inner ones are savepoints again. */
static void
test_a_savepoint_whose_part_was_undone_goes_alone (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (SheafTransaction) act = sheaf_transaction_begin (store, NULL);

  g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
  {
    g_autoptr (SheafTransaction) inner = sheaf_transaction_begin (store, NULL);

    sheaf_transaction_join_inner (inner);
    g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
    sheaf_transaction_free (sheaf_transaction_begin (store, NULL));
    g_assert_false (sheaf_transaction_commit (inner, NULL));
  }
  {
    g_autoptr (SheafTransaction) undone = sheaf_transaction_begin (store, NULL);

    g_assert_nonnull (undone);
    g_assert_true (sheaf_store_run (store, ADD, SHEAF_NO_ARGS, NULL));
  }
  g_assert_true (sheaf_transaction_commit (act, NULL));
  g_assert_cmpint (count (store), ==, 1);
}

static void
add_pair (GArray *values,
          gint64  first,
          gint64  second)
{
  g_array_append_vals (values,
                       SHEAF_ARGS (sheaf_value_date (sheaf_date_new (2025, 1, (int) first)),
                                   SHEAF_INT (second)),
                       2);
}

/* As many as no power of two; $2 stands twice. */
static void
test_many_rows_are_written_in_order (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (SheafValue));
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  gint64 expected = 0;

  for (gint64 i = 0; i < 107; i++)
    add_pair (values, 1 + i % 31, i);
  g_assert_true (sheaf_store_insert_rows (store, "INSERT INTO t (n, day) VALUES ($2 + $2, $1)",
                                          values, 2, &error));
  g_assert_no_error (error);
  query = sheaf_query_new (store, "SELECT n, day FROM t ORDER BY id", SHEAF_NO_ARGS, &error);
  for (; sheaf_query_next (query, &error); expected++)
    {
      g_assert_cmpint (sheaf_query_int (query, 0), ==, 2 * expected);
      g_assert_cmpint (sheaf_date_day (sheaf_query_date (query, 1)), ==, 1 + expected % 31);
    }
  g_assert_no_error (error);
  g_assert_cmpint (expected, ==, 107);
}

static void
test_no_rows_are_no_error (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (SheafValue));

  g_assert_true (
      sheaf_store_insert_rows (store, "INSERT INTO t (n, day) VALUES ($2, $1)", values, 2, NULL));
  g_assert_cmpint (count (store), ==, 0);
}

static void
test_a_refused_row_undoes_all_with_its_transaction (void)
{
  g_autoptr (SheafStore) store = new_store ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (SheafValue));
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_store_script (store,
                                     "CREATE TRIGGER small BEFORE INSERT ON t WHEN NEW.n > 60 "
                                     "BEGIN SELECT RAISE (ABORT, 'too-large'); END",
                                     NULL));
  for (gint64 i = 0; i < 70; i++)
    add_pair (values, 1, i);
  {
    g_autoptr (SheafTransaction) act = sheaf_transaction_begin (store, NULL);

    g_assert_false (sheaf_store_insert_rows (store, "INSERT INTO t (day, n) VALUES ($1, $2)",
                                             values, 2, &error));
    g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, "too-large"));
    g_assert_nonnull (act);
  }
  g_assert_cmpint (count (store), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/parameters-go-by-name-not-by-order", test_parameters_go_by_name);
  g_test_add_func ("/store/values-come-back", test_values_come_back);
  g_test_add_func ("/store/uncommitted-is-undone", test_uncommitted_is_undone);
  g_test_add_func ("/store/page-index-keeps-every-first-key", test_pages);
  g_test_add_func ("/store/files-that-are-no-store-are-refused", test_files_that_are_no_store);
  g_test_add_func ("/store/reader-writes-nothing-and-leaves-nothing", test_reader_leaves_nothing);
  g_test_add_func ("/store/parts/undone", test_an_undone_part_undoes_the_whole);
  g_test_add_func ("/store/parts/written", test_parts_are_written_with_the_whole);
  g_test_add_func ("/store/parts/alone", test_a_savepoint_whose_part_was_undone_goes_alone);
  g_test_add_func ("/store/rows/in-order", test_many_rows_are_written_in_order);
  g_test_add_func ("/store/rows/none", test_no_rows_are_no_error);
  g_test_add_func ("/store/rows/refused", test_a_refused_row_undoes_all_with_its_transaction);
  return g_test_run ();
}
