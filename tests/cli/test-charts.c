/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books by another chart than the first, from the command line. */
#include "helpers/cli.h"

#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  fixture->folder = test_folder_new ();
  fixture->book = g_build_filename (fixture->folder, "book.sheaf", NULL);
  (void) data;
}

static void
expect_nothing_made (const TestCliFixture *fixture,
                     const TestRun        *run,
                     int                   status,
                     const char           *why)
{
  test_run_expect (run, status);
  test_contains (run->err, why);
  g_assert_false (g_file_test (fixture->book, G_FILE_TEST_EXISTS));
}

static void
test_nothing_made (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (TestRun) chart =
      test_run ("new", fixture->book, "--name", "X", "--year", "2025", "--chart", "vn-tt99", NULL);
  g_autoptr (TestRun) law =
      test_run ("new", fixture->book, "--name", "X", "--year", "2025", "--law", "x", NULL);
  g_autoptr (TestRun) currency =
      test_run ("new", fixture->book, "--name", "X", "--year", "2025", "--currency", "euro", NULL);

  (void) data;
  expect_nothing_made (fixture, chart, 1, "give one of vn-tt71, vn-tt24, intl");
  expect_nothing_made (fixture, law, 1, "there is no law “x”");
  expect_nothing_made (fixture, currency, 2, "three capital letters");
}

static void
test_year (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (TestRun) run =
      test_run ("new", fixture->book, "--name", "X", "--year", "2024", NULL);

  (void) data;
  test_run_expect (run, 0);
  test_contains (run->err, "warning: Circular 71/2024/TT-BTC (from 2025) is not the chart");
}

/* The trial balance is the only form known of the chart of 2017; another is refused. */
static void
test_forms_of_2017 (TestCliFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *vouchers = test_file (
      fixture->folder, "vouchers.csv",
      "number,date,kind,description,debit,credit,amount\n"
      "PT1,2024-01-02,receipt,Bán hàng,1111,511,900000\n"
      "PC1,2024-01-03,payment,Chi phí,642,1111,200000\n",
      -1);
  g_autoptr (TestRun) other = NULL;
  g_autofree char *balance = NULL;

  (void) data;
  test_do ("new", fixture->book, "--name", "X", "--year", "2024", "--chart", "vn-tt24", NULL);
  test_do ("import", fixture->book, "vouchers", vouchers, NULL);
  test_do ("close", fixture->book, "--year", "2024", NULL);
  balance = test_done ("statement", fixture->book, "F01-HTX", "--year", "2024", "--format", "csv",
                       NULL);
  test_contains (balance, "111,Tiền mặt,0,0,900000,200000,700000,0\n");
  test_contains (balance, "421,Lợi nhuận sau thuế chưa phân phối,0,0,0,700000,0,700000\n");
  other = test_run ("statement", fixture->book, "B01-HTX", "--year", "2024", NULL);
  test_run_expect (other, 1);
  test_contains (other->err, "there is no form “B01-HTX”: give one of F01-HTX");
  test_do ("verify", fixture->book, NULL);
}

/* Codes of the chart of 2025 are told where they belong in the chart of 2017, and the other way
 * round. */
static void
test_hints (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *vouchers = test_file (fixture->folder, "vouchers.csv",
                                         "number,date,kind,description,debit,credit,amount\n"
                                         "1,2024-01-02,journal,X,6111,5123,5\n",
                                         -1);
  g_autoptr (TestRun) run = NULL;

  (void) data;
  test_do ("new", fixture->book, "--name", "X", "--year", "2024", "--chart", "vn-tt24", NULL);
  run = test_run ("import", fixture->book, "vouchers", vouchers, NULL);
  test_run_expect (run, 1);
  test_contains (run->err, "account 6111 is not in this chart, its content goes to 632");
  test_contains (run->err, "account 5123 is not in this chart, its content goes to 546");
}

/* Wherever an account is named, one of the enterprise chart is told where it goes; codes that are
 * in both and mean different things have a line of their own in the account's help. */
