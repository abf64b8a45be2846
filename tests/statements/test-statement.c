/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements against a year worked out by hand, đồng by đồng; before and after closing. */
#include "statements/sample.h"

#include "ledger/chart.h"
#include "ledger/closing.h"
#include "statements/error.h"
#include "statements/explain.h"
#include "statements/statement.h"
#include "statements/verify.h"

/* 642: 20 million shared, of which internal 20 × 11 ÷ 86 = 2,558,140, and 2 million named so. */
static const char RESULTS_2025[] = "01 92000000 0\n01a 80000000 0\n01b 12000000 0\n"
                                   "02 6000000 0\n02a 5000000 0\n02b 1000000 0\n"
                                   "10 86000000 0\n10a 75000000 0\n10b 11000000 0\n"
                                   "11 33000000 0\n11a 30000000 0\n11b 3000000 0\n"
                                   "12 22000000 0\n12a 17441860 0\n12b 4558140 0\n"
                                   "20 31000000 0\n20a 27558140 0\n20b 3441860 0\n"
                                   "31 1500000 0\n32 6000000 0\n40 -4500000 0\n"
                                   "50 26500000 0\n51 2000000 0\n60 24500000 0\n";

static const char POSITION_2025[] =
    "110 246600000 250000000\n"
    "130 127700000 30000000\n"
    "140 7500000 20000000\n"
    "150 232000000 240000000\n151 300000000 300000000\n152 -68000000 -60000000\n"
    "160 89000000 90000000\n161 100000000 100000000\n162 -11000000 -10000000\n"
    "170 1200000 0\n180 -1000000 0\n"
    "200 703000000 630000000\n"
    "300 183500000 135000000\n"
    "310 5000000 25000000\n320 7800000 4000000\n330 4000000 0\n340 26000000 6000000\n"
    "350 140000000 100000000\n360 700000 0\n"
    "400 519500000 495000000\n410 400000000 400000000\n420 29500000 5000000\n"
    "440 90000000 90000000\n"
    "500 703000000 630000000\n";

static void
expect_statement (SheafBook  *book,
                  const char *form,
                  int         year,
                  const char *to,
                  const char *expected)
{
  g_autofree char *text = sample_print (book, form, year, to);

  g_assert_cmpstr (text, ==, expected);
}

