/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posting templates of the capital, trade and labour books. */
#include "ledger/template.h"

#include "helpers/ledger.h"
#include "ledger/party.h"

#include <string.h>

static const SheafVoucherRow *
row_at (const SheafVoucher *voucher,
        guint               place)
{
  g_assert_cmpuint (place, <, voucher->rows->len);
  return voucher->rows->pdata[place];
}

static void
expect_row (SheafBook          *book,
            const SheafVoucher *voucher,
            guint               place,
            const char         *debit,
            const char         *credit,
            gint64              amount)
{
  const SheafVoucherRow *row = row_at (voucher, place);

  g_assert_cmpint (row->debit_id, ==, test_account (book, debit));
  g_assert_cmpint (row->credit_id, ==, test_account (book, credit));
  g_assert_cmpint (row->amount.units, ==, amount);
}

static void
test_capital (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafPostingFacts facts = { .event = "capital-pay-cash",
                              .date = test_day ("2025-03-01"),
                              .party_id = sheaf_party_find (book, "TV1"),
                              .amount = SHEAF_MONEY (500) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) voucher = sheaf_template_fill (book, &facts, &error);

  g_assert_no_error (error);
  g_assert_cmpint (voucher->kind, ==, SHEAF_VOUCHER_RECEIPT);
  g_assert_nonnull (strstr (voucher->description, "TV1"));
  g_assert_null (strchr (voucher->description, '{'));
  expect_row (book, voucher, 0, "1111", "4111", 500);
  g_assert_cmpint (row_at (voucher, 0)->credit_party_id, ==, facts.party_id);
  g_assert_cmpint (row_at (voucher, 0)->debit_party_id, ==, 0);
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
  test_verify (book);
}

/* Rows of VAT, cost, tax and insurance are left out where these are 0. */
static void
test_rows_left_out (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafPostingFacts facts = { .event = "supply",
                              .date = test_day ("2025-03-01"),
                              .party_id = sheaf_party_find (book, "TV1"),
                              .amount = SHEAF_MONEY (500),
                              .vat = SHEAF_MONEY (25),
                              .cost = SHEAF_MONEY (400),
                              .stock_account_id = test_account (book, "156"),
                              .revenue_account_id = test_account (book, "5121"),
                              .cost_account_id = test_account (book, "6121"),
                              .description = "Bán phân bón" };
  g_autoptr (SheafVoucher) whole = sheaf_template_fill (book, &facts, NULL);
  g_autoptr (SheafVoucher) bare = NULL;

  g_assert_cmpuint (whole->rows->len, ==, 3);
  g_assert_cmpstr (whole->description, ==, "Bán phân bón");
  expect_row (book, whole, 0, "131", "5121", 500);
  g_assert_cmpint (row_at (whole, 1)->amount.units, ==, 25);
  expect_row (book, whole, 2, "6121", "156", 400);
  facts.vat = facts.cost = SHEAF_MONEY (0);
  bare = sheaf_template_fill (book, &facts, NULL);
  g_assert_cmpuint (bare->rows->len, ==, 1);
}

static void
expect_lacking (SheafBook               *book,
                const SheafPostingFacts *facts,
                const char              *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_template_fill (book, facts, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_lacking (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafPostingFacts unknown = { .event = "no-such-event", .date = test_day ("2025-03-01") };
  SheafPostingFacts accountless = { .event = "labour",
                                    .date = test_day ("2025-03-01"),
                                    .amount = SHEAF_MONEY (1) };

  expect_lacking (book, &unknown, "no-such-event");
  expect_lacking (book, &accountless, "account");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/capital-in-cash", test_capital);
  g_test_add_func ("/template/rows-without-amount-are-left-out", test_rows_left_out);
  g_test_add_func ("/template/what-the-data-lacks-is-named", test_lacking);
  return g_test_run ();
}
