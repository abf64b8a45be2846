/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retains, notices, redemption and the year's list from the command line. */
#include "helpers/cli.h"

#include <string.h>

/* An American co-op: P1 delivered 1,000 bushels, P2 333.5; the plan keeps back 5 cents of each. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *plan = NULL;

  test_cli_set_up (fixture, data);
  g_free (fixture->book);
  fixture->book = g_build_filename (fixture->folder, "us.sheaf", NULL);
  test_do ("new", fixture->book, "--name", "Prairie", "--year", "2025", "--chart", "intl", "--law",
           "us-patronage", NULL);
  test_import (fixture, "accounts",
               "code,parent,name,type,normal_side,needs\n3122,312,Retains,equity,credit,party\n");
  test_import (fixture, "members",
               "code,name,kind,joined\nP1,One,official,2020-01-01\nP2,Two,official,2020-01-01\n");
  test_import (fixture, "products",
               "code,name,unit,kind,stock_account\nCORN,Corn,bu,produce,123\n");
  test_import (fixture, "deliveries",
               "date,member,product,quantity,amount\n2025-06-01,P1,CORN,1000,300000\n"
               "2025-06-02,P2,CORN,333.5,100000\n");
  plan = test_file (fixture->folder, "plan.ini",
                    "[plan]\nlaw=us-patronage\n[retain corn]\ntitle=Corn\naccount=3122\nrate=5\n",
                    -1);
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_retain (TestCliFixture *fixture,
             gconstpointer   data)
{
  static const char *const lines = "rule,member,quantity,amount\n"
                                   "corn,P1,1000,5000\ncorn,P2,333.5,1668\n";
  g_autoptr (TestRun) again = NULL;
  g_autofree char *json = NULL;

  (void) data;
  expect (test_done ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", "--preview",
                     "--format", "csv", NULL),
          lines);
  expect (test_done ("notices", fixture->book, "--on", "2026-12-31", "--format", "csv", NULL),
          "year,member,name,kind,account,date,amount,redeemed,open\n");
  expect (test_done ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", "--format",
                     "csv", NULL),
          lines);
  expect (test_done ("notices", fixture->book, "--on", "2025-12-31", "--member", "P2", "--format",
                     "csv", NULL),
          "year,member,name,kind,account,date,amount,redeemed,open\n"
          "2025,P2,Two,retain,3122,2025-12-31,1668,0,1668\n");
  json = test_done ("notices", fixture->book, "--on", "2025-12-31", "--format", "json", NULL);
  test_contains (json, "\"retain\"");
  again = test_run ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", NULL);
  test_run_expect (again, 1);
  test_contains (again->err, "nothing is left");
}

static void
test_redeem (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *text = NULL;
  g_autofree char *checks = NULL;

  (void) data;
  test_do ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", NULL);
  expect (test_done ("redeem", fixture->book, "--date", "2026-06-01", "--part", "0.5", "--preview",
                     "--format", "csv", NULL),
          "year,member,name,kind,open,amount\n2025,P1,One,retain,5000,2500\n"
          "2025,P2,Two,retain,1668,834\n");
  expect (test_done ("redeem", fixture->book, "--date", "2026-06-01", "--member", "P1",
                     "--resolution", "R 7", "--format", "csv", NULL),
          "year,member,name,kind,open,amount\n2025,P1,One,retain,5000,5000\n");
  text = test_done ("notices", fixture->book, "--on", "2026-12-31", "--open", NULL);
  test_contains (text, "per-unit retain");
  g_assert_null (strstr (text, "P1"));
  checks = test_done ("verify", fixture->book, NULL);
  test_contains (checks, "All checks hold");
}

static void
test_refusals (TestCliFixture *fixture,
               gconstpointer   data)
{
  static const struct
  {
    const char *option, *value, *more, *more_value;
    int         status;
    const char *text;
  } cases[] = {
    { "--order", "newest", NULL, NULL, 2, "--order newest" },
    { "--part", "2", NULL, NULL, 2, "--part 2" },
    { "--part", "0", NULL, NULL, 2, "--part 0" },
    { "--amount", "0", NULL, NULL, 2, "--amount 0" },
    { "--amount", "-5", NULL, NULL, 2, "--amount -5" },
    { "--amount", "5k", NULL, NULL, 2, "--amount 5k" },
    { "--amount", "100", "--part", "0.5", 2, "give one of them" },
    { "--order", "part", NULL, NULL, 2, "--part or --amount" },
    { "--order", "oldest", "--part", "0.1", 2, "--part 0.1" },
    { "--amount", "6669", NULL, NULL, 1, "6,668" },
    { "--through", "2024", NULL, NULL, 1, "nothing to redeem" },
    { "--age", "60", NULL, NULL, 1, "nothing to redeem" },
  };

  (void) data;
  test_do ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestRun) run = test_run ("redeem", fixture->book, "--date", "2026-06-01",
                                          cases[i].option, cases[i].value, cases[i].more,
                                          cases[i].more_value, NULL);

      test_run_expect (run, cases[i].status);
      test_contains (run->err, cases[i].text);
    }
}

/* Sums of a book in cents stand under its currency, with its decimals. */
static void
test_floors (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *text = NULL;

  (void) data;
  text = test_done ("plan", fixture->book, "--year", "2025", "--floors", NULL);
  test_contains (text, "The law (EUR)");
  g_assert_null (strstr (text, "₫"));
}

