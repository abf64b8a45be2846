/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading rows. */
#include "store/query.h"

#include "store/statement.h"

struct _SheafQuery
{
  SheafStore           *store;
  SheafEngineStatement *statement;
  const char           *sql;     /* NULL: not kept */
  GError               *failure; /* of the step that ended the rows */
};

static SheafQuery *
start (SheafStore           *store,
       SheafEngineStatement *statement,
       const char           *sql,
       const SheafValue     *args,
       GError              **error)
{
  SheafQuery *query;

  if (statement == NULL)
    return NULL;
  query = g_new0 (SheafQuery, 1);
  query->store = store;
  query->statement = statement;
  query->sql = sql;
  if (!sheaf_store_bind (store, statement, args, error))
    g_clear_pointer (&query, sheaf_query_free);
  return query;
}

SheafQuery *
sheaf_query_new (SheafStore       *store,
                 const char       *sql,
                 const SheafValue *args,
                 GError          **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return start (store, sheaf_store_take_statement (store, sql, error), sql, args, error);
}

SheafQuery *
sheaf_query_new_once (SheafStore       *store,
                      const char       *sql,
                      const SheafValue *args,
                      GError          **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return start (store, store->engine->prepare (store->connection, sql, error), NULL, args, error);
}

void
sheaf_query_free (SheafQuery *query)
{
  if (query == NULL)
    return;
  if (query->sql != NULL)
    sheaf_store_give_statement (query->store, query->sql, query->statement);
  else
    query->store->engine->finalize (query->statement);
  g_clear_error (&query->failure);
  g_free (query);
}

gboolean
sheaf_query_next (SheafQuery *query,
                  GError    **error)
{
  gboolean row = FALSE;

  if (query->failure == NULL &&
      query->store->engine->step (query->statement, &row, &query->failure))
    return row;
  if (error != NULL)
    *error = g_error_copy (query->failure);
  return FALSE;
}

gboolean
sheaf_query_finish (const SheafQuery *query,
                    GError          **error)
{
  if (query->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (query->failure);
  return FALSE;
}

guint
sheaf_query_columns (const SheafQuery *query)
{
  return query->store->engine->columns (query->statement);
}

const char *
sheaf_query_column_name (const SheafQuery *query,
                         guint             column)
{
  return query->store->engine->column_name (query->statement, column);
}

gboolean
sheaf_query_is_null (const SheafQuery *query,
                     guint             column)
{
  return query->store->engine->column_kind (query->statement, column) == SHEAF_VALUE_NULL;
}

gint64
sheaf_query_int (const SheafQuery *query,
                 guint             column)
{
  return query->store->engine->column_int (query->statement, column);
}

SheafMoney
sheaf_query_money (const SheafQuery *query,
                   guint             column)
{
  return SHEAF_MONEY (sheaf_query_int (query, column));
}

const char *
sheaf_query_text (const SheafQuery *query,
                  guint             column)
{
  const char *text = query->store->engine->column_text (query->statement, column);

  return text == NULL ? "" : text;
}

char *
sheaf_query_dup_text (const SheafQuery *query,
                      guint             column)
{
  return sheaf_query_is_null (query, column) ? NULL : g_strdup (sheaf_query_text (query, column));
}

SheafDate
sheaf_query_date (const SheafQuery *query,
                  guint             column)
{
  SheafDate date;

  if (sheaf_query_is_null (query, column) ||
      !sheaf_date_parse (sheaf_query_text (query, column), &date, NULL))
    return SHEAF_DATE_NONE;
  return date;
}

GBytes *
sheaf_query_bytes (const SheafQuery *query,
                   guint             column)
{
  gsize       length;
  const void *data = query->store->engine->column_blob (query->statement, column, &length);

  return g_bytes_new (data, length);
}
