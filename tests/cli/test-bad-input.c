/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad files are told with file, line and remedy; the book stays byte for byte as it was. */
#include "helpers/cli.h"

#include <string.h>

#define HEAD "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"

typedef struct
{
  const char *name;
  const char *kind;
  const char *text;
  const char *place;  /* after the file's name */
  const char *remedy; /* part of the message */
} BadFile;

static const BadFile bad_files[] = {
  { "unknown-account", "vouchers", HEAD "1,2025-01-05,journal,x,9999,1111,5,,\n", ":2: debit: ",
    "correct the number" },
  { "account-of-another-chart", "vouchers", HEAD "1,2025-01-05,journal,x,632,156,5,,\n",
    ":2: debit: ", "611" },
  { "group-account", "vouchers", HEAD "1,2025-01-05,journal,x,111,5111,5,,\n", ":2: debit: ",
    "accounts under it" },
  { "missing-party", "vouchers", HEAD "1,2025-01-05,journal,x,131,5111,5,,\n",
    ":2: debit_party: ", "name whom it concerns" },
  { "unknown-party", "vouchers", HEAD "1,2025-01-05,journal,x,131,5111,5,NOBODY,\n",
    ":2: debit_party: ", "NOBODY" },
  { "amount-zero", "vouchers", HEAD "1,2025-01-05,journal,x,642,1111,0,,\n", ":2: amount: ", "0" },
  { "amount-negative", "vouchers", HEAD "1,2025-01-05,journal,x,642,1111,-5,,\n", ":2: amount: ",
    "write it without sign" },
  { "amount-decimal", "vouchers", HEAD "1,2025-01-05,journal,x,642,1111,1.5,,\n", ":2: amount: ",
    "write digits only" },
  { "amount-twenty-digits", "vouchers",
    HEAD "1,2025-01-05,journal,x,642,1111,99999999999999999999,,\n", ":2: amount: ",
    "at most 18 digits" },
  { "no-such-day", "vouchers", HEAD "1,2025-02-30,journal,x,642,1111,5,,\n", ":2: date: ",
    "write it as" },
  { "day-before-the-book", "vouchers", HEAD "1,2024-12-31,journal,x,642,1111,5,,\n",
    ":2: date: ", "2025-01-01" },
  { "number-twice", "vouchers",
    HEAD "1,2025-01-05,journal,x,642,1111,5,,\n2,2025-01-05,journal,x,642,1111,5,,\n"
         "1,2025-01-05,journal,x,642,1111,5,,\n",
    ":4: number: ", "1" },
  { "number-twice-after-a-mistake", "vouchers",
    HEAD "1,2025-01-05,journal,x,642,1111,y,,\n2,2025-01-05,journal,x,642,1111,5,,\n"
         "1,2025-01-05,journal,x,642,1111,5,,\n",
    ":4: number: ", "give another number" },
  { "two-dates-in-a-voucher", "vouchers",
    HEAD "1,2025-01-05,journal,x,642,1111,5,,\n1,2025-01-06,journal,x,642,1111,5,,\n",
    ":3: date: ", "one date" },
  { "wrong-side-for-the-kind", "vouchers", HEAD "1,2025-01-05,receipt,x,642,1111,5,,\n",
    ":2: kind: ", "debit side" },
  { "unknown-kind", "vouchers", HEAD "1,2025-01-05,bill,x,642,1111,5,,\n", ":2: kind: ",
    "take one of" },
  { "unknown-column", "vouchers", "number,date,colour\n", ":1: ", "remove it" },
  { "missing-column", "vouchers", "number,date,kind,description,debit,credit\n", ":1: amount: ",
    "add it" },
  { "column-twice", "vouchers", "number,date,kind,description,debit,credit,amount,amount\n",
    ":1: amount: ", "remove one" },
  { "short-row", "vouchers", HEAD "1,2025-01-05,journal\n", ":2: ", "fields" },
  { "empty-required-field", "vouchers", HEAD "1,2025-01-05,journal,,642,1111,5,,\n",
    ":2: description: ", "fill it in" },
  { "quote-out-of-place", "vouchers", HEAD "1,2025-01-05,journal,a \"b\" c,642,1111,5,,\n",
    ":2: ", "quote" },
  { "control-characters", "vouchers", HEAD "1,2025-01-05,journal,\033[31mx,642,1111,5,,\n", ":2: ",
    "remove them" },
  { "carriage-returns-alone", "vouchers",
    "number,date,kind,description,debit,credit,amount\r1,2025-01-05,journal,x,642,1111,5\r", ":1: ",
    "line ends" },
  { "foreign-currency", "vouchers",
    "number,date,kind,description,debit,credit,amount,currency,rate\n"
    "1,2025-01-05,journal,x,642,1111,5,USD,25000\n",
    ":2: debit_foreign: ", "smallest unit" },
  { "foreign-amount-without-currency", "vouchers",
    "number,date,kind,description,debit,credit,amount,debit_foreign\n"
    "1,2025-01-05,journal,x,1122,1111,5,5\n",
    ":2: currency: ", "name the currency" },
  { "unknown-currency", "vouchers",
    "number,date,kind,description,debit,credit,amount,currency,debit_foreign\n"
    "1,2025-01-05,journal,x,1122,1111,5,XQZ,5\n",
    ":2: currency: ", "three capital letters" },
  { "no-rate-for-an-empty-amount", "vouchers",
    "number,date,kind,description,debit,credit,amount,currency,debit_foreign\n"
    "1,2025-01-05,journal,x,1122,5111,,USD,5\n",
    ":2: amount: ", "no rate of USD for 2025-01-05" },
  { "empty-amount-in-home-money", "vouchers", HEAD "1,2025-01-05,journal,x,642,1111,,,\n",
    ":2: amount: ", "fill it in" },
  { "rate-of-home-money", "rates", "date,currency,rate\n2025-01-05,VND,1\n", ":2: currency: ",
    "own currency" },
  { "no-rate", "rates", "date,currency,buying\n2025-01-05,USD,25000\n", ":2: currency: ",
    "both the buying and the selling" },
  { "rate-of-zero", "rates", "date,currency,rate\n2025-01-05,USD,0\n", ":2: rate: ", "above 0" },
  { "rate-of-no-currency", "rates", "date,currency,rate\n2025-01-05,dollar,25000\n",
    ":2: currency: ", "three capital letters" },
  { "reversal-of-nothing", "vouchers",
    "number,date,kind,description,debit,credit,amount,reverses\n"
    "1,2025-01-05,journal,x,642,1111,-5,journal/77\n",
    ":2: reverses: ", "journal/77" },
  { "empty-file", "vouchers", "", ":1: ", "first line must name the columns" },
  { "unbalanced-opening", "opening", "account,debit,credit\n1111,100,\n418,,99\n", ":1: ", "100" },
  { "opening-on-both-sides", "opening", "account,debit,credit\n1111,100,100\n", ":2: credit: ",
    "leave one of them empty" },
  { "party-twice", "parties", "code,name,kind\nKH2,a,customer\nKH2,b,customer\n", ":3: code: ",
    "KH2" },
  { "party-known", "parties", "code,name,kind\nKH1,a,customer\n", ":2: code: ", "KH1" },
  { "no-code", "parties", "code,name,kind\nK H,a,customer\n", ":2: code: ", "without" },
  { "account-without-parent", "accounts", "code,name\n999,x\n", ":2: parent: ", "name the parent" },
  { "account-known-otherwise", "accounts", "code,name\n1111,Két\n", ":2: code: ", "other data" },
};

