/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimal text to scaled integers and back, without locale and without floating point. */
#include "base/number.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

/* The sentence has one %s, where the text is shown. */
static gboolean
fail (const char *text,
      const char *why,
      GError    **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 40));
  g_auto (GStrv) parts = g_strsplit (why, "%s", 2);

  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID, "%s%s%s", parts[0], shown,
               parts[1]);
  return FALSE;
}

gboolean
sheaf_number_parse (const char *text,
                    guint       decimals,
                    gint64     *ret_value,
                    GError    **error)
{
  gint64   value = 0;
  guint    digits = 0, fraction = 0;
  gboolean point = FALSE;

  g_return_val_if_fail (text != NULL && decimals <= 6, FALSE);
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '.' && decimals > 0 && !point && digits > 0)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*c))
        return fail (text,
                     decimals == 0 ? _ ("“%s” is not a whole number, write digits only")
                                   : _ ("“%s” is not a number, write digits with a decimal point"),
                     error);
      if (point && ++fraction > decimals)
        return fail (text, _ ("“%s” has too many decimals, shorten it"), error);
      if (value > G_GINT64_CONSTANT (99999999999999999))
        return fail (text, _ ("“%s” is too large, at most 18 digits are kept"), error);
      value = value * 10 + (*c - '0');
      digits++;
    }
  if (digits == 0 || (point && fraction == 0))
    return fail (text, _ ("“%s” is not a number, write digits"), error);
  for (; fraction < decimals; fraction++)
    {
      if (value > G_GINT64_CONSTANT (99999999999999999))
        return fail (text, _ ("“%s” is too large, at most 18 digits are kept"), error);
      value *= 10;
    }
  *ret_value = value;
  return TRUE;
}

static char *
write_number (gint64      value,
              guint       decimals,
              const char *group,
              const char *point)
{
  g_autofree char *digits = NULL;
  GString         *text = g_string_new (NULL);
  guint64          magnitude = value < 0 ? (guint64) 0 - (guint64) value : (guint64) value;
  gsize            whole;

  digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  whole = strlen (digits) - decimals;
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    {
      gsize end = strlen (digits);

      while (end > whole && digits[end - 1] == '0')
        end--;
      if (end > whole)
        {
          g_string_append (text, point);
          g_string_append_len (text, digits + whole, (gssize) (end - whole));
        }
    }
  return g_string_free (text, FALSE);
}

char *
sheaf_number_to_text (gint64 value,
                      guint  decimals)
{
  g_autofree char *magnitude = write_number (value, decimals, "", ".");

  return g_strconcat (value < 0 ? "-" : "", magnitude, NULL);
}

char *
sheaf_number_format (gint64      value,
                     guint       decimals,
                     const char *language)
{
  g_autofree char *magnitude = NULL;
  const char      *group = ",", *point = ".";

  if (language != NULL && g_str_has_prefix (language, "vi"))
    group = ".", point = ",";
  else if (language != NULL && g_str_has_prefix (language, "fr"))
    group = "\u00a0", point = ",";
  magnitude = write_number (value, decimals, group, point);
  return value < 0 ? g_strconcat ("(", magnitude, ")", NULL) : g_steal_pointer (&magnitude);
}

char *
sheaf_number_short (gint64      value,
                    const char *language)
{
  static const struct
  {
    gint64      size;
    const char *words[3]; /* vi, fr, others */
  } sizes[] = {
    { 1000000000, { " tỷ", "\u00a0Md", " bn" } },
    { 1000000, { " tr", "\u00a0M", " m" } },
    { 1000, { " ng", "\u00a0k", " k" } },
  };
  guint place = 2;

  if (language != NULL && g_str_has_prefix (language, "vi"))
    place = 0;
  else if (language != NULL && g_str_has_prefix (language, "fr"))
    place = 1;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (value / sizes[i].size != 0)
      {
        gint64           whole = value / sizes[i].size;
        gint64           tenth = value % sizes[i].size / (sizes[i].size / 10);
        g_autofree char *number = sheaf_number_format (whole * 10 + tenth, 1, language);

        return g_strconcat (number, sizes[i].words[place], NULL);
      }
  return sheaf_number_format (value, 0, language);
}
