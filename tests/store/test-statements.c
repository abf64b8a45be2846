/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every named statement of the source tree can be prepared on a new book, and those that lists and
 * postings stand on walk no table. */
#include "store/migrate.h"
#include "store/query.h"

#include <string.h>

typedef void (*StatementFunc) (SheafStore *store,
                               const char *name,
                               const char *sql);

static SheafStore *
new_schema (void)
{
  g_autoptr (GError) error = NULL;
  SheafStore *store = sheaf_store_open (":memory:", SHEAF_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (sheaf_migrate_create (store, &error));
  g_assert_no_error (error);
  return store;
}

/* Calls back for each "-- name: x" block; gives their number. */
static guint
walk_file (const char   *path,
           StatementFunc call,
           SheafStore   *store)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) blocks = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  blocks = g_strsplit (text, "-- name: ", -1);
  for (guint i = 1; blocks[0] != NULL && blocks[i] != NULL; i++, n++)
    {
      char *end = strchr (blocks[i], '\n');

      g_assert_nonnull (end);
      *end = '\0';
      call (store, g_strstrip (blocks[i]), end + 1);
    }
  return n;
}

static guint
walk_folder (const char   *folder,
             StatementFunc call,
             SheafStore   *store)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += walk_folder (path, call, store);
      else if (g_str_has_suffix (name, ".sql"))
        n += walk_file (path, call, store);
    }
  return n;
}

static guint
walk_source (StatementFunc call,
             SheafStore   *store)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "..", "src", NULL);

  return walk_folder (source, call, store);
}

static void
prepare (SheafStore *store,
         const char *name,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafQuery) query = NULL;

  g_test_message ("%s", name);
  query = sheaf_query_new_once (store, sql, SHEAF_NO_ARGS, &error);
  g_assert_no_error (error);
  g_assert_nonnull (query);
}

static void
test_prepared (void)
{
  g_autoptr (SheafStore) store = new_schema ();

  g_assert_cmpuint (walk_source (prepare, store), >, 80);
}

/* Statements that must stay quick on a book of a million rows, and what their plans may not hold
 * besides a walk over a table of such a book. */
static const struct
{
  const char *name;
  const char *never;
} quick[] = {
  { "journal_keys", "TEMP B-TREE" },
  { "journal_page", "TEMP B-TREE" },
  { "journal_rows", "TEMP B-TREE" },
  { "journal_rows_found", "SCAN r" },
  { "journal_rows_account", "SCAN r" },
  { "journal_rows_party", "SCAN r" },
  { "totals_rows", "SCAN v" },
  { "totals_party_months", "SCAN" },
  { "totals_party_rows", "SCAN v" },
  { "voucher_find", "SCAN" },
  { "voucher_load", "SCAN" },
  { "voucher_row_list", "SCAN" },
  { "voucher_reversed_by", "SCAN" },
  { "invoice_same", "SCAN" },
  { "invoice_list_of", "SCAN" },
  { "vat_lines", "SCAN v" },
  { "vat_debit", "SCAN" },
  { "vat_credit", "SCAN" },
  { "vat_book_rows", "SCAN" },
  { "attachment_list_of", "SCAN" },
  { "attachment_load", "SCAN" },
  { "draft_load", "SCAN" },
  { "draft_version_before", "SCAN" },
  { "voucher_last_sequence", "SCAN" },
  { "search_days", "TEMP B-TREE" },
  { "search_voucher", "SCAN" },
  { "party_find", "SCAN" },
  { "party_load", "SCAN" },
  { "standing_on", "TEMP B-TREE" },
  { "item_find", "SCAN" },
  { "account_item_sum", "(debit_id" },
  { "closing_is_closed", "TEMP B-TREE" },
  { "period_lock_latest", "TEMP B-TREE" },
  { "audit_head", "TEMP B-TREE" },
};

static const char *const big_tables[] = { "voucher", "voucher_row", "party", "audit",
                                          "v", "r", "x" };

/* "SCAN v USING COVERING INDEX …" walks an index in its order, as keys of a list do; "SCAN v" alone
 * walks a table. */
static gboolean
walks_a_table (const char *detail)
{
  for (gsize i = 0; i < G_N_ELEMENTS (big_tables); i++)
    {
      g_autofree char *scan = g_strconcat ("SCAN ", big_tables[i], NULL);

      if (strcmp (detail, scan) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Names that other folders read are looked up row by row: a view written out takes all rows of the
 * book, once for each statement that asks for one. */
static void
expect_looked_up (SheafStore *store,
                  const char *name,
                  const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (SheafQuery) query = sheaf_query_new_once (store, explain, SHEAF_NO_ARGS, NULL);

  if (query == NULL)
    return; /* a statement of its own kind; that it is right is told above */
  while (sheaf_query_next (query, NULL))
    {
      const char *detail = sheaf_query_text (query, 3);

      g_test_message ("%s: %s", name, detail);
      g_assert_null (strstr (detail, "MATERIALIZE voucher_name"));
      g_assert_null (strstr (detail, "MATERIALIZE party_name"));
    }
  g_assert_true (sheaf_query_finish (query, NULL));
}

static void
test_names (void)
{
  g_autoptr (SheafStore) store = new_schema ();

  (void) walk_source (expect_looked_up, store);
}

static guint n_planned;

static void
plan (SheafStore *store,
      const char *name,
      const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (SheafQuery) query = NULL;
  const char *never = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (quick); i++)
    if (strcmp (quick[i].name, name) == 0)
      never = quick[i].never;
  if (never == NULL)
    return;
  n_planned++;
  query = sheaf_query_new_once (store, explain, SHEAF_NO_ARGS, NULL);
  while (sheaf_query_next (query, NULL))
    {
      const char *detail = sheaf_query_text (query, 3);

      g_test_message ("%s: %s", name, detail);
      g_assert_false (walks_a_table (detail));
      g_assert_null (strstr (detail, never));
    }
  g_assert_true (sheaf_query_finish (query, NULL));
}

static void
test_plans (void)
{
  g_autoptr (SheafStore) store = new_schema ();

  n_planned = 0;
  (void) walk_source (plan, store);
  g_assert_cmpuint (n_planned, ==, G_N_ELEMENTS (quick));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/each-can-be-prepared", test_prepared);
  g_test_add_func ("/statements/lists-and-postings-use-indexes", test_plans);
  g_test_add_func ("/statements/names-are-looked-up-not-written-out", test_names);
  return g_test_run ();
}
