/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept totals agree with the rows, for any stretch of days, posted one by one or in bulk. */
#include "ledger/totals.h"

#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/party.h"

#include <string.h>

static const char *const accounts[] = { "1111", "1121", "152", "642", "558", "658" };

static void
post_random (SheafBook *book)
{
  gsize d = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (accounts));
  gsize step = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (accounts) - 1);
  gsize c = (d + 1 + step) %
            G_N_ELEMENTS (accounts);
  SheafDate        first = test_day ("2025-01-01");
  SheafDate        day = sheaf_date_add_days (first, g_test_rand_int_range (0, 500));
  g_autofree char *text = sheaf_date_to_text (day);

  if (g_test_rand_bit ())
    test_post (book, text, "131", accounts[c], g_test_rand_int_range (1, 100000),
               g_test_rand_bit () ? "TV1" : "KH1", "");
  else
    test_post (book, text, accounts[d], accounts[c], g_test_rand_int_range (1, 100000), "", "");
}

/* The same sums straight from the rows. */
static gint64
sum_rows (SheafBook  *book,
          const char *code,
          const char *from,
          const char *to,
          gboolean    debit)
{
  gint64 sum = 0;

  g_assert_true (sheaf_store_get_int (
      sheaf_book_store (book),
      "SELECT coalesce (sum (amount), 0) FROM voucher_row WHERE date BETWEEN $1 AND $2"
      " AND CASE $4 WHEN 1 THEN debit_id ELSE credit_id END = $3",
      SHEAF_ARGS (SHEAF_TEXT (from), SHEAF_TEXT (to), SHEAF_INT (test_account (book, code)),
                  SHEAF_INT (debit)),
      &sum, NULL));
  return sum;
}

static void
compare (SheafBook  *book,
         const char *from,
         const char *to)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_load (book, test_day (from), test_day (to), NULL);
  g_autoptr (SheafTotals)
      pairs = sheaf_totals_load_pairs (book, test_day (from), test_day (to), NULL);
  gint64 details = 0, member = 0;

  g_assert_cmpuint (pairs->details->len, ==, 0);
  g_assert_cmpuint (pairs->pairs->len, ==, totals->pairs->len);
  g_assert_true (memcmp (pairs->pairs->data, totals->pairs->data,
                         pairs->pairs->len * sizeof (SheafPairTotal)) == 0);

  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      SheafMoney debit, credit;
      gint64     balance;

      sheaf_totals_turnover (totals, test_account (book, accounts[i]), &debit, &credit);
      g_assert_cmpint (debit.units, ==, sum_rows (book, accounts[i], from, to, TRUE));
      g_assert_cmpint (credit.units, ==, sum_rows (book, accounts[i], from, to, FALSE));
      balance = sum_rows (book, accounts[i], "2025-01-01", to, TRUE);
      balance -= sum_rows (book, accounts[i], "2025-01-01", to, FALSE);
      g_assert_cmpint (sheaf_totals_balance (totals, test_account (book, accounts[i])).units, ==,
                       balance);
    }
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      gint64                  balance = detail->before.units + detail->debit.units;

      balance -= detail->credit.units;

      g_assert_cmpint (detail->account_id, ==, test_account (book, "131"));
      details += balance;
      if (detail->party_id == sheaf_party_find (book, "TV1"))
        member += balance;
    }
  g_assert_cmpint (details, ==, sheaf_totals_balance (totals, test_account (book, "131")).units);
  {
    SheafMoney balance;

    g_assert_true (sheaf_totals_party_balance (book, test_account (book, "131"),
                                               sheaf_party_find (book, "TV1"), test_day (to),
                                               &balance, NULL));
    g_assert_cmpint (balance.units, ==, member);
  }
}

static void
compare_all (SheafBook *book)
{
  compare (book, "2025-01-01", "2025-12-31");
  compare (book, "2025-01-01", "2025-05-17");
  compare (book, "2025-02-01", "2025-02-28");
  compare (book, "2025-02-10", "2025-02-20");
  compare (book, "2025-02-10", "2025-07-31");
  compare (book, "2026-01-01", "2026-03-10");
  test_verify (book);
}

static void
test_any_stretch (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (int i = 0; i < 300; i++)
    post_random (book);
  compare_all (book);
}

static void
test_bulk (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  post_random (book);
  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "bulk", NULL);

    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
    for (int i = 0; i < 300; i++)
      post_random (book);
    g_assert_true (sheaf_ledger_bulk_end (book, NULL));
    g_assert_true (sheaf_act_commit (act, NULL));
  }
  post_random (book);
  compare_all (book);
}

static void
test_tampering_is_found (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_post (book, "2025-02-02", "131", "558", 100, "KH1", "");
  g_assert_true (
      sheaf_store_script (sheaf_book_store (book),
                          "UPDATE total_pair SET amount = amount + 1; UPDATE total_detail SET "
                          "debit = 0; UPDATE ledger_state SET volume = 0",
                          NULL));
  g_assert_true (sheaf_totals_check (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/agree-with-rows-for-any-stretch-of-days", test_any_stretch);
  g_test_add_func ("/totals/bulk-fills-what-rows-would", test_bulk);
  g_test_add_func ("/totals/tampering-is-found", test_tampering_is_found);
  return g_test_run ();
}
