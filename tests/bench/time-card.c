/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-card BOOK DAY: how long members' cards take to be read on the day, median and worst of some
 * hundred members. */
#include "reports/card.h"

#include "members/member.h"

#include <stdio.h>

#define TURNS 201

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) members = NULL;
  SheafActor actor = { .user = "bench" };
  SheafDate  day;
  gint64     taken[TURNS];

  if (argc != 3 || !sheaf_date_parse (argv[2], &day, &error))
    {
      (void) fprintf (stderr, "usage: time-card BOOK YYYY-MM-DD\n");
      return 2;
    }
  actor.today = day;
  book = sheaf_book_open (argv[1], SHEAF_BOOK_READ, &actor, &error);
  members = book != NULL ? sheaf_member_list (book, &error) : NULL;
  for (guint i = 0; error == NULL && i < TURNS; i++)
    {
      const SheafMember *member = members->pdata[(gsize) i * 7919 % members->len];
      gint64             began = g_get_monotonic_time ();
      g_autoptr (SheafCard) card = sheaf_card_load (book, member->party_id, day, &error);

      taken[i] = g_get_monotonic_time () - began;
    }
  if (error != NULL)
    {
      (void) fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  qsort (taken, TURNS, sizeof *taken, compare);
  (void) printf ("a member's card of %u: median %.1f ms, worst %.1f ms (below 50)\n", members->len,
                 (double) taken[TURNS / 2] / 1000, (double) taken[TURNS - 1] / 1000);
  return 0;
}
