/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law packs say what the law says, each value with its source. */
#include "distribution/error.h"
#include "distribution/law.h"

static void
test_floors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_INTERNAL].rate.millionths, ==, 0);
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].rate.millionths, ==, 50000);
  g_assert_cmpint (law->use_labour_floor.rate.millionths, ==, 510000);
  g_assert_cmpint (law->internal_equal_ceiling.rate.millionths, ==, 0);
  g_assert_cmpstr (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].article, ==, "84");
  g_assert_cmpuint (law->payment_months, ==, 6);
}

static void
test_union (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (law->id, ==, "vn-2023-union");
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].rate.millionths, ==, 100000);
}

static void
test_entitled (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_assert_true (law->pools[pool].official);
      g_assert_cmpint (law->pools[pool].associate_contributing, ==, pool == SHEAF_POOL_CAPITAL);
      g_assert_cmpint (law->pools[pool].agreement, ==, pool == SHEAF_POOL_USE);
      g_assert_cmpstr (law->pools[pool].source, !=, "");
    }
}

static void
test_validity (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);

  g_assert_false (sheaf_law_is_valid_on (law, sheaf_date_new (2024, 6, 30)));
  g_assert_true (sheaf_law_is_valid_on (law, sheaf_date_new (2024, 7, 1)));
  g_assert_true (sheaf_law_is_valid_on (law, sheaf_date_new (2030, 12, 31)));
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_law_load ("xx-1999", FALSE, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW);
  g_clear_error (&error);
  g_assert_null (sheaf_law_load ("../laws/vn-2023", FALSE, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/floors-are-those-of-the-law", test_floors);
  g_test_add_func ("/law/a-union-has-a-higher-floor", test_union);
  g_test_add_func ("/law/only-those-entitled-share", test_entitled);
  g_test_add_func ("/law/is-valid-from-its-day", test_validity);
  g_test_add_func ("/law/an-unknown-pack-is-refused", test_unknown);
  return g_test_run ();
}
