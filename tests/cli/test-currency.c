/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money and off-balance accounts from the command line: in, shown, revalued, out and in
 * again. */
#include "helpers/cli.h"

#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "rates",
               "date,currency,rate,buying,selling,source\n"
               "2025-03-01,USD,,25300,25500,VCB\n"
               "2025-03-20,USD,25600,,,\n"
               "2025-03-20,EUR,27900.5,,,\n");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party,currency,"
               "debit_foreign,credit_foreign,rate,debit_currency,credit_currency\n"
               "BC1,2025-03-01,bank-in,Xuất khẩu,1122,5111,,,,USD,1000050,,,,\n"
               "PK1,2025-03-02,journal,Mua chịu,156,331,,,NCC1,USD,,500000,25410,,\n"
               "BN1,2025-03-20,bank-out,Trả nợ,331,1122,,NCC1,,USD,200000,200000,,,\n"
               "PK2,2025-03-20,journal,Đổi ra euro,1122,1122,,,,,50000,60000,,EUR,USD\n");
}

static void
expect (char       *found,
        const char *text)
{
  g_autofree char *owned = found;

  g_assert_cmpstr (owned, ==, text);
}

static void
test_rates (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *text = test_done ("rates", fixture->book, NULL);
  g_autofree char *json = test_done ("rates", fixture->book, "--format", "json", NULL);

  (void) data;
  test_contains (text, "VCB");
  test_contains (json, "25400");
  expect (test_done ("rates", fixture->book, "--format", "csv", NULL),
          "date,currency,rate,buying,selling,source\n"
          "2025-03-01,USD,25400,25300,25500,VCB\n"
          "2025-03-20,EUR,27900.5,,,\n"
          "2025-03-20,USD,25600,,,\n");
  expect (test_done ("rates", fixture->book, "--currency", "USD", "--from", "2025-03-02",
                     "--format", "csv", NULL),
          "date,currency,rate,buying,selling,source\n2025-03-20,USD,25600,,,\n");
}

#define HEAD "account,party,item,currency,units,value,average_rate,rate,revalued,difference\n"

static void
test_currencies (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *text = test_done ("currencies", fixture->book, NULL);
  g_autofree char *json = test_done ("currencies", fixture->book, "--format", "json", NULL);

  (void) data;
  test_contains (text, "7,400.50");
  test_contains (json, "740050");
  expect (test_done ("currencies", fixture->book, "--on", "2025-03-20", "--format", "csv", NULL),
          HEAD "1122,,,EUR,50000,13950250,27900.5,27900.5,13950250,0\n"
               "1122,,,USD,740050,187972700,25400,25600,189452800,1480100\n"
               "331,NCC1,,USD,-300000,-76230000,25410,25600,-76800000,-570000\n");
  /* a day without a rate stands at its book value */
  expect (test_done ("currencies", fixture->book, "--on", "2025-06-30", "--format", "csv", NULL),
          HEAD "1122,,,EUR,50000,13950250,27900.5,,13950250,0\n"
               "1122,,,USD,740050,187972700,25400,,187972700,0\n"
               "331,NCC1,,USD,-300000,-76230000,25410,,-76230000,0\n");
}

