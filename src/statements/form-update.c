/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Newer forms for the years that are still open. */
#include "statements/form-update.h"

#include "base/i18n.h"
#include "book/act.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart-list.h"
#include "ledger/closing.h"
#include "ledger/period.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "statements/statement.h"

#include <string.h>

/* Adds both files of each form that a list of the chart names. */
static void
add_forms (SheafBook  *book,
           const char *chart,
           const char *ending,
           GPtrArray  *files)
{
  g_autofree char *name = g_strconcat ("forms/", chart, ending, NULL);
  g_autofree char *list = sheaf_data_load_installed (name, NULL); /* a chart without notes */
  g_auto (GStrv) codes = g_strsplit (list == NULL ? "" : g_strstrip (list), "\n", -1);

  for (char **code = codes; *code != NULL; code++)
    {
      g_ptr_array_add (files, sheaf_chart_form_file (book, chart, *code, ".ini"));
      g_ptr_array_add (files, sheaf_chart_form_file (book, chart, *code, ".csv"));
    }
}

/* Names of data files that the forms and closings of the book's years are made of. */
static GPtrArray *
list_files (SheafBook *book)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  GPtrArray       *files = g_ptr_array_new_with_free_func (g_free);

  add_forms (book, chart, ".txt", files);
  add_forms (book, chart, ".notes.txt", files);
  g_ptr_array_add (files, g_strdup_printf ("closings/%s.ini", chart));
  return files;
}

/* FALSE when the file is not the program's, as forms of accounts have no lines. */
static gboolean
load_both (SheafBook  *book,
           const char *file,
           int         year,
           char      **ret_book,
           char      **ret_program)
{
  g_autofree char *program = sheaf_data_load_installed (file, NULL);
  g_autofree char *own = sheaf_data_load_on (book, file, sheaf_form_day (book, year), NULL);

  if (program == NULL || own == NULL)
    return FALSE;
  *ret_book = g_steal_pointer (&own);
  *ret_program = g_steal_pointer (&program);
  return TRUE;
}

GPtrArray *
sheaf_form_differences (SheafBook     *book,
                        int            year,
                        GError **error G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) files = list_files (book);
  GPtrArray *differences = g_ptr_array_new_with_free_func (sheaf_form_difference_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *own = NULL;
      g_autofree char *program = NULL;

      if (load_both (book, files->pdata[i], year, &own, &program))
        sheaf_form_compare (files->pdata[i], own, program, differences);
    }
  return differences;
}

/* Whether the year's statements may still change: it is not closed, nor locked to its end. */
static gboolean
is_open (SheafBook *book,
         int        year,
         gboolean  *ret_open,
         GError   **error)
{
  gboolean  closed;
  SheafDate until;

  if (!sheaf_closing_is_closed (book, year, &closed, error) ||
      !sheaf_period_locked_until (book, &until, error))
    return FALSE;
  *ret_open = !closed && (sheaf_date_is_none (until) ||
                          sheaf_date_cmp (until, sheaf_book_year_end (book, year)) < 0);
  return TRUE;
}

gboolean
sheaf_form_update_year (SheafBook *book,
                        int       *ret_year,
                        GError   **error)
{
  int      year = sheaf_date_year (sheaf_book_first_day (book));
  gboolean open;

  while (is_open (book, year, &open, error))
    {
      if (open)
        {
          *ret_year = year;
          return TRUE;
        }
      year++;
    }
  return FALSE;
}

static gboolean
check_year (SheafBook *book,
            int        year,
            GError   **error)
{
  int first;

  if (!sheaf_form_update_year (book, &first, error))
    return FALSE;
  if (year >= first)
    return TRUE;
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
               _ ("the statements of %d are those of a closed or locked year, or of none of this "
                  "book: change forms from %d on"),
               year, first);
  return FALSE;
}

/* What the act is called in the trail: "2026: forms/B02-HTX.csv, closings/vn-tt71.ini". */
static char *
name_act (int              year,
          const GPtrArray *files)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%d: ", year);
  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", (const char *) files->pdata[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Every statement of the year can be worked out by the forms as they are now. */
static gboolean
check_statements (SheafBook *book,
                  int        year,
                  GError   **error)
{
  g_auto (GStrv) codes = sheaf_form_codes (book, error);

  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autoptr (SheafStatement) statement =
          sheaf_statement_compute (book, codes[i], year, SHEAF_DATE_NONE, error);

      if (statement == NULL)
        return FALSE;
    }
  return codes != NULL;
}

/* One act over files: each is written by what, then the year's statements are tried. */
static gboolean
change (SheafBook       *book,
        int              year,
        const char      *kind,
        const GPtrArray *files,
        gboolean (*write) (SheafBook *book, const char *name, SheafDate from, GError **error),
        GError **error)
{
  g_autofree char *summary = name_act (year, files);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, kind, summary, error);

  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!write (book, files->pdata[i], sheaf_book_year_start (book, year), error))
      return FALSE;
  return check_statements (book, year, error) && sheaf_act_commit (act, error);
}

gboolean
sheaf_form_update (SheafBook *book,
                   int        year,
                   guint     *ret_files,
                   GError   **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (!check_year (book, year, error))
    return FALSE;
  all = list_files (book);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *own = NULL;
      g_autofree char *program = NULL;

      if (load_both (book, all->pdata[i], year, &own, &program) && strcmp (own, program) != 0)
        g_ptr_array_add (files, all->pdata[i]);
    }
  if (files->len > 0 && !change (book, year, "form-update", files, sheaf_data_take_from, error))
    return FALSE;
  *ret_files = files->len;
  return TRUE;
}

gboolean
sheaf_form_update_take_back (SheafBook *book,
                             int        year,
                             GError   **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (!check_year (book, year, error))
    return FALSE;
  versions = sheaf_data_versions (book, error);
  if (versions == NULL)
    return FALSE;
  all = list_files (book);
  for (guint i = 0; i < versions->len; i++)
    {
      const SheafDataVersion *version = versions->pdata[i];

      if (sheaf_date_cmp (version->from, sheaf_book_year_start (book, year)) == 0 &&
          g_ptr_array_find_with_equal_func (all, version->name, g_str_equal, NULL))
        g_ptr_array_add (files, version->name);
    }
  if (files->len > 0)
    return change (book, year, "form-take-back", files, sheaf_data_take_back, error);
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
               _ ("no forms were taken in for %d: name the year from which they hold"), year);
  return FALSE;
}
