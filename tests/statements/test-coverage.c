/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a statement would leave out is told with the account's number. */
#include "statements/sample.h"

#include "helpers/ledger.h"
#include "ledger/chart.h"
#include "statements/statement.h"
#include "statements/verify.h"

/* The first problem that has the words, or NULL. */
static const char *
find_problem (const SheafStatement *statement,
              const char           *words)
{
  for (guint i = 0; i < statement->problems->items->len; i++)
    {
      const SheafProblem *problem = statement->problems->items->pdata[i];

      if (strstr (problem->text, words) != NULL)
        return problem->text;
    }
  return NULL;
}

static SheafStatement *
compute (SheafBook  *book,
         const char *form)
{
  g_autoptr (GError) error = NULL;
  SheafStatement *statement = sheaf_statement_compute (book, form, 2025, SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  return statement;
}

static gint64
figure (const SheafStatement *statement,
        const char           *line)
{
  return sheaf_statement_find_line (statement, line)->current.units;
}

static void
test_credit_cash (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) statement = NULL;

  sample_post (book, "2025-03-01", "152", "1111", 500000, SHEAF_SCOPE_NONE);
  statement = compute (book, "B01-HTX");
  g_assert_nonnull (find_problem (statement, "account 111: 500,000 of its credit balance"));
  g_assert_nonnull (find_problem (statement, "B01-HTX: L(200) = L(500) does not hold"));
  g_assert_cmpuint (statement->problems->errors, ==, 2);
}

static void
test_account_without_line (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  SheafAccount account = { .code = (char *) "2149", .name = (char *) "Hao mòn khác" };
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  sheaf_account_insert (book, &account, "214", NULL, &error);
  g_assert_no_error (error);
  sample_post (book, "2025-03-01", "642", "2149", 700000, SHEAF_SCOPE_NONE);
  statement = compute (book, "B01-HTX");
  g_assert_nonnull (find_problem (statement, "account 2149: 700,000 of its credit balance"));
  g_assert_null (find_problem (statement, "account 214:"));
  g_assert_cmpuint (statement->problems->errors, ==, 2);
}

static void
test_detail_account_is_covered (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  SheafAccount account = { .code = (char *) "1561", .name = (char *) "Cỏ ngọt khô" };
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  sheaf_account_insert (book, &account, "156", NULL, &error);
  g_assert_no_error (error);
  sample_post (book, "2025-03-01", "1561", "331:NCC1", 900000, SHEAF_SCOPE_NONE);
  statement = compute (book, "B01-HTX");
  g_assert_cmpuint (statement->problems->items->len, ==, 0);
  g_assert_cmpint (figure (statement, "140"), ==, 900000);
}

/* Candidates that the official list leaves open have their lines. */
static void
test_unusual_sides (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) statement = NULL;

  sample_post (book, "2025-03-01", "1111", "4111:TV1", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "335", "1111", 100, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "3531", "1111", 200, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "3334", "1111", 400, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "334:TV1", "1111", 800, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "1111", "334:TV2", 1600, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "1111", "141:TV2", 3200, SHEAF_SCOPE_NONE);
  statement = compute (book, "B01-HTX");
  g_assert_cmpuint (statement->problems->items->len, ==, 0);
  g_assert_cmpint (figure (statement, "170"), ==, 700);
  g_assert_cmpint (figure (statement, "130"), ==, 800);
  g_assert_cmpint (figure (statement, "340"), ==, 1600);
  g_assert_cmpint (figure (statement, "360"), ==, 3200);
}

/* Receivables and payables of one unit are set off; those of two units are not. */
static void
test_units_are_set_off (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) statement = NULL;

  sample_post (book, "2025-03-01", "1111", "4111:TV1", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "1361:DV1", "1111", 5000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "1111", "3368:DV1", 2000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-02", "1111", "3368:NCC1", 300, SHEAF_SCOPE_NONE);
  statement = compute (book, "B01-HTX");
  g_assert_cmpuint (statement->problems->items->len, ==, 0);
  g_assert_cmpint (figure (statement, "130"), ==, 3000);
  g_assert_cmpint (figure (statement, "360"), ==, 300);
}

