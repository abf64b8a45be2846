/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements as reports: the same figures, sums that add up, lines without figures left out. */
#include "reports/collected.h"
#include "reports/error.h"
#include "reports/reports.h"
#include "statements/sample.h"
#include "statements/statement.h"

#include <string.h>

static SheafCollected *
collect (SheafBook  *book,
         const char *code,
         int         year,
         gboolean    hide_empty)
{
  SheafReportQuestion question = {
    .year = year, .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE, .hide_empty = hide_empty
  };
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;
  SheafCollected *collected;

  sheaf_reports_write (book, code, &question, sink, &error);
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static const GPtrArray *
rows_of (const SheafCollected *collected)
{
  g_assert_cmpuint (collected->sections->len, ==, 1);
  return ((const SheafCollectedSection *) collected->sections->pdata[0])->rows;
}

/* Every figure with terms is their sum, every sum that of its lines: what a sheet would compute. */
static guint
check_sums (const GPtrArray *rows,
            guint            n_columns)
{
  guint checked = 0;

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        const SheafReportRow *row = rows->pdata[i];
        gint64                sum = 0;

        for (guint k = 0; k < row->cells[j].n_terms; k++)
          {
            const SheafCellTerm  *term = &row->cells[j].terms[k];
            const SheafReportRow *other = rows->pdata[term->row];

            sum += term->sign * other->cells[term->column].number;
          }
        for (guint k = row->sum_from; row->cells[j].sum && k < i; k++)
          if (((const SheafReportRow *) rows->pdata[k])->kind == SHEAF_ROW_KIND_LINE)
            sum += ((const SheafReportRow *) rows->pdata[k])->cells[j].number;
        if (row->cells[j].n_terms == 0 && !row->cells[j].sum)
          continue;
        g_assert_cmpint (row->cells[j].number, ==, sum);
        checked++;
      }
  return checked;
}

static void
test_same_figures (void)
{
  static const char *const CODES[] = { "B01-HTX", "B02-HTX" };
  g_autoptr (SheafBook) book = sample_worked ();

  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    {
      g_autoptr (SheafCollected) collected = collect (book, CODES[i], 2025, FALSE);
      g_autoptr (SheafStatement) statement =
          sheaf_statement_compute (book, CODES[i], 2025, SHEAF_DATE_NONE, NULL);
      const GPtrArray *rows = rows_of (collected);

      g_assert_cmpuint (rows->len, ==, statement->lines->len);
      for (guint j = 0; j < rows->len; j++)
        {
          const SheafReportRow     *row = rows->pdata[j];
          const SheafStatementLine *line =
              &g_array_index (statement->lines, SheafStatementLine, j);

          g_assert_cmpstr (row->line, ==, line->form->line);
          g_assert_cmpint (row->cells[3].number, ==, line->current.units);
          g_assert_cmpint (row->cells[4].number, ==, line->previous.units);
        }
      g_assert_cmpuint (check_sums (rows, 5), >, 8);
    }
}

static void
test_empty_lines (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafCollected) whole = collect (book, "B01-HTX", 2025, FALSE);
  g_autoptr (SheafCollected) shown = collect (book, "B01-HTX", 2025, TRUE);
  const GPtrArray *all = rows_of (whole), *rows = rows_of (shown);
  guint            next = 0;

  g_assert_cmpuint (rows->len, <, all->len);
  g_assert_cmpuint (check_sums (rows, 5), >, 8);
  for (guint i = 0; i < all->len; i++)
    {
      const SheafReportRow *row = all->pdata[i];
      const SheafReportRow *kept = next < rows->len ? rows->pdata[next] : NULL;
      gint64                sum = ABS (row->cells[3].number) + ABS (row->cells[4].number);
      gboolean              empty = row->line != NULL && sum == 0;

      if (empty)
        {
          g_assert_true (kept == NULL || g_strcmp0 (kept->line, row->line) != 0);
          continue;
        }
      g_assert_nonnull (kept);
      g_assert_cmpstr (kept->line, ==, row->line); /* codes and numbers stay */
      g_assert_cmpstr (kept->cells[0].text, ==, row->cells[0].text);
      next++;
    }
  g_assert_cmpuint (next, ==, rows->len);
}

static void
test_accounts (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafCollected) collected = collect (book, "F01-HTX", 2025, FALSE);
  const GPtrArray      *rows = rows_of (collected);
  const SheafReportRow *last = rows->pdata[rows->len - 1];

  g_assert_cmpuint (check_sums (rows, 8), ==, 6);
  g_assert_cmpstr (last->line, ==, "003"); /* outside the total, behind it */
  g_assert_cmpstr (((SheafReportColumn *) collected->head->columns->pdata[2])->group, ==,
                   "Số dư đầu kỳ");
}

