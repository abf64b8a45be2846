/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash flows by both methods come to the change of cash, whatever was posted. */
#include "ledger/chart.h"
#include "ledger/voucher.h"
#include "statements/rows.h"
#include "statements/sample.h"
#include "statements/statement.h"

#include <string.h>

static SheafStatement *
compute (SheafBook  *book,
         const char *form,
         int         year)
{
  g_autoptr (GError) error = NULL;
  SheafStatement *statement = sheaf_statement_compute (book, form, year, SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < statement->problems->items->len; i++)
    g_test_message ("%s", ((const SheafProblem *) statement->problems->items->pdata[i])->text);
  return statement;
}

static gint64
figure (const SheafStatement *statement,
        const char           *line)
{
  return sheaf_statement_find_line (statement, line)->current.units;
}

/* Both methods give the same three sums, and cash as line 110 of B01 has it. */
static void
check_year (SheafBook *book,
            int        year)
{
  static const char *const SUMS[] = { "20", "30", "40", "50", "60", "70" };
  g_autoptr (SheafStatement) direct = compute (book, "cash-flow-direct", year);
  g_autoptr (SheafStatement) indirect = compute (book, "cash-flow-indirect", year);
  g_autoptr (SheafStatement) position = compute (book, "B01-HTX", year);

  g_assert_cmpuint (direct->problems->items->len, ==, 0);
  g_assert_cmpuint (indirect->problems->items->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (SUMS); i++)
    g_assert_cmpint (figure (direct, SUMS[i]), ==, figure (indirect, SUMS[i]));
  g_assert_cmpint (figure (direct, "70"), ==, figure (position, "110"));
  g_assert_cmpint (figure (direct, "60"), ==,
                   sheaf_statement_find_line (position, "110")->previous.units);
}

static void
test_worked (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) direct = compute (book, "cash-flow-direct", 2025);
  g_autoptr (SheafStatement) indirect = compute (book, "cash-flow-indirect", 2025);

  check_year (book, 2025);
  g_assert_cmpint (figure (direct, "01"), ==, 7800000);   /* KH2 7.0, TV2 0.8 */
  g_assert_cmpint (figure (direct, "02"), ==, -41000000); /* 331 29, 642 12 */
  g_assert_cmpint (figure (direct, "03"), ==, -300000);
  g_assert_cmpint (figure (direct, "04"), ==, -2500000);
  g_assert_cmpint (figure (direct, "33"), ==, 40000000);
  g_assert_cmpint (figure (indirect, "01"), ==, 26500000); /* line 50 of B02 */
  g_assert_cmpint (figure (indirect, "02"), ==, 9000000);
  g_assert_cmpint (figure (indirect, "03"), ==, 1000000);
  g_assert_cmpint (figure (indirect, "14"), ==, -2500000);
  sample_close (book, 2025);
  check_year (book, 2025);
  check_year (book, 2026);
}

/* Assets brought in, given or written off move no money and stand in no line of it. */
static void
test_without_money (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) indirect = NULL;

  sample_post (book, "2025-08-01", "2111", "4111:TV1", 30000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-01", "212", "4422", 20000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-01", "212", "558", 5000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-02", "2111", "331:NCC1", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-03", "658", "2111", 2000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-04", "4211", "4421", 1000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-04", "4211", "3531", 500000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-08-04", "4211", "338:TV1", 700000, SHEAF_SCOPE_NONE);
  check_year (book, 2025);
  indirect = compute (book, "cash-flow-indirect", 2025);
  g_assert_cmpint (figure (indirect, "30"), ==, 0);
  g_assert_cmpint (figure (indirect, "40"), ==, 40000000);
  g_assert_cmpint (figure (indirect, "04"), ==, -3000000);
}

