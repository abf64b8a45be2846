/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the books right from the command line: settings, guards, reversals, numbers, scopes. */
#include "helpers/cli.h"

#include <string.h>

#define HEAD "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"

static void
import (const TestCliFixture *fixture,
        const char           *rows,
        int                   status,
        const char           *words)
{
  g_autofree char *text = g_strconcat (HEAD, rows, NULL);
  g_autofree char *csv = test_file (fixture->folder, "rows.csv", text, -1);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", csv, NULL);

  test_run_expect (run, status);
  test_contains (run->err, words);
}

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  import (fixture,
          "PT00001,2025-01-05,receipt,Bán hàng,1111,5111,3000000,,\n"
          "PC00001,2025-02-05,payment,Mua chè,156,1111,1000000,,\n"
          "PC00004,2025-03-05,payment,Mua chè,156,1111,1000000,,\n",
          0, "");
}

static void
test_set (TestCliFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *before = test_done ("set", fixture->book, "--format", "csv", NULL);
  g_autofree char *after = NULL;
  g_autofree char *one = NULL;
  g_autofree char *vi = NULL;
  g_autoptr (TestRun) wrong = test_run ("set", fixture->book, "money-below-zero", "never", NULL);
  g_autoptr (TestRun) other = test_run ("set", fixture->book, "year-start", "2024-01-01", NULL);
  g_autoptr (TestRun) unknown = test_run ("set", fixture->book, "colour", NULL);
  g_autoptr (TestRun) below = test_run ("set", fixture->book, "amount-limit", "-5", NULL);

  (void) data;
  test_contains (before, "key,value,summary,values\nmoney-below-zero,refuse,");
  test_run_expect (wrong, 1);
  test_contains (wrong->err, "refuse, warn or allow");
  test_run_expect (other, 1);
  test_run_expect (unknown, 2);
  test_run_expect (below, 1); /* a number that is refused, no option */
  test_contains (below->err, "amount-limit");
  test_do ("set", fixture->book, "director", "Nguyễn Văn Mẫu", NULL);
  test_do ("set", fixture->book, "amount-limit", "500000", NULL);
  after = test_done ("set", fixture->book, "--format", "csv", NULL);
  one = test_done ("set", fixture->book, "amount-limit", "--format", "json", NULL);
  vi = test_done ("set", fixture->book, "--lang", "vi", NULL);
  test_contains (after, "director,Nguyễn Văn Mẫu,");
  test_contains (one, "\"value\" : \"500000\"");
  g_assert_null (strstr (one, "director"));
  test_contains (vi, "giám đốc");
  import (fixture, "1,2025-04-01,journal,x,642,335,500001,,\n", 1, "limit of 500,000");
}

/* Told once, with the file's name, and nothing of the file is kept. */
static void
test_money (TestCliFixture *fixture,
            gconstpointer   data)
{
  static const char rows[] = "PC2,2025-03-04,payment,x,642,1111,500000,,\n"
                             "PC3,2025-03-10,payment,x,642,1111,500001,,\n";
  g_autofree char  *before = test_done ("balance", fixture->book, "--format=csv", NULL);
  g_autofree char  *after = NULL;

  (void) data;
  import (fixture, rows, 1, "rows.csv: account 1111 would stand at (1) at the end of 2025-03-10");
  after = test_done ("balance", fixture->book, "--format=csv", NULL);
  g_assert_cmpstr (before, ==, after);
  test_do ("set", fixture->book, "money-below-zero", "warn", NULL);
  import (fixture, rows, 0, "warning: account 1111 stands at (1) at the end of 2025-03-10");
  test_do ("set", fixture->book, "money-below-zero", "allow", NULL);
  import (fixture, "PC9,2025-03-11,payment,x,642,1111,1,,\n", 0, "");
}

