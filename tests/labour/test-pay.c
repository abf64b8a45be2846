/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pay that counts in sharing income. */
#include "sample.h"

#include "ledger/merge.h"
#include "ledger/party.h"

static GPtrArray *
list_year (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pays = sheaf_pay_list (book, test_day ("2025-01-01"), test_day ("2025-12-31"), &error);

  g_assert_no_error (error);
  return pays;
}

static void
test_official_members_only (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) pays = NULL;
  const SheafPay *pay;

  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL);
  sample_work (book, sample_labour (book, "2025-03-01", "TV1", 1000));
  sample_work (book, sample_labour (book, "2025-12-31", "TV1", 500));
  sample_work (book, sample_labour (book, "2025-03-01", "LK1", 1000));
  sample_work (book, sample_labour (book, "2025-03-01", "NV1", 1000));
  sample_work (book, sample_labour (book, "2026-01-01", "TV1", 1000));
  pays = list_year (book);
  g_assert_cmpuint (pays->len, ==, 1);
  pay = g_ptr_array_index (pays, 0);
  g_assert_cmpstr (pay->member, ==, "TV1");
  g_assert_cmpint (pay->rows, ==, 2);
  g_assert_cmpint (pay->amount.units, ==, 330000); /* no agreement is needed for work */
}

static void
test_days_after_leaving_do_not_count (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) pays = NULL;

  test_membership_insert (book, "TV1", "2025-07-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  sample_work (book, sample_labour (book, "2025-06-30", "TV1", 1000));
  sample_work (book, sample_labour (book, "2025-07-01", "TV1", 1000));
  pays = list_year (book);
  g_assert_cmpuint (pays->len, ==, 1);
  g_assert_cmpint (((SheafPay *) g_ptr_array_index (pays, 0))->amount.units, ==, 220000);
}

static void
test_reversed_rows_count_nothing (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (SheafLabour) first = NULL;
  g_autoptr (GPtrArray) pays = NULL;
  SheafLabour *reversal = sample_labour (book, "2026-01-15", "TV1", 1000);

  sample_work (book, sample_labour (book, "2025-06-30", "TV1", 1000));
  first = sample_last (book);
  reversal->reverses = g_strdup (first->number);
  sample_work (book, reversal);
  pays = list_year (book);
  g_assert_cmpuint (pays->len, ==, 0);
}

/* The work of someone entered twice, once as a worker, is the member's. */
static void
test_merged_worker_counts_for_the_member (void)
{
  g_autoptr (SheafBook) book = sample_book_new ();
  g_autoptr (GPtrArray) pays = NULL;
  const SheafPay *pay;

  sample_work (book, sample_labour (book, "2025-03-01", "NV1", 1000));
  sample_work (book, sample_labour (book, "2025-03-01", "TV1", 1000));
  sample_work (book, sample_labour (book, "2025-04-01", "TV1", 1000));
  g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "NV1"),
                                    sheaf_party_find (book, "TV1"), "Một người", NULL));
  pays = list_year (book);
  g_assert_cmpuint (pays->len, ==, 1);
  pay = g_ptr_array_index (pays, 0);
  g_assert_cmpstr (pay->member, ==, "TV1");
  g_assert_cmpint (pay->rows, ==, 3);
  g_assert_cmpint (pay->amount.units, ==, 660000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay/official-members-only", test_official_members_only);
  g_test_add_func ("/pay/days-after-leaving-do-not-count", test_days_after_leaving_do_not_count);
  g_test_add_func ("/pay/reversed-rows-count-nothing", test_reversed_rows_count_nothing);
  g_test_add_func ("/pay/merged-worker-counts-for-the-member",
                   test_merged_worker_counts_for_the_member);
  return g_test_run ();
}
