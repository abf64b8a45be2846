/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as whole counts of the book currency's smallest unit (one đồng). */
#pragma once

#include <glib.h>

typedef struct
{
  gint64 units;
} SheafMoney;

/* 128 bits: products of money and days, and their sums. */
__extension__ typedef __int128          SheafWide;
__extension__ typedef unsigned __int128 SheafWeight;

/* How a quotient becomes an integer. Half up rounds away from zero at .5, as the rules on shares
 * ask. */
typedef enum
{
  SHEAF_ROUND_DOWN,    /* towards minus infinity */
  SHEAF_ROUND_UP,      /* towards plus infinity */
  SHEAF_ROUND_HALF_UP, /* to the nearest; .5 away from zero */
} SheafRounding;

/* The largest amount that is read from a file or kept as a total: 18 digits. */
#define SHEAF_MONEY_MAX G_GINT64_CONSTANT (999999999999999999)

#define SHEAF_MONEY(n) ((SheafMoney){ .units = (n) })
#define SHEAF_MONEY_ZERO SHEAF_MONEY (0)

/* Sum and difference; the program stops on overflow, as limits are checked when amounts are
 * read. */
SheafMoney sheaf_money_add (SheafMoney a,
                            SheafMoney b);
SheafMoney sheaf_money_sub (SheafMoney a,
                            SheafMoney b);
SheafMoney sheaf_money_neg (SheafMoney a);
int        sheaf_money_cmp (SheafMoney a,
                            SheafMoney b);

/* amount × numerator ÷ denominator through 128 bits; denominator > 0. The program stops when the
 * result has no place in 64 bits. */
SheafMoney sheaf_money_mul_div (SheafMoney    amount,
                                gint64        numerator,
                                gint64        denominator,
                                SheafRounding rounding);

/* As above; FALSE instead of a stop when the result is beyond ±SHEAF_MONEY_MAX. For amounts that
 * come from files. */
gboolean sheaf_money_try_mul_div (SheafMoney    amount,
                                  gint64        numerator,
                                  gint64        denominator,
                                  SheafRounding rounding,
                                  SheafMoney   *ret_money);

/* Splits total ≥ 0 into n shares in proportion to weights ≥ 0 (128 bits each) by largest remainder;
 * equal remainders go to the earlier index, so callers order by code. The shares add up to total
 * exactly. FALSE when every weight is 0. */
gboolean sheaf_money_allocate (SheafMoney         total,
                               const SheafWeight *weights,
                               gsize              n,
                               SheafMoney        *ret_shares);

/* The exact quotient total × weight ÷ sum behind a share: its whole part, and the remainder in
 * sum-ths that decides who gets a unit more. total ≥ 0, weight ≤ sum, 0 < sum < 2^126. */
void sheaf_money_quota (SheafMoney   total,
                        SheafWeight  weight,
                        SheafWeight  sum,
                        SheafMoney  *ret_whole,
                        SheafWeight *ret_remainder);

/* Digits only, 1 to 18 of them, as files hold amounts: no sign, space, exponent or grouping. */
gboolean sheaf_money_parse (const char *text,
                            SheafMoney *ret_money,
                            GError    **error);

/* As files hold it: plain digits with a leading minus where negative. Free with g_free. */
char *sheaf_money_to_text (SheafMoney money);

/* For people, grouped as the language asks (vi 1.234.567, en 1,234,567, fr with no-break spaces);
 * negative in parentheses. */
char *sheaf_money_format (SheafMoney  money,
                          const char *language);

/* An amount inside a sentence to people; lives as long as the expression it is written in. */
typedef struct
{
  char text[64];
} SheafMoneyWord;

/* As sheaf_money_format, in the language of the program. */
SheafMoneyWord sheaf_money_word (SheafMoney money);
