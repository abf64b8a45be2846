/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words around forms and books. */
#include "statements/words.h"

#include "base/i18n.h"
#include "base/language.h"
#include "statements/error.h"

GKeyFile *
sheaf_words_parse (const char *text,
                   const char *file,
                   GError    **error)
{
  g_autoptr (GKeyFile) words = g_key_file_new ();
  g_autoptr (GError) reason = NULL;

  g_key_file_set_list_separator (words, '|');
  if (!g_key_file_load_from_data (words, text, (gsize) -1, G_KEY_FILE_NONE, &reason))
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s cannot be read: %s"), file, reason->message);
      return NULL;
    }
  return g_steal_pointer (&words);
}

char *
sheaf_words_text (GKeyFile   *words,
                  const char *key,
                  const char *language)
{
  g_autofree char *own = g_strdup_printf ("%s_%s", key, language);
  g_autofree char *vietnamese = g_strdup_printf ("%s_vi", key);
  char            *text = g_key_file_get_string (words, "text", own, NULL);

  if (text == NULL)
    text = g_key_file_get_string (words, "text", vietnamese, NULL);
  return text;
}

char **
sheaf_words_list (GKeyFile   *words,
                  const char *key,
                  const char *language)
{
  g_autofree char *own = g_strdup_printf ("%s_%s", key, language);
  g_autofree char *vietnamese = g_strdup_printf ("%s_vi", key);
  const char      *keys[] = { own, vietnamese, key };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      char **list = g_key_file_get_string_list (words, "text", keys[i], NULL, NULL);

      if (list != NULL)
        return list;
    }
  return g_new0 (char *, 1);
}

char *
sheaf_words_fill (const char *text,
                  SheafDate   from,
                  SheafDate   to,
                  const char *language)
{
  g_autoptr (GString) filled = NULL;
  g_autofree char *day = g_strdup_printf ("%02d", sheaf_date_day (to));
  g_autofree char *month = g_strdup_printf ("%02d", sheaf_date_month (to));
  g_autofree char *year = g_strdup_printf ("%d", sheaf_date_year (to));
  g_autofree char *first = sheaf_date_format (from, language);
  g_autofree char *last = sheaf_date_format (to, language);

  if (text == NULL)
    return NULL;
  filled = g_string_new (text);
  g_string_replace (filled, "{day}", day, 0);
  g_string_replace (filled, "{month}", month, 0);
  g_string_replace (filled, "{year}", year, 0);
  g_string_replace (filled, "{from}", first, 0);
  g_string_replace (filled, "{to}", last, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

char *
sheaf_words_figure (SheafMoney amount)
{
  return sheaf_money_format (amount, sheaf_language_current ());
}

char *
sheaf_words_date (SheafDate day)
{
  return sheaf_date_format (day, sheaf_language_current ());
}
