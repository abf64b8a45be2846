/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money: what rises comes in at the rate of the day, what falls goes out at the average
 * book rate. */
#include "helpers/currency.h"
#include "ledger/currency-rate.h"
#include "ledger/party.h"

#include <string.h>

/* Two receipts at 25,000 and 25,300: the average pays. */
static void
test_average (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_currency_rate (book, "2025-01-10", "USD", 25000);
  test_currency_rate (book, "2025-02-10", "USD", 25300);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-01-10", "1122", "5111", .debit_units = 100000 });
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-02-10", "1122", "5111", .debit_units = 200000 });
  test_currency_held (book, "1122", NULL, "2025-02-10", 300000, 75600000);
  test_currency_held (book, "1122", NULL, "2025-02-09", 100000, 25000000);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-02-11", "642", "1122", .credit_units = 50000 });
  /* 500 dollars: 12,600,000 at the average of 25,200; the expense at 25,300 */
  test_currency_held (book, "1122", NULL, "2025-02-28", 250000, 63000000);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 12650000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -50000);
  test_verify (book);
}

/* 3 cents worth 100: 33, 33, and the last takes 34, so that nothing stays. */
static void
test_nothing_stays (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_currency_rate (book, "2025-01-10", "USD", 3000);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-01-10", "1112", "5111", 100, .debit_units = 3 });
  for (guint i = 0; i < 3; i++)
    test_currency_post (book, &(TestCurrencyEntry){ "2025-01-10", "1122", "1112", .debit_units = 1,
                                                    .credit_units = 1 });
  test_currency_held (book, "1112", NULL, "2025-01-10", 0, 0);
  test_currency_held (book, "1122", NULL, "2025-01-10", 3, 100);
  test_verify (book);
}

/* A debt of 1,000 dollars at 25,200 paid with dollars at 25,000: the gain is the difference. */
static void
test_debt_gain (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_currency_fund (book);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-03-01", "156", "331", .credit_units = 100000,
                                            .credit_party = "NCC1", .rate = 25200 });
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-04-01", "331", "1122", .debit_units = 100000,
                                            .credit_units = 100000, .debit_party = "NCC1" });
  test_currency_held (book, "331", "NCC1", "2025-04-01", 0, 0);
  test_currency_held (book, "1122", NULL, "2025-04-01", 900000, 225000000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -200000);
  test_verify (book);
}

/* The same at a loss; part of another supplier's debt is untouched. */
static void
test_debt_loss (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_currency_fund (book);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-03-01", "156", "331", .credit_units = 100000,
                                            .credit_party = "NCC1", .rate = 24900 });
  test_currency_post (book, &(TestCurrencyEntry){ "2025-03-02", "156", "331", .credit_units = 50000,
                                                  .credit_party = "KH1", .rate = 26000 });
  test_currency_post (book, &(TestCurrencyEntry){ "2025-04-01", "331", "1122", .debit_units = 40000,
                                                  .credit_units = 40000, .debit_party = "NCC1" });
  test_currency_held (book, "331", "NCC1", "2025-04-01", -60000, -14940000);
  test_currency_held (book, "331", "KH1", "2025-04-01", -50000, -13000000);
  g_assert_cmpint (test_balance (book, "658", "2025-12-31"), ==, 40000);
  test_verify (book);
}

/* A claim of 1,000 collected when the dollar stands higher, more than was owed: the rest is an
 * advance at the rate of the day. */
static void
test_collection (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_currency_rate (book, "2025-03-01", "USD", 25000);
  test_currency_rate (book, "2025-04-01", "USD", 25500);
  test_currency_post (book, &(TestCurrencyEntry){ "2025-03-01", "131", "5111",
                                                  .debit_units = 100000, .debit_party = "KH1" });
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-04-01", "1122", "131", .debit_units = 120000,
                                            .credit_units = 120000, .credit_party = "KH1" });
  test_currency_held (book, "1122", NULL, "2025-04-01", 120000, 30600000);
  test_currency_held (book, "131", "KH1", "2025-04-01", -20000, -5100000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -500000);
  test_verify (book);
}