static SheafStatement *
compute (SheafBook  *book,
         const char *form,
         int         year)
{
  g_autoptr (GError) error = NULL;
  SheafStatement *statement = sheaf_statement_compute (book, form, year, SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  return statement;
}

static void
test_position (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  expect_statement (book, "B01-HTX", 2025, NULL, POSITION_2025);
}

static void
test_results (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  expect_statement (book, "B02-HTX", 2025, NULL, RESULTS_2025);
}

static void
test_interim (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  expect_statement (book, "B02-HTX", 2025, "2025-06-30",
                    "01 92000000 0\n01a 80000000 0\n01b 12000000 0\n"
                    "02 6000000 0\n02a 5000000 0\n02b 1000000 0\n"
                    "10 86000000 0\n10a 75000000 0\n10b 11000000 0\n"
                    "11 33000000 0\n11a 30000000 0\n11b 3000000 0\n"
                    "12 12000000 0\n12a 8720930 0\n12b 3279070 0\n"
                    "20 41000000 0\n20a 36279070 0\n20b 4720930 0\n"
                    "31 1500000 0\n32 6000000 0\n40 -4500000 0\n"
                    "50 36500000 0\n60 36500000 0\n");
  expect_statement (book, "B01-HTX", 2025, "2025-06-30",
                    "110 233500000 250000000\n"
                    "130 116000000 30000000\n"
                    "140 7000000 20000000\n"
                    "150 240000000 240000000\n151 300000000 300000000\n152 -60000000 -60000000\n"
                    "160 90000000 90000000\n161 100000000 100000000\n162 -10000000 -10000000\n"
                    "200 686500000 630000000\n"
                    "300 155000000 135000000\n"
                    "310 25000000 25000000\n320 0 4000000\n330 4000000 0\n340 26000000 6000000\n"
                    "350 100000000 100000000\n"
                    "400 531500000 495000000\n410 400000000 400000000\n420 41500000 5000000\n"
                    "440 90000000 90000000\n"
                    "500 686500000 630000000\n");
}

static void
test_accounts (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  expect_statement (book, "F01-HTX", 2025, "2025-03-31",
                    "111 50000000 0 0 0 50000000 0\n"
                    "112 200000000 0 0 0 200000000 0\n"
                    "131 30000000 4000000 96000000 0 122000000 0\n"
                    "152 20000000 0 0 18000000 2000000 0\n"
                    "154 0 0 35000000 35000000 0 0\n"
                    "156 0 0 35000000 30000000 5000000 0\n"
                    "211 300000000 0 0 0 300000000 0\n"
                    "212 100000000 0 0 0 100000000 0\n"
                    "214 0 70000000 0 0 0 70000000\n"
                    "331 0 25000000 0 0 0 25000000\n"
                    "333 0 0 0 4000000 0 4000000\n"
                    "334 0 6000000 0 20000000 0 26000000\n"
                    "341 0 100000000 0 0 0 100000000\n"
                    "411 0 400000000 0 0 0 400000000\n"
                    "421 0 5000000 0 59000000 0 64000000\n"
                    "442 0 90000000 0 0 0 90000000\n"
                    "511 0 0 80000000 80000000 0 0\n"
                    "512 0 0 12000000 12000000 0 0\n"
                    "611 0 0 30000000 30000000 0 0\n"
                    "612 0 0 3000000 3000000 0 0\n"
                    "911 0 0 92000000 92000000 0 0\n"
                    "002 15000000 0 0 0 15000000 0\n");
}

static SheafMoney
closing_side (const SheafStatement *accounts,
              const char           *code,
              guint                 side)
{
  for (guint i = 0; i < accounts->balance->rows->len; i++)
    {
      const SheafBalanceRow *row = accounts->balance->rows->pdata[i];

      if (g_str_equal (row->code, code))
        return row->amounts[side];
    }
  return SHEAF_MONEY_ZERO;
}

/* Who owes and who paid in advance stand on both sides of F01-HTX, as on B01-HTX. */
static void
test_accounts_agree_with_position (void)
{
  static const char *const RECEIVABLES[] = { "131", "132", "136", "138",
                                             "141", "331", "334", "338" };
  static const char *const PAYABLES[][2] = { { "131", "320" }, { "331", "310" }, { "334", "340" } };
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) accounts = sheaf_statement_compute (book, "F01-HTX", 2025,
                                                                 SHEAF_DATE_NONE, NULL);
  g_autoptr (SheafStatement) position = sheaf_statement_compute (book, "B01-HTX", 2025,
                                                                 SHEAF_DATE_NONE, NULL);
  SheafMoney owed = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < G_N_ELEMENTS (RECEIVABLES); i++)
    owed = sheaf_money_add (owed,
                            closing_side (accounts, RECEIVABLES[i], SHEAF_BALANCE_CLOSING_DEBIT));
  /* The position alone sets off what one unit owes and is owed. */
  owed = sheaf_money_sub (owed, closing_side (accounts, "336", SHEAF_BALANCE_CLOSING_CREDIT));
  g_assert_cmpint (owed.units, ==, sheaf_statement_find_line (position, "130")->current.units);
  for (guint i = 0; i < G_N_ELEMENTS (PAYABLES); i++)
    g_assert_cmpint (closing_side (accounts, PAYABLES[i][0], SHEAF_BALANCE_CLOSING_CREDIT).units,
                     ==, sheaf_statement_find_line (position, PAYABLES[i][1])->current.units);
  g_assert_cmpint (accounts->problems->errors, ==, 0);
}

/* What the forms say must not change by the act of closing, whole years and parts alike. */
static void
test_closing_changes_nothing (void)
{
  static const char *const FORMS[] = { "B01-HTX", "B02-HTX", "F01-HTX" };
  static const char *const DAYS[] = { NULL, "2025-06-30", "2025-12-30", "2025-01-01" };
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    for (guint j = 0; j < G_N_ELEMENTS (DAYS); j++)
      g_ptr_array_add (before, sample_print (book, FORMS[i], 2025, DAYS[j]));
  sample_close (book, 2025);
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    for (guint j = 0; j < G_N_ELEMENTS (DAYS); j++)
      expect_statement (book, FORMS[i], 2025, DAYS[j], before->pdata[i * G_N_ELEMENTS (DAYS) + j]);
}

static void
test_reopening_changes_nothing (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (GError) error = NULL;

  sample_close (book, 2025);
  sheaf_closing_reopen (book, 2025, "a forgotten invoice", &error);
  g_assert_no_error (error);
  expect_statement (book, "B02-HTX", 2025, NULL, RESULTS_2025);
  expect_statement (book, "B01-HTX", 2025, NULL, POSITION_2025);
}