/* Imports the file and expects a refusal that names file, place and remedy and changes nothing. */
static void
expect_refused (const TestCliFixture *fixture,
                const char           *kind,
                const char           *path,
                const char           *place,
                const char           *remedy)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, kind, path, NULL);
  g_autofree char *after = test_folder_state (fixture->folder);
  g_autofree char *start = g_strconcat (path, place, NULL);

  test_run_expect (run, 1);
  g_assert_cmpstr (run->out, ==, "");
  test_contains (run->err, start);
  test_contains (strstr (run->err, start) + strlen (start), remedy);
  test_contains (run->err, "nothing was imported");
  g_assert_cmpstr (before, ==, after);
}

static void
test_bad_file (TestCliFixture *fixture,
               gconstpointer   data)
{
  const BadFile   *bad = data;
  g_autofree char *path = test_file (fixture->folder, "bad.csv", bad->text, -1);

  expect_refused (fixture, bad->kind, path, bad->place, bad->remedy);
}

static void
test_locked_month (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *path = NULL;

  (void) data;
  test_do ("lock", fixture->book, "--until", "2025-01-31", NULL);
  path = test_file (fixture->folder, "bad.csv",
                    HEAD "1,2025-01-31,journal,x,642,1111,5,,\n", -1);
  expect_refused (fixture, "vouchers", path, ":2: date: ", "2025-01-31");
}