static void
test_reverse (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (TestRun) no_day = test_run ("reverse", fixture->book, "payment", "PC00001", "--reason",
                                         "nhầm", NULL);
  g_autoptr (TestRun) money = test_run ("reverse", fixture->book, "receipt", "PT00001", "--date",
                                        "2025-03-06", "--reason", "nhầm", NULL);
  g_autoptr (TestRun) unknown = test_run ("reverse", fixture->book, "payment", "PC00001", "--year",
                                          "2024", "--date", "2025-03-06", "--reason", "nhầm", NULL);
  g_autoptr (TestRun) again = NULL;
  g_autofree char *done = NULL;
  g_autofree char *rows = NULL;

  (void) data;
  test_run_expect (no_day, 2);
  test_run_expect (money, 1);
  test_contains (money->err, "(2,000,000)");
  test_run_expect (unknown, 1);
  done = test_done ("reverse", fixture->book, "payment", "PC00001", "--date", "2025-03-06",
                    "--reason", "nhầm kho", NULL);
  again = test_run ("reverse", fixture->book, "payment", "PC00001", "--date", "2025-03-06",
                    "--reason", "nhầm kho", NULL);
  rows = test_done ("journal", fixture->book, "--from", "2025-03-06", "--format=csv", NULL);
  g_assert_cmpstr (done, ==, "PC00005 reverses PC00001.\n");
  test_run_expect (again, 1);
  test_contains (again->err, "reversed already");
  test_contains (rows, "PC00005,2025-03-06,payment,Mua chè,156,1111,-1000000,");
  test_do ("verify", fixture->book, NULL);
}

static void
import_kind (const TestCliFixture *fixture,
             const char           *kind,
             const char           *text)
{
  g_autofree char *csv = test_file (fixture->folder, "kind.csv", text, -1);

  test_do ("import", fixture->book, kind, csv, NULL);
}

/* What a voucher stands for goes with it, unless later events stand on it. */
static void
test_reverse_capital (TestCliFixture *fixture,
                      gconstpointer   data)
{
  g_autofree char *register_now = NULL;
  g_autoptr (TestRun) refused = NULL;

  (void) data;
  import_kind (fixture, "members", "code,name,kind,joined\nTV1,Trần Văn Đức,official,2025-01-01\n");
  import_kind (fixture, "capital",
               "date,member,event,amount\n"
               "2025-02-01,TV1,commit,500000\n"
               "2025-02-02,TV1,pay,500000\n"
               "2025-05-02,TV1,refund,200000\n");
  refused = test_run ("reverse", fixture->book, "receipt", "PT00002", "--date", "2025-06-01",
                      "--reason", "nhầm", NULL);
  test_run_expect (refused, 1);
  test_contains (refused->err, "take those back first");
  test_do ("reverse", fixture->book, "payment", "PC00005", "--date", "2025-06-01", "--reason",
           "nhầm", NULL);
  test_do ("reverse", fixture->book, "receipt", "PT00002", "--date", "2025-06-01", "--reason",
           "nhầm", NULL);
  register_now = test_done ("members", fixture->book, "--on", "2025-12-31", "--format", "csv",
                            NULL);
  test_contains (register_now, "TV1,");
  test_contains (register_now, ",500000,0,");
  test_do ("verify", fixture->book, NULL);
}

static void
test_gaps (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *all = NULL;
  g_autofree char *none = test_done ("gaps", fixture->book, "--year", "2024", "--format=csv", NULL);
  g_autoptr (TestRun) wrong = test_run ("gaps", fixture->book, "--year", "25", NULL);

  (void) data;
  import (fixture, "7/KT,2025-04-01,journal,x,642,335,5,,\n", 0, "");
  all = test_done ("gaps", fixture->book, "--format", "csv", NULL);
  g_assert_cmpstr (all, ==,
                   "year,kind,finding,first,last,count,date\n"
                   "2025,receipt,series,PT00001,PT00001,1,\n"
                   "2025,payment,series,PC00001,PC00004,2,\n"
                   "2025,payment,missing,PC00002,PC00003,2,\n"
                   "2025,journal,other-form,7/KT,7/KT,1,\n");
  g_assert_cmpstr (none, ==, "year,kind,finding,first,last,count,date\n");
  test_run_expect (wrong, 2);
}

