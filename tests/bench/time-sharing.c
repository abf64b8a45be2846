/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-sharing BOOK YEAR: how long it takes to read a year's figures, to compute, approve and post
 * its plan, and to take the posting back; and the memory it took. Changes the book. */
#include "distribution/inputs.h"
#include "distribution/posting.h"

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
  struct rusage usage = { .ru_maxrss = 0 };

  (void) getrusage (RUSAGE_SELF, &usage); /* else it tells 0 */
  (void) printf ("%s: %.2f s, processor %.2f s, memory so far %ld MB\n", what,
                 (double) (g_get_monotonic_time () - began) / 1000000,
                 cpu_seconds () - began_cpu, usage.ru_maxrss / 1024);
  begin ();
}

static gboolean
share (SheafBook *book,
       int        year,
       GError   **error)
{
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, error);
  g_autoptr (SheafPlan) plan = law != NULL ? sheaf_plan_load (book, law, year, NULL, error) : NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  g_autoptr (SheafDistribution) result = NULL;
  SheafDate    day = sheaf_date_new (year + 1, 3, 31);
  SheafMeeting meeting = { .resolution = "1", .date = day };

  begin ();
  inputs = plan != NULL ? sheaf_distribution_inputs_load (book, year, plan, law, error) : NULL;
  if (inputs == NULL)
    return FALSE;
  tell ("figures read");
  result = sheaf_distribution_compute (plan, law, inputs, problems);
  tell ("computed (below 1)");
  (void) printf ("%u who share, %u shares\n", inputs->sharers->len,
                 result != NULL ? result->shares->len : 0);
  g_clear_pointer (&inputs, sheaf_distribution_inputs_free);
  g_clear_pointer (&result, sheaf_distribution_free);
  begin ();
  if (!sheaf_plan_approve (book, year, &meeting, problems, error))
    return FALSE;
  tell ("approved");
  if (!sheaf_plan_post (book, year, day, NULL, error))
    return FALSE;
  tell ("posted (below 6)");
  if (!sheaf_plan_unpost (book, year, day, "bench", error))
    return FALSE;
  tell ("taken back");
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;
  SheafActor    actor = { .user = "bench", .today = sheaf_date_new (2026, 12, 31) };
  struct rusage usage;

  if (argc != 3)
    {
      (void) fprintf (stderr, "usage: time-sharing BOOK YYYY\n");
      return 2;
    }
  book = sheaf_book_open (argv[1], SHEAF_BOOK_WRITE, &actor, &error);
  if (book == NULL || !share (book, (int) g_ascii_strtoll (argv[2], NULL, 10), &error))
    {
      (void) fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (getrusage (RUSAGE_SELF, &usage) == 0)
    (void) printf ("memory: %ld MB (below 300)\n", usage.ru_maxrss / 1024);
  return 0;
}
