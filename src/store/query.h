/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a statement, one after the other. */
#pragma once

#include "store/store.h"

typedef struct _SheafQuery SheafQuery;

/* sql must be a string constant. The same statement may not run twice at once on one store. */
SheafQuery *sheaf_query_new (SheafStore       *store,
                             const char       *sql,
                             const SheafValue *args,
                             GError          **error);

/* As above for text made at run time (verify's walk over all tables): not kept afterwards. */
SheafQuery *sheaf_query_new_once (SheafStore       *store,
                                  const char       *sql,
                                  const SheafValue *args,
                                  GError          **error);
void        sheaf_query_free (SheafQuery *query);

/* Goes to the next row; FALSE at the end and on an error, which is then set and also kept for
 * sheaf_query_finish: a loop passes NULL here and asks there once. */
gboolean sheaf_query_next (SheafQuery *query,
                           GError    **error);

/* After the last sheaf_query_next: FALSE with the error that ended the rows early. */
gboolean sheaf_query_finish (const SheafQuery *query,
                             GError          **error);

/* Columns are counted from 0. NULL is 0, "" and SHEAF_DATE_NONE; text is owned by the query until
 * its next step. */
guint       sheaf_query_columns (const SheafQuery *query);
const char *sheaf_query_column_name (const SheafQuery *query,
                                     guint             column);
gboolean    sheaf_query_is_null (const SheafQuery *query,
                                 guint             column);
gint64      sheaf_query_int (const SheafQuery *query,
                             guint             column);
SheafMoney  sheaf_query_money (const SheafQuery *query,
                               guint             column);
const char *sheaf_query_text (const SheafQuery *query,
                              guint             column);
/* A copy, NULL for NULL. Free with g_free. */
char     *sheaf_query_dup_text (const SheafQuery *query,
                                guint             column);
SheafDate sheaf_query_date (const SheafQuery *query,
                            guint             column);

/* A copy of the bytes of a blob; empty for NULL. */
GBytes *sheaf_query_bytes (const SheafQuery *query,
                           guint             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafQuery, sheaf_query_free)
