/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in foreign money for tests. */
#include "helpers/currency.h"

#include "ledger/currency-rate.h"
#include "ledger/party.h"

SheafVoucher *
test_currency_make (SheafBook               *book,
                    const TestCurrencyEntry *entry,
                    GError                 **error)
{
  SheafVoucher    *voucher = test_voucher (book, entry->day, entry->debit, entry->credit,
                                           entry->amount, entry->debit_party, entry->credit_party);
  SheafVoucherRow *row = voucher->rows->pdata[0];
  const char      *currency = entry->currency != NULL ? entry->currency : "USD";

  row->rate = TEST_DONG (entry->rate);
  if (entry->debit_units != 0)
    row->debit_currency = g_strdup (currency), row->debit_foreign = entry->debit_units;
  if (entry->credit_units != 0)
    row->credit_currency = g_strdup (currency), row->credit_foreign = entry->credit_units;
  if (entry->amount != 0 || sheaf_currency_settle (book, voucher, error))
    return voucher;
  sheaf_voucher_free (voucher);
  return NULL;
}

gint64
test_currency_post (SheafBook               *book,
                    const TestCurrencyEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) voucher = test_currency_make (book, entry, &error);
  gint64 id = 0;

  g_assert_no_error (error);
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

void
test_currency_rate (SheafBook  *book,
                    const char *day,
                    const char *currency,
                    gint64      dong)
{
  SheafCurrencyRate rate = { .date = test_day (day), .rate = TEST_DONG (dong) };
  g_autoptr (GError) error = NULL;

  (void) g_strlcpy (rate.currency, currency, sizeof rate.currency);
  g_assert_true (sheaf_rate_insert (book, &rate, &error));
  g_assert_no_error (error);
}

void
test_currency_held (SheafBook  *book,
                    const char *account,
                    const char *party,
                    const char *day,
                    gint64      units,
                    gint64      value)
{
  SheafForeignBalance balance;

  g_assert_true (sheaf_currency_book_rate (book, test_account (book, account),
                                           party == NULL ? 0 : sheaf_party_find (book, party), 0,
                                           "USD", test_day (day), &balance, NULL));
  g_assert_cmpint (balance.units, ==, units);
  g_assert_cmpint (balance.value.units, ==, value);
}

void
test_currency_fund (SheafBook *book)
{
  test_currency_rate (book, "2025-01-02", "USD", 25000);
  test_currency_post (book,
                      &(TestCurrencyEntry){ "2025-01-02", "1122", "5111", .debit_units = 1000000 });
}