static void
test_revalue (TestCliFixture *fixture,
              gconstpointer   data)
{
  static const char *const rates = "USD=26000,EUR=28000";
  g_autoptr (TestRun) none = test_run ("revalue", fixture->book, "--date", "2025-12-31", NULL);
  g_autoptr (TestRun) wrong = test_run ("revalue", fixture->book, "--date", "2025-12-31",
                                        "--rate", "USD:26000", NULL);
  g_autoptr (TestRun) twice = test_run ("revalue", fixture->book, "--date", "2025-12-31", "--rate",
                                        "USD=26000,EUR=28000,USD=26100", NULL);
  g_autofree char *before = test_done ("balance", fixture->book, "--format", "csv", NULL);
  g_autofree char *shown = NULL;
  g_autofree char *posted = NULL;
  g_autofree char *again = NULL;
  g_autofree char *after = NULL;

  (void) data;
  test_run_expect (none, 1);
  test_contains (none->err, "no rate of EUR for 2025-12-31, the last is of 2025-03-20");
  test_run_expect (wrong, 2);
  test_run_expect (twice, 2);
  test_contains (twice->err, "names USD twice");
  shown = test_done ("revalue", fixture->book, "--date", "2025-12-31", "--rate", rates,
                     "--simulate", "--format", "csv", NULL);
  test_contains (shown, "1122,,,USD,740050,187972700,25400,26000,192413000,4440300\n");
  expect (test_done ("balance", fixture->book, "--format", "csv", NULL), before);
  posted = test_done ("revalue", fixture->book, "--date", "2025-12-31", "--rate", rates, NULL);
  test_contains (posted, "Voucher PK00001 posts the differences.");
  again = test_done ("revalue", fixture->book, "--date", "2025-12-31", NULL);
  test_contains (again, "Nothing differs: no voucher was posted.");
  after = test_done ("currencies", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (after, "1122,,,USD,740050,192413000,26000,26000,192413000,0\n");
  test_do ("verify", fixture->book, NULL);
}

/* What goes out in a bundle comes in with the same figures, units on 007 not doubled. */
static void
test_bundle (TestCliFixture *fixture,
             gconstpointer   data)
{
  static const char *const kinds[] = { "vouchers", "rates" };
  g_autofree char         *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char         *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);

  (void) data;
  test_do ("revalue", fixture->book, "--date", "2025-03-31", "--rate", "USD=26000,EUR=28000", NULL);
  test_do ("export", fixture->book, "bundle", bundle, NULL);
  test_do ("new", copy, "--name", "X", "--year", "2025", NULL);
  test_do ("import", copy, "bundle", bundle, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *before = test_done ("export", fixture->book, kinds[i], NULL);

      expect (test_done ("export", copy, kinds[i], NULL), before);
    }
  expect (test_done ("currencies", copy, "--on", "2025-03-31", "--format", "csv", NULL),
          HEAD "1122,,,EUR,50000,14000000,28000,28000,14000000,0\n"
               "1122,,,USD,740050,192413000,26000,26000,192413000,0\n"
               "331,NCC1,,USD,-300000,-78000000,26000,26000,-78000000,0\n");
  test_do ("verify", copy, NULL);
}

static void
test_opening (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *book = g_build_filename (fixture->folder, "opening.sheaf", NULL);
  g_autofree char *file = test_file (fixture->folder, "opening.csv",
                                     "account,debit,credit,currency,foreign_amount,item\n"
                                     "1122,25000000,,USD,100000,\n"
                                     "1112,2500000,,USD,10000,\n"
                                     "4118,,27500000,,,\n",
                                     -1);
  g_autofree char *own = test_file (fixture->folder, "own.csv",
                                    "account,debit,credit,currency,foreign_amount,item\n"
                                    "1122,25000000,,USD,100000,\n"
                                    "4118,,25000000,,,\n"
                                    "007,100001,,,,USD\n",
                                    -1);
  g_autoptr (TestRun) refused = NULL;
  g_autofree char *out = NULL;

  (void) data;
  test_do ("new", book, "--name", "X", "--year", "2025", NULL);
  refused = test_run ("import", book, "opening", own, NULL);
  test_run_expect (refused, 1);
  test_contains (refused->err, "the units of USD that the voucher counts");
  test_do ("import", book, "opening", file, NULL);
  out = test_done ("export", book, "opening", NULL);
  test_contains (out, "1122,25000000,,,,,,,,,USD,100000\n");
  test_contains (out, "007,110000,,,USD,,,,,,USD,110000\n");
  test_do ("verify", book, NULL);
}

