/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's figures are read once for all plans that are tried, and anew when the book changes. */
#include "distribution/year-figures.h"

#include "coop.h"
#include "distribution/draft.h"
#include "helpers/book.h"

#include <string.h>

typedef struct
{
  char      *folder;
  SheafBook *writer;
  SheafBook *reader;
  SheafLaw  *law;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SheafBook) coop = coop_new ();
  SheafActor       actor = test_actor (sheaf_date_new (2026, 4, 1));
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = test_folder_new ();
  path = g_build_filename (fixture->folder, "a.sheaf", NULL);
  g_assert_true (sheaf_store_backup (sheaf_book_store (coop), path, &error));
  fixture->writer = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error);
  g_assert_no_error (error);
  fixture->reader = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  fixture->law = sheaf_law_of_book (fixture->reader, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_law_free (fixture->law);
  sheaf_book_free (fixture->reader);
  sheaf_book_free (fixture->writer);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static SheafYearFigures *
load (Fixture   *fixture,
      SheafBook *book,
      int        year)
{
  g_autoptr (GError) error = NULL;
  SheafYearFigures *figures = sheaf_year_figures_load (book, year, fixture->law, &error);

  g_assert_no_error (error);
  return figures;
}

/* The text of the figures as a plan weighs them. */
static char *
weigh (Fixture    *fixture,
       SheafBook  *book,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = sheaf_plan_parse (text, -1, NULL, fixture->law, problems);
  g_autoptr (SheafDistributionInputs) inputs = NULL;

  inputs = sheaf_distribution_inputs_load (book, 2025, plan, fixture->law, &error);
  g_assert_no_error (error);
  return sheaf_distribution_inputs_to_text (inputs);
}

static void
follow (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_book_follow (book, &error));
  g_assert_no_error (error);
}

static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SheafYearFigures) first = load (fixture, fixture->reader, 2025);
  g_autoptr (SheafYearFigures) second = NULL;
  g_autoptr (SheafYearFigures) other = NULL;
  g_autoptr (SheafYearFigures) back = NULL;

  (void) data;
  follow (fixture->reader);
  second = load (fixture, fixture->reader, 2025);
  g_assert_true (first == second);
  other = load (fixture, fixture->reader, 2026);
  g_assert_true (other != first);
  g_assert_cmpint (other->year, ==, 2026);
  back = load (fixture, fixture->reader, 2025);
  g_assert_true (back != other);
  g_assert_cmpint (back->year, ==, 2025);
}

/* What another connection wrote is weighed after the next look, not before. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *before = weigh (fixture, fixture->reader, coop_plan);
  g_autofree char *after = NULL;

  (void) data;
  coop_deliver (fixture->writer, sheaf_date_new (2025, 5, 5), "A", 777);
  follow (fixture->reader);
  after = weigh (fixture, fixture->reader, coop_plan);
  g_assert_nonnull (strstr (before, "A use\t6000000\n"));
  g_assert_nonnull (strstr (after, "A use\t6000777\n"));
}

/* Nothing tells a connection of what it writes itself: it keeps no figures. */
static void
test_writer (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = weigh (fixture, fixture->writer, coop_plan);
  g_autofree char *after = NULL;

  (void) data;
  coop_deliver (fixture->writer, sheaf_date_new (2025, 5, 5), "A", 777);
  after = weigh (fixture, fixture->writer, coop_plan);
  g_assert_nonnull (strstr (before, "A use\t6000000\n"));
  g_assert_nonnull (strstr (after, "A use\t6000777\n"));
}

/* Kept figures give what fresh ones give, whatever plan was tried before. */
static void
test_plans (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const plans[] = {
    "[plan]\ncapital-basis=year-end\nleavers=no\n[weights]\nproduct.LEAF=3\n",
    "[plan]\ncapital-basis=year-end\n",
    "[plan]\ncapital-weight=committed\n",
    "[plan]\nleavers=no\n",
    "[weights]\nproduct.LEAF=2\n",
    "",
  };

  (void) data;
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (plans); i++)
    {
      const char      *plan = plans[i % G_N_ELEMENTS (plans)];
      g_autofree char *fresh = weigh (fixture, fixture->writer, plan);
      g_autofree char *kept = weigh (fixture, fixture->reader, plan);

      g_assert_cmpstr (kept, ==, fresh);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/year-figures/a-reader-keeps-the-last-year", Fixture, NULL, set_up, test_kept,
              tear_down);
  g_test_add ("/year-figures/what-another-wrote-is-read-anew", Fixture, NULL, set_up,
              test_changed, tear_down);
  g_test_add ("/year-figures/a-writer-sees-its-own-rows", Fixture, NULL, set_up, test_writer,
              tear_down);
  g_test_add ("/year-figures/kept-ones-weigh-as-fresh-ones", Fixture, NULL, set_up, test_plans,
              tear_down);
  return g_test_run ();
}