static void
test_enterprise_codes (TestCliFixture *fixture,
                       gconstpointer   data)
{
  static const struct
  {
    const char *kind;
    const char *text;
  } files[] = {
    { "vouchers", "number,date,kind,description,debit,credit,amount\n"
                  "1,2025-01-02,journal,X,1111,711,5\n" },
    { "opening", "account,debit,credit\n711,5,\n" },
    { "accounts", "code,name\n7111,Thanh lý\n" },
    { "accounts", "code,name,parent\n7111,Thanh lý,711\n" },
  };
  g_autofree char *plan = test_file (fixture->folder, "plan.ini",
                                     "[plan]\nlaw=vn-2023\n[fund x]\naccount=711\nrate=0.1\n", -1);
  g_autoptr (TestRun) journal = NULL;
  g_autoptr (TestRun) account = NULL;
  g_autoptr (TestRun) stored = NULL;
  g_autofree char *help = NULL;

  (void) data;
  test_do ("new", fixture->book, "--name", "X", "--year", "2025", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = test_file (fixture->folder, "file.csv", files[i].text, -1);
      g_autoptr (TestRun) run = test_run ("import", fixture->book, files[i].kind, file, NULL);

      test_run_expect (run, 1);
      test_contains (run->err, "is not in this chart, its content goes to 558");
    }
  journal = test_run ("journal", fixture->book, "--account", "632", NULL);
  test_run_expect (journal, 1);
  test_contains (journal->err, "account 632 is not in this chart, its content goes to 611, 612");
  account = test_run ("account", fixture->book, "155", NULL);
  test_run_expect (account, 1);
  test_contains (account->err, "account 155 is not in this chart, its content goes to 156");
  stored = test_run ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
  test_run_expect (stored, 1);
  test_contains (stored->err, "its content goes to 558");
  help = test_done ("account", fixture->book, "212", NULL);
  test_contains (help, "In the charts of companies 212 is finance-leased assets");
}

/* The book's own currency is its chart's, or what was asked for. */
static void
test_currency (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.sheaf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  (void) data;
  test_do ("new", fixture->book, "--name", "X", "--year", "2025", "--chart", "intl", NULL);
  test_do ("new", other, "--name", "X", "--year", "2025", "--chart", "intl", "--currency", "XOF",
           NULL);
  first = test_done ("export", fixture->book, "beancount", NULL);
  second = test_done ("export", other, "beancount", NULL);
  test_contains (first, "option \"operating_currency\" \"EUR\"");
  test_contains (second, "option \"operating_currency\" \"XOF\"");
}

/* A book of 2017's chart, closed, with what is asked and what is not. */
static void
make_old (const TestCliFixture *fixture)
{
  g_autofree char *members = test_file (fixture->folder, "members.csv",
                                        "code,name,kind,joined\n"
                                        "TV1,Nguyễn An,official,2024-01-01\n",
                                        -1);
  g_autofree char *opening = test_file (fixture->folder, "opening.csv",
                                        "account,debit,credit,party,item\n"
                                        "1111,50000000,,,\n"
                                        "442,,30000000,,MAY-CAY\n"
                                        "421,,20000000,,\n",
                                        -1);

  test_do ("new", fixture->book, "--name", "X", "--year", "2024", "--chart", "vn-tt24", NULL);
  test_do ("import", fixture->book, "members", members, NULL);
  test_do ("import", fixture->book, "opening", opening, NULL);
  test_do ("close", fixture->book, "--year", "2024", NULL);
}

