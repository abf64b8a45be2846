/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A millionth is a ten-thousandth of a percent. */
#include "base/percent.h"

#include "base/number.h"

#define DECIMALS 4

char *
sheaf_percent_sign (const char *figure,
                    const char *language)
{
  gboolean close = language == NULL || g_str_has_prefix (language, "en");

  return g_strconcat (figure, close ? "%" : "\u00a0%", NULL);
}

char *
sheaf_percent_format (SheafRate   rate,
                      const char *language)
{
  g_autofree char *figure = sheaf_number_format (rate.millionths, DECIMALS, language);

  return sheaf_percent_sign (figure, language);
}
