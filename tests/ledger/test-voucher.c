/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of posting and reversing. */
#include "helpers/ledger.h"
#include "ledger/party.h"
#include "store/error.h"

#include <string.h>

static void
test_numbers_follow (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) first = NULL;
  g_autoptr (SheafVoucher) second = NULL;
  gint64 a = test_post (book, "2025-01-05", "1111", "558", 1000, "", "");
  gint64 b = test_post (book, "2025-01-04", "1111", "558", 1000, "", "");

  first = sheaf_voucher_load (book, a, NULL);
  second = sheaf_voucher_load (book, b, NULL);
  g_assert_cmpstr (first->number, ==, "PK00001");
  g_assert_cmpstr (second->number, ==, "PK00002");
  test_verify (book);
}

static void
test_duplicate_number (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *voucher = test_voucher (book, "2025-01-05", "1111", "558", 1000, "", "");
  SheafVoucher *again = test_voucher (book, "2025-02-05", "1111", "558", 1000, "", "");
  SheafVoucher *next_year = test_voucher (book, "2026-02-05", "1111", "558", 1000, "", "");

  voucher->number = g_strdup ("A 1");
  again->number = g_strdup ("A 1");
  next_year->number = g_strdup ("A 1");
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  g_assert_true (sheaf_voucher_post (book, next_year, NULL, NULL));
  test_refused (book, again, SHEAF_LEDGER_ERROR_NUMBER);
  sheaf_voucher_free (voucher);
  sheaf_voucher_free (next_year);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_refused (book, test_voucher (book, "2025-01-05", "111", "558", 1, "", ""),
                SHEAF_LEDGER_ERROR_ACCOUNT);
  test_refused (book, test_voucher (book, "2025-01-05", "1111", "1111", 1, "", ""),
                SHEAF_LEDGER_ERROR_ACCOUNT);
  test_refused (book, test_voucher (book, "2025-01-05", "001", "1111", 1, "", ""),
                SHEAF_LEDGER_ERROR_ACCOUNT);
  test_refused (book, test_voucher (book, "2025-01-05", "131", "5112", 1, "", ""),
                SHEAF_LEDGER_ERROR_PARTY);
  test_refused (book, test_voucher (book, "2025-01-05", "1111", "338", 1, "", ""),
                SHEAF_LEDGER_ERROR_PARTY);
  test_refused (book, test_voucher (book, "2025-01-05", "1111", "558", 0, "", ""),
                SHEAF_LEDGER_ERROR_AMOUNT);
  test_refused (book, test_voucher (book, "2025-01-05", "1111", "558", -5, "", ""),
                SHEAF_LEDGER_ERROR_AMOUNT);
  test_refused (book, test_voucher (book, "2024-12-31", "1111", "558", 1, "", ""),
                SHEAF_LEDGER_ERROR_DATE);
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 0);
}

static void
test_totals_limit (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-01-05", "1111", "558", SHEAF_MONEY_MAX - 10, "", "");
  test_refused (book, test_voucher (book, "2025-01-05", "658", "1111", 11, "", ""),
                SHEAF_LEDGER_ERROR_AMOUNT);
  test_post (book, "2025-01-05", "658", "1111", 10, "", "");
  test_verify (book);
}

static SheafScope
posted_scope (SheafBook    *book,
              SheafVoucher *voucher)
{
  g_autoptr (SheafVoucher) posted = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  sheaf_voucher_free (voucher);
  posted = sheaf_voucher_load (book, id, NULL);
  return ((SheafVoucherRow *) posted->rows->pdata[0])->scope;
}

static void
test_scope (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *against;

  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "1111", "5112", 1, "", "")), ==,
      SHEAF_SCOPE_EXTERNAL);
  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "131", "5122", 1, "TV1", "")), ==,
      SHEAF_SCOPE_INTERNAL);
  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "521", "131", 1, "", "TV1")), ==,
      SHEAF_SCOPE_INTERNAL);
  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "521", "131", 1, "", "KH1")), ==,
      SHEAF_SCOPE_EXTERNAL);
  test_refused (book, test_voucher (book, "2025-03-01", "521", "1111", 1, "", ""),
                SHEAF_LEDGER_ERROR_SCOPE);
  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "642", "331", 1, "", "NCC1")), ==,
      SHEAF_SCOPE_NONE);
  g_assert_cmpint (posted_scope (book, test_voucher (book, "2025-03-01", "1111", "558", 1, "", "")),
                   ==, SHEAF_SCOPE_EXTERNAL);
  g_assert_cmpint (
      posted_scope (book, test_voucher (book, "2025-03-01", "1121", "1111", 1, "", "")), ==,
      SHEAF_SCOPE_NONE);
  against = test_voucher (book, "2025-03-01", "131", "5122", 1, "TV1", "");
  ((SheafVoucherRow *) against->rows->pdata[0])->scope = SHEAF_SCOPE_EXTERNAL;
  test_refused (book, against, SHEAF_LEDGER_ERROR_SCOPE);
}

static void
test_misfit_is_a_warning (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-01", "131", "5122", 1, "KH1", "");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1);
}