/* Dollars sold for đồng, and changed into euros: two currencies in a row. */
static void
test_sale_and_change (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) change = NULL;
  SheafVoucherRow    *row;
  SheafForeignBalance euros;

  test_currency_fund (book);
  test_currency_rate (book, "2025-05-01", "EUR", 28000);
  test_currency_post (book, &(TestCurrencyEntry){ "2025-05-01", "1121", "1122",
                                                  .credit_units = 100000, .rate = 25900 });
  g_assert_cmpint (test_balance (book, "1121", "2025-12-31"), ==, 25900000);
  g_assert_cmpint (test_balance (book, "558", "2025-12-31"), ==, -900000);
  change = test_voucher (book, "2025-05-01", "1122", "1122", 0, NULL, NULL);
  row = change->rows->pdata[0];
  row->debit_currency = g_strdup ("EUR");
  row->debit_foreign = 80000;
  row->credit_currency = g_strdup ("USD");
  row->credit_foreign = 90000;
  g_assert_true (sheaf_currency_settle (book, change, NULL));
  g_assert_true (sheaf_voucher_post (book, change, NULL, NULL));
  g_assert_true (sheaf_currency_book_rate (book, test_account (book, "1122"), 0, 0, "EUR",
                                           test_day ("2025-05-01"), &euros, NULL));
  g_assert_cmpint (euros.units, ==, 80000);
  g_assert_cmpint (euros.value.units, ==, 22400000);
  test_currency_held (book, "1122", NULL, "2025-05-01", 810000, 202500000);
  g_assert_cmpint (test_balance (book, "658", "2025-12-31"), ==, 100000);
  test_verify (book);
}

/* A sale is a bank voucher of either direction, at a gain and at a loss. */
static void
test_sale_by_kind (void)
{
  static const gint64 rates[] = { 24900, 25100 };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SheafBook) book = test_ledger_new ();
      g_autoptr (SheafVoucher) sale = NULL;
      g_autoptr (GError) error = NULL;

      test_currency_fund (book);
      sale = test_currency_make (
          book,
          &(TestCurrencyEntry){
              "2025-01-05", "1121", "1122", .credit_units = 100000, .rate = rates[i % 2] },
          NULL);
      sale->kind = i < 2 ? SHEAF_VOUCHER_BANK_IN : SHEAF_VOUCHER_BANK_OUT;
      g_assert_true (sheaf_voucher_post (book, sale, NULL, &error));
      g_assert_no_error (error);
    }
}

/* Earlier rows of the same voucher count: the second payment takes what is left. */
static void
test_rows_above (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  SheafVoucherRow *row;

  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-01-02", "1112", "5111", 100, .debit_units = 3 });
  voucher = test_currency_make (
      book,
      &(TestCurrencyEntry){ "2025-01-03", "1122", "1112", .debit_units = 2, .credit_units = 2 },
      NULL);
  row = sheaf_voucher_add_row (voucher, test_account (book, "1122"), test_account (book, "1112"),
                               SHEAF_MONEY_ZERO);
  row->debit_currency = g_strdup ("USD");
  row->credit_currency = g_strdup ("USD");
  row->debit_foreign = row->credit_foreign = 1;
  g_assert_true (sheaf_currency_settle (book, voucher, NULL));
  g_assert_cmpint (row->amount.units, ==, 33);
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  test_currency_held (book, "1112", NULL, "2025-01-03", 0, 0);
}

typedef struct
{
  const char *debit;
  const char *credit;
  const char *debit_currency;
  gint64      debit_units;
  const char *credit_currency;
  gint64      credit_units;
} Wrong;

static void
test_refused_rows (void)
{
  static const Wrong wrongs[] = {
    { "1122", "5111", NULL, 0, NULL, 0 },   /* foreign money without a currency */
    { "1122", "5111", NULL, 5, NULL, 0 },   /* units without a currency */
    { "1121", "5111", "USD", 5, NULL, 0 },  /* home money with one */
    { "642", "1121", "USD", 5, NULL, 0 },   /* an expense with one */
    { "1122", "5111", "XQZ", 5, NULL, 0 },  /* no currency */
    { "1122", "5111", "VND", 5, NULL, 0 },  /* the book's own */
    { "1122", "5111", "USD", -5, NULL, 0 }, /* another sign than the amount */
    { "1121", "1122", NULL, 0, "USD", -5 },
    { "1112", "1122", "USD", 5, "USD", 6 }, /* a fee is no difference of rates */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (SheafBook) book = test_ledger_new ();
      SheafVoucher    *voucher = test_voucher (book, "2025-01-02", wrongs[i].debit,
                                               wrongs[i].credit, 100, NULL, NULL);
      SheafVoucherRow *row = voucher->rows->pdata[0];

      row->debit_currency = g_strdup (wrongs[i].debit_currency);
      row->debit_foreign = wrongs[i].debit_units;
      row->credit_currency = g_strdup (wrongs[i].credit_currency);
      row->credit_foreign = wrongs[i].credit_units;
      test_refused (book, voucher, SHEAF_LEDGER_ERROR_CURRENCY);
    }
}

