/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-sharing BOOK YEAR: how long it takes to read a year's figures, to compute, approve and post
 * its plan, and to take the posting back; and the memory it took. Changes the book. */
#include "distribution/inputs.h"
#include "distribution/posting.h"

#include <stdio.h>
#include <sys/resource.h>

static gint64 began;

static void
tell (const char *what)
{
  gint64 now = g_get_monotonic_time ();

  (void) printf ("%s: %.2f s\n", what, (double) (now - began) / 1000000);
  began = g_get_monotonic_time ();
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

  began = g_get_monotonic_time ();
  inputs = plan != NULL ? sheaf_distribution_inputs_load (book, year, plan, law, error) : NULL;
  if (inputs == NULL)
    return FALSE;
  tell ("figures read");
  result = sheaf_distribution_compute (plan, law, inputs, problems);
  tell ("computed (below 1)");
  (void) printf ("%u who share, %u shares\n", inputs->sharers->len,
                 result != NULL ? result->shares->len : 0);
  began = g_get_monotonic_time ();
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
