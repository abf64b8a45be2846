/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-workbench BOOK YEAR: how long the reading thread takes for what the page of the distribution
 * shows after each key: the year, a plan that is typed, versions side by side, a member explained.
 * Reads only. */
#include "app/distribution/distribution-jobs.h"
#include "app/distribution/explain-job.h"
#include "app/distribution/version-table.h"

#include <stdio.h>

static gint64 began;

static void
tell (const char *what)
{
  (void) printf ("%s: %.2f s\n", what, (double) (g_get_monotonic_time () - began) / 1000000);
  began = g_get_monotonic_time ();
}

static gboolean
work (SheafBook *book,
      int        year,
      GError   **error)
{
  char                 *versions[] = { (char *) "-", (char *) "-", (char *) "-", NULL };
  SheafYearPlanQuestion question = { .year = year };
  SheafVersionQuestion  beside = { .year = year, .versions = versions };
  SheafExplainQuestion  member = { .year = year };
  SheafYearPlan        *stored, *typed;
  g_autofree char      *text = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  began = g_get_monotonic_time ();
  stored = sheaf_year_plan_job (book, &question, error);
  if (stored == NULL)
    return FALSE;
  tell ("the year");
  (void) printf ("%u members\n", stored->members->len);
  text = sheaf_plan_to_text (stored->plan);
  question.text = text;
  began = g_get_monotonic_time ();
  typed = sheaf_year_plan_job (book, &question, error);
  tell ("a plan that is typed");
  sheaf_year_plan_free (typed);
  sheaf_version_table_free (sheaf_version_table_job (book, &beside, error));
  tell ("three versions side by side");
  member.text = text;
  member.code = stored->members->len > 0
                    ? ((SheafMemberShare *) stored->members->pdata[0])->code
                    : NULL;
  lines = member.code != NULL ? sheaf_explain_job (book, &member, error) : NULL;
  tell ("a member explained");
  sheaf_year_plan_free (stored);
  return lines != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;
  SheafActor actor = { .user = "bench", .today = sheaf_date_new (2026, 12, 31) };

  if (argc != 3)
    {
      (void) fprintf (stderr, "usage: time-workbench BOOK YYYY\n");
      return 2;
    }
  book = sheaf_book_open (argv[1], SHEAF_BOOK_READ, &actor, &error);
  if (book == NULL || !work (book, (int) g_ascii_strtoll (argv[2], NULL, 10), &error))
    {
      (void) fprintf (stderr, "%s\n", error != NULL ? error->message : "nobody shares");
      return 1;
    }
  return 0;
}
