/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the pattern once. */
#include "base/serial.h"

#include <string.h>

#define LONGEST 30

/* The counter's least digits by what stands in the braces; 0 when it is no counter. */
static int
read_digits (const char *word,
             gsize       length)
{
  if (length == 1 && word[0] == 'n')
    return 1;
  if (length == 3 && g_str_has_prefix (word, "n:") && word[2] >= '1' && word[2] <= '9')
    return word[2] - '0';
  return 0;
}

/* What stands between the braces; FALSE when it is no word of patterns. */
static gboolean
append_word (GString    *text,
             const char *word,
             gsize       length,
             gint64      counter,
             int         year,
             guint      *counters)
{
  int digits = read_digits (word, length);

  if (digits > 0)
    {
      g_string_append_printf (text, "%0*" G_GINT64_FORMAT, digits, counter);
      (*counters)++;
    }
  else if (length == strlen ("year") && strncmp (word, "year", length) == 0)
    g_string_append_printf (text, "%d", year);
  else
    return FALSE;
  return TRUE;
}

char *
sheaf_serial_format (const char *pattern,
                     gint64      counter,
                     int         year)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint counters = 0;

  g_return_val_if_fail (pattern != NULL, NULL);
  if (!g_utf8_validate (pattern, -1, NULL) || g_utf8_strlen (pattern, -1) > LONGEST)
    return NULL;
  for (const char *p = pattern; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (*p == '}' || (*p == '{' && end == NULL) || g_ascii_iscntrl (*p))
        return NULL;
      if (end == NULL)
        g_string_append_c (text, *p);
      else if (!append_word (text, p + 1, (gsize) (end - p - 1), counter, year, &counters))
        return NULL;
      if (end != NULL)
        p = end;
    }
  return counters == 1 ? g_strdup (text->str) : NULL;
}

/* The pattern's part with the year put in. Free with g_free. */
static char *
fill_year (const char *part,
           gsize       length,
           int         year)
{
  GString         *text = g_string_new_len (part, (gssize) length);
  g_autofree char *digits = g_strdup_printf ("%d", year);

  g_string_replace (text, "{year}", digits, 0);
  return g_string_free (text, FALSE);
}

gint64
sheaf_serial_read (const char *pattern,
                   const char *number,
                   int         year)
{
  const char      *open;
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  gsize            length, around;

  g_return_val_if_fail (pattern != NULL && number != NULL, 0);
  open = strstr (pattern, "{n");
  if (open == NULL || strchr (open, '}') == NULL)
    return 0;
  before = fill_year (pattern, (gsize) (open - pattern), year);
  behind = fill_year (strchr (open, '}') + 1, strlen (strchr (open, '}') + 1), year);
  length = strlen (number);
  around = strlen (before) + strlen (behind);
  if (length <= around || length - around > 15 || !g_str_has_prefix (number, before) ||
      !g_str_has_suffix (number, behind) ||
      strspn (number + strlen (before), "0123456789") < length - around)
    return 0;
  return g_ascii_strtoll (number + strlen (before), NULL, 10);
}
