/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books by another chart than the first, from the command line. */
#include "helpers/cli.h"

#include <string.h>

typedef struct
{
  char *folder;
  char *book;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->book = g_build_filename (fixture->folder, "book.sheaf", NULL);
  (void) data;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book);
}

static void
expect_nothing_made (const Fixture *fixture,
                     const TestRun *run,
                     int            status,
                     const char    *why)
{
  test_run_expect (run, status);
  test_contains (run->err, why);
  g_assert_false (g_file_test (fixture->book, G_FILE_TEST_EXISTS));
}

static void
test_nothing_made (Fixture      *fixture,
                   gconstpointer data)
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
test_year (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (TestRun) run =
      test_run ("new", fixture->book, "--name", "X", "--year", "2024", NULL);

  (void) data;
  test_run_expect (run, 0);
  test_contains (run->err, "warning: Circular 71/2024/TT-BTC (from 2025) is not the chart");
}

/* The trial balance is the only form known of the chart of 2017; another is refused. */
static void
test_forms_of_2017 (Fixture      *fixture,
                    gconstpointer data)
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
test_hints (Fixture      *fixture,
            gconstpointer data)
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

/* The book's own currency is its chart's, or what was asked for. */
static void
test_currency (Fixture      *fixture,
               gconstpointer data)
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/charts/refused-before-anything-is-made", test_nothing_made);
  ADD ("/charts/other-year-is-a-warning", test_year);
  ADD ("/charts/forms-of-2017", test_forms_of_2017);
  ADD ("/charts/hints-both-ways", test_hints);
  ADD ("/charts/currency-of-the-book", test_currency);
#undef ADD
  return g_test_run ();
}
