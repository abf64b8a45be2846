/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's list of currencies; the arithmetic is in whole numbers. */
#include "base/currency.h"

#include "base/number.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#define CODE_LENGTH 3
#define RATE_DECIMALS 6

static gpointer
make_codes (gpointer data)
{
  GHashTable   *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UErrorCode    status = U_ZERO_ERROR;
  UEnumeration *list = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char   *code;

  (void) data;
  while (U_SUCCESS (status) && (code = uenum_next (list, NULL, &status)) != NULL)
    g_hash_table_add (codes, g_strdup (code));
  uenum_close (list);
  return codes;
}

gboolean
sheaf_currency_is_known (const char *code)
{
  static GOnce once = G_ONCE_INIT;

  return code != NULL && g_hash_table_contains (g_once (&once, make_codes, NULL), code);
}

static gboolean
to_wide (const char *code,
         UChar       wide[CODE_LENGTH + 1])
{
  if (code == NULL || strlen (code) != CODE_LENGTH)
    return FALSE;
  u_charsToUChars (code, wide, CODE_LENGTH + 1);
  return TRUE;
}

guint
sheaf_currency_decimals (const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      wide[CODE_LENGTH + 1];
  int32_t    decimals;

  if (!sheaf_currency_is_known (code) || !to_wide (code, wide))
    return 0;
  decimals = ucurr_getDefaultFractionDigits (wide, &status);
  return U_SUCCESS (status) && decimals > 0 ? MIN ((guint) decimals, RATE_DECIMALS) : 0;
}

char *
sheaf_currency_name (const char *code,
                     const char *language)
{
  UErrorCode   status = U_ZERO_ERROR;
  UChar        wide[CODE_LENGTH + 1];
  char         name[200];
  int32_t      length = 0;
  const UChar *found;

  if (!to_wide (code, wide))
    return g_strdup (code);
  found = ucurr_getName (wide, language, UCURR_LONG_NAME, NULL, &length, &status);
  if (U_SUCCESS (status))
    (void) u_strToUTF8 (name, sizeof name, NULL, found, length, &status);
  return g_strdup (U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING ? name : code);
}

gboolean
sheaf_currency_parse (const char *text,
                      const char *code,
                      gint64     *ret_units,
                      GError    **error)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');

  return sheaf_number_parse (plain, sheaf_currency_decimals (code), ret_units, error);
}

/* Digits of the magnitude with all decimals; group is "" for files. */
static char *
write_units (gint64      units,
             guint       decimals,
             const char *group,
             const char *point)
{
  guint64          magnitude = units < 0 ? (guint64) 0 - (guint64) units : (guint64) units;
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  gsize            whole = strlen (digits) - decimals;
  GString         *text = g_string_new (NULL);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, "%s%s", point, digits + whole);
  return g_string_free (text, FALSE);
}

char *
sheaf_currency_to_text (gint64      units,
                        const char *code)
{
  g_autofree char *magnitude = write_units (units, sheaf_currency_decimals (code), "", ".");

  return g_strconcat (units < 0 ? "-" : "", magnitude, NULL);
}

char *
sheaf_currency_format (gint64      units,
                       const char *code,
                       const char *language)
{
  g_autofree char *magnitude = NULL;
  const char      *group = ",", *point = ".";

  if (language != NULL && g_str_has_prefix (language, "vi"))
    group = ".", point = ",";
  else if (language != NULL && g_str_has_prefix (language, "fr"))
    group = "\u00a0", point = ",";
  magnitude = write_units (units, sheaf_currency_decimals (code), group, point);
  return units < 0 ? g_strconcat ("(", magnitude, ")", NULL) : g_steal_pointer (&magnitude);
}

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;
  return power;
}

/* value = units × rate ÷ 10^(6 + decimals of the currency − decimals of home money): no currency
 * has more than 6 decimals, so the exponent is not below 0. */
static gint64
scale_of (const char *code,
          const char *home)
{
  return power_of_ten (RATE_DECIMALS + sheaf_currency_decimals (code) -
                       sheaf_currency_decimals (home));
}

gboolean
sheaf_currency_convert (gint64      units,
                        const char *code,
                        gint64      rate,
                        const char *home,
                        SheafMoney *ret_money)
{
  return sheaf_money_try_mul_div (SHEAF_MONEY (units), rate, scale_of (code, home),
                                  SHEAF_ROUND_HALF_UP, ret_money);
}

gint64
sheaf_currency_rate_of (SheafMoney  value,
                        gint64      units,
                        const char *code,
                        const char *home)
{
  SheafMoney rate;

  if (units == 0)
    return 0;
  if (units < 0)
    units = -units, value = sheaf_money_neg (value);
  return sheaf_money_try_mul_div (value, scale_of (code, home), units, SHEAF_ROUND_HALF_UP,
                                  &rate) &&
                 rate.units > 0
             ? rate.units
             : 0;
}
