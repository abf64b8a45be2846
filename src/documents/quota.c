/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights pass 64 bits, and a product with them 128; the product is divided while it is made. */
#include "documents/quota.h"

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

char *
sheaf_quota_format (gint64      whole,
                    SheafWeight remainder,
                    SheafWeight total,
                    gint64      unit)
{
  gint64           hundredths = 0;
  SheafMoney       amount;
  g_autofree char *text = NULL;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && remainder < total && unit > 0, NULL);
  amount = divide (whole, remainder, total, unit, &hundredths);
  text = sheaf_money_format (amount, "vi");
  return g_strdup_printf ("%s,%02d", text, (int) hundredths);
}

char *
sheaf_quota_rounding (gint64      whole,
                      SheafWeight remainder,
                      SheafWeight total,
                      gint64      unit,
                      SheafMoney  given)
{
  gint64           hundredths = 0, difference;
  SheafMoney       amount;
  g_autofree char *text = NULL;

  g_return_val_if_fail (total > 0 && total < LARGEST_WEIGHT && remainder < total && unit > 0, NULL);
  amount = divide (whole, remainder, total, unit, &hundredths);
  difference = sheaf_money_sub (given, amount).units * 100 - hundredths;
  if (difference == 0)
    return g_strdup ("–");
  text = sheaf_money_format (SHEAF_MONEY (ABS (difference) / 100), "vi");
  return g_strdup_printf (difference > 0 ? "+%s,%02d" : "(%s,%02d)", text,
                          (int) (ABS (difference) % 100));
}

char *
sheaf_quota_weight (SheafWeight weight)
{
  GString *text = g_string_new (NULL);
  guint    digits = 0;

  do
    {
      if (digits > 0 && digits % 3 == 0)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, (char) ('0' + (int) (weight % 10)));
      weight /= 10;
      digits++;
    }
  while (weight > 0);
  return g_string_free (text, FALSE);
}
