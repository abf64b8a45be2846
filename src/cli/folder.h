/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that commands write into. */
#pragma once

#include <glib.h>

/* Makes the folder and what is missing above it; one that is there stays as it is. */
gboolean sheaf_cli_make_folder (const char *folder,
                                GError    **error);
