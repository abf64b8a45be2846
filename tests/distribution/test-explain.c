/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members are told of their shares: figures that agree with each other, in three languages. */
#include "distribution/explain.h"

#include "base/language.h"
#include "coop.h"
#include "distribution/error.h"
#include "distribution/quota.h"
#include "distribution/draft.h"
#include "store/store.h"

static GPtrArray *
explain (SheafBook  *book,
         const char *code)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = sheaf_distribution_explain (book, 2025, code, problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafExplainLine *line = lines->pdata[i];

      g_test_message ("%s %s: %s | %s | %s | %s", line->section, line->key, line->value,
                      line->label, line->figure, line->note != NULL ? line->note : "");
    }
  return lines;
}

static void
assert_line (const GPtrArray *lines,
             const char      *section,
             const char      *key,
             const char      *value,
             const char      *figure,
             const char      *note)
{
  const SheafExplainLine *line = sheaf_explain_lines_find (lines, section, key);

  g_assert_nonnull (line);
  g_assert_cmpstr (line->value, ==, value);
  g_assert_cmpstr (line->figure, ==, figure);
  g_assert_cmpstr (line->note, ==, note);
}

/* 2,166,000 × 3,660 ÷ 9,859 = 804,093.72: worked by hand in test-approval.c. */
static void
test_every_step_is_told (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray) lines = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  lines = explain (book, "B");
  assert_line (lines, "internal", "result", "6000000", "6,000,000",
               "What the co-op earned with it in 2025, after costs and tax.");
  assert_line (lines, "external", "common-fund", "-1000000", "−1,000,000",
               "10% of 10,000,000; the law asks for at least 5% (Art. 84). It belongs to all "
               "members together and is never shared out.");
  assert_line (lines, "internal", "fund:welfare", "-285000", "−285,000",
               "5% of the 5,700,000 left by then, as the plan says.");
  assert_line (lines, "internal", "to-share", "5415000", "5,415,000", NULL);
  assert_line (lines, "internal-capital", "pool", "2166000", "2,166,000",
               "40% of the 5,415,000 that are shared.");
  assert_line (lines, "internal-use", "delivery:LEAF", "3000000", "3,000,000",
               "1 kg on 15 Jun 2025.");
  assert_line (lines, "internal-capital", "capital:2025-07-02", "20000000", "20,000,000",
               "20,000,000 × 183 days = 3,660,000,000");
  assert_line (lines, "internal-capital", "weight", "3660000000", "3,660,000,000",
               "Money times days; that is about 10,027,397 on each of the 365 days of the year.");
  assert_line (lines, "internal-capital", "all", "9859000000", "9,859,000,000",
               "Members who share in this way: 4.");
  assert_line (lines, "internal-capital", "quota", "0.371234", "37.12%",
               "3,660,000,000 out of 9,859,000,000; this fraction counts, not the rounded "
               "percentage.");
  assert_line (lines, "internal-capital", "exact", "", "804,093.72…",
               "2,166,000 × 3,660,000,000 ÷ 9,859,000,000 = 804,093.72…");
  assert_line (lines, "internal-capital", "rounding", "2", "+0.28",
               "Everybody first gets the part without its fraction. That leaves 2 times 1, one for "
               "each of the largest fractions. Yours, 0.72, is number 2 of them, so you get 1 "
               "more.");
  assert_line (lines, "internal-capital", "amount", "804094", "804,094", NULL);
  assert_line (lines, "total", "total", "5530448", "5,530,448",
               "649,800 + 902,500 + 804,094 + 3,174,054");
  assert_line (lines, "total", "state", "2026-03-20", "",
               "Approved by the general meeting on 20 Mar 2026 (NQ 01/2026).");
}

/* Own figures are told once, though both profits are shared by them. */
static void
test_own_figures_are_told_once (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray) lines = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  lines = explain (book, "A");
  g_assert_nonnull (sheaf_explain_lines_find (lines, "internal-capital", "capital:2025-01-01"));
  g_assert_null (sheaf_explain_lines_find (lines, "external-capital", "capital:2025-01-01"));
  g_assert_nonnull (sheaf_explain_lines_find (lines, "external-capital", "weight"));
}

