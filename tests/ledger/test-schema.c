/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second program is stopped by the database itself. */
#include "helpers/ledger.h"
#include "ledger/period.h"
#include "store/error.h"

static void
expect_rule (SheafBook  *book,
             const char *sql,
             const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (sheaf_store_script (sheaf_book_store (book), sql, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, rule);
  (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
}

#define OPEN_ACT \
  "BEGIN; INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');"
#define VOUCHER(day)                                                                             \
  "INSERT INTO voucher (id, kind, year, number, date, layer, description, fold, act_id) VALUES " \
  "(99, 5, 2025, 'X', '" day "', 1, 'x', 'x', 99);"
#define OPEN_SECOND \
  "INSERT INTO audit (id, at, user, kind, summary) VALUES (100, '', 'x', 'x', 'x');"
#define MIRROR(layer)                                                                          \
  "INSERT INTO voucher (id, kind, year, number, date, layer, description, fold, reverses_id, " \
  "act_id) SELECT 99, 5, 2025, 'X', '2025-05-05', " layer                                      \
  ", 'x', 'x', id, 99 FROM voucher WHERE layer = 1;"
#define ROW(debit, credit, amount)                                                                \
  "INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, " \
  "description, act_id) "                                                                         \
  "SELECT 99, '2025-05-05', 202505, 1, d.id, c.id, " amount                                       \
  ", 2, 'x', 99 FROM account d, account c WHERE d.code = '" debit "' AND c.code = '" credit "'"

static void
test_rules (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-02", "1111", "558", 100, "", "");
  expect_rule (book, "UPDATE voucher_row SET amount = 1", "written-row-changed");
  expect_rule (book, "DELETE FROM voucher_row", "written-row-deleted");
  expect_rule (
      book,
      "INSERT INTO voucher_row SELECT NULL, voucher_id, date, month, layer, debit_id, "
      "credit_id, amount, scope, NULL, NULL, NULL, NULL, 'x', NULL, NULL, NULL, NULL, "
      "NULL, NULL, NULL, NULL, act_id, NULL, NULL, NULL, NULL, NULL, NULL FROM voucher_row",
      "act-sealed");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("111", "558", "5"), "posting-to-group");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("131", "558", "5"), "missing-party");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "558", "-5"), "negative-amount");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "5122", "5"),
               "scope-against-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "001", "5"),
               "off-balance-with-balance");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "1111", "5"), "same-account");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-06-05") ROW ("1111", "558", "5"),
               "row-differs-from-voucher");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-02-31"), "bad-date");
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05") ROW ("1111", "#opening", "5"),
               "opening-out-of-place");
  expect_rule (book, OPEN_ACT "UPDATE ledger_state SET bulk = 1; UPDATE audit SET hash = 'x'"
                              " WHERE id = 99",
               "totals-not-refilled");
  expect_rule (book, "DELETE FROM ledger_state", "written-row-deleted");
  expect_rule (book, "UPDATE audit SET summary = 'x'", "act-sealed");
  expect_rule (book, "DELETE FROM audit", "act-sealed");
  expect_rule (book, OPEN_ACT OPEN_SECOND, "act-still-open");
  expect_rule (book, OPEN_ACT MIRROR ("2"), "reversal-differs-from-original");
  g_assert_true (sheaf_period_lock (book, test_day ("2025-05-31"), NULL));
  expect_rule (book, OPEN_ACT VOUCHER ("2025-05-05"), "period-locked");
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/a-second-program-is-stopped-as-well", test_rules);
  return g_test_run ();
}
