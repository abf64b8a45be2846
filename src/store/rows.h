/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows of one table. */
#pragma once

#include "store/store.h"

/* Runs an INSERT … VALUES ($1, …) for each row: values (SheafValue) holds columns of them for each
 * row, one row after the other. sql must be a string constant that ends with its VALUES. Where a
 * row is refused, some before it may be written: call it inside a transaction. */
gboolean sheaf_store_insert_rows (SheafStore   *store,
                                  const char   *sql,
                                  const GArray *values,
                                  guint         columns,
                                  GError      **error);