/* Figures of an open year are provisional, and papers must be able to say so. */
static void
test_open_or_closed (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) open = sheaf_statement_compute (book, "B01-HTX", 2025, SHEAF_DATE_NONE,
                                                             NULL);
  g_autoptr (SheafStatement) closed = NULL;

  sample_close (book, 2025);
  closed = sheaf_statement_compute (book, "B01-HTX", 2025, SHEAF_DATE_NONE, NULL);
  g_assert_false (open->closed);
  g_assert_true (closed->closed);
}

static void
post_second_year (SheafBook *book)
{
  sample_post (book, "2026-02-01", "131:KH2", "5112", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-02-28", "642", "1111", 1000000, SHEAF_SCOPE_NONE);
}

/* 2026 stands on a year that is not closed: its result belongs to the start of 2026. */
static void
test_year_after_an_open_one (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) position = NULL;
  g_autoptr (SheafStatement) results = NULL;
  g_autofree char *before = NULL;
  g_autofree char *balance = NULL;

  post_second_year (book);
  position = compute (book, "B01-HTX", 2026);
  results = compute (book, "B02-HTX", 2026);
  g_assert_cmpint (position->problems->errors + results->problems->errors, ==, 0);
  g_assert_cmpint (sheaf_statement_find_line (position, "420")->previous.units, ==, 29500000);
  g_assert_cmpint (sheaf_statement_find_line (position, "420")->current.units, ==, 37500000);
  g_assert_cmpint (sheaf_statement_find_line (position, "200")->previous.units, ==, 703000000);
  g_assert_cmpint (sheaf_statement_find_line (results, "60")->current.units, ==, 8000000);
  g_assert_cmpint (sheaf_statement_find_line (results, "60")->previous.units, ==, 24500000);
  g_assert_cmpint (sheaf_statement_find_line (results, "12b")->previous.units, ==, 4558140);
  g_assert_cmpint (results->previous_from, ==, SHEAF_STATEMENT_PREVIOUS_BOOK);
  before = sample_print (book, "B01-HTX", 2026, "2026-02-10");
  balance = sample_print (book, "F01-HTX", 2026, NULL);
  sample_close (book, 2025);
  expect_statement (book, "B01-HTX", 2026, "2026-02-10", before);
  expect_statement (book, "F01-HTX", 2026, NULL, balance);
}

/* An interim result stands beside the same days of the year before. */
static void
test_interim_previous (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) results = NULL;

  post_second_year (book);
  results = sheaf_statement_compute (book, "B02-HTX", 2026, sample_day ("2026-02-28"), NULL);
  g_assert_true (results->interim);
  g_assert_cmpint (sheaf_statement_find_line (results, "01a")->previous.units, ==, 80000000);
  g_assert_cmpint (sheaf_statement_find_line (results, "01b")->previous.units, ==, 0);
}

/* Every line of every form: its terms add up to the figure, and their parts to the terms. */
static void
test_explanations_add_up (void)
{
  static const char *const FORMS[] = { "B01-HTX", "B02-HTX" };
  g_autoptr (SheafBook) book = sample_worked ();

  post_second_year (book);
  for (guint i = 0; i < G_N_ELEMENTS (FORMS) * 2; i++)
    {
      SheafStatementColumn column = i % 2 == 0 ? SHEAF_STATEMENT_CURRENT : SHEAF_STATEMENT_PREVIOUS;
      g_autoptr (SheafStatement) statement = compute (book, FORMS[i / 2], 2026);

      for (guint j = 0; j < statement->lines->len; j++)
        {
          const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, j);
          SheafMoney                figure = i % 2 == 0 ? line->current : line->previous;
          g_autoptr (GPtrArray) origins = NULL;

          if (line->form->line == NULL)
            continue;
          origins = sheaf_statement_explain (book, statement, line->form->line, column, NULL);
          for (guint k = 0; k < origins->len; k++)
            {
              const SheafOrigin *origin = origins->pdata[k];
              SheafMoney         parts = origin->amount;

              figure = sheaf_money_sub (figure, origin->amount);
              for (guint m = 0; origin->parts != NULL && m < origin->parts->len; m++)
                parts.units -=
                    origin->sign * g_array_index (origin->parts, SheafFiguresPart, m).amount.units;
              g_assert_true (origin->parts == NULL || parts.units == 0);
            }
          g_assert_cmpint (figure.units, ==, 0);
        }
    }
}

