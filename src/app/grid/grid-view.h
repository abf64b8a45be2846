/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table to type in: every cell an entry, keys as in spreadsheets. */
#pragma once

#include "app/grid/grid-table.h"

#include <adwaita.h>

#define SHEAF_TYPE_GRID_VIEW (sheaf_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (SheafGridView, sheaf_grid_view, SHEAF, GRID_VIEW, AdwBin)

/* Sets the columns too; once. The signal "cell"
 * (guint row, guint column) comes when another cell has the focus. */
void sheaf_grid_view_set_table (SheafGridView  *view,
                                SheafGridTable *table);

SheafGridTable *sheaf_grid_view_get_table (SheafGridView *view);

/* Brings a cell into sight and types there. */
void sheaf_grid_view_focus (SheafGridView *view,
                            guint          row,
                            guint          column);

/* The cell that has or last had the focus. */
void sheaf_grid_view_get_place (SheafGridView *view,
                                guint         *ret_row,
                                guint         *ret_column);
