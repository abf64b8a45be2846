/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days. */
#include "base/date.h"
#include "base/error.h"

static void
test_refused (void)
{
  static const char *const bad[] = { "", "2025-02-29", "2025-13-01", "2025-00-10",
                                     "2025-1-1", "31/12/2025", "2025-12-31 ", "1899-12-31",
                                     "3000-01-01", "2025-04-31", "+025-04-30" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      SheafDate date;

      g_assert_false (sheaf_date_parse (bad[i], &date, &error));
      g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID);
    }
}

static void
test_calendar (void)
{
  GDate reference;

  g_date_clear (&reference, 1);
  g_date_set_dmy (&reference, 1, 1, 1900);
  for (gint32 day = sheaf_date_new (1900, 1, 1).days; day <= sheaf_date_new (2999, 12, 31).days;
       day++)
    {
      SheafDate date = { .days = day };

      g_assert_cmpint (sheaf_date_year (date), ==, g_date_get_year (&reference));
      g_assert_cmpint (sheaf_date_month (date), ==, g_date_get_month (&reference));
      g_assert_cmpint (sheaf_date_day (date), ==, g_date_get_day (&reference));
      g_date_add_days (&reference, 1);
    }
  g_assert_cmpint (sheaf_date_new (1970, 1, 1).days, ==, 0);
}

static void
test_text (void)
{
  SheafDate date;

  g_assert_true (sheaf_date_parse ("2024-02-29", &date, NULL));
  {
    g_autofree char *text = sheaf_date_to_text (date);
    g_autofree char *vi = sheaf_date_format (date, "vi");
    g_autofree char *en = sheaf_date_format (date, "en");
    g_autofree char *end = sheaf_date_to_text (sheaf_date_month_end (date));

    g_assert_cmpstr (text, ==, "2024-02-29");
    g_assert_cmpstr (vi, ==, "29/02/2024");
    g_assert_cmpstr (en, ==, "29 Feb 2024");
    g_assert_cmpstr (end, ==, "2024-02-29");
    g_assert_cmpint (sheaf_date_year_month (date), ==, 202402);
  }
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    guint       months;
    const char *to;
  } cases[] = {
    { "2025-01-15", 6, "2025-07-15" },
    { "2025-08-31", 6, "2026-02-28" },
    { "2023-08-31", 6, "2024-02-29" },
    { "2025-12-01", 1, "2026-01-01" },
    { "2025-05-31", 0, "2025-05-31" },
    { "2025-07-01", 24, "2027-07-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SheafDate        date;
      g_autofree char *text = NULL;

      g_assert_true (sheaf_date_parse (cases[i].from, &date, NULL));
      text = sheaf_date_to_text (sheaf_date_add_months (date, cases[i].months));
      g_assert_cmpstr (text, ==, cases[i].to);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/other-forms-are-refused", test_refused);
  g_test_add_func ("/date/agrees-with-the-calendar-for-1100-years", test_calendar);
  g_test_add_func ("/date/text", test_text);
  g_test_add_func ("/date/months-later-is-the-same-day-or-the-last", test_months);
  return g_test_run ();
}
