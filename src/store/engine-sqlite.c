/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite behind the engine table. */
#include "store/engine.h"

#include "base/i18n.h"
#include "store/error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A store belongs to one thread at a time, so SQLite need not lock it at every call. */
#define OPEN_FLAGS (SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)

struct _SheafEngineConnection
{
  sqlite3 *db;
};

/* $2 is a name to SQLite, and parameters are numbered by first appearance: places[2] is where $2
 * came to stand, 0 when the statement has none. */
struct _SheafEngineStatement
{
  sqlite3_stmt *native;
  guint         n_places;
  int           places[];
};

static gboolean
fail (sqlite3 *db,
      GError **error)
{
  int         code = sqlite3_extended_errcode (db);
  const char *path = sqlite3_db_filename (db, "main");
  const char *shown = path == NULL || *path == '\0' ? ":memory:" : path;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FULL,
                   _ ("the disk of %s is full: free some space and try again, nothing was changed"),
                   shown);
      break;
    case SQLITE_IOERR:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FULL,
                   _ ("%s cannot be written or read (%s): check the disk and its free space, "
                      "nothing was changed"),
                   shown, sqlite3_errmsg (db));
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY,
                   _ ("%s cannot be written: check the permissions of the file and its folder"),
                   shown);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_BUSY,
                   _ ("%s is being written by another program: wait until it has finished"), shown);
      break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      g_set_error (
          error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NOT_BOOK,
          _ ("%s is not a Sheaf book or is damaged: choose another file or restore a backup"),
          shown);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED, "%s", sqlite3_errmsg (db));
      break;
    default:
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED, "%s (%d)",
                   sqlite3_errmsg (db), code);
    }
  return FALSE;
}

static gboolean
run_script (SheafEngineConnection *connection,
            const char            *sql,
            GError               **error)
{
  return sqlite3_exec (connection->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         fail (connection->db, error);
}

static gboolean
folder_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0;
}

static gboolean
check_path (const char *path,
            gboolean    create,
            GError    **error)
{
  if (strcmp (path, ":memory:") == 0)
    return TRUE;
  if (create && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN,
                   _ ("%s exists already: choose another name"), path);
      return FALSE;
    }
  if (!create && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN,
                   _ ("there is no book %s: check the name, or make one with “new”"), path);
      return FALSE;
    }
  if (!create && g_access (path, R_OK) != 0)
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_OPEN,
                   _ ("%s may not be read: ask for permission to read it"), path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_writable (const char *path,
                gboolean    create,
                GError    **error)
{
  if (strcmp (path, ":memory:") == 0 ||
      (folder_is_writable (path) && (create || g_access (path, W_OK) == 0)))
    return TRUE;
  g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY,
               _ ("%s cannot be written: check the permissions of the file and its folder"), path);
  return FALSE;
}

static void
close_connection (SheafEngineConnection *connection)
{
  (void) sqlite3_close_v2 (
      connection->db); /* statements still open are finalised by their owners */
  g_free (connection);
}

static gboolean
set_up (SheafEngineConnection *connection,
        gboolean               write,
        gboolean               create,
        GError               **error)
{
  (void) sqlite3_extended_result_codes (connection->db, 1);
  (void) sqlite3_busy_timeout (connection->db, 10000);
  if (create && !run_script (connection, "PRAGMA page_size=4096; PRAGMA journal_mode=WAL", error))
    return FALSE;
  return run_script (
             connection,
             "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL;"
             "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF",
             error) &&
         (write || run_script (connection, "PRAGMA query_only=ON", error)) &&
         run_script (connection, "SELECT count(*) FROM sqlite_schema", error);
}

static void
remove_files (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  (void) g_unlink (path);
  (void) g_unlink (wal); /* there only when the disk was too full to take them in */
  (void) g_unlink (shm);
}

static SheafEngineConnection *
try_open (const char *name,
          int         flags,
          gboolean    write,
          gboolean    create,
          GError    **error)
{
  SheafEngineConnection *connection = g_new0 (SheafEngineConnection, 1);

  if (sqlite3_open_v2 (name, &connection->db, flags, NULL) != SQLITE_OK)
    (void) fail (connection->db, error);
  else if (set_up (connection, write, create, error))
    return connection;
  close_connection (connection);
  return NULL;
}

/* TRUE when acts wait in the -wal beside the book: a writer is at work, or was killed. */
static gboolean
has_log (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf         about;

  return g_stat (wal, &about) == 0 && about.st_size > 0;
}

/* Reads the file alone and takes no lock, so that a read-only folder and a full disk will do. */
static SheafEngineConnection *
open_alone (const char *path,
            GError    **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);

  return try_open (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, FALSE, FALSE,
                   error);
}

/* A reader opens for writing where it may, because only so does SQLite remove its -wal and -shm
 * files at the end; query_only keeps it from writing. Where that does not go, the file is read
 * alone, unless acts wait in a -wal beside it. */
static SheafEngineConnection *
open_for_reading (const char *path,
                  GError    **error)
{
  gboolean writable = g_access (path, W_OK) == 0 && folder_is_writable (path);
  g_autoptr (GError) cause = NULL;
  SheafEngineConnection *connection;

  if (!writable && !has_log (path))
    return open_alone (path, error);
  connection = try_open (path, writable ? OPEN_FLAGS : SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                         FALSE, FALSE, &cause);
  if (connection != NULL)
    return connection;
  if (writable && !has_log (path) &&
      g_error_matches (cause, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FULL))
    return open_alone (path, error);
  if (!writable && g_error_matches (cause, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY))
    g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_READ_ONLY,
                 _ ("%s was left by a program that was stopped short: open it once as somebody who "
                    "may write to its folder"),
                 path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static SheafEngineConnection *
open_connection (const char *path,
                 gboolean    write,
                 gboolean    create,
                 GError    **error)
{
  SheafEngineConnection *connection;

  if (!check_path (path, create, error) || (write && !check_writable (path, create, error)))
    return NULL;
  if (!write)
    return open_for_reading (path, error);
  connection = try_open (path, OPEN_FLAGS | (create ? SQLITE_OPEN_CREATE : 0), TRUE, create, error);
  if (connection == NULL && create)
    remove_files (path); /* what stood there before was refused above */
  return connection;
}

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
      (void) fail (connection->db, error);
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
  return code == SQLITE_OK || fail (sqlite3_db_handle (stmt), error);
}

static gboolean
step (SheafEngineStatement *statement,
      gboolean             *ret_row,
      GError              **error)
{
  int code = sqlite3_step (statement->native);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return fail (sqlite3_db_handle (statement->native), error);
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
  int             code;

  if (backup == NULL)
    return fail (copy->db, error);
  while ((code = sqlite3_backup_step (backup, -1)) == SQLITE_BUSY)
    (void) sqlite3_sleep (20);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    return fail (copy->db, error);
  return run_script (copy, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}

static gboolean
backup (SheafEngineConnection *connection,
        const char            *path,
        GError               **error)
{
  SheafEngineConnection *copy = open_connection (path, TRUE, TRUE, error);
  gboolean               done;

  if (copy == NULL)
    return FALSE;
  done = copy_pages (connection, copy, error);
  close_connection (copy);
  if (!done)
    remove_files (path); /* a half copy helps nobody */
  return done;
}

const SheafEngine sheaf_engine_sqlite = {
  .open = open_connection,
  .close = close_connection,
  .remove = remove_files,
  .script = run_script,
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
  .last_id = last_id,
  .in_transaction = in_transaction,
  .backup = backup,
};
