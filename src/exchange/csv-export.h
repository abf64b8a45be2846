/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a book holds as the CSV kinds that imports read, and as text for plain-text
 * accounting programs. */
#pragma once

#include "book/book.h"

/* The names of everything that can be written: the CSV kinds, then "ledger" and "beancount";
 * NULL-terminated. Free the array only, with g_free. */
const char **sheaf_export_kinds (void);

/* One kind as text. Events taken back and what took them back are left out, as they weigh nothing;
 * so are closing entries: see the kind "closings". Free with g_string_free. */
GString *sheaf_export_text (SheafBook  *book,
                            const char *kind,
                            GError    **error);

/* Writes every CSV kind to KIND.csv in a folder, which is made, or must be empty: read into a new
 * book by sheaf_import_bundle it gives the same figures. */
gboolean sheaf_export_bundle (SheafBook  *book,
                              const char *folder,
                              GError    **error);
