/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties and items from the command line: corrected, found, merged, parted, and what is open. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "parties",
               "code,name,kind,tax_code\nKH2,Cty Trà,customer,0101234567\n"
               "KH3,Công ty Trà,customer,0101-234567\n");
  test_import (fixture, "items",
               "code,name,kind,party,due,document,rate,since,frozen,place\n"
               "HD1,Hợp đồng bán trà,contract,KH2,2025-06-30,01/HĐ,0.085,2025-01-15,2025-12-01,\n"
               "NH1,Agribank,bank-account,,,,,,,Chi nhánh huyện\n");
  test_import (
      fixture, "vouchers",
      "number,date,kind,description,debit,credit,amount,debit_party,credit_party,debit_item,"
      "credit_item\n"
      "PK1,2025-02-01,journal,Bán trà,131,5111,900,KH2,,HD1,\n"
      "PT1,2025-03-01,receipt,Thu một phần,1111,131,300,,KH2,,HD1\n"
      "PK2,2025-04-01,journal,Bán trà,131,5111,50,KH3,,,\n");
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_items (TestCliFixture *fixture,
            gconstpointer   data)
{
#define HEAD                                                                                  \
  "account,party,party_name,item,item_name,kind,document,due,closed,debit,credit,rate,since," \
  "frozen,place\n"
#define OPEN "131,KH2,Cty Trà,HD1,Hợp đồng bán trà,contract,01/HĐ,2025-06-30,,"
#define HD1_TERMS ",0.085,2025-01-15,2025-12-01,"
  (void) data;
  expect (test_done ("items", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL),
          HEAD OPEN "600,0" HD1_TERMS "\n"
                    "131,KH3,Công ty Trà,,,,,,,50,0,,,,\n"
                    ",,,NH1,Agribank,bank-account,,,,0,0,,,,Chi nhánh huyện\n");
  expect (test_done ("items", fixture->book, "--on", "2025-02-28", "--open", "--account", "131",
                     "--format", "csv", NULL),
          HEAD OPEN "900,0" HD1_TERMS "\n");
  expect (test_done ("items", fixture->book, "--on", "2025-12-31", "--due-until", "2025-06-29",
                     "--format", "csv", NULL),
          HEAD);
  expect (test_done ("items", fixture->book, "--on", "2025-12-31", "--party", "KH3", "--format",
                     "csv", NULL),
          HEAD "131,KH3,Công ty Trà,,,,,,,50,0,,,,\n");
}

static void
test_duplicates_and_merge (TestCliFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *out = NULL;

  (void) data;
  expect (test_done ("duplicates", fixture->book, "--format", "csv", NULL),
          "group,same,code,name,kind,tax_code,id_number,phone,bank_account,stays\n"
          "1,tax-code,KH2,Cty Trà,customer,0101234567,,,,yes\n"
          "1,tax-code,KH3,Công ty Trà,customer,0101-234567,,,,no\n");
  out = test_done ("merge", fixture->book, "KH3", "--into", "KH2", "--reason", "Cùng mã số thuế",
                   NULL);
  test_contains (out, "KH3 counts as KH2");
  expect (test_done ("items", fixture->book, "--on", "2025-12-31", "--open", "--account", "131",
                     "--format", "csv", NULL),
          HEAD "131,KH2,Cty Trà,,,,,,,50,0,,,,\n" OPEN "600,0" HD1_TERMS "\n");
  expect (test_done ("parties", fixture->book, "--search", "cong tra", "--on", "2025-12-31",
                     "--format", "csv", NULL),
          "code,name,kind,tax_code,id_number,address,phone,bank_bin,bank_account,account,debit,"
          "credit\nKH2,Cty Trà,customer,0101234567,,,,,,131,650,0\n");
  expect (test_done ("export", fixture->book, "merges", NULL),
          "party,into,reason\nKH3,KH2,Cùng mã số thuế\n");
  test_do ("verify", fixture->book, NULL);
  test_do ("merge", fixture->book, "KH3", "--undo", "--reason", "Hai công ty khác nhau", NULL);
  expect (test_done ("export", fixture->book, "merges", NULL), "party,into,reason\n");
  test_do ("verify", fixture->book, NULL);
}

/* Both rows come, each with the code it was written with. */
static void
test_journal (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *out = NULL;

  (void) data;
  test_do ("merge", fixture->book, "KH3", "--into", "KH2", "--reason", "x", NULL);
  out = test_done ("journal", fixture->book, "--party", "KH3", "--format", "csv", NULL);
  test_contains (out, "131,5111,900,KH2");
  test_contains (out, "131,5111,50,KH3");
}

