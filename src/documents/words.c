/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules are text for ICU's rule-based number formatter; only the choices of words between
 * people and the names of the currency are put in here. */
#include "documents/words.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "book/setting.h"
#include "documents/error.h"
#include "ledger/currency.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* The longest number of 19 digits takes about 300 letters in any of the languages. */
#define WORDS_MAX 2000
#define OPTIONS_MAX 64

#define SET_NAME_MAX 16

/* Sets of rules that every file of words has. */
#define MONEY "%money"         /* without a smaller unit, or with none of them */
#define WHOLE "%whole"         /* the same before the smaller units */
#define AND_CENTS "%and-cents" /* these, behind the word for "and" */
#define MINUS "%minus"         /* of 0: the word before an amount below zero */

struct _SheafWords
{
  char          *language;
  UNumberFormat *format;
  gint64         scale; /* smallest units in a whole one */
  const char    *set;   /* the rules that the formatter goes by now */
};

/* A file of words while it is read. */
typedef struct
{
  GStrv       options;
  guint64     used;     /* a bit for each option */
  const char *currency; /* whose names are taken, as the file calls it */
  GHashTable *words;
  GString    *rules;
} Reading;

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

static void
keep_word (Reading    *reading,
           const char *name,
           const char *text)
{
  g_hash_table_insert (reading->words, g_strdup (name), g_strdup (text));
}

/* "word NAME TEXT" and, where OPTION was asked for, "choice OPTION NAME TEXT" and, of the currency
 * at hand, "currency CODE NAME TEXT" into the table; rules are gathered. */
static void
read_line (Reading    *reading,
           const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 4);
  guint n = g_strv_length (parts);

  if (*line == '#' || *line == '\0')
    return;
  if (strcmp (parts[0], "word") == 0)
    {
      g_auto (GStrv) word = g_strsplit (line, " ", 3);

      keep_word (reading, word[1], word[2] != NULL ? word[2] : "");
    }
  else if (strcmp (parts[0], "currency") == 0)
    {
      if (n == 4 && strcmp (parts[1], reading->currency) == 0)
        keep_word (reading, parts[2], parts[3]);
    }
  else if (strcmp (parts[0], "choice") == 0)
    {
      for (guint i = 0; reading->options != NULL && reading->options[i] != NULL && n == 4; i++)
        if (strcmp (reading->options[i], parts[1]) == 0)
          {
            keep_word (reading, parts[2], parts[3]);
            reading->used |= G_GUINT64_CONSTANT (1) << (i % OPTIONS_MAX);
          }
    }
  else
    g_string_append_printf (reading->rules, "%s\n", line);
}

static void
put_word (GString    *rules,
          const char *name,
          const char *word)
{
  g_autofree char *place = g_strdup_printf ("{%s}", name);

  g_string_replace (rules, place, word, 0);
}

static void
put_words (Reading    *reading,
           const char *currency)
{
  GHashTableIter iter;
  gpointer       name, word;

  g_hash_table_iter_init (&iter, reading->words);
  while (g_hash_table_iter_next (&iter, &name, &word))
    put_word (reading->rules, name, word);
  put_word (reading->rules, "code", currency);
}

/* A currency that the file has no names for goes by its code: "other-2" has two decimals. */
static char *
name_currency (char      **lines,
               const char *currency)
{
  g_autofree char *start = g_strdup_printf ("currency %s ", currency);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return g_strdup (currency);
  return g_strdup_printf ("other-%u", sheaf_currency_decimals (currency));
}

static gboolean
check_options (const Reading *reading,
               GError       **error)
{
  for (guint i = 0; reading->options != NULL && reading->options[i] != NULL; i++)
    if (i >= OPTIONS_MAX || (reading->used >> i & 1) == 0)
      return fail (error,
                   _ ("“%s” is no choice for amounts in words, leave it out of the settings"),
                   reading->options[i]);
  return TRUE;
}

