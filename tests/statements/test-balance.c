/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance: sides, levels, parties, totals. */
#include "statements/sample.h"

#include "statements/balance.h"

static SheafBalance *
compute (SheafBook  *book,
         const char *from,
         const char *to,
         guint       level,
         gboolean    by_party)
{
  g_autoptr (GError) error = NULL;
  SheafBalance *balance =
      sheaf_balance_compute (book, sample_day (from), sample_day (to), level, by_party, &error);

  g_assert_no_error (error);
  return balance;
}

static const SheafBalanceRow *
find_row (const SheafBalance *balance,
          const char         *code,
          const char         *party)
{
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const SheafBalanceRow *row = balance->rows->pdata[i];

      if (g_str_equal (row->code, code) && row->is_party == (party != NULL) &&
          g_strcmp0 (row->party_code, party) == 0)
        return row;
    }
  return NULL;
}

static void
expect_row (const SheafBalance *balance,
            const char         *code,
            const char         *party,
            const gint64       *amounts)
{
  const SheafBalanceRow *row = find_row (balance, code, party);

  g_assert_nonnull (row);
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    g_assert_cmpint (row->amounts[i].units, ==, amounts[i]);
}

#define ROW(...) ((const gint64[]){ __VA_ARGS__ })

static void
test_whole_year (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafBalance) balance = compute (book, "2025-01-01", "2025-12-31", 0, FALSE);

  expect_row (balance, "1111", NULL, ROW (50000000, 0, 1500000, 13600000, 37900000, 0));
  expect_row (balance, "111", NULL, ROW (50000000, 0, 1500000, 13600000, 37900000, 0));
  expect_row (balance, "131", NULL, ROW (26000000, 0, 96000000, 13800000, 108200000, 0));
  expect_row (balance, "333", NULL, ROW (0, 0, 2500000, 6000000, 500000, 4000000));
  expect_row (balance, "5112", NULL, ROW (0, 0, 0, 80000000, 0, 80000000));
  expect_row (balance, "002", NULL, ROW (15000000, 0, 0, 0, 15000000, 0));
  expect_row (balance, "003", NULL, ROW (0, 0, 5000000, 0, 5000000, 0));
  g_assert_null (find_row (balance, "911", NULL));
  g_assert_null (find_row (balance, "004", NULL));
}

/* Every level adds up to the same totals, debits to credits, with and without parties. */
static void
test_totals (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  for (guint level = 0; level <= 3; level++)
    for (guint by_party = 0; by_party < 2; by_party++)
      {
        g_autoptr (SheafBalance) balance =
            compute (book, "2025-02-15", "2025-11-30", level, by_party == 1);
        SheafMoney sum[SHEAF_BALANCE_AMOUNTS] = { { 0 } };

        for (guint i = 0; i < balance->rows->len; i++)
          {
            const SheafBalanceRow *row = balance->rows->pdata[i];

            for (guint j = 0; j < SHEAF_BALANCE_AMOUNTS; j++)
              if (row->level == 1 && !row->off_balance && !row->is_party)
                sum[j] = sheaf_money_add (sum[j], row->amounts[j]);
          }
        for (guint j = 0; j < SHEAF_BALANCE_AMOUNTS; j++)
          g_assert_cmpint (sum[j].units, ==, balance->total[j].units);
        for (guint j = 0; j < SHEAF_BALANCE_AMOUNTS; j += 2)
          g_assert_cmpint (balance->total[j].units, ==, balance->total[j + 1].units);
        g_assert_cmpint (balance->total[SHEAF_BALANCE_DEBIT].units, >, 0);
      }
}

static void
test_opening_is_no_turnover (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafBalance) balance = compute (book, "2025-01-01", "2025-01-01", 0, FALSE);

  expect_row (balance, "152", NULL, ROW (20000000, 0, 0, 0, 20000000, 0));
  g_assert_cmpint (balance->total[SHEAF_BALANCE_DEBIT].units, ==, 0);
  g_assert_cmpint (balance->total[SHEAF_BALANCE_OPENING_DEBIT].units, ==, 696000000);
}

static void
test_parties (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafBalance) balance = compute (book, "2025-01-01", "2025-12-31", 0, TRUE);

  expect_row (balance, "131", NULL,
              ROW (30000000, 4000000, 96000000, 13800000, 116000000, 7800000));
  expect_row (balance, "131", "KH1", ROW (30000000, 0, 84000000, 5000000, 109000000, 0));
  expect_row (balance, "131", "TV1", ROW (0, 4000000, 12000000, 1000000, 7000000, 0));
  expect_row (balance, "131", "KH2", ROW (0, 0, 0, 7000000, 0, 7000000));
  g_assert_null (find_row (balance, "152", "KH1"));
}

static void
test_levels (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafBalance) balance = compute (book, "2025-01-01", "2025-12-31", 1, TRUE);

  g_assert_nonnull (find_row (balance, "111", NULL));
  g_assert_null (find_row (balance, "1111", NULL));
  g_assert_null (find_row (balance, "131", "KH1"));
}

static void
test_default_days (void)
{
  g_autoptr (SheafBook) empty = sample_new ();
  g_autoptr (SheafBook) book = sample_worked ();
  SheafDate from, to;

  g_assert_true (sheaf_balance_default_days (empty, &from, &to, NULL));
  g_assert_cmpint (sheaf_date_cmp (to, sample_day ("2025-12-31")), ==, 0);
  sample_post (book, "2026-02-01", "152", "1111", 1, SHEAF_SCOPE_NONE);
  g_assert_true (sheaf_balance_default_days (book, &from, &to, NULL));
  g_assert_cmpint (sheaf_date_cmp (from, sample_day ("2026-01-01")), ==, 0);
  g_assert_cmpint (sheaf_date_cmp (to, sample_day ("2026-12-31")), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/balance/worked-year", test_whole_year);
  g_test_add_func ("/balance/every-level-adds-up-to-the-same-totals", test_totals);
  g_test_add_func ("/balance/opening-is-no-turnover", test_opening_is_no_turnover);
  g_test_add_func ("/balance/parties-stand-on-their-own-side", test_parties);
  g_test_add_func ("/balance/level-cuts", test_levels);
  g_test_add_func ("/balance/default-is-the-year-of-the-last-voucher", test_default_days);
  return g_test_run ();
}
