/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing against everything that can stand in its way: locks, other years, losses, negative
 * revenue, details, and hands that reverse what they should not. */
#include "ledger/closing.h"

#include "helpers/ledger.h"
#include "ledger/opening.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/verify.h"

static gboolean
try_close (SheafBook  *book,
           int         year,
           const char *key,
           GError    **error)
{
  SheafClosingKeys keys;

  g_assert_true (sheaf_closing_keys_parse (key, NULL, &keys, NULL));
  return sheaf_closing_post (book, year, &keys, NULL, error);
}

static void
close_year (SheafBook *book,
            int        year)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_close (book, year, "revenue", &error));
  g_assert_no_error (error);
}

static void
expect_refused (gboolean         done,
                GError          *error,
                SheafLedgerError code)
{
  g_assert_false (done);
  g_assert_error (error, SHEAF_LEDGER_ERROR, (int) code);
  g_error_free (error);
}

static void
refuse_close (SheafBook       *book,
              int              year,
              SheafLedgerError code)
{
  GError  *error = NULL;
  gboolean done = try_close (book, year, "revenue", &error);

  expect_refused (done, error, code);
}

static void
refuse_reopen (SheafBook       *book,
               int              year,
               SheafLedgerError code)
{
  GError  *error = NULL;
  gboolean done = sheaf_closing_reopen (book, year, "Sửa sổ", &error);

  expect_refused (done, error, code);
}

static void
expect_balance (SheafBook  *book,
                const char *code,
                const char *day,
                gint64      balance)
{
  g_assert_cmpint (test_balance (book, code, day), ==, balance);
}

static void
add_detail (SheafBook  *book,
            const char *code,
            const char *parent)
{
  SheafAccount detail = { .code = (char *) code, .name = (char *) code };

  g_assert_true (sheaf_account_insert (book, &detail, parent, NULL, NULL));
}

static void
test_order (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-06-01", "1111", "558", 50, "", "");
  test_post (book, "2026-06-01", "1111", "558", 70, "", "");
  refuse_close (book, 2024, SHEAF_LEDGER_ERROR_DATE);
  refuse_close (book, 2026, SHEAF_LEDGER_ERROR_DATE);
  close_year (book, 2025);
  close_year (book, 2026);
  expect_balance (book, "4211", "2025-12-31", -50);
  expect_balance (book, "4211", "2026-12-31", -120);
  refuse_reopen (book, 2025, SHEAF_LEDGER_ERROR_YEAR_CLOSED);
  g_assert_true (sheaf_closing_reopen (book, 2026, "Sửa sổ", NULL));
  g_assert_true (sheaf_closing_reopen (book, 2025, "Sửa sổ", NULL));
  expect_balance (book, "4211", "2026-12-31", 0);
  expect_balance (book, "558", "2025-12-31", -50);
  test_verify (book);
}

