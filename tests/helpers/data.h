/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data as an older version of it had them. */
#pragma once

#include <glib.h>

/* A new folder of data, for SHEAF_DATA_DIR, in which the part of the file ("laws/vn-2023.ini") that
 * reads now reads then; now stands in the file once. Free the path with g_free and the folder with
 * test_folder_remove. */
char *test_older_data (const char *file,
                       const char *now,
                       const char *then);
