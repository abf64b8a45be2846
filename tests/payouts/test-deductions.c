/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes off a payment before there is money: tax, then the member's own debts. */
#include "paying.h"

#include "distribution/coop.h"
#include "members/member.h"

#define A_SHARE 5447379
#define C_SHARE 1983639
#define C_TAX 99182 /* 5 % of it: all is by capital */

static void
lend (SheafBook  *book,
      const char *member,
      const char *account,
      gint64      amount)
{
  paying_lend (book, member, account, amount, sheaf_date_new (2026, 4, 2));
}

static SheafPayoutSpec
netting (void)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);

  spec.net_debts = TRUE;
  return spec;
}

static void
expect_set_off (const SheafPayoutLine *line,
                guint                  at,
                const char            *account,
                gint64                 amount)
{
  const SheafPayoutSetOff *set_off = NULL;

  g_assert_cmpuint (at, <, line->set_offs->len);
  set_off = line->set_offs->pdata[at];
  g_assert_cmpstr (set_off->account, ==, account);
  g_assert_cmpint (set_off->amount.units, ==, amount);
}

static void
expect_sums (const SheafPayoutLine *line,
             gint64                 gross,
             gint64                 tax,
             gint64                 set_off)
{
  g_assert_cmpint (line->gross.units, ==, gross);
  g_assert_cmpint (line->tax.units, ==, tax);
  g_assert_cmpint (line->set_off.units, ==, set_off);
  g_assert_cmpint (line->net.units, ==, gross - tax - set_off);
}

