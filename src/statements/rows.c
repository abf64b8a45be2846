/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the accounts of a plan one after the other. */
#include "statements/rows.h"

#include "base/i18n.h"
#include "ledger/merge.h"
#include "statements/error.h"
#include "statements/period.h"
#include "statements/rows-private.h"
#include "statements/statement-private.h"
#include "statements/through.h"

struct _SheafStatementRows
{
  SheafBook         *book;
  const SheafMerges *merges;
  SheafFigures      *figures;
  SheafVoucher      *closing;
  gboolean           posted; /* the closing is among the rows */
  gboolean           first;  /* the period begins with the book: openings are rows */
  gboolean           opening_only;
  SheafDate          from;
  SheafDate          to;
  SheafMoney         figure;
  SheafRowsPlan      plan;
  GArray            *through; /* of SheafSettledPart, in the order of rows */

  guint             step;
  guint             next_closing; /* of the closing's rows, once the account's are read */
  gboolean          begun;
  SheafMoney        given; /* by the step under way */
  SheafAccountRows *reading;
  SheafAccountRow   row;
};

static SheafMoney
signed_amount (SheafMoney amount,
               int        sign)
{
  return sign < 0 ? sheaf_money_neg (amount) : sign == 0 ? SHEAF_MONEY_ZERO
                                                         : amount;
}

/* TRUE when a side is the step's account with one of its details. */
static gboolean
is_of_step (const SheafStatementRows *rows,
            const SheafRowsStep      *step,
            gint64                    account_id,
            gint64                    party_id,
            gint64                    item_id)
{
  SheafRowsKey key = { party_id, item_id };

  if (account_id != step->account_id)
    return FALSE;
  if (step->details == NULL)
    return TRUE;
  if (party_id != 0)
    key.first = sheaf_merges_survivor (rows->merges, party_id);
  return g_hash_table_contains (step->details, &key);
}

static SheafMoney
weigh_balance (const SheafStatementRows *rows,
               const SheafRowsStep      *step,
               const SheafAccountRow    *row)
{
  SheafMoney amount = SHEAF_MONEY_ZERO;

  if (row->layer == SHEAF_LAYER_OPENING ? !rows->first
                                        : rows->opening_only || step->opening_only)
    return amount;
  if (is_of_step (rows, step, row->debit_id, row->debit_party_id, row->debit_item_id))
    amount = sheaf_money_add (amount, row->amount);
  if (is_of_step (rows, step, row->credit_id, row->credit_party_id, row->credit_item_id))
    amount = sheaf_money_sub (amount, row->amount);
  return signed_amount (amount, step->sign);
}

static int
pair_sign (const SheafStatementRows *rows,
           gint64                    debit_id,
           gint64                    credit_id)
{
  SheafRowsKey key = { debit_id, credit_id };

  return GPOINTER_TO_INT (g_hash_table_lookup (rows->plan.pairs, &key));
}

static SheafMoney
times (SheafMoney amount,
       int        sign)
{
  return sheaf_money_mul_div (amount, sign, 1, SHEAF_ROUND_HALF_UP);
}

static int
by_row (gconstpointer a,
        gconstpointer b)
{
  const SheafSettledPart *x = a, *y = b;

  return (x->row_id > y->row_id) - (x->row_id < y->row_id);
}

/* What a payment adds where the form looks through it: to the line of what it paid for, off the
 * line of the account that it was posted to. */
static SheafMoney
weigh_through (const SheafStatementRows *rows,
               const SheafAccountRow    *row)
{
  const SheafSettledPart key = { .row_id = row->row_id };
  SheafMoney             sum = SHEAF_MONEY_ZERO;
  guint                  at;

  if (!g_array_binary_search (rows->through, &key, by_row, &at))
    return sum;
  while (at > 0 && g_array_index (rows->through, SheafSettledPart, at - 1).row_id == row->row_id)
    at--;
  for (; at < rows->through->len; at++)
    {
      const SheafSettledPart *part = &g_array_index (rows->through, SheafSettledPart, at);

      if (part->row_id != row->row_id)
        break;
      sum = sheaf_money_add (sum, times (part->amount,
                                         pair_sign (rows, part->origin_id, part->money_id) -
                                             pair_sign (rows, part->settling_id, part->money_id)));
    }
  return sum;
}

