/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening balances. */
#include "ledger/opening.h"

#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/totals.h"

static void
add (GArray     *balances,
     SheafBook  *book,
     const char *code,
     gint64      debit,
     gint64      credit,
     const char *party)
{
  SheafOpeningBalance balance = { .account_id = test_account (book, code),
                                  .debit = SHEAF_MONEY (debit),
                                  .credit = SHEAF_MONEY (credit),
                                  .due = SHEAF_DATE_NONE,
                                  .party_id = *party == '\0' ? 0 : sheaf_party_find (book, party) };

  g_array_append_val (balances, balance);
}

static void
test_opening_is_no_turnover (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (GError) error = NULL;
  SheafMoney debit, credit;

  add (balances, book, "1111", 300, 0, "");
  add (balances, book, "131", 50, 0, "KH1");
  add (balances, book, "4111", 0, 350, "TV1");
  add (balances, book, "005", 70, 0, "");
  g_assert_true (sheaf_opening_post (book, balances, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "4111", "2025-01-01"), ==, -350);
  g_assert_cmpint (test_balance (book, "005", "2025-12-31"), ==, 70);
  totals = sheaf_totals_load (book, test_day ("2025-01-01"), test_day ("2025-01-15"), &error);
  sheaf_totals_turnover (totals, test_account (book, "1111"), &debit, &credit);
  g_assert_cmpint (debit.units, ==, 0);
  test_verify (book);
}

static void
refused (SheafBook       *book,
         GArray          *balances,
         SheafLedgerError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_opening_post (book, balances, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, (int) code);
  g_array_set_size (balances, 0);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));

  add (balances, book, "1111", 300, 0, "");
  add (balances, book, "4111", 0, 299, "TV1");
  refused (book, balances, SHEAF_LEDGER_ERROR_UNBALANCED);
  add (balances, book, "1111", 300, 300, "");
  refused (book, balances, SHEAF_LEDGER_ERROR_UNBALANCED);
  add (balances, book, "1111", 300, -100, ""); /* 300 : 300, and yet 300 against 400 */
  add (balances, book, "4118", 0, 400, "");
  refused (book, balances, SHEAF_LEDGER_ERROR_UNBALANCED);
  add (balances, book, "1111", 300, 0, "");
  add (balances, book, "558", 0, 300, "");
  refused (book, balances, SHEAF_LEDGER_ERROR_UNBALANCED);
  add (balances, book, "1111", 300, 0, "");
  add (balances, book, "4111", 0, 300, "");
  refused (book, balances, SHEAF_LEDGER_ERROR_PARTY);
  add (balances, book, "111", 300, 0, "");
  add (balances, book, "4118", 0, 300, "");
  refused (book, balances, SHEAF_LEDGER_ERROR_ACCOUNT);
}

/* The same file read in again is refused, what was left out may still come. */
static void
test_twice (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_autoptr (GError) error = NULL;

  add (balances, book, "1111", 300, 0, "");
  add (balances, book, "4118", 0, 300, "");
  g_assert_true (sheaf_opening_post (book, balances, &error));
  refused (book, balances, SHEAF_LEDGER_ERROR_NUMBER);
  add (balances, book, "131", 50, 0, "KH1");
  add (balances, book, "4118", 0, 50, "");
  g_assert_true (sheaf_opening_post (book, balances, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "4118", "2025-01-01"), ==, -350);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/stands-before-the-first-day-and-is-no-turnover",
                   test_opening_is_no_turnover);
  g_test_add_func ("/opening/unbalanced-two-sided-and-nameless-are-refused", test_refusals);
  g_test_add_func ("/opening/the-same-balance-twice-is-refused", test_twice);
  return g_test_run ();
}