static void
test_no_share_is_told_why (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  lines = explain (book, "D");
  assert_line (lines, "internal-use", "none", "0", "0",
               "In 2025 there is no delivery or purchase of yours that counts: it must fall on a "
               "day when the law lets you share by use.");
  assert_line (lines, "external-capital", "none", "0", "0",
               "In 2025 there was no capital of yours that counts.");
  assert_line (lines, "total", "total", "0", "0", NULL);
  g_assert_null (sheaf_distribution_explain (book, 2025, "nobody", problems, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE);
}

/* The rounded remainders of every member, and every line that must agree with another one. */
static void
test_figures_agree (void)
{
  static const char *const codes[] = { "A", "B", "C", "L" };
  static const char        plan[] = "[plan]\nrounding-unit=1000\n"
                                    "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                                    "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n"
                                    "[external]\ncapital=1\n";
  g_autoptr (SheafBook) book = coop_new ();

  coop_close (book);
  coop_approve (book, plan);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GPtrArray) lines = explain (book, codes[i]);
      gint64 sum = 0, pool = 0;

      for (guint k = 0; k < lines->len; k++)
        {
          const SheafExplainLine *line = lines->pdata[k];
          gint64                  value = g_ascii_strtoll (line->value, NULL, 10);

          g_assert_true (g_utf8_validate (line->label, -1, NULL));
          if (line->kind == SHEAF_EXPLAIN_AMOUNT)
            {
              g_assert_cmpint (value % 1000, ==, 0);
              sum += value;
            }
          if (line->kind == SHEAF_EXPLAIN_POOL)
            pool += g_str_equal (line->key, "pool") ? value : 0;
        }
      g_assert_cmpint (pool, ==, 5700000 + 9000000);
      g_assert_cmpint (
          sum, ==,
          g_ascii_strtoll (sheaf_explain_lines_find (lines, "total", "total")->value, NULL, 10));
    }
}

static void
test_changed_books_are_told (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray) lines = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  coop_deliver (book, sheaf_date_new (2025, 5, 5), "A", 1000);
  lines = explain (book, "A");
  g_assert_nonnull (sheaf_explain_lines_find (lines, "internal-use", "changed"));
  g_assert_null (sheaf_explain_lines_find (lines, "internal-capital", "changed"));
}

static void
test_other_languages (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  const char *before;

  coop_close (book);
  coop_approve (book, coop_plan);
  before = sheaf_language_speak ("vi");
  {
    g_autoptr (GPtrArray) lines = explain (book, "B");
    const SheafExplainLine *line = sheaf_explain_lines_find (lines, "internal-capital", "quota");

    g_assert_cmpstr (line->figure, ==, "37,12\u00a0%");
    g_assert_cmpstr (line->value, ==, "0.371234");
  }
  (void) sheaf_language_speak (before);
}

static void
test_simulated (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;

  (void) sheaf_plan_store (book, 2025, coop_plan, -1, NULL, problems, &error);
  g_assert_no_error (error);
  lines = explain (book, "A");
  assert_line (lines, "total", "state", "", "",
               "The general meeting has not approved these figures: they may change.");
}

/* Rounded percentages never say none of something, or all where somebody else has a part. */
static void
test_percent (void)
{
  static const struct
  {
    guint       weight;
    guint       total;
    const char *text;
    gboolean    exact;
  } cases[] = {
    { 0, 7, "0,00\u00a0%", TRUE },
    { 1, 3, "33,33\u00a0%", FALSE },
    { 2, 3, "66,67\u00a0%", FALSE },
    { 7, 7, "100,00\u00a0%", TRUE },
    { 1, 1000000, "< 0,01\u00a0%", FALSE },
    { 999999, 1000000, "> 99,99\u00a0%", FALSE },
    { 1, 20000, "0,01\u00a0%", FALSE },
    { 3, 80, "3,75\u00a0%", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean         exact;
      g_autofree char *text = sheaf_quota_percent (cases[i].weight, cases[i].total, "vi", &exact);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (exact, ==, cases[i].exact);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/every-step-is-told", test_every_step_is_told);
  g_test_add_func ("/explain/own-figures-are-told-once", test_own_figures_are_told_once);
  g_test_add_func ("/explain/no-share-is-told-why", test_no_share_is_told_why);
  g_test_add_func ("/explain/figures-agree", test_figures_agree);
  g_test_add_func ("/explain/changed-books-are-told", test_changed_books_are_told);
  g_test_add_func ("/explain/other-languages", test_other_languages);
  g_test_add_func ("/explain/a-simulation-says-so", test_simulated);
  g_test_add_func ("/quota/percent-is-never-none-nor-all", test_percent);
  return g_test_run ();
}
