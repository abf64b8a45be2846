/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of profits and pools; weights as text. */
#include "distribution/pool.h"

static const char *const side_names[SHEAF_SIDES] = { "internal", "external" };
const char *const        sheaf_pool_words[] = { "use", "labour", "capital", "equal", NULL };

static const char *const full_names[SHEAF_SIDES][SHEAF_POOLS] = {
  { "internal-use", "internal-labour", "internal-capital", "internal-equal" },
  { "external-use", "external-labour", "external-capital", "external-equal" },
};

const char *
sheaf_side_to_text (SheafSide side)
{
  return side_names[side];
}

const char *
sheaf_pool_to_text (SheafPool pool)
{
  return sheaf_pool_words[pool];
}

const char *
sheaf_pool_name (SheafSide side,
                 SheafPool pool)
{
  return full_names[side][pool];
}

char *
sheaf_weight_to_text (SheafWeight weight)
{
  char  digits[40];
  gsize at = sizeof digits;

  digits[--at] = '\0';
  do
    {
      digits[--at] = (char) ('0' + (int) (weight % 10));
      weight /= 10;
    }
  while (weight != 0);
  return g_strdup (digits + at);
}

gboolean
sheaf_weight_from_text (const char  *text,
                        SheafWeight *ret_weight)
{
  SheafWeight weight = 0;

  if (*text == '\0' || strlen (text) > 38)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      weight = weight * 10 + (SheafWeight) (*p - '0');
    }
  *ret_weight = weight;
  return TRUE;
}