static void
test_locks (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gboolean closed = TRUE;

  test_post (book, "2025-06-01", "1111", "558", 50, "", "");
  g_assert_true (sheaf_period_lock (book, test_day ("2025-12-31"), NULL));
  refuse_close (book, 2025, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_true (sheaf_closing_is_closed (book, 2025, &closed, NULL));
  g_assert_false (closed);
  g_assert_true (sheaf_period_unlock (book, test_day ("2025-11-30"), "Khóa sổ năm", NULL));
  close_year (book, 2025);
  g_assert_true (sheaf_period_lock (book, test_day ("2025-12-31"), NULL));
  refuse_reopen (book, 2025, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_true (sheaf_closing_is_closed (book, 2025, &closed, NULL));
  g_assert_true (closed);
  test_verify (book);
}

/* Only reopening undoes a closing: else the year would count as closed and not be. */
static void
test_closing_is_not_reversed_by_hand (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) mirror = NULL;
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  SheafOpeningBalance cash = { .account_id = test_account (book, "1111"),
                               .debit = SHEAF_MONEY (5),
                               .due = SHEAF_DATE_NONE };
  SheafOpeningBalance profit = { .account_id = test_account (book, "4211"),
                                 .credit = SHEAF_MONEY (5),
                                 .due = SHEAF_DATE_NONE };
  GError             *error = NULL;
  gboolean            done;
  gint64              id;

  test_post (book, "2025-06-01", "1111", "558", 50, "", "");
  close_year (book, 2025);
  id = sheaf_closing_voucher (book, 2025);
  done = sheaf_voucher_reverse (book, id, test_day ("2025-12-31"), "Nhầm", NULL, &error);
  expect_refused (done, error, SHEAF_LEDGER_ERROR_REVERSAL);
  mirror = test_voucher (book, "2026-01-05", "9111", "558", -50, "", "");
  mirror->reverses_id = id;
  error = NULL;
  done = sheaf_voucher_post (book, mirror, NULL, &error);
  expect_refused (done, error, SHEAF_LEDGER_ERROR_REVERSAL);
  /* nor are balances put under a year that stands */
  g_array_append_val (balances, cash);
  g_array_append_val (balances, profit);
  error = NULL;
  done = sheaf_opening_post (book, balances, &error);
  expect_refused (done, error, SHEAF_LEDGER_ERROR_YEAR_CLOSED);
  expect_balance (book, "4211", "2025-12-31", -50);
  test_verify (book);
}

/* Revenue of a closed year taken back in the next: there it is negative, and a loss comes out. */
static void
test_reversal_across_years (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = test_post (book, "2025-06-01", "131", "5112", 700, "KH1", "");

  close_year (book, 2025);
  g_assert_true (
      sheaf_voucher_reverse (book, id, test_day ("2026-02-01"), "Trả hàng", NULL, NULL));
  test_post (book, "2026-03-01", "642", "1111", 90, "", "");
  test_post (book, "2026-03-02", "131", "5121", 10, "TV1", "");
  close_year (book, 2026);
  /* external revenue below 0 has no part in the shared expense */
  expect_balance (book, "4211", "2026-12-31", 0);
  expect_balance (book, "4212", "2026-12-31", 80);
  expect_balance (book, "5112", "2026-12-31", 0);
  expect_balance (book, "131", "2026-12-31", 10);
  test_verify (book);
}

/* A year in which the result account moved backwards only: a distribution of before taken back. */
static void
test_negative_turnover_of_target (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = test_post (book, "2025-06-01", "4211", "3532", 30, "", "");

  test_post (book, "2025-06-01", "1111", "558", 50, "", "");
  close_year (book, 2025);
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2026-02-01"), "Sai", NULL, NULL));
  test_post (book, "2026-03-01", "1111", "558", 7, "", "");
  close_year (book, 2026);
  expect_balance (book, "4211", "2026-12-31", -57);
  test_verify (book);
}

/* 642 in three details of 10 each, by revenue 2 : 1: internal is a third of the whole, 10, however
 * the parts are rounded. */
static void
test_details (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  add_detail (book, "6421", "642");
  add_detail (book, "6422", "642");
  add_detail (book, "6423", "642");
  add_detail (book, "51121", "5112");
  add_detail (book, "51122", "5112");
  test_post (book, "2025-02-01", "131", "51121", 300, "KH1", "");
  test_post (book, "2025-02-01", "131", "51122", 100, "KH1", "");
  test_post (book, "2025-02-01", "131", "5121", 200, "TV1", "");
  test_post (book, "2025-06-01", "6421", "1111", 10, "", "");
  test_post (book, "2025-06-01", "6422", "1111", 10, "", "");
  test_post (book, "2025-06-01", "6423", "1111", 10, "", "");
  close_year (book, 2025);
  expect_balance (book, "4212", "2025-12-31", -190);
  expect_balance (book, "4211", "2025-12-31", -380);
  expect_balance (book, "51121", "2025-12-31", 0);
  expect_balance (book, "6423", "2025-12-31", 0);
  test_verify (book);
}

/* Moved between the sides by a journal voucher, revenue counts where its account stands. */
static void
test_moved_between_sides (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-01", "131", "5112", 400, "KH1", "");
  test_post (book, "2025-02-02", "5112", "5122", 100, "", "");
  test_post (book, "2025-06-01", "642", "1111", 40, "", "");
  close_year (book, 2025);
  /* 300 : 100, so of 40 internal 10 */
  expect_balance (book, "4211", "2025-12-31", -270);
  expect_balance (book, "4212", "2025-12-31", -90);
  test_verify (book);
}

/* Somebody says by SQL that the year is closed. */
static void
test_false_closing_is_found (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_post (book, "2025-06-01", "1111", "558", 50, "", "");
  g_assert_true (sheaf_store_script (
      sheaf_book_store (book),
      "INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');"
      "INSERT INTO closing_event (year, closed, act_id) VALUES (2025, 1, 99)",
      NULL));
  for (const SheafCheck *check = sheaf_ledger_checks; check->name != NULL; check++)
    g_assert_true (check->run (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closing/years-follow-one-another", test_order);
  g_test_add_func ("/closing/locked-year-is-neither-closed-nor-reopened", test_locks);
  g_test_add_func ("/closing/only-reopening-undoes-it", test_closing_is_not_reversed_by_hand);
  g_test_add_func ("/closing/reversal-in-the-next-year-is-its-loss", test_reversal_across_years);
  g_test_add_func ("/closing/target-that-moved-backwards", test_negative_turnover_of_target);
  g_test_add_func ("/closing/details-share-as-the-whole", test_details);
  g_test_add_func ("/closing/revenue-counts-where-its-account-stands", test_moved_between_sides);
  g_test_add_func ("/closing/false-closing-is-found", test_false_closing_is_found);
  return g_test_run ();
}