static void
test_year_list (TestCliFixture *fixture,
                gconstpointer   data)
{
  static const char *const heads = "member,name,tax_code,filed,box_1,box_2,box_3,box_4,box_5\n";
  static const char *const rows = "P1,One,,yes,0,0,5000,0,0\nP2,Two,,yes,0,0,1668,0,0\n";
  g_autofree char         *all = g_strconcat (heads, rows, NULL);
  g_autofree char         *text = NULL;
  g_autoptr (TestRun) other = NULL;
  g_autoptr (TestRun) none = NULL;

  (void) data;
  test_do ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", NULL);
  expect (test_done ("year-list", fixture->book, "--year", "2025", "--format", "csv", NULL), all);
  expect (test_done ("year-list", fixture->book, "--year", "2024", "--format", "csv", NULL), heads);
  text = test_done ("year-list", fixture->book, "--year", "2025", "--list", "1099-PATR", NULL);
  test_contains (text, "Per-unit retain allocations");
  other = test_run ("year-list", fixture->book, "--year", "2025", "--list", "W2", NULL);
  test_run_expect (other, 1);
  test_contains (other->err, "W2");
  g_free (fixture->book);
  fixture->book = g_build_filename (fixture->folder, "charter.sheaf", NULL);
  test_do ("new", fixture->book, "--name", "C", "--year", "2025", "--chart", "intl", "--law",
           "charter", NULL);
  none = test_run ("year-list", fixture->book, "--year", "2025", NULL);
  test_run_expect (none, 1);
  test_contains (none->err, "charter");
}

/* P1's card tells what is open of each year's notices; a member without any has no such part. */
static void
test_card (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *card = NULL;
  g_autofree char *text = NULL;

  (void) data;
  test_do ("retain", fixture->book, "--year", "2025", "--date", "2025-12-31", NULL);
  test_do ("redeem", fixture->book, "--date", "2026-06-01", "--part", "0.5", NULL);
  before = test_done ("card", fixture->book, "P1", "--on", "2025-12-30", "--format", "csv", NULL);
  g_assert_null (strstr (before, "notices"));
  card = test_done ("card", fixture->book, "P1", "--on", "2026-06-01", "--format", "csv", NULL);
  test_contains (card, "section,year,kind,date,amount,redeemed,open,row\n");
  test_contains (card, ",5000,2500,2500,line\n");
  test_contains (card, ",5000,2500,2500,total\n");
  text = test_done ("card", fixture->book, "P1", "--on", "2025-12-31", NULL);
  test_contains (text, "Notices and retains, to be redeemed");
  test_contains (text, "Per-unit retain");
}

/* Shares are to be paid until the 15th day of the ninth month (26 U.S.C. 1382(d)). */
static void
test_pay_by (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "V1,2025-11-01,journal,Drying,111,4122,1000000,P1,\n");
  test_do ("close", fixture->book, "--year", "2025", NULL);
  test_do ("approve", fixture->book, "--year", "2025", "--resolution", "R 1", "--date",
           "2026-06-01", NULL);
  test_do ("post", fixture->book, "--year", "2025", "--date", "2026-06-02", NULL);
  csv = test_done ("payouts", fixture->book, "--on", "2026-06-03", "--format", "csv", NULL);
  test_contains (csv, "state,since,days,list,pay-by\n");
  test_contains (csv, "to-pay,2026-06-02,1,,2026-09-15\n");
  text = test_done ("payouts", fixture->book, "--on", "2026-06-03", NULL);
  test_contains (text, "To be paid until");
}

static void
add (const char *name,
     void (*test) (TestCliFixture *, gconstpointer))
{
  g_test_add (name, TestCliFixture, NULL, set_up, test, test_cli_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/notices/retains-are-shown-entered-and-not-doubled", test_retain);
  add ("/notices/redemption-by-part-and-by-member", test_redeem);
  add ("/notices/redemptions-that-cannot-be-are-refused", test_refusals);
  add ("/notices/floors-are-in-the-books-money", test_floors);
  add ("/notices/the-year-s-list-has-the-boxes-of-the-law", test_year_list);
  add ("/notices/the-member-s-card-tells-layers", test_card);
  add ("/notices/payouts-tell-the-law-s-last-day", test_pay_by);
  return g_test_run ();
}
