/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign that parts three digits is the language's grouping; the other sign begins decimals. */
#include "app/rate-text.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/number.h"

#include <string.h>

#define DECIMALS 6

/* TRUE when every group sign is followed by exactly three digits. */
static gboolean
is_grouped (const char *text,
            char        group)
{
  for (const char *sign = strchr (text, group); sign != NULL; sign = strchr (sign + 1, group))
    if (!g_ascii_isdigit (sign[1]) || !g_ascii_isdigit (sign[2]) || !g_ascii_isdigit (sign[3]) ||
        g_ascii_isdigit (sign[4]))
      return FALSE;
  return TRUE;
}

/* Without blanks, decimals behind a point. */
static char *
normalise (const char *text,
           const char *language)
{
  char     group = g_str_has_prefix (language, "vi") ? '.' : ',';
  char     decimal = group == '.' ? ',' : '.';
  GString *plain = g_string_new (NULL);
  gboolean grouped;

  /* French groups by blanks and writes a decimal comma. */
  if (g_str_has_prefix (language, "fr"))
    {
      group = '.';
      decimal = ',';
    }
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  grouped = is_grouped (plain->str, group);
  for (gsize i = 0; i < plain->len;)
    if (plain->str[i] == group && grouped)
      g_string_erase (plain, (gssize) i, 1);
    else
      {
        if (plain->str[i] == decimal || plain->str[i] == group)
          plain->str[i] = '.';
        i++;
      }
  return g_string_free (plain, FALSE);
}

gboolean
sheaf_rate_text_parse (const char *text,
                       const char *language,
                       gint64     *ret_rate,
                       GError    **error)
{
  g_autofree char *plain = normalise (text, language);
  gint64           rate = 0;

  if (*plain != '\0' && !sheaf_number_parse (plain, DECIMALS, &rate, NULL))
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
                   _ ("“%s” is not a rate of exchange: type what one unit costs, such as 25400"),
                   text);
      return FALSE;
    }
  *ret_rate = rate;
  return TRUE;
}

char *
sheaf_rate_text_format (gint64      rate,
                        const char *language)
{
  guint decimals = DECIMALS;

  if (rate == 0)
    return g_strdup ("");
  while (decimals > 0 && rate % 10 == 0)
    {
      rate /= 10;
      decimals--;
    }
  return sheaf_number_format (rate, decimals, language);
}
