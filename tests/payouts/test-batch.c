/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members are paid once, from money that is there, and it can be taken back one by one. */
#include "payouts/batch.h"

#include "book/act.h"
#include "distribution/coop.h"
#include "distribution/posting.h"
#include "ledger/voucher.h"
#include "paying.h"

/* Shares of the co-op in distribution/coop.c; worked in test-approval.c. */
#define SHARE_A 5447379
#define SHARE_B 5530448
#define SHARE_C 1983639
#define SHARE_L 1003534
#define SHARES 13965000

/* Before taxes, of the lines that stand. */
static gint64
gross_total (const SheafPayoutBatch *batch)
{
  gint64 total = 0;

  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];

      g_assert_cmpint (line->gross.units, ==,
                       line->tax.units + line->set_off.units + line->net.units);
      total += line->paid ? line->gross.units : 0;
    }
  return total;
}

static void
test_all (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  gint64          cash = -coop_balance (book, "1111");
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);

  g_assert_cmpuint (batch->lines->len, ==, 4);
  g_assert_cmpint (((SheafPayoutLine *) batch->lines->pdata[0])->gross.units, ==, SHARE_A);
  g_assert_cmpstr (((SheafPayoutLine *) batch->lines->pdata[3])->code, ==, "L");
  g_assert_cmpint (gross_total (batch), ==, SHARES);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpint (-coop_balance (book, "1111"), ==,
                   cash - sheaf_payout_batch_total (batch).units);
  g_assert_cmpint (coop_balance (book, "3338"), ==,
                   SHARES - sheaf_payout_batch_total (batch).units);
  g_assert_cmpint (paying_open (book, "A", 2025), ==, 0);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static void
test_one_did_not_come (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);
  g_autoptr (SheafPayoutBatch) second = NULL;
  g_autoptr (GError) error = NULL;
  const SheafPayoutLine *line = batch->lines->pdata[2];

  (void) sheaf_voucher_reverse (book, line->voucher_id, sheaf_date_new (2026, 4, 11), "Vắng mặt",
                                NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paying_open (book, "C", 2025), ==, SHARE_C);
  spec.date = sheaf_date_new (2026, 4, 12);
  second = paying_list (book, &spec, NULL);
  g_assert_cmpuint (second->lines->len, ==, 1);
  g_assert_cmpint (gross_total (second), ==, SHARE_C);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static void
test_minimum (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  guint warnings;

  spec.minimum = SHEAF_MONEY (SHARE_C);
  batch = paying_list (book, &spec, &warnings);
  g_assert_cmpuint (warnings, ==, 1);
  g_assert_cmpuint (batch->lines->len, ==, 3);
  g_assert_cmpint (paying_open (book, "L", 2025), ==, SHARE_L);
}

static void
test_plans_minimum (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafPayoutSpec  spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autofree char *plan = g_strconcat ("[plan]\nminimum-payout=5500000\n", coop_plan, NULL);
  g_autoptr (SheafPayoutBatch) batch = NULL;

  coop_close (book);
  coop_approve (book, plan);
  (void) coop_post (book);
  batch = paying_list (book, &spec, NULL);
  g_assert_cmpuint (batch->lines->len, ==, 1);
  g_assert_cmpint (gross_total (batch), ==, SHARE_B);
}

