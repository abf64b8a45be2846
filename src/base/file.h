/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files, written so that a crash or a full disk leaves the old one. */
#pragma once

#include <glib.h>

/* Writes beside the file, syncs, then renames over it. The error names the file and the remedy. */
gboolean sheaf_file_write (const char   *path,
                           gconstpointer data,
                           gsize         length,
                           GError      **error);
