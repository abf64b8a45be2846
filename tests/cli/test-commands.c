/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands promise: exit statuses, formats, defaults. */
#include "helpers/cli.h"

#include <string.h>

#define HEAD "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
#define BALANCE_HEAD \
  "account,name,opening_debit,opening_credit,debit,credit,closing_debit,closing_credit\n"

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *csv = NULL;
  g_autofree char *read = NULL;

  test_cli_set_up (fixture, data);
  csv = test_file (fixture->folder, "v.csv",
                   HEAD "PT1,2025-01-05,receipt,Bán hàng,1111,5111,3000000,,\n"
                        "PC1,2025-02-05,payment,Mua chè,156,1111,1000000,,\n"
                        "PK1,2025-03-05,journal,\"Bán chịu, chè\",131,5111,500000,KH1,\n"
                        "PK1,2025-03-05,journal,Giá vốn,6111,156,400000,,\n",
                   -1);
  read = test_done ("import", fixture->book, "vouchers", csv, NULL);
  g_assert_cmpstr (read, ==, "4 rows were read.\n");
}

static void
test_usage (void)
{
  static const char *const wrong[][6] = {
    { NULL },
    { "frobnicate", NULL },
    { "balance", NULL },
    { "balance", "a", "b", NULL },
    { "balance", "a", "--nothing", NULL },
    { "balance", "a", "--from", NULL },
    { "balance", "a", "--from", "5/1/2025", NULL },
    { "balance", "a", "--party=yes", NULL },
    { "balance", "a", "--format", "xml", NULL },
    { "new", "a", "--year", "2025", NULL },
    { "new", "a", "--name=x", "--year", "20x5", NULL },
    { "lock", "a", NULL },
    { "export", "a", "bundle", NULL },
    { "balance", "a", "--lang", "de", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TestRun) run = test_run_words (wrong[i]);

      test_run_expect (run, 2);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_true (g_str_has_prefix (run->err, "sheaf-cli: "));
    }
}

static void
test_help (void)
{
  g_autofree char *all = test_done ("--help", NULL);
  g_autofree char *version = test_done ("--version", NULL);
  g_autofree char *one = test_done ("balance", "--help", NULL);

  test_contains (all, "balance BOOK");
  test_contains (all, "verify BOOK");
  g_assert_true (g_str_has_prefix (version, "sheaf-cli 0."));
  test_contains (one, "--level N");
  test_contains (one, "--format");
}

static void
test_balance (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *all = test_done ("balance", fixture->book, "--format", "csv", NULL);
  g_autofree char *part = test_done ("balance", "--format=csv", "--from", "2025-02-01", "--to",
                                     "2025-02-28", fixture->book, "--level", "1", NULL);

  (void) data;
  g_assert_cmpstr (all, ==,
                   BALANCE_HEAD "111,Tiền mặt,0,0,3000000,1000000,2000000,0\n"
                                "1111,Tiền Việt Nam,0,0,3000000,1000000,2000000,0\n"
                                "131,Phải thu của khách hàng,0,0,500000,0,500000,0\n"
                                "156,\"Thành phẩm, hàng hóa\",0,0,1000000,400000,600000,0\n"
                                "511,Doanh thu từ giao dịch bên ngoài,0,0,0,3500000,0,3500000\n"
                                "5111,Doanh thu bán hàng hóa,0,0,0,3500000,0,3500000\n"
                                "611,Giá vốn hàng bán của giao dịch bên ngoài,0,0,400000,0,"
                                "400000,0\n"
                                "6111,Giá vốn hàng hóa,0,0,400000,0,400000,0\n");
  g_assert_cmpstr (part, ==,
                   BALANCE_HEAD "111,Tiền mặt,3000000,0,0,1000000,2000000,0\n"
                                "156,\"Thành phẩm, hàng hóa\",0,0,1000000,0,1000000,0\n"
                                "511,Doanh thu từ giao dịch bên ngoài,0,3000000,0,0,0,3000000\n");
}

static void
test_balance_by_party (TestCliFixture *fixture,
                       gconstpointer   data)
{
  g_autofree char *text = test_done ("balance", fixture->book, "--party", "--format=csv", NULL);

  (void) data;
  test_contains (text, "closing_credit,party,party_name\n");
  test_contains (text, ",0,0,500000,0,500000,0,KH1,Khách hàng\n");
}

