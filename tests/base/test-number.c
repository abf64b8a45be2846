/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts as a number in a file. */
#include "base/error.h"
#include "base/number.h"

static void
test_refused (void)
{
  static const char *const bad[] = { "",
                                     "-5",
                                     "+5",
                                     "1.5",
                                     "1e3",
                                     " 5",
                                     "5 ",
                                     "1,000",
                                     "0x10",
                                     "٣",
                                     "99999999999999999999",
                                     "1000000000000000000" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 42;

      g_assert_false (sheaf_number_parse (bad[i], 0, &value, &error));
      g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID);
      g_assert_cmpint (value, ==, 42);
    }
}

static void
test_decimals (void)
{
  gint64 value;

  g_assert_true (sheaf_number_parse ("1.5", 3, &value, NULL));
  g_assert_cmpint (value, ==, 1500);
  g_assert_true (sheaf_number_parse ("0.051", 6, &value, NULL));
  g_assert_cmpint (value, ==, 51000);
  g_assert_true (sheaf_number_parse ("999999999999999999", 0, &value, NULL));
  g_assert_false (sheaf_number_parse ("1.2345", 3, &value, NULL));
  g_assert_false (sheaf_number_parse ("1.", 3, &value, NULL));
  g_assert_false (sheaf_number_parse (".5", 3, &value, NULL));
  g_assert_false (sheaf_number_parse ("999999999999999999", 3, &value, NULL));
}

static void
test_round_trip (void)
{
  static const gint64      values[] = { 0, 1, 10, 1000, 1500, 1050, -1500 };
  static const char *const texts[] = { "0", "0.001", "0.01", "1", "1.5", "1.05", "-1.5" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = sheaf_number_to_text (values[i], 3);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_short (void)
{
  static const struct
  {
    gint64      value;
    const char *language, *expected;
  } cases[] = {
    { 0, "vi", "0" },
    { 999, "vi", "999" },
    { 1000, "vi", "1 ng" },
    { 15531555, "vi", "15,5 tr" },
    { 170000000, "vi", "170 tr" },
    { 1250000000, "vi", "1,2 tỷ" },
    { -15531555, "vi", "(15,5) tr" },
    { 15531555, "en", "15.5 m" },
    { 1250000000, "fr", "1,2\u00a0Md" },
    { G_MAXINT64, "en", "9,223,372,036.8 bn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sheaf_number_short (cases[i].value, cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/signs-blanks-and-exponents-are-refused", test_refused);
  g_test_add_func ("/number/decimals", test_decimals);
  g_test_add_func ("/number/to-text", test_round_trip);
  g_test_add_func ("/number/short-for-charts", test_short);
  return g_test_run ();
}
