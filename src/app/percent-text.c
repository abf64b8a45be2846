/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A millionth is a ten-thousandth of a percent. */
#include "app/percent-text.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"

#include <string.h>

#define DECIMALS 4
#define WHOLE 1000000

gboolean
sheaf_percent_text_parse (const char *text,
                          SheafRate  *ret_rate,
                          GError    **error)
{
  g_autofree char *plain = g_strdup (text);
  gint64           value;

  g_strdelimit (plain, "%", ' ');
  g_strdelimit (plain, ",", '.');
  g_strstrip (plain);
  if (!sheaf_number_parse (plain, DECIMALS, &value, NULL) || value > WHOLE)
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
                   _ ("“%s” is not a rate: type a percentage from 0 to 100, such as 7,5"), text);
      return FALSE;
    }
  *ret_rate = SHEAF_RATE (value);
  return TRUE;
}

char *
sheaf_percent_text_format (SheafRate rate)
{
  char *text = sheaf_number_to_text (rate.millionths, DECIMALS);

  return strcmp (sheaf_language_current (), "en") == 0 ? text : g_strdelimit (text, ".", ',');
}
