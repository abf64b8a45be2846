/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of law that hold for some time. */
#include "ledger/dated.h"

#include "base/i18n.h"
#include "base/language.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/error.h"

#include <string.h>

GKeyFile *
sheaf_dated_load (SheafBook  *book,
                  const char *name,
                  GError    **error)
{
  const char      *key = g_intern_string (name);
  GKeyFile        *file = sheaf_book_attached (book, key);
  g_autofree char *text = NULL;

  if (file != NULL)
    return file;
  text = sheaf_data_load (book, name, error);
  if (text == NULL)
    return NULL;
  file = g_key_file_new ();
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    {
      sheaf_book_attach (book, key, file, (GDestroyNotify) g_key_file_unref);
      return file;
    }
  g_key_file_unref (file);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("the data file %s cannot be understood: install the program again"), name);
  return NULL;
}

char *
sheaf_dated_tax_file (SheafBook  *book,
                      const char *prefix)
{
  g_autofree char *law = sheaf_setting_find (book, "law");

  return g_strdup_printf ("taxes/%s-%.*s.ini", prefix, (int) (law != NULL ? strcspn (law, "-") : 0),
                          law != NULL ? law : "");
}

static SheafDate
day_of (GKeyFile   *file,
        const char *group,
        const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  SheafDate        day = SHEAF_DATE_NONE;

  if (text == NULL || !sheaf_date_parse (text, &day, NULL))
    return SHEAF_DATE_NONE;
  return day;
}

gboolean
sheaf_dated_holds (GKeyFile   *file,
                   const char *group,
                   SheafDate   on)
{
  SheafDate from = day_of (file, group, "valid-from");
  SheafDate until = day_of (file, group, "valid-until");

  return (sheaf_date_is_none (from) || sheaf_date_cmp (on, from) >= 0) &&
         (sheaf_date_is_none (until) || sheaf_date_cmp (on, until) <= 0);
}

static gboolean
begins_with (const char *group,
             const char *word)
{
  gsize length = strlen (word);

  return strncmp (group, word, length) == 0 && (group[length] == '\0' || group[length] == ' ');
}

char **
sheaf_dated_list (GKeyFile   *file,
                  const char *word,
                  SheafDate   on)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; groups[i] != NULL; i++)
    if (begins_with (groups[i], word) && sheaf_dated_holds (file, groups[i], on))
      g_ptr_array_add (found, g_strdup (groups[i]));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}

char *
sheaf_dated_find (GKeyFile   *file,
                  const char *name,
                  SheafDate   on)
{
  g_auto (GStrv) groups = sheaf_dated_list (file, name, on);

  return g_strdup (groups[0]);
}

char *
sheaf_dated_title (GKeyFile   *file,
                   const char *group,
                   GError    **error)
{
  g_autofree char *key = g_strconcat ("title_", sheaf_language_current (), NULL);
  char            *title = g_key_file_get_string (file, group, key, NULL);

  if (title == NULL)
    title = g_key_file_get_string (file, group, "title", error);
  return title;
}