static void
expect_movement (const GPtrArray *rows,
                 const char      *line,
                 gint64           opening,
                 gint64           increase,
                 gint64           decrease,
                 gint64           closing)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReportRow *row = rows->pdata[i];

      if (g_strcmp0 (row->line, line) != 0)
        continue;
      g_assert_cmpint (row->cells[1].number, ==, opening);
      g_assert_cmpint (row->cells[2].number, ==, increase);
      g_assert_cmpint (row->cells[3].number, ==, decrease);
      g_assert_cmpint (row->cells[4].number, ==, closing);
      return;
    }
  g_assert_not_reached ();
}

static void
test_equity (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafCollected) collected = NULL;
  const GPtrArray *rows;

  sample_post (book, "2025-07-01", "1111", "4111:TV1", 20000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-07-02", "4111:TV2", "1111", 5000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-07-03", "1121", "4421", 7000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-07-04", "4421", "4422", 3000000, SHEAF_SCOPE_NONE);
  collected = collect (book, "F02-HTX", 2025, FALSE);
  rows = rows_of (collected);
  expect_movement (rows, "I", 400000000, 20000000, 5000000, 415000000);
  expect_movement (rows, "I.1", 400000000, 20000000, 5000000, 415000000);
  expect_movement (rows, "II", 90000000, 10000000, 3000000, 97000000);
  expect_movement (rows, "II.1", 0, 7000000, 3000000, 4000000);
  expect_movement (rows, "II.2", 90000000, 3000000, 0, 93000000);
  expect_movement (rows, "IV", 5000000, 24500000, 0, 29500000); /* profit: line 60 of B02 */
  g_assert_cmpuint (check_sums (rows, 5), ==, 8);
}

/* The notes: a section for each text and table, sums that a sheet can make, columns of their
 * own. */
static void
test_notes (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafCollected) whole = collect (book, "B09-HTX", 2025, FALSE);
  g_autoptr (SheafCollected) shown = collect (book, "B09-HTX", 2025, TRUE);
  guint texts = 0, sums = 0;

  for (guint i = 0; i < whole->sections->len; i++)
    {
      const SheafCollectedSection *section = whole->sections->pdata[i];
      guint                        n = section->section->columns->len;

      g_assert_nonnull (section->section->title);
      texts += n == 0;
      if (strcmp (section->section->name, "IV.9") == 0)
        g_assert_cmpuint (n, ==, 5); /* opening, due, paid, closing */
      sums += check_sums (section->rows, n);
    }
  g_assert_cmpuint (texts, ==, 11); /* I, I.1, I.2, II, II.1, II.2, III, IV, IV.13, V, VI */
  g_assert_cmpuint (sums, >, 20);
  g_assert_cmpuint (shown->n_rows, <, whole->n_rows);
}

/* A year that is open, and figures that do not agree, are told above the table. */
static void
test_warnings (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafCollected) open = collect (book, "B01-HTX", 2025, FALSE);
  g_autoptr (SheafCollected) closed = NULL;

  g_assert_cmpuint (g_strv_length (open->head->warnings), ==, 1);
  g_assert_nonnull (strstr (open->head->warnings[0], "2025"));
  sample_close (book, 2025);
  closed = collect (book, "B01-HTX", 2025, FALSE);
  g_assert_cmpuint (g_strv_length (closed->head->warnings), ==, 0);
}

static void
test_withheld (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  SheafReportQuestion question = { .year = 2025, .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  SheafReportSink    *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_reports_write (book, "SFP", &question, sink, &error));
  g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_WITHHELD);
  sheaf_collected_sink_free (sink);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement-report/figures-are-the-statement's", test_same_figures);
  g_test_add_func ("/statement-report/empty-lines-go-and-codes-stay", test_empty_lines);
  g_test_add_func ("/statement-report/trial-balance-adds-up", test_accounts);
  g_test_add_func ("/statement-report/equity-moves-by-account", test_equity);
  g_test_add_func ("/statement-report/notes-have-tables-of-their-own", test_notes);
  g_test_add_func ("/statement-report/an-open-year-is-told", test_warnings);
  g_test_add_func ("/statement-report/forms-of-another-chart-are-withheld", test_withheld);
  return g_test_run ();
}