/* Closing entries are not rows of a turnover: what they closed is listed by other steps. */
static SheafMoney
weigh_turnover (const SheafStatementRows *rows,
                const SheafRowsStep      *step,
                const SheafAccountRow    *row)
{
  if (row->layer == SHEAF_LAYER_OPENING || row->layer == SHEAF_LAYER_CLOSING ||
      sheaf_rows_source (rows->plan.chart, row->debit_id, row->credit_id) != step->account_id)
    return SHEAF_MONEY_ZERO;
  return sheaf_money_add (times (row->amount, pair_sign (rows, row->debit_id, row->credit_id)),
                          weigh_through (rows, row));
}

static SheafMoney
weigh_closed (const SheafRowsStep   *step,
              const SheafAccountRow *row)
{
  gboolean   net_debit = step->closing->credit_id == step->account_id;
  SheafMoney amount = SHEAF_MONEY_ZERO;

  if (row->layer == SHEAF_LAYER_OPENING || row->layer == SHEAF_LAYER_CLOSING)
    return amount;
  if (step->split && row->scope != SHEAF_SCOPE_NONE && row->scope != step->closing->scope)
    return amount;
  if (row->debit_id == step->account_id)
    amount = sheaf_money_add (amount, row->amount);
  if (row->credit_id == step->account_id)
    amount = sheaf_money_sub (amount, row->amount);
  return signed_amount (amount, net_debit ? step->sign : -step->sign);
}

static SheafMoney
weigh (const SheafStatementRows *rows,
       const SheafRowsStep      *step,
       const SheafAccountRow    *row)
{
  switch (step->kind)
    {
    case SHEAF_ROWS_BALANCE:
      return weigh_balance (rows, step, row);
    case SHEAF_ROWS_TURNOVER:
      return weigh_turnover (rows, step, row);
    case SHEAF_ROWS_CLOSED:
    default:
      return weigh_closed (step, row);
    }
}

/* Entries of a closing that is only computed, on an account whose balance is asked for. */
static gboolean
next_computed (SheafStatementRows  *rows,
               const SheafRowsStep *step,
               SheafStatementRow   *ret_row)
{
  while (!rows->posted && step->kind == SHEAF_ROWS_BALANCE && !rows->opening_only &&
         !step->opening_only &&
         rows->next_closing < rows->closing->rows->len)
    {
      const SheafVoucherRow *entry = rows->closing->rows->pdata[rows->next_closing++];
      SheafMoney             amount = SHEAF_MONEY_ZERO;

      if (is_of_step (rows, step, entry->debit_id, 0, 0))
        amount = sheaf_money_add (amount, entry->amount);
      if (is_of_step (rows, step, entry->credit_id, 0, 0))
        amount = sheaf_money_sub (amount, entry->amount);
      if (amount.units == 0)
        continue;
      *ret_row = (SheafStatementRow){ .kind = SHEAF_STATEMENT_ROW_CLOSING,
                                      .account_id = step->account_id,
                                      .amount = signed_amount (amount, step->sign),
                                      .text = entry->description };
      return TRUE;
    }
  return FALSE;
}

/* A closing entry itself, where it takes the result to equity: posted or only computed. */
static void
give_entry (SheafStatementRows  *rows,
            const SheafRowsStep *step,
            SheafStatementRow   *ret_row)
{
  const SheafVoucherRow *entry = step->closing;
  SheafMoney             amount = signed_amount (entry->amount, step->sign);

  rows->row = (SheafAccountRow){ .voucher_id = rows->closing->id,
                                 .date = rows->closing->date,
                                 .kind = rows->closing->kind,
                                 .layer = SHEAF_LAYER_CLOSING,
                                 .number = rows->closing->number,
                                 .description = entry->description,
                                 .debit_id = entry->debit_id,
                                 .credit_id = entry->credit_id,
                                 .scope = entry->scope,
                                 .amount = entry->amount };
  rows->given = amount;
  *ret_row = (SheafStatementRow){ rows->posted ? SHEAF_STATEMENT_ROW_VOUCHER
                                               : SHEAF_STATEMENT_ROW_CLOSING,
                                  step->account_id, amount, rows->posted ? &rows->row : NULL,
                                  entry->description };
}

