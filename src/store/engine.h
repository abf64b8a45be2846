/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of functions behind which each SQL engine stands. Only store includes this. */
#pragma once

#include "store/value.h"

typedef struct _SheafEngineConnection SheafEngineConnection;
typedef struct _SheafEngineStatement  SheafEngineStatement;

typedef struct
{
  SheafEngineConnection *(*open) (const char *path,
                                  gboolean    write,
                                  gboolean    create,
                                  GError    **error);
  void (*close) (SheafEngineConnection *connection);
  void (*remove) (const char *path);

  /* Runs a script of several statements without parameters. */
  gboolean (*script) (SheafEngineConnection *connection,
                      const char            *sql,
                      GError               **error);
  SheafEngineStatement *(*prepare) (SheafEngineConnection *connection,
                                    const char            *sql,
                                    GError               **error);
  void (*finalize) (SheafEngineStatement *statement);
  gboolean (*bind) (SheafEngineStatement *statement,
                    guint                 number,
                    const SheafValue     *value,
                    GError              **error);

  /* TRUE with *ret_row TRUE for a row, FALSE at the end; FALSE on an error. */
  gboolean (*step) (SheafEngineStatement *statement,
                    gboolean             *ret_row,
                    GError              **error);
  void (*reset) (SheafEngineStatement *statement);
  guint (*columns) (SheafEngineStatement *statement);
  const char *(*column_name) (SheafEngineStatement *statement,
                              guint                 column);
  SheafValueKind (*column_kind) (SheafEngineStatement *statement,
                                 guint                 column);
  gint64 (*column_int) (SheafEngineStatement *statement,
                        guint                 column);
  const char *(*column_text) (SheafEngineStatement *statement,
                              guint                 column);
  const void *(*column_blob) (SheafEngineStatement *statement,
                              guint                 column,
                              gsize                *ret_length);
  gint64 (*last_id) (SheafEngineConnection *connection);

  /* FALSE once the engine itself has rolled a transaction back (full disk, broken drive). */
  gboolean (*in_transaction) (SheafEngineConnection *connection);

  /* A copy of the whole store as it stands, taken beside writers. */
  gboolean (*backup) (SheafEngineConnection *connection,
                      const char            *path,
                      GError               **error);
} SheafEngine;

extern const SheafEngine sheaf_engine_sqlite;
