/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of sheets: at most 31 letters, some signs not allowed, each but once. */
#include "exchange/sheet-place.h"

#include <string.h>

#define LETTERS 31

/* Excel counts UTF-16 units; letters beyond the first plane are none of a code or a name here. */
static char *
clean_name (const char *wish)
{
  GString *name = g_string_new (NULL);
  glong    letters = 0;

  for (const char *c = wish; *c != '\0' && letters < LETTERS; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean bad = letter > 0xffff || letter < 0x20 ||
                     (letter < 0x80 && strchr ("[]:*?/\\'", (int) letter) != NULL);

      if (bad)
        g_string_append_c (name, '-');
      else
        g_string_append_unichar (name, letter);
      letters++;
    }
  g_strchug (name->str);
  name->len = strlen (name->str);
  /* a name that Excel keeps for itself */
  if (name->len == 0 || g_ascii_strcasecmp (name->str, "history") == 0)
    g_string_append_c (name, '-');
  return g_string_free (name, FALSE);
}

char *
sheaf_sheet_name (GHashTable *names,
                  const char *wish)
{
  g_autofree char *clean = clean_name (wish);
  g_autofree char *name = g_strdup (clean);

  for (guint n = 2;; n++)
    {
      g_autofree char *folded = g_utf8_casefold (name, -1);
      g_autofree char *suffix = g_strdup_printf (" (%u)", n);
      g_autofree char *begin = NULL;

      if (g_hash_table_add (names, g_steal_pointer (&folded)))
        return g_steal_pointer (&name);
      begin = g_utf8_substring (clean, 0,
                                MIN (g_utf8_strlen (clean, -1), LETTERS - (glong) strlen (suffix)));
      g_free (name);
      name = g_strconcat (begin, suffix, NULL);
    }
}