/* What a step ends with: computed entries, the part of a shared expense that goes elsewhere. */
static gboolean
next_rest (SheafStatementRows  *rows,
           const SheafRowsStep *step,
           SheafStatementRow   *ret_row)
{
  SheafMoney rest;

  if (step->kind != SHEAF_ROWS_CLOSED)
    return next_computed (rows, step, ret_row);
  rest = sheaf_money_sub (signed_amount (step->closing->amount, step->sign), rows->given);
  if (rest.units == 0)
    return FALSE;
  if (rows->given.units == 0 &&
      sheaf_chart_by_id (rows->plan.chart, step->account_id)->type == SHEAF_ACCOUNT_CLEARING)
    {
      give_entry (rows, step, ret_row);
      return TRUE;
    }
  rows->given = sheaf_money_add (rows->given, rest);
  *ret_row = (SheafStatementRow){ .kind = SHEAF_STATEMENT_ROW_SHARE,
                                  .account_id = step->account_id,
                                  .amount = rest,
                                  .text = _ ("Part of the other side by the key of the closing") };
  return TRUE;
}

static gboolean
begin_step (SheafStatementRows  *rows,
            const SheafRowsStep *step,
            GError             **error)
{
  rows->begun = TRUE;
  rows->given = SHEAF_MONEY_ZERO;
  rows->next_closing = 0;
  rows->reading =
      sheaf_account_rows_open (rows->book, step->account_id, rows->from, rows->to, error);
  return rows->reading != NULL;
}

gboolean
sheaf_statement_rows_next (SheafStatementRows *rows,
                           SheafStatementRow  *ret_row,
                           GError            **error)
{
  for (; rows->step < rows->plan.steps->len; rows->step++)
    {
      const SheafRowsStep *step = rows->plan.steps->pdata[rows->step];
      g_autoptr (GError) inner = NULL;
      gboolean first = !rows->begun;

      if (first && !begin_step (rows, step, error))
        return FALSE;
      if (first && !rows->first && step->opening.units != 0)
        {
          *ret_row = (SheafStatementRow){ .kind = SHEAF_STATEMENT_ROW_OPENING,
                                          .account_id = step->account_id,
                                          .amount = step->opening,
                                          .text = _ ("Balance at the start of the period") };
          return TRUE;
        }
      while (rows->reading != NULL && sheaf_account_rows_next (rows->reading, &rows->row, &inner))
        {
          SheafMoney amount = weigh (rows, step, &rows->row);

          if (amount.units == 0)
            continue;
          rows->given = sheaf_money_add (rows->given, amount);
          *ret_row = (SheafStatementRow){ SHEAF_STATEMENT_ROW_VOUCHER, step->account_id, amount,
                                          &rows->row, rows->row.description };
          return TRUE;
        }
      g_clear_pointer (&rows->reading, sheaf_account_rows_free);
      if (inner != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return FALSE;
        }
      if (next_rest (rows, step, ret_row))
        return TRUE;
      rows->begun = FALSE;
    }
  return FALSE;
}

/* The days whose rows make the figure. The start of a year is the end of the year before. */
static gboolean
choose_period (SheafStatementRows   *rows,
               const SheafStatement *statement,
               SheafStatementColumn  column,
               GError              **error)
{
  int       year = statement->year;
  int       first = sheaf_date_year (sheaf_book_first_day (rows->book));
  SheafDate to = statement->to;
  g_autoptr (SheafTotals) totals = NULL;
  const SheafChart *chart = sheaf_chart_get (rows->book, error);

  rows->merges = chart == NULL ? NULL : sheaf_merges_get (rows->book, error);
  if (rows->merges == NULL)
    return FALSE;
  rows->plan.moment = SHEAF_FIGURES_AT_END;
  if (column == SHEAF_STATEMENT_PREVIOUS && statement->form->kind == SHEAF_FORM_LINES &&
      statement->form->previous == SHEAF_FORM_PREVIOUS_PERIOD)
    {
      year--;
      to = sheaf_statement_day_before (to);
    }
  else if (column == SHEAF_STATEMENT_PREVIOUS && year > first)
    to = sheaf_book_year_end (rows->book, --year);
  else if (column == SHEAF_STATEMENT_PREVIOUS)
    {
      rows->plan.moment = SHEAF_FIGURES_AT_START;
      rows->opening_only = TRUE;
    }
  rows->first = year == first;
  rows->from = sheaf_book_year_start (rows->book, year);
  rows->to = to;
  totals = sheaf_period_load (rows->book, year, to, &rows->closing, &rows->posted, error);
  rows->through =
      totals == NULL ? NULL : sheaf_through_apply (rows->book, statement->form, totals, error);
  if (rows->through == NULL)
    return FALSE;
  g_array_sort (rows->through, by_row);
  rows->figures = sheaf_figures_new (chart, g_steal_pointer (&totals));
  rows->plan.chart = chart;
  rows->plan.figures = rows->figures;
  rows->plan.statement = statement;
  rows->plan.column = column;
  rows->plan.closing = rows->closing;
  return TRUE;
}

