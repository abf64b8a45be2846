/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures printed before the book: where they are used, and where not. */
#include "statements/sample.h"

#include "statements/comparative.h"
#include "statements/error.h"
#include "statements/explain.h"
#include "statements/statement.h"

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
add_comparative (SheafBook  *book,
                 const char *form,
                 const char *line,
                 gint64      amount)
{
  SheafComparative comparative = { 2024, (char *) form, (char *) line, { amount } };
  g_autoptr (GError) error = NULL;

  sheaf_comparative_insert (book, &comparative, &error);
  g_assert_no_error (error);
}

static void
test_comparatives (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) before = compute (book, "B02-HTX", 2025);
  g_autoptr (SheafStatement) after = NULL;
  g_autoptr (SheafStatement) interim = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpint (before->previous_from, ==, SHEAF_STATEMENT_PREVIOUS_NONE);
  add_comparative (book, "B02-HTX", "60", 1);
  add_comparative (book, "B02-HTX", "60", 18000000);
  add_comparative (book, "B02-HTX", "40", -250000);
  after = compute (book, "B02-HTX", 2025);
  g_assert_cmpint (after->previous_from, ==, SHEAF_STATEMENT_PREVIOUS_COMPARATIVES);
  g_assert_cmpint (sheaf_statement_find_line (after, "60")->previous.units, ==, 18000000);
  g_assert_cmpint (sheaf_statement_find_line (after, "40")->previous.units, ==, -250000);
  g_assert_cmpint (sheaf_statement_find_line (after, "60")->current.units, ==, 24500000);
  g_assert_true (sheaf_statement_find_line (after, "60")->previous_known);
  g_assert_false (sheaf_statement_find_line (after, "01")->previous_known); /* no zero */
  origins = sheaf_statement_explain (book, after, "60", SHEAF_STATEMENT_PREVIOUS, NULL);
  g_assert_cmpuint (origins->len, ==, 0);
  interim = sheaf_statement_compute (book, "B02-HTX", 2025, sample_day ("2025-06-30"), NULL);
  g_assert_cmpint (interim->previous_from, ==, SHEAF_STATEMENT_PREVIOUS_NONE);
  list = sheaf_comparative_list (book, NULL);
  g_assert_cmpuint (list->len, ==, 2);
}

static void
test_comparatives_refused (void)
{
  static const struct
  {
    SheafComparative     comparative;
    SheafStatementsError code;
  } CASES[] = {
    { { 2025, (char *) "B02-HTX", (char *) "60", { 1 } }, SHEAF_STATEMENTS_ERROR_PERIOD },
    { { 2024, (char *) "B02-HTX", (char *) "61", { 1 } }, SHEAF_STATEMENTS_ERROR_FORM },
    { { 2024, (char *) "F01-HTX", (char *) "111", { 1 } }, SHEAF_STATEMENTS_ERROR_FORM },
    { { 2024, (char *) "B09-HTX", (char *) "1", { 1 } }, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM },
  };
  g_autoptr (SheafBook) book = sample_new ();

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sheaf_comparative_insert (book, &CASES[i].comparative, &error));
      g_assert_error (error, SHEAF_STATEMENTS_ERROR, (int) CASES[i].code);
    }
}

static void
test_opening_differs_from_print (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = NULL;
  const SheafProblem *problem;

  add_comparative (book, "B01-HTX", "110", 250000000);
  add_comparative (book, "B01-HTX", "152", -59000000);
  statement = compute (book, "B01-HTX", 2025);
  g_assert_cmpuint (statement->problems->warnings, ==, 1);
  g_assert_cmpuint (statement->problems->errors, ==, 0);
  problem = statement->problems->items->pdata[0];
  g_assert_nonnull (
      strstr (problem->text, "B01-HTX line 152: the opening balances give (60,000,000)"));
  g_assert_cmpint (sheaf_statement_find_line (statement, "152")->previous.units, ==, -60000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparative/fills-the-earlier-year", test_comparatives);
  g_test_add_func ("/comparative/what-fits-no-form-is-refused", test_comparatives_refused);
  g_test_add_func ("/comparative/opening-that-differs-from-print-is-told",
                   test_opening_differs_from_print);
  return g_test_run ();
}
