/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closing that is tried shows what will be posted, leaves nothing, and changes no statement. */
#include "yearend/closing-preview.h"

#include "helpers/ledger.h"
#include "ledger/period.h"
#include "reports/collected.h"

typedef struct
{
  SheafBook *book;
} Fixture;

static const SheafClosingKeys usual = { .key = SHEAF_CLOSING_BY_REVENUE };
static const SheafClosingKeys by_cost = { .key = SHEAF_CLOSING_BY_COST, .tax_by_profit = TRUE };

/* Internal 400 of sales 1000, cost internal 100 of 600; overhead 50, tax 40. */
static void
set_up (Fixture           *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  fixture->book = test_ledger_new ();
  (void) test_post (fixture->book, "2025-01-10", "1111", "131", 900, NULL, "KH1");
  (void) test_post (fixture->book, "2025-02-10", "1111", "5111", 600, NULL, NULL);
  (void) test_post (fixture->book, "2025-02-11", "131", "5121", 400, "TV1", NULL);
  (void) test_post (fixture->book, "2025-03-10", "6111", "1111", 500, NULL, NULL);
  (void) test_post (fixture->book, "2025-03-11", "6121", "1111", 100, NULL, NULL);
  (void) test_post (fixture->book, "2025-04-10", "642", "1111", 50, NULL, NULL);
  (void) test_post (fixture->book, "2025-12-31", "659", "3334", 40, NULL, NULL);
}

static void
tear_down (Fixture           *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&fixture->book, sheaf_book_free);
}

static SheafCollected *
preview (Fixture                *fixture,
         const SheafClosingKeys *keys,
         guint                  *ret_differing,
         GError                **error)
{
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  SheafCollected  *collected = NULL;

  if (sheaf_closing_preview_write (fixture->book, 2025, keys, "en", sink, ret_differing, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static const SheafCollectedSection *
find_section (const SheafCollected *collected,
              const char           *name)
{
  for (guint i = 0; i < collected->sections->len; i++)
    {
      const SheafCollectedSection *section = collected->sections->pdata[i];

      if (g_strcmp0 (section->section->name, name) == 0)
        return section;
    }
  return NULL;
}

static gint64
figure (const SheafCollectedSection *section,
        guint                        row,
        guint                        column)
{
  return ((const SheafReportRow *) section->rows->pdata[row])->cells[column].number;
}

static gboolean
is_closed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean closed = TRUE;

  (void) sheaf_closing_is_closed (fixture->book, 2025, &closed, &error);
  g_assert_no_error (error);
  return closed;
}

static void
test_statements_say_after_what_they_said_before (Fixture           *fixture,
                                                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  guint differing = 99;
  g_autoptr (SheafCollected) collected = preview (fixture, &usual, &differing, &error);
  const SheafCollectedSection *statement;

  g_assert_no_error (error);
  g_assert_cmpuint (differing, ==, 0);
  statement = find_section (collected, "B02-HTX");
  for (guint i = 0; i < statement->rows->len; i++)
    g_assert_cmpint (figure (statement, i, 2), ==, figure (statement, i, 3));
  g_assert_cmpuint (find_section (collected, "statements")->rows->len, ==, 1);
}

static void
test_the_result_is_told_by_side (Fixture           *fixture,
                                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCollected) collected = preview (fixture, &usual, NULL, &error);
  const SheafCollectedSection *result;

  g_assert_no_error (error);
  result = find_section (collected, "result");
  /* Overhead 50 by revenue: internal 20, external 30; tax all external, as the Circular. */
  g_assert_cmpint (figure (result, 0, 1), ==, 400 - 100 - 20);
  g_assert_cmpint (figure (result, 0, 2), ==, 600 - 500 - 30);
  g_assert_cmpint (figure (result, 1, 1), ==, 0);
  g_assert_cmpint (figure (result, 1, 2), ==, 40);
  g_assert_cmpint (figure (result, 2, 1), ==, 280);
  g_assert_cmpint (figure (result, 2, 2), ==, 30);
  g_assert_cmpint (figure (result, 2, 3), ==, 310);
}

static void
test_another_key_is_told_by_the_lines_it_changes (Fixture           *fixture,
                                                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  guint differing = 0;
  g_autoptr (SheafCollected) collected = preview (fixture, &by_cost, &differing, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (differing, >, 0);
  g_assert_cmpuint (find_section (collected, "statements")->rows->len, ==, differing + 1);
}

static void
test_nothing_is_written (Fixture           *fixture,
                         gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 profit = test_balance (fixture->book, "4211", "2025-12-31");
  g_autoptr (SheafCollected) collected = preview (fixture, &usual, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (is_closed (fixture));
  g_assert_cmpint (sheaf_closing_voucher (fixture->book, 2025), ==, 0);
  g_assert_cmpint (test_balance (fixture->book, "4211", "2025-12-31"), ==, profit);
  test_verify (fixture->book);
}

static void
test_what_is_shown_is_what_is_posted (Fixture           *fixture,
                                      gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCollected) before = preview (fixture, &by_cost, NULL, &error);
  g_autoptr (SheafCollected) after = NULL;
  gint64                   id = 0;
  static const char *const sections[] = { "entries", "result" };

  (void) sheaf_closing_post (fixture->book, 2025, &by_cost, &id, &error);
  g_assert_no_error (error);
  after = preview (fixture, &by_cost, NULL, &error);
  g_assert_no_error (error);
  for (guint s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      const SheafCollectedSection *shown = find_section (before, sections[s]);
      const SheafCollectedSection *posted = find_section (after, sections[s]);

      g_assert_cmpuint (shown->rows->len, ==, posted->rows->len);
      for (guint i = 0; i < shown->rows->len; i++)
        for (guint c = 0; c < 4; c++)
          {
            const SheafReportRow *a = shown->rows->pdata[i];
            const SheafReportRow *b = posted->rows->pdata[i];

            g_assert_cmpstr (a->cells[c].text, ==, b->cells[c].text);
            g_assert_cmpint (a->cells[c].number, ==, b->cells[c].number);
          }
    }
  g_assert_null (find_section (after, "statements"));
}

static void
test_what_closing_refuses_the_trial_refuses (Fixture           *fixture,
                                             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCollected) collected = NULL;

  (void) sheaf_period_lock (fixture->book, test_day ("2025-12-31"), &error);
  g_assert_no_error (error);
  collected = preview (fixture, &usual, NULL, &error);
  g_assert_null (collected);
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_false (is_closed (fixture));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/closing-preview/statements-say-after-what-they-said-before",
       test_statements_say_after_what_they_said_before);
  ADD ("/closing-preview/the-result-is-told-by-side", test_the_result_is_told_by_side);
  ADD ("/closing-preview/another-key-is-told-by-the-lines-it-changes",
       test_another_key_is_told_by_the_lines_it_changes);
  ADD ("/closing-preview/nothing-is-written", test_nothing_is_written);
  ADD ("/closing-preview/what-is-shown-is-what-is-posted", test_what_is_shown_is_what_is_posted);
  ADD ("/closing-preview/what-closing-refuses-the-trial-refuses",
       test_what_closing_refuses_the_trial_refuses);
  return g_test_run ();
}