static SheafMoney
account_figure (const SheafStatement *statement,
                const char           *code,
                SheafStatementColumn  column)
{
  for (guint i = 0; i < statement->balance->rows->len; i++)
    {
      const SheafBalanceRow *row = statement->balance->rows->pdata[i];
      guint                  side = SHEAF_BALANCE_CLOSING_DEBIT;

      if (column == SHEAF_STATEMENT_PREVIOUS)
        side = SHEAF_BALANCE_OPENING_DEBIT;
      if (g_str_equal (row->code, code))
        return sheaf_money_sub (row->amounts[side], row->amounts[side + 1]);
    }
  return SHEAF_MONEY_ZERO;
}

static SheafMoney
find_figure (const SheafStatement     *statement,
             const SheafStatementLine *line,
             const char               *code,
             SheafStatementColumn      column)
{
  if (line == NULL)
    return account_figure (statement, code, column);
  switch (column)
    {
    case SHEAF_STATEMENT_PREVIOUS:
      return line->previous;
    case SHEAF_STATEMENT_INCREASE:
      return line->increase;
    case SHEAF_STATEMENT_DECREASE:
      return line->decrease;
    case SHEAF_STATEMENT_CURRENT:
    default:
      return line->current;
    }
}

static gboolean
check_question (SheafBook            *book,
                const SheafStatement *statement,
                const char           *line,
                SheafStatementColumn  column,
                GError              **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  gboolean          accounts = statement->form->kind == SHEAF_FORM_ACCOUNTS;

  if (chart == NULL)
    return FALSE;
  if (accounts ? sheaf_chart_by_code (chart, line) == NULL
               : sheaf_statement_find_line (statement, line) == NULL)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s has no line %s, give the code printed on the form"),
                   statement->form->code, line);
      return FALSE;
    }
  if (column > SHEAF_STATEMENT_PREVIOUS && statement->form->kind != SHEAF_FORM_MOVEMENT)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s has no columns of increase and decrease: ask for current or previous"),
                   statement->form->code);
      return FALSE;
    }
  if (column != SHEAF_STATEMENT_PREVIOUS ||
      statement->previous_from == SHEAF_STATEMENT_PREVIOUS_BOOK)
    return TRUE;
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
               _ ("the figures of %d were printed before this book: there are no vouchers behind "
                  "them; ask for the column of %d"),
               statement->year - 1, statement->year);
  return FALSE;
}

SheafStatementRows *
sheaf_statement_rows_open (SheafBook            *book,
                           const SheafStatement *statement,
                           const char           *line,
                           SheafStatementColumn  column,
                           GError              **error)
{
  g_autoptr (SheafStatementRows) rows = NULL;
  const SheafStatementLine *found;

  g_return_val_if_fail (book != NULL && statement != NULL && line != NULL, NULL);

  if (!check_question (book, statement, line, column, error))
    return NULL;
  found = sheaf_statement_find_line (statement, line);
  rows = g_new0 (SheafStatementRows, 1);
  rows->book = book;
  rows->plan.steps = g_ptr_array_new_with_free_func (sheaf_rows_step_free);
  rows->plan.pairs =
      g_hash_table_new_full (sheaf_rows_key_hash, sheaf_rows_key_equal, g_free, NULL);
  rows->plan.order = g_ptr_array_new ();
  rows->figure = find_figure (statement, found, line, column);
  if (!choose_period (rows, statement, column, error))
    return NULL;
  sheaf_rows_plan_line (&rows->plan, found == NULL ? NULL : found->form->rule, line);
  return g_steal_pointer (&rows);
}

SheafMoney
sheaf_statement_rows_figure (const SheafStatementRows *rows)
{
  return rows->figure;
}

void
sheaf_statement_rows_free (SheafStatementRows *rows)
{
  if (rows == NULL)
    return;
  g_clear_pointer (&rows->through, g_array_unref);
  sheaf_account_rows_free (rows->reading);
  g_ptr_array_unref (rows->plan.steps);
  g_ptr_array_unref (rows->plan.order);
  g_hash_table_unref (rows->plan.pairs);
  sheaf_figures_free (rows->figures);
  sheaf_voucher_free (rows->closing);
  g_free (rows);
}
