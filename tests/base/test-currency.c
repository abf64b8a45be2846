/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Currencies: which there are, their decimals, and values at a rate. */
#include "base/currency.h"
#include "base/error.h"

static void
test_known (void)
{
  static const char *const no[] = { "", "US", "USDD", "usd", "XQZ", "DEM", "$" };

  g_assert_true (sheaf_currency_is_known ("USD"));
  g_assert_true (sheaf_currency_is_known ("VND"));
  g_assert_true (sheaf_currency_is_known ("KWD"));
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (sheaf_currency_is_known (no[i]));
  g_assert_false (sheaf_currency_is_known (NULL));
}

static void
test_decimals (void)
{
  g_assert_cmpuint (sheaf_currency_decimals ("USD"), ==, 2);
  g_assert_cmpuint (sheaf_currency_decimals ("VND"), ==, 0);
  g_assert_cmpuint (sheaf_currency_decimals ("JPY"), ==, 0);
  g_assert_cmpuint (sheaf_currency_decimals ("KWD"), ==, 3);
  g_assert_cmpuint (sheaf_currency_decimals ("nonsense"), ==, 0);
}

static void
expect (char       *found,
        const char *text)
{
  g_autofree char *owned = found;

  g_assert_cmpstr (owned, ==, text);
}

static void
test_names (void)
{
  expect (sheaf_currency_name ("USD", "en"), "US Dollar");
  expect (sheaf_currency_name ("USD", "vi"), "Đô la Mỹ");
  expect (sheaf_currency_name ("nonsense", "en"), "nonsense");
}

static void
test_text (void)
{
  expect (sheaf_currency_to_text (1000050, "USD"), "10000.50");
  expect (sheaf_currency_to_text (-5, "USD"), "-0.05");
  expect (sheaf_currency_to_text (1234, "JPY"), "1234");
  expect (sheaf_currency_format (123456789, "USD", "vi"), "1.234.567,89");
  expect (sheaf_currency_format (-123456789, "USD", "en"), "(1,234,567.89)");
  expect (sheaf_currency_format (1234567, "KWD", "fr"), "1\u00a0234,567");
}

static void
test_parse (void)
{
  gint64 units = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_currency_parse ("10.5", "USD", &units, NULL));
  g_assert_cmpint (units, ==, 1050);
  g_assert_true (sheaf_currency_parse ("10,05", "USD", &units, NULL));
  g_assert_cmpint (units, ==, 1005);
  g_assert_true (sheaf_currency_parse ("7", "JPY", &units, NULL));
  g_assert_cmpint (units, ==, 7);
  g_assert_false (sheaf_currency_parse ("7.5", "JPY", &units, NULL));
  g_assert_false (sheaf_currency_parse ("-7", "USD", &units, NULL));
  g_assert_false (sheaf_currency_parse ("1.005", "USD", &units, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID);
  g_assert_cmpint (units, ==, 7);
}

static void
expect_value (gint64      units,
              const char *code,
              gint64      rate,
              const char *home,
              gint64      value)
{
  SheafMoney found;

  g_assert_true (sheaf_currency_convert (units, code, rate, home, &found));
  g_assert_cmpint (found.units, ==, value);
}

/* 10,000.50 dollars at 25,400 đồng; half a đồng goes up; a euro book counts cents. */
static void
test_convert (void)
{
  SheafMoney found;

  expect_value (1000050, "USD", G_GINT64_CONSTANT (25400000000), "VND", 254012700);
  expect_value (-1000050, "USD", G_GINT64_CONSTANT (25400000000), "VND", -254012700);
  expect_value (1, "USD", 50000000, "VND", 1); /* 0.01 × 50 = 0.5 */
  expect_value (1, "USD", 49999999, "VND", 0);
  expect_value (1000, "JPY", 172500000, "VND", 172500);
  expect_value (10000, "USD", 920000, "EUR", 9200);
  expect_value (10000, "VND", 36, "EUR", 36);
  g_assert_false (sheaf_currency_convert (SHEAF_MONEY_MAX, "JPY", G_GINT64_CONSTANT (25400000000),
                                          "VND", &found));
}

static void
test_rate_of (void)
{
  g_assert_cmpint (sheaf_currency_rate_of (SHEAF_MONEY (254012700), 1000050, "USD", "VND"), ==,
                   G_GINT64_CONSTANT (25400000000));
  g_assert_cmpint (sheaf_currency_rate_of (SHEAF_MONEY (-254012700), -1000050, "USD", "VND"), ==,
                   G_GINT64_CONSTANT (25400000000));
  g_assert_cmpint (sheaf_currency_rate_of (SHEAF_MONEY (9200), 10000, "USD", "EUR"), ==, 920000);
  g_assert_cmpint (sheaf_currency_rate_of (SHEAF_MONEY (1), 0, "USD", "VND"), ==, 0);
  g_assert_cmpint (sheaf_currency_rate_of (SHEAF_MONEY (-1), 1, "USD", "VND"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/currency/codes-in-use-are-known", test_known);
  g_test_add_func ("/currency/decimals-are-its-own", test_decimals);
  g_test_add_func ("/currency/named-in-the-language", test_names);
  g_test_add_func ("/currency/text-has-all-decimals", test_text);
  g_test_add_func ("/currency/typed-amounts", test_parse);
  g_test_add_func ("/currency/value-at-a-rate-is-half-up", test_convert);
  g_test_add_func ("/currency/rate-behind-a-value", test_rate_of);
  return g_test_run ();
}
