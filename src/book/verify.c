/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of the file and its audit trail. */
#include "book/verify.h"

#include "base/i18n.h"
#include "book/audit.h"
#include "book/verify-sql.h"
#include "store/migrate.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

static gboolean
check_file (SheafBook     *book,
            SheafProblems *problems,
            GError       **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), VERIFY_INTEGRITY, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    if (strcmp (sheaf_query_text (query, 0), "ok") != 0)
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                          _ ("the file is damaged (%s): restore a backup"),
                          sheaf_query_text (query, 0));
  return sheaf_query_finish (query, error);
}

static gboolean
check_references (SheafBook     *book,
                  SheafProblems *problems,
                  GError       **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), VERIFY_REFERENCES, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("row %" PRId64
                           " of %s names something in %s that is not there: restore a backup"),
                        sheaf_query_int (query, 1), sheaf_query_text (query, 0),
                        sheaf_query_text (query, 2));
  return sheaf_query_finish (query, error);
}

/* The tables, indexes, views and rules of a store: name to text. */
static GHashTable *
list_schema (SheafStore *store,
             GError    **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (store, VERIFY_SCHEMA, SHEAF_NO_ARGS, error);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_hash_table_insert (parts, g_strdup (sheaf_query_text (query, 0)),
                         g_strdup (sheaf_query_text (query, 1)));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&parts) : NULL;
}

/* Names each part of one store that the other lacks or has otherwise. */
static void
compare_schemas (GHashTable    *these,
                 GHashTable    *others,
                 SheafProblems *problems)
{
  GHashTableIter iter;
  gpointer       name, text;

  g_hash_table_iter_init (&iter, these);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (text, g_hash_table_lookup (others, name)) != 0)
      sheaf_problems_add (
          problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
          _ ("“%s” in the book's own rules was changed: restore a backup from before "
             "the change"),
          (const char *) name);
}

/* Whoever takes a rule away can write what it refuses and put it back: its absence is a finding. So
 * is a rule more, which could change what the program writes. */
static gboolean
check_schema (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (SheafStore) fresh = sheaf_store_open (":memory:", SHEAF_STORE_CREATE, error);
  g_autoptr (GHashTable) expected = NULL;
  g_autoptr (GHashTable) found = NULL;

  if (fresh == NULL || !sheaf_migrate_create (fresh, error))
    return FALSE;
  expected = list_schema (fresh, error);
  found = expected == NULL ? NULL : list_schema (sheaf_book_store (book), error);
  if (found == NULL)
    return FALSE;
  compare_schemas (expected, found, problems);
  for (GList *names = g_hash_table_get_keys (expected); names != NULL;
       names = g_list_delete_link (names, names))
    (void) g_hash_table_remove (found, names->data); /* told already where it differs */
  compare_schemas (found, expected, problems);
  return TRUE;
}

const SheafCheck sheaf_book_checks[] = {
  { "file", check_file, N_ ("The file is whole"),
    N_ ("SQLite's own look at every page. A damaged file is replaced by a backup.") },
  { "references", check_references, N_ ("Nothing hangs in the air"),
    N_ ("Every row that names another one finds it. A missing one was deleted from "
        "outside: restore a backup.") },
  { "schema", check_schema, N_ ("The book's rules are untouched"),
    N_ ("Tables, triggers and views are as the program made them, so that nobody could "
        "write what they refuse.") },
  { "audit-chain", sheaf_audit_check, N_ ("The audit trail agrees with the rows"),
    N_ ("Each act's digest is computed again and chained to the one before. What "
        "differs was changed behind the program.") },
  { NULL, NULL, NULL, NULL },
};
