/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers by a pattern. */
#include "base/serial.h"

static void
test_counter_and_year (void)
{
  static const struct
  {
    const char *pattern;
    const char *number;
  } cases[] = {
    { "GCN-{n:4}", "GCN-0007" },
    { "{n}", "7" },
    { "{n:2}/{year}/GCN-HTX", "07/2025/GCN-HTX" },
    { "Số {n}", "Số 7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = sheaf_serial_format (cases[i].pattern, 7, 2025);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_counter_outgrows_its_digits (void)
{
  g_autofree char *number = sheaf_serial_format ("{n:2}", 12345, 2025);

  g_assert_cmpstr (number, ==, "12345");
}

static void
test_what_is_no_pattern (void)
{
  static const char *const patterns[] = {
    "",
    "GCN",
    "{n}{n}",
    "{n:0}",
    "{n:10}",
    "{m}",
    "{n",
    "n}",
    "{year}",
    "{n}\n",
    "{n} and far too many letters for a number",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    g_assert_null (sheaf_serial_format (patterns[i], 1, 2025));
}

static void
test_counter_is_read_back (void)
{
  static const struct
  {
    const char *pattern;
    const char *number;
    gint64      counter;
  } cases[] = {
    { "GCN-{n:4}", "GCN-0012", 12 },
    { "GCN-{n:4}", "GCN-12345", 12345 },
    { "GCN-{n:4}", "GCN-", 0 },
    { "GCN-{n:4}", "GCN-12A", 0 },
    { "{n:2}/{year}", "07/2025", 7 },
    { "{n:2}/{year}", "07/2024", 0 },
    { "{year}-{n}/HTX", "2025-3/HTX", 3 },
    { "{year}-{n}/HTX", "2025-3/HT", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sheaf_serial_read (cases[i].pattern, cases[i].number, 2025), ==,
                     cases[i].counter);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/serial/counter-and-year", test_counter_and_year);
  g_test_add_func ("/serial/counter-outgrows-its-digits", test_counter_outgrows_its_digits);
  g_test_add_func ("/serial/what-is-no-pattern", test_what_is_no_pattern);
  g_test_add_func ("/serial/counter-is-read-back", test_counter_is_read_back);
  return g_test_run ();
}
