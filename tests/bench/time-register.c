/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-register BOOK: how long the register of a day with capital, kinds and certificates takes to
 * be read, on days of ten years; what is due, limits and shares on the same days. */
#include "capital/certificate-due.h"
#include "capital/due.h"
#include "capital/limit.h"
#include "capital/ownership.h"
#include "capital/register.h"

#include <stdio.h>
#include <time.h>

#define TURNS 21

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* Each gives how many rows were read, or -1. */
static int
read_register (SheafBook *book,
               SheafDate  day,
               GError   **error)
{
  g_autoptr (GPtrArray) rows = sheaf_register_list (book, day, error);
  g_autoptr (GPtrArray) papers = rows == NULL ? NULL : sheaf_certificates_on (book, day, error);

  return papers == NULL ? -1 : (int) (rows->len + papers->len);
}

static int
read_dues (SheafBook *book,
           SheafDate  day,
           GError   **error)
{
  g_autoptr (GPtrArray) dues = sheaf_capital_dues (book, day, error);

  return dues == NULL ? -1 : (int) dues->len;
}

static int
read_papers_due (SheafBook *book,
                 SheafDate  day,
                 GError   **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, day, error);

  return dues == NULL ? -1 : (int) dues->len;
}

static int
read_breaches (SheafBook *book,
               SheafDate  day,
               GError   **error)
{
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (book, day, error);

  return breaches == NULL ? -1 : (int) breaches->len;
}

static int
read_ownership (SheafBook *book,
                SheafDate  day,
                GError   **error)
{
  g_autoptr (SheafCapitalOwnership) ownership = sheaf_capital_ownership (book, day, error);

  return ownership == NULL ? -1 : (int) ownership->shares->len;
}

static gboolean
measure (SheafBook  *book,
         const char *what,
         int (*read) (SheafBook *book, SheafDate day, GError **error),
         GError **error)
{
  gint64 taken[TURNS];
  gint64 worked[TURNS]; /* by the processor: what counts on a machine that others use too */
  int    rows = 0;

  for (int i = 0; i < TURNS; i++)
    {
      SheafDate day = sheaf_date_add_days (sheaf_date_new (2017, 1, 1), i * 155);
      gint64    began = g_get_monotonic_time ();
      clock_t   work = clock ();

      rows = read (book, day, error);
      taken[i] = g_get_monotonic_time () - began;
      worked[i] = (gint64) (clock () - work) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
      if (rows < 0)
        return FALSE;
    }
  qsort (taken, TURNS, sizeof *taken, compare);
  qsort (worked, TURNS, sizeof *worked, compare);
  (void) printf ("%-36s median %6.1f ms (processor %6.1f), worst %6.1f ms (%6.1f), %d rows\n", what,
                 (double) taken[TURNS / 2] / 1000, (double) worked[TURNS / 2] / 1000,
                 (double) taken[TURNS - 1] / 1000, (double) worked[TURNS - 1] / 1000, rows);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;
  const SheafActor actor = { .user = "bench", .today = sheaf_date_new (2025, 12, 31) };

  if (argc != 2)
    {
      (void) fprintf (stderr, "usage: time-register BOOK\n");
      return 2;
    }
  book = sheaf_book_open (argv[1], SHEAF_BOOK_READ, &actor, &error);
  if (book == NULL ||
      !measure (book, "the register of a day (below 100)", read_register, &error) ||
      !measure (book, "contributions due on a day", read_dues, &error) ||
      !measure (book, "certificates due on a day", read_papers_due, &error) ||
      !measure (book, "limits on a day", read_breaches, &error) ||
      !measure (book, "shares of the capital on a day", read_ownership, &error))
    {
      (void) fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return 0;
}
