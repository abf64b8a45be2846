/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of texts that is typed or pasted, with undo, and what is wrong with its cells. Knows no
 * widgets. As a list model it has a row for each row, and an empty one below to go on in. */
#pragma once

#include "app/grid/grid-kind.h"
#include "base/problem.h"

#include <gio/gio.h>

#define SHEAF_TYPE_GRID_TABLE (sheaf_grid_table_get_type ())
G_DECLARE_FINAL_TYPE (SheafGridTable, sheaf_grid_table, SHEAF, GRID_TABLE, GObject)

/* The signal "problems-changed" comes when findings were given or became old, "changed" when any
 * text did. */
SheafGridTable      *sheaf_grid_table_new (const SheafGridKind *kind,
                                           SheafDate            today);
const SheafGridKind *sheaf_grid_table_get_kind (SheafGridTable *table);

/* The day that days are typed by. */
SheafDate sheaf_grid_table_get_today (SheafGridTable *table);

/* Rows without the empty one below. */
guint       sheaf_grid_table_count (SheafGridTable *table);
const char *sheaf_grid_table_get (SheafGridTable *table,
                                  guint           row,
                                  guint           column);

/* One step to undo for each cell, however often it is set in a row. */
void sheaf_grid_table_set (SheafGridTable *table,
                           guint           row,
                           guint           column,
                           const char     *text);

/* Rows parted by line ends, cells by tabs, quoted as spreadsheets do; from the cell on, over what
 * stands there. A first row of which at least two cells, and no cell but empty ones not, name
 * columns is a heading: the cells go to these columns. What is short is written out. One step to
 * undo. Gives the rows pasted. */
guint sheaf_grid_table_paste (SheafGridTable *table,
                              guint           row,
                              guint           column,
                              const char     *text);
void  sheaf_grid_table_remove_row (SheafGridTable *table,
                                   guint           row);

/* FALSE when there is nothing to undo or redo. */
gboolean sheaf_grid_table_undo (SheafGridTable *table);
gboolean sheaf_grid_table_redo (SheafGridTable *table);
gboolean sheaf_grid_table_can_undo (SheafGridTable *table);
gboolean sheaf_grid_table_can_redo (SheafGridTable *table);

/* Another number after every change. */
guint sheaf_grid_table_get_version (SheafGridTable *table);

/* The rows in which anything stands as a CSV file of the kind; columns that are empty throughout
 * and not required are left out. Free with g_free. */
char *sheaf_grid_table_to_csv (SheafGridTable *table);

/* Findings about the text of the last sheaf_grid_table_to_csv; their lines become rows. A cell
 * keeps its finding until its text is another. */
void sheaf_grid_table_set_problems (SheafGridTable      *table,
                                    const SheafProblems *problems);

/* What is wrong with a cell, or NULL; a finding about a whole row stands at its first column. */
const SheafProblem *sheaf_grid_table_get_problem (SheafGridTable *table,
                                                  guint           row,
                                                  guint           column);
/* Findings that belong to no cell; of SheafProblem. */
const GPtrArray *sheaf_grid_table_get_general (SheafGridTable *table);
/* How many cells are wrong (kind ERROR) or to be looked at (WARNING). */
guint sheaf_grid_table_count_problems (SheafGridTable  *table,
                                       SheafProblemKind kind);
/* The next cell with a finding after this one, row by row, from the top again at the end; FALSE:
 * none. */
gboolean sheaf_grid_table_next_problem (SheafGridTable *table,
                                        guint          *row,
                                        guint          *column);
