/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a count: notes and coins, or what lies in the store, each beside the books. */
#pragma once

#include "app/control/counts-jobs.h"

#include <adwaita.h>

#define SHEAF_TYPE_COUNT_GRID (sheaf_count_grid_get_type ())
G_DECLARE_FINAL_TYPE (SheafCountGrid, sheaf_count_grid, SHEAF, COUNT_GRID, AdwBin)

/* Shows a sheet, which must stay until another (or NULL) is shown; what is typed is said of it at
 * once, and "changed" comes after. */
void sheaf_count_grid_show (SheafCountGrid  *grid,
                            SheafCountSheet *sheet,
                            gboolean         editable);

/* A line for something that the books do not hold; only of stock. */
void sheaf_count_grid_add_line (SheafCountGrid *grid);

/* TRUE once something was typed. */
gboolean sheaf_count_grid_is_touched (SheafCountGrid *grid);

/* Lines nothing was said of, which count as not there. */
guint sheaf_count_grid_left (SheafCountGrid *grid);

/* What was typed, of SheafCountFinding. NULL with the first sentence on what cannot be read; its
 * entry is marked and has the focus. */
GPtrArray *sheaf_count_grid_findings (SheafCountGrid *grid,
                                      GError        **error);