/* The order in which they were lent says nothing. */
static void
test_account_order (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = netting ();
  g_autoptr (SheafPayoutBatch) batch = NULL;

  lend (book, "C", "141", 400000);
  lend (book, "C", "131", 300000);
  batch = paying_list (book, &spec, NULL);
  expect_sums (paying_line (batch, "C", 2025), C_SHARE, C_TAX, 700000);
  expect_set_off (paying_line (batch, "C", 2025), 0, "131", 300000);
  expect_set_off (paying_line (batch, "C", 2025), 1, "141", 400000);
  g_assert_cmpuint (paying_line (batch, "A", 2025)->set_offs->len, ==, 0);
  g_assert_cmpint (coop_balance (book, "131"), ==, 0);
  g_assert_cmpint (coop_balance (book, "141"), ==, 0);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Tax goes first; the last debt is met as far as the money goes and the rest stays owed. */
static void
test_partial (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = netting ();
  g_autoptr (SheafPayoutBatch) batch = NULL;
  const SheafPayoutLine *line;

  lend (book, "C", "131", 1500000);
  lend (book, "C", "141", 1500000);
  batch = paying_list (book, &spec, NULL);
  line = paying_line (batch, "C", 2025);
  expect_sums (line, C_SHARE, C_TAX, C_SHARE - C_TAX);
  expect_set_off (line, 0, "131", 1500000);
  expect_set_off (line, 1, "141", C_SHARE - C_TAX - 1500000);
  g_assert_cmpint (line->voucher_id, !=, 0); /* of the tax */
  g_assert_cmpint (coop_balance (book, "131"), ==, 0);
  g_assert_cmpint (-coop_balance (book, "141"), ==, 3000000 - C_SHARE + C_TAX);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Nothing is set off unasked, and nothing of who does not consent. */
static void
test_consent (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = netting ();
  g_autoptr (SheafPayoutBatch) asked = NULL;
  g_autoptr (SheafPayoutBatch) unasked = NULL;

  lend (book, "A", "141", 400000);
  lend (book, "B", "141", 400000);
  lend (book, "C", "141", 400000);
  spec.keep_debts = (const char *const[]){ "NOBODY", NULL };
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOT_FOUND);
  spec.keep_debts = (const char *const[]){ "A", NULL };
  spec.only = (const char *const[]){ "A", "B", NULL };
  asked = paying_list (book, &spec, NULL);
  g_assert_cmpint (paying_line (asked, "A", 2025)->set_off.units, ==, 0);
  g_assert_cmpint (paying_line (asked, "B", 2025)->set_off.units, ==, 400000);
  spec.net_debts = FALSE;
  spec.keep_debts = spec.only = NULL;
  unasked = paying_list (book, &spec, NULL);
  g_assert_cmpint (paying_line (unasked, "C", 2025)->set_off.units, ==, 0);
  g_assert_cmpint (-coop_balance (book, "141"), ==, 800000);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* What was paid back on a day after the list's is no debt any more: it is not met twice. */
static void
test_met_later (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = netting ();
  g_autoptr (SheafPayoutBatch) batch = NULL;

  lend (book, "A", "141", 400000);
  paying_lend (book, "A", "141", -100000, sheaf_date_new (2026, 5, 1));
  lend (book, "C", "141", 300000);
  paying_lend (book, "C", "141", -300000, sheaf_date_new (2026, 5, 1));
  batch = paying_list (book, &spec, NULL);
  g_assert_cmpint (paying_line (batch, "A", 2025)->set_off.units, ==, 300000);
  g_assert_cmpint (paying_line (batch, "C", 2025)->set_off.units, ==, 0);
  g_assert_cmpint (coop_balance (book, "141"), ==, 0);
}

/* Each list pays up to its part of the whole share, rounded down; the last one all that is left. */
static void
test_instalments (void)
{
  static const gint64 parts[] = { 333333, 333333, 666667, 0 };
  static const gint64 upto[] = { 1815791, 0, 3631587, A_SHARE };
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  gint64          paid = 0, tax = 0, whole;

  {
    g_autoptr (SheafProblems) problems = sheaf_problems_new ();
    g_autoptr (SheafPayoutBatch) all = sheaf_payout_preview (book, &spec, problems, NULL);

    whole = paying_line (all, "A", 2025)->tax.units;
  }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (SheafPayoutBatch) batch = NULL;

      spec.part = SHEAF_RATE (parts[i]);
      spec.date = sheaf_date_new (2026, 4, 10 + (int) i);
      if (upto[i] == 0)
        {
          paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
          continue;
        }
      batch = paying_list (book, &spec, NULL);
      paid += paying_line (batch, "A", 2025)->gross.units;
      tax += paying_line (batch, "A", 2025)->tax.units;
      g_assert_cmpint (batch->part.millionths, ==, parts[i]);
      g_assert_cmpint (paid, ==, upto[i]);
      g_assert_cmpint (paying_open (book, "A", 2025), ==, A_SHARE - paid);
    }
  /* Of each payment and pool tax is rounded by half a unit at most. */
  g_assert_cmpint (ABS (tax - whole), <=, 3);
  g_assert_cmpint (coop_balance (book, "338"), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* C has too little in each year but enough in both; L has a share of 2025 alone. */
static void
test_earlier (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) first = NULL;
  g_autoptr (SheafPayoutBatch) both = NULL;
  g_autoptr (GArray) payments = NULL;
  const SheafPayoutLine *line;
  gint64                 open;

  spec.minimum = SHEAF_MONEY (3000000);
  first = paying_list (book, &spec, NULL);
  g_assert_cmpuint (first->lines->len, ==, 2);
  paying_share_2026 (book);
  open = paying_open (book, "C", 2026);
  g_assert_cmpint (open, >, 0);
  spec.year = 2026;
  spec.date = sheaf_date_new (2027, 4, 10);
  spec.minimum = SHEAF_MONEY (C_SHARE + open);
  spec.only = (const char *const[]){ "C", NULL };
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
  spec.earlier = TRUE;
  spec.only = (const char *const[]){ "C", "L", NULL };
  spec.minimum = SHEAF_MONEY (C_SHARE + open + 1);
  paying_refused (book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
  spec.minimum = SHEAF_MONEY (C_SHARE + open);
  both = paying_list (book, &spec, NULL);
  g_assert_cmpuint (both->lines->len, ==, 2);
  line = paying_line (both, "C", 2026);
  g_assert_cmpint (line->gross.units, ==, open);
  g_assert_cmpint (paying_line (both, "C", 2025)->gross.units, ==, C_SHARE);
  g_assert_cmpint (paying_line (both, "C", 2025)->voucher_id, ==, line->voucher_id);
  payments = sheaf_payout_batch_payments (both);
  g_assert_cmpuint (payments->len, ==, 1);
  g_assert_cmpint (g_array_index (payments, SheafPayoutPayment, 0).net.units, ==,
                   sheaf_payout_batch_total (both).units);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Debts meet the older year first; a part is of the list's own year, the earlier are paid whole; a
 * list of 2025 takes nothing of 2026 along. */
static void
test_two_years (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = netting ();
  g_autoptr (SheafPayoutBatch) both = NULL;
  g_autoptr (SheafPayoutBatch) old = NULL;
  gint64 open, net;

  paying_share_2026 (book);
  open = paying_open (book, "C", 2026);
  spec.date = sheaf_date_new (2027, 4, 10);
  spec.earlier = TRUE;
  spec.only = (const char *const[]){ "L", "A", NULL };
  old = paying_list (book, &spec, NULL);
  g_assert_cmpuint (old->lines->len, ==, 2);
  paying_lend (book, "C", "131", 100000, sheaf_date_new (2027, 4, 2));
  paying_lend (book, "C", "141", C_SHARE - C_TAX, sheaf_date_new (2027, 4, 2));
  spec.year = 2026;
  spec.part = SHEAF_RATE (500000);
  spec.only = (const char *const[]){ "C", NULL };
  both = paying_list (book, &spec, NULL);
  expect_sums (paying_line (both, "C", 2025), C_SHARE, C_TAX, C_SHARE - C_TAX);
  expect_set_off (paying_line (both, "C", 2025), 0, "131", 100000);
  g_assert_cmpint (paying_line (both, "C", 2026)->gross.units, ==, open / 2);
  net = open / 2 - paying_line (both, "C", 2026)->tax.units;
  expect_set_off (paying_line (both, "C", 2026), 0, "141", MIN (100000, net));
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/deductions/debts-are-met-in-the-order-of-accounts", test_account_order);
  g_test_add_func ("/deductions/tax-goes-first-and-the-last-debt-in-part", test_partial);
  g_test_add_func ("/deductions/nothing-is-set-off-without-consent", test_consent);
  g_test_add_func ("/deductions/what-is-met-later-is-not-met-twice", test_met_later);
  g_test_add_func ("/deductions/instalments-add-up-to-the-share", test_instalments);
  g_test_add_func ("/deductions/the-minimum-is-judged-on-all-years", test_earlier);
  g_test_add_func ("/deductions/the-older-year-meets-debts-first", test_two_years);
  return g_test_run ();
}
