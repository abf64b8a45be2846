/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From every figure to its vouchers: what the rows add is the figure, whatever was posted. */
#include "statements/rows.h"

#include "ledger/chart.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "statements/error.h"
#include "statements/sample.h"

#include <string.h>

/* Goes through the rows of a figure; gives how many there were. */
static guint
check_figure (SheafBook            *book,
              const SheafStatement *statement,
              const char           *line,
              SheafStatementColumn  column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatementRows)
      rows = sheaf_statement_rows_open (book, statement, line, column, &error);
  SheafStatementRow row;
  SheafMoney        sum = SHEAF_MONEY_ZERO;
  guint             count = 0;

  g_assert_no_error (error);
  while (sheaf_statement_rows_next (rows, &row, &error))
    {
      g_assert_cmpint (row.amount.units, !=, 0);
      g_assert_true ((row.kind == SHEAF_STATEMENT_ROW_VOUCHER) == (row.row != NULL));
      sum = sheaf_money_add (sum, row.amount);
      count++;
    }
  g_assert_no_error (error);
  if (sum.units != sheaf_statement_rows_figure (rows).units)
    g_test_message ("%s %d line %s column %d", statement->form->code, statement->year, line,
                    column);
  g_assert_cmpint (sum.units, ==, sheaf_statement_rows_figure (rows).units);
  return count;
}

static guint
check_lines (SheafBook            *book,
             const SheafStatement *statement)
{
  gboolean movement = statement->form->kind == SHEAF_FORM_MOVEMENT;
  guint    count = 0;

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);
      int                       last = movement ? SHEAF_STATEMENT_DECREASE
                                                : SHEAF_STATEMENT_PREVIOUS;

      for (int column = 0; line->form->line != NULL && column <= last; column++)
        if (column != SHEAF_STATEMENT_PREVIOUS ||
            statement->previous_from == SHEAF_STATEMENT_PREVIOUS_BOOK)
          count += check_figure (book, statement, line->form->line, (SheafStatementColumn) column);
    }
  for (guint i = 0; statement->balance != NULL && i < statement->balance->rows->len; i++)
    {
      const SheafBalanceRow *row = statement->balance->rows->pdata[i];

      count += check_figure (book, statement, row->code, SHEAF_STATEMENT_CURRENT);
      count += check_figure (book, statement, row->code, SHEAF_STATEMENT_PREVIOUS);
    }
  return count;
}

static guint
check_all (SheafBook  *book,
           int         year,
           const char *to)
{
  static const char *const FORMS[] = { "B01-HTX", "B02-HTX", "F01-HTX",
                                       "F02-HTX", "cash-flow-direct", "cash-flow-indirect" };
  guint                    count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafStatement) statement = sheaf_statement_compute (
          book, FORMS[i], year, to == NULL ? SHEAF_DATE_NONE : sample_day (to), &error);

      g_assert_no_error (error);
      count += check_lines (book, statement);
    }
  return count;
}

static void
test_worked (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  guint open, closed;

  sample_post (book, "2026-02-01", "131:KH1", "5112", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-02-01", "6112", "156", 2000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2026-03-01", "642", "1111", 1000000, SHEAF_SCOPE_NONE);
  open = check_all (book, 2025, NULL);
  g_assert_cmpuint (open, >, 300);
  check_all (book, 2025, "2025-06-15");
  check_all (book, 2026, NULL);
  check_all (book, 2026, "2026-02-15");
  sample_close (book, 2025);
  closed = check_all (book, 2025, NULL);
  g_assert_cmpuint (closed, >, 300);
  check_all (book, 2025, "2025-06-15");
  check_all (book, 2026, NULL);
  sample_close (book, 2026);
  check_all (book, 2026, NULL);
}

/* Merged parties are one: their rows stand behind the survivor's figure. */
static void
test_merged (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (GError) error = NULL;

  sheaf_party_merge (book, sheaf_party_find (book, "KH2"), sheaf_party_find (book, "KH1"), "same",
                     &error);
  g_assert_no_error (error);
  check_all (book, 2025, NULL);
  check_all (book, 2026, NULL);
}

/* The rows of a sale stand behind revenue, not the entry that closed it. */
static void
test_closed_rows_are_named (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (SheafStatementRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  SheafStatementRow row;
  guint             shares = 0, vouchers = 0;

  sample_close (book, 2025);
  statement = sheaf_statement_compute (book, "B02-HTX", 2025, SHEAF_DATE_NONE, &error);
  g_assert_no_error (error);
  rows = sheaf_statement_rows_open (book, statement, "12b", SHEAF_STATEMENT_CURRENT, &error);
  g_assert_no_error (error);
  while (sheaf_statement_rows_next (rows, &row, &error))
    {
      shares += row.kind == SHEAF_STATEMENT_ROW_SHARE;
      vouchers += row.kind == SHEAF_STATEMENT_ROW_VOUCHER;
      if (row.row != NULL)
        g_assert_cmpint (row.row->layer, ==, SHEAF_LAYER_ORDINARY);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (vouchers, ==, 5); /* 10, 8, 1, 1 million shared; 2 million named internal */
  g_assert_cmpuint (shares, ==, 1);   /* 17,441,860 of the other side */
}

static void
expect_refused (SheafBook            *book,
                const SheafStatement *statement,
                const char           *line,
                SheafStatementColumn  column,
                SheafStatementsError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_statement_rows_open (book, statement, line, column, &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement)
      statement = sheaf_statement_compute (book, "B02-HTX", 2025, SHEAF_DATE_NONE, NULL);

  expect_refused (book, statement, "99", SHEAF_STATEMENT_CURRENT, SHEAF_STATEMENTS_ERROR_FORM);
  expect_refused (book, statement, "10", SHEAF_STATEMENT_PREVIOUS, SHEAF_STATEMENTS_ERROR_PERIOD);
}

static void
test_random (void)
{
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (SheafBook) book = round == 0 ? sample_worked () : sample_new ();

      sample_post_at_random (book);
      check_all (book, 2025, NULL);
      check_all (book, 2026, "2026-08-11");
      check_all (book, 2027, NULL);
      sample_close (book, 2025);
      sample_close (book, 2026);
      check_all (book, 2026, NULL);
      check_all (book, 2027, NULL);
      sample_close (book, 2027);
      check_all (book, 2027, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/behind-every-figure-add-up-to-it", test_worked);
  g_test_add_func ("/rows/of-merged-parties-are-one-party's", test_merged);
  g_test_add_func ("/rows/of-closed-accounts-are-named-not-the-closing",
                   test_closed_rows_are_named);
  g_test_add_func ("/rows/unknown-line-and-earlier-paper-are-refused", test_refused);
  g_test_add_func ("/rows/of-random-books-add-up", test_random);
  return g_test_run ();
}
