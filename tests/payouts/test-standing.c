/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far shares are paid, and which list the state is told of. */
#include "payouts/standing.h"

#include "distribution/coop.h"
#include "distribution/posting.h"
#include "paying.h"
#include "payouts/return.h"

/* Of the members of distribution/coop.c, B has a bank account and A has none. */
#define WITH_ACCOUNT "B"
#define WITHOUT "A"

/* Pays up to a part of each share (millionths; 0: all). */
static SheafPayoutBatch *
pay (SheafBook        *book,
     SheafPayoutMethod method,
     int               day,
     gint64            part)
{
  SheafPayoutSpec spec = paying_spec (method, 4, day);

  spec.part = SHEAF_RATE (part);
  return paying_list (book, &spec, NULL);
}

/* Of April; 0: the day before the posting. */
static GPtrArray *
list_on (SheafBook *book,
         int        day)
{
  g_autoptr (GError) error = NULL;
  SheafDate  on = day > 0 ? sheaf_date_new (2026, 4, day) : sheaf_date_new (2026, 3, 30);
  GPtrArray *list = sheaf_payout_standing_list (book, 2025, on, &error);

  g_assert_no_error (error);
  return list;
}

/* A later list in cash does not hide what waits for the bank. */
static void
test_ordered (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (SheafPayoutBatch) ordered = pay (book, SHEAF_PAYOUT_BANK, 10, 400000);
  g_autoptr (SheafPayoutBatch) cash = pay (book, SHEAF_PAYOUT_CASH, 11, 0);
  g_autoptr (GPtrArray) list = list_on (book, 12);
  const SheafPayoutStanding *standing = paying_standing (list, WITH_ACCOUNT, 2025);

  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_ORDERED);
  g_assert_cmpint (standing->ordered.units, ==,
                   paying_line (ordered, WITH_ACCOUNT, 2025)->net.units);
  g_assert_cmpint (standing->ordered.units, <, standing->money.units);
  g_assert_cmpint (standing->state_list, ==, ordered->id);
  g_assert_cmpint (standing->batch_id, ==, cash->id);
  standing = paying_standing (list, WITHOUT, 2025);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_PAID);
  g_assert_cmpint (standing->ordered.units, ==, 0);
  g_assert_cmpint (standing->state_list, ==, cash->id);
}

/* What came back of the first list is told of it, whatever was paid after it. */
static void
test_bounced (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (SheafPayoutBatch) first = pay (book, SHEAF_PAYOUT_BANK, 10, 400000);
  g_autoptr (SheafPayoutBatch) second = pay (book, SHEAF_PAYOUT_BANK, 11, 700000);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SheafPayoutStanding *standing;

  (void) sheaf_payout_return (book, first->id, paying_line (first, WITH_ACCOUNT, 2025)->party_id,
                              SHEAF_PAYOUT_RETURN_BOUNCED, sheaf_date_new (2026, 4, 12), "Sai tên",
                              NULL, &error);
  g_assert_no_error (error);
  list = list_on (book, 13);
  standing = paying_standing (list, WITH_ACCOUNT, 2025);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_BOUNCED);
  g_assert_cmpint (standing->state_list, ==, first->id);
  g_assert_cmpint (standing->batch_id, ==, second->id);
  g_assert_cmpint (standing->ordered.units, ==,
                   paying_line (second, WITH_ACCOUNT, 2025)->net.units);
  standing = paying_standing (list, WITHOUT, 2025);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing->state_list, ==, 0);
}

/* An instalment that is paid leaves the member to pay: of no list. */
static void
test_instalment (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (SheafPayoutBatch) first = pay (book, SHEAF_PAYOUT_CASH, 10, 400000);
  g_autoptr (GPtrArray) list = list_on (book, 11);
  const SheafPayoutStanding *standing = paying_standing (list, WITHOUT, 2025);

  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing->state_list, ==, 0);
  g_assert_cmpint (standing->batch_id, ==, first->id);
}

/* Posted on 2026-03-31: until then nothing is open, and nothing is paid either. */
static void
test_posted_later (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (GPtrArray) before = list_on (book, 0);
  g_autoptr (GPtrArray) after = list_on (book, 1);

  g_assert_cmpint (paying_standing (before, WITHOUT, 2025)->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (paying_standing (before, WITHOUT, 2025)->open.units, ==, 0);
  g_assert_cmpint (paying_standing (after, WITHOUT, 2025)->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (paying_standing (after, WITHOUT, 2025)->open.units, ==,
                   paying_standing (after, WITHOUT, 2025)->share.units);
}

static void
test_account (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (GPtrArray) list = list_on (book, 10);
  SheafPayoutStanding half = { .bank_bin = NULL, .bank_account = (char *) "1" };

  g_assert_true (sheaf_payout_standing_has_account (paying_standing (list, WITH_ACCOUNT, 2025)));
  g_assert_false (sheaf_payout_standing_has_account (paying_standing (list, WITHOUT, 2025)));
  g_assert_false (sheaf_payout_standing_has_account (&half));
  half.bank_bin = (char *) "";
  g_assert_false (sheaf_payout_standing_has_account (&half));
}

static gint64
there (SheafBook        *book,
       SheafPayoutMethod method,
       int               day)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount = SHEAF_MONEY_ZERO;

  (void) sheaf_payout_money_there (book, method, sheaf_date_new (2026, 4, day), &amount, &error);
  g_assert_no_error (error);
  return amount.units;
}

static void
test_money (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  gint64 bank = there (book, SHEAF_PAYOUT_BANK, 10), cash = there (book, SHEAF_PAYOUT_CASH, 10);
  g_autoptr (SheafPayoutBatch) batch = pay (book, SHEAF_PAYOUT_CASH, 11, 0);

  g_assert_cmpint (cash, >, 0);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_CASH, 10), ==, cash);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_CASH, 11), ==,
                   cash - sheaf_payout_batch_total (batch).units);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_BANK, 11), ==, bank);
}

/* Everything is as if nothing had been shared: nobody is told to be paid. */
static void
test_unposted (void)
{
  g_autoptr (SheafBook) book = paying_coop (5000000);
  g_autoptr (SheafPayoutBatch) batch = pay (book, SHEAF_PAYOUT_CASH, 11, 0);
  g_autoptr (GPtrArray) posted = NULL;
  g_autoptr (GPtrArray) after = NULL;

  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];

      g_assert_true (sheaf_payout_take_back (book, batch->id, line->party_id,
                                             sheaf_date_new (2026, 4, 12), "Sai", NULL));
    }
  posted = list_on (book, 13);
  g_assert_cmpuint (posted->len, ==, batch->lines->len);
  g_assert_true (sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 13), "Sai", NULL));
  after = list_on (book, 13);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/a-later-list-does-not-hide-what-waits-for-the-bank", test_ordered);
  g_test_add_func ("/standing/what-came-back-is-told-of-its-list", test_bounced);
  g_test_add_func ("/standing/an-instalment-leaves-the-rest-to-pay", test_instalment);
  g_test_add_func ("/standing/before-the-posting-nothing-is-open-or-paid", test_posted_later);
  g_test_add_func ("/standing/an-account-needs-its-bank", test_account);
  g_test_add_func ("/standing/money-is-what-the-account-holds-on-the-day", test_money);
  g_test_add_func ("/standing/a-posting-taken-back-leaves-nobody", test_unposted);
  return g_test_run ();
}
