/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vietnamese arrives composed or decomposed, from keyboards, sheets and banks; everything is kept
 * in NFC. */
#include "base/text.h"

#include <string.h>

#define PIECE 1024 /* bytes of a long text that are composed together */

/* Plain ASCII is in NFC as it is: most fields of a file are, and normalising is dear. */
static gboolean
is_ascii (const char *text,
          gssize      length)
{
  gsize end = length < 0 ? strlen (text) : (gsize) length;

  for (gsize i = 0; i < end; i++)
    if ((guchar) text[i] >= 0x80 || text[i] == '\0')
      return FALSE;
  return TRUE;
}

/* Nothing joins on to what stands before but marks and the inner letters of Hangul syllables. */
static gboolean
stands_alone (gunichar letter)
{
  return !g_unichar_ismark (letter) && !(letter >= 0x1160 && letter <= 0x11ff);
}

/* Composed letter by letter (NFC). GLib moves the whole rest of the text at each composed letter,
 * so that a megabyte takes minutes: long text goes by pieces. */
static char *
compose (const char *text,
         gsize       length)
{
  const char *end = text + length;
  GString    *whole = g_string_sized_new (length + 1);

  while (text < end)
    {
      const char      *next = text + MIN (PIECE, (gsize) (end - text));
      g_autofree char *piece = NULL;

      while (next < end && ((*next & 0xc0) == 0x80 || !stands_alone (g_utf8_get_char (next))))
        next++;
      piece = g_utf8_normalize (text, next - text, G_NORMALIZE_NFC);
      g_string_append (whole, piece);
      text = next;
    }
  return g_string_free (whole, FALSE);
}

char *
sheaf_text_clean (const char *text,
                  gssize      length)
{
  g_autofree char *normal = NULL;

  if (text != NULL && is_ascii (text, length))
    return g_strstrip (length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length));
  if (text == NULL || !g_utf8_validate (text, length, NULL))
    return NULL;
  normal = compose (text, length < 0 ? strlen (text) : (gsize) length);
  return g_strdup (g_strstrip (normal));
}

static gunichar
plain_letter (gunichar c)
{
  if (c == 0x0111) /* đ */
    return 'd';
  if (c == 0x0110) /* Đ */
    return 'D';
  return c;
}

char *
sheaf_text_fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *split = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  GString         *folded = g_string_new (NULL);
  gboolean         blank = FALSE;

  if (split == NULL)
    return g_string_free (folded, FALSE);
  for (const char *c = split; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = plain_letter (g_utf8_get_char (c));

      if (g_unichar_ismark (letter))
        continue;
      if (g_unichar_isspace (letter))
        {
          blank = folded->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (folded, ' ');
      blank = FALSE;
      g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

gboolean
sheaf_text_has_words (const char  *text,
                      char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

char *
sheaf_text_unaccent (const char *text)
{
  g_autofree char *split = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString         *plain = g_string_new (NULL);

  if (split == NULL)
    return g_string_free (plain, FALSE);
  for (const char *c = split; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = plain_letter (g_utf8_get_char (c));

      if (g_unichar_isspace (letter))
        letter = ' ';
      if (letter == ' ' && (plain->len == 0 || plain->str[plain->len - 1] == ' '))
        continue;
      if (letter < 128 &&
          (g_ascii_isalnum ((char) letter) || strchr (" -._/", (int) letter) != NULL))
        g_string_append_c (plain, (char) letter);
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

char *
sheaf_text_capitalize (const char *text)
{
  const char      *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *capital = g_utf8_strup (text, rest - text);

  return g_strconcat (capital, rest, NULL);
}

gboolean
sheaf_text_is_code (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || g_utf8_strlen (text, -1) > 32)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isalnum (letter) && !(letter < 128 && strchr ("-._/", (int) letter) != NULL))
        return FALSE;
    }
  return TRUE;
}
