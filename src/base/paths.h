/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the program's data files and translations are. */
#pragma once

#include <glib.h>

/* The full path of a data file, for example "charts/vn-tt71.csv". Programs in the build tree read
 * the source tree's data, installed ones the data installed with them; SHEAF_DATA_DIR overrides
 * both. Free with g_free. */
char *sheaf_paths_data (const char *name);

/* The folder of the translations. Free with g_free. */
char *sheaf_paths_locale (void);

/* TRUE when the running program lies in the build tree. */
gboolean sheaf_paths_in_build_tree (void);

/* The folder of installed files that goes with a program in program_folder: relative to the same
 * prefix where that folder is there, so that a tree installed elsewhere works; else fallback, the
 * place the build was made for. program_folder may be NULL. Free with g_free. */
char *sheaf_paths_installed (const char *program_folder,
                             const char *relative,
                             const char *fallback);
