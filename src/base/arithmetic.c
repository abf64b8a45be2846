/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calculator over exact fractions of 128 bits: nothing is rounded but the result. */
#include "base/arithmetic.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

#define DEPTH 50       /* parentheses within each other; a person needs two */
#define LONGEST 1000   /* of a sum, in bytes */
#define DIGITS 18      /* of a number */
#define FRACTION_MAX 9 /* decimals of a number */

__extension__ typedef unsigned __int128 Magnitude;

typedef struct
{
  const char       *at;
  SheafNumberReader read_number;
  gpointer          data;
  guint             depth;
} Sum;

static gboolean read_sum (Sum           *sum,
                          SheafFraction *ret_value);

/* Without sign, as −2^127 has no opposite. */
static Magnitude
magnitude (SheafWide a)
{
  return a < 0 ? -(Magnitude) a : (Magnitude) a;
}

/* At most the larger without sign; the denominator of a fraction is above 0, so it always fits. */
static SheafWide
gcd (SheafWide a,
     SheafWide b)
{
  Magnitude x = magnitude (a), y = magnitude (b);

  while (y != 0)
    {
      Magnitude rest = x % y;

      x = y;
      y = rest;
    }
  return (SheafWide) x;
}

static SheafFraction
reduce (SheafWide numerator,
        SheafWide denominator)
{
  SheafWide divisor = gcd (numerator, denominator);

  if (divisor == 0)
    return (SheafFraction){ 0, 1 };
  return (SheafFraction){ numerator / divisor, denominator / divisor };
}

/* Crosswise reduced first, so that =250*6000/250 stays small. FALSE when it passes 128 bits. */
static gboolean
multiply (SheafFraction *value,
          SheafFraction  by)
{
  SheafFraction a = reduce (value->numerator, by.denominator);
  SheafFraction b = reduce (by.numerator, value->denominator);

  return !__builtin_mul_overflow (a.numerator, b.numerator, &value->numerator) &&
         !__builtin_mul_overflow (a.denominator, b.denominator, &value->denominator);
}

static gboolean
add (SheafFraction *value,
     SheafFraction  other)
{
  SheafWide divisor = gcd (value->denominator, other.denominator);
  SheafWide left, right, numerator, denominator;

  if (__builtin_mul_overflow (value->numerator, other.denominator / divisor, &left) ||
      __builtin_mul_overflow (other.numerator, value->denominator / divisor, &right) ||
      __builtin_add_overflow (left, right, &numerator) ||
      __builtin_mul_overflow (value->denominator / divisor, other.denominator, &denominator))
    return FALSE;
  *value = reduce (numerator, denominator);
  return TRUE;
}

/* FALSE for the one number of 128 bits that has no opposite. */
static gboolean
negate (SheafFraction *value)
{
  return !__builtin_sub_overflow ((SheafWide) 0, value->numerator, &value->numerator);
}

static void
skip_blanks (Sum *sum)
{
  while (*sum->at == ' ')
    sum->at++;
}

/* Digits, perhaps with decimals behind a point. */
static gboolean
read_plain_number (const char   **at,
                   gpointer       data,
                   SheafFraction *ret_number)
{
  SheafFraction number = { 0, 1 };
  guint         digits = 0, decimals = 0;
  gboolean      point = FALSE;

  (void) data;
  for (;; (*at)++)
    if (g_ascii_isdigit (**at))
      {
        number.numerator = number.numerator * 10 + (**at - '0');
        number.denominator *= point ? 10 : 1;
        decimals += point ? 1 : 0;
        if (++digits > DIGITS || decimals > FRACTION_MAX)
          return FALSE;
      }
    else if (**at == '.' && !point && digits > 0)
      point = TRUE;
    else
      break;
  *ret_number = number;
  return digits > 0 && (!point || decimals > 0);
}

static gboolean
read_factor (Sum           *sum,
             SheafFraction *ret_value)
{
  gboolean negative;

  skip_blanks (sum);
  negative = *sum->at == '-';
  if (negative)
    sum->at++;
  skip_blanks (sum);
  if (*sum->at != '(')
    {
      if (!sum->read_number (&sum->at, sum->data, ret_value))
        return FALSE;
    }
  else
    {
      sum->at++;
      if (++sum->depth > DEPTH || !read_sum (sum, ret_value))
        return FALSE;
      skip_blanks (sum);
      if (*sum->at != ')')
        return FALSE;
      sum->at++;
      sum->depth--;
    }
  return !negative || negate (ret_value);
}

