/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the schema. */
#include "store/error.h"
#include "store/migrate.h"
#include "store/transaction.h"

#include <glib/gstdio.h>

static const SheafMigration fake[] = {
  { 1, "" },
  { 2, "" },
  { 3, "" },
  { 4, "" },
  { 5, "" },
  { 6, "" },
  { 7, "" },
  { 8, "CREATE TABLE added (id INTEGER PRIMARY KEY, act_id INTEGER NOT NULL REFERENCES audit (id)) "
       "STRICT" },
};

static SheafStore *
new_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  SheafStore *store = sheaf_store_open (path, SHEAF_STORE_CREATE, &error);
  g_autoptr (SheafTransaction) transaction = sheaf_transaction_begin (store, &error);

  g_assert_true (sheaf_migrate_create (store, &error));
  g_assert_true (sheaf_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  return store;
}

static void
test_upgrade_backs_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sheaf-migrate-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.sheaf", NULL);
  g_autofree char *copy = g_strconcat (path, ".v7", NULL);
  g_autoptr (GError) error = NULL;
  SheafStore *store = new_book (path);
  gint64      n;

  g_assert_true (sheaf_migrate_check_with (store, fake, 8, &error));
  g_assert_no_error (error);
  g_assert_true (
      sheaf_store_get_int (store, "SELECT count(*) FROM added", SHEAF_NO_ARGS, &n, &error));
  g_assert_true (sheaf_store_get_int (
      store, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'added_%' AND type = 'trigger'",
      SHEAF_NO_ARGS, &n, &error));
  g_assert_cmpint (n, ==, 3);
  sheaf_store_free (store);
  store = sheaf_store_open (copy, SHEAF_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (sheaf_store_get_int (store, "PRAGMA user_version", SHEAF_NO_ARGS, &n, &error));
  g_assert_cmpint (n, ==, 7);
  sheaf_store_free (store);
  /* The real list ends at 7: the book is now newer than the program. */
  store = sheaf_store_open (path, SHEAF_STORE_WRITE, &error);
  g_assert_false (sheaf_migrate_check (store, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NEWER);
  sheaf_store_free (store);
  g_unlink (path);
  g_unlink (copy);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_other_database (void)
{
  g_autoptr (SheafStore) store = sheaf_store_open (":memory:", SHEAF_STORE_CREATE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_store_script (store, "CREATE TABLE t (id INTEGER PRIMARY KEY)", NULL));
  g_assert_false (sheaf_migrate_check (store, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NOT_BOOK);
}

static void
expect_rule (SheafStore *store,
             const char *sql,
             const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_store_script (store, sql, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, rule);
}

static void
test_rows_are_written_once (void)
{
  g_autoptr (SheafStore) store = new_book (":memory:");
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_store_script (
      store,
      "INSERT INTO audit (id, at, user, kind, summary) VALUES (1, '', '', '', '');"
      "INSERT INTO setting (key, value, act_id) VALUES ('a', 'b', 1);",
      &error));
  expect_rule (store, "INSERT INTO audit (at, user, kind, summary) VALUES ('', '', '', '')",
               "act-still-open");
  g_assert_true (sheaf_store_script (store, "UPDATE audit SET hash = 'x'", &error));
  g_assert_no_error (error);
  expect_rule (store, "UPDATE setting SET value = 'c'", "written-row-changed");
  expect_rule (store, "DELETE FROM setting", "written-row-deleted");
  expect_rule (store, "INSERT INTO setting (key, value, act_id) VALUES ('a', 'c', 1)",
               "act-sealed");
  expect_rule (store, "UPDATE audit SET user = 'y'", "act-sealed");
  expect_rule (store, "DELETE FROM audit", "act-sealed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrate/upgrade-keeps-a-copy-and-a-newer-book-is-refused",
                   test_upgrade_backs_up);
  g_test_add_func ("/migrate/other-databases-are-refused", test_other_database);
  g_test_add_func ("/migrate/rows-are-written-once-whoever-asks", test_rows_are_written_once);
  return g_test_run ();
}
