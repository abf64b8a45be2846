/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each function of the rules on totals made by hand. */
#include "statements/sample.h"

#include "statements/figures.h"

typedef struct
{
  SheafBook    *book;
  SheafFigures *figures;
} Fixture;

static SheafTotals *totals;

static void
add_pair (SheafBook  *book,
          const char *debit,
          const char *credit,
          gint64      before,
          gint64      period)
{
  SheafPairTotal pair = { sample_account (book, debit),
                          sample_account (book, credit),
                          SHEAF_SCOPE_NONE,
                          { before },
                          { period } };

  g_array_append_val (totals->pairs, pair);
}

static void
add_detail (SheafBook  *book,
            const char *account,
            gint64      party,
            gint64      item,
            gint64      before,
            gint64      debit,
            gint64      credit)
{
  SheafDetailTotal detail = {
    sample_account (book, account), party, item, { before }, { debit }, { credit }
  };

  g_array_append_val (totals->details, detail);
}

/* 131 at the end: party 7 debit 60 on item 1, credit 25 on item 2; nobody credit 5; party 8
 * nothing. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SheafBook *book = sample_new ();

  (void) data;
  totals = g_new0 (SheafTotals, 1);
  totals->from = sample_day ("2025-01-01");
  totals->to = sample_day ("2025-12-31");
  totals->pairs = g_array_new (FALSE, TRUE, sizeof (SheafPairTotal));
  totals->details = g_array_new (FALSE, TRUE, sizeof (SheafDetailTotal));
  totals->sides = g_array_new (FALSE, TRUE, sizeof (SheafSideTotal));
  add_pair (book, "1111", "4111", 1000, 0);
  add_pair (book, "131", "5111", 40, 100);
  add_pair (book, "131", "5112", 0, 10);
  add_pair (book, "1111", "131", 0, 120);
  add_pair (book, "5111", "521", 0, 3);
  add_pair (book, "5112", "3331", 0, 4);
  add_pair (book, "9111", "6111", 0, 50);
  add_pair (book, "6111", "9111", 0, 8);
  add_detail (book, "131", 7, 1, 40, 100, 80);
  add_detail (book, "131", 7, 2, 0, 10, 35);
  add_detail (book, "131", 8, 0, 0, 5, 5);
  fixture->book = book;
  fixture->figures = sheaf_figures_new (sheaf_chart_get (book, NULL), totals);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_figures_free (fixture->figures);
  sheaf_book_free (fixture->book);
}

static void
expect (Fixture    *fixture,
        const char *text,
        gint64      start,
        gint64      end)
{
  g_autoptr (SheafRule) rule = sheaf_rule_parse (text, NULL);
  const SheafRuleTerm *term = rule->terms->pdata[0];

  g_test_message ("%s", text);
  g_assert_cmpint (sheaf_figures_term (fixture->figures, term, SHEAF_FIGURES_AT_START).units, ==,
                   start);
  g_assert_cmpint (sheaf_figures_term (fixture->figures, term, SHEAF_FIGURES_AT_END).units, ==,
                   end);
}

static void
test_balances (Fixture      *fixture,
               gconstpointer data)
{
  (void) data;
  expect (fixture, "DB(111)", 1000, 1120);
  expect (fixture, "DB(1111)", 1000, 1120);
  expect (fixture, "CB(111)", 0, 0);
  expect (fixture, "CB(411)", 1000, 1000);
  expect (fixture, "DB(131)", 40, 30);
  expect (fixture, "DB(131+111)", 1040, 1150);
}

static void
test_details (Fixture      *fixture,
              gconstpointer data)
{
  (void) data;
  expect (fixture, "DBd(131)", 40, 60);
  expect (fixture, "CBd(131)", 0, 30);
  /* Without kept details the whole account is one. */
  expect (fixture, "DBd(111)", 1000, 1120);
  /* Several accounts are set off per party: party 7 has 35 left, nobody's 111 and 131 net 1115. */
  expect (fixture, "DBd(131+111)", 1040, 1150);
  expect (fixture, "CBd(131+111)", 0, 0);
  expect (fixture, "CBd(411+131)", 1000, 1005);
  expect (fixture, "DBd(411+131)", 40, 35);
}

static void
test_turnover (Fixture      *fixture,
               gconstpointer data)
{
  (void) data;
  expect (fixture, "CT(511)", 0, 110);
  expect (fixture, "DT(511)", 0, 7);
  expect (fixture, "DT(131)", 0, 110);
  expect (fixture, "CT(131)", 0, 120);
}

static void
test_cross_turnover (Fixture      *fixture,
                     gconstpointer data)
{
  (void) data;
  expect (fixture, "XT(Dr 511, Cr 521)", 0, 3);
  expect (fixture, "XT(Dr 511, Cr 333+521)", 0, 7);
  expect (fixture, "XT(Dr 512, Cr 521)", 0, 0);
  expect (fixture, "XT(Dr 9111, Cr 611)", 0, 50);
  expect (fixture, "XT(Dr 611, Cr 911)", 0, 8);
  expect (fixture, "XT(Dr 131+9111, Cr 511+611)", 0, 160);
}

static void
test_unknown_account (Fixture      *fixture,
                      gconstpointer data)
{
  (void) data;
  expect (fixture, "DB(777)", 0, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/figures/balances-net-within-the-account", test_balances);
  ADD ("/figures/details-net-within-party-and-item-only", test_details);
  ADD ("/figures/turnover-is-of-the-period", test_turnover);
  ADD ("/figures/turnover-between-two-sides", test_cross_turnover);
  ADD ("/figures/account-the-chart-lacks-counts-nothing", test_unknown_account);
  return g_test_run ();
}
