/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash and bank may not stand below zero at the end of any day; judged after the whole act. */
#include "ledger/money.h"

#include "book/act.h"
#include "book/setting.h"
#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/verify.h"
#include "store/error.h"

#include <string.h>

static SheafBook *
guarded_book (const char *mode)
{
  SheafBook *book = test_ledger_new ();

  g_assert_true (sheaf_setting_write (book, "money-below-zero", mode, NULL));
  return book;
}

static void
expect_refused (SheafBook    *book,
                SheafVoucher *voucher,
                const char   *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  sheaf_voucher_free (voucher);
}

static void
test_first_bad_day (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");

  test_post (book, "2025-03-01", "1111", "558", 1000000, "", "");
  test_post (book, "2025-03-20", "642", "1111", 900000, "", "");
  /* what is spent on the 10th is missing on the 20th */
  expect_refused (book, test_voucher (book, "2025-03-10", "642", "1111", 100001, "", ""),
                  "1111 would stand at (1) at the end of 2025-03-20");
  test_post (book, "2025-03-10", "642", "1111", 100000, "", "");
  /* just below: the day before the money came */
  expect_refused (book, test_voucher (book, "2025-02-28", "642", "1111", 1, "", ""), "2025-02-28");
  g_assert_cmpint (test_balance (book, "1111", "2025-12-31"), ==, 0);
  test_verify (book);
}

static void
test_amounts_are_for_people (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");

  expect_refused (book, test_voucher (book, "2025-03-10", "642", "1121", 1234567, "", ""),
                  "1121 would stand at (1,234,567)");
}

/* The order of rows and vouchers within an act or a day is of no account. */
static void
test_judged_after_the_act (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  g_autoptr (SheafVoucher) both = test_voucher (book, "2025-03-02", "642", "1111", 5, "", "");

  test_post (book, "2025-03-01", "642", "1111", 70, "", "");
  test_post (book, "2025-03-01", "1111", "558", 70, "", "");
  g_assert_true (sheaf_act_commit (act, NULL));
  g_clear_pointer (&act, sheaf_act_free);
  sheaf_voucher_add_row (both, test_account (book, "1111"), test_account (book, "558"),
                         SHEAF_MONEY (5));
  g_assert_true (sheaf_voucher_post (book, both, NULL, NULL));
}

