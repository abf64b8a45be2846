/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reversing from the journal takes back what the voucher stands for, or is refused. */
#include "payouts/reversal.h"

#include "distribution/coop.h"
#include "distribution/posting.h"
#include "ledger/error.h"
#include "paying.h"

static SheafPayoutBatch *
pay (SheafBook *book,
     int        day)
{
  const SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, day);

  return paying_list (book, &spec, NULL);
}

static void
reverse (SheafBook *book,
         gint64     id,
         SheafDate  date)
{
  g_autoptr (GError) error = NULL;
  gint64 mirror = 0;

  g_assert_true (sheaf_journal_reverse (book, id, date, "Nhầm", &mirror, &error));
  g_assert_no_error (error);
  g_assert_cmpint (mirror, ==, sheaf_voucher_reversed_by (book, id));
  g_assert_cmpint (mirror, !=, 0);
}

/* Once a share is paid the distribution stands; the payments taken back, it may go. */
static void
test_distribution (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  SheafDate date = sheaf_date_new (2026, 4, 10);
  gint64    posting;
  int       year = 0;

  coop_close (book);
  coop_approve (book, coop_plan);
  posting = coop_post (book);
  g_assert_true (sheaf_plan_year_of_voucher (book, posting, &year, NULL));
  g_assert_cmpint (year, ==, 2025);
  batch = pay (book, 10);
  g_assert_false (sheaf_journal_reverse (book, posting, date, "Nhầm", NULL, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE);
  for (guint i = 0; i < batch->lines->len; i++)
    reverse (book, ((SheafPayoutLine *) batch->lines->pdata[i])->voucher_id, date);
  reverse (book, posting, date);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_true (sheaf_plan_year_of_voucher (book, posting, &year, NULL));
  g_assert_cmpint (year, ==, 0);
  g_clear_error (&error);
  g_assert_false (sheaf_journal_reverse (book, posting, date, "Nhầm", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  g_assert_cmpuint (coop_verify (book), ==, 0);
}

/* Whichever of its vouchers is reversed, the whole distribution goes. */
static void
test_any_step (void)
{
  SheafDate date = sheaf_date_new (2026, 4, 10);

  for (guint at = 0; at < 4; at++)
    {
      g_autoptr (SheafBook) book = paying_coop (0);
      g_autoptr (GPtrArray) vouchers = NULL;
      g_autoptr (GPtrArray) left = NULL;

      vouchers = sheaf_plan_voucher_list (book, 2025, NULL);
      g_assert_cmpuint (vouchers->len, ==, 4);
      reverse (book, ((SheafPlanVoucher *) vouchers->pdata[at])->voucher_id, date);
      left = sheaf_plan_voucher_list (book, 2025, NULL);
      g_assert_cmpuint (left->len, ==, 0);
      g_assert_cmpint (coop_balance (book, "338"), ==, 0);
      g_assert_cmpint (coop_balance (book, "4212"), ==, 6000000);
      g_assert_cmpint (coop_balance (book, "4211"), ==, 10000000);
      g_assert_cmpuint (coop_verify (book), ==, 0);
    }
}

/* A payment taken back is open again. */
static void
test_payment (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafPayoutBatch) second = NULL;

  batch = pay (book, 10);
  reverse (book, ((SheafPayoutLine *) batch->lines->pdata[0])->voucher_id,
           sheaf_date_new (2026, 4, 11));
  second = pay (book, 12);
  g_assert_cmpuint (second->lines->len, ==, 1);
}

/* What no book stands behind is reversed as it is; a reason is asked for. */
static void
test_plain (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  coop_voucher (book, sheaf_date_new (2025, 5, 5), "642", "335", 77, NULL);
  g_assert_true (sheaf_store_get_int (sheaf_book_store (book), "SELECT max (id) FROM voucher",
                                      SHEAF_NO_ARGS, &id, NULL));
  g_assert_false (
      sheaf_journal_reverse (book, id, sheaf_date_new (2025, 5, 6), "", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  reverse (book, id, sheaf_date_new (2025, 5, 6));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reversal/paid-distribution-is-refused", test_distribution);
  g_test_add_func ("/reversal/any-voucher-of-a-distribution-takes-all-of-it-back", test_any_step);
  g_test_add_func ("/reversal/payment-is-open-again", test_payment);
  g_test_add_func ("/reversal/other-vouchers-need-a-reason", test_plain);
  return g_test_run ();
}
