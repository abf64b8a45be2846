/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of reports, kept in memory. */
#include "reports/cell.h"
#include "reports/collected.h"

#include <string.h>

static const char *const words[] = { "a", "b" };

static void
write_rows (SheafReportSink *sink,
            guint            n_rows)
{
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("test");
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("one");
  SheafCellTerm term = { -1, 0, 1 };
  g_autoptr (GError) error = NULL;

  sheaf_report_column_add (head->columns, "text", NULL, "Text", NULL, SHEAF_CELL_TEXT, 3);
  sheaf_report_column_add (head->columns, "amount", "Sums", "Amount", "1", SHEAF_CELL_MONEY, 2);
  g_assert_true (sheaf_report_sink_head (sink, head, &error));
  g_assert_true (sheaf_report_sink_section (sink, section, &error));
  for (guint i = 0; i < n_rows; i++)
    {
      SheafCell      cells[2] = { { 0 } };
      SheafReportRow row = { .cells = cells, .line = "10", .voucher_id = i };
      char           text[2];

      g_strlcpy (text, words[i % 2], sizeof text); /* the writer's own, gone after the row */
      sheaf_cell_set_text (&cells[0], text);
      sheaf_cell_set_number (&cells[1], 100 * (gint64) i);
      cells[1].terms = &term;
      cells[1].n_terms = 1;
      g_assert_true (sheaf_report_sink_row (sink, &row, &error));
    }
  g_assert_true (sheaf_report_sink_finish (sink, &error));
  g_assert_no_error (error);
}

static void
test_collected_copies (void)
{
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  g_autoptr (SheafCollected) collected = NULL;
  const SheafCollectedSection *section;

  write_rows (sink, 3);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  g_assert_cmpuint (collected->n_rows, ==, 3);
  g_assert_false (collected->cut);
  g_assert_cmpuint (collected->head->columns->len, ==, 2);
  section = collected->sections->pdata[0];
  g_assert_cmpstr (section->section->name, ==, "one");
  for (guint i = 0; i < 3; i++)
    {
      const SheafReportRow *row = section->rows->pdata[i];

      g_assert_cmpstr (row->cells[0].text, ==, words[i % 2]);
      g_assert_cmpint (row->cells[1].number, ==, 100 * (gint64) i);
      g_assert_cmpint (row->cells[1].terms[0].sign, ==, -1);
      g_assert_cmpstr (row->line, ==, "10");
      g_assert_cmpint (row->voucher_id, ==, i);
    }
}

static void
test_limit_tells_that_rows_are_left_out (void)
{
  SheafReportSink *sink = sheaf_collected_sink_new (2);
  g_autoptr (SheafCollected) collected = NULL;

  write_rows (sink, 3);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  g_assert_cmpuint (collected->n_rows, ==, 2);
  g_assert_true (collected->cut);
}

static void
expect_shown (SheafCellKind kind,
              gint64        number,
              const char   *language,
              const char   *shown)
{
  SheafCell        cell = { .state = SHEAF_CELL_FILLED, .number = number };
  g_autofree char *text = sheaf_cell_format (&cell, kind, NULL, language);

  g_assert_cmpstr (text, ==, shown);
}

/* Figures of a column stand under each other; the sign of per cent belongs into the parentheses. */
static void
test_rates_are_shown_evenly (void)
{
  expect_shown (SHEAF_CELL_RATE, 58500, "vi", "5,85%");
  expect_shown (SHEAF_CELL_RATE, 38000, "vi", "3,80%");
  expect_shown (SHEAF_CELL_RATE, -36000, "vi", "(3,60%)");
  expect_shown (SHEAF_CELL_RATE, -250000, "en", "(25%)");
  expect_shown (SHEAF_CELL_RATE, -250000, "fr", "(25\u00a0%)");
  expect_shown (SHEAF_CELL_RATIO, 7700000, "vi", "7,70");
  expect_shown (SHEAF_CELL_RATIO, 7000000, "vi", "7");
  expect_shown (SHEAF_CELL_PRICE, 1500500000, "vi", "1.500,50");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/collected-rows-are-copies", test_collected_copies);
  g_test_add_func ("/report/a-limit-tells-that-rows-are-left-out",
                   test_limit_tells_that_rows_are_left_out);
  g_test_add_func ("/report/rates-are-shown-evenly", test_rates_are_shown_evenly);
  return g_test_run ();
}
