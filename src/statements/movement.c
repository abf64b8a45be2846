/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, increase, decrease and closing of accounts, each the sum of its pieces. */
#include "statements/movement.h"

#include "statements/coverage.h"

/* Balances of the accounts and all under them, the term's side positive. */
static void
collect_balances (const SheafFigures  *figures,
                  const SheafRuleTerm *term,
                  SheafFiguresMoment   moment,
                  GArray              *parts)
{
  const SheafChart *chart = sheaf_figures_chart (figures);
  gboolean          credit = term->function == SHEAF_RULE_CREDIT_BALANCE;

  for (gsize i = 0; term->accounts[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, term->accounts[i]);

      for (guint j = 0; group != NULL && j < sheaf_chart_count (chart); j++)
        {
          const SheafAccount *account = sheaf_chart_at (chart, j);
          SheafFiguresPart    part = { .account_id = account->id };

          if (!account->postable || !sheaf_chart_is_under (chart, account, group))
            continue;
          part.amount = sheaf_figures_balance (figures, account, moment);
          if (part.amount.units == 0)
            continue;
          if (credit)
            part.amount = sheaf_money_neg (part.amount);
          g_array_append_val (parts, part);
        }
    }
}

GArray *
sheaf_movement_parts (const SheafFigures  *figures,
                      const SheafRuleTerm *term,
                      SheafMovementColumn  column)
{
  gboolean      credit = term->function == SHEAF_RULE_CREDIT_BALANCE;
  SheafRuleTerm turnover = *term;
  GArray       *parts;

  if (column == SHEAF_MOVEMENT_INCREASE || column == SHEAF_MOVEMENT_DECREASE)
    {
      turnover.function = credit == (column == SHEAF_MOVEMENT_INCREASE)
                              ? SHEAF_RULE_CREDIT_TURNOVER
                              : SHEAF_RULE_DEBIT_TURNOVER;
      return sheaf_figures_parts (figures, &turnover, SHEAF_FIGURES_AT_END);
    }
  parts = g_array_new (FALSE, FALSE, sizeof (SheafFiguresPart));
  collect_balances (figures, term,
                    column == SHEAF_MOVEMENT_OPENING ? SHEAF_FIGURES_AT_START
                                                     : SHEAF_FIGURES_AT_END,
                    parts);
  return parts;
}

static SheafMoney
sum_parts (const SheafFigures  *figures,
           const SheafRuleTerm *term,
           SheafMovementColumn  column)
{
  g_autoptr (GArray) parts = sheaf_movement_parts (figures, term, column);
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < parts->len; i++)
    sum = sheaf_money_add (sum, g_array_index (parts, SheafFiguresPart, i).amount);
  return sum;
}

static SheafMoney *
cell_of (SheafStatement     *statement,
         guint               index,
         SheafMovementColumn column)
{
  SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, index);

  switch (column)
    {
    case SHEAF_MOVEMENT_OPENING:
      return &line->previous;
    case SHEAF_MOVEMENT_INCREASE:
      return &line->increase;
    case SHEAF_MOVEMENT_DECREASE:
      return &line->decrease;
    case SHEAF_MOVEMENT_CLOSING:
    case SHEAF_MOVEMENT_COLUMNS:
    default:
      return &line->current;
    }
}

static void
fill_cell (SheafStatement     *statement,
           const SheafFigures *figures,
           guint               index,
           SheafMovementColumn column)
{
  const SheafFormLine *form = statement->form->lines->pdata[index];
  SheafMoney          *cell = cell_of (statement, index, column);

  for (guint i = 0; i < form->rule->terms->len; i++)
    {
      const SheafRuleTerm *term = form->rule->terms->pdata[i];
      SheafMoney           value;
      guint                other = 0;

      if (term->function == SHEAF_RULE_LINE)
        {
          (void) sheaf_form_find_line (statement->form, term->line, &other);
          value = *cell_of (statement, other, column);
        }
      else
        value = sum_parts (figures, term, column);
      *cell = sheaf_money_add (*cell, term->sign > 0 ? value : sheaf_money_neg (value));
    }
}

void
sheaf_movement_fill (SheafStatement     *statement,
                     const SheafFigures *figures)
{
  g_autofree SheafMoney *closing = g_new0 (SheafMoney, statement->lines->len + 1);

  for (guint i = 0; i < statement->form->order->len; i++)
    {
      guint index = g_array_index (statement->form->order, guint, i);

      for (int column = 0; column < SHEAF_MOVEMENT_COLUMNS; column++)
        fill_cell (statement, figures, index, (SheafMovementColumn) column);
      closing[index] = *cell_of (statement, index, SHEAF_MOVEMENT_CLOSING);
    }
  sheaf_coverage_check (figures, statement->form, closing, SHEAF_FIGURES_AT_END,
                        statement->problems);
}
