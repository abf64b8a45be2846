/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A missing text must not be found out by a reader of the paper: what was asked for in vain is
 * remembered and reported. */
#include "documents/paper-texts.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "documents/error.h"

#include <string.h>

struct _SheafPaperTexts
{
  char       *path;
  GKeyFile   *file;
  char       *currency;      /* its code */
  char       *currency_name; /* as texts call it */
  GHashTable *given;         /* texts handed out, freed with the rest */
  char       *missing;
};

SheafPaperTexts *
sheaf_paper_texts_load (const char *name,
                        GError    **error)
{
  g_autofree char *file_name = g_strdup_printf ("papers/%s.ini", name);
  g_autofree char *path = sheaf_paths_data (file_name);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) cause = NULL;
  SheafPaperTexts *texts;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &cause))
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA,
                   _ ("The texts of papers cannot be read from %s (%s): install Sheaf again"), path,
                   cause->message);
      return NULL;
    }
  texts = g_new0 (SheafPaperTexts, 1);
  texts->path = g_steal_pointer (&path);
  texts->file = g_steal_pointer (&file);
  texts->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sheaf_paper_texts_set_currency (texts, NULL);
  return texts;
}

void
sheaf_paper_texts_free (SheafPaperTexts *texts)
{
  if (texts == NULL)
    return;
  g_free (texts->path);
  g_free (texts->currency);
  g_free (texts->currency_name);
  g_key_file_unref (texts->file);
  g_hash_table_unref (texts->given);
  g_free (texts->missing);
  g_free (texts);
}

void
sheaf_paper_texts_set_currency (SheafPaperTexts *texts,
                                const char      *code)
{
  g_autofree char *own = g_key_file_get_string (texts->file, "currencies", "own", NULL);

  if (code == NULL)
    code = own != NULL ? own : "";
  g_free (texts->currency);
  g_free (texts->currency_name);
  texts->currency = g_strdup (code);
  texts->currency_name = g_key_file_get_string (texts->file, "currencies", code, NULL);
  if (texts->currency_name == NULL)
    texts->currency_name = g_strdup (code);
}

char *
sheaf_paper_texts_money (const SheafPaperTexts *texts,
                         SheafMoney             amount,
                         const char            *language)
{
  return sheaf_currency_format (amount.units, texts->currency, language);
}

guint
sheaf_paper_texts_decimals (const SheafPaperTexts *texts)
{
  return sheaf_currency_decimals (texts->currency);
}

/* Takes the text over. */
static char *
put_currency (const SheafPaperTexts *texts,
              char                  *text)
{
  GString *filled;

  if (text == NULL || strstr (text, "{currency}") == NULL)
    return text;
  filled = g_string_new (text);
  g_free (text);
  g_string_replace (filled, "{currency}", texts->currency_name, 0);
  return g_string_free (filled, FALSE);
}

const char *
sheaf_paper_texts_find (SheafPaperTexts *texts,
                        const char      *paper,
                        const char      *key)
{
  g_autofree char *place = g_strdup_printf ("[%s] %s", paper, key);
  char            *text = g_hash_table_lookup (texts->given, place);

  if (text != NULL)
    return text;
  text = put_currency (texts, g_key_file_get_string (texts->file, paper, key, NULL));
  if (text != NULL)
    g_hash_table_insert (texts->given, g_steal_pointer (&place), text);
  return text;
}

const char *
sheaf_paper_texts_get (SheafPaperTexts *texts,
                       const char      *paper,
                       const char      *key)
{
  const char *text = sheaf_paper_texts_find (texts, paper, key);

  if (text == NULL && texts->missing == NULL)
    texts->missing = g_strdup_printf ("[%s] %s", paper, key);
  return text != NULL ? text : "";
}

char **
sheaf_paper_texts_list (SheafPaperTexts *texts,
                        const char      *paper,
                        const char      *key)
{
  char **list = g_key_file_get_string_list (texts->file, paper, key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    list[i] = put_currency (texts, list[i]);
  if (list != NULL)
    return list;
  (void) sheaf_paper_texts_get (texts, paper, key); /* notes that it is missing */
  return g_new0 (char *, 1);
}

char *
sheaf_paper_texts_fill (SheafPaperTexts *texts,
                        const char      *paper,
                        const char      *key,
                        const char      *name,
                        ...)
{
  GString *text = g_string_new (sheaf_paper_texts_get (texts, paper, key));
  va_list  values;

  va_start (values, name);
  for (; name != NULL; name = va_arg (values, const char *))
    {
      const char      *value = va_arg (values, const char *);
      g_autofree char *place = g_strdup_printf ("{%s}", name);

      g_string_replace (text, place, value, 0);
    }
  va_end (values);
  return g_string_free (text, FALSE);
}

char *
sheaf_paper_texts_date (const char *pattern,
                        SheafDate   date)
{
  GString         *text = g_string_new (pattern);
  gboolean         open = sheaf_date_is_none (date);
  g_autofree char *day = open ? g_strdup ("…") : g_strdup_printf ("%02d", sheaf_date_day (date));
  g_autofree char *month = open ? g_strdup ("…")
                                : g_strdup_printf ("%02d", sheaf_date_month (date));
  g_autofree char *year = open ? g_strdup ("…") : g_strdup_printf ("%d", sheaf_date_year (date));

  g_string_replace (text, "{day}", day, 0);
  g_string_replace (text, "{month}", month, 0);
  g_string_replace (text, "{year}", year, 0);
  return g_string_free (text, FALSE);
}

gboolean
sheaf_paper_texts_check (SheafPaperTexts *texts,
                         GError         **error)
{
  if (texts->missing == NULL)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA,
               _ ("The file %s lacks the text %s: install Sheaf again"), texts->path,
               texts->missing);
  return FALSE;
}
