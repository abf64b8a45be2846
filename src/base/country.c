/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of countries, as ICU keeps them for each language. */
#include "base/country.h"

#include "base/text.h"

#include <string.h>
#include <unicode/uloc.h>

static gboolean
is_code (const char *text)
{
  return strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);
}

char *
sheaf_country_name (const char *text,
                    const char *language)
{
  g_autofree char *upper = NULL;
  g_autofree char *locale = NULL;
  UChar            name[100];
  UErrorCode       status = U_ZERO_ERROR;
  int32_t          length;

  if (text == NULL || !is_code (text))
    return g_strdup (text == NULL ? "" : text);
  upper = g_ascii_strup (text, -1);
  locale = g_strdup_printf ("und_%s", upper);
  length = uloc_getDisplayCountry (locale, language, name, G_N_ELEMENTS (name), &status);
  return U_SUCCESS (status) && length > 0
             ? g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL)
             : g_strdup (text);
}

/* Without accents, capitals and blanks. */
static char *
fold (const char *text)
{
  char *folded = sheaf_text_fold (text);
  char *end = folded;

  for (const char *c = folded; *c != '\0'; c++)
    if (!g_ascii_isspace (*c) && *c != '-')
      *end++ = *c;
  *end = '\0';
  return folded;
}

gboolean
sheaf_country_is (const char *text,
                  const char *code)
{
  static const char *const languages[] = { "vi", "fr", "en" };
  g_autofree char         *written = NULL;

  g_return_val_if_fail (code != NULL, FALSE);
  if (text == NULL)
    return FALSE;
  written = fold (text);
  if (g_ascii_strcasecmp (written, code) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = sheaf_country_name (code, languages[i]);
      g_autofree char *folded = fold (name);

      if (strcmp (written, folded) == 0)
        return TRUE;
    }
  return FALSE;
}
