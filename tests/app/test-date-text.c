/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type into day cells. */
#include "app/date-text.h"

#include "base/error.h"

static void
expect (const char *text,
        const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *got = NULL;
  SheafDate        date;

  if (!sheaf_date_text_parse (text, sheaf_date_new (2025, 3, 15), sheaf_date_new (2026, 1, 9),
                              &date, &error))
    g_error ("“%s” was refused: %s", text, error->message);
  got = sheaf_date_to_text (date);
  g_assert_cmpstr (got, ==, wanted);
}

static void
refuse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SheafDate date = sheaf_date_new (2000, 1, 1);

  g_assert_false (sheaf_date_text_parse (text, sheaf_date_new (2025, 3, 15),
                                         sheaf_date_new (2026, 1, 9), &date, &error));
  g_assert_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID);
  g_assert_cmpint (sheaf_date_year (date), ==, 2000);
}

static void
test_whole_days (void)
{
  expect ("31/12/2025", "2025-12-31");
  expect ("31/12/25", "2025-12-31");
  expect ("31.12.2025", "2025-12-31");
  expect ("2025-12-31", "2025-12-31");
  expect ("31 Dec 2025", "2025-12-31");
  expect ("31122025", "2025-12-31");
  expect ("311225", "2025-12-31");
}

static void
test_short_days (void)
{
  expect ("3/4", "2025-04-03");
  expect ("20", "2025-03-20");
  expect ("t", "2026-01-09");
  expect ("H", "2026-01-09");
  expect ("+1", "2025-03-16");
  expect ("-15", "2025-02-28");
}

static void
test_what_is_no_day_is_refused (void)
{
  refuse ("");
  refuse ("31/2");
  refuse ("30/2/2025");
  refuse ("hello");
  refuse ("1/2/3/4");
  refuse ("+x");
  refuse ("0");
  refuse ("13/13");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-text/whole-days-in-many-forms", test_whole_days);
  g_test_add_func ("/date-text/short-days-count-from-the-context", test_short_days);
  g_test_add_func ("/date-text/what-is-no-day-is-refused", test_what_is_no_day_is_refused);
  return g_test_run ();
}
