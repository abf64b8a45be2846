/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing SQLite files, and what their errors mean to people. */
#include "store/engine-sqlite.h"

#include "base/i18n.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A store belongs to one thread at a time, so SQLite need not lock it at every call. */
#define OPEN_FLAGS (SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)

static SheafStoreError
error_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return SHEAF_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return SHEAF_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SHEAF_STORE_ERROR_BUSY;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return SHEAF_STORE_ERROR_NOT_BOOK;
    case SQLITE_CONSTRAINT:
      return SHEAF_STORE_ERROR_REFUSED;
    default:
      return SHEAF_STORE_ERROR_FAILED;
    }
}

/* For people: names the file and the remedy. A refusal is the rule's own word, which folders above
 * put into a sentence. */
static char *
describe (SheafStoreError error,
          const char     *path,
          sqlite3        *db)
{
  int code = sqlite3_extended_errcode (db);

  switch (error)
    {
    case SHEAF_STORE_ERROR_FULL:
      if ((code & 0xff) == SQLITE_FULL)
        return g_strdup_printf (
            _ ("the disk of %s is full: free some space and try again, nothing was changed"), path);
      return g_strdup_printf (_ ("%s cannot be written or read (%s): check the disk and its free "
                                 "space, nothing was changed"),
                              path, sqlite3_errmsg (db));
    case SHEAF_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (
          _ ("%s cannot be written: check the permissions of the file and its folder"), path);
    case SHEAF_STORE_ERROR_BUSY:
      return g_strdup_printf (
          _ ("%s is being written by another program: wait until it has finished"), path);
    case SHEAF_STORE_ERROR_NOT_BOOK:
      return g_strdup_printf (
          _ ("%s is not a Sheaf book or is damaged: choose another file or restore a backup"),
          path);
    case SHEAF_STORE_ERROR_REFUSED:
      return g_strdup (sqlite3_errmsg (db));
    default:
      return g_strdup_printf ("%s (%d)", sqlite3_errmsg (db), code);
    }
}

gboolean
sheaf_sqlite_fail (sqlite3 *db,
                   GError **error)
{
  SheafStoreError  code = error_of (sqlite3_extended_errcode (db));
  const char      *path = sqlite3_db_filename (db, "main");
  g_autofree char *text = describe (code, path == NULL || *path == '\0' ? ":memory:" : path, db);

  g_set_error_literal (error, SHEAF_STORE_ERROR, (int) code, text);
  return FALSE;
}

gboolean
sheaf_sqlite_script (SheafEngineConnection *connection,
                     const char            *sql,
                     GError               **error)
{
  return sqlite3_exec (connection->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         sheaf_sqlite_fail (connection->db, error);
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

void
sheaf_sqlite_close (SheafEngineConnection *connection)
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
  if (create &&
      !sheaf_sqlite_script (connection, "PRAGMA page_size=4096; PRAGMA journal_mode=WAL", error))
    return FALSE;
  return sheaf_sqlite_script (
             connection,
             "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL;"
             "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF",
             error) &&
         /* the system keeps the pages that are read; a book as long as the journal passes by */
         (write ||
          sheaf_sqlite_script (connection, "PRAGMA query_only=ON; PRAGMA cache_size=-16384",
                               error)) &&
         sheaf_sqlite_script (connection, "SELECT count(*) FROM sqlite_schema", error);
}

void
sheaf_sqlite_remove (const char *path)
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
    (void) sheaf_sqlite_fail (connection->db, error);
  else if (set_up (connection, write, create, error))
    return connection;
  sheaf_sqlite_close (connection);
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

/* Pages have 512 bytes or more: another size is a file cut short, which SQLite would fill up. */
static gboolean
check_whole (const char *path,
             GError    **error)
{
  GStatBuf about;

  if (has_log (path) || g_stat (path, &about) != 0 || about.st_size % 512 == 0)
    return TRUE;
  g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_NOT_BOOK,
               _ ("%s is not a Sheaf book or is damaged: choose another file or restore a backup"),
               path);
  return FALSE;
}

SheafEngineConnection *
sheaf_sqlite_open (const char *path,
                   gboolean    write,
                   gboolean    create,
                   GError    **error)
{
  SheafEngineConnection *connection;

  if (!check_path (path, create, error) || (write && !check_writable (path, create, error)) ||
      (!create && !check_whole (path, error)))
    return NULL;
  if (!write)
    return open_for_reading (path, error);
  connection = try_open (path, OPEN_FLAGS | (create ? SQLITE_OPEN_CREATE : 0), TRUE, create, error);
  if (connection == NULL && create)
    sheaf_sqlite_remove (path); /* what stood there before was refused above */
  return connection;
}