/* The questions come as a file; filled in it is the answer. */
static void
test_map (TestCliFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *questions = g_build_filename (fixture->folder, "questions.csv", NULL);
  g_autofree char *asked = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *mapped = NULL;
  g_autoptr (TestRun) open = NULL;

  (void) data;
  make_old (fixture);
  open = test_run ("opening-map", fixture->book, "--to", "vn-tt71", NULL);
  test_run_expect (open, 1);
  g_assert_cmpstr (open->out, ==, "");
  test_contains (open->err, "account 442 (MAY-CAY), credit 30000000: What is the origin");
  test_contains (open->err, "Answer with one of 4421, 4422, 4118.");
  test_contains (open->err, "account 421, credit 20000000: Is this profit");
  test_do ("opening-map", fixture->book, "--to", "vn-tt71", "--questions", questions, NULL);
  g_assert_true (g_file_get_contents (questions, &asked, NULL, NULL));
  test_contains (asked, "442,,MAY-CAY,,,30000000,credit,4421 4422 4118,");
  answers = test_file (fixture->folder, "answers.csv",
                       "account,party,item,new_account,amount,balance,side,choices,question\n"
                       "421,,,4211,,20000000,credit,4211 4212,\n"
                       "442,,MAY-CAY,4118,12000000,30000000,credit,,\n"
                       "442,,MAY-CAY,4421,,30000000,credit,,\n",
                       -1);
  mapped = test_done ("opening-map", fixture->book, "--to", "vn-tt71", "--decisions", answers,
                      NULL);
  g_assert_cmpstr (mapped, ==,
                   "account,debit,credit,party,item,currency,foreign_amount\n"
                   "1111,50000000,,,,,\n"
                   "4211,,20000000,,,,\n"
                   "4118,,12000000,,MAY-CAY,,\n"
                   "4421,,18000000,,MAY-CAY,,\n");
}

/* The whole at once; a refusal leaves no book behind. */
static void
test_from (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *book = g_build_filename (fixture->folder, "next.sheaf", NULL);
  g_autofree char *answers = test_file (fixture->folder, "answers.csv",
                                        "account,item,new_account\n"
                                        "421,,4211\n"
                                        "442,MAY-CAY,4118\n",
                                        -1);
  g_autofree char *members = NULL;
  g_autofree char *balance = NULL;
  g_autoptr (TestRun) open = NULL;
  g_autoptr (TestRun) late = NULL;

  (void) data;
  make_old (fixture);
  open = test_run ("new", book, "--name", "X", "--year", "2025", "--from", fixture->book, NULL);
  test_run_expect (open, 1);
  test_contains (open->err, "Answer with one of 4211, 4212.");
  late = test_run ("new", book, "--name", "X", "--year", "2026", "--from", fixture->book,
                   "--decisions", answers, NULL);
  test_run_expect (late, 1);
  test_contains (late->err, "the year 2025 of the old book is open");
  g_assert_false (g_file_test (book, G_FILE_TEST_EXISTS));
  test_do ("new", book, "--name", "X", "--year", "2025", "--from", fixture->book, "--decisions",
           answers, NULL);
  members = test_done ("members", book, "--format", "csv", NULL);
  test_contains (members, "TV1,Nguyễn An");
  balance = test_done ("balance", book, "--format", "csv", NULL);
  test_contains (balance, "4118,Vốn khác,0,30000000,0,0,0,30000000\n");
  test_do ("verify", book, NULL);
}

static void
test_bad_answers (TestCliFixture *fixture,
                  gconstpointer   data)
{
  static const struct
  {
    const char *text;
    const char *why;
  } cases[] = {
    { "account,to\n", "answers.csv:1: to: there is no such column" },
    { "account,amount\n", "answers.csv:1: the columns account and new_account are missing" },
    { "account,new_account,amount\n421,4211,-5\n", "answers.csv:2: amount: “-5” is no amount" },
    { "account,new_account\n421,\"4211\n", "answers.csv:2" },
  };

  (void) data;
  make_old (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answers = test_file (fixture->folder, "answers.csv", cases[i].text, -1);
      g_autoptr (TestRun) run = test_run ("opening-map", fixture->book, "--to", "vn-tt71",
                                          "--decisions", answers, NULL);

      test_run_expect (run, 1);
      test_contains (run->err, cases[i].why);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("/charts/refused-before-anything-is-made", test_nothing_made);
  ADD ("/charts/other-year-is-a-warning", test_year);
  ADD ("/charts/forms-of-2017", test_forms_of_2017);
  ADD ("/charts/hints-both-ways", test_hints);
  ADD ("/charts/enterprise-codes-on-every-path", test_enterprise_codes);
  ADD ("/charts/currency-of-the-book", test_currency);
  ADD ("/charts/questions-answers-balances", test_map);
  ADD ("/charts/new-book-from-an-old-one", test_from);
  ADD ("/charts/bad-answers-are-told-by-line", test_bad_answers);
#undef ADD
  return g_test_run ();
}
