/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account owes each party: balances by one read, and what may leave the account on a
 * day. */
#include "ledger/party-credit.h"

#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/totals.h"

static gint64
balance_of (GHashTable *balances,
            SheafBook  *book,
            const char *code)
{
  gint64            id = sheaf_party_find (book, code);
  const SheafMoney *balance = g_hash_table_lookup (balances, &id);

  return balance == NULL ? 0 : balance->units;
}

/* Two months and both sides, by the day; an account of other parties stays out. */
static void
test_balances (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) then = NULL;
  g_autoptr (GHashTable) later = NULL;
  gint64 account = test_account (book, "131");

  (void) test_post (book, "2025-01-10", "131", "1121", 700, "KH1", "");
  (void) test_post (book, "2025-02-10", "131", "1121", 50, "TV1", "");
  (void) test_post (book, "2025-02-20", "1111", "131", 300, "", "KH1");
  (void) test_post (book, "2025-02-20", "1111", "331", 9, "", "KH1");
  then = sheaf_totals_party_balances (book, account, test_day ("2025-02-19"), &error);
  later = sheaf_totals_party_balances (book, account, test_day ("2025-03-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (balance_of (then, book, "KH1"), ==, 700);
  g_assert_cmpint (balance_of (then, book, "TV1"), ==, 50);
  g_assert_cmpint (balance_of (later, book, "KH1"), ==, 400);
}

/* What is taken later is not there on a day before, nor is what only comes later. */
static void
test_credits (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) between = NULL;
  gint64 account = test_account (book, "331"), kh1 = sheaf_party_find (book, "KH1");

  (void) test_post (book, "2025-01-10", "152", "331", 700, "", "KH1");
  (void) test_post (book, "2025-03-10", "331", "1111", 300, "KH1", "");
  (void) test_post (book, "2025-03-11", "152", "331", 50, "", "TV1");
  before = sheaf_party_credits (book, account, test_day ("2025-01-09"), &error);
  between = sheaf_party_credits (book, account, test_day ("2025-02-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (sheaf_party_credit (before, kh1).units, ==, 0);
  g_assert_cmpint (sheaf_party_credit (between, kh1).units, ==, 400);
  g_assert_cmpint (sheaf_party_credit (between, sheaf_party_find (book, "TV1")).units, ==, 0);
  g_assert_cmpint (sheaf_party_credit (between, G_MAXINT64).units, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/party-credit/balances-by-party-in-one-read", test_balances);
  g_test_add_func ("/party-credit/what-leaves-later-cannot-leave-before", test_credits);
  return g_test_run ();
}
