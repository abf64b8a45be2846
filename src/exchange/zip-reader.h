/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpacks parts of a ZIP file that is in memory. */
#pragma once

#include <glib.h>

/* The files whose names have one of the endings (NULL closes the list), as GString by name. NULL
 * when the bytes are no whole ZIP file, or the files together have more than most bytes: a small
 * file may be packed of gigabytes. */
GHashTable *sheaf_zip_unpack (const char        *bytes,
                              gsize              length,
                              const char *const *endings,
                              gsize              most);