static void
test_total_too_large (TestCliFixture *fixture,
                      gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "bad.csv",
                                     HEAD "1,2025-01-05,journal,x,642,1111,999999999999999999,,\n"
                                          "2,2025-01-05,journal,x,642,1111,999999999999999999,,\n",
                                     -1);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", path, NULL);
  g_autofree char *after = test_folder_state (fixture->folder);

  (void) data;
  test_run_expect (run, 1);
  test_contains (run->err, "18 digits");
  g_assert_cmpstr (before, ==, after);
}

static void
test_nul (TestCliFixture *fixture,
          gconstpointer   data)
{
  static const char text[] = HEAD "1,2025-01-05,journal,x\0y,642,1111,5,,\n";
  g_autofree char  *path = test_file (fixture->folder, "bad.csv", text, sizeof text - 1);

  (void) data;
  expect_refused (fixture, "vouchers", path, ":2: ", "UTF-8");
}

static void
test_invalid_utf8 (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "bad.csv",
                                     HEAD "1,2025-01-05,journal,b\xe9t,642,1111,5,,\n", -1);

  (void) data;
  expect_refused (fixture, "vouchers", path, ":2: ", "UTF-8");
}

static void
test_long_line (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GString) text = g_string_new (HEAD "1,2025-01-05,journal,");
  g_autofree char *path = NULL;

  (void) data;
  for (guint i = 0; i < 50 * 1024; i++)
    g_string_append_printf (text, "%1024d", 7);
  path = test_file (fixture->folder, "bad.csv", text->str, (gssize) text->len);
  expect_refused (fixture, "vouchers", path, ":2: ", "longer than");
}

static void
test_no_file (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.csv", NULL);

  (void) data;
  expect_refused (fixture, "vouchers", path, ":1: ", "check its name");
}

static void
test_all_problems_at_once (TestCliFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "bad.csv",
                                     HEAD "1,2025-01-05,journal,x,9999,1111,-5,,\n"
                                          "2,2025-13-05,journal,x,642,8888,5,,\n"
                                          "3,2025-01-05,journal,x,131,5111,5,,\n",
                                     -1);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", path, NULL);

  (void) data;
  test_run_expect (run, 1);
  test_contains (run->err, ":2: debit: ");
  test_contains (run->err, ":2: amount: ");
  test_contains (run->err, ":3: date: ");
  test_contains (run->err, ":3: credit: ");
  test_contains (run->err, ":4: debit_party: ");
  test_contains (run->err, "5 errors");
}

static void
test_many_problems_are_counted (TestCliFixture *fixture,
                                gconstpointer   data)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autofree char *path = NULL;
  g_autoptr (TestRun) run = NULL;
  g_auto (GStrv) lines = NULL;

  (void) data;
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%u,2025-01-05,journal,x,642,1111,bad,,\n", i);
  path = test_file (fixture->folder, "bad.csv", text->str, -1);
  run = test_run ("import", fixture->book, "vouchers", path, NULL);
  test_run_expect (run, 1);
  test_contains (run->err, "… and 2800 more");
  test_contains (run->err, "3000 errors");
  lines = g_strsplit (run->err, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 200 + 2 + 1);
}

static void
test_not_a_book (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *book = test_file (fixture->folder, "text.sheaf",
                                     "this is a text and no book at all", -1);
  g_autofree char *csv = test_file (fixture->folder, "good.csv", HEAD, -1);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) write = test_run ("import", book, "vouchers", csv, NULL);
  g_autoptr (TestRun) read = test_run ("balance", book, NULL);
  g_autofree char *after = test_folder_state (fixture->folder);

  (void) data;
  test_run_expect (write, 1);
  test_run_expect (read, 1);
  test_contains (write->err, "text.sheaf");
  test_contains (read->err, "text.sheaf");
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/bad-input/", bad_files[i].name, NULL);

      g_test_add (name, TestCliFixture, &bad_files[i], test_cli_set_up, test_bad_file,
                  test_cli_tear_down);
    }
#define ADD(name, test) \
  g_test_add ("/bad-input/" name, TestCliFixture, NULL, test_cli_set_up, test, test_cli_tear_down)
  ADD ("locked-month", test_locked_month);
  ADD ("total-beyond-18-digits", test_total_too_large);
  ADD ("nul-bytes", test_nul);
  ADD ("invalid-utf8", test_invalid_utf8);
  ADD ("line-of-50-megabytes", test_long_line);
  ADD ("no-file", test_no_file);
  ADD ("all-problems-at-once", test_all_problems_at_once);
  ADD ("many-problems-are-counted", test_many_problems_are_counted);
  ADD ("not-a-book", test_not_a_book);
  return g_test_run ();
}
