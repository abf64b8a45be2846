/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Main lines of the statements over the years, with the change in money and per cent. */
#include "reports/list-ratios.h"
#include "reports/list-writer.h"
#include "statements/trend.h"

/* Item, code, then for each year its amount, and from the second on change and per cent. */
#define MOST_CELLS (2 + 3 * SHEAF_TREND_YEARS)

/* A year's columns stand under it. */
static GPtrArray *
make_columns (const SheafListWriter *writer,
              const SheafTrend      *trend)
{
  GPtrArray       *columns = sheaf_report_columns_new ();
  g_autofree char *item = sheaf_list_text (writer, "item", NULL);
  g_autofree char *line = sheaf_list_text (writer, "line", NULL);
  g_autofree char *amount = sheaf_list_text (writer, "amount", NULL);
  g_autofree char *change = sheaf_list_text (writer, "change", NULL);
  g_autofree char *percent = sheaf_list_text (writer, "percent", NULL);

  sheaf_report_column_add (columns, "item", NULL, item, NULL, SHEAF_CELL_TEXT, 44);
  sheaf_report_column_add (columns, "line", NULL, line, NULL, SHEAF_CELL_TEXT, 6);
  for (guint i = 0; i < trend->n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", trend->years[i]);
      g_autofree char *change_key = g_strdup_printf ("%d_change", trend->years[i]);
      g_autofree char *percent_key = g_strdup_printf ("%d_percent", trend->years[i]);

      sheaf_report_column_add (columns, year, year, amount, NULL, SHEAF_CELL_MONEY, 17);
      if (i == 0)
        continue;
      sheaf_report_column_add (columns, change_key, year, change, NULL, SHEAF_CELL_MONEY, 16);
      sheaf_report_column_add (columns, percent_key, year, percent, NULL, SHEAF_CELL_RATE, 9);
    }
  return columns;
}

/* What a balance sheet's reader looks at first: no parts of lines, no "of which". */
static gboolean
is_main (const SheafTrend    *trend,
         const SheafFormLine *form)
{
  guint deepest = trend->form->previous == SHEAF_FORM_PREVIOUS_OPENING ? 1 : 0;

  return form->line != NULL && !form->memo && form->indent <= deepest;
}

static gboolean
write_line (SheafListWriter      *writer,
            const SheafTrend     *trend,
            const SheafTrendLine *line,
            guint                 row_at,
            GError              **error)
{
  SheafCell      cells[MOST_CELLS] = { { 0 } };
  SheafCellTerm  terms[SHEAF_TREND_YEARS][2] = { { { 0 } } };
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_SUBTOTAL,
                         .bold = line->form->style == SHEAF_FORM_BOLD,
                         .indent = line->form->indent,
                         .cells = cells,
                         .line = line->form->line };
  guint          at = 2;

  sheaf_cell_set_text (&cells[0], line->form->labels[sheaf_form_language (writer->language)]);
  sheaf_cell_set_text (&cells[1], line->form->line);
  for (guint i = 0; i < trend->n_years; i++)
    {
      const SheafRatioFigure *now = &line->figures[i];
      const SheafRatioFigure *before = i > 0 ? &line->figures[i - 1] : NULL;
      guint                   amount_at = at++;
      gint64                  percent;

      if (now->state == SHEAF_RATIO_KNOWN)
        sheaf_cell_set_number (&cells[amount_at], now->amount.units);
      else
        sheaf_cell_cross (&cells[amount_at]);
      if (before == NULL)
        continue;
      if (now->state == SHEAF_RATIO_KNOWN && before->state == SHEAF_RATIO_KNOWN)
        {
          sheaf_cell_set_number (&cells[at], sheaf_money_sub (now->amount, before->amount).units);
          terms[i][0] = (SheafCellTerm){ 1, row_at, amount_at };
          terms[i][1] = (SheafCellTerm){ -1, row_at, i == 1 ? 2 : amount_at - 3 };
          cells[at].terms = terms[i];
          cells[at].n_terms = 2;
        }
      at++;
      if (sheaf_trend_change (before, now, &percent))
        sheaf_cell_set_number (&cells[at], percent / 100 * 100); /* per cent with two decimals */
      else
        sheaf_cell_cross (&cells[at]);
      at++;
    }
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_form (SheafListWriter  *writer,
            const SheafTrend *trend,
            GError          **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (trend->form->code);
  guint at = 0;

  section->title = sheaf_form_text (trend->form, "title", writer->language);
  section->columns = make_columns (writer, trend);
  if (!sheaf_report_sink_section (writer->sink, section, error))
    return FALSE;
  for (guint i = 0; i < trend->lines->len; i++)
    {
      const SheafTrendLine *line = &g_array_index (trend->lines, SheafTrendLine, i);

      if (is_main (trend, line->form) && !write_line (writer, trend, line, at++, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_list_trends_write (const SheafReport         *report,
                         SheafBook                 *book,
                         const SheafReportQuestion *question,
                         SheafReportSink           *sink,
                         GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (SheafTrend) position = NULL;
  g_autoptr (SheafTrend) results = NULL;
  int year;

  if (!sheaf_list_year (book, question, &year, error))
    return FALSE;
  position = sheaf_trend_compute (book, "B01-HTX", year, error);
  results = position != NULL ? sheaf_trend_compute (book, "B02-HTX", year, error) : NULL;
  if (results == NULL ||
      !sheaf_list_writer_init (&writer, book, report->code, question, sink,
                               sheaf_book_year_start (book, year),
                               sheaf_book_year_end (book, year), error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = make_columns (&writer, position);
  return sheaf_report_sink_head (sink, writer.head, error) &&
         write_form (&writer, position, error) && write_form (&writer, results, error) &&
         sheaf_report_sink_finish (sink, error);
}