/* Both text formats balance in home money; what is foreign goes along as a remark. */
static void
test_text_formats (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *ledger = test_done ("export", fixture->book, "ledger", NULL);
  g_autofree char *beancount = test_done ("export", fixture->book, "beancount", NULL);

  (void) data;
  test_contains (ledger, "  1122  254012700 VND\n    ; foreign: 10000.50 USD\n");
  test_contains (beancount, "    foreign: \"-2000.00 USD\"\n");
  g_assert_null (strstr (ledger, "007"));
}

/* An off-balance account has one side for people, on every way in and out. */
static void
test_single_sided (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *file = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;
  g_autofree char *balance = NULL;
  g_autoptr (TestRun) paired = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "PK9,2025-04-01,journal,Thuê máy sấy,001,,80000000\n"
               "PK9,2025-04-01,journal,Trả một phần,,001,30000000\n");
  journal = test_done ("journal", fixture->book, "--account", "001", "--format", "csv", NULL);
  test_contains (journal, "PK9,2025-04-01,journal,Thuê máy sấy,001,,80000000,");
  test_contains (journal, "PK9,2025-04-01,journal,Trả một phần,,001,30000000,");
  text = test_done ("journal", fixture->book, "--account", "007", NULL);
  test_contains (text, "10,000.50 USD"); /* units with their decimals for people */
  out = test_done ("export", fixture->book, "vouchers", NULL);
  test_contains (out, "PK9,2025-04-01,journal,Trả một phần,,001,30000000,");
  balance = test_done ("balance", fixture->book, "--format", "csv", NULL);
  test_contains (balance, "\n001,Tài sản thuê ngoài,0,0,80000000,30000000,50000000,0,\n");
  file = test_file (fixture->folder, "paired.csv",
                    "number,date,kind,description,debit,credit,amount\n"
                    "PK10,2025-04-01,journal,Sai,001,1111,5\n",
                    -1);
  paired = test_run ("import", fixture->book, "vouchers", file, NULL);
  test_run_expect (paired, 1);
  test_contains (paired->err, "stands alone");
  test_do ("verify", fixture->book, NULL);
}

/* Dollars and euros add up to nothing: 007 has a row for each, outside the total. */
static void
test_units_by_currency (TestCliFixture *fixture,
                        gconstpointer   data)
{
  g_autofree char *csv = test_done ("balance", fixture->book, "--format", "csv", NULL);
  g_autofree char *json = test_done ("balance", fixture->book, "--format", "json", NULL);
  g_autofree char *days = test_done ("balance", fixture->book, "--from", "2025-03-10", "--to",
                                     "2025-03-20", "--format", "csv", NULL);
  g_autofree char *text = test_done ("balance", fixture->book, "--lang", "en", NULL);
  g_autofree char *form = test_done ("statement", fixture->book, "F01-HTX", "--year", "2025",
                                     "--format", "csv", NULL);

  (void) data;
  test_contains (csv, "closing_credit,currency\n");
  test_contains (csv, "\n007,Ngoại tệ các loại,0,0,50000,0,50000,0,EUR\n"
                      "007,Ngoại tệ các loại,0,0,1000050,260000,740050,0,USD\n");
  test_contains (form, "\n007,Ngoại tệ các loại,0,0,50000,0,50000,0,EUR\n");
  test_contains (days, "\n007,Ngoại tệ các loại,1000050,0,0,260000,740050,0,USD\n");
  test_contains (json, "\"currency\" : \"EUR\"");
  test_contains (text, "(USD)");
  test_contains (text, "7,400.50");
  g_assert_null (strstr (csv, "790050"));
}

#define ADD(name, test) \
  g_test_add ("/cli-currency/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rates-are-listed", test_rates);
  ADD ("units-of-currencies-stand-apart", test_units_by_currency);
  ADD ("balances-in-units-and-value", test_currencies);
  ADD ("revalue-shows-posts-and-is-done", test_revalue);
  ADD ("bundle-round-trip", test_bundle);
  ADD ("opening-balances", test_opening);
  ADD ("text-formats-balance-in-home-money", test_text_formats);
  ADD ("off-balance-accounts-have-one-side", test_single_sided);
  return g_test_run ();
}