static void
test_reversed_receipt (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  g_autoptr (GError) error = NULL;
  gint64 receipt = test_post (book, "2025-03-01", "1111", "558", 70, "", "");

  test_post (book, "2025-03-02", "642", "1111", 70, "", "");
  g_assert_false (
      sheaf_voucher_reverse (book, receipt, test_day ("2025-03-03"), "Nhập nhầm", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY);
}

/* An old book that stands below zero goes on taking what takes nothing off. */
static void
test_old_days (void)
{
  g_autoptr (SheafBook) book = guarded_book ("allow");

  test_post (book, "2025-03-01", "642", "1111", 70, "", "");
  g_assert_true (sheaf_setting_write (book, "money-below-zero", "refuse", NULL));
  test_post (book, "2025-03-05", "1111", "558", 10, "", "");
  test_post (book, "2025-02-05", "642", "331", 10, "", "NCC1");
  test_post (book, "2025-03-05", "1121", "558", 10, "", "");
  test_post (book, "2025-03-06", "658", "1121", 10, "", "");
  expect_refused (book, test_voucher (book, "2025-04-01", "642", "1111", 1, "", ""), "(61)");
  /* once the hole is filled the days before are let alone */
  test_post (book, "2025-03-10", "1111", "558", 100, "", "");
  test_post (book, "2025-03-10", "642", "1111", 40, "", "");
}

static void
take_warning (const char *text,
              gpointer    data)
{
  g_string_append_printf (data, "%s\n", text);
}

static void
test_warn (void)
{
  g_autoptr (SheafBook) book = guarded_book ("warn");
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (SheafAct) act = NULL;

  sheaf_book_on_warning (book, take_warning, told);
  test_post (book, "2025-03-01", "1111", "558", 70, "", "");
  g_assert_cmpstr (told->str, ==, "");
  test_post (book, "2025-03-02", "642", "1111", 1070, "", "");
  g_assert_nonnull (strstr (told->str, "1111 stands at (1,000) at the end of 2025-03-02"));
  g_string_truncate (told, 0);
  /* what is undone is not told, a whole act once */
  act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  test_post (book, "2025-03-02", "642", "1111", 1, "", "");
  g_clear_pointer (&act, sheaf_act_free);
  g_assert_cmpstr (told->str, ==, "");
  act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  test_post (book, "2025-03-02", "642", "1111", 1, "", "");
  test_post (book, "2025-03-03", "642", "1111", 1, "", "");
  g_assert_true (sheaf_act_commit (act, NULL));
  g_clear_pointer (&act, sheaf_act_free); /* told when the act is over */
  g_assert_nonnull (strchr (told->str, '\n'));
  g_assert_cmpstr (strchr (told->str, '\n'), ==, "\n");
}

static void
test_allow (void)
{
  g_autoptr (SheafBook) book = guarded_book ("allow");
  g_autoptr (GString) told = g_string_new (NULL);

  sheaf_book_on_warning (book, take_warning, told);
  test_post (book, "2025-03-02", "642", "1111", 1000, "", "");
  g_assert_cmpstr (told->str, ==, "");
}

/* Detail accounts follow the account they were opened under; others are no money. */
static void
test_which_accounts (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  SheafAccount detail = { .code = "11211", .name = "Ngân hàng thứ nhất" };

  g_assert_true (sheaf_account_insert (book, &detail, "1121", NULL, NULL));
  expect_refused (book, test_voucher (book, "2025-03-10", "642", "11211", 1, "", ""), "11211");
  test_post (book, "2025-03-10", "642", "152", 1, "", "");
}

static void
test_bulk (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
  test_post (book, "2025-03-01", "642", "1111", 70, "", "");
  test_post (book, "2025-03-02", "1111", "558", 70, "", "");
  g_assert_true (sheaf_ledger_bulk_end (book, NULL));
  g_assert_false (sheaf_act_commit (act, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY);
}

/* Each bank account for itself: the sum of all may hide one that is overdrawn. */
static void
test_bank_accounts (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafVoucher *voucher;
  gint64        first, second;
  gboolean      found = FALSE;

  g_assert_true (sheaf_item_ensure (book, "AGRI", &first, NULL));
  g_assert_true (sheaf_item_ensure (book, "VCB", &second, NULL));
  voucher = test_voucher (book, "2025-03-01", "1121", "558", 70, "", "");
  ((SheafVoucherRow *) voucher->rows->pdata[0])->debit_item_id = first;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  sheaf_voucher_free (voucher);
  voucher = test_voucher (book, "2025-03-02", "642", "1121", 30, "", "");
  ((SheafVoucherRow *) voucher->rows->pdata[0])->credit_item_id = second;
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  sheaf_voucher_free (voucher);
  for (const SheafCheck *check = sheaf_ledger_checks; check->name != NULL; check++)
    g_assert_true (check->run (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      found = found || (strstr (problem->text, "VCB") != NULL &&
                        strstr (problem->text, "2025-03-02") != NULL);
      g_assert_null (strstr (problem->text, "AGRI"));
    }
  g_assert_true (found);
}

/* A second program that seals its act is stopped by the database. */
static void
test_second_program (void)
{
  g_autoptr (SheafBook) book = guarded_book ("refuse");
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_store_script (
      sheaf_book_store (book),
      "BEGIN; INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');"
      "INSERT INTO voucher (id, kind, year, number, date, layer, description, fold, act_id) VALUES "
      "(99, 5, 2025, 'X', '2025-05-05', 1, 'x', 'x', 99);"
      "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, "
      "scope, "
      "description, act_id) SELECT 99, '2025-05-05', 202505, 1, d.id, c.id, 5, 2, 'x', 99"
      " FROM account d, account c WHERE d.code = '642' AND c.code = '1111';"
      "UPDATE audit SET hash = 'x' WHERE id = 99",
      &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "money-below-zero");
  (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/first-bad-day-is-named", test_first_bad_day);
  g_test_add_func ("/money/amounts-are-written-for-people", test_amounts_are_for_people);
  g_test_add_func ("/money/judged-after-the-whole-act", test_judged_after_the_act);
  g_test_add_func ("/money/reversed-receipt-takes-money-off", test_reversed_receipt);
  g_test_add_func ("/money/old-days-do-not-stop-other-acts", test_old_days);
  g_test_add_func ("/money/warned-act-goes-through", test_warn);
  g_test_add_func ("/money/allowed-is-silent", test_allow);
  g_test_add_func ("/money/detail-accounts-follow-their-account", test_which_accounts);
  g_test_add_func ("/money/bulk-acts-are-judged", test_bulk);
  g_test_add_func ("/money/each-bank-account-is-looked-at", test_bank_accounts);
  g_test_add_func ("/money/a-second-program-is-stopped-as-well", test_second_program);
  return g_test_run ();
}
