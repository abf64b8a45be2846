/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a plan beside each other, and the meeting that approves one of them. */
#include "coop.h"

#include "distribution/compare.h"
#include "distribution/error.h"
#include "distribution/posting.h"

static const char *const other_plan = "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                                      "[internal]\nuse=0.6\ncapital=0.4\n[external]\ncapital=1\n";

static void
keep (SheafBook  *book,
      const char *name,
      const char *plan)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  (void) sheaf_plan_store_version (book, 2025, name, plan, -1, NULL, problems, &error);
  g_assert_no_error (error);
}

static void
approve (SheafBook    *book,
         SheafMeeting *meeting,
         const char   *why,
         guint         warnings)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  meeting->resolution = "NQ 01/2026";
  if (meeting->date.days == 0)
    meeting->date = sheaf_date_new (2026, 3, 20);
  g_assert_cmpint (sheaf_plan_approve (book, 2025, meeting, problems, &error), ==, why == NULL);
  g_assert_cmpuint (problems->warnings, ==, warnings);
  if (why == NULL)
    return;
  g_test_message ("%s", error->message);
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, why));
}

/* Warnings that the plan itself gives at any approval. */
static guint
count_warnings (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistribution) result = sheaf_distribution_simulate (book, 2025, problems, NULL);

  g_assert_nonnull (result);
  return problems->warnings;
}

