/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words hold letters and digits only, so that nothing typed is syntax to the index. */
#include "ledger/search-words.h"

#include "base/text.h"

#include <string.h>

/* A counter has at most so many digits in a number; automatic ones have five. */
#define NUMBER_DIGITS 8

static void
free_word (gpointer data)
{
  SheafSearchWord *word = data;

  g_free (word->text);
  g_free (word->amount);
  g_strfreev (word->parts);
  g_free (word);
}

void
sheaf_search_words_free (SheafSearchWords *words)
{
  if (words == NULL)
    return;
  g_ptr_array_unref (words->words);
  g_free (words);
}

/* As the index parts words; scripts beyond the basic plane are known to it only in part. */
static gboolean
is_part_of_word (gunichar letter)
{
  return letter <= 0xFFFF && g_unichar_isalnum (letter);
}

/* Letters and digits of a folded text, run by run. */
static char **
split_runs (const char *folded)
{
  g_autoptr (GStrvBuilder) runs = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gboolean in_run = *at != '\0' && is_part_of_word (g_utf8_get_char (at));

      if (in_run && start == NULL)
        start = at;
      else if (!in_run && start != NULL)
        {
          g_autofree char *run = g_strndup (start, (gsize) (at - start));

          g_strv_builder_add (runs, run);
          start = NULL;
        }
      if (*at == '\0')
        return g_strv_builder_end (runs);
    }
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* A day as people or files write it. */
static gboolean
read_day (char     **parts,
          SheafDate *ret_day)
{
  g_autofree char *text = NULL;
  gint64           numbers[3];
  gboolean         year_first;

  if (g_strv_length (parts) != 3)
    return FALSE;
  year_first = strlen (parts[0]) == 4;
  for (guint i = 0; i < 3; i++)
    {
      if (!is_digits (parts[i]) || strlen (parts[i]) > (i == (year_first ? 0 : 2) ? 4 : 2))
        return FALSE;
      numbers[i] = g_ascii_strtoll (parts[i], NULL, 10);
    }
  text = g_strdup_printf ("%04d-%02d-%02d", (int) numbers[year_first ? 0 : 2], (int) numbers[1],
                          (int) numbers[year_first ? 2 : 0]);
  return sheaf_date_parse (text, ret_day, NULL);
}

/* Digits in groups of three, all parted by the same sign: "1.500.000". */
static gboolean
is_grouped (const char *piece,
            char      **parts)
{
  const char      *sign = strpbrk (piece, ".,'_");
  g_autofree char *joined = NULL;

  if (sign == NULL || parts[1] == NULL || !is_digits (parts[0]) || strlen (parts[0]) > 3)
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++)
    if (strlen (parts[i]) != 3 || !is_digits (parts[i]))
      return FALSE;
  joined = g_strjoinv (((const char[]){ *sign, '\0' }), parts);
  return strstr (piece, joined) != NULL;
}

static void
add_piece (SheafSearchWords *words,
           const char       *piece)
{
  g_auto (GStrv) parts = split_runs (piece);
  SheafDate        day;
  SheafSearchWord *word;

  if (parts[0] == NULL)
    return;
  if (read_day (parts, &day))
    {
      if (sheaf_date_is_none (words->from) || sheaf_date_cmp (day, words->from) < 0)
        words->from = day;
      if (sheaf_date_is_none (words->to) || sheaf_date_cmp (day, words->to) > 0)
        words->to = day;
      return;
    }
  if (is_grouped (piece, parts))
    {
      word = g_new0 (SheafSearchWord, 1);
      word->amount = g_strjoinv ("", parts);
      word->parts = g_steal_pointer (&parts);
      g_ptr_array_add (words->words, word);
      return;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      word = g_new0 (SheafSearchWord, 1);
      word->text = g_strdup (parts[i]);
      g_ptr_array_add (words->words, word);
    }
}

/* The blanks that printed figures are grouped by become points, the signs of money fall away. */
static char *
mend_figures (const char *text)
{
  GString *mended = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean between = at > text && g_ascii_isdigit (at[-1]);
      char     next = *g_utf8_next_char (at);

      if ((letter == 0x00A0 || letter == 0x202F) && between && g_ascii_isdigit (next))
        g_string_append_c (mended, '.');
      else if ((letter == 0x20AB || letter == 0x0111 || letter == 0x0110) && between &&
               !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at))))
        g_string_append_c (mended, ' ');
      else
        g_string_append_unichar (mended, letter);
    }
  return g_string_free (mended, FALSE);
}