static char *
load_rules (const char *language,
            const char *currency,
            const char *option_text,
            GError    **error)
{
  g_autofree char *file = g_strdup_printf ("words/%s.txt", language);
  g_autofree char *path = sheaf_paths_data (file);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) options = option_text != NULL && *option_text != '\0'
                               ? g_strsplit (option_text, ",", -1)
                               : NULL;
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) rules = g_string_new (NULL);
  Reading reading = { .options = options, .words = words, .rules = rules };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return fail (error,
                 _ ("Amounts cannot be written in words: the file %s is missing, install Sheaf "
                    "again"),
                 path),
           NULL;
  lines = g_strsplit (text, "\n", -1);
  name = name_currency (lines, currency);
  reading.currency = name;
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reading, lines[i]);
  if (!check_options (&reading, error))
    return NULL;
  put_words (&reading, currency);
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
  return U_SUCCESS (status) ? format : NULL;
}

SheafWords *
sheaf_words_new (const char *language,
                 const char *currency,
                 const char *options,
                 GError    **error)
{
  g_autofree char *rules = NULL;
  UNumberFormat   *format;
  SheafWords      *words;

  g_return_val_if_fail (language != NULL, NULL);
  if (currency == NULL)
    currency = "";
  rules = load_rules (language, currency, options, error);
  if (rules == NULL)
    return NULL;
  format = open_rules (rules, language);
  if (format == NULL)
    return fail (error,
                 _ ("The rules for amounts in words in “%s” cannot be read, install Sheaf again"),
                 language),
           NULL;
  words = g_new0 (SheafWords, 1);
  words->language = g_strdup (language);
  words->format = format;
  words->scale = 1;
  for (guint i = sheaf_currency_decimals (currency); i > 0; i--)
    words->scale *= 10;
  return words;
}

SheafWords *
sheaf_words_of_book (SheafBook  *book,
                     const char *language,
                     GError    **error)
{
  g_autofree char *currency = sheaf_currency_home (book);
  g_autofree char *options = sheaf_setting_find (book, "word-options");

  return sheaf_words_new (language, currency, strcmp (language, "vi") == 0 ? options : NULL,
                          error);
}

void
sheaf_words_free (SheafWords *words)
{
  if (words == NULL)
    return;
  unum_close (words->format);
  g_free (words->language);
  g_free (words);
}

/* Adds a number in words by one of the sets of rules; FALSE when these have nothing to say. */
static gboolean
add_number (SheafWords *words,
            const char *set,
            gint64      number,
            GString    *text)
{
  UErrorCode       status = U_ZERO_ERROR;
  UChar            name[SET_NAME_MAX];
  UChar            wide[WORDS_MAX];
  g_autofree char *said = NULL;

  if (words->set == NULL || strcmp (words->set, set) != 0)
    {
      u_uastrncpy (name, set, SET_NAME_MAX);
      unum_setTextAttribute (words->format, UNUM_DEFAULT_RULESET, name, -1, &status);
      words->set = set;
    }
  (void) unum_formatInt64 (words->format, number, wide, WORDS_MAX, NULL, &status);
  if (U_SUCCESS (status))
    said = g_utf16_to_utf8 ((const gunichar2 *) wide, -1, NULL, NULL, NULL);
  if (said == NULL || *said == '\0')
    {
      words->set = NULL;
      return FALSE;
    }
  g_string_append (text, said);
  return TRUE;
}

static char *
capitalise (const char *text)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
sheaf_words_amount (SheafWords *words,
                    SheafMoney  amount,
                    GError    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64   whole, rest;
  gboolean said = TRUE;

  g_return_val_if_fail (words != NULL && amount.units != G_MININT64, NULL);
  whole = ABS (amount.units) / words->scale;
  rest = ABS (amount.units) % words->scale;
  if (amount.units < 0)
    {
      said = add_number (words, MINUS, 0, text);
      g_string_append_c (text, ' ');
    }
  said = said && add_number (words, rest == 0 ? MONEY : WHOLE, whole, text) &&
         (rest == 0 || add_number (words, AND_CENTS, rest, text));
  if (!said)
    return fail (error,
                 _ ("The rules for amounts in words in “%s” gave nothing, install Sheaf again"),
                 words->language),
           NULL;
  return capitalise (text->str);
}