static void
test_languages (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *vi = test_done ("balance", fixture->book, "--lang", "vi", NULL);
  g_autofree char *en = test_done ("balance", fixture->book, "--lang", "en", NULL);
  g_autofree char *csv_vi = test_done ("balance", fixture->book, "--lang=vi", "--format=csv", NULL);
  g_autofree char *csv_fr = test_done ("balance", fixture->book, "--lang=fr", "--format=csv", NULL);

  (void) data;
  test_contains (vi, "3.000.000");
  test_contains (en, "3,000,000");
  g_assert_cmpstr (csv_vi, ==, csv_fr);
}

static void
test_voucher (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *rows = test_done ("voucher", fixture->book, "journal", "PK1", "--format", "csv",
                                     NULL);
  g_autofree char *paper = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *done = test_done ("voucher", fixture->book, "receipt", "PT1", "--format", "pdf",
                                     "-o", paper, NULL);
  g_autoptr (TestRun) unknown = test_run ("voucher", fixture->book, "receipt", "PT99", NULL);
  g_autoptr (TestRun) year = test_run ("voucher", fixture->book, "receipt", "PT1", "--year", "2024",
                                       NULL);
  g_autoptr (TestRun) kind = test_run ("voucher", fixture->book, "slip", "PT1", NULL);

  (void) data;
  test_contains (rows, "PK1,2025-03-05,journal,\"Bán chịu, chè\",131,5111,500000,KH1,,,,external,");
  g_assert_cmpstr (done, ==, "");
  g_assert_true (g_file_get_contents (paper, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  test_run_expect (unknown, 1);
  test_contains (unknown->err, "PT99");
  test_run_expect (year, 1);
  test_run_expect (kind, 2);
}

static void
test_journal (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *party = test_done ("journal", fixture->book, "--party", "KH1", "--format", "csv",
                                      NULL);
  g_autofree char *search = test_done ("journal", fixture->book, "--search", "mua che", "--format",
                                       "json", NULL);
  g_autoptr (TestRun) unknown = test_run ("journal", fixture->book, "--account", "9", NULL);

  (void) data;
  g_assert_cmpstr (party, ==,
                   "number,date,kind,description,debit,credit,amount,debit_party,credit_party,"
                   "scope\n"
                   "PK1,2025-03-05,journal,\"Bán chịu, chè\",131,5111,500000,KH1,,external\n");
  test_contains (search, "\"number\" : \"PC1\"");
  test_contains (search, "\"amount\" : 1000000");
  g_assert_null (strstr (search, "PT1"));
  test_run_expect (unknown, 1);
}

static void
test_output_file (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autofree char *out = test_done ("balance", fixture->book, "--format", "csv", "-o", path, NULL);
  g_autofree char *direct = test_done ("balance", fixture->book, "--format", "csv", NULL);
  g_autofree char *text = NULL;

  (void) data;
  g_assert_cmpstr (out, ==, "");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, direct);
}

static void
test_close (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *before = test_done ("statement", fixture->book, "B02-HTX", "--year", "2025",
                                       "--format=csv", NULL);
  g_autofree char *after = NULL;
  g_autofree char *balance = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *list = NULL;
  g_autoptr (TestRun) again = NULL;

  (void) data;
  shown = test_done ("close", fixture->book, "--year", "2025", "--simulate", "--format=csv", NULL);
  test_contains (shown, "3100000");
  list = test_done ("checklist", fixture->book, "--year", "2025", "--format=csv", NULL);
  test_contains (list, "line,title,state,found\n");
  test_contains (list, "\ndrafts,Drafts,done,");
  test_do ("close", fixture->book, "--year", "2025", NULL);
  after = test_done ("statement", fixture->book, "B02-HTX", "--year", "2025",
                     "--format=csv", NULL);
  balance = test_done ("balance", fixture->book, "--format=csv", NULL);
  again = test_run ("close", fixture->book, "--year", "2025", NULL);
  test_do ("reopen", fixture->book, "--year", "2025", "--reason", "thiếu chứng từ", NULL);
  test_do ("close", fixture->book, "--year", "2025", NULL);
  g_assert_cmpstr (before, ==, after);
  test_contains (balance, "\n4211,");
  test_contains (balance, ",3100000\n"); /* 3,500,000 sold less 400,000 cost */
  test_run_expect (again, 1);
}

static void
test_lock (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *csv = NULL;
  g_autoptr (TestRun) refused = NULL;
  g_autoptr (TestRun) no_reason = NULL;

  (void) data;
  test_do ("lock", fixture->book, "--until", "2025-03-31", NULL);
  csv = test_file (fixture->folder, "late.csv",
                   HEAD "PC2,2025-03-31,payment,x,642,1111,5,,\n", -1);
  refused = test_run ("import", fixture->book, "vouchers", csv, NULL);
  no_reason = test_run ("unlock", fixture->book, "--until=2025-02-28", NULL);
  test_do ("unlock", fixture->book, "--until", "2025-02-28", "--reason", "quên", NULL);
  test_do ("import", fixture->book, "vouchers", csv, NULL);
  test_run_expect (refused, 1);
  test_run_expect (no_reason, 2);
}

/* A byte of the description changed behind the program's back, in the same length. */
static void
test_verify (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *good = test_done ("verify", fixture->book, NULL);
  g_autofree char *bytes = NULL;
  gsize            length;
  char            *place;
  g_autoptr (TestRun) run = NULL;

  (void) data;
  g_assert_cmpstr (good, ==, "All checks hold.\n");
  g_assert_true (g_file_get_contents (fixture->book, &bytes, &length, NULL));
  place = memmem (bytes, length, "Mua ch", 6);
  g_assert_nonnull (place);
  *place = 'B';
  g_assert_true (g_file_set_contents (fixture->book, bytes, (gssize) length, NULL));
  run = test_run ("verify", fixture->book, NULL);
  test_run_expect (run, 1);
  test_contains (run->out, "audit");
}

static void
test_backup (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.sheaf", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (TestRun) again = NULL;

  (void) data;
  test_do ("backup", fixture->book, copy, NULL);
  again = test_run ("backup", fixture->book, copy, NULL);
  test_do ("restore", copy, other, NULL);
  before = test_done ("balance", fixture->book, "--format=csv", NULL);
  after = test_done ("balance", other, "--format=csv", NULL);
  test_do ("verify", other, NULL);
  test_run_expect (again, 1);
  g_assert_cmpstr (before, ==, after);
}

static void
test_reading_writes_nothing (TestCliFixture *fixture,
                             gconstpointer   data)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autofree char *after = NULL;

  (void) data;
  test_do ("balance", fixture->book, NULL);
  test_do ("journal", fixture->book, NULL);
  test_do ("statement", fixture->book, "B01-HTX", "--year", "2025", NULL);
  test_do ("verify", fixture->book, NULL);
  test_do ("export", fixture->book, "vouchers", NULL);
  after = test_folder_state (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_new_refuses_what_is_there (TestCliFixture *fixture,
                                gconstpointer   data)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run = test_run ("new", fixture->book, "--name", "x", "--year", "2025", NULL);
  g_autofree char *after = test_folder_state (fixture->folder);

  (void) data;
  test_run_expect (run, 1);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/wrong-usage-is-2", test_usage);
  g_test_add_func ("/command/help", test_help);
#define ADD(name, test) \
  g_test_add ("/command/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("balance-as-csv", test_balance);
  ADD ("balance-by-party", test_balance_by_party);
  ADD ("only-text-is-translated", test_languages);
  ADD ("journal-filters", test_journal);
  ADD ("voucher-shows-its-rows-and-its-paper", test_voucher);
  ADD ("output-goes-to-a-file", test_output_file);
  ADD ("statement-is-the-same-before-and-after-closing", test_close);
  ADD ("lock-and-unlock", test_lock);
  ADD ("verify-names-a-changed-row", test_verify);
  ADD ("backup-and-restore", test_backup);
  ADD ("reading-writes-nothing", test_reading_writes_nothing);
  ADD ("new-refuses-what-is-there", test_new_refuses_what_is_there);
  return g_test_run ();
}