/* The reason stands in scope_reason, or in memo where a file has no such column. */
static void
test_scopes (TestCliFixture *fixture,
             gconstpointer   data)
{
  static const char rows[] =
      "number,date,kind,description,debit,credit,amount,credit_party,scope,%s\n"
      "%s,2025-04-01,journal,Thuê máy,154,331,5,NCC1,internal,%s\n";
  g_autofree char *none = g_strdup_printf (rows, "scope_reason", "A1", "");
  g_autofree char *reason = g_strdup_printf (rows, "scope_reason", "A2", "làm cho thành viên");
  g_autofree char *memo = g_strdup_printf (rows, "memo", "A3", "hợp đồng số 7");
  g_autofree char *none_csv = test_file (fixture->folder, "none.csv", none, -1);
  g_autofree char *reason_csv = test_file (fixture->folder, "reason.csv", reason, -1);
  g_autofree char *memo_csv = test_file (fixture->folder, "memo.csv", memo, -1);
  g_autoptr (TestRun) refused = test_run ("import", fixture->book, "vouchers", none_csv, NULL);
  g_autofree char *report = NULL;
  g_autofree char *later = NULL;
  g_autofree char *exported = NULL;

  (void) data;
  test_run_expect (refused, 1);
  test_contains (refused->err, "none.csv:2: scope: ");
  test_do ("import", fixture->book, "vouchers", reason_csv, NULL);
  test_do ("import", fixture->book, "vouchers", memo_csv, NULL);
  report = test_done ("scopes", fixture->book, "--format", "csv", NULL);
  later = test_done ("scopes", fixture->book, "--from", "2025-04-02", "--format", "csv", NULL);
  exported = test_done ("export", fixture->book, "vouchers", NULL);
  g_assert_cmpstr (
      report, ==,
      "finding,number,date,kind,description,debit,credit,amount,party,scope,reason\n"
      "override,A2,2025-04-01,journal,Thuê máy,154,331,5,NCC1,internal,làm cho thành viên\n"
      "override,A3,2025-04-01,journal,Thuê máy,154,331,5,NCC1,internal,hợp đồng số 7\n");
  g_assert_null (strstr (later, "A2"));
  test_contains (exported, ",scope_reason");
  test_contains (exported, "làm cho thành viên");
}

/* The register is corrected after the rows were written: a bundle still gives the same figures. */
static void
test_bundle (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  g_autofree char *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *report = NULL;

  (void) data;
  import_kind (fixture, "members", "code,name,kind,joined\nTV1,Trần Văn Đức,official,2025-01-01\n");
  import (fixture, "A1,2025-04-01,journal,Thuê máy,154,331,5,,TV1\n", 0, "");
  import_kind (fixture, "membership", "date,member,event\n2025-02-01,TV1,agreement-ended\n");
  before = test_done ("journal", fixture->book, "--format", "csv", NULL);
  test_contains (before, "A1,2025-04-01,journal,Thuê máy,154,331,5,,TV1,internal");
  test_do ("export", fixture->book, "bundle", bundle, NULL);
  test_do ("new", copy, "--name", "HTX Mẫu", "--year", "2025", NULL);
  test_do ("import", copy, "bundle", bundle, NULL);
  after = test_done ("journal", copy, "--format", "csv", NULL);
  report = test_done ("scopes", copy, "--format", "csv", NULL);
  g_assert_cmpstr (before, ==, after);
  test_contains (report, "override,A1,");
  test_do ("verify", copy, NULL);
}

/* All kinds come in by a file and go out again. */
static void
test_kinds (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *exported = NULL;
  g_autoptr (TestRun) wrong = NULL;

  (void) data;
  import (fixture,
          "TTTU00001,2025-04-01,advance,Thanh toán tạm ứng,642,141,5,,NLD1\n"
          "BKMH00001,2025-04-01,purchase-list,Mua lẻ,152,1111,5,,\n"
          "PB00001,2025-04-01,allocation,Phân bổ CCDC,642,2421,5,,\n",
          0, "");
  import (fixture, "X,2025-04-01,slip,x,642,335,5,,\n", 1, "allocation");
  import (fixture, "X,2025-04-01,advance,x,642,335,5,,\n", 1, "advances");
  exported = test_done ("export", fixture->book, "vouchers", NULL);
  test_contains (exported, "TTTU00001,2025-04-01,advance,");
  test_contains (exported, "BKMH00001,2025-04-01,purchase-list,");
  test_contains (exported, "PB00001,2025-04-01,allocation,");
}

/* A day after today is told, and taken. */
static void
test_later_day (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *csv =
      test_file (fixture->folder, "late.csv", HEAD "A,2031-01-05,journal,x,642,335,5,,\n", -1);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", csv, "--today",
                                      "2025-12-31", NULL);

  (void) data;
  test_run_expect (run, 0);
  test_contains (run->err, "late.csv:2: warning: date: ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/keeping/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("settings-are-listed-and-set", test_set);
  ADD ("money-below-zero-is-refused-warned-or-allowed", test_money);
  ADD ("voucher-is-reversed", test_reverse);
  ADD ("capital-goes-with-its-voucher", test_reverse_capital);
  ADD ("missing-numbers-are-listed", test_gaps);
  ADD ("scope-against-the-party-needs-a-reason", test_scopes);
  ADD ("bundle-keeps-scopes-of-an-older-register", test_bundle);
  ADD ("every-kind-comes-in-and-goes-out", test_kinds);
  ADD ("day-after-today-is-a-warning", test_later_day);
  return g_test_run ();
}
