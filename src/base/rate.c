/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a rate. */
#include "base/rate.h"

#include "base/number.h"

gboolean
sheaf_rate_parse (const char *text,
                  SheafRate  *ret_rate,
                  GError    **error)
{
  return sheaf_number_parse (text, 6, &ret_rate->millionths, error);
}

char *
sheaf_rate_to_text (SheafRate rate)
{
  return sheaf_number_to_text (rate.millionths, 6);
}
