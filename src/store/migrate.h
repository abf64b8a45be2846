/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's version: made, brought up, or refused. */
#pragma once

#include "store/store.h"

typedef struct
{
  int         version; /* 1, 2, … */
  const char *sql;
} SheafMigration;

/* Inside the caller's transaction: makes the newest schema in an empty store. */
gboolean sheaf_migrate_create (SheafStore *store,
                               GError    **error);

/* The same as an older program made it: for tests of bringing books up to date. */
gboolean sheaf_migrate_create_version (SheafStore *store,
                                       int         version,
                                       GError    **error);

/* Looks at a store that was just opened. Refuses what is no book and a book newer than the program.
 * An older book is brought up in one transaction after a backup beside it ("BOOK.v1"; "BOOK.v1-2"
 * where that is taken); one opened for reading is refused with the advice to open it for writing
 * once. */
gboolean sheaf_migrate_check (SheafStore *store,
                              GError    **error);

/* The same over a given list, oldest first: for tests. */
gboolean sheaf_migrate_check_with (SheafStore           *store,
                                   const SheafMigration *migrations,
                                   gsize                 n,
                                   GError              **error);
