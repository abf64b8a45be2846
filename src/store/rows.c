/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows a statement: a statement that a trigger may refuse first keeps a copy of each page it
 * changes, which costs as much as the row itself, and is paid once for all its rows. */
#include "store/rows.h"

#include "store/statement.h"

#include <string.h>

#define MOST \
  32 /* a power of two: what is over goes by the smaller ones, so that few are prepared */

/* tuple with $1 as $(first + 1), and so on. */
static void
append_tuple (GString    *text,
              const char *tuple,
              guint       first)
{
  while (*tuple != '\0')
    if (*tuple != '$')
      g_string_append_c (text, *tuple++);
    else
      {
        char   *end;
        guint64 number = g_ascii_strtoull (tuple + 1, &end, 10);

        g_string_append_printf (text, "$%u", (guint) number + first);
        tuple = end;
      }
}

/* The statement for n rows at once. */
static const char *
widen (const char *sql,
       guint       columns,
       guint       n)
{
  const char *values = g_strrstr (sql, "VALUES");
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (values != NULL, sql);
  if (n == 1)
    return sql;
  text = g_string_new_len (sql, values - sql);
  g_string_append (text, "VALUES");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i == 0 ? " " : ", ");
      append_tuple (text, values + strlen ("VALUES"), i * columns);
    }
  return g_intern_string (text->str); /* kept by its text, as long as the program runs */
}

static gboolean
run (SheafStore       *store,
     const char       *sql,
     const SheafValue *values,
     guint             n,
     GError          **error)
{
  SheafEngineStatement *statement = sheaf_store_take_statement (store, sql, error);
  gboolean              row = FALSE, done = statement != NULL;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; done && i < n; i++)
    done = store->engine->bind (statement, i + 1, &values[i], error);
  done = done && store->engine->step (statement, &row, error);
  sheaf_store_give_statement (store, sql, statement);
  return done;
}

gboolean
sheaf_store_insert_rows (SheafStore   *store,
                         const char   *sql,
                         const GArray *values,
                         guint         columns,
                         GError      **error)
{
  guint rows = values->len / columns;
  guint done = 0;

  g_return_val_if_fail (values->len % columns == 0, FALSE);
  for (guint n = MOST; n > 0; n /= 2)
    for (const char *wide = rows - done >= n ? widen (sql, columns, n) : NULL; rows - done >= n;
         done += n)
      if (!run (store, wide, &g_array_index (values, SheafValue, (gsize) done * columns),
                n * columns, error))
        return FALSE;
  return TRUE;
}
