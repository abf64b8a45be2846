/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to the tables of one book. Not to be shared between threads: each opens its own. */
#pragma once

#include "store/value.h"

typedef struct _SheafStore SheafStore;

typedef enum
{
  SHEAF_STORE_READ,   /* never writes; also from a folder without write permission */
  SHEAF_STORE_WRITE,  /* the book must be there */
  SHEAF_STORE_CREATE, /* the book must not be there */
} SheafStoreMode;

/* path may be ":memory:" (with SHEAF_STORE_CREATE). Does not look at the schema: see
 * store/migrate.h. */
SheafStore *sheaf_store_open (const char    *path,
                              SheafStoreMode mode,
                              GError       **error);
void        sheaf_store_free (SheafStore *store);

/* Removes a store that nobody has open, with all that may lie beside it. */
void        sheaf_store_remove (const char *path);
const char *sheaf_store_path (const SheafStore *store);
gboolean    sheaf_store_can_write (const SheafStore *store);

/* Runs a statement that gives no rows. sql must be a string constant: prepared statements are kept
 * by its text. */
gboolean sheaf_store_run (SheafStore       *store,
                          const char       *sql,
                          const SheafValue *args,
                          GError          **error);

/* As sheaf_store_run for an INSERT; gives the new row's id. */
gboolean sheaf_store_insert (SheafStore       *store,
                             const char       *sql,
                             const SheafValue *args,
                             gint64           *ret_id,
                             GError          **error);

/* The first column of the first row. FALSE on an error, and with SHEAF_STORE_ERROR_MISSING when
 * there is no row; NULL counts as 0. */
gboolean sheaf_store_get_int (SheafStore       *store,
                              const char       *sql,
                              const SheafValue *args,
                              gint64           *ret_value,
                              GError          **error);

/* The same where no row is no error: *ret_value is then left as it was. ret_found may be NULL. */
gboolean sheaf_store_find_int (SheafStore       *store,
                               const char       *sql,
                               const SheafValue *args,
                               gboolean         *ret_found,
                               gint64           *ret_value,
                               GError          **error);

/* The first column of the first row; *ret_text is NULL when there is no row or NULL in it. Free
 * with g_free. */
gboolean sheaf_store_get_text (SheafStore       *store,
                               const char       *sql,
                               const SheafValue *args,
                               char            **ret_text,
                               GError          **error);

/* Several statements without parameters, for schemas. */
gboolean sheaf_store_script (SheafStore *store,
                             const char *sql,
                             GError    **error);

/* A number that is another one after somebody else wrote (another connection or program); what this
 * store writes itself leaves it as it is. */
gboolean sheaf_store_version (SheafStore *store,
                              gint64     *ret_version,
                              GError    **error);

/* A copy while the store is in use, beside other writers but not in a transaction of its own; path
 * must not exist. After a failure nothing is left of it. */
gboolean sheaf_store_backup (SheafStore *store,
                             const char *path,
                             GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafStore, sheaf_store_free)