SheafSearchWords *
sheaf_search_words_parse (const char *text)
{
  SheafSearchWords *words = g_new0 (SheafSearchWords, 1);
  g_autofree char  *clean = sheaf_text_clean (text, -1);
  g_autofree char  *mended = NULL;
  g_autofree char  *folded = NULL;
  g_auto (GStrv) pieces = NULL;

  *words = (SheafSearchWords){ .words = g_ptr_array_new_with_free_func (free_word),
                               .from = SHEAF_DATE_NONE,
                               .to = SHEAF_DATE_NONE };
  if (clean == NULL)
    return words;
  mended = mend_figures (clean);
  folded = sheaf_text_fold (mended);
  pieces = g_strsplit (folded, " ", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    add_piece (words, pieces[i]);
  return words;
}

gboolean
sheaf_search_words_is_empty (const SheafSearchWords *words)
{
  return words->words->len == 0 && sheaf_date_is_none (words->from);
}

static gboolean
begins_one (char      **runs,
            const char *start)
{
  for (guint i = 0; runs[i] != NULL; i++)
    if (g_str_has_prefix (runs[i], start))
      return TRUE;
  return FALSE;
}

static gboolean
word_matches (const SheafSearchWord *word,
              char                 **runs)
{
  if (word->text != NULL)
    return begins_one (runs, word->text);
  if (begins_one (runs, word->amount))
    return TRUE;
  for (guint i = 0; word->parts[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) runs, word->parts[i]))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_search_words_match (const SheafSearchWords *words,
                          const char             *text)
{
  g_autofree char *folded = sheaf_text_fold (text);
  g_auto (GStrv) runs = split_runs (folded);

  for (guint i = 0; i < words->words->len; i++)
    if (!word_matches (words->words->pdata[i], runs))
      return FALSE;
  return TRUE;
}

/* Adds every number of the prefix whose counter is the digits: PT12, PT012, … */
static void
append_numbers (GString    *match,
                const char *prefix,
                const char *digits)
{
  while (*digits == '0')
    digits++;
  for (gsize width = strlen (digits); *digits != '\0' && width <= NUMBER_DIGITS; width++)
    {
      g_string_append_printf (match, "%s\"%s", match->len > 0 ? " OR " : "", prefix);
      for (gsize i = strlen (digits); i < width; i++)
        g_string_append_c (match, '0');
      g_string_append_printf (match, "%s\"", digits);
    }
}

/* Every number that a word may mean: digits for any kind, "pt12" for its own. */
static char *
numbers_of (const char        *text,
            const char *const *prefixes)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; prefixes != NULL && prefixes[i] != NULL; i++)
    {
      g_autofree char *folded = sheaf_text_fold (prefixes[i]);
      g_auto (GStrv) runs = split_runs (folded);
      const char *prefix = runs[0] != NULL && strcmp (runs[0], folded) == 0 ? folded : "";

      /* The index parts a prefix with signs from its counter. */
      if (is_digits (text))
        append_numbers (match, prefix, text);
      else if (*prefix != '\0' && g_str_has_prefix (text, prefix) &&
               is_digits (text + strlen (prefix)))
        append_numbers (match, prefix, text + strlen (prefix));
    }
  return g_string_free (match, FALSE);
}

static void
append_word (GString               *match,
             const SheafSearchWord *word,
             const char *const     *prefixes)
{
  g_autofree char *numbers = NULL;

  g_string_append (match, match->len > 0 ? " AND (" : "(");
  if (word->text == NULL)
    {
      g_autofree char *parts = g_strjoinv ("\" AND \"", word->parts);

      g_string_append_printf (match, "\"%s\"* OR (\"%s\"))", word->amount, parts);
      return;
    }
  numbers = numbers_of (word->text, prefixes);
  g_string_append_printf (match, "\"%s\"*%s%s)", word->text, *numbers != '\0' ? " OR " : "",
                          numbers);
}

char *
sheaf_search_words_to_match (const SheafSearchWords *words,
                             const char *const      *prefixes)
{
  GString *match;

  if (words->words->len == 0)
    return NULL;
  match = g_string_new (NULL);
  for (guint i = 0; i < words->words->len; i++)
    append_word (match, words->words->pdata[i], prefixes);
  return g_string_free (match, FALSE);
}

char *
sheaf_search_words_to_number (const SheafSearchWords *words,
                              const char *const      *prefixes)
{
  const SheafSearchWord *first, *last;
  g_autofree char       *joined = NULL;
  g_autofree char       *numbers = NULL;

  if (words->words->len == 0 || words->words->len > 2)
    return NULL;
  first = words->words->pdata[0];
  last = words->words->pdata[words->words->len - 1];
  if (first->text == NULL || last->text == NULL)
    return NULL;
  if (words->words->len == 2 && (is_digits (first->text) || !is_digits (last->text)))
    return NULL;
  joined = g_strconcat (first->text, words->words->len == 2 ? last->text : NULL, NULL);
  numbers = numbers_of (joined, prefixes);
  return *numbers != '\0' ? g_steal_pointer (&numbers) : NULL;
}