static void
test_kinds (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *receipt = test_voucher (book, "2025-03-01", "642", "1111", 1, "", "");
  SheafVoucher *stock = test_voucher (book, "2025-03-01", "152", "331", 100, "", "NCC1");

  receipt->kind = SHEAF_VOUCHER_RECEIPT;
  test_refused (book, receipt, SHEAF_LEDGER_ERROR_KIND);
  /* an off-balance row is no excuse */
  receipt = test_voucher (book, "2025-03-01", "642", "331", 1, "", "NCC1");
  receipt->kind = SHEAF_VOUCHER_RECEIPT;
  sheaf_voucher_add_row (receipt, test_account (book, "002"), 0, SHEAF_MONEY (7));
  test_refused (book, receipt, SHEAF_LEDGER_ERROR_KIND);
  stock->kind = SHEAF_VOUCHER_STOCK_IN;
  sheaf_voucher_add_row (stock, test_account (book, "1331"), test_account (book, "331"),
                         SHEAF_MONEY (10))
      ->credit_party_id = sheaf_party_find (book, "NCC1");
  g_assert_true (sheaf_voucher_post (book, stock, NULL, NULL));
  sheaf_voucher_free (stock);
}

static void
test_reversal (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = test_post (book, "2025-03-01", "131", "5122", 500, "TV1", ""), mirror = 0;

  g_assert_false (sheaf_voucher_reverse (book, id, test_day ("2025-03-02"), "", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  g_clear_error (&error);
  g_assert_false (
      sheaf_voucher_reverse (book, id, test_day ("2025-02-01"), "Nhập nhầm", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE);
  g_clear_error (&error);
  g_assert_true (
      sheaf_voucher_reverse (book, id, test_day ("2025-04-02"), "Nhập nhầm", &mirror, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sheaf_voucher_reversed_by (book, id), ==, mirror);
  g_assert_cmpint (test_balance (book, "131", "2025-03-31"), ==, 500);
  g_assert_cmpint (test_balance (book, "131", "2025-04-30"), ==, 0);
  g_assert_cmpint (test_balance (book, "5122", "2025-04-30"), ==, 0);
  g_assert_false (
      sheaf_voucher_reverse (book, id, test_day ("2025-05-02"), "Nhập nhầm", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  g_clear_error (&error);
  g_assert_false (
      sheaf_voucher_reverse (book, mirror, test_day ("2025-05-02"), "Nhập nhầm", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  test_verify (book);
}

/* What people cannot see they cannot post to, and opening balances are no voucher. */
static void
test_hidden_and_opening (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *voucher = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");
  gint64        hidden = 0;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book),
                                      "SELECT id FROM account WHERE hidden = 1 AND type <> 9",
                                      SHEAF_NO_ARGS, &hidden, NULL));
  ((SheafVoucherRow *) voucher->rows->pdata[0])->credit_id = hidden;
  test_refused (book, voucher, SHEAF_LEDGER_ERROR_ACCOUNT);
  voucher = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");
  voucher->kind = SHEAF_VOUCHER_OPENING;
  test_refused (book, voucher, SHEAF_LEDGER_ERROR_KIND);
  voucher = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");
  voucher->layer = SHEAF_LAYER_OPENING;
  test_refused (book, voucher, SHEAF_LEDGER_ERROR_KIND);
  voucher = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");
  voucher->date = sheaf_date_new (3000, 1, 1);
  test_refused (book, voucher, SHEAF_LEDGER_ERROR_DATE);
  test_verify (book);
}

/* An imported number at the end of what is counted must not stop the automatic ones. */
static void
test_longest_number (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = test_voucher (book, "2025-03-01", "1111", "558", 5, "", "");

  voucher->number = g_strdup ("PK999999999");
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  test_post (book, "2025-03-01", "1111", "558", 5, "", "");
  test_post (book, "2025-03-01", "1111", "558", 5, "", "");
  g_assert_cmpint (sheaf_voucher_find (book, SHEAF_VOUCHER_JOURNAL, 2025, "PK1000000001"), >, 0);
}

/* A row that names nobody of this book: the database refuses, people get a sentence. */
static void
test_unknown_party (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafVoucher *voucher = test_voucher (book, "2025-03-01", "131", "558", 5, "KH1", "");

  ((SheafVoucherRow *) voucher->rows->pdata[0])->debit_party_id = 4711;
  test_refused (book, voucher, SHEAF_LEDGER_ERROR_NOT_FOUND);
  test_verify (book);
}

static void
test_off_balance (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, test_day ("2025-03-01"), "Nhận giữ hộ");

  sheaf_voucher_add_row (voucher, test_account (book, "002"), 0, SHEAF_MONEY (700));
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  g_assert_cmpint (test_balance (book, "002", "2025-12-31"), ==, 700);
  test_verify (book);
}

static void
test_unknown_voucher (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_voucher_load (book, 4711, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voucher/automatic-numbers-follow", test_numbers_follow);
  g_test_add_func ("/voucher/number-is-unique-per-kind-and-year", test_duplicate_number);
  g_test_add_func ("/voucher/groups-pairs-parties-amounts-and-early-days-are-refused",
                   test_refusals);
  g_test_add_func ("/voucher/totals-stay-within-18-digits", test_totals_limit);
  g_test_add_func ("/voucher/scope-comes-from-account-then-party", test_scope);
  g_test_add_func ("/voucher/internal-account-with-an-outsider-is-a-warning",
                   test_misfit_is_a_warning);
  g_test_add_func ("/voucher/kind-needs-its-account-on-its-side", test_kinds);
  g_test_add_func ("/voucher/reversal-is-the-mirror-and-happens-once", test_reversal);
  g_test_add_func ("/voucher/off-balance-account-stands-alone", test_off_balance);
  g_test_add_func ("/voucher/unknown-is-told", test_unknown_voucher);
  g_test_add_func ("/voucher/hidden-accounts-and-opening-are-refused", test_hidden_and_opening);
  g_test_add_func ("/voucher/automatic-numbers-pass-the-longest", test_longest_number);
  g_test_add_func ("/voucher/unknown-party-is-refused", test_unknown_party);
  return g_test_run ();
}