static void
test_explanation_names_parties (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = compute (book, "B01-HTX", 2025);
  g_autoptr (GPtrArray) origins =
      sheaf_statement_explain (book, statement, "320", SHEAF_STATEMENT_CURRENT, NULL);
  const SheafOrigin *origin = origins->pdata[0];
  gint64             sum = 0;

  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_cmpstr (origin->text, ==, "CBd(131)");
  g_assert_cmpuint (origin->parts->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SheafFiguresPart *part = &g_array_index (origin->parts, SheafFiguresPart, i);

      g_assert_cmpint (part->account_id, ==, sample_account (book, "131"));
      g_assert_cmpint (part->party_id, !=, 0);
      sum += part->amount.units;
    }
  g_assert_cmpint (sum, ==, 7800000);
}

static void
test_words (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) year = compute (book, "B01-HTX", 2025);
  g_autoptr (SheafStatement) part =
      sheaf_statement_compute (book, "B02-HTX", 2025, sample_day ("2025-06-30"), NULL);
  g_autofree char *day = sheaf_statement_text (year, "subtitle", "vi");
  g_autofree char *days = sheaf_statement_text (part, "subtitle", "vi");
  g_auto (GStrv) columns = sheaf_statement_list (part, "columns", "vi");

  g_assert_cmpstr (day, ==, "Tại ngày 31 tháng 12 năm 2025");
  g_assert_cmpstr (days, ==, "Từ ngày 01/01/2025 đến ngày 30/06/2025");
  g_assert_cmpstr (columns[3], ==, "Kỳ này");
}

static void
test_empty_book (void)
{
  g_autoptr (SheafBook) book = sample_new ();

  expect_statement (book, "B01-HTX", 2025, NULL, "");
  expect_statement (book, "B02-HTX", 2025, NULL, "");
  expect_statement (book, "F01-HTX", 2025, NULL, "");
}

static void
expect_error (
    SheafBook           *book,
    const char          *form,
    int                  year,
    const char          *to,
    SheafStatementsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_statement_compute (book, form, year,
                                          to == NULL ? SHEAF_DATE_NONE : sample_day (to), &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, (int) code);
}

/* A later program with other forms makes the papers of this book as before. */
static void
test_forms_are_in_the_book (void)
{
  g_autoptr (SheafBook) book = sample_worked ();

  g_setenv ("SHEAF_DATA_DIR", "/nonexistent", TRUE);
  expect_statement (book, "B01-HTX", 2025, NULL, POSITION_2025);
  g_unsetenv ("SHEAF_DATA_DIR");
}

static void
test_refused (void)
{
  g_autoptr (SheafBook) book = sample_new ();

  expect_error (book, "B03-HTX", 2025, NULL, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM);
  expect_error (book, "../B01", 2025, NULL, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM);
  expect_error (book, "B01-HTX", 2024, NULL, SHEAF_STATEMENTS_ERROR_PERIOD);
  expect_error (book, "B01-HTX", 2025, "2026-01-01", SHEAF_STATEMENTS_ERROR_PERIOD);
  expect_error (book, "B01-HTX", 2025, "2024-12-31", SHEAF_STATEMENTS_ERROR_PERIOD);
}

static void
test_verify (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  sample_close (book, 2025);
  for (const SheafCheck *check = sheaf_statements_checks; check->name != NULL; check++)
    {
      g_assert_true (check->run (book, problems, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (problems->items->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/position-of-the-worked-year", test_position);
  g_test_add_func ("/statement/results-of-the-worked-year", test_results);
  g_test_add_func ("/statement/interim-is-as-if-closed", test_interim);
  g_test_add_func ("/statement/trial-balance-for-the-tax-office", test_accounts);
  g_test_add_func ("/statement/trial-balance-agrees-with-the-position",
                   test_accounts_agree_with_position);
  g_test_add_func ("/statement/closing-changes-no-figure", test_closing_changes_nothing);
  g_test_add_func ("/statement/knows-whether-its-year-is-closed", test_open_or_closed);
  g_test_add_func ("/statement/reopening-changes-no-figure", test_reopening_changes_nothing);
  g_test_add_func ("/statement/year-after-an-open-one", test_year_after_an_open_one);
  g_test_add_func ("/statement/interim-beside-the-same-days-before", test_interim_previous);
  g_test_add_func ("/statement/explanations-add-up", test_explanations_add_up);
  g_test_add_func ("/statement/explanation-names-parties", test_explanation_names_parties);
  g_test_add_func ("/statement/words-name-the-days", test_words);
  g_test_add_func ("/statement/empty-book-has-no-figures", test_empty_book);
  g_test_add_func ("/statement/forms-are-kept-in-the-book", test_forms_are_in_the_book);
  g_test_add_func ("/statement/unknown-form-and-day-are-refused", test_refused);
  g_test_add_func ("/statement/verify-finds-nothing-in-a-sound-book", test_verify);
  return g_test_run ();
}
