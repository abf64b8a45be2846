/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each migration is a numbered file; user_version holds the last one applied. */
#include "store/migrate.h"

#include "base/i18n.h"
#include "store/error.h"
#include "store/query.h"
#include "store/schema-1.h"
#include "store/schema-2.h"
#include "store/schema-3.h"
#include "store/schema-4.h"
#include "store/schema-5.h"
#include "store/schema-6.h"
#include "store/schema-7.h"
#include "store/transaction.h"

#define APPLICATION_ID 1397245254

static const SheafMigration all_migrations[] = {
  { 1, SHEAF_SCHEMA_0001_INITIAL },
  { 2, SHEAF_SCHEMA_0002_ENTRY },
  { 3, SHEAF_SCHEMA_0003_YEAR_END },
  { 4, SHEAF_SCHEMA_0004_MEMBERS },
  { 5, SHEAF_SCHEMA_0005_DISTRIBUTION },
  { 6, SHEAF_SCHEMA_0006_PAYOUTS },
  { 7, SHEAF_SCHEMA_0007_CORRECTIONS },
};

/* Every table with an act_id is written once, so that a wrong program and a second program are
 * stopped as well. */
static gboolean
guard_table (SheafStore *store,
             const char *table,
             GError    **error)
{
  g_autofree char *sql = g_strdup_printf (
      "CREATE TRIGGER IF NOT EXISTS %s_unchanged BEFORE UPDATE ON %s BEGIN SELECT RAISE (ABORT, "
      "'written-row-changed'); END;"
      "CREATE TRIGGER IF NOT EXISTS %s_kept BEFORE DELETE ON %s BEGIN SELECT RAISE (ABORT, "
      "'written-row-deleted'); END;"
      "CREATE TRIGGER IF NOT EXISTS %s_sealed BEFORE INSERT ON %s"
      " WHEN (SELECT hash FROM audit WHERE id = NEW.act_id) <> ''"
      " BEGIN SELECT RAISE (ABORT, 'act-sealed'); END;",
      table, table, table, table, table, table);

  return sheaf_store_script (store, sql, error);
}

static gboolean
guard_tables (SheafStore *store,
              GError    **error)
{
  g_autoptr (SheafQuery) query = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  gboolean whole;

  query = sheaf_query_new (store,
                           "SELECT t.name FROM sqlite_schema t JOIN pragma_table_info (t.name) c"
                           " WHERE t.type = 'table' AND c.name = 'act_id'",
                           SHEAF_NO_ARGS, error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (tables, g_strdup (sheaf_query_text (query, 0)));
  whole = sheaf_query_finish (query, error);
  g_clear_pointer (&query, sheaf_query_free); /* the table may not change under an open query */
  if (!whole)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!guard_table (store, tables->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
apply (SheafStore           *store,
       const SheafMigration *migrations,
       gsize                 n,
       gint64                from,
       GError              **error)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d",
                                                  migrations[i].version);

      if (migrations[i].version > from && (!sheaf_store_script (store, migrations[i].sql, error) ||
                                           !sheaf_store_script (store, version, error)))
        return FALSE;
    }
  return guard_tables (store, error);
}

gboolean
sheaf_migrate_create_version (SheafStore *store,
                              int         version,
                              GError    **error)
{
  return apply (store, all_migrations, (gsize) version, 0, error);
}

gboolean
sheaf_migrate_create (SheafStore *store,
                      GError    **error)
{
  return sheaf_migrate_create_version (store, G_N_ELEMENTS (all_migrations), error);
}

/* "BOOK.v1", and "BOOK.v1-2" where an earlier attempt left that. */
static char *
copy_name (SheafStore *store,
           gint64      version)
{
  char *name = g_strdup_printf ("%s.v%" G_GINT64_FORMAT, sheaf_store_path (store), version);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.v%" G_GINT64_FORMAT "-%u", sheaf_store_path (store), version, i);
    }
  return name;
}

static gboolean
upgrade (SheafStore           *store,
         const SheafMigration *migrations,
         gsize                 n,
         gint64                version,
         GError              **error)
{
  g_autofree char *copy = copy_name (store, version);
  g_autoptr (SheafTransaction) transaction = NULL;

  if (!sheaf_store_can_write (store))
    {
      g_set_error (
          error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY,
          _ ("%s was made by an older program: open it once for writing to bring it up to date"),
          sheaf_store_path (store));
      return FALSE;
    }
  if (!sheaf_store_backup (store, copy, error))
    return FALSE;
  transaction = sheaf_transaction_begin (store, error);
  return transaction != NULL && apply (store, migrations, n, version, error) &&
         sheaf_transaction_commit (transaction, error);
}

gboolean
sheaf_migrate_check_with (SheafStore           *store,
                          const SheafMigration *migrations,
                          gsize                 n,
                          GError              **error)
{
  gint64 application, version;

  if (!sheaf_store_get_int (store, "PRAGMA application_id", SHEAF_NO_ARGS, &application, error) ||
      !sheaf_store_get_int (store, "PRAGMA user_version", SHEAF_NO_ARGS, &version, error))
    return FALSE;
  if (application != APPLICATION_ID || version < 1)
    {
      g_set_error (
          error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NOT_BOOK,
          _ ("%s is not a Sheaf book or is damaged: choose another file or restore a backup"),
          sheaf_store_path (store));
      return FALSE;
    }
  if (version > migrations[n - 1].version)
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NEWER,
                   _ ("%s was made by a newer Sheaf: update this program to open it"),
                   sheaf_store_path (store));
      return FALSE;
    }
  return version == migrations[n - 1].version || upgrade (store, migrations, n, version, error);
}

gboolean
sheaf_migrate_check (SheafStore *store,
                     GError    **error)
{
  return sheaf_migrate_check_with (store, all_migrations, G_N_ELEMENTS (all_migrations), error);
}
