/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long lists read only what is in sight. */
#include "app/models/list-row.h"
#include "app/models/paged-list.h"
#include "app/models/record-list.h"
#include "store/store.h"

#define ROWS 1000

static gint loads; /* atomic: pages that were read */

/* A store with one table of ROWS rows, three of them on each day. */
static gpointer
open_connection (const char *path,
                 gboolean    writing,
                 GError    **error)
{
  g_autoptr (GString)
      script = g_string_new ("CREATE TABLE thing (id INTEGER PRIMARY KEY, day TEXT);");
  SheafStore *store;

  (void) writing;
  store = sheaf_store_open (path, SHEAF_STORE_CREATE, error);
  g_assert_nonnull (store);
  for (int i = 0; i < ROWS; i++)
    {
      g_autofree char *day = sheaf_date_to_text (
          sheaf_date_add_days (sheaf_date_new (2025, 1, 1), i / 3));

      g_string_append_printf (script, "INSERT INTO thing VALUES (%d, '%s');", i + 1, day);
    }
  g_assert_true (sheaf_store_script (store, script->str, error));
  return store;
}

static void
close_connection (gpointer connection)
{
  sheaf_store_free (connection);
}

static const SheafJobsConnector connector = { .open = open_connection, .close = close_connection };

static SheafPageIndex *
index_things (gpointer connection,
              gpointer query,
              GError **error)
{
  (void) query;
  return sheaf_page_index_new (connection, "SELECT day, id FROM thing ORDER BY day, id",
                               SHEAF_NO_ARGS, SHEAF_PAGE_ROWS, error);
}

static GPtrArray *
load_things (gpointer     connection,
             gpointer     query,
             SheafPageKey from,
             GError     **error)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (g_free);

  (void) connection;
  (void) query;
  (void) error;
  g_atomic_int_inc (&loads);
  for (gint64 id = from.id; id < from.id + SHEAF_PAGE_ROWS && id <= ROWS; id++)
    g_ptr_array_add (things, g_memdup2 (&id, sizeof id));
  return things;
}

static SheafPageKey
key_of_thing (gconstpointer record)
{
  gint64 id = *(const gint64 *) record;

  return (SheafPageKey){
    .day = sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) (id - 1) / 3), .id = id
  };
}

static const SheafPagedSource source = { .index = index_things,
                                         .load = load_things,
                                         .key = key_of_thing };

static void
ready_cb (SheafPagedList *list,
          guint           position,
          guint          *ret_position)
{
  (void) list;
  *ret_position = position;
}

static SheafPagedList *
make_list (SheafJobs          *jobs,
           const SheafPageKey *wanted,
           guint              *ret_position)
{
  SheafPagedList *list = sheaf_paged_list_new (jobs, &source);

  *ret_position = 0;
  g_signal_connect (list, "ready", G_CALLBACK (ready_cb), ret_position);
  sheaf_paged_list_reload (list, wanted);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return list;
}

static void
test_only_pages_asked_for_are_read (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new (":memory:", &connector);
  g_autoptr (SheafPagedList) list = NULL;
  g_autoptr (SheafListRow) row = NULL;
  g_autoptr (SheafListRow) same = NULL;
  guint position;

  loads = 0;
  list = make_list (jobs, NULL, &position);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, ROWS);
  g_assert_cmpuint (position, ==, G_MAXUINT);
  g_assert_cmpint (loads, ==, 0);
  row = g_list_model_get_item (G_LIST_MODEL (list), 700);
  same = g_list_model_get_item (G_LIST_MODEL (list), 700);
  g_assert_true (row == same);
  g_assert_null (sheaf_list_row_get_record (row));
  while (sheaf_list_row_get_record (row) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (*(const gint64 *) sheaf_list_row_get_record (row), ==, 701);
  g_assert_cmpint (loads, ==, 1);
}

static void
test_a_wanted_row_is_found (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new (":memory:", &connector);
  g_autoptr (SheafPagedList) list = NULL;
  gint64       id = 938;
  SheafPageKey wanted = key_of_thing (&id);
  guint        position;

  list = make_list (jobs, &wanted, &position);
  g_assert_cmpuint (position, ==, 937);
}

static void
test_a_record_list_gives_the_same_row_again (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SheafRecordList) list = NULL;
  SheafListRow *row;
  SheafListRow *same;

  g_ptr_array_add (records, g_strdup ("one"));
  g_ptr_array_add (records, g_strdup ("two"));
  list = sheaf_record_list_new (records);
  row = g_list_model_get_item (G_LIST_MODEL (list), 1);
  same = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (row == same);
  g_assert_cmpstr (sheaf_list_row_get_record (row), ==, "two");
  g_object_unref (same);
  g_clear_object (&list);
  /* The row keeps the records alive after the list. */
  g_assert_cmpstr (sheaf_list_row_get_record (row), ==, "two");
  g_object_unref (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paged-list/only-pages-asked-for-are-read", test_only_pages_asked_for_are_read);
  g_test_add_func ("/paged-list/a-wanted-row-is-found", test_a_wanted_row_is_found);
  g_test_add_func ("/record-list/the-same-position-gives-the-same-row",
                   test_a_record_list_gives_the_same_row_again);
  return g_test_run ();
}
