/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and coins of a cash list: every member gets the exact sum. */
#include "payouts/notes.h"

#include "paying.h"

#include <string.h>

#define SMALLEST 200 /* dong, the smallest note that circulates */

static SheafPayoutBatch *
paid_list (SheafBook *book)
{
  const SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);

  return paying_list (book, &spec, NULL);
}

/* What the counts of a line are worth, with its rest. */
static gint64
worth (const SheafCashDraw     *notes,
       const SheafCashDrawLine *line)
{
  gint64 sum = line->rest.units;

  for (guint i = 0; i < notes->notes->len; i++)
    sum += g_array_index (notes->notes, SheafMoney, i).units * (gint64) line->counts[i];
  return sum;
}

static SheafCashDraw *
count (SheafBook              *book,
       const SheafPayoutBatch *batch,
       gint64                  smallest)
{
  g_autoptr (GError) error = NULL;
  SheafCashDraw *notes = sheaf_cash_draw_count (book, batch, SHEAF_MONEY (smallest), &error);

  g_assert_no_error (error);
  return notes;
}

/* 5,249,015, which is 5,447,379 less tax: ten of 500,000, one of 200,000, two of 20,000, one of
 * 5,000 and two of 2,000. */
static void
test_member (void)
{
  static const guint64 counts[] = { 10, 1, 0, 0, 2, 0, 1, 2, 0, 0, 0 };
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = paid_list (book);
  g_autoptr (SheafCashDraw) notes = count (book, batch, 0);
  const SheafCashDrawLine *line = notes->lines->pdata[0];

  g_assert_cmpstr (line->code, ==, "A");
  g_assert_cmpint (line->amount.units, ==, 5249015);
  g_assert_cmpuint (notes->notes->len, ==, G_N_ELEMENTS (counts));
  g_assert_cmpmem (line->counts, sizeof counts, counts, sizeof counts);
  g_assert_cmpint (line->rest.units, ==, 15);
}

static void
test_total (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = paid_list (book);
  g_autoptr (SheafCashDraw) notes = count (book, batch, 0);

  g_assert_cmpuint (notes->lines->len, ==, 4);
  g_assert_cmpint (notes->total->amount.units, ==, sheaf_payout_batch_total (batch).units);
  g_assert_cmpint (worth (notes, notes->total), ==, notes->total->amount.units);
  for (guint k = 0; k < notes->notes->len; k++)
    {
      guint64 sum = 0;

      for (guint i = 0; i < notes->lines->len; i++)
        sum += ((SheafCashDrawLine *) notes->lines->pdata[i])->counts[k];
      g_assert_cmpuint (sum, ==, notes->total->counts[k]);
    }
}

static void
test_smallest (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = paid_list (book);
  g_autoptr (SheafCashDraw) notes = count (book, batch, 1000);

  g_assert_cmpuint (notes->notes->len, ==, 9);
  g_assert_cmpint (((SheafCashDrawLine *) notes->lines->pdata[0])->rest.units, ==, 15);
  g_assert_cmpint (worth (notes, notes->total), ==, notes->total->amount.units);
}

static void
assert_refused (SheafBook              *book,
                const SheafPayoutBatch *batch,
                gint64                  smallest,
                SheafPayoutsError       code,
                const char             *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_cash_draw_count (book, batch, SHEAF_MONEY (smallest), &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) list = paid_list (book);

  assert_refused (book, list, 500001, SHEAF_PAYOUTS_ERROR_NOTES, "500,001");
  list->method = SHEAF_PAYOUT_BANK;
  assert_refused (book, list, 0, SHEAF_PAYOUTS_ERROR_BANK, "paid in cash");
  list->method = SHEAF_PAYOUT_CASH;
  for (guint i = 0; i < list->lines->len; i++)
    ((SheafPayoutLine *) list->lines->pdata[i])->paid = FALSE;
  assert_refused (book, list, 0, SHEAF_PAYOUTS_ERROR_NOTHING, "new list");
}

/* The fewest pieces that make up each whole amount, by trying every last piece. */
static void
fewest (const GArray *notes,
        guint         most,
        guint        *ret_fewest)
{
  for (guint step = 1; step <= most; step++)
    {
      ret_fewest[step] = G_MAXUINT;
      for (guint k = 0; k < notes->len; k++)
        {
          guint note = (guint) (g_array_index (notes, SheafMoney, k).units / 100);

          if (note <= step && ret_fewest[step - note] != G_MAXUINT)
            ret_fewest[step] = MIN (ret_fewest[step], ret_fewest[step - note] + 1);
        }
    }
}

/* Sums are exact for any amount; of 100 dong and above there is a rest only where no notes make up
 * the amount, and none needs fewer pieces. */
static void
test_random (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = paid_list (book);
  g_autoptr (SheafCashDraw) notes = count (book, batch, 0);
  guint             steps = 20000; /* of 100 dong */
  g_autofree guint *best = g_new0 (guint, steps + 1);

  fewest (notes->notes, steps, best);
  for (guint turn = 0; turn < 20000; turn++)
    {
      guint64           counts[16];
      gint64            units = turn % 2 == 0 ? (gint64) turn / 2 * 100
                                              : (gint64) g_test_rand_int () * 1000 + turn;
      SheafCashDrawLine line = { .counts = counts };
      guint64           pieces = 0;

      units = ABS (units);
      line.rest = sheaf_cash_draw_split (notes->notes, SHEAF_MONEY (units), counts);
      g_assert_cmpint (worth (notes, &line), ==, units);
      g_assert_cmpint (line.rest.units, >=, 0);
      g_assert_cmpint (line.rest.units, <, SMALLEST);
      if (units >= 400)
        g_assert_cmpint (line.rest.units, ==, units % 100);
      for (guint k = 0; k < notes->notes->len; k++)
        pieces += counts[k];
      if (line.rest.units == 0 && units <= (gint64) steps * 100)
        g_assert_cmpuint (pieces, ==, best[units / 100]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/a-member-gets-the-largest-first", test_member);
  g_test_add_func ("/notes/the-total-is-the-sum-of-the-members", test_total);
  g_test_add_func ("/notes/smallest-note-is-chosen-and-the-rest-shown", test_smallest);
  g_test_add_func ("/notes/refusals-name-the-remedy", test_refusals);
  g_test_add_func ("/notes/random-sums-are-exact-and-few", test_random);
  return g_test_run ();
}
