/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the distribution page reads and does on its threads. */
#include "app/distribution/distribution-jobs.h"

#include "distribution/coop.h"

#define EXEMPT "[tax]\nuse=exempt-agricultural\n"

/* The co-op is of no sector: what storing would refuse is found while it is typed, with its
 * field. */
static void
test_the_book_judges_what_is_typed (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char      *text = g_strconcat (coop_plan, EXEMPT, NULL);
  SheafYearPlanQuestion question = { 2025, text };
  SheafYearPlan        *year_plan;
  gboolean              found = FALSE;

  coop_close (book);
  year_plan = sheaf_year_plan_job (book, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (year_plan->problems->errors, ==, 1);
  for (guint i = 0; i < year_plan->problems->items->len; i++)
    found = found ||
            g_strcmp0 (((const SheafProblem *) year_plan->problems->items->pdata[i])->column,
                       "[tax] use") == 0;
  g_assert_true (found);
  sheaf_year_plan_free (year_plan);
}

/* A refusal brings along what is to be mended. */
static void
test_a_refusal_has_its_problems (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autofree char *text = g_strconcat (coop_plan, EXEMPT, NULL);
  SheafYearAct     act = { .kind = SHEAF_YEAR_STORE_PLAN, .year = 2025, .text = text };
  SheafYearActed  *acted = sheaf_year_act_job (book, &act, NULL);

  g_assert_nonnull (acted->refusal);
  g_assert_cmpuint (acted->problems->errors, ==, 1);
  sheaf_year_acted_free (acted);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution-jobs/book-judges-what-is-typed",
                   test_the_book_judges_what_is_typed);
  g_test_add_func ("/distribution-jobs/refusal-has-its-problems", test_a_refusal_has_its_problems);
  return g_test_run ();
}
