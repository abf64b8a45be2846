/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Year and code are never cut as long as there is room for them. */
#include "payouts/transfer-text.h"

#include "base/text.h"
#include "distribution/draft.h"

#include <string.h>

char *
sheaf_transfer_clean (const char *text)
{
  g_autofree char *plain = sheaf_text_unaccent (text);
  GString         *words = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (words, *at);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

/* Cuts whole words off the end until no more than this is left. */
static void
cut_words (char *words,
           gsize most)
{
  while (strlen (words) > most)
    {
      char *blank = strrchr (words, ' ');

      if (blank == NULL)
        blank = words;
      *blank = '\0';
    }
}

char *
sheaf_transfer_text (const SheafLaw *law,
                     int             year,
                     const char     *member,
                     gsize           most)
{
  g_autofree char *year_text = sheaf_plan_code (year);
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  g_autofree char *code = NULL;
  g_autofree char *head = NULL;
  g_autofree char *words = NULL;
  gsize            kept;

  g_return_val_if_fail (law != NULL && member != NULL && most > 0, NULL);
  whole = sheaf_law_text (law, "transfer", "year", year_text, "member", member, NULL);
  text = sheaf_transfer_clean (whole);
  if (strlen (text) <= most)
    return g_steal_pointer (&text);
  code = sheaf_transfer_clean (member);
  if (strlen (code) > most)
    return sheaf_transfer_clean (code + strlen (code) - most); /* it may begin with a blank now */
  kept = strlen (year_text) + 1 + strlen (code);
  if (kept > most)
    return g_steal_pointer (&code);
  head = sheaf_law_text (law, "transfer", "year", "", "member", "", NULL);
  words = sheaf_transfer_clean (head);
  cut_words (words, most > kept ? most - kept - 1 : 0);
  return g_strjoin (" ", *words != '\0' ? words : year_text, *words != '\0' ? year_text : code,
                    *words != '\0' ? code : NULL, NULL);
}
