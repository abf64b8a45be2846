/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far shares are paid, and which list the state is told of. */
#include "payouts/standing.h"

#include "distribution/coop.h"
#include "payouts/return.h"

/* Of the members of distribution/coop.c, B has a bank account and A has none. */
#define WITH_ACCOUNT "B"
#define WITHOUT "A"

static SheafBook *
posted_coop (void)
{
  SheafBook *book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", 5000000, NULL);
  return book;
}

/* Pays up to a part of each share (millionths; 0: all). */
static SheafPayoutBatch *
pay (SheafBook        *book,
     SheafPayoutMethod method,
     int               day,
     gint64            part)
{
  const SheafPayoutSpec spec = { .year = 2025,
                                 .method = method,
                                 .date = sheaf_date_new (2026, 4, day),
                                 .minimum = SHEAF_MONEY (-1),
                                 .part = SHEAF_RATE (part) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafPayoutBatch *batch;
  gint64            id = 0;

  (void) sheaf_payout_make (book, &spec, problems, &id, &error);
  g_assert_no_error (error);
  batch = sheaf_payout_load (book, id, &error);
  g_assert_no_error (error);
  return batch;
}

static const SheafPayoutLine *
line_of (const SheafPayoutBatch *batch,
         const char             *code)
{
  for (guint i = 0; i < batch->lines->len; i++)
    if (g_str_equal (((SheafPayoutLine *) batch->lines->pdata[i])->code, code))
      return batch->lines->pdata[i];
  g_assert_not_reached ();
}

static const SheafPayoutStanding *
standing_of (const GPtrArray *list,
             const char      *code)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((SheafPayoutStanding *) list->pdata[i])->code, code))
      return list->pdata[i];
  g_assert_not_reached ();
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
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (SheafPayoutBatch) ordered = pay (book, SHEAF_PAYOUT_BANK, 10, 400000);
  g_autoptr (SheafPayoutBatch) cash = pay (book, SHEAF_PAYOUT_CASH, 11, 0);
  g_autoptr (GPtrArray) list = list_on (book, 12);
  const SheafPayoutStanding *standing = standing_of (list, WITH_ACCOUNT);

  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_ORDERED);
  g_assert_cmpint (standing->ordered.units, ==, line_of (ordered, WITH_ACCOUNT)->net.units);
  g_assert_cmpint (standing->ordered.units, <, standing->money.units);
  g_assert_cmpint (standing->state_list, ==, ordered->id);
  g_assert_cmpint (standing->batch_id, ==, cash->id);
  standing = standing_of (list, WITHOUT);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_PAID);
  g_assert_cmpint (standing->ordered.units, ==, 0);
  g_assert_cmpint (standing->state_list, ==, cash->id);
}

/* What came back of the first list is told of it, whatever was paid after it. */
static void
test_bounced (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (SheafPayoutBatch) first = pay (book, SHEAF_PAYOUT_BANK, 10, 400000);
  g_autoptr (SheafPayoutBatch) second = pay (book, SHEAF_PAYOUT_BANK, 11, 700000);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SheafPayoutStanding *standing;

  (void) sheaf_payout_return (book, first->id, line_of (first, WITH_ACCOUNT)->party_id,
                              SHEAF_PAYOUT_RETURN_BOUNCED, sheaf_date_new (2026, 4, 12), "Sai tên",
                              NULL, &error);
  g_assert_no_error (error);
  list = list_on (book, 13);
  standing = standing_of (list, WITH_ACCOUNT);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_BOUNCED);
  g_assert_cmpint (standing->state_list, ==, first->id);
  g_assert_cmpint (standing->batch_id, ==, second->id);
  g_assert_cmpint (standing->ordered.units, ==, line_of (second, WITH_ACCOUNT)->net.units);
  standing = standing_of (list, WITHOUT);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing->state_list, ==, 0);
}

/* An instalment that is paid leaves the member to pay: of no list. */
static void
test_instalment (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (SheafPayoutBatch) first = pay (book, SHEAF_PAYOUT_CASH, 10, 400000);
  g_autoptr (GPtrArray) list = list_on (book, 11);
  const SheafPayoutStanding *standing = standing_of (list, WITHOUT);

  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing->state_list, ==, 0);
  g_assert_cmpint (standing->batch_id, ==, first->id);
}

/* Posted on 2026-03-31: until then nothing is open, and nothing is paid either. */
static void
test_posted_later (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (GPtrArray) before = list_on (book, 0);
  g_autoptr (GPtrArray) after = list_on (book, 1);

  g_assert_cmpint (standing_of (before, WITHOUT)->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing_of (before, WITHOUT)->open.units, ==, 0);
  g_assert_cmpint (standing_of (after, WITHOUT)->state, ==, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (standing_of (after, WITHOUT)->open.units, ==,
                   standing_of (after, WITHOUT)->share.units);
}

static void
test_account (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (GPtrArray) list = list_on (book, 10);
  SheafPayoutStanding half = { .bank_bin = NULL, .bank_account = (char *) "1" };

  g_assert_true (sheaf_payout_standing_has_account (standing_of (list, WITH_ACCOUNT)));
  g_assert_false (sheaf_payout_standing_has_account (standing_of (list, WITHOUT)));
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
  g_autoptr (SheafBook) book = posted_coop ();
  gint64 bank = there (book, SHEAF_PAYOUT_BANK, 10), cash = there (book, SHEAF_PAYOUT_CASH, 10);
  g_autoptr (SheafPayoutBatch) batch = pay (book, SHEAF_PAYOUT_CASH, 11, 0);

  g_assert_cmpint (cash, >, 0);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_CASH, 10), ==, cash);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_CASH, 11), ==,
                   cash - sheaf_payout_batch_total (batch).units);
  g_assert_cmpint (there (book, SHEAF_PAYOUT_BANK, 11), ==, bank);
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
  return g_test_run ();
}
