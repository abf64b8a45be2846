/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book keeps the law it was made under: a later program with other files computes old years as
 * they were. */
#include "book/data.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "book/act.h"
#include "book/data-sql.h"
#include "book/error.h"

static char *
read_program_file (const char *name,
                   GError    **error)
{
  g_autofree char *path = sheaf_paths_data (name);
  char            *text = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    return text;
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID,
               _ ("the data file %s is missing: check the name, or install the program again"),
               name);
  return NULL;
}

char *
sheaf_data_load_installed (const char *name,
                           GError    **error)
{
  return read_program_file (name, error);
}

char *
sheaf_data_load (SheafBook  *book,
                 const char *name,
                 GError    **error)
{
  char *text = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), DATA_FIND, SHEAF_ARGS (SHEAF_TEXT (name)),
                             &text, error))
    return NULL;
  return text != NULL ? text : read_program_file (name, error);
}

char *
sheaf_data_law_file (const char *id,
                     gboolean    is_union)
{
  gboolean plain = is_union && !g_str_has_suffix (id, "-union");

  return g_strdup_printf ("laws/%s%s.ini", id, plain ? "-union" : "");
}

gboolean
sheaf_data_take (SheafBook  *book,
                 const char *name,
                 GError    **error)
{
  g_autofree char *text = read_program_file (name, error);
  g_autoptr (SheafAct) act = NULL;

  if (text == NULL)
    return FALSE;
  act = sheaf_act_begin (book, "data-file", name, error);
  return act != NULL &&
         sheaf_store_run (
             sheaf_book_store (book), DATA_INSERT,
             SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_TEXT (text), SHEAF_INT (sheaf_act_id (act))),
             error) &&
         sheaf_act_commit (act, error);
}
