/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Use that counts in sharing income. */
#include "trade/use.h"

#include "ledger/party.h"
#include "sample.h"
#include "trade/verify.h"

static GPtrArray *
list_year (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *uses = sheaf_use_list (book, test_day ("2025-01-01"), test_day ("2025-12-31"), &error);

  g_assert_no_error (error);
  return uses;
}

static void
test_sums_by_member_product_and_kind (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) uses = NULL;
  const SheafUse *use;

  test_member (book, "TV0", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 2000));
  sample_deliver (book, sample_delivery (book, "2025-12-31", "TV1", "LA", 3000));
  sample_deliver (book, sample_delivery (book, "2025-01-01", "TV0", "LA", 1000));
  sample_sell (book, sample_supply (book, "2025-03-01", "TV1", "SAY", 1000));
  uses = list_year (book);
  g_assert_cmpuint (uses->len, ==, 3);
  use = g_ptr_array_index (uses, 0);
  g_assert_cmpstr (use->member, ==, "TV0");
  use = g_ptr_array_index (uses, 1);
  g_assert_cmpstr (use->member, ==, "TV1");
  g_assert_cmpstr (use->product, ==, "LA");
  g_assert_cmpint (use->kind, ==, SHEAF_USE_DELIVERY);
  g_assert_cmpint (use->rows, ==, 3);
  g_assert_cmpint (use->amount.units, ==, 6 * 1800);
  use = g_ptr_array_index (uses, 2);
  g_assert_cmpstr (use->product, ==, "SAY");
  g_assert_cmpint (use->kind, ==, SHEAF_USE_SUPPLY);
  g_assert_cmpint (use->amount.units, ==, 4200);
}

static void
test_only_days_under_agreement_count (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  sample_deliver (book, sample_delivery (book, "2025-05-31", "TV1", "LA", 1000));
  sample_deliver (book, sample_delivery (book, "2025-06-01", "TV1", "LA", 10000));
  sample_deliver (book, sample_delivery (book, "2025-06-01", "LK1", "LA", 100000));
  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL);
  before = list_year (book);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (((SheafUse *) g_ptr_array_index (before, 0))->amount.units, ==, 1800);
  test_membership_insert (book, "LK1", "2025-06-01", SHEAF_MEMBERSHIP_KIND, "official");
  after = list_year (book);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_cmpint (((SheafUse *) g_ptr_array_index (after, 0))->amount.units, ==, 180000);
}

static void
test_reversed_rows_weigh_nothing (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafDelivery) first = NULL;
  g_autoptr (SheafDelivery) second = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  SheafDelivery *reversal;

  sample_deliver (book, sample_delivery (book, "2025-03-01", "TV1", "LA", 1000));
  first = sample_last_delivery (book);
  reversal = sample_delivery (book, "2025-04-01", "TV1", "LA", 1000);
  reversal->reverses = g_strdup (first->number);
  sample_deliver (book, reversal);
  sample_deliver (book, sample_delivery (book, "2025-05-01", "TV1", "LA", 2000));
  second = sample_last_delivery (book);
  uses = list_year (book);
  g_assert_cmpuint (uses->len, ==, 1);
  g_assert_cmpint (((SheafUse *) g_ptr_array_index (uses, 0))->amount.units, ==, 3600);
  g_assert_cmpint (((SheafUse *) g_ptr_array_index (uses, 0))->rows, ==, 1);
  /* taking back the voucher alone, in the journal, does the same */
  g_assert_true (sheaf_voucher_reverse (book, second->voucher_id, test_day ("2025-06-01"), "Sai",
                                        NULL, NULL));
  g_ptr_array_unref (uses);
  uses = list_year (book);
  g_assert_cmpuint (uses->len, ==, 0);
}

static void
test_other_years_do_not_count (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) uses = NULL;

  sample_deliver (book, sample_delivery (book, "2026-01-01", "TV1", "LA", 1000));
  uses = list_year (book);
  g_assert_cmpuint (uses->len, ==, 0);
}

static void
test_rows_outside_membership_are_found (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();

  sample_deliver (book, sample_delivery (book, "2025-05-01", "TV1", "LA", 1000));
  g_assert_cmpuint (test_run_checks (book, sheaf_trade_checks), ==, 0);
  test_membership_insert (book, "TV1", "2025-04-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  g_assert_cmpuint (test_run_checks (book, sheaf_trade_checks), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/use/sums-by-member-product-and-kind", test_sums_by_member_product_and_kind);
  g_test_add_func ("/use/only-days-under-agreement-count", test_only_days_under_agreement_count);
  g_test_add_func ("/use/reversed-rows-weigh-nothing", test_reversed_rows_weigh_nothing);
  g_test_add_func ("/use/other-years-do-not-count", test_other_years_do_not_count);
  g_test_add_func ("/use/rows-outside-membership-are-found",
                   test_rows_outside_membership_are_found);
  return g_test_run ();
}
