/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite behind the engine table: statements and copies. */
#include "store/engine-sqlite.h"

/* $2 is a name to SQLite, and parameters are numbered by first appearance: places[2] is where $2
 * came to stand, 0 when the statement has none. */
struct _SheafEngineStatement
{
  sqlite3_stmt *native;
  guint         n_places;
  int           places[];
};

static guint
number_of (sqlite3_stmt *native,
           int           place)
{
  const char *name = sqlite3_bind_parameter_name (native, place);

  return name == NULL ? 0 : (guint) g_ascii_strtoull (name + 1, NULL, 10);
}

static SheafEngineStatement *
prepare (SheafEngineConnection *connection,
         const char            *sql,
         GError               **error)
{
  SheafEngineStatement *statement;
  sqlite3_stmt         *native = NULL;
  guint                 highest = 0;
  int                   n;

  if (sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &native, NULL) !=
      SQLITE_OK)
    {
      (void) sheaf_sqlite_fail (connection->db, error);
      return NULL;
    }
  n = sqlite3_bind_parameter_count (native);
  for (int place = 1; place <= n; place++)
    highest = MAX (highest, number_of (native, place));
  statement = g_malloc0 (sizeof *statement + (highest + 1) * sizeof statement->places[0]);
  statement->native = native;
  statement->n_places = highest + 1;
  for (int place = 1; place <= n; place++)
    statement->places[number_of (native, place)] = place;
  return statement;
}

static void
finalize (SheafEngineStatement *statement)
{
  (void) sqlite3_finalize (statement->native); /* the result repeats what step told */
  g_free (statement);
}

static gboolean
bind (SheafEngineStatement *statement,
      guint                 number,
      const SheafValue     *value,
      GError              **error)
{
  sqlite3_stmt *stmt = statement->native;
  int           place = number < statement->n_places ? statement->places[number] : 0;
  int           code;

  g_return_val_if_fail (place > 0, FALSE);
  switch (value->kind)
    {
    case SHEAF_VALUE_INT:
      code = sqlite3_bind_int64 (stmt, place, value->integer);
      break;
    case SHEAF_VALUE_TEXT:
      code = sqlite3_bind_text (stmt, place, value->data, -1, SQLITE_TRANSIENT);
      break;
    case SHEAF_VALUE_DATE:
      code = sqlite3_bind_text (stmt, place,
                                sheaf_date_to_text ((SheafDate){ .days = (gint32) value->integer }),
                                -1, g_free);
      break;
    case SHEAF_VALUE_BLOB:
      code = sqlite3_bind_blob64 (stmt, place, value->data, (sqlite3_uint64) value->integer,
                                  SQLITE_TRANSIENT);
      break;
    case SHEAF_VALUE_NULL:
    case SHEAF_VALUE_END:
    default:
      code = sqlite3_bind_null (stmt, place);
    }
  return code == SQLITE_OK || sheaf_sqlite_fail (sqlite3_db_handle (stmt), error);
}

static gboolean
step (SheafEngineStatement *statement,
      gboolean             *ret_row,
      GError              **error)
{
  int code = sqlite3_step (statement->native);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return sheaf_sqlite_fail (sqlite3_db_handle (statement->native), error);
  *ret_row = code == SQLITE_ROW;
  return TRUE;
}

static void
reset (SheafEngineStatement *statement)
{
  (void) sqlite3_reset (statement->native); /* repeats what step told */
  (void) sqlite3_clear_bindings (statement->native);
}

static guint
columns (SheafEngineStatement *statement)
{
  return (guint) sqlite3_column_count (statement->native);
}

static const char *
column_name (SheafEngineStatement *statement,
             guint                 column)
{
  return sqlite3_column_name (statement->native, (int) column);
}

static SheafValueKind
column_kind (SheafEngineStatement *statement,
             guint                 column)
{
  switch (sqlite3_column_type (statement->native, (int) column))
    {
    case SQLITE_NULL:
      return SHEAF_VALUE_NULL;
    case SQLITE_INTEGER:
      return SHEAF_VALUE_INT;
    case SQLITE_BLOB:
      return SHEAF_VALUE_BLOB;
    default:
      return SHEAF_VALUE_TEXT;
    }
}

static gint64
column_int (SheafEngineStatement *statement,
            guint                 column)
{
  return sqlite3_column_int64 (statement->native, (int) column);
}

static const char *
column_text (SheafEngineStatement *statement,
             guint                 column)
{
  return (const char *) sqlite3_column_text (statement->native, (int) column);
}

static const void *
column_blob (SheafEngineStatement *statement,
             guint                 column,
             gsize                *ret_length)
{
  const void *data = sqlite3_column_blob (statement->native, (int) column);

  *ret_length = (gsize) sqlite3_column_bytes (statement->native, (int) column);
  return data;
}

static gint64
last_id (SheafEngineConnection *connection)
{
  return sqlite3_last_insert_rowid (connection->db);
}

static gboolean
in_transaction (SheafEngineConnection *connection)
{
  return sqlite3_get_autocommit (connection->db) == 0;
}

static gboolean
copy_pages (SheafEngineConnection *connection,
            SheafEngineConnection *copy,
            GError               **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->db, "main", connection->db, "main");

  if (backup == NULL)
    return sheaf_sqlite_fail (copy->db, error);
  while (sqlite3_backup_step (backup, -1) == SQLITE_BUSY)
    (void) sqlite3_sleep (20);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    return sheaf_sqlite_fail (copy->db, error);
  return sheaf_sqlite_script (copy, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}

static gboolean
backup (SheafEngineConnection *connection,
        const char            *path,
        GError               **error)
{
  SheafEngineConnection *copy = sheaf_sqlite_open (path, TRUE, TRUE, error);
  gboolean               done;

  if (copy == NULL)
    return FALSE;
  done = copy_pages (connection, copy, error);
  sheaf_sqlite_close (copy);
  if (!done)
    sheaf_sqlite_remove (path); /* a half copy helps nobody */
  return done;
}

const SheafEngine sheaf_engine_sqlite = {
  .open = sheaf_sqlite_open,
  .close = sheaf_sqlite_close,
  .remove = sheaf_sqlite_remove,
  .script = sheaf_sqlite_script,
  .prepare = prepare,
  .finalize = finalize,
  .bind = bind,
  .step = step,
  .reset = reset,
  .columns = columns,
  .column_name = column_name,
  .column_kind = column_kind,
  .column_int = column_int,
  .column_text = column_text,
  .column_blob = column_blob,
  .last_id = last_id,
  .in_transaction = in_transaction,
  .backup = backup,
};
