/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search from the command line. */
#include "helpers/cli.h"

#include <string.h>

#define COLUMNS "kind,title,detail,date,amount,voucher_kind\n"

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members", "code,name,kind,joined\nTV7,Lò Thị Đẹp,official,2025-01-01\n");
  test_import (fixture, "products",
               "code,name,unit,kind,stock_account\nCHE,Chè búp tươi,kg,produce,156\n");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PT00001,2025-01-05,receipt,Bán chè,1111,5111,3000000,,\n"
               "PT00002,2025-02-05,receipt,Thu nợ,1111,131,250000,,TV7\n"
               "PK1,2025-03-05,journal,Bán chịu,131,5111,500000,KH1,\n");
}

static void
test_hits (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *member = test_done ("search", fixture->book, "dep", "--format", "csv", NULL);
  g_autofree char *product = test_done ("search", fixture->book, "che", "tuoi", "--format", "csv",
                                        NULL);
  g_autofree char *amount = test_done ("search", fixture->book, "3.000.000", "--format=csv", NULL);
  g_autofree char *day = test_done ("search", fixture->book, "5/3/2025", "--format=csv", NULL);
  g_autofree char *none = test_done ("search", fixture->book, "zzz", "--format=csv", NULL);

  (void) data;
  g_assert_cmpstr (member, ==,
                   COLUMNS "member,TV7,Lò Thị Đẹp,,,\n"
                           "voucher,PT00002,Thu nợ,2025-02-05,250000,receipt\n");
  g_assert_cmpstr (product, ==, COLUMNS "product,CHE,Chè búp tươi,,,\n");
  g_assert_cmpstr (amount, ==, COLUMNS "voucher,PT00001,Bán chè,2025-01-05,3000000,receipt\n");
  g_assert_cmpstr (day, ==, COLUMNS "voucher,PK1,Bán chịu,2025-03-05,500000,journal\n");
  g_assert_cmpstr (none, ==, COLUMNS);
}

static void
test_limit (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *one = test_done ("search", fixture->book, "pt", "--limit", "1", "--format",
                                    "json", NULL);

  (void) data;
  test_contains (one, "\"PT00002\"");
  test_contains (one, "\"amount\" : 250000");
  g_assert_null (strstr (one, "PT00001"));
}

static void
test_usage (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (TestRun) nothing = test_run ("search", fixture->book, NULL);
  g_autoptr (TestRun) limit = test_run ("search", fixture->book, "x", "--limit", "0", NULL);
  g_autofree char *help = test_done ("search", "--help", NULL);

  (void) data;
  test_run_expect (nothing, 2);
  test_contains (nothing->err, "write words");
  test_run_expect (limit, 2);
  test_contains (help, "--rebuild");
}

static void
test_rebuild (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *before = test_done ("search", fixture->book, "che", "--format=csv", NULL);
  g_autofree char *said = test_done ("search", fixture->book, "--rebuild", NULL);
  g_autofree char *after = test_done ("search", fixture->book, "che", "--format=csv", NULL);

  (void) data;
  g_assert_cmpstr (said, ==, "The search index is filled anew.\n");
  g_assert_cmpstr (before, ==, after);
  test_do ("verify", fixture->book, NULL);
}

static void
test_journal (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *rows = test_done ("journal", fixture->book, "--search", "thu no 250,000",
                                     "--format", "csv", NULL);

  (void) data;
  test_contains (rows, "\nPT00002,");
  g_assert_null (strstr (rows, "PT00001"));
}

#define ADD(name, func) \
  g_test_add ("/search/" name, TestCliFixture, NULL, set_up, func, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hits-of-every-kind", test_hits);
  ADD ("limit", test_limit);
  ADD ("wrong-usage", test_usage);
  ADD ("index-is-rebuilt", test_rebuild);
  ADD ("journal-goes-by-the-same-words", test_journal);
  return g_test_run ();
}