/* Money against an account that no line takes is told with both accounts. */
static void
test_uncovered (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) direct = NULL;
  const SheafProblem *problem;

  sample_post (book, "2025-08-01", "2421", "1121", 700000, SHEAF_SCOPE_NONE);
  check_year (book, 2025);
  g_assert_true (sheaf_account_insert (
      book, &(SheafAccount){ .code = (char *) "2428", .name = (char *) "Khác", .by_hand = TRUE },
      "242", NULL, NULL));
  sample_post (book, "2025-08-01", "2428", "1121", 400000, SHEAF_SCOPE_NONE);
  direct = compute (book, "cash-flow-direct", 2025);
  g_assert_cmpuint (direct->problems->items->len, ==, 2); /* the pair, and the sum */
  problem = direct->problems->items->pdata[1];
  g_assert_nonnull (strstr (problem->text, "debit 2428 credit 1121: 400,000"));
}

/* What the rows behind a line add, row after row. */
static char *
list_rows (SheafBook            *book,
           const SheafStatement *statement,
           const char           *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatementRows) rows =
      sheaf_statement_rows_open (book, statement, line, SHEAF_STATEMENT_CURRENT, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  SheafStatementRow row;

  g_assert_no_error (error);
  while (sheaf_statement_rows_next (rows, &row, &error))
    g_string_append_printf (text, "%d ", (int) (row.amount.units / 1000000));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A payment that settled two debts stands behind two lines, each with its part; one that was taken
 * back stands there with what took it back. */
static void
test_looked_through (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) direct = NULL;
  g_autofree char *investing = NULL;
  g_autofree char *suppliers = NULL;
  g_autoptr (GError) error = NULL;
  gint64 paid;

  sample_post (book, "2025-01-02", "1121", "4111:TV1", 500000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-02-01", "2111", "331:NCC1", 60000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-02-02", "152", "331:NCC1", 10000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-01", "331:NCC1", "1121", 65000000, SHEAF_SCOPE_NONE);
  paid = sample_post (book, "2025-04-01", "331:NCC1", "1121", 5000000, SHEAF_SCOPE_NONE);
  sheaf_voucher_reverse (book, paid, sample_day ("2025-04-02"), "Nhầm", NULL, &error);
  g_assert_no_error (error);
  check_year (book, 2025);
  direct = compute (book, "cash-flow-direct", 2025);
  g_assert_cmpint (figure (direct, "21"), ==, -60000000);
  g_assert_cmpint (figure (direct, "02"), ==, -5000000);
  investing = list_rows (book, direct, "21");
  suppliers = list_rows (book, direct, "02");
  g_assert_cmpstr (investing, ==, "-60 ");
  g_assert_cmpstr (suppliers, ==, "-5 -5 5 ");
}

/* An entry and the one that takes it back come to nothing, and are both there to be seen. */
static void
test_nothing_left (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) direct = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 paid;

  sample_post (book, "2025-01-02", "1121", "4111:TV1", 500000000, SHEAF_SCOPE_NONE);
  paid = sample_post (book, "2025-04-01", "642", "1121", 5000000, SHEAF_SCOPE_NONE);
  sheaf_voucher_reverse (book, paid, sample_day ("2025-04-02"), "Nhầm", NULL, &error);
  g_assert_no_error (error);
  direct = compute (book, "cash-flow-direct", 2025);
  g_assert_cmpint (figure (direct, "02"), ==, 0);
  rows = list_rows (book, direct, "02");
  g_assert_cmpstr (rows, ==, "-5 5 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-flow/both-methods-come-to-the-change-of-cash", test_worked);
  g_test_add_func ("/cash-flow/what-moves-no-money-stands-in-no-line", test_without_money);
  g_test_add_func ("/cash-flow/a-pair-without-a-line-is-told", test_uncovered);
  g_test_add_func ("/cash-flow/payments-are-looked-through-row-by-row", test_looked_through);
  g_test_add_func ("/cash-flow/a-pair-that-comes-to-nothing-shows-its-rows", test_nothing_left);
  return g_test_run ();
}
