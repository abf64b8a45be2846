/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads CSV files into a book: a whole file is one act, all rows or none. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* Findings beyond this many of one kind are counted, but not kept. */
#define SHEAF_IMPORT_KEPT_PROBLEMS 1000

typedef struct
{
  gboolean bundle;  /* rows keep the scopes that another book decided */
  gboolean no_post; /* events are kept without writing their ledger entry */
  gboolean no_cost; /* supplies whose cost nobody knows are taken without a cost entry */
  gboolean update;  /* parties, members, items that are there take the facts of the file; columns
                       that are not in it stay as they are */
} SheafImportOptions;

/* The names of all kinds ("accounts", "vouchers", …) in the order in which a bundle reads them;
 * NULL-terminated. Free the array only, with g_free. */
const char **sheaf_import_kinds (void);

/* The columns of a kind, parted by ", ", those that must be filled in with a star; NULL for no
 * kind. Free with g_free. */
char *sheaf_import_columns (const char *kind);

/* Reads a file of a kind as one act. Every finding is added to problems with file, line and column;
 * with an error among them nothing is written and the error is SHEAF_EXCHANGE_ERROR_REFUSED.
 * options and ret_rows (rows of data read) may be NULL. */
gboolean sheaf_import_file (SheafBook                *book,
                            const char               *kind,
                            const char               *path,
                            const SheafImportOptions *options,
                            SheafProblems            *problems,
                            guint                    *ret_rows,
                            GError                  **error);

/* Reads a kind's text, such as a table that was typed or pasted, as one act: findings name line and
 * column, but no file. With only_try everything is undone again: findings say what would be
 * refused, and warned of, were it entered; then TRUE with errors among them. */
gboolean sheaf_import_table (SheafBook                *book,
                             const char               *kind,
                             const char               *text,
                             const SheafImportOptions *options,
                             gboolean                  only_try,
                             SheafProblems            *problems,
                             GError                  **error);

/* Reads a folder that sheaf_export_bundle wrote, as one act: every KIND.csv that is there, without
 * posting events again, as their vouchers are in vouchers.csv. ret_rows counts all files' rows. */
gboolean sheaf_import_bundle (SheafBook     *book,
                              const char    *folder,
                              SheafProblems *problems,
                              guint         *ret_rows,
                              GError       **error);
