/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of which nothing was left in money: they are paid all the same, until they are reversed. */
#include "book/setting.h"
#include "distribution/coop.h"
#include "members/member.h"
#include "payouts/past-payments.h"
#include "payouts/reversal.h"
#include "payouts/withheld.h"
#include "paying.h"
#include "store/query.h"

/* A farmers' co-op, so that shares are exempt; A owes more than the share, and all is set off. */
static SheafBook *
set_off_coop (void)
{
  SheafBook      *book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 7, 2);
  g_autoptr (SheafPayoutBatch) batch = NULL;

  g_assert_true (sheaf_setting_write (book, "sector", "agriculture", NULL));
  paying_lend (book, "A", "141", 6000000, sheaf_date_new (2026, 6, 1));
  spec.net_debts = TRUE;
  batch = paying_list (book, &spec, NULL);
  g_assert_cmpint (paying_line (batch, "A", 2025)->net.units, ==, 0);
  g_assert_cmpint (paying_line (batch, "A", 2025)->voucher_id, ==, 0);
  return book;
}

static guint
count_withheld (SheafBook  *book,
                const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sheaf_withheld_list (book, sheaf_date_new (2026, 1, 1),
                                                     sheaf_date_new (2026, 12, 31), &error);
  guint found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    found += g_str_equal (((SheafWithheldLine *) lines->pdata[i])->code, code);
  return found;
}

static void
reverse_set_off (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) sheaf_store_find_int (sheaf_book_store (book),
                               "SELECT max (voucher_id) FROM payout_set_off", SHEAF_NO_ARGS, NULL,
                               &id, &error);
  g_assert_no_error (error);
  (void) sheaf_journal_reverse (book, id, sheaf_date_new (2026, 7, 3), "Nhầm", NULL, &error);
  g_assert_no_error (error);
}

/* What was paid without tax is listed with those who were paid in money, as long as it stands. */
static void
test_withheld (void)
{
  g_autoptr (SheafBook) book = set_off_coop ();

  g_assert_cmpuint (count_withheld (book, "B"), >, 0);
  g_assert_cmpuint (count_withheld (book, "A"), >, 0);
  reverse_set_off (book);
  g_assert_cmpuint (count_withheld (book, "A"), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static gboolean
is_paid (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) payments = sheaf_past_payment_list (book, sheaf_member_find (book, "A"),
                                                            sheaf_date_new (2026, 12, 31), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (payments->len, ==, 1);
  return ((SheafPastPayment *) payments->pdata[0])->paid;
}

/* The member's card counts it no longer once it is reversed. */
static void
test_past_payments (void)
{
  g_autoptr (SheafBook) book = set_off_coop ();

  g_assert_true (is_paid (book));
  g_assert_cmpint (paying_open (book, "A", 2025), ==, 0);
  reverse_set_off (book);
  g_assert_false (is_paid (book));
  g_assert_cmpint (paying_open (book, "A", 2025), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set-off/without-money-it-is-on-the-year's-list-of-tax", test_withheld);
  g_test_add_func ("/set-off/reversed-it-is-no-payment", test_past_payments);
  return g_test_run ();
}
