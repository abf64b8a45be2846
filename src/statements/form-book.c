/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the form's texts from the book's data files. */
#include "statements/form-book.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart-list.h"
#include "statements/error.h"

/* Lines of our own for charts without a form that an overview can read; no statement. */
#define OVERVIEW "overview"

/* The book's own forms, then those that only the program has: a form that came later is offered for
 * books made before it. */
static char **
add_later (char      **known,
           const char *later)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_auto (GStrv) others = g_strsplit (later, "\n", -1);

  for (char **code = known; *code != NULL; code++)
    g_ptr_array_add (codes, g_strdup (*code));
  for (char **code = others; *code != NULL; code++)
    if (**code != '\0' && !g_strv_contains ((const char *const *) known, *code))
      g_ptr_array_add (codes, g_strdup (*code));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

char **
sheaf_form_codes (SheafBook *book,
                  GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("forms/%s.txt", chart);
  g_autofree char *list = sheaf_data_load (book, name, error);

  g_autofree char *later = sheaf_data_load_installed (name, NULL);
  g_auto (GStrv) known = NULL;

  if (list == NULL)
    return NULL;
  known = g_strsplit (g_strstrip (list), "\n", -1);
  return add_later (known, later == NULL ? "" : g_strstrip (later));
}

SheafDate
sheaf_form_day (SheafBook *book,
                int        year)
{
  return year == 0 ? SHEAF_DATE_NONE : sheaf_book_year_start (book, year);
}

SheafForm *
sheaf_form_load (SheafBook  *book,
                 const char *code,
                 int         year,
                 GError    **error)
{
  SheafDate        day = sheaf_form_day (book, year);
  g_autofree char *chart = NULL;
  g_autofree char *words_name = NULL;
  g_autofree char *lines_name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *lines = NULL;

  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (book != NULL && code != NULL, NULL);

  codes = sheaf_form_codes (book, error);
  if (codes == NULL)
    return NULL;
  if (!g_strv_contains ((const char *const *) codes, code) && !g_str_equal (code, OVERVIEW))
    {
      g_autofree char *known = g_strjoinv (", ", codes);

      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM,
                   _ ("there is no form “%s”: give one of %s"), code, known);
      return NULL;
    }
  chart = sheaf_setting_find (book, "chart");
  words_name = sheaf_chart_form_file (book, chart, code, ".ini");
  lines_name = sheaf_chart_form_file (book, chart, code, ".csv");
  words = sheaf_data_load_on (book, words_name, day, error);
  if (words == NULL)
    return NULL;
  lines = sheaf_data_load_on (book, lines_name, day, NULL); /* a form of accounts has none */
  return sheaf_form_parse (code, words, lines, error);
}

char *
sheaf_form_overview (SheafBook *book,
                     GError   **error)
{
  g_auto (GStrv) codes = sheaf_form_codes (book, error);

  for (gsize i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autoptr (SheafForm) form = sheaf_form_load (book, codes[i], 0, error);

      if (form == NULL)
        return NULL;
      if (g_key_file_has_group (form->words, "overview"))
        return g_strdup (codes[i]);
    }
  return codes == NULL ? NULL : g_strdup (OVERVIEW);
}
