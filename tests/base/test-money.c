/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of exact arithmetic. */
#include "base/money.h"

#include <stdlib.h>

static void
test_half_up (void)
{
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (5), 1, 2, SHEAF_ROUND_HALF_UP).units, ==, 3);
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (-5), 1, 2, SHEAF_ROUND_HALF_UP).units, ==, -3);
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (7), 1, 3, SHEAF_ROUND_HALF_UP).units, ==, 2);
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (7), 1, 3, SHEAF_ROUND_UP).units, ==, 3);
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (-7), 1, 3, SHEAF_ROUND_DOWN).units, ==, -3);
  g_assert_cmpint (sheaf_money_mul_div (SHEAF_MONEY (-7), 1, 3, SHEAF_ROUND_UP).units, ==, -2);
}

static void
test_large_product (void)
{
  SheafMoney result;

  g_assert_cmpint (
      sheaf_money_mul_div (SHEAF_MONEY (SHEAF_MONEY_MAX), 999999, 1000000, SHEAF_ROUND_DOWN).units,
      ==, G_GINT64_CONSTANT (999998999999999999));
  g_assert_false (
      sheaf_money_try_mul_div (SHEAF_MONEY (SHEAF_MONEY_MAX), 2, 1, SHEAF_ROUND_DOWN, &result));
}

static void
test_remainder_goes_to_the_largest (void)
{
  const SheafWeight weights[] = { 1, 1, 1 };
  const SheafWeight uneven[] = { 10, 20, 5 };
  SheafMoney        shares[3];

  g_assert_true (sheaf_money_allocate (SHEAF_MONEY (100), weights, 3, shares));
  g_assert_cmpint (shares[0].units, ==, 34);
  g_assert_cmpint (shares[1].units, ==, 33);
  g_assert_cmpint (shares[2].units, ==, 33);
  /* 28.57 57.14 14.29 */
  g_assert_true (sheaf_money_allocate (SHEAF_MONEY (100), uneven, 3, shares));
  g_assert_cmpint (shares[0].units, ==, 29);
  g_assert_cmpint (shares[1].units, ==, 57);
  g_assert_cmpint (shares[2].units, ==, 14);
}

static void
test_no_weight_is_refused (void)
{
  const SheafWeight weights[] = { 0, 0 };
  SheafMoney        shares[2];

  g_assert_false (sheaf_money_allocate (SHEAF_MONEY (5), weights, 2, shares));
}

static void
test_shares_always_add_up (void)
{
  for (int round = 0; round < 2000; round++)
    {
      SheafWeight weights[40];
      SheafMoney  shares[40];
      gsize       n = (gsize) g_test_rand_int_range (1, 40);
      gint64      total = (gint64) (g_test_rand_double () * 1e17), sum = 0;

      for (gsize i = 0; i < n; i++)
        weights[i] = (SheafWeight) (guint32) g_test_rand_int () * (guint32) g_test_rand_int () *
                     366;
      weights[0] |= 1;
      g_assert_true (sheaf_money_allocate (SHEAF_MONEY (total), weights, n, shares));
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (shares[i].units, >=, 0);
          sum += shares[i].units;
          for (gsize j = 0; j < n; j++)
            g_assert_true (weights[i] < weights[j] ? shares[i].units <= shares[j].units : TRUE);
        }
      g_assert_cmpint (sum, ==, total);
    }
}

static void
test_format (void)
{
  g_autofree char *vi = sheaf_money_format (SHEAF_MONEY (1234567), "vi");
  g_autofree char *en = sheaf_money_format (SHEAF_MONEY (-1234567), "en");
  g_autofree char *text = sheaf_money_to_text (SHEAF_MONEY (-5));
  g_autofree char *small = sheaf_money_format (SHEAF_MONEY (999), "vi");

  g_assert_cmpstr (vi, ==, "1.234.567");
  g_assert_cmpstr (en, ==, "(1,234,567)");
  g_assert_cmpstr (text, ==, "-5");
  g_assert_cmpstr (small, ==, "999");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/half-up-rounds-away-from-zero", test_half_up);
  g_test_add_func ("/money/products-go-through-128-bits", test_large_product);
  g_test_add_func ("/money/remainder-goes-to-the-largest-then-the-first",
                   test_remainder_goes_to_the_largest);
  g_test_add_func ("/money/no-weight-is-refused", test_no_weight_is_refused);
  g_test_add_func ("/money/shares-always-add-up", test_shares_always_add_up);
  g_test_add_func ("/money/format-by-language", test_format);
  return g_test_run ();
}
