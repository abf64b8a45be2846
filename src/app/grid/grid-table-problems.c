/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of the import come by line and column name; here they find their cells. */
#include "app/grid/grid-table-private.h"

#include <string.h>

static void
clear_problems (SheafGridTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      SheafGridRow *row = table->rows->pdata[i];

      for (guint j = 0; j < row->n_cells; j++)
        g_clear_pointer (&row->problems[j].text, g_free);
    }
  g_ptr_array_set_size (table->general, 0);
}

/* The cell of a finding; NULL when it belongs to none. */
static SheafProblem *
find_cell (SheafGridTable     *table,
           const SheafProblem *problem)
{
  SheafGridRow *row;

  /* Line 1 names the columns. */
  if (problem->line < 2 || problem->line - 2 >= table->exported->len ||
      g_array_index (table->exported, guint, problem->line - 2) >= table->rows->len)
    return NULL;
  row = table->rows->pdata[g_array_index (table->exported, guint, problem->line - 2)];
  for (guint i = 0; i < table->kind->n_columns; i++)
    if (g_strcmp0 (problem->column, table->kind->columns[i].name) == 0)
      return &row->problems[i];
  return &row->problems[0];
}

/* The first error of a cell stays; an error takes the place of a warning. */
static void
take_problem (SheafProblem       *cell,
              const SheafProblem *problem)
{
  if (cell->text != NULL &&
      (cell->kind == SHEAF_PROBLEM_ERROR || problem->kind == SHEAF_PROBLEM_WARNING))
    return;
  g_free (cell->text);
  cell->kind = problem->kind;
  cell->text = g_strdup (problem->text);
}

void
sheaf_grid_table_set_problems (SheafGridTable      *table,
                               const SheafProblems *problems)
{
  clear_problems (table);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];
      SheafProblem       *cell = find_cell (table, problem);

      if (cell == NULL)
        {
          cell = g_new0 (SheafProblem, 1);
          g_ptr_array_add (table->general, cell);
        }
      take_problem (cell, problem);
    }
  g_signal_emit_by_name (table, "problems-changed");
}

const SheafProblem *
sheaf_grid_table_get_problem (SheafGridTable *table,
                              guint           row,
                              guint           column)
{
  const SheafGridRow *found = row < table->rows->len ? table->rows->pdata[row] : NULL;

  return found == NULL || found->problems[column].text == NULL ? NULL : &found->problems[column];
}

const GPtrArray *
sheaf_grid_table_get_general (SheafGridTable *table)
{
  return table->general;
}

guint
sheaf_grid_table_count_problems (SheafGridTable  *table,
                                 SheafProblemKind kind)
{
  guint count = 0;

  for (guint i = 0; i < table->general->len; i++)
    count += ((SheafProblem *) table->general->pdata[i])->kind == kind;
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->kind->n_columns; j++)
      {
        const SheafProblem *problem = sheaf_grid_table_get_problem (table, i, j);

        count += problem != NULL && problem->kind == kind;
      }
  return count;
}

gboolean
sheaf_grid_table_next_problem (SheafGridTable *table,
                               guint          *row,
                               guint          *column)
{
  guint n = table->kind->n_columns;
  guint cells = table->rows->len * n;
  guint at = *row * n + *column;

  for (guint i = 1; i <= cells; i++)
    {
      guint place = (at + i) % cells;

      if (sheaf_grid_table_get_problem (table, place / n, place % n) == NULL)
        continue;
      *row = place / n;
      *column = place % n;
      return TRUE;
    }
  return FALSE;
}
