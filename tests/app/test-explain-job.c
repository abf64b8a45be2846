/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window "Why this amount?" reads. */
#include "app/members/explain-job.h"

#include "distribution/coop.h"
#include "payouts/explain.h"

static SheafWhyAnswer *
ask (SheafBook  *book,
     const char *code,
     int         year)
{
  g_autoptr (GError) error = NULL;
  SheafWhyQuestion question = { g_strdup (code), year, sheaf_date_new (2026, 8, 1) };
  SheafWhyAnswer  *answer = sheaf_why_job (book, &question, &error);

  g_assert_no_error (error);
  g_free (question.code);
  return answer;
}

static void
test_latest_year (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafWhyAnswer *answer;

  coop_close (book);
  answer = ask (book, "B", 0);
  g_assert_cmpuint (answer->years->len, ==, 0);
  g_assert_null (answer->lines);
  sheaf_why_answer_free (answer);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  answer = ask (book, "B", 0);
  g_assert_cmpint (answer->year, ==, 2025);
  g_assert_cmpuint (answer->years->len, ==, 1);
  g_assert_nonnull (sheaf_explain_lines_find (answer->lines, "internal-use", "amount"));
  g_assert_nonnull (sheaf_explain_lines_find (answer->lines, "payout", "open"));
  sheaf_why_answer_free (answer);
}

/* Who got nothing has no year to choose. */
static void
test_no_share (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafWhyAnswer *answer;

  coop_close (book);
  coop_approve (book, coop_plan);
  answer = ask (book, "D", 0);
  g_assert_null (answer->lines);
  sheaf_why_answer_free (answer);
}

static void
test_a_year_without_a_plan (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  SheafWhyQuestion question = { g_strdup ("B"), 2024, sheaf_date_new (2026, 8, 1) };

  g_assert_null (sheaf_why_job (book, &question, &error));
  g_assert_nonnull (error);
  g_free (question.code);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain-job/the-latest-year-comes-first", test_latest_year);
  g_test_add_func ("/explain-job/no-share-no-year", test_no_share);
  g_test_add_func ("/explain-job/a-year-without-a-plan-is-an-error", test_a_year_without_a_plan);
  return g_test_run ();
}