/* Two versions: the sums of each column are what its own calculation gives. */
static void
test_compare (void)
{
  static const char *const names[] = { "-", "B", NULL };
  static const char *const many[] = { "-", "B", "-", "B", NULL };
  static const char *const none[] = { "-", "X", NULL };
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlanComparison) both = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  keep (book, NULL, coop_plan);
  keep (book, "B", other_plan);
  versions = sheaf_plan_version_list (book, 2025, &error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (versions->pdata[0], ==, "-");
  g_assert_cmpstr (versions->pdata[1], ==, "B");
  both = sheaf_plan_compare (book, 2025, names, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (both->n, ==, 2);
  g_assert_cmpint (sheaf_plan_comparison_step (both, 0, "fund:welfare").units, >, 0);
  g_assert_cmpint (sheaf_plan_comparison_step (both, 1, "fund:welfare").units, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      SheafMoney sum = sheaf_plan_comparison_step (both, i, "undistributed");

      for (guint k = 0; k < both->codes->len; k++)
        sum = sheaf_money_add (sum,
                               sheaf_plan_comparison_member (both, i, both->codes->pdata[k]));
      g_assert_cmpint (sum.units, ==, sheaf_plan_comparison_step (both, i, "to-share").units);
      g_assert_cmpint (sum.units, ==, sheaf_plan_comparison_total (both, i).units);
    }
  g_assert_null (sheaf_plan_compare (book, 2025, many, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
  g_clear_error (&error);
  g_assert_null (sheaf_plan_compare (book, 2025, none, problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
}

static void
test_bad_name (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_plan_store_version (book, 2025, "phương án 2", coop_plan, -1, NULL,
                                            problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
}

static guint
count_versions (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = sheaf_plan_version_list (book, 2025, &error);

  g_assert_no_error (error);
  return versions->len;
}

static void
forget (SheafBook  *book,
        const char *name,
        const char *why)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sheaf_plan_forget_version (book, 2025, name, &error), ==, why == NULL);
  if (why == NULL)
    return;
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
  g_assert_nonnull (strstr (error->message, why));
}

/* What is forgotten is gone from the list, and can come again. */
static void
test_a_version_is_forgotten (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, NULL);
  g_autoptr (SheafPlan) none = NULL;
  g_autoptr (SheafPlan) again = NULL;
  g_autoptr (GError) error = NULL;

  keep (book, NULL, coop_plan);
  keep (book, "B", other_plan);
  g_assert_cmpuint (count_versions (book), ==, 2);
  forget (book, "X", "no version");
  forget (book, "-", "plan itself");
  forget (book, "B", NULL);
  g_assert_cmpuint (count_versions (book), ==, 1);
  none = sheaf_plan_load_version (book, law, 2025, "B", NULL, &error);
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
  forget (book, "B", "no version");
  keep (book, "B", other_plan);
  again = sheaf_plan_load_version (book, law, 2025, "B", NULL, NULL);
  g_assert_nonnull (again);
}

static void
test_the_approved_version_is_kept (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafMeeting     meeting = { .version = "B" };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  coop_close (book);
  keep (book, NULL, coop_plan);
  keep (book, "B", other_plan);
  g_assert_true (sheaf_plan_counting_version (book, 2025, &before, NULL));
  g_assert_null (before);
  approve (book, &meeting, NULL, count_warnings (book));
  g_assert_true (sheaf_plan_counting_version (book, 2025, &after, NULL));
  g_assert_cmpstr (after, ==, "B");
  forget (book, "B", "approved");
  g_assert_cmpuint (count_versions (book), ==, 2);
}

/* Where it cannot be read what was approved, nothing is taken for not approved. */
static void
test_an_unreadable_approval_stops (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafMeeting meeting = { .version = "B" };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  coop_close (book);
  keep (book, NULL, coop_plan);
  keep (book, "B", other_plan);
  approve (book, &meeting, NULL, count_warnings (book));
  (void) sheaf_store_script (sheaf_book_store (book),
                             "ALTER TABLE plan_approval RENAME COLUMN resolution TO gone;", &error);
  g_assert_no_error (error);
  g_assert_false (sheaf_plan_counting_version (book, 2025, &name, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (sheaf_plan_forget_version (book, 2025, "B", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_versions (book), ==, 2);
}

/* The version that the meeting chose is posted; another one stored beside it changes nothing. */
static void
test_version_is_approved (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafMeeting   meeting = { .version = "B" };
  SheafPlanState state;
  g_autoptr (SheafApproval) approval = NULL;

  coop_close (book);
  keep (book, NULL, coop_plan);
  keep (book, "B", other_plan);
  approve (book, &meeting, NULL, count_warnings (book));
  keep (book, NULL, coop_plan);
  g_assert_true (sheaf_plan_state (book, 2025, &state, NULL));
  g_assert_cmpint (state, ==, SHEAF_PLAN_APPROVED);
  approval = sheaf_approval_find (book, 2025, NULL);
  g_assert_cmpstr (approval->version, ==, "B");
  coop_post (book);
  g_assert_cmpint (coop_balance (book, "3532"), ==, 0);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

static void
test_meeting (void)
{
  static const struct
  {
    guint       members, present, in_favour, call;
    int         before; /* days before the meeting */
    const char *why;
  } cases[] = {
    { 40, 20, 11, 0, 0, NULL },
    { 40, 19, 19, 1, 0, "Art. 59.7" },
    { 40, 14, 14, 2, 30, NULL },
    { 40, 13, 13, 2, 30, "Art. 59.7" },
    { 40, 14, 14, 2, 31, "30 days" },
    { 40, 1, 1, 3, 20, NULL },
    { 40, 1, 1, 3, 21, "20 days" },
    { 40, 20, 10, 1, 0, "Art. 61" },
    { 40, 41, 30, 1, 0, "out of 40" },
    { 40, 30, 31, 1, 0, "31 votes" },
    { 40, 30, 30, 4, 0, "three times" },
  };
  g_autoptr (SheafBook) book = coop_new ();

  coop_close (book);
  keep (book, NULL, coop_plan);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SheafMeeting meeting = { .members = cases[i].members,
                               .present = cases[i].present,
                               .in_favour = cases[i].in_favour,
                               .voted = TRUE,
                               .call = cases[i].call,
                               .date = sheaf_date_new (2026, 3, 20) };

      if (cases[i].before > 0)
        meeting.call_before = sheaf_date_add_days (meeting.date, -cases[i].before);
      approve (book, &meeting, cases[i].why, cases[i].why == NULL ? count_warnings (book) : 0);
    }
}

/* Kept with the approval, in figures and in words. */
static void
test_heads_are_kept (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafApproval) approval = NULL;
  SheafMeeting meeting = {
    .members = 40,
    .present = 31,
    .in_favour = 30,
    .voted = TRUE,
    .date = sheaf_date_new (2026, 5, 1) /* a day after four months: told */
  };

  coop_close (book);
  keep (book, NULL, coop_plan);
  approve (book, &meeting, NULL, count_warnings (book) + 1);
  approval = sheaf_approval_find (book, 2025, NULL);
  g_assert_cmpuint (approval->members, ==, 40);
  g_assert_cmpuint (approval->present, ==, 31);
  g_assert_cmpuint (approval->in_favour, ==, 30);
  g_assert_cmpstr (approval->quorum, ==, "31/40");
  g_assert_cmpstr (approval->votes, ==, "30/31");
}

static void
test_heads_text (void)
{
  guint part, whole;

  g_assert_true (sheaf_heads_parse ("31/40", &part, &whole));
  g_assert_cmpuint (part, ==, 31);
  g_assert_cmpuint (whole, ==, 40);
  g_assert_false (sheaf_heads_parse ("31 of 40", &part, &whole));
  g_assert_false (sheaf_heads_parse ("31/40/2", &part, &whole));
  g_assert_false (sheaf_heads_parse ("-1/40", &part, &whole));
}

/* Posting after the plan was changed says which line. */
static void
test_change_is_named (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  keep (book, NULL,
        "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n[fund welfare]\naccount=3532\n"
        "rate=0.06\n[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n[external]\ncapital=1\n");
  g_assert_false (sheaf_plan_post (book, 2025, sheaf_date_new (2026, 3, 31), NULL, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "fund welfare rate: 0.05"));
  g_assert_nonnull (strstr (error->message, "0.06"));
}

/* One act takes everything back: every account stands as before the posting, and it can be posted
 * again. One row for each member and profit. */
static void
test_reversal (void)
{
  static const char *const accounts[] = { "4211", "4212", "4421", "3532" };
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  gint64         before[G_N_ELEMENTS (accounts)];
  SheafPlanState state;

  coop_close (book);
  coop_approve (book, coop_plan);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    before[i] = coop_balance (book, accounts[i]);
  coop_post (book);
  g_assert_cmpint (coop_balance (book, "4212"), !=, before[1]);
  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 1), "Sai", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    g_assert_cmpint (coop_balance (book, accounts[i]), ==, before[i]);
  g_assert_true (sheaf_plan_state (book, 2025, &state, NULL));
  g_assert_cmpint (state, ==, SHEAF_PLAN_APPROVED);
  coop_post (book);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/stand-beside-each-other", test_compare);
  g_test_add_func ("/versions/have-codes-for-names", test_bad_name);
  g_test_add_func ("/versions/forgotten-one-is-gone", test_a_version_is_forgotten);
  g_test_add_func ("/versions/approved-one-is-not-forgotten", test_the_approved_version_is_kept);
  g_test_add_func ("/versions/the-approved-one-is-posted", test_version_is_approved);
  g_test_add_func ("/versions/a-changed-plan-says-what-changed", test_change_is_named);
  g_test_add_func ("/versions/reversal-restores-every-balance", test_reversal);
  g_test_add_func ("/meeting/quorum-majority-and-terms-are-judged", test_meeting);
  g_test_add_func ("/meeting/heads-are-kept-and-a-late-day-is-told", test_heads_are_kept);
  g_test_add_func ("/meeting/heads-are-read-from-text", test_heads_text);
  g_test_add_func ("/versions/an-unreadable-approval-stops", test_an_unreadable_approval_stops);
  return g_test_run ();
}
