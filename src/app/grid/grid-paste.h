/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What spreadsheets put on the clipboard: cells parted by tabs, rows by line ends, cells with
 * either inside in quotes. */
#pragma once

#include <glib.h>

/* Rows of cells (GStrv), blanks around each removed and line ends inside made blanks; empty rows at
 * the end are left out. Free with g_ptr_array_unref. */
GPtrArray *sheaf_grid_paste_split (const char *text);
