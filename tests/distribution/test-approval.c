/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing, approving, posting, explaining and reversing a plan in a real book. */
#include "distribution/approval.h"

#include "coop.h"
#include "distribution/error.h"
#include "distribution/posting.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"
#include "store/store.h"

static void
assert_state (SheafBook     *book,
              SheafPlanState expected)
{
  g_autoptr (GError) error = NULL;
  SheafPlanState state;

  (void) sheaf_plan_state (book, 2025, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, expected);
}

static void
assert_post_refused (SheafBook             *book,
                     SheafDate              date,
                     SheafDistributionError code,
                     const char            *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_plan_post (book, 2025, date, NULL, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

static gint64
owed (SheafBook  *book,
      const char *member)
{
  g_autoptr (GError) error = NULL;
  const SheafAccount *payable;
  SheafMoney          balance;

  payable = sheaf_chart_by_role (sheaf_chart_get (book, NULL), "member-payable", &error);
  g_assert_no_error (error);
  (void) sheaf_totals_party_balance (book, payable->id, sheaf_party_find (book, member),
                                     sheaf_date_new (2026, 12, 31), &balance, &error);
  g_assert_no_error (error);
  return -balance.units;
}

/* I 6,000,000: fund 300,000, welfare 285,000, pools 2,166,000, 1,083,000, 2,166,000.
 * E 10,000,000: fund 1,000,000, welfare 450,000, capital 8,550,000.
 * Capital in millions of đồng × days 3650 : 3660 : 1825 : 724, together 9859.
 * 2,166,000: 801,896.74  804,093.72  400,948.37  159,061.16 → two more to A and B.
 * 8,550,000: 3,165,381.88  3,174,054.16  1,582,690.94  627,873.01 → two more to C and A. */
static void
test_post_moves_the_ledger (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  gint64 tax;

  coop_close (book);
  g_assert_cmpint (coop_balance (book, "4212"), ==, 6000000);
  g_assert_cmpint (coop_balance (book, "4211"), ==, 10000000);
  tax = coop_balance (book, "3334");
  coop_approve (book, coop_plan);
  assert_state (book, SHEAF_PLAN_APPROVED);
  (void) coop_post (book);
  assert_state (book, SHEAF_PLAN_POSTED);
  g_assert_cmpint (coop_balance (book, "4212"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4211"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4421"), ==, 1300000);
  g_assert_cmpint (coop_balance (book, "3532"), ==, 735000);
  g_assert_cmpint (coop_balance (book, "338"), ==, 13965000);
  g_assert_cmpint (coop_balance (book, "3334"), ==, tax);
  g_assert_cmpint (owed (book, "A"), ==, 1299600 + 180500 + 801897 + 3165382);
  g_assert_cmpint (owed (book, "B"), ==, 649800 + 902500 + 804094 + 3174054);
  g_assert_cmpint (owed (book, "C"), ==, 400948 + 1582691);
  g_assert_cmpint (owed (book, "D"), ==, 0);
  g_assert_cmpint (owed (book, "L"), ==, 216600 + 159061 + 627873);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

static void
test_frozen (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistribution) simulated = NULL;
  g_autoptr (SheafDistribution) approved = NULL;
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  simulated = sheaf_distribution_simulate (book, 2025, problems, &error);
  g_assert_no_error (error);
  approved = sheaf_distribution_load (book, 2025, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (approved->shares->len, ==, simulated->shares->len);
  g_assert_cmpuint (approved->steps->len, ==, simulated->steps->len);
  g_assert_cmpint (approved->common_fund[1].income_floor.units, ==, 600000);
  for (guint i = 0; i < approved->shares->len; i++)
    {
      const SheafShare *x = &g_array_index (approved->shares, SheafShare, i);
      const SheafShare *y = &g_array_index (simulated->shares, SheafShare, i);

      g_assert_cmpstr (x->code, ==, y->code);
      g_assert_cmpint (x->amount.units, ==, y->amount.units);
      g_assert_true (x->remainder == y->remainder && x->weight == y->weight);
      g_assert_cmpuint (x->rank, ==, y->rank);
    }
}

static void
test_approval_refusals (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafMeeting meeting = { .resolution = "NQ 01", .date = sheaf_date_new (2026, 3, 20) };

  g_assert_false (sheaf_plan_approve (book, 2025, &meeting, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE); /* open year */
  g_clear_error (&error);
  coop_close (book);
  g_assert_false (sheaf_plan_approve (book, 2025, &meeting, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN); /* no plan */
  g_clear_error (&error);
  (void) sheaf_plan_store (book, 2025, coop_plan, -1, NULL, problems, &error);
  g_assert_no_error (error);
  meeting.resolution = "";
  g_assert_false (sheaf_plan_approve (book, 2025, &meeting, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_clear_error (&error);
  meeting.resolution = "NQ 01";
  meeting.date = sheaf_date_new (2025, 12, 30);
  g_assert_false (sheaf_plan_approve (book, 2025, &meeting, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  assert_state (book, SHEAF_PLAN_DRAFT);
}

static void
test_bad_plan (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *text = "[common-fund]\nexternal-rate=0.01\n[fund a]\naccount=9999\nrate=0.1\n"
                     "[fund b]\naccount=353\nrate=0.1\n[fund c]\naccount=1111\nrate=0.1\n"
                     "[fund d]\naccount=338\nrate=0.1\n[fund e]\naccount=4211\nrate=0.1\n";

  g_assert_false (sheaf_plan_store (book, 2025, text, -1, "p.ini", problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
  g_assert_cmpuint (problems->errors, ==, 6);
  assert_state (book, SHEAF_PLAN_NONE);
}

static void
test_law_not_in_force (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_plan_store (book, 2024, coop_plan, -1, NULL, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
}

static void
test_late_delivery (void)
{
  g_autoptr (SheafBook) book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  coop_deliver (book, sheaf_date_new (2025, 12, 1), "A", 250000);
  assert_post_refused (book, sheaf_date_new (2026, 3, 31), SHEAF_DISTRIBUTION_ERROR_CHANGED,
                       "A use: 6000000 was approved, now 6250000");
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* The same result, but the year is open: what is posted later would not be shared. */
static void
test_post_in_reopened_year (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) sheaf_closing_reopen (book, 2025, "Thiếu chứng từ", &error);
  g_assert_no_error (error);
  assert_post_refused (book, sheaf_date_new (2026, 12, 31), SHEAF_DISTRIBUTION_ERROR_STATE,
                       "close it again");
  coop_close (book);
  (void) coop_post (book);
  assert_state (book, SHEAF_PLAN_POSTED);
}

static void
test_reopened_year (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) sheaf_closing_reopen (book, 2025, "Thiếu chứng từ", &error);
  g_assert_no_error (error);
  coop_voucher (book, sheaf_date_new (2025, 12, 31), "1111", "5111", 90000, NULL);
  coop_close (book);
  assert_post_refused (book, sheaf_date_new (2026, 3, 31), SHEAF_DISTRIBUTION_ERROR_CHANGED,
                       "result external: 10,000,000 was approved, now 10,090,000");
}

static void
test_shared_year_stays_closed (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  g_assert_false (sheaf_closing_reopen (book, 2025, "Thiếu chứng từ", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED);
  g_clear_error (&error);
  g_assert_true (sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 30), "Chia lại", &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_closing_reopen (book, 2025, "Thiếu chứng từ", &error));
  g_assert_no_error (error);
}

static void
test_post_refusals (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafDate day = sheaf_date_new (2026, 3, 31);

  coop_close (book);
  assert_post_refused (book, day, SHEAF_DISTRIBUTION_ERROR_STATE, "not approved");
  coop_approve (book, coop_plan);
  assert_post_refused (book, sheaf_date_new (2026, 3, 19), SHEAF_DISTRIBUTION_ERROR_STATE,
                       "before");
  (void) sheaf_plan_store (book, 2025, "", -1, NULL, problems, &error);
  g_assert_no_error (error);
  assert_post_refused (book, day, SHEAF_DISTRIBUTION_ERROR_STATE, "changed after its approval");
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  assert_post_refused (book, day, SHEAF_DISTRIBUTION_ERROR_STATE, "posted already");
  g_assert_false (sheaf_plan_store (book, 2025, coop_plan, -1, NULL, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
}

static void
test_reversal (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 1), "Sai nghị quyết", &error);
  g_assert_no_error (error);
  assert_state (book, SHEAF_PLAN_APPROVED);
  g_assert_cmpint (coop_balance (book, "4212"), ==, 6000000);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (coop_verify (book), ==, 0);
  (void) coop_post (book);
  g_assert_cmpint (coop_balance (book, "338"), ==, 13965000);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* 500,000 for the common fund and 30,000 for a fund that the plan does not know were taken during
 * the year: 1,300,000 − 500,000 are posted, the 30,000 go back to profit. */
static void
test_provisional (void)
{
  g_autoptr (SheafBook) book = coop_new ();

  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4211", "4421", 500000, "2025");
  coop_voucher (book, sheaf_date_new (2025, 9, 30), "4211", "418", 30000, "2025");
  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  g_assert_cmpint (coop_balance (book, "4421"), ==, 1300000);
  g_assert_cmpint (coop_balance (book, "418"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4211"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4212"), ==, 0);
  g_assert_cmpint (coop_balance (book, "338"), ==, 13965000);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* Internal loses 9,000,000 more: −3,000,000 is met by external profit and posted between the
 * two. */
static void
test_loss (void)
{
  g_autoptr (SheafBook) book = coop_new ();

  coop_voucher (book, sheaf_date_new (2025, 10, 1), "6121", "1111", 9000000, NULL);
  coop_close (book);
  g_assert_cmpint (coop_balance (book, "4212"), ==, -3000000);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  g_assert_cmpint (coop_balance (book, "4212"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4211"), ==, 0);
  g_assert_cmpint (coop_balance (book, "4421"), ==, 700000);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* 18,000,000 more of cost: nothing is left of 6,000,000 and 10,000,000. */
static void
test_nothing_to_share (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafMeeting meeting = { .resolution = "NQ 01", .date = sheaf_date_new (2026, 3, 20) };

  coop_voucher (book, sheaf_date_new (2025, 10, 1), "6111", "1111", 18000000, NULL);
  coop_close (book);
  (void) sheaf_plan_store (book, 2025, coop_plan, -1, NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_false (sheaf_plan_approve (book, 2025, &meeting, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_REFUSED);
  assert_state (book, SHEAF_PLAN_DRAFT);
}

/* A share changed behind the program's back is found, whatever the audit trail says. */
static void
test_tampered (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  (void) sheaf_store_script (sheaf_book_store (book),
                             "DROP TRIGGER plan_share_unchanged;"
                             "UPDATE plan_share SET amount = amount + 1000 WHERE id = 1;",
                             &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coop_verify (book), >=, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/approval/posting-moves-the-ledger-by-what-was-approved",
                   test_post_moves_the_ledger);
  g_test_add_func ("/approval/what-was-approved-is-kept", test_frozen);
  g_test_add_func ("/approval/refusals", test_approval_refusals);
  g_test_add_func ("/approval/a-bad-plan-is-not-stored", test_bad_plan);
  g_test_add_func ("/approval/a-year-before-the-book-is-refused", test_law_not_in_force);
  g_test_add_func ("/approval/a-late-delivery-is-named", test_late_delivery);
  g_test_add_func ("/approval/a-changed-result-is-named", test_reopened_year);
  g_test_add_func ("/approval/a-reopened-year-is-not-shared", test_post_in_reopened_year);
  g_test_add_func ("/approval/shared-year-stays-closed-until-unposted",
                   test_shared_year_stays_closed);
  g_test_add_func ("/approval/posting-refusals", test_post_refusals);
  g_test_add_func ("/approval/a-posting-can-be-reversed", test_reversal);
  g_test_add_func ("/approval/only-the-difference-to-provisional-is-posted", test_provisional);
  g_test_add_func ("/approval/a-loss-is-posted-between-the-profits", test_loss);
  g_test_add_func ("/approval/nothing-to-share-is-refused", test_nothing_to_share);
  g_test_add_func ("/approval/a-changed-share-is-found", test_tampered);
  return g_test_run ();
}
