/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book keeps the law it was made under: a later program with other files computes old years as
 * they were. */
#include "book/data.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "book/act.h"
#include "book/data-sql.h"
#include "book/error.h"
#include "store/query.h"

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
sheaf_data_load_on (SheafBook  *book,
                    const char *name,
                    SheafDate   on,
                    GError    **error)
{
  const SheafValue day = sheaf_date_is_none (on) ? SHEAF_TEXT ("9999-12-31") : SHEAF_DAY (on);
  char            *text = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), DATA_FIND,
                             SHEAF_ARGS (SHEAF_TEXT (name), day), &text, error))
    return NULL;
  return text != NULL ? text : read_program_file (name, error);
}

char *
sheaf_data_load (SheafBook  *book,
                 const char *name,
                 GError    **error)
{
  return sheaf_data_load_on (book, name, SHEAF_DATE_NONE, error);
}

GStrv
sheaf_data_texts (SheafBook  *book,
                  const char *name,
                  GError    **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), DATA_TEXTS,
                                                  SHEAF_ARGS (SHEAF_TEXT (name)), error);
  gboolean any = FALSE;

  while (query != NULL && sheaf_query_next (query, NULL))
    {
      g_strv_builder_add (builder, sheaf_query_text (query, 0));
      any = TRUE;
    }
  if (query == NULL || !sheaf_query_finish (query, error))
    return NULL;
  if (!any)
    {
      g_autofree char *text = read_program_file (name, error);

      if (text == NULL)
        return NULL;
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
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

/* A version of its own day, inside the act under way or as one of its own. */
static gboolean
insert_from (SheafBook  *book,
             const char *name,
             const char *text,
             SheafDate   from,
             GError    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "data-file", name, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), DATA_INSERT_FROM,
                          SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_TEXT (text), SHEAF_DAY (from),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_data_take_from (SheafBook  *book,
                      const char *name,
                      SheafDate   from,
                      GError    **error)
{
  g_autofree char *text = read_program_file (name, error);

  return text != NULL && insert_from (book, name, text, from, error);
}

gboolean
sheaf_data_take_back (SheafBook  *book,
                      const char *name,
                      SheafDate   from,
                      GError    **error)
{
  return insert_from (book, name, "", from, error);
}

static void
free_version (gpointer data)
{
  SheafDataVersion *version = data;

  g_free (version->name);
  g_free (version->user);
  g_free (version->at);
  g_free (version);
}

GPtrArray *
sheaf_data_versions (SheafBook *book,
                     GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), DATA_VERSIONS, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (free_version);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafDataVersion *version = g_new0 (SheafDataVersion, 1);

      version->name = g_strdup (sheaf_query_text (query, 0));
      version->from = sheaf_query_date (query, 1);
      version->user = g_strdup (sheaf_query_text (query, 2));
      version->at = g_strdup (sheaf_query_text (query, 3));
      g_ptr_array_add (versions, version);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&versions) : NULL;
}
