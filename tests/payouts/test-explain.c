/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a member is told of tax and payment. */
#include "payouts/explain.h"

#include "distribution/coop.h"
#include "paying.h"

static GPtrArray *
explain (SheafBook  *book,
         const char *code)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = sheaf_payout_explain (book, 2025, code, sheaf_date_new (2026, 8, 1), problems,
                                           &error);

  g_assert_no_error (error);
  return lines;
}

static void
assert_line (const GPtrArray *lines,
             const char      *key,
             const char      *value,
             const char      *figure,
             const char      *note)
{
  const SheafExplainLine *line = sheaf_explain_lines_find (lines, "payout", key);

  g_assert_nonnull (line);
  g_assert_cmpstr (line->value, ==, value);
  g_assert_cmpstr (line->figure, ==, figure);
  g_assert_cmpstr (line->note, ==, note);
}

static void
test_before_the_posting (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray) lines = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  lines = explain (book, "B");
  assert_line (lines, "open", "0", "0",
               "Nothing is posted for you yet, so nothing can be paid.");
  g_assert_null (sheaf_explain_lines_find (lines, "payout", "money"));
}

/* The treatment of each pool that gave something: capital is taxed, by use as the plan says. */
static void
test_open_and_taxes (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (GPtrArray) lines = NULL;

  lines = explain (book, "C");
  assert_line (lines, "tax:capital", "0.05", "5%",
               "Thuế thu nhập cá nhân từ đầu tư vốn (Art. 52), kept back of each payment.");
  g_assert_null (sheaf_explain_lines_find (lines, "payout", "tax:use"));
  assert_line (lines, "open", "1983639", "1,983,639", "Can be paid since 31 Mar 2026.");
}

static void
test_paid (void)
{
  const SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 7, 2);
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);
  g_autoptr (GPtrArray) lines = explain (book, "C");
  gint64 tax = 0, money = 0;

  money = g_ascii_strtoll (sheaf_explain_lines_find (lines, "payout", "money")->value, NULL, 10);
  if (sheaf_explain_lines_find (lines, "payout", "tax") != NULL)
    tax = g_ascii_strtoll (sheaf_explain_lines_find (lines, "payout", "tax")->value, NULL, 10);
  g_assert_cmpint (money + tax, ==, 1983639);
  g_assert_cmpstr (sheaf_explain_lines_find (lines, "payout", "money")->note, ==,
                   "Last on 2 Jul 2026.");
  assert_line (lines, "open", "0", "0", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout-explain/before-the-posting-nothing-can-be-paid",
                   test_before_the_posting);
  g_test_add_func ("/payout-explain/what-is-open-and-how-it-is-taxed", test_open_and_taxes);
  g_test_add_func ("/payout-explain/what-was-paid-and-kept-back-is-the-share", test_paid);
  return g_test_run ();
}
