/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files on SQLite share. */
#pragma once

#include "store/engine.h"

#include <sqlite3.h>

struct _SheafEngineConnection
{
  sqlite3 *db;
};

/* Sets the error from the connection's last one; always FALSE. */
gboolean               sheaf_sqlite_fail (sqlite3 *db,
                                          GError **error);
gboolean               sheaf_sqlite_script (SheafEngineConnection *connection,
                                            const char            *sql,
                                            GError               **error);
SheafEngineConnection *sheaf_sqlite_open (const char *path,
                                          gboolean    write,
                                          gboolean    create,
                                          GError    **error);
void                   sheaf_sqlite_close (SheafEngineConnection *connection);

/* The file, its -wal and its -shm. */
void sheaf_sqlite_remove (const char *path);
