/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files, read up to a limit and written so that a crash or a full disk leaves the old one. */
#pragma once

#include <glib.h>

/* Reads a whole file of text of at most limit bytes; a NUL follows it. A pipe without a writer is
 * empty. The error names the file and the remedy. */
gboolean sheaf_file_read (const char *path,
                          gsize       limit,
                          char      **ret_text,
                          gsize      *ret_length,
                          GError    **error);

/* Writes beside the file, syncs, then renames over it. The error names the file and the remedy. */
gboolean sheaf_file_write (const char   *path,
                           gconstpointer data,
                           gsize         length,
                           GError      **error);
