/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules are text for ICU's rule-based number formatter; only the choices of words between
 * people are put in here. */
#include "documents/words.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "documents/error.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* The longest number of 19 digits takes about 300 letters in any of the languages. */
#define WORDS_MAX 2000
#define OPTIONS_MAX 64

static const UChar RULE_SET[] = { '%', 'm', 'o', 'n', 'e', 'y', 0 };

static gboolean
fail (GError    **error,
      const char *sentence,
      const char *what)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA, "%s%s%s", parts[0], what,
               parts[1]);
  return FALSE;
}

/* "word NAME TEXT" and, where OPTION was asked for, "choice OPTION NAME TEXT" into the table; rules
 * are gathered. */
static void
read_line (const char *line,
           GStrv       options,
           guint64    *used,
           GHashTable *words,
           GString    *rules)
{
  if (*line == '#' || *line == '\0')
    return;
  if (g_str_has_prefix (line, "word "))
    {
      g_auto (GStrv) parts = g_strsplit (line, " ", 3);

      g_hash_table_insert (words, g_strdup (parts[1]), g_strdup (parts[2] != NULL ? parts[2] : ""));
    }
  else if (g_str_has_prefix (line, "choice "))
    {
      g_auto (GStrv) parts = g_strsplit (line, " ", 4);

      for (guint i = 0; options != NULL && options[i] != NULL && g_strv_length (parts) == 4; i++)
        if (g_strcmp0 (options[i], parts[1]) == 0)
          {
            g_hash_table_insert (words, g_strdup (parts[2]), g_strdup (parts[3]));
            *used |= G_GUINT64_CONSTANT (1) << (i % OPTIONS_MAX);
          }
    }
  else
    g_string_append_printf (rules, "%s\n", line);
}

static void
put_words (GString    *rules,
           GHashTable *words)
{
  GHashTableIter iter;
  gpointer       name, word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &name, &word))
    {
      g_autofree char *place = g_strdup_printf ("{%s}", (const char *) name);

      g_string_replace (rules, place, word, 0);
    }
}

static char *
load_rules (const char *language,
            const char *option_text,
            GError    **error)
{
  g_autofree char *name = g_strdup_printf ("words/%s.txt", language);
  g_autofree char *path = sheaf_paths_data (name);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) options = option_text != NULL && *option_text != '\0'
                               ? g_strsplit (option_text, ",", -1)
                               : NULL;
  guint64 used = 0; /* a bit for each option */
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) rules = g_string_new (NULL);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return fail (error,
                 _ ("Amounts cannot be written in words: the file %s is missing, install Sheaf "
                    "again"),
                 path),
           NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (lines[i], options, &used, words, rules);
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    if (i >= OPTIONS_MAX || (used >> i & 1) == 0)
      return fail (error,
                   _ ("“%s” is no choice for amounts in words, leave it out of the settings"),
                   options[i]),
             NULL;
  put_words (rules, words);
  return g_strdup (rules->str);
}

static UNumberFormat *
open_rules (const char *rules,
            const char *language)
{
  UErrorCode            status = U_ZERO_ERROR;
  UParseError           place;
  UNumberFormat        *format;
  glong                 length = 0;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (rules, -1, NULL, &length, NULL);

  if (wide == NULL)
    return NULL;
  format = unum_open (UNUM_PATTERN_RULEBASED, (const UChar *) wide, (int32_t) length, language,
                      &place, &status);
  if (U_FAILURE (status))
    return NULL;
  unum_setTextAttribute (format, UNUM_DEFAULT_RULESET, RULE_SET, -1, &status);
  if (U_SUCCESS (status))
    return format;
  unum_close (format);
  return NULL;
}

static char *
capitalise (const char *text)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
sheaf_words_amount (SheafMoney  amount,
                    const char *language,
                    const char *options,
                    GError    **error)
{
  g_autofree char *rules = NULL;
  g_autofree char *text = NULL;
  UNumberFormat   *format;
  UErrorCode       status = U_ZERO_ERROR;
  UChar            wide[WORDS_MAX];

  g_return_val_if_fail (language != NULL, NULL);
  rules = load_rules (language, options, error);
  if (rules == NULL)
    return NULL;
  format = open_rules (rules, language);
  if (format == NULL)
    return fail (error,
                 _ ("The rules for amounts in words in “%s” cannot be read, install Sheaf again"),
                 language),
           NULL;
  (void) unum_formatInt64 (format, amount.units, wide, WORDS_MAX, NULL, &status);
  unum_close (format);
  if (U_SUCCESS (status))
    text = g_utf16_to_utf8 ((const gunichar2 *) wide, -1, NULL, NULL, NULL);
  if (text == NULL || *text == '\0')
    return fail (error,
                 _ ("The rules for amounts in words in “%s” gave nothing, install Sheaf again"),
                 language),
           NULL;
  return capitalise (text);
}
