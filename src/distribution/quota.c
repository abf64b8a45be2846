/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights pass 64 bits, and a product with them 128; the product is divided while it is made. */
#include "distribution/quota.h"

#include "base/number.h"
#include "base/percent.h"

#define LARGEST_WEIGHT ((SheafWeight) 1 << 110)

/* ⌊factor × remainder ÷ total⌋, digit by binary digit (Horner), and what is left of it. */
static gint64
scale (SheafWeight  remainder,
       SheafWeight  total,
       gint64       factor,
       SheafWeight *ret_left)
{
  SheafWeight left = 0;
  gint64      quotient = 0;

  for (int bit = 62; bit >= 0; bit--)
    {
      left = left * 2 + ((factor >> bit & 1) != 0 ? remainder : 0);
      quotient = quotient * 2 + (gint64) (left / total);
      left %= total;
    }
  *ret_left = left;
  return quotient;
}

/* The đồng of the quotient; *ret_hundredths is what two decimals hold of the rest. */
static SheafMoney
divide (gint64      whole,
        SheafWeight remainder,
        SheafWeight total,
        gint64      unit,
        gint64     *ret_hundredths)
{
  SheafWeight left;
  SheafMoney  amount = sheaf_money_mul_div (SHEAF_MONEY (whole), unit, 1, SHEAF_ROUND_DOWN);

  amount = sheaf_money_add (amount, SHEAF_MONEY (scale (remainder, total, unit, &left)));
  *ret_hundredths = scale (left, total, 100, &left);
  return amount;
}

/* "1.234,05": always two decimals more than the unit has, so that figures under each other can be
 * compared. */
static char *
write_hundredths (gint64      units,
                  gint64      hundredths,
                  guint       decimals,
                  const char *language)
{
  gboolean         is_point = g_strcmp0 (language, "vi") != 0 && g_strcmp0 (language, "fr") != 0;
  gint64           scale = 1;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < decimals; i++)
    scale *= 10;
  whole = sheaf_number_format (units / scale, 0, language);
  return g_strdup_printf ("%s%c%0*" G_GINT64_FORMAT, whole, is_point ? '.' : ',',
                          (int) decimals + 2, units % scale * 100 + hundredths);
}

char *
sheaf_quota_format (gint64      whole,
                    SheafWeight remainder,
                    SheafWeight total,
                    gint64      unit,
                    guint       decimals,
                    const char *language)
{
  gint64     hundredths = 0;
  SheafMoney amount;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && remainder < total && unit > 0, NULL);
  amount = divide (whole, remainder, total, unit, &hundredths);
  return write_hundredths (amount.units, hundredths, decimals, language);
}

char *
sheaf_quota_rounding (gint64      whole,
                      SheafWeight remainder,
                      SheafWeight total,
                      gint64      unit,
                      SheafMoney  given,
                      guint       decimals,
                      const char *language)
{
  gint64           hundredths = 0, difference;
  SheafMoney       amount;
  g_autofree char *text = NULL;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && remainder < total && unit > 0, NULL);
  amount = divide (whole, remainder, total, unit, &hundredths);
  difference = sheaf_money_sub (given, amount).units * 100 - hundredths;
  if (difference == 0)
    return g_strdup ("–");
  text = write_hundredths (ABS (difference) / 100, ABS (difference) % 100, decimals, language);
  return g_strdup_printf (difference > 0 ? "+%s" : "(%s)", text);
}

char *
sheaf_quota_weight (SheafWeight weight,
                    const char *language)
{
  const SheafWeight million = (SheafWeight) 1000000000000000;
  g_autofree char  *high = NULL;
  g_autofree char  *low = NULL;
  g_autofree char  *filled = NULL;

  if (weight <= (SheafWeight) SHEAF_MONEY_MAX)
    return sheaf_number_format ((gint64) weight, 0, language);
  high = sheaf_quota_weight (weight / million, language);
  filled = g_strdup_printf ("1%015" G_GINT64_FORMAT, (gint64) (weight % million));
  low = sheaf_number_format (g_ascii_strtoll (filled, NULL, 10), 0, language);
  return g_strconcat (high, low + 1, NULL);
}

SheafRate
sheaf_quota_rate (SheafWeight weight,
                  SheafWeight total)
{
  SheafWeight left = 0;
  gint64      part;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && weight <= total, SHEAF_RATE (0));
  if (weight == total)
    return SHEAF_RATE (1000000);
  part = scale (weight, total, 1000000, &left);
  return SHEAF_RATE (part + (left >= total - left));
}

char *
sheaf_quota_percent (SheafWeight weight,
                     SheafWeight total,
                     const char *language,
                     gboolean   *ret_exact)
{
  SheafWeight      left;
  gint64           part;
  const char      *sign = "";
  g_autofree char *text = NULL;
  g_autofree char *figure = NULL;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && weight <= total, NULL);
  part = weight == total ? 10000 : scale (weight, total, 10000, &left);
  if (weight == total)
    left = 0;
  if (ret_exact != NULL)
    *ret_exact = left == 0;
  part += left >= total - left;
  if (part == 0 && weight > 0)
    sign = "< ", part = 1;
  else if (part == 10000 && weight < total)
    sign = "> ", part = 9999;
  text = write_hundredths (part / 100, part % 100, 0, language);
  figure = g_strconcat (sign, text, NULL);
  return sheaf_percent_sign (figure, language);
}