static void
test_party (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "in.csv",
                                     "code,name,kind\nKH2,Công ty Trà Xanh,customer\n", -1);

  (void) data;
  test_do ("import", fixture->book, "parties", path, "--update", NULL);
  test_do ("merge", fixture->book, "KH3", "--into", "KH2", "--reason", "x", NULL);
  expect (test_done ("party", fixture->book, "KH3", "--on", "2025-12-31", "--format", "csv", NULL),
          "field,value,account,item,day,debit,credit\n"
          "code,KH2,,,,,\n"
          "name,Công ty Trà Xanh,,,,,\n"
          "former_name,Cty Trà,,,,,\n"
          "kind,customer,,,,,\n"
          "tax_code,0101234567,,,,,\n"
          "id_number,,,,,,\n"
          "address,,,,,,\n"
          "phone,,,,,,\n"
          "bank_bin,,,,,,\n"
          "bank_account,,,,,,\n"
          "merged,KH3 Công ty Trà (x),,,,,\n"
          "balance,Phải thu của khách hàng,131,,,50,0\n"
          "balance,Phải thu của khách hàng,131,HD1,2025-06-30,600,0\n"
          "row,PK1: Bán trà,131,HD1,2025-02-01,900,0\n"
          "row,PT1: Thu một phần,131,HD1,2025-03-01,0,300\n"
          "row,PK2: Bán trà (KH3),131,,2025-04-01,50,0\n");
}

static void
expect_refused (int                status,
                const char        *said,
                const char *const *words)
{
  g_autoptr (TestRun) run = test_run_words (words);

  test_run_expect (run, status);
  test_contains (run->err, said);
}

#define REFUSED(status, said, ...) \
  expect_refused (status, said, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_refusals (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *again = test_file (fixture->folder, "again.csv", "code,name,kind\nKH2,x,other\n",
                                      -1);

  (void) data;
  REFUSED (2, "reason", "merge", fixture->book, "KH3", "--into", "KH2");
  REFUSED (2, "into", "merge", fixture->book, "KH3", "--reason", "x");
  REFUSED (2, "--undo", "merge", fixture->book, "KH3", "--undo", "--into", "KH2", "--reason", "x");
  REFUSED (1, "KH9", "merge", fixture->book, "KH3", "--into", "KH9", "--reason", "x");
  REFUSED (1, "not merged", "merge", fixture->book, "KH3", "--undo", "--reason", "x");
  REFUSED (1, "itself", "merge", fixture->book, "KH3", "--into", "KH3", "--reason", "x");
  REFUSED (1, "KH9", "party", fixture->book, "KH9");
  REFUSED (1, "99999", "items", fixture->book, "--account", "99999");
  REFUSED (1, "--update", "import", fixture->book, "parties", again);
}

/* The codes in the order of the lines. */
static void
expect_codes (char       *out,
              const char *codes)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (list, "%s%.*s", list->len > 0 ? " " : "",
                            (int) strcspn (lines[i], ","), lines[i]);
  g_assert_cmpstr (list->str, ==, codes);
  g_free (out);
}

#define MEMBERS(...) \
  test_done ("members", fixture->book, "--on", "2025-12-31", "--format", "csv", __VA_ARGS__)

/* D, Đ and E, given names before family names, who lives where, who left. */
static void
test_register (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TestRun) order = NULL;
  g_autoptr (TestRun) kind = NULL;

  (void) data;
  test_import (fixture, "members",
               "code,name,kind,joined,left,hamlet\n"
               "M1,Đỗ Văn Ân,official,2020-01-01,,Bản Mường\n"
               "M2,Ếch Thị Bé,official,2020-01-01,,Bản Thái\n"
               "M3,Dương Văn An,associate-contributing,2020-01-01,,Bản Mường\n"
               "M4,Lê Thị Ăn,official,2020-01-01,2025-07-01,Bản Thái\n");
  expect_codes (MEMBERS (NULL), "M1 M2 M3 M4");
  expect_codes (MEMBERS ("--sort", "given", NULL), "M3 M4 M1 M2");
  expect_codes (MEMBERS ("--sort", "family", NULL), "M3 M1 M2 M4");
  expect_codes (MEMBERS ("--hamlet", "ban muong", NULL), "M1 M3");
  expect_codes (MEMBERS ("--kind", "official", NULL), "M1 M2");
  expect_codes (MEMBERS ("--left", NULL), "M4");
  order = test_run ("members", fixture->book, "--sort", "age", NULL);
  test_run_expect (order, 2);
  test_contains (order->err, "given");
  kind = test_run ("members", fixture->book, "--kind", "boss", NULL);
  test_run_expect (kind, 2);
  test_contains (kind->err, "official");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/parties/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("items-show-what-is-open-and-when-due", test_items);
  ADD ("duplicates-are-shown-and-merged", test_duplicates_and_merge);
  ADD ("journal-shows-rows-of-both", test_journal);
  ADD ("party-shows-all-that-is-known", test_party);
  ADD ("register-is-sorted-and-narrowed", test_register);
  ADD ("refusals-say-what-to-do", test_refusals);
  return g_test_run ();
}
