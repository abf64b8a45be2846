/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the clipboard's text cell by cell. */
#include "app/grid/grid-paste.h"

#include "base/text.h"

typedef struct
{
  GPtrArray *rows;
  GPtrArray *cells;
  GString   *cell;
} Split;

static void
end_cell (Split *split)
{
  for (char *c = split->cell->str; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';
  g_ptr_array_add (split->cells, sheaf_text_clean (split->cell->str, -1));
  g_string_truncate (split->cell, 0);
}

static void
end_row (Split *split)
{
  end_cell (split);
  g_ptr_array_add (split->cells, NULL);
  g_ptr_array_add (split->rows, g_ptr_array_free (split->cells, FALSE));
  split->cells = g_ptr_array_new ();
}

static gboolean
is_empty (char **cells)
{
  for (; *cells != NULL; cells++)
    if (**cells != '\0')
      return FALSE;
  return TRUE;
}

/* Past a cell in quotes that begins at c; what follows the closing quote belongs to it too. */
static const char *
read_quoted (Split      *split,
             const char *c)
{
  for (c++; *c != '\0'; c++)
    {
      if (*c == '"' && c[1] == '"')
        c++;
      else if (*c == '"')
        return c + 1;
      g_string_append_c (split->cell, *c);
    }
  return c;
}

GPtrArray *
sheaf_grid_paste_split (const char *text)
{
  Split split = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev),
                  .cells = g_ptr_array_new (),
                  .cell = g_string_new (NULL) };

  for (const char *c = text; *c != '\0';)
    {
      if (*c == '"' && split.cell->len == 0)
        c = read_quoted (&split, c);
      else if (*c == '\t')
        {
          end_cell (&split);
          c++;
        }
      else if (*c == '\n' || *c == '\r')
        {
          c += *c == '\r' && c[1] == '\n' ? 2 : 1;
          end_row (&split);
        }
      else
        g_string_append_c (split.cell, *c++);
    }
  end_row (&split);
  g_ptr_array_free (split.cells, TRUE);
  g_string_free (split.cell, TRUE);
  while (split.rows->len > 0 && is_empty (split.rows->pdata[split.rows->len - 1]))
    g_ptr_array_set_size (split.rows, (int) split.rows->len - 1);
  return split.rows;
}
