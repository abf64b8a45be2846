/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of statements: lines that are made of others carry them, so that a sheet can add up. */
#include "reports/statement-report-private.h"

enum
{
  LABEL,
  CODE,
  NOTE,
  CURRENT,
  PREVIOUS,
  N_CELLS,
};

/* A form's lines on their way to a sink. */
typedef struct
{
  const SheafStatement *statement;
  SheafFormLanguage     language;
  guint                *rows; /* of each line: its row in the section; n: left out */
  guint                 n;
} Writer;

static const SheafStatementLine *
line_at (const SheafStatement *statement,
         guint                 i)
{
  return &g_array_index (statement->lines, SheafStatementLine, i);
}

static gboolean
is_empty (const SheafStatementLine *line)
{
  return line->current.units == 0 && line->previous.units == 0 && line->increase.units == 0 &&
         line->decrease.units == 0;
}

/* A heading stands over the lines up to the next heading or a line further left. */
static gboolean
heads_nothing (const SheafStatement *statement,
               guint                 at)
{
  guint indent = line_at (statement, at)->form->indent;

  for (guint i = at + 1; i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = line_at (statement, i);

      if (line->form->line == NULL || line->form->indent < indent)
        return TRUE;
      if (!is_empty (line))
        return FALSE;
    }
  return TRUE;
}

static guint *
place_lines (const SheafStatement *statement,
             gboolean              hide_empty)
{
  guint  n = statement->lines->len, at = 0;
  guint *rows = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const SheafStatementLine *line = line_at (statement, i);
      gboolean                  empty;

      empty = line->form->line == NULL ? heads_nothing (statement, i) : is_empty (line);

      rows[i] = hide_empty && empty ? n : at++;
    }
  return rows;
}

/* The lines that a line is the sum of; none where it also names accounts. A line left out holds
 * nothing. */
static GArray *
find_terms (const Writer        *writer,
            const SheafFormLine *form,
            guint                column)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (SheafCellTerm));

  for (guint i = 0; form->rule != NULL && i < form->rule->terms->len; i++)
    {
      const SheafRuleTerm *term = form->rule->terms->pdata[i];
      SheafCellTerm        cell = { term->sign, 0, column };
      guint                other = 0;

      if (term->function != SHEAF_RULE_LINE ||
          sheaf_form_find_line (writer->statement->form, term->line, &other) == NULL)
        return NULL;
      cell.row = writer->rows[other];
      if (cell.row != writer->n)
        g_array_append_val (terms, cell);
    }
  return terms->len == 0 ? NULL : g_steal_pointer (&terms);
}

static void
set_figure (SheafCell    *cell,
            SheafMoney    amount,
            const GArray *terms)
{
  sheaf_cell_set_number (cell, amount.units);
  if (terms == NULL)
    return;
  cell->terms = (const SheafCellTerm *) (const void *) terms->data;
  cell->n_terms = terms->len;
}

static gboolean
write_line (const Writer    *writer,
            guint            index,
            SheafReportSink *sink,
            GError         **error)
{
  const SheafStatement     *statement = writer->statement;
  const SheafStatementLine *line = line_at (statement, index);
  const SheafFormLine      *form = line->form;
  gboolean                  movement = statement->form->kind == SHEAF_FORM_MOVEMENT;
  SheafMoney                amounts[] = { line->previous, line->increase,
                                          line->decrease, line->current };
  SheafCell                 cells[N_CELLS] = { { 0 } };
  SheafReportRow            row = { .kind = SHEAF_ROW_KIND_LINE,
                                    .bold = form->style != SHEAF_FORM_NORMAL,
                                    .indent = form->indent,
                                    .cells = cells,
                                    .line = form->line };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  sheaf_cell_set_text (&cells[LABEL], form->labels[writer->language]);
  if (form->line == NULL)
    {
      row.kind = SHEAF_ROW_KIND_HEADING;
      return sheaf_report_sink_row (sink, &row, error);
    }
  for (guint i = movement ? CODE : CURRENT; i < N_CELLS; i++)
    {
      gboolean printed = !movement && i == PREVIOUS &&
                         statement->previous_from != SHEAF_STATEMENT_PREVIOUS_BOOK;
      GArray *terms = printed ? NULL : find_terms (writer, form, i);

      if (terms != NULL)
        {
          g_ptr_array_add (kept, terms);
          row.kind = SHEAF_ROW_KIND_SUBTOTAL;
        }
      if (movement)
        set_figure (&cells[i], amounts[i - CODE], terms);
      else if (i == CURRENT || line->previous_known)
        set_figure (&cells[i], i == CURRENT ? line->current : line->previous, terms);
    }
  if (!movement)
    {
      sheaf_cell_set_text (&cells[CODE], form->line);
      sheaf_cell_set_text (&cells[NOTE], form->note);
    }
  if (form->memo)
    row.kind = SHEAF_ROW_KIND_SUBTOTAL;
  return sheaf_report_sink_row (sink, &row, error);
}

