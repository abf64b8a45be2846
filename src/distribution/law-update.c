/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Newer law for the years that are not shared out yet. */
#include "distribution/law-update.h"

#include "base/i18n.h"
#include "book/act.h"
#include "book/data.h"
#include "distribution/draft.h"
#include "distribution/error.h"
#include "distribution/law-update-sql.h"
#include "store/query.h"

#include <string.h>

gboolean
sheaf_law_update_year (SheafBook *book,
                       int       *ret_year,
                       GError   **error)
{
  gint64 posted;

  g_return_val_if_fail (book != NULL, FALSE);
  if (!sheaf_store_get_int (sheaf_book_store (book), LAW_LAST_POSTED, SHEAF_NO_ARGS, &posted,
                            error))
    return FALSE;
  *ret_year = MAX ((int) posted + 1, sheaf_date_year (sheaf_book_first_day (book)));
  return TRUE;
}

static gboolean
check_year (SheafBook *book,
            int        year,
            GError   **error)
{
  int first;

  if (!sheaf_law_update_year (book, &first, error))
    return FALSE;
  if (year >= first)
    return TRUE;
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
               _ ("the income of %d was shared by the law that the book has, or is none of this "
                  "book: change the law from %d on"),
               year, first);
  return FALSE;
}

gboolean
sheaf_law_update_texts (SheafBook *book,
                        int        year,
                        char     **ret_file,
                        char     **ret_book,
                        char     **ret_program,
                        GError   **error)
{
  g_autofree char *file = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  file = sheaf_law_file (book);
  own = sheaf_data_load_on (book, file, sheaf_book_year_end (book, year), error);
  if (own == NULL)
    return FALSE;
  *ret_program = sheaf_data_load_installed (file, error);
  if (*ret_program == NULL)
    return FALSE;
  *ret_file = g_steal_pointer (&file);
  *ret_book = g_steal_pointer (&own);
  return TRUE;
}

/* Every plan of the years can be read by the law as it is now. */
static gboolean
check_plans (SheafBook *book,
             int        year,
             GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), LAW_PLANNED_YEARS,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);
  gboolean fits = query != NULL;

  while (fits && sheaf_query_next (query, NULL))
    {
      int planned = (int) sheaf_query_int (query, 0);
      g_autoptr (SheafLaw) law = sheaf_law_of_year (book, planned, error);
      g_autoptr (GPtrArray) versions = NULL;

      versions = law != NULL ? sheaf_plan_version_list (book, planned, error) : NULL;
      fits = versions != NULL;
      for (guint i = 0; fits && i < versions->len; i++)
        {
          g_autoptr (SheafPlan) plan = sheaf_plan_load_version (
              book, law, planned, versions->pdata[i], NULL, error);

          fits = plan != NULL;
        }
    }
  return fits && sheaf_query_finish (query, error);
}

/* One act over the file: written by what, then the plans are tried. */
static gboolean
change (SheafBook  *book,
        int         year,
        const char *kind,
        gboolean (*write) (SheafBook *book, const char *name, SheafDate from, GError **error),
        GError **error)
{
  g_autofree char *file = sheaf_law_file (book);
  g_autofree char *summary = g_strdup_printf ("%d: %s", year, file);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, kind, summary, error);

  return act != NULL && write (book, file, sheaf_book_year_start (book, year), error) &&
         check_plans (book, year, error) && sheaf_act_commit (act, error);
}

gboolean
sheaf_law_update (SheafBook *book,
                  int        year,
                  gboolean  *ret_changed,
                  GError   **error)
{
  g_autofree char *file = NULL;
  g_autofree char *own = NULL;
  g_autofree char *program = NULL;

  g_return_val_if_fail (book != NULL && ret_changed != NULL, FALSE);
  if (!check_year (book, year, error) ||
      !sheaf_law_update_texts (book, year, &file, &own, &program, error))
    return FALSE;
  *ret_changed = strcmp (own, program) != 0;
  return !*ret_changed || change (book, year, "law-update", sheaf_data_take_from, error);
}

gboolean
sheaf_law_update_take_back (SheafBook *book,
                            int        year,
                            GError   **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (book != NULL, FALSE);
  if (!check_year (book, year, error))
    return FALSE;
  versions = sheaf_data_versions (book, error);
  file = sheaf_law_file (book);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const SheafDataVersion *version = versions->pdata[i];

      if (g_str_equal (version->name, file) &&
          sheaf_date_cmp (version->from, sheaf_book_year_start (book, year)) == 0)
        return change (book, year, "law-take-back", sheaf_data_take_back, error);
    }
  if (versions != NULL)
    g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                 _ ("no law was taken in for %d: name the year from which it holds"), year);
  return FALSE;
}
