/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries by code and by name. */
#include "base/country.h"

static void
expect_name (const char *text,
             const char *language,
             const char *name)
{
  g_autofree char *found = sheaf_country_name (text, language);

  g_assert_cmpstr (found, ==, name);
}

static void
test_code_becomes_a_name (void)
{
  expect_name ("VN", "vi", "Việt Nam");
  expect_name ("vn", "en", "Vietnam");
  expect_name ("DE", "fr", "Allemagne");
  expect_name ("Nước Lạ", "vi", "Nước Lạ"); /* stays as written */
  expect_name ("", "vi", "");
  expect_name (NULL, "vi", "");
  expect_name ("1!", "vi", "1!");
}

static void
test_country_is_known_by_any_of_its_names (void)
{
  const char *const yes[] = { "VN", "vn", "Việt Nam", "VIỆT NAM", "Viet Nam", "Vietnam", "viêt-nam",
                              " Việt Nam " };
  const char *const no[] = { "", "LA", "Lào", "V", "VNX", "Hoa Kỳ" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (sheaf_country_is (yes[i], "VN"));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (sheaf_country_is (no[i], "VN"));
  g_assert_false (sheaf_country_is (NULL, "VN"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/code-becomes-a-name", test_code_becomes_a_name);
  g_test_add_func ("/country/is-known-by-any-of-its-names",
                   test_country_is_known_by_any_of_its_names);
  return g_test_run ();
}
