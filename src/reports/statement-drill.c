/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows behind a figure, one after the other into a sink. */
#include "reports/statement-drill.h"

#include "reports/statement-report.h"
#include "reports/words.h"
#include "statements/words.h"

enum
{
  ACCOUNT,
  DAY,
  NUMBER,
  DESCRIPTION,
  DEBIT,
  CREDIT,
  AMOUNT,
  N_CELLS,
};

static char *
replace (const char *text,
         const char *mark,
         const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);

  return g_strjoinv (value, parts);
}

static SheafReportHead *
make_head (SheafBook                 *book,
           const SheafStatement      *statement,
           const SheafStatementDrill *drill,
           const char                *language,
           GError                   **error)
{
  static const char *const   KEYS[] = { "account", "date", "number", "description",
                                        "debit", "credit", "amount" };
  static const guint         WEIGHTS[] = { 9, 11, 11, 40, 9, 9, 17 };
  static const SheafCellKind KINDS[] = { SHEAF_CELL_TEXT, SHEAF_CELL_DAY, SHEAF_CELL_TEXT,
                                         SHEAF_CELL_TEXT, SHEAF_CELL_TEXT, SHEAF_CELL_TEXT,
                                         SHEAF_CELL_MONEY };
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, "words", error);
  g_auto (GStrv) headings = NULL;
  g_autofree char *title = NULL;
  g_autofree char *form = NULL;
  SheafReportHead *head;

  if (words == NULL)
    return NULL;
  headings = sheaf_words_list (words, "rows_columns", language);
  title = sheaf_words_text (words, "rows_title", language);
  form = replace (title == NULL ? "" : title, "{form}", statement->form->code);
  head = sheaf_report_head_new ("rows");
  head->title = replace (form, "{line}", drill->line);
  head->unit = sheaf_statement_text (statement, "unit", language);
  g_strfreev (head->header);
  head->header = sheaf_statement_list (statement, "header", language);
  head->from = statement->from;
  head->to = statement->to;
  for (guint i = 0; i < N_CELLS; i++)
    sheaf_statement_report_column (head->columns, KEYS[i], headings, NULL, KINDS[i], WEIGHTS[i]);
  return head;
}

/* Opening balances and off-balance rows stand against an account that people never see. */
static const char *
code_of (const SheafChart *chart,
         gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  return account == NULL || account->hidden ? "" : account->code;
}

static gboolean
write_row (const SheafChart        *chart,
           const SheafStatementRow *row,
           SheafReportSink         *sink,
           GError                 **error)
{
  SheafCell      cells[N_CELLS] = { { 0 } };
  SheafReportRow line = { .cells = cells, .account_id = row->account_id };

  sheaf_cell_set_text (&cells[ACCOUNT], code_of (chart, row->account_id));
  sheaf_cell_set_text (&cells[DESCRIPTION], row->text);
  sheaf_cell_set_number (&cells[AMOUNT], row->amount.units);
  if (row->row != NULL)
    {
      line.voucher_id = row->row->voucher_id;
      sheaf_cell_set_day (&cells[DAY], row->row->date);
      sheaf_cell_set_text (&cells[NUMBER], row->row->number);
      sheaf_cell_set_text (&cells[DEBIT], code_of (chart, row->row->debit_id));
      sheaf_cell_set_text (&cells[CREDIT], code_of (chart, row->row->credit_id));
    }
  return sheaf_report_sink_row (sink, &line, error);
}

static gboolean
write_rows (SheafBook          *book,
            SheafStatementRows *rows,
            SheafReportSink    *sink,
            GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GError) inner = NULL;
  SheafStatementRow row;

  while (chart != NULL && inner == NULL && sheaf_statement_rows_next (rows, &row, &inner))
    (void) write_row (chart, &row, sink, &inner); /* the loop ends on the error */
  if (inner == NULL)
    return chart != NULL;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

static gboolean
write_total (SheafBook            *book,
             const SheafStatement *statement,
             SheafMoney            figure,
             const char           *language,
             SheafReportSink      *sink,
             GError              **error)
{
  g_autofree char *total = sheaf_statement_report_word (book, "rows_total", language,
                                                        statement->from, statement->to);
  SheafCell        cells[N_CELLS] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[DESCRIPTION], total);
  sheaf_cell_set_number (&cells[AMOUNT], figure.units);
  cells[AMOUNT].sum = TRUE;
  return sheaf_report_sink_row (sink, &row, error);
}

gboolean
sheaf_statement_drill_write (SheafBook                 *book,
                             const SheafStatementDrill *drill,
                             SheafReportSink           *sink,
                             GError                   **error)
{
  const char *language = drill->language != NULL ? drill->language : "vi";
  g_autoptr (SheafStatement) statement =
      sheaf_statement_compute (book, drill->form, drill->year, drill->to, error);
  g_autoptr (SheafStatementRows) rows = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("");

  if (statement == NULL)
    return FALSE;
  rows = sheaf_statement_rows_open (book, statement, drill->line, drill->column, error);
  head = rows == NULL ? NULL : make_head (book, statement, drill, language, error);
  return head != NULL && sheaf_report_sink_head (sink, head, error) &&
         sheaf_report_sink_section (sink, section, error) &&
         write_rows (book, rows, sink, error) &&
         write_total (book, statement, sheaf_statement_rows_figure (rows), language, sink, error) &&
         sheaf_report_sink_finish (sink, error);
}