gboolean
sheaf_statement_report_lines (const SheafStatement *statement,
                              const char           *language,
                              gboolean              hide_empty,
                              SheafReportSink      *sink,
                              GError              **error)
{
  g_autofree guint *rows = place_lines (statement, hide_empty);
  guint             n = statement->lines->len;
  Writer            writer = { statement, sheaf_form_language (language), rows, n };

  for (guint i = 0; i < writer.n; i++)
    if (rows[i] != writer.n && !write_line (&writer, i, sink, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_account (const char       *code,
               const char       *name,
               const SheafMoney *amounts,
               const char       *currency,
               SheafReportRow   *row,
               gboolean          sum,
               SheafReportSink  *sink,
               GError          **error)
{
  SheafCell cells[2 + SHEAF_BALANCE_AMOUNTS] = { { 0 } };

  row->cells = cells;
  sheaf_cell_set_text (&cells[0], code);
  sheaf_cell_set_text (&cells[1], name);
  for (guint i = 0; amounts != NULL && i < SHEAF_BALANCE_AMOUNTS; i++)
    {
      sheaf_cell_set_number (&cells[2 + i], amounts[i].units);
      cells[2 + i].sum = sum;
      g_strlcpy (cells[2 + i].currency, currency, sizeof cells[2 + i].currency);
    }
  return sheaf_report_sink_row (sink, row, error);
}

/* The accounts inside or outside the balance. */
static gboolean
write_accounts (const SheafStatement *statement,
                SheafFormLanguage     language,
                gboolean              off_balance,
                SheafReportSink      *sink,
                GError              **error)
{
  for (guint i = 0; i < statement->balance->rows->len; i++)
    {
      const SheafBalanceRow *account = statement->balance->rows->pdata[i];
      SheafReportRow         row = { .account_id = account->account_id, .line = account->code };
      g_autofree char       *name = sheaf_balance_row_name (account, language);

      if (account->off_balance != off_balance)
        continue;
      if (account->level < statement->form->level && !account->postable)
        row.kind = SHEAF_ROW_KIND_SUBTOTAL;
      if (!write_account (account->code, name, account->amounts, account->currency, &row, FALSE,
                          sink, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_off_balance (const SheafBalance *balance)
{
  for (guint i = 0; i < balance->rows->len; i++)
    if (((const SheafBalanceRow *) balance->rows->pdata[i])->off_balance)
      return TRUE;
  return FALSE;
}

gboolean
sheaf_statement_report_accounts (const SheafStatement *statement,
                                 const char           *language,
                                 SheafReportSink      *sink,
                                 GError              **error)
{
  g_autofree char  *total = sheaf_statement_text (statement, "total", language);
  g_autofree char  *outside = sheaf_statement_text (statement, "off_balance", language);
  SheafReportRow    sum = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE };
  SheafReportRow    heading = { .kind = SHEAF_ROW_KIND_HEADING, .bold = TRUE };
  SheafFormLanguage labels = sheaf_form_language (language);

  if (!write_accounts (statement, labels, FALSE, sink, error) ||
      !write_account ("", total, statement->balance->total, "", &sum, TRUE, sink, error))
    return FALSE;
  return !has_off_balance (statement->balance) ||
         (write_account ("", outside, NULL, "", &heading, FALSE, sink, error) &&
          write_accounts (statement, labels, TRUE, sink, error));
}
