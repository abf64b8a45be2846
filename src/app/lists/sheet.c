/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that are only read. */
#include "app/lists/sheet.h"

static void
free_line (gpointer data)
{
  SheafSheetLine *line = data;

  for (guint i = 0; i < SHEAF_SHEET_CELLS; i++)
    g_free (line->cells[i]);
  g_free (line->page);
  g_free (line->detail);
  g_free (line);
}

SheafSheet *
sheaf_sheet_new (void)
{
  SheafSheet *sheet = g_new0 (SheafSheet, 1);

  sheet->lines = g_ptr_array_new_with_free_func (free_line);
  return sheet;
}

void
sheaf_sheet_free (SheafSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_ptr_array_unref (sheet->lines);
  g_free (sheet->note);
  g_free (sheet);
}

SheafSheetLine *
sheaf_sheet_add (SheafSheet *sheet)
{
  SheafSheetLine *line = g_new0 (SheafSheetLine, 1);

  g_ptr_array_add (sheet->lines, line);
  return line;
}