static gboolean
read_product (Sum           *sum,
              SheafFraction *ret_value)
{
  SheafFraction value;

  if (!read_factor (sum, &value))
    return FALSE;
  for (skip_blanks (sum); *sum->at == '*' || *sum->at == 'x' || *sum->at == '/'; skip_blanks (sum))
    {
      gboolean      divide = *sum->at++ == '/';
      SheafFraction other;

      if (!read_factor (sum, &other) || (divide && other.numerator == 0))
        return FALSE;
      if (divide && other.numerator < 0)
        {
          if (!negate (&other))
            return FALSE;
          other = (SheafFraction){ -other.denominator, other.numerator };
        }
      else if (divide)
        other = (SheafFraction){ other.denominator, other.numerator };
      if (!multiply (&value, other))
        return FALSE;
    }
  *ret_value = value;
  return TRUE;
}

static gboolean
read_sum (Sum           *sum,
          SheafFraction *ret_value)
{
  SheafFraction value;

  if (!read_product (sum, &value))
    return FALSE;
  for (skip_blanks (sum); *sum->at == '+' || *sum->at == '-'; skip_blanks (sum))
    {
      gboolean      minus = *sum->at++ == '-';
      SheafFraction other;

      if (!read_product (sum, &other))
        return FALSE;
      if ((minus && !negate (&other)) || !add (&value, other))
        return FALSE;
    }
  *ret_value = value;
  return TRUE;
}

/* To the nearest whole number, .5 away from zero. */
static SheafWide
round_half_up (SheafFraction value)
{
  SheafWide whole = value.numerator / value.denominator;
  SheafWide rest = value.numerator % value.denominator;

  if (rest < 0)
    rest = -rest;
  if (rest < value.denominator - rest)
    return whole;
  return value.numerator < 0 ? whole - 1 : whole + 1;
}

/* "1.000" is a thousand to most people who read it, and one to this calculator: what could be both
 * is refused. "0.125" and "1.5" can be one thing only. NULL when there is no such number; free with
 * g_free. */
static char *
find_doubtful (const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *from = at;
      gsize       whole = strspn (at, "0123456789");
      gsize       decimals;

      if (whole == 0)
        {
          at++;
          continue;
        }
      at += whole;
      if (*at != '.')
        continue;
      decimals = strspn (at + 1, "0123456789");
      at += 1 + decimals;
      if (decimals == 3 && whole <= 3 && *from != '0')
        return g_strndup (from, (gsize) (at - from));
    }
  return NULL;
}

gboolean
sheaf_arithmetic_evaluate (const char       *text,
                           SheafNumberReader reader,
                           gpointer          data,
                           SheafMoney       *ret_result,
                           GError          **error)
{
  Sum              sum = { .at = text,
                           .read_number = reader != NULL ? reader : read_plain_number,
                           .data = data };
  SheafFraction    value = { 0, 1 };
  SheafWide        result;
  gboolean         read;
  g_autofree char *doubtful = NULL;

  g_return_val_if_fail (text != NULL && ret_result != NULL, FALSE);
  doubtful = reader == NULL && strlen (text) <= LONGEST ? find_doubtful (text) : NULL;
  if (doubtful != NULL)
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
                   _ ("“=%s”: %s may be thousands or decimals: write thousands without a point, "
                      "decimals with one 0 more"),
                   text, doubtful);
      return FALSE;
    }
  read = strlen (text) <= LONGEST && read_sum (&sum, &value);
  skip_blanks (&sum);
  if (!read || *sum.at != '\0')
    {
      g_autofree char *shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 40));

      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
                   _ ("“=%s” cannot be worked out: write numbers with + - * / and parentheses"),
                   shown);
      return FALSE;
    }
  result = round_half_up (value);
  if (result > SHEAF_MONEY_MAX || result < -SHEAF_MONEY_MAX)
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_RANGE,
                   _ ("“=%s” comes to more than 18 digits: check the numbers"), text);
      return FALSE;
    }
  *ret_result = SHEAF_MONEY ((gint64) result);
  return TRUE;
}

gboolean
sheaf_arithmetic_parse_amount (const char *text,
                               SheafMoney *ret_amount,
                               GError    **error)
{
  SheafMoney amount;

  g_return_val_if_fail (text != NULL && ret_amount != NULL, FALSE);
  if (*text == '=' ? !sheaf_arithmetic_evaluate (text + 1, NULL, NULL, &amount, error)
                   : !sheaf_money_parse (text, &amount, error))
    return FALSE;
  if (amount.units <= 0)
    {
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_RANGE,
                   _ ("“%s” comes to nothing: an amount is above 0"), text);
      return FALSE;
    }
  *ret_amount = amount;
  return TRUE;
}
