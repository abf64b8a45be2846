/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-workbench BOOK YEAR: how long the reading thread takes for what the page of the distribution
 * shows after each key: the year when the page opens, a plan that is typed, versions side by side,
 * a member explained. Reads only. */
#include "app/distribution/distribution-jobs.h"
#include "app/distribution/explain-job.h"
#include "app/distribution/version-table.h"

#include <stdio.h>
#include <sys/resource.h>

static gint64 began;
static double began_cpu;

/* Of this process, in the program and in the system for it. */
static double
cpu_seconds (void)
{
  struct rusage usage;

  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return 0;
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000000;
}

static void
begin (void)
{
  began = g_get_monotonic_time ();
  began_cpu = cpu_seconds ();
}

static void
tell (const char *what)
{
  (void) printf ("%s: %.3f s, processor %.3f s\n", what,
                 (double) (g_get_monotonic_time () - began) / 1000000, cpu_seconds () - began_cpu);
  begin ();
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

  begin ();
  stored = sheaf_year_plan_job (book, &question, error);
  if (stored == NULL)
    return FALSE;
  tell ("the year, read for the first time");
  (void) printf ("%u members\n", stored->members->len);
  text = sheaf_plan_to_text (stored->plan);
  question.text = text;
  begin ();
  typed = sheaf_year_plan_job (book, &question, error);
  tell ("a plan that is typed (below 0.1)");
  sheaf_year_plan_free (typed);
  begin ();
  sheaf_version_table_free (sheaf_version_table_job (book, &beside, error));
  tell ("three versions side by side (below 0.3)");
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