static void
test_paid_by_hand (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (GPtrArray) standings = NULL;
  g_autoptr (SheafPayoutBatch) batch = NULL;
  SheafVoucherRow *row;
  guint            warnings;

  standings = sheaf_payout_standing_list (book, 2025, sheaf_date_new (2026, 12, 31), &error);
  g_assert_no_error (error);
  batch = paying_list (book,
                       &(SheafPayoutSpec){ .year = 2025,
                                           .method = SHEAF_PAYOUT_CASH,
                                           .date = sheaf_date_new (2026, 4, 1),
                                           .minimum = SHEAF_MONEY (SHARE_B) },
                       NULL);
  voucher = sheaf_voucher_load (book, ((SheafPayoutLine *) batch->lines->pdata[0])->voucher_id,
                                &error);
  g_assert_no_error (error);
  row = voucher->rows->pdata[0];
  {
    g_autoptr (SheafVoucher) by_hand = NULL;
    SheafVoucherRow *one;

    by_hand = sheaf_voucher_new (SHEAF_VOUCHER_PAYMENT, sheaf_date_new (2026, 4, 2),
                                 "Tạm ứng cổ tức");
    one = sheaf_voucher_add_row (by_hand, row->debit_id, row->credit_id, SHEAF_MONEY (447379));
    one->debit_party_id = ((SheafPayoutStanding *) standings->pdata[0])->party_id;
    (void) sheaf_voucher_post (book, by_hand, NULL, &error);
    g_assert_no_error (error);
  }
  g_clear_pointer (&batch, sheaf_payout_batch_free);
  batch = paying_list (book, &spec, &warnings);
  g_assert_cmpuint (warnings, ==, 1);
  g_assert_cmpint (((SheafPayoutLine *) batch->lines->pdata[0])->gross.units, ==, 5000000);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
}

static void
test_unknown_list (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_payout_load (book, 77, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_FOUND);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);

  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_STATE);
  coop_close (book);
  coop_approve (book, coop_plan);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_STATE);
  (void) coop_post (book);
  spec.only = (const char *const[]){ "NOBODY", NULL };
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOT_FOUND);
  spec.only = NULL;
  spec.date = sheaf_date_new (2026, 3, 30);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_STATE);
  spec.date = sheaf_date_new (2026, 4, 10);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111",
                -coop_balance (book, "1111") - (SHARES * 9 / 10), NULL);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_MONEY);
}

/* Only B has given a bank account. */
static void
test_bank (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  guint warnings;

  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_MONEY);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", 6000000, NULL);
  batch = paying_list (book, &spec, &warnings);
  g_assert_cmpuint (warnings, ==, 3);
  g_assert_cmpint (gross_total (batch), ==, SHARE_B);
  g_assert_cmpint (coop_balance (book, "1121"), ==,
                   -6000000 + sheaf_payout_batch_total (batch).units);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static void
test_posting_cannot_go_while_paid (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 5, 1), "Sai", &error));
  g_assert_nonnull (strstr (error->message, "reverse the payments first"));
}

/* A posting reversed past its own checks leaves payments without a share: verify tells. */
static void
test_payment_without_share_is_found (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) vouchers = sheaf_plan_voucher_list (book, 2025, &error);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "x", "x", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < vouchers->len; i++)
    {
      (void) sheaf_voucher_reverse (book, ((SheafPlanVoucher *) vouchers->pdata[i])->voucher_id,
                                    sheaf_date_new (2026, 5, 1), "Sai", NULL, &error);
      g_assert_no_error (error);
    }
  (void) sheaf_act_commit (act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paying_verify (book), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout/everyone-is-paid-once", test_all);
  g_test_add_func ("/payout/one-who-did-not-come-is-open-again", test_one_did_not_come);
  g_test_add_func ("/payout/below-the-minimum-stays-open", test_minimum);
  g_test_add_func ("/payout/the-plan-has-a-minimum", test_plans_minimum);
  g_test_add_func ("/payout/never-more-than-the-ledger-owes", test_paid_by_hand);
  g_test_add_func ("/payout/an-unknown-list-is-refused", test_unknown_list);
  g_test_add_func ("/payout/refusals", test_refusals);
  g_test_add_func ("/payout/by-bank-where-an-account-is-known", test_bank);
  g_test_add_func ("/payout/a-posting-stays-while-members-are-paid",
                   test_posting_cannot_go_while_paid);
  g_test_add_func ("/payout/a-payment-without-share-is-found", test_payment_without_share_is_found);
  return g_test_run ();
}