/* Turnover stays when revenue is taken back by an entry the other way round. */
static void
test_revenue_taken_back (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = NULL;

  sample_post (book, "2025-07-01", "5112", "131:KH1", 600000, SHEAF_SCOPE_NONE);
  statement = compute (book, "B02-HTX");
  g_assert_nonnull (find_problem (statement, "debit 5112 credit 131: 600,000 has no line"));
  g_assert_nonnull (find_problem (statement, "L(60) = XT(Dr 911, Cr 421)"));
  g_assert_cmpuint (statement->problems->errors, ==, 2);
}

static void
test_tax_on_revenue (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = NULL;

  sample_post (book, "2025-07-01", "5112", "3331", 600000, SHEAF_SCOPE_NONE);
  statement = compute (book, "B02-HTX");
  g_assert_cmpuint (statement->problems->items->len, ==, 0);
  g_assert_cmpint (figure (statement, "02a"), ==, 5600000);
  g_assert_cmpint (figure (statement, "60"), ==, 23900000);
}

static void
test_loss (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafStatement) results = NULL;
  g_autoptr (SheafStatement) position = NULL;

  sample_post (book, "2025-01-02", "1111", "4111:TV1", 9000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-01", "658", "1111", 1000000, SHEAF_SCOPE_NONE);
  results = compute (book, "B02-HTX");
  position = compute (book, "B01-HTX");
  g_assert_cmpuint (results->problems->items->len + position->problems->items->len, ==, 0);
  g_assert_cmpint (figure (results, "60"), ==, -1000000);
  g_assert_cmpint (figure (position, "420"), ==, -1000000);
  g_assert_cmpint (figure (position, "500"), ==, 8000000);
}

/* What an open year still can put right is a warning, a closed one's fault an error. */
static void
test_checks (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (SheafProblems) open = sheaf_problems_new ();
  g_autoptr (SheafProblems) closed = sheaf_problems_new ();

  sample_post (book, "2025-03-01", "152", "1111", 500000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-03-01", "658", "1111", 1000, SHEAF_SCOPE_NONE);
  g_assert_true (sheaf_statements_checks[0].run (book, open, NULL));
  g_assert_cmpuint (open->warnings, ==, 2);
  g_assert_cmpuint (open->errors, ==, 0);
  sample_close (book, 2025);
  g_assert_true (sheaf_statements_checks[0].run (book, closed, NULL));
  g_assert_cmpuint (closed->errors, ==, 2);
}

/* A deduction that names no side, as books of the first version may hold it, is shown with the
 * external ones until somebody names it. */
static void
test_deductions_without_scope (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafStatement) statement = NULL;

  test_post_unguarded (book, test_voucher (book, "2025-07-01", "521", "1111", 1000, "", ""));
  statement = compute (book, "B02-HTX");
  g_assert_cmpuint (statement->problems->items->len, ==, 0);
  g_assert_cmpint (figure (statement, "02a"), ==, 5001000);
  g_assert_cmpint (figure (statement, "02b"), ==, 1000000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/cash-in-credit-is-named", test_credit_cash);
  g_test_add_func ("/coverage/account-without-a-line-is-named", test_account_without_line);
  g_test_add_func ("/coverage/details-of-an-account-lie-in-its-line",
                   test_detail_account_is_covered);
  g_test_add_func ("/coverage/unusual-sides-have-their-line", test_unusual_sides);
  g_test_add_func ("/coverage/units-are-set-off-one-by-one", test_units_are_set_off);
  g_test_add_func ("/coverage/revenue-taken-back-without-reversal-is-named",
                   test_revenue_taken_back);
  g_test_add_func ("/coverage/tax-taken-off-revenue-is-a-deduction", test_tax_on_revenue);
  g_test_add_func ("/coverage/a-loss-is-negative-on-both-forms", test_loss);
  g_test_add_func ("/coverage/verify-warns-in-an-open-year", test_checks);
  g_test_add_func ("/coverage/deduction-without-scope-is-external", test_deductions_without_scope);
  return g_test_run ();
}
