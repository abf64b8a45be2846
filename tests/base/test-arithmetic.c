/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums in amount cells. */
#include "base/arithmetic.h"

#include "base/error.h"

static void
expect (const char *text,
        gint64      units)
{
  g_autoptr (GError) error = NULL;
  SheafMoney result = SHEAF_MONEY_ZERO;

  g_test_message ("%s", text);
  g_assert_true (sheaf_arithmetic_evaluate (text, NULL, NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.units, ==, units);
}

static void
refuse (const char    *text,
        SheafBaseError code)
{
  g_autoptr (GError) error = NULL;
  SheafMoney result = SHEAF_MONEY (7);

  g_test_message ("%s", text);
  g_assert_false (sheaf_arithmetic_evaluate (text, NULL, NULL, &result, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, (int) code);
  g_assert_cmpint (result.units, ==, 7);
}

static void
test_operations (void)
{
  expect ("250*6000", 1500000);
  expect ("250 x 6000", 1500000);
  expect ("2+3*4", 14);
  expect ("(2+3)*4", 20);
  expect ("100-30-20", 50);
  expect ("1200/4/3", 100);
  expect ("12.5*1000", 12500);
  expect ("-5+8", 3);
  expect ("10-(-5)", 15);
  expect ("5-8", -3);
  expect ("10/-5", -2);
  expect (" ( ( 7 ) ) ", 7);
}

/* Nothing is rounded under way. */
static void
test_exact (void)
{
  expect ("100/3*3", 100);
  expect ("1/3+1/3+1/3", 1);
  expect ("1/7*7000000", 1000000);
  expect ("0.1+0.2", 0);
  expect ("(0.1+0.2)*10", 3);
  expect ("999999999999999999*999999999999999999/999999999999999999", 999999999999999999);
}

static void
test_rounded_half_up_at_the_end (void)
{
  expect ("1/2", 1);
  expect ("5/10", 1);
  expect ("1/3", 0);
  expect ("2/3", 1);
  expect ("0-1/2", -1);
  expect ("0-1/3", 0);
  expect ("2.5", 3);
  expect ("1/2+1/2", 1);
}

/* The smallest number of 128 bits has no opposite. */
static void
test_the_smallest_number_is_refused (void)
{
#define SMALLEST "(-576460752303423488)*576460752303423488*512"
  refuse (SMALLEST, SHEAF_BASE_ERROR_RANGE);
  refuse (SMALLEST "+1", SHEAF_BASE_ERROR_RANGE);
  refuse ("-(" SMALLEST ")", SHEAF_BASE_ERROR_INVALID);
  refuse ("0-(" SMALLEST ")", SHEAF_BASE_ERROR_INVALID);
  refuse ("1/(" SMALLEST ")", SHEAF_BASE_ERROR_INVALID);
  expect ("(" SMALLEST ")/512/576460752303423488", -576460752303423488);
#undef SMALLEST
}

/* A thousand or one? */
static void
test_doubtful_points_are_refused (void)
{
  refuse ("1.000*2", SHEAF_BASE_ERROR_INVALID);
  refuse ("250*12.500", SHEAF_BASE_ERROR_INVALID);
  expect ("0.125*8000", 1000);
  expect ("1.0000*2", 2);
  expect ("12.50*2", 25);
  expect ("1000.125*8", 8001);
}

static void
test_unreadable_is_refused (void)
{
  static const char *const bad[] = { "", "1+", "*2", "(1", "1)", "1 2", "1..2", "1.", ".5", "1/0",
                                     "1/(2-2)", "--1", "1e3", "1,5", "=1", "a",
                                     "1234567890123456789", "0.0000000001" };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    refuse (bad[i], SHEAF_BASE_ERROR_INVALID);
  for (int i = 0; i < 400; i++)
    g_string_append_c (deep, '(');
  refuse (deep->str, SHEAF_BASE_ERROR_INVALID);
}

static void
test_too_large_is_refused (void)
{
  expect ("999999999999999999", 999999999999999999);
  refuse ("999999999999999999+1", SHEAF_BASE_ERROR_RANGE);
  refuse ("999999999999999999*999999999999999999", SHEAF_BASE_ERROR_RANGE);
  refuse ("999999999999999999*999999999999999999*999999999999999999", SHEAF_BASE_ERROR_INVALID);
}

static void
test_amount_cells (void)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount;

  g_assert_true (sheaf_arithmetic_parse_amount ("1500000", &amount, NULL));
  g_assert_cmpint (amount.units, ==, 1500000);
  g_assert_true (sheaf_arithmetic_parse_amount ("=250*6000", &amount, NULL));
  g_assert_cmpint (amount.units, ==, 1500000);
  g_assert_false (sheaf_arithmetic_parse_amount ("250*6000", &amount, NULL));
  g_assert_false (sheaf_arithmetic_parse_amount ("1.500", &amount, NULL));
  g_assert_false (sheaf_arithmetic_parse_amount ("=3-5", &amount, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_RANGE);
  g_assert_false (sheaf_arithmetic_parse_amount ("0", &amount, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arithmetic/doubtful-points-are-refused", test_doubtful_points_are_refused);
  g_test_add_func ("/arithmetic/the-smallest-number-is-refused",
                   test_the_smallest_number_is_refused);
  g_test_add_func ("/arithmetic/operations", test_operations);
  g_test_add_func ("/arithmetic/exact-until-the-end", test_exact);
  g_test_add_func ("/arithmetic/rounded-half-up-at-the-end", test_rounded_half_up_at_the_end);
  g_test_add_func ("/arithmetic/unreadable-is-refused", test_unreadable_is_refused);
  g_test_add_func ("/arithmetic/too-large-is-refused", test_too_large_is_refused);
  g_test_add_func ("/arithmetic/amount-cells", test_amount_cells);
  return g_test_run ();
}
