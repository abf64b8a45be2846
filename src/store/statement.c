/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements are prepared once: an import of a hundred thousand vouchers runs the same five again
 * and again. */
#include "store/statement.h"

#include "base/i18n.h"
#include "store/error.h"

SheafEngineStatement *
sheaf_store_take_statement (SheafStore *store,
                            const char *sql,
                            GError    **error)
{
  SheafEngineStatement *statement = NULL;

  /* What came now would be kept on its own, outside the act that asks for it. */
  if (store->depth > 0 && !store->engine->in_transaction (store->connection))
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED,
                   _ ("%s could not be written and the whole act was undone: see to its disk and "
                      "begin again"),
                   store->path);
      return NULL;
    }
  if (g_hash_table_steal_extended (store->statements, sql, NULL, (gpointer *) &statement))
    return statement;
  return store->engine->prepare (store->connection, sql, error);
}

void
sheaf_store_give_statement (SheafStore           *store,
                            const char           *sql,
                            SheafEngineStatement *statement)
{
  store->engine->reset (statement);
  g_hash_table_replace (store->statements, (gpointer) sql, statement);
}

gboolean
sheaf_store_bind (SheafStore           *store,
                  SheafEngineStatement *statement,
                  const SheafValue     *args,
                  GError              **error)
{
  for (guint i = 0; args[i].kind != SHEAF_VALUE_END; i++)
    if (!store->engine->bind (statement, i + 1, &args[i], error))
      return FALSE;
  return TRUE;
}
