/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A return is taken back only where the money was not paid again. */
#include "payouts/return.h"

#include "distribution/coop.h"
#include "paying.h"
#include "payouts/reversal.h"

#define MEMBER "B"

static SheafPayoutBatch *
pay (SheafBook *book,
     int        day,
     gint64     part)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, day);

  spec.part = SHEAF_RATE (part);
  return paying_list (book, &spec, NULL);
}

static void
bounce (SheafBook              *book,
        const SheafPayoutBatch *batch,
        int                     day)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_return (book, batch->id, paying_line (batch, MEMBER, 2025)->party_id,
                              SHEAF_PAYOUT_RETURN_BOUNCED, sheaf_date_new (2026, 4, day),
                              "Sai tên", NULL, &error);
  g_assert_no_error (error);
}

static void
take_back (SheafBook              *book,
           const SheafPayoutBatch *batch,
           int                     day,
           gboolean                expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      sheaf_payout_return_take_back (book, batch->id, paying_line (batch, MEMBER, 2025)->party_id,
                                     sheaf_date_new (2026, 4, day), "Nhầm", &error),
      ==, expected);
  if (expected)
    g_assert_no_error (error);
  else
    g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE);
  if (error != NULL)
    g_test_message ("%s", error->message);
}

/* What is open then is the next instalment, not what came back: that was paid again. */
static void
test_paid_again (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) first = pay (book, 10, 400000);
  g_autoptr (SheafPayoutBatch) second = NULL;
  g_autoptr (GError) error = NULL;

  bounce (book, first, 11);
  second = pay (book, 12, 400000);
  g_assert_cmpint (paying_line (second, MEMBER, 2025)->net.units, ==,
                   paying_line (first, MEMBER, 2025)->net.units);
  g_assert_cmpint (paying_open (book, MEMBER, 2025), >,
                   paying_line (first, MEMBER, 2025)->net.units);
  take_back (book, first, 13, FALSE);
  /* The second payment came back too: then it may be; and both may have arrived after all. */
  bounce (book, second, 13);
  take_back (book, first, 14, TRUE);
  take_back (book, second, 14, TRUE);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static void
test_paid_again_reversed (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) first = pay (book, 10, 400000);
  g_autoptr (SheafPayoutBatch) second = NULL;
  g_autoptr (GError) error = NULL;

  bounce (book, first, 11);
  second = pay (book, 12, 400000);
  (void) sheaf_journal_reverse (book, paying_line (second, MEMBER, 2025)->voucher_id,
                                sheaf_date_new (2026, 4, 13), "Nhầm", NULL, &error);
  g_assert_no_error (error);
  take_back (book, first, 13, TRUE);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Of two instalments the first may have come back before or after the second was paid. */
static void
test_next_instalment (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) first = pay (book, 10, 400000);
  g_autoptr (SheafPayoutBatch) second = pay (book, 11, 700000);

  bounce (book, first, 12);
  take_back (book, first, 13, TRUE);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* What came back and was taken back never came back: it is paid, and nothing is returned. */
static void
test_never_came_back (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay (book, 10, 0);
  g_autoptr (GPtrArray) list = NULL;
  const SheafPayoutStanding *standing;

  bounce (book, batch, 12);
  take_back (book, batch, 12, TRUE);
  list = paying_standings (book);
  standing = paying_standing (list, MEMBER, 2025);
  g_assert_cmpint (standing->open.units, ==, 0);
  g_assert_cmpint (standing->returned.units, ==, 0);
  g_assert_cmpint (standing->money.units, ==, paying_line (batch, MEMBER, 2025)->net.units);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return/paid-again-as-an-instalment-it-stands", test_paid_again);
  g_test_add_func ("/return/taken-back-it-never-came-back", test_never_came_back);
  g_test_add_func ("/return/reversed-it-was-not-paid-again", test_paid_again_reversed);
  g_test_add_func ("/return/an-instalment-paid-before-it-is-no-second-payment",
                   test_next_instalment);
  return g_test_run ();
}
