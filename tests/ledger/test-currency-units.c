/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money: what rises comes in at the rate of the day, what falls goes out at the average
 * book rate, units are counted on 007, and the year's end revalues. */
#include "book/setting.h"
#include "helpers/currency.h"
#include "ledger/party.h"

#include <string.h>

static gint64
counted (SheafBook  *book,
         const char *currency)
{
  SheafForeignBalance balance;
  gint64              item;

  g_assert_true (sheaf_item_ensure (book, currency, &item, NULL));
  g_assert_true (sheaf_currency_book_rate (book, test_account (book, "007"), 0, item, currency,
                                           test_day ("2025-12-31"), &balance, NULL));
  g_assert_cmpint (balance.units, ==, balance.value.units);
  return balance.units;
}

/* 007 follows by itself; a move between own accounts is neither rise nor fall; a reversal takes the
 * units back. */
static void
test_units (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) posted = NULL;
  gint64 sale;

  test_currency_fund (book);
  g_assert_cmpint (counted (book, "USD"), ==, 1000000);
  test_currency_post (book, &(TestCurrencyEntry){ "2025-01-03", "1112", "1122",
                                                  .debit_units = 200000, .credit_units = 200000 });
  g_assert_cmpint (counted (book, "USD"), ==, 1000000);
  sale = test_currency_post (book, &(TestCurrencyEntry){ "2025-01-04", "1111", "1112",
                                                         .credit_units = 150000, .rate = 25100 });
  g_assert_cmpint (counted (book, "USD"), ==, 850000);
  posted = sheaf_voucher_load (book, sale, NULL);
  g_assert_cmpuint (posted->rows->len, ==, 3); /* the sale, the gain, the units */
  g_assert_true (sheaf_voucher_reverse (book, sale, test_day ("2025-01-05"), "Nhầm", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counted (book, "USD"), ==, 1000000);
  test_currency_held (book, "1112", NULL, "2025-01-31", 200000, 50000000);
  test_verify (book);
}

/* A voucher that brings its rows on 007 itself keeps them, and the program adds none. */
static void
test_own_units (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = test_currency_make (
      book, &(TestCurrencyEntry){ "2025-01-02", "1122", "5111", 25000000, .debit_units = 100000 },
      NULL);
  SheafVoucherRow *row =
      sheaf_voucher_add_row (voucher, test_account (book, "007"), 0, SHEAF_MONEY (100000));
  g_autoptr (GError) error = NULL;

  row->debit_currency = g_strdup ("USD");
  g_assert_true (sheaf_currency_fill_unit_row (book, row, NULL));
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counted (book, "USD"), ==, 100000);
  g_assert_cmpint (sheaf_voucher_total (sheaf_chart_get (book, NULL), voucher).units, ==, 25000000);
  sheaf_currency_drop_unit_rows (sheaf_chart_get (book, NULL), voucher);
  g_assert_cmpuint (voucher->rows->len, ==, 1);
  test_verify (book);
}

static void
test_wrong_units (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *off = test_currency_make (
      book, &(TestCurrencyEntry){ "2025-01-02", "1122", "5111", 25000000, .debit_units = 100000 },
      NULL);
  SheafVoucher    *nameless = test_voucher (book, "2025-01-02", "642", "1111", 5, NULL, NULL);
  SheafVoucher    *differing = test_voucher (book, "2025-01-02", "642", "1111", 5, NULL, NULL);
  SheafVoucherRow *row =
      sheaf_voucher_add_row (off, test_account (book, "007"), 0, SHEAF_MONEY (99999));

  row->debit_currency = g_strdup ("USD");
  g_assert_true (sheaf_currency_fill_unit_row (book, row, NULL));
  test_refused (book, off, SHEAF_LEDGER_ERROR_CURRENCY);
  (void) sheaf_voucher_add_row (nameless, test_account (book, "007"), 0, SHEAF_MONEY (7));
  test_refused (book, nameless, SHEAF_LEDGER_ERROR_CURRENCY);
  row = sheaf_voucher_add_row (differing, test_account (book, "007"), 0, SHEAF_MONEY (7));
  row->debit_currency = g_strdup ("USD");
  row->debit_foreign = 8;
  test_refused (book, differing, SHEAF_LEDGER_ERROR_CURRENCY);
}

/* Where money may not fall below zero, units may not either, though their value is there. */
static void
test_no_units (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) late = NULL;
  g_autoptr (SheafVoucher) all = NULL;
  g_autoptr (GError) error = NULL;

  test_currency_fund (book);
  g_assert_true (sheaf_setting_write (book, "money-below-zero", "refuse", NULL));
  late = test_currency_make (
      book, &(TestCurrencyEntry){ "2025-01-05", "642", "1122", 1000, .credit_units = 1000001 },
      NULL);
  g_assert_false (sheaf_voucher_post (book, late, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY);
  g_assert_nonnull (strstr (error->message, "-0.01 USD at the end of 2025-01-05"));
  all = test_currency_make (
      book, &(TestCurrencyEntry){ "2025-01-05", "642", "1122", 250000000, .credit_units = 1000000 },
      NULL);
  g_assert_true (sheaf_voucher_post (book, all, NULL, NULL));
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/currency-units/units-are-counted-by-themselves", test_units);
  g_test_add_func ("/currency-units/own-rows-of-units-are-not-doubled", test_own_units);
  g_test_add_func ("/currency-units/wrong-rows-of-units-are-refused", test_wrong_units);
  g_test_add_func ("/currency-units/units-may-not-fall-below-zero", test_no_units);
  return g_test_run ();
}
