/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder that appears when it is whole. */
#pragma once

#include <glib.h>

/* The file that names those of a set. */
#define SHEAF_YEAREND_CONTENTS "contents.csv"

/* Its names while one set takes the place of another. */
#define SHEAF_YEAREND_CONTENTS_OLD "contents.old.csv"
#define SHEAF_YEAREND_CONTENTS_NEW "contents.new.csv"

typedef struct _SheafFolder SheafFolder;

/* Begins a folder beside the path. Errors: SHEAF_YEAREND_ERROR_FOLDER where the path has files and
 * replace is not asked for, or holds no set. */
SheafFolder *sheaf_folder_new (const char *path,
                               gboolean    replace,
                               GError    **error);

/* The path of a file in it. Free with g_free. */
char *sheaf_folder_file (const SheafFolder *folder,
                         const char        *name);

/* Puts the folder, or its files, in their place. */
gboolean sheaf_folder_commit (SheafFolder *folder,
                              GError     **error);

/* What was not committed is removed. */
void sheaf_folder_free (SheafFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafFolder, sheaf_folder_free)
