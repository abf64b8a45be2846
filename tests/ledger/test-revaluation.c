/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Revaluing at the rate of a day: money, claims and debts, not advances. */
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/currency-rate.h"
#include "ledger/period.h"
#include "ledger/revaluation.h"

#include <string.h>

#define DONG(rate) ((gint64) (rate) *G_GINT64_CONSTANT (1000000))

static void
post (SheafBook  *book,
      const char *debit,
      const char *credit,
      gint64      amount,
      gint64      units,
      gboolean    on_debit,
      const char *debit_party,
      const char *credit_party)
{
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-06-01", debit, credit, amount, debit_party, credit_party);
  SheafVoucherRow *row = voucher->rows->pdata[0];
  g_autoptr (GError) error = NULL;

  *(on_debit ? &row->debit_currency : &row->credit_currency) = g_strdup ("USD");
  *(on_debit ? &row->debit_foreign : &row->credit_foreign) = units;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
}

/* 1,000 dollars of each at 25,000; KH1 and NCC1 also stand on the other side. */
static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();

  post (book, "1122", "5111", 25000000, 100000, TRUE, NULL, NULL);
  post (book, "131", "5111", 25000000, 100000, TRUE, "KH1", NULL);
  post (book, "156", "331", 25000000, 100000, FALSE, NULL, "NCC1");
  post (book, "1111", "131", 2500000, 10000, FALSE, NULL, "NCC1"); /* an advance received */
  post (book, "331", "1111", 5000000, 20000, TRUE, "KH1", NULL);   /* an advance paid */
  return book;
}

static gint64
revalue (SheafBook  *book,
         const char *day,
         gint64      dong)
{
  SheafGivenRate given = { .currency = "USD", .rate = DONG (dong) };
  gint64         id = -1;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_revaluation_post (book, test_day (day), &given, 1, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_up (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafVoucher) voucher = NULL;
  gint64 id = revalue (book, "2025-12-31", 26000);

  voucher = sheaf_voucher_load (book, id, NULL);
  g_assert_cmpuint (voucher->rows->len, ==, 3); /* no advance, no units on 007 */
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 26000000);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 26000000 - 2500000);
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, -26000000 + 5000000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -2000000);
  g_assert_cmpint (test_balance (book, "658", "2025-12-31"), ==, 1000000);
  test_verify (book);
}

static void
test_down (void)
{
  g_autoptr (SheafBook) book = new_book ();

  revalue (book, "2025-12-31", 24500);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -500000);
  g_assert_cmpint (test_balance (book, "658", "2025-12-31"), ==, 1000000);
  test_verify (book);
}

static void
test_again (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 id = 7;

  g_assert_cmpint (revalue (book, "2025-12-31", 26000), >, 0);
  /* the rate given is kept, so that none need be said again */
  g_assert_true (sheaf_revaluation_post (book, test_day ("2025-12-31"), NULL, 0, &id, NULL));
  g_assert_cmpint (id, ==, 0);
  g_assert_cmpint (revalue (book, "2025-12-31", 26100), >, 0);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 26100000);
}

static void
test_undone (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 id = revalue (book, "2025-12-31", 26000);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-12-31"), "Sai tỷ giá", NULL,
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 25000000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, 0);
  g_assert_cmpint (revalue (book, "2025-12-31", 24000), >, 0);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 24000000);
  test_verify (book);
}

static void
test_missing_rate (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (SheafRevaluation) looked = NULL;
  const SheafGivenRate none = { .currency = "XQZ", .rate = 1 };
  gint64               id = 7;

  g_assert_false (
      sheaf_revaluation_post (book, test_day ("2025-12-31"), NULL, 0, &id, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY);
  g_assert_nonnull (strstr (error->message, "no rate of USD for 2025-12-31"));
  g_assert_false (
      sheaf_revaluation_post (book, test_day ("2025-12-31"), &none, 1, &id, &wrong));
  g_assert_error (wrong, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY);
  g_assert_cmpint (id, ==, 7);
  looked = sheaf_revaluation_look (book, test_day ("2025-12-31"), NULL);
  g_assert_cmpuint (looked->lines->len, ==, 5);
  g_assert_cmpint (g_array_index (looked->lines, SheafRevaluationLine, 0).rate, ==, 0);
  g_assert_cmpint (looked->gain.units + looked->loss.units, ==, 0);
}

/* What is left of a value when all units are gone goes without a rate. */
static void
test_left_over (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = 0;

  post (book, "1122", "5111", 25000000, 100000, TRUE, NULL, NULL);
  post (book, "642", "1122", 24999990, 100000, FALSE, NULL, NULL);
  g_assert_true (sheaf_revaluation_post (book, test_day ("2025-12-31"), NULL, 0, &id, NULL));
  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (test_balance (book, "1122", "2025-12-31"), ==, 0);
  g_assert_cmpint (test_balance (book, "658", "2025-12-31"), ==, 10);
}

static void
test_locked (void)
{
  g_autoptr (SheafBook) book = new_book ();
  SheafGivenRate given = { .currency = "USD", .rate = DONG (26000) };
  gint64         id = 0, rate = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_lock (book, test_day ("2025-12-31"), NULL));
  g_assert_false (
      sheaf_revaluation_post (book, test_day ("2025-12-31"), &given, 1, &id, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_true (sheaf_rate_find (book, "USD", test_day ("2025-12-31"), &rate, NULL, NULL));
  g_assert_cmpint (rate, ==, 0); /* nothing half-happened */
}

static void
tell_cb (const char *text,
         gpointer    data)
{
  guint *told = data;

  *told += strstr (text, "not revalued at the end of 2025") != NULL;
}

/* A year closed without it is told of, whatever else is done right. */
static void
test_closing (void)
{
  for (guint revalued = 0; revalued < 2; revalued++)
    {
      g_autoptr (SheafBook) book = new_book ();
      guint            told = 0;
      SheafClosingKeys keys;

      if (revalued == 1)
        revalue (book, "2025-12-31", 26000);
      sheaf_book_on_warning (book, tell_cb, &told);
      g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, NULL));
      g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, NULL));
      g_assert_cmpuint (told, ==, 1 - revalued);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/revaluation/rate-up", test_up);
  g_test_add_func ("/revaluation/rate-down", test_down);
  g_test_add_func ("/revaluation/second-time-finds-nothing", test_again);
  g_test_add_func ("/revaluation/undone-by-reversal", test_undone);
  g_test_add_func ("/revaluation/missing-rate-names-currency-and-day", test_missing_rate);
  g_test_add_func ("/revaluation/value-without-units-goes", test_left_over);
  g_test_add_func ("/revaluation/locked-day-is-refused-whole", test_locked);
  g_test_add_func ("/revaluation/closing-without-it-is-told", test_closing);
  return g_test_run ();
}