static void
expect_unsettled (SheafBook               *book,
                  const TestCurrencyEntry *entry,
                  const char              *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (test_currency_make (book, entry, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” does not say “%s”", error->message, text);
}

static void
test_unsettled (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  expect_unsettled (book, &(TestCurrencyEntry){ "2025-01-02", "1122", "5111", .debit_units = 5 },
                    "no rate of USD for 2025-01-02");
  test_currency_rate (book, "2025-01-02", "USD", 25000);
  expect_unsettled (book, &(TestCurrencyEntry){ "2025-01-13", "1122", "5111", .debit_units = 5 },
                    "the last is of 2025-01-02");
  expect_unsettled (book, &(TestCurrencyEntry){ "2025-01-02", "642", "1122", .credit_units = 5 },
                    "holds 0.00 USD only, 0.05 are paid out");
  expect_unsettled (book,
                    &(TestCurrencyEntry){ .day = "2025-01-02", .debit = "642", .credit = "1111" },
                    "enter one of them");
  expect_unsettled (book,
                    &(TestCurrencyEntry){ "2025-01-02", "1122", "5111", .debit_units = 1, .rate = 0,
                                          .currency = "JPY" },
                    "no rate of JPY");
  expect_unsettled (book,
                    &(TestCurrencyEntry){ "2025-01-02", "1122", "5111",
                                          .debit_units = SHEAF_MONEY_MAX, .rate = 25000 },
                    "too large");
}

static guint
warnings_of (SheafBook               *book,
             const TestCurrencyEntry *entry,
             const char              *text)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = test_currency_make (book, entry, NULL);
  guint found = 0;

  g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  for (guint i = 0; i < problems->items->len; i++)
    found += strstr (((SheafProblem *) problems->items->pdata[i])->text, text) != NULL;
  return found;
}

static void
test_warnings (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  TestCurrencyEntry pay = { "2025-01-05", "642", "1122", 2500000, .credit_units = 10000 };
  TestCurrencyEntry bought = { "2025-01-05", "1122", "1121", 2500000,
                               .debit_units = 10000, .rate = 25000 };

  test_currency_fund (book);
  g_assert_cmpuint (warnings_of (book, &pay, "average book rate"), ==, 0);
  pay.amount = 2500010;
  g_assert_cmpuint (warnings_of (book, &pay, "is worth 2500000"), ==, 1);
  g_assert_cmpuint (warnings_of (book, &bought, "foreign amount × rate"), ==, 0);
  bought.amount = 2500010;
  g_assert_cmpuint (warnings_of (book, &bought, "foreign amount × rate is 2500000"), ==, 1);
}

static void
test_rates (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafCurrencyRate both = { .date = test_day ("2025-01-02"),
                             .currency = "USD",
                             .buying = TEST_DONG (25001),
                             .selling = TEST_DONG (25400),
                             .source = NULL };
  SheafCurrencyRate none = { .date = test_day ("2025-01-02"), .currency = "USD" };
  SheafCurrencyRate own = { .date = test_day ("2025-01-02"), .currency = "VND", .rate = 1 };
  g_autoptr (GPtrArray) list = NULL;
  gint64    rate;
  SheafDate day;

  g_assert_true (sheaf_rate_insert (book, &both, NULL));
  g_assert_false (sheaf_rate_insert (book, &none, NULL));
  g_assert_false (sheaf_rate_insert (book, &own, NULL));
  g_assert_true (sheaf_rate_find (book, "USD", test_day ("2025-03-01"), &rate, &day, NULL));
  g_assert_cmpint (rate, ==, G_GINT64_CONSTANT (25200500000));
  g_assert_cmpint (sheaf_date_cmp (day, test_day ("2025-01-02")), ==, 0);
  g_assert_true (sheaf_rate_find (book, "USD", test_day ("2025-01-01"), &rate, &day, NULL));
  g_assert_cmpint (rate, ==, 0);
  test_currency_rate (book, "2025-01-02", "USD", 25300); /* corrected */
  test_currency_rate (book, "2025-01-03", "EUR", 27000);
  g_assert_true (sheaf_rate_find (book, "USD", test_day ("2025-01-02"), &rate, NULL, NULL));
  g_assert_cmpint (rate, ==, TEST_DONG (25300));
  list = sheaf_rate_list (book, NULL, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);
  g_assert_cmpuint (list->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/currency/payments-take-the-average-book-rate", test_average);
  g_test_add_func ("/currency/paying-out-everything-leaves-nothing", test_nothing_stays);
  g_test_add_func ("/currency/debt-paid-with-cheaper-dollars-is-a-gain", test_debt_gain);
  g_test_add_func ("/currency/each-creditor-has-an-average-of-its-own", test_debt_loss);
  g_test_add_func ("/currency/collecting-more-than-owed-is-an-advance", test_collection);
  g_test_add_func ("/currency/sold-and-changed", test_sale_and_change);
  g_test_add_func ("/currency/sold-by-either-kind-of-bank-voucher", test_sale_by_kind);
  g_test_add_func ("/currency/rows-above-count", test_rows_above);
  g_test_add_func ("/currency/rows-against-their-accounts-are-refused", test_refused_rows);
  g_test_add_func ("/currency/no-value-without-rate-or-units", test_unsettled);
  g_test_add_func ("/currency/another-average-or-rate-is-a-warning", test_warnings);
  g_test_add_func ("/currency/rates-by-the-day", test_rates);
  return g_test_run ();
}
