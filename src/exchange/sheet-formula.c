/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum names its lines in runs, so that subtotals between them are not counted twice. */
#include "exchange/sheet-formula.h"

#include <string.h>
#include <xlsxwriter.h>

/* What a formula holds: 255 arguments, 8192 letters. */
#define RUNS_MOST 250
#define LETTERS_MOST 8000

typedef struct
{
  guint first; /* rows of the section, from 0 */
  guint last;
} Run;

struct _SheafSheetRows
{
  guint   first;
  guint   n_rows;
  GArray *runs; /* of Run: lines with nothing between */
};

SheafSheetRows *
sheaf_sheet_rows_new (guint first)
{
  SheafSheetRows *rows = g_new0 (SheafSheetRows, 1);

  rows->first = first;
  rows->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  return rows;
}

void
sheaf_sheet_rows_free (SheafSheetRows *rows)
{
  if (rows == NULL)
    return;
  g_array_unref (rows->runs);
  g_free (rows);
}

void
sheaf_sheet_rows_add (SheafSheetRows    *rows,
                      SheafReportRowKind kind)
{
  guint row = rows->n_rows++;
  Run  *last = rows->runs->len > 0 ? &g_array_index (rows->runs, Run, rows->runs->len - 1) : NULL;
  Run   run = { row, row };

  if (kind != SHEAF_ROW_KIND_LINE)
    return;
  if (last != NULL && last->last + 1 == row)
    last->last = row;
  else
    g_array_append_val (rows->runs, run);
}

static void
append_cell (GString              *formula,
             const SheafSheetRows *rows,
             guint                 row,
             guint                 column)
{
  char name[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (name, rows->first + row, (lxw_col_t) column);
  g_string_append (formula, name);
}

static char *
make_sum (const SheafSheetRows *rows,
          guint                 sum_from,
          guint                 column)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  guint runs = 0;

  for (guint i = rows->runs->len; i-- > 0;)
    {
      Run   run = g_array_index (rows->runs, Run, i);
      guint first = MAX (run.first, sum_from);
      g_autoptr (GString) part = g_string_new (NULL);

      if (run.last < sum_from)
        break;
      append_cell (part, rows, first, column);
      g_string_append_c (part, ':');
      append_cell (part, rows, run.last, column);
      g_string_prepend (formula, runs++ > 0 ? "," : ")");
      g_string_prepend (formula, part->str);
      if (runs > RUNS_MOST || formula->len > LETTERS_MOST)
        return NULL;
    }
  return runs > 0 ? g_strconcat ("=SUM(", formula->str, NULL) : NULL;
}

static char *
make_terms (const SheafSheetRows *rows,
            const SheafCell      *cell)
{
  g_autoptr (GString) formula = g_string_new ("=");

  for (guint i = 0; i < cell->n_terms; i++)
    {
      const SheafCellTerm *term = &cell->terms[i];

      if (term->sign < 0 || i > 0)
        g_string_append_c (formula, term->sign < 0 ? '-' : '+');
      append_cell (formula, rows, term->row, term->column);
    }
  return formula->len > 1 && formula->len <= LETTERS_MOST ? g_strdup (formula->str) : NULL;
}

char *
sheaf_sheet_rows_formula (const SheafSheetRows *rows,
                          const SheafCell      *cell,
                          guint                 sum_from,
                          guint                 column)
{
  if (cell->sum)
    return make_sum (rows, sum_from, column);
  return cell->terms != NULL ? make_terms (rows, cell) : NULL;
}
