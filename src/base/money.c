/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact arithmetic on whole units: products in 128 bits, sums that stop rather than wrap. */
#include "base/money.h"

#include "base/language.h"
#include "base/number.h"

#include <stdlib.h>

SheafMoney
sheaf_money_add (SheafMoney a,
                 SheafMoney b)
{
  gint64 sum;

  if (__builtin_add_overflow (a.units, b.units, &sum))
    g_error ("sum of money overflows");
  return SHEAF_MONEY (sum);
}

SheafMoney
sheaf_money_neg (SheafMoney a)
{
  return sheaf_money_sub (SHEAF_MONEY_ZERO, a);
}

SheafMoney
sheaf_money_sub (SheafMoney a,
                 SheafMoney b)
{
  gint64 difference;

  if (__builtin_sub_overflow (a.units, b.units, &difference))
    g_error ("difference of money overflows");
  return SHEAF_MONEY (difference);
}

int
sheaf_money_cmp (SheafMoney a,
                 SheafMoney b)
{
  return (a.units > b.units) - (a.units < b.units);
}

static SheafWide
divide (SheafWide     product,
        SheafWide     denominator,
        SheafRounding rounding)
{
  SheafWide quotient = product / denominator;
  SheafWide remainder = product % denominator;

  switch (rounding)
    {
    case SHEAF_ROUND_DOWN:
      return remainder < 0 ? quotient - 1 : quotient;
    case SHEAF_ROUND_UP:
      return remainder > 0 ? quotient + 1 : quotient;
    case SHEAF_ROUND_HALF_UP:
      if (remainder >= 0)
        return remainder * 2 >= denominator ? quotient + 1 : quotient;
      return -remainder * 2 >= denominator ? quotient - 1 : quotient;
    default:
      g_assert_not_reached ();
    }
}

SheafMoney
sheaf_money_mul_div (SheafMoney    amount,
                     gint64        numerator,
                     gint64        denominator,
                     SheafRounding rounding)
{
  SheafWide result;

  g_assert (denominator > 0);
  result = divide ((SheafWide) amount.units * numerator, denominator, rounding);
  if (result > G_MAXINT64 || result < G_MININT64)
    g_error ("product of money overflows");
  return SHEAF_MONEY ((gint64) result);
}

gboolean
sheaf_money_try_mul_div (SheafMoney    amount,
                         gint64        numerator,
                         gint64        denominator,
                         SheafRounding rounding,
                         SheafMoney   *ret_money)
{
  SheafWide result;

  g_assert (denominator > 0);
  result = divide ((SheafWide) amount.units * numerator, denominator, rounding);
  if (result > SHEAF_MONEY_MAX || result < -SHEAF_MONEY_MAX)
    return FALSE;
  *ret_money = SHEAF_MONEY ((gint64) result);
  return TRUE;
}

/* (total × weight) may need more than 128 bits when weights are sums of money × days, so both
 * factors are kept in 128 bits and the quotient is found by shift and subtract: exact, and at most
 * 128 steps. */
static void
mul_div_128 (guint64      total,
             SheafWeight  weight,
             SheafWeight  sum,
             gint64      *ret_quotient,
             SheafWeight *ret_remainder)
{
  SheafWeight quotient = 0, remainder = 0;

  /* total × weight ÷ sum, bit by bit of total: remainder stays below sum, sum below 2^127. */
  for (int bit = 63; bit >= 0; bit--)
    {
      quotient <<= 1;
      remainder <<= 1;
      if (remainder >= sum)
        {
          remainder -= sum;
          quotient++;
        }
      if ((total >> bit) & 1)
        {
          remainder += weight;
          if (remainder >= sum)
            {
              remainder -= sum;
              quotient++;
            }
        }
    }
  *ret_quotient = (gint64) quotient;
  *ret_remainder = remainder;
}

typedef struct
{
  SheafWeight remainder;
  gsize       index;
} Rest;

static int
compare_rests (const void *a,
               const void *b)
{
  const Rest *x = a;
  const Rest *y = b;

  if (x->remainder != y->remainder)
    return x->remainder < y->remainder ? 1 : -1;
  return (x->index > y->index) - (x->index < y->index);
}

gboolean
sheaf_money_allocate (SheafMoney         total,
                      const SheafWeight *weights,
                      gsize              n,
                      SheafMoney        *ret_shares)
{
  g_autofree Rest *rests = NULL;
  SheafWeight      sum = 0;
  gint64           left = total.units;

  g_return_val_if_fail (total.units >= 0, FALSE);
  for (gsize i = 0; i < n; i++)
    {
      sum += weights[i];
      g_assert (sum >> 126 == 0);
    }
  if (sum == 0)
    return FALSE;
  rests = g_new (Rest, n);
  for (gsize i = 0; i < n; i++)
    {
      rests[i].index = i;
      mul_div_128 ((guint64) total.units, weights[i], sum, &ret_shares[i].units,
                   &rests[i].remainder);
      left -= ret_shares[i].units;
    }
  qsort (rests, n, sizeof *rests, compare_rests);
  for (gsize i = 0; left > 0; i++, left--)
    ret_shares[rests[i].index].units++;
  return TRUE;
}

void
sheaf_money_quota (SheafMoney   total,
                   SheafWeight  weight,
                   SheafWeight  sum,
                   SheafMoney  *ret_whole,
                   SheafWeight *ret_remainder)
{
  g_assert (total.units >= 0 && sum > 0 && weight <= sum && sum >> 126 == 0);
  mul_div_128 ((guint64) total.units, weight, sum, &ret_whole->units, ret_remainder);
}

gboolean
sheaf_money_parse (const char *text,
                   SheafMoney *ret_money,
                   GError    **error)
{
  return sheaf_number_parse (text, 0, &ret_money->units, error);
}

char *
sheaf_money_to_text (SheafMoney money)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, money.units);
}

char *
sheaf_money_format (SheafMoney  money,
                    const char *language)
{
  return sheaf_number_format (money.units, 0, language);
}

SheafMoneyWord
sheaf_money_word (SheafMoney money)
{
  g_autofree char *text = sheaf_money_format (money, sheaf_language_current ());
  SheafMoneyWord   word = { "" };

  (void) g_strlcpy (word.text, text, sizeof word.text);
  return word;
}
