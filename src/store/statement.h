/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prepared statements of one store, kept by their text. Only store includes this. */
#pragma once

#include "store/engine.h"
#include "store/store.h"

/* A statement ready to bind: from the store's cache, or made. */
SheafEngineStatement *sheaf_store_take_statement (SheafStore *store,
                                                  const char *sql,
                                                  GError    **error);

/* Resets a taken statement and keeps it for the next time. */
void sheaf_store_give_statement (SheafStore           *store,
                                 const char           *sql,
                                 SheafEngineStatement *statement);

/* Binds args to $1, $2, … */
gboolean sheaf_store_bind (SheafStore           *store,
                           SheafEngineStatement *statement,
                           const SheafValue     *args,
                           GError              **error);

struct _SheafStore
{
  const SheafEngine     *engine;
  SheafEngineConnection *connection;
  char                  *path;
  GHashTable            *statements; /* text to idle SheafEngineStatement */
  gboolean               write;
  guint                  depth;  /* open transactions */
  guint                  joined; /* deeper ones than this are part of it; 0: none */
  gboolean               doomed; /* a part of it failed */
};
