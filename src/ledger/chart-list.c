/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which charts there are is data, so that another one is another set of files. */
#include "ledger/chart-list.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "book/data.h"
#include "ledger/dated.h"
#include "ledger/error.h"

#include <string.h>

static const char *const languages[] = { "vi", "en", "fr" };

void
sheaf_chart_entry_free (SheafChartEntry *entry)
{
  if (entry == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_free (entry->names[i]);
  g_free (entry->id);
  g_free (entry->law);
  g_free (entry->law_title);
  g_free (entry->currency);
  g_free (entry);
}

static void
free_entry (gpointer entry)
{
  sheaf_chart_entry_free (entry);
}

static gboolean
fail (const char *name,
      gboolean    missing,
      GError    **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               missing ? _ ("the data file %s is missing: install the program again")
                       : _ ("the data file %s cannot be understood: install the program again"),
               name);
  return FALSE;
}

static char *
read_file (const char *name,
           GError    **error)
{
  g_autofree char *path = sheaf_paths_data (name);
  char            *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    (void) fail (name, TRUE, error);
  return text;
}

static GKeyFile *
read_key_file (const char *name,
               GError    **error)
{
  g_autofree char *text = read_file (name, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL)
    return NULL;
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return g_steal_pointer (&file);
  (void) fail (name, FALSE, error);
  return NULL;
}

/* Empty where the law's file is missing: told when a book is to be made. */
static char *
read_law_title (const char *law)
{
  g_autofree char *name = sheaf_data_law_file (law, FALSE);
  g_autoptr (GKeyFile) file = read_key_file (name, NULL);
  char *title = file == NULL ? NULL : sheaf_dated_title (file, "law", NULL);

  return title != NULL ? title : g_strdup ("");
}

/* NULL when a value is missing. */
static SheafChartEntry *
read_entry (GKeyFile   *file,
            const char *id)
{
  g_autoptr (SheafChartEntry) entry = g_new0 (SheafChartEntry, 1);
  g_autofree char *separate = g_key_file_get_string (file, id, "separate", NULL);
  gboolean         whole = separate != NULL;

  entry->id = g_strdup (id);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *key = g_strconcat ("name_", languages[i], NULL);

      entry->names[i] = g_key_file_get_string (file, id, key, NULL);
      whole = whole && entry->names[i] != NULL;
    }
  entry->law = g_key_file_get_string (file, id, "law", NULL);
  entry->currency = g_key_file_get_string (file, id, "currency", NULL);
  entry->first_year = g_key_file_get_integer (file, id, "first-year", NULL);
  entry->last_year = g_key_file_get_integer (file, id, "last-year", NULL);
  entry->separate = g_strcmp0 (separate, "yes") == 0;
  entry->law_title = entry->law == NULL ? NULL : read_law_title (entry->law);
  return whole && entry->law != NULL && entry->currency != NULL ? g_steal_pointer (&entry) : NULL;
}

GPtrArray *
sheaf_chart_list (GError **error)
{
  static const char name[] = "charts/charts.ini";
  g_autoptr (GKeyFile) file = read_key_file (name, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_auto (GStrv) ids = NULL;

  if (file == NULL)
    return NULL;
  ids = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      SheafChartEntry *entry = read_entry (file, ids[i]);

      if (entry == NULL)
        {
          (void) fail (name, FALSE, error);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

SheafChartEntry *
sheaf_chart_entry_find (const char *id,
                        GError    **error)
{
  g_autoptr (GPtrArray) entries = sheaf_chart_list (error);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      SheafChartEntry *entry = entries->pdata[i];

      if (strcmp (entry->id, id) == 0)
        return g_ptr_array_steal_index (entries, i);
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", entry->id);
    }
  if (entries != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                 _ ("there is no chart of accounts “%s”: give one of %s"), id, known->str);
  return NULL;
}

const char *
sheaf_chart_entry_name (const SheafChartEntry *entry,
                        const char            *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (language, languages[i]) == 0)
      return entry->names[i];
  return entry->names[0];
}

gboolean
sheaf_chart_entry_fits (const SheafChartEntry *entry,
                        int                    year)
{
  return year >= entry->first_year && (entry->last_year == 0 || year <= entry->last_year);
}

static gboolean
is_there (SheafBook  *book,
          const char *name)
{
  g_autofree char *text = book != NULL ? sheaf_data_load (book, name, NULL)
                                       : read_file (name, NULL);

  return text != NULL;
}

char *
sheaf_chart_form_file (SheafBook  *book,
                       const char *chart,
                       const char *code,
                       const char *ending)
{
  g_autofree char *own = g_strdup_printf ("forms/%s.%s%s", chart, code, ending);

  return is_there (book, own) ? g_steal_pointer (&own)
                              : g_strdup_printf ("forms/%s%s", code, ending);
}

/* The forms that the chart's list names: each has its words; what is no list of accounts has its
 * lines. */
static gboolean
check_forms (const char *chart,
             GError    **error)
{
  g_autofree char *name = g_strdup_printf ("forms/%s.txt", chart);
  g_autofree char *list = read_file (name, error);
  g_auto (GStrv) codes = NULL;

  if (list == NULL)
    return FALSE;
  codes = g_strsplit (g_strstrip (list), "\n", -1);
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *words = sheaf_chart_form_file (NULL, chart, codes[i], ".ini");
      g_autofree char *lines = sheaf_chart_form_file (NULL, chart, codes[i], ".csv");
      g_autoptr (GKeyFile) file = read_key_file (words, error);
      g_autofree char *kind = NULL;

      if (file == NULL)
        return FALSE;
      kind = g_key_file_get_string (file, "form", "kind", NULL);
      if (g_strcmp0 (kind, "accounts") != 0 && !is_there (NULL, lines))
        return fail (lines, TRUE, error);
    }
  return TRUE;
}

gboolean
sheaf_chart_check_files (const char *chart,
                         const char *law,
                         gboolean    is_union,
                         GError    **error)
{
  g_autoptr (SheafChartEntry) entry = sheaf_chart_entry_find (chart, error);
  g_autofree char *accounts = g_strdup_printf ("charts/%s.csv", chart);
  g_autofree char *law_file = sheaf_data_law_file (law, is_union);
  const char      *folders[] = { "closings", "postings" };

  if (entry == NULL)
    return FALSE;
  if (!is_there (NULL, accounts))
    return fail (accounts, TRUE, error);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s.ini", folders[i], chart);
      g_autoptr (GKeyFile) file = read_key_file (name, error);

      if (file == NULL)
        return FALSE;
    }
  if (strchr (law, '/') != NULL || !is_there (NULL, law_file))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                   _ ("there is no law “%s”: name one of the program's data, or leave it out"),
                   law);
      return FALSE;
    }
  {
    g_autoptr (GKeyFile) file = read_key_file (law_file, error);

    return file != NULL && check_forms (chart, error);
  }
}
