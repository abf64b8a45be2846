/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type into amount cells. */
#include "app/amount-text.h"

#include "app/format.h"
#include "base/error.h"

static void
expect (const char *text,
        const char *language,
        gint64      units)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount = SHEAF_MONEY_ZERO;

  if (!sheaf_amount_text_parse (text, language, &amount, &error))
    g_error ("“%s” was refused: %s", text, error->message);
  if (amount.units != units)
    g_error ("“%s” was read as %" G_GINT64_FORMAT, text, amount.units);
}

static void
refuse (const char    *text,
        SheafBaseError code)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount = SHEAF_MONEY (7);

  g_assert_false (sheaf_amount_text_parse (text, "vi", &amount, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len (error->message, -1, text));
  g_assert_cmpint (amount.units, ==, 7);
}

static void
test_digits_and_groups (void)
{
  expect ("1500000", "vi", 1500000);
  expect ("1.500.000", "vi", 1500000);
  expect ("1,500,000", "vi", 1500000);
  expect ("1 500 000", "fr", 1500000);
  expect ("1\u202f500\u202f000", "fr", 1500000);
  expect (" 250.000 ₫ ", "vi", 250000);
  expect ("250,000", "vi", 250000);
  expect ("999999999999999999", "vi", 999999999999999999);
}

static void
test_short_words (void)
{
  expect ("1,5tr", "vi", 1500000);
  expect ("1.5tr", "vi", 1500000);
  expect ("2ty", "vi", 2000000000);
  expect ("2 tỷ", "vi", 2000000000);
  expect ("1,25 tỷ", "vi", 1250000000);
  expect ("350k", "vi", 350000);
  expect ("12 triệu", "vi", 12000000);
  expect ("1.250tr", "vi", 1250000000);
  expect ("1.250tr", "en", 1250000);
}

static void
test_arithmetic (void)
{
  expect ("=250*6000", "vi", 1500000);
  expect ("=250,5*6000", "vi", 1503000);
  expect ("=38.500*1.800", "vi", 69300000);
  expect ("=(100+20)*5-1", "vi", 599);
  expect ("=10/3", "vi", 3);
  expect ("=10/4", "vi", 3);
  expect ("=3tr/2", "vi", 1500000);
  expect ("=2x150.000", "vi", 300000);
}

static void
test_what_is_no_amount_is_refused (void)
{
  refuse ("abc", SHEAF_BASE_ERROR_INVALID);
  refuse ("1.5", SHEAF_BASE_ERROR_INVALID);
  refuse ("1.50.000", SHEAF_BASE_ERROR_INVALID);
  refuse ("1.500,000", SHEAF_BASE_ERROR_INVALID);
  refuse ("-5", SHEAF_BASE_ERROR_INVALID);
  refuse ("=5/0", SHEAF_BASE_ERROR_INVALID);
  refuse ("=(5", SHEAF_BASE_ERROR_INVALID);
  refuse ("5 5", SHEAF_BASE_ERROR_INVALID);
  refuse ("1000000000000000000", SHEAF_BASE_ERROR_INVALID);
  refuse ("0", SHEAF_BASE_ERROR_RANGE);
  refuse ("=5-5", SHEAF_BASE_ERROR_RANGE);
  refuse ("=5-8", SHEAF_BASE_ERROR_RANGE);
  refuse ("=999999999999999999*2", SHEAF_BASE_ERROR_RANGE);
}

/* In a column the decimal signs stand over each other. */
static void
test_percentages_have_two_decimals (void)
{
  static const struct
  {
    gint64      hundredths;
    const char *text;
  } cases[] = { { 1269, "12.69" }, { 410, "4.10" }, { 405, "4.05" }, { 10000, "100.00" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sheaf_format_percent (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount-text/digits-may-be-grouped", test_digits_and_groups);
  g_test_add_func ("/amount-text/short-words-multiply", test_short_words);
  g_test_add_func ("/amount-text/an-equals-sign-calculates", test_arithmetic);
  g_test_add_func ("/amount-text/what-is-no-amount-is-refused", test_what_is_no_amount_is_refused);
  g_test_add_func ("/format/percentages-have-two-decimals", test_percentages_have_two_decimals);
  return g_test_run ();
}
