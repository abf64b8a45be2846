/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What capital weighs over a year. Expected weights are worked out by hand in the comments. */
#include "capital/balance.h"

#include "capital/event.h"
#include "ledger/party.h"
#include "sample.h"

static const SheafCapitalBasis by_days = { .year_end = FALSE };

static guint64
weight_of (SheafBook               *book,
           const char              *code,
           const SheafCapitalBasis *basis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spans = sheaf_capital_spans (book, sheaf_party_find (book, code),
                                                  test_day ("2025-01-01"), test_day ("2025-12-31"),
                                                  basis, &error);

  g_assert_no_error (error);
  return (guint64) sheaf_capital_spans_weight (spans);
}

static void
test_money_times_days (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  sample_pay_up (book, "TV1", "2024-03-01", 1000);
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 365 * 1000);
  /* the day of payment counts, as the balance at its end does: 15 December to 31 December, 17
   * days */
  sample_pay_up (book, "TV1", "2025-12-15", 10);
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 365 * 1000 + 17 * 10);
  /* gone from 31 December on: one day without */
  sample_enter (book, "TV1", "2025-12-31", SHEAF_CAPITAL_REFUND, 500);
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 365 * 1000 + 17 * 10 - 500);
}

static void
test_only_days_as_contributing_member_count (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  test_member (book, "TV1", SHEAF_MEMBER_CONTRIBUTING, "2025-01-11");
  sample_pay_up (book, "TV1", "2025-01-11", 100);
  /* 365 - 10 days */
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 355 * 100);
  test_membership_insert (book, "TV1", "2025-02-01", SHEAF_MEMBERSHIP_KIND,
                          "associate-non-contributing");
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 21 * 100);
  test_membership_insert (book, "TV1", "2025-03-01", SHEAF_MEMBERSHIP_KIND, "official");
  test_membership_insert (book, "TV1", "2025-03-11", SHEAF_MEMBERSHIP_LEAVE, NULL);
  /* 11 to 31 January, 1 to 10 March; after leaving it weighs nothing though it is not refunded */
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, (21 + 10) * 100);
}

static void
test_year_end_counts_members_of_the_last_day (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  const SheafCapitalBasis year_end = { .year_end = TRUE };

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  sample_pay_up (book, "TV1", "2025-12-31", 100);
  sample_pay_up (book, "TV2", "2025-01-01", 100);
  test_membership_insert (book, "TV2", "2025-12-31", SHEAF_MEMBERSHIP_LEAVE, NULL);
  g_assert_cmpuint (weight_of (book, "TV1", &year_end), ==, 100);
  g_assert_cmpuint (weight_of (book, "TV2", &year_end), ==, 0);
}

static void
test_commitment_counts_within_its_term (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  const SheafCapitalBasis committed = { .commit_months = 6 };

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-08-31");
  sample_enter (book, "TV1", "2024-08-31", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2024-08-31", SHEAF_CAPITAL_PAY, 40);
  /* the term ends 2025-02-28, the last day of the month: 58 days of 100, 307 of 40 */
  g_assert_cmpuint (weight_of (book, "TV1", &committed), ==, 58 * 100 + 307 * 40);
  g_assert_cmpuint (weight_of (book, "TV1", &by_days), ==, 365 * 40);
}

static void
test_spans_tell_how_the_weight_came_about (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GArray) spans = NULL;
  const SheafCapitalSpan *span;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  sample_pay_up (book, "TV1", "2025-04-01", 100);
  sample_pay_up (book, "TV1", "2025-07-01", 50);
  test_membership_insert (book, "TV1", "2025-08-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL);
  spans = sheaf_capital_spans (book, sheaf_party_find (book, "TV1"), test_day ("2025-01-01"),
                               test_day ("2025-12-31"), &by_days, NULL);
  g_assert_cmpuint (spans->len, ==, 2);
  span = &g_array_index (spans, SheafCapitalSpan, 0);
  g_assert_cmpint (sheaf_date_cmp (span->from, test_day ("2025-04-01")), ==, 0);
  g_assert_cmpint (sheaf_date_cmp (span->to, test_day ("2025-06-30")), ==, 0);
  g_assert_cmpint (span->amount.units, ==, 100);
  span = &g_array_index (spans, SheafCapitalSpan, 1);
  g_assert_cmpint (sheaf_date_cmp (span->from, test_day ("2025-07-01")), ==, 0);
  g_assert_cmpint (sheaf_date_cmp (span->to, test_day ("2025-12-31")), ==, 0);
  g_assert_cmpint (span->amount.units, ==, 150);
}

/* A transfer stands with both persons, before and after what either paid. */
static void
test_everyone_weighs_once (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  SheafCapitalEvent *transfer;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GHashTable) everyone = NULL;
  g_autoptr (GArray) weights = NULL;
  gint64 sum = 0;

  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  test_member (book, "TV3", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  sample_pay_up (book, "TV2", "2025-12-29", 20);
  sample_pay_up (book, "TV1", "2025-12-31", 1);
  transfer = sample_event (book, "TV2", "2025-12-31", SHEAF_CAPITAL_TRANSFER_OUT, 5);
  transfer->to_party_id = sheaf_party_find (book, "TV1");
  list = test_list ((GDestroyNotify) sheaf_capital_event_free, transfer, NULL);
  g_assert_true (sheaf_capital_post (book, list, TRUE, NULL));
  everyone = sheaf_member_spans_all (book, NULL);
  weights = sheaf_capital_weights_by (book, everyone, test_day ("2025-01-01"),
                                      test_day ("2025-12-31"), &by_days, NULL);
  g_assert_cmpuint (weights->len, ==, 2);
  for (guint i = 0; i < weights->len; i++)
    {
      const SheafCapitalWeight *weight = &g_array_index (weights, SheafCapitalWeight, i);

      g_assert_true (weight->weight ==
                     (weight->party_id == sheaf_party_find (book, "TV2") ? 20 + 20 + 15 : 1 + 5));
      sum += (gint64) weight->weight;
    }
  g_assert_cmpint (sum, ==, 61);
}

/* The largest capital over a whole year passes 64 bits. */
static void
test_weight_passes_64_bits (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GArray) spans = NULL;
  const gint64 amount = SHEAF_MONEY_MAX / 2;

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2024-01-01");
  sample_pay_up (book, "TV1", "2024-01-01", amount);
  spans = sheaf_capital_spans (book, sheaf_party_find (book, "TV1"), test_day ("2025-01-01"),
                               test_day ("2025-12-31"), &by_days, NULL);
  g_assert_true (sheaf_capital_spans_weight (spans) == (SheafWeight) amount * 365);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-weight/money-times-days", test_money_times_days);
  g_test_add_func ("/capital-weight/only-days-as-contributing-member-count",
                   test_only_days_as_contributing_member_count);
  g_test_add_func ("/capital-weight/year-end-counts-members-of-the-last-day",
                   test_year_end_counts_members_of_the_last_day);
  g_test_add_func ("/capital-weight/commitment-counts-within-its-term",
                   test_commitment_counts_within_its_term);
  g_test_add_func ("/capital-weight/spans-tell-how-the-weight-came-about",
                   test_spans_tell_how_the_weight_came_about);
  g_test_add_func ("/capital-weight/everyone-weighs-once", test_everyone_weighs_once);
  g_test_add_func ("/capital-weight/weight-passes-64-bits", test_weight_passes_64_bits);
  return g_test_run ();
}
