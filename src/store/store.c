/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, running, reading single values. */
#include "store/store.h"

#include "store/error.h"
#include "store/query.h"
#include "store/statement.h"

/* Statements are asked for by the same constants again and again: their start tells them apart, and
 * the address that they are the same. */
#define HASHED_BYTES 48

static guint
text_hash (gconstpointer key)
{
  const char *text = key;
  guint       hash = 5381;

  for (guint i = 0; i < HASHED_BYTES && text[i] != '\0'; i++)
    hash = hash * 33 + (guchar) text[i];
  return hash;
}

static gboolean
text_equal (gconstpointer a,
            gconstpointer b)
{
  return a == b || g_str_equal (a, b);
}

SheafStore *
sheaf_store_open (const char    *path,
                  SheafStoreMode mode,
                  GError       **error)
{
  SheafEngineConnection *connection;
  SheafStore            *store;

  g_return_val_if_fail (path != NULL, NULL);
  connection = sheaf_engine_sqlite.open (path, mode != SHEAF_STORE_READ, mode == SHEAF_STORE_CREATE,
                                         error);
  if (connection == NULL)
    return NULL;
  store = g_new0 (SheafStore, 1);
  store->engine = &sheaf_engine_sqlite;
  store->connection = connection;
  store->path = g_strdup (path);
  store->write = mode != SHEAF_STORE_READ;
  store->statements = g_hash_table_new_full (text_hash, text_equal, NULL,
                                             (GDestroyNotify) store->engine->finalize);
  return store;
}

void
sheaf_store_free (SheafStore *store)
{
  if (store == NULL)
    return;
  g_hash_table_unref (store->statements);
  store->engine->close (store->connection);
  g_free (store->path);
  g_free (store);
}

void
sheaf_store_remove (const char *path)
{
  sheaf_engine_sqlite.remove (path);
}

const char *
sheaf_store_path (const SheafStore *store)
{
  return store->path;
}

gboolean
sheaf_store_can_write (const SheafStore *store)
{
  return store->write;
}

gboolean
sheaf_store_run (SheafStore       *store,
                 const char       *sql,
                 const SheafValue *args,
                 GError          **error)
{
  SheafEngineStatement *statement = sheaf_store_take_statement (store, sql, error);
  gboolean              row = FALSE, done;

  if (statement == NULL)
    return FALSE;
  done = sheaf_store_bind (store, statement, args, error) &&
         store->engine->step (statement, &row, error);
  sheaf_store_give_statement (store, sql, statement);
  return done;
}

gboolean
sheaf_store_insert (SheafStore       *store,
                    const char       *sql,
                    const SheafValue *args,
                    gint64           *ret_id,
                    GError          **error)
{
  if (!sheaf_store_run (store, sql, args, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = store->engine->last_id (store->connection);
  return TRUE;
}

gboolean
sheaf_store_find_int (SheafStore       *store,
                      const char       *sql,
                      const SheafValue *args,
                      gboolean         *ret_found,
                      gint64           *ret_value,
                      GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (store, sql, args, error);
  gboolean found;

  if (query == NULL)
    return FALSE;
  found = sheaf_query_next (query, NULL);
  if (!sheaf_query_finish (query, error))
    return FALSE;
  if (found)
    *ret_value = sheaf_query_int (query, 0);
  if (ret_found != NULL)
    *ret_found = found;
  return TRUE;
}

gboolean
sheaf_store_get_int (SheafStore       *store,
                     const char       *sql,
                     const SheafValue *args,
                     gint64           *ret_value,
                     GError          **error)
{
  gboolean found;

  if (!sheaf_store_find_int (store, sql, args, &found, ret_value, error))
    return FALSE;
  if (!found)
    g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_MISSING, "no row: %s", sql);
  return found;
}

gboolean
sheaf_store_get_text (SheafStore       *store,
                      const char       *sql,
                      const SheafValue *args,
                      char            **ret_text,
                      GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (store, sql, args, error);

  if (query == NULL)
    return FALSE;
  *ret_text = NULL;
  if (sheaf_query_next (query, NULL))
    {
      if (!sheaf_query_is_null (query, 0))
        *ret_text = g_strdup (sheaf_query_text (query, 0));
      return TRUE;
    }
  return sheaf_query_finish (query, error);
}

gboolean
sheaf_store_script (SheafStore *store,
                    const char *sql,
                    GError    **error)
{
  return store->engine->script (store->connection, sql, error);
}

gboolean
sheaf_store_version (SheafStore *store,
                     gint64     *ret_version,
                     GError    **error)
{
  return sheaf_store_get_int (store, "PRAGMA data_version", SHEAF_NO_ARGS, ret_version, error);
}

gboolean
sheaf_store_backup (SheafStore *store,
                    const char *path,
                    GError    **error)
{
  g_return_val_if_fail (store->depth == 0, FALSE);
  return store->engine->backup (store->connection, path, error);
}
