/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the result of the books to income before losses. */
#include "statements/tax-private.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"
#include "statements/statement.h"

SheafTaxLine *
sheaf_tax_line_add (SheafTaxSheet *sheet,
                    const char    *key,
                    guint          level,
                    SheafMoney     amount,
                    SheafTaxOrigin origin)
{
  SheafTaxLine line = { .key = key, .level = level, .number = amount.units, .origin = origin };

  g_array_append_val (sheet->lines, line);
  return &g_array_index (sheet->lines, SheafTaxLine, sheet->lines->len - 1);
}

gboolean
sheaf_tax_form_sum (SheafBook  *book,
                    const char *form,
                    char      **lines,
                    int         year,
                    SheafDate   to,
                    SheafMoney *ret_sum,
                    GError    **error)
{
  g_autoptr (SheafStatement) statement = sheaf_statement_compute (book, form, year, to, error);
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const SheafStatementLine *line = sheaf_statement_find_line (statement, lines[i]);

      if (line == NULL)
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                       _ ("%s has no line %s, which the rules on income tax ask for: install the "
                          "program's data again"),
                       form, lines[i]);
          return FALSE;
        }
      sum = sheaf_money_add (sum, line->current);
    }
  *ret_sum = sum;
  return TRUE;
}

typedef struct
{
  SheafBook           *book;
  const SheafTaxRules *rules;
  SheafDate            to;
  SheafTaxSheet       *sheet; /* may be NULL */
  GPtrArray           *marks;
  SheafMoney           income; /* so far */
} Income;

static void
add_line (Income        *run,
          const char    *key,
          SheafMoney     amount,
          SheafTaxOrigin origin,
          const char    *text)
{
  if (run->sheet != NULL)
    sheaf_tax_line_add (run->sheet, key, 0, amount, origin)->text = g_strdup (text);
}

/* A line from the form of results that the data name. */
static gboolean
take_result (Income     *run,
             const char *line_key,
             const char *key,
             guint       level,
             SheafMoney *ret_amount,
             GError    **error)
{
  g_autofree char *form = g_key_file_get_string (run->rules->data, "tax", "profit-form", NULL);
  g_auto (GStrv) lines =
      g_key_file_get_string_list (run->rules->data, "tax", line_key, NULL, NULL);
  g_autofree char *names = lines != NULL ? g_strjoinv (" + ", lines) : NULL;

  if (!sheaf_tax_form_sum (run->book, form != NULL ? form : "", lines, run->rules->year, run->to,
                           ret_amount, error))
    return FALSE;
  if (run->sheet != NULL)
    sheaf_tax_line_add (run->sheet, key, level, *ret_amount, SHEAF_TAX_FROM_STATEMENT)->text =
        g_strdup_printf ("%s %s", form, names);
  return TRUE;
}

static gboolean
take_profit (Income  *run,
             GError **error)
{
  SheafMoney part;

  if (!take_result (run, "profit-line", "profit", 0, &run->income, error))
    return FALSE;
  return run->sheet == NULL ||
         (take_result (run, "profit-external", "profit-external", 1, &part, error) &&
          take_result (run, "profit-internal", "profit-internal", 1, &part, error));
}

static SheafMoney
sum_marks (const Income    *run,
           SheafTaxMarkKind mark,
           guint           *ret_count)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  *ret_count = 0;
  for (guint i = 0; i < run->marks->len; i++)
    {
      const SheafTaxMarkRow *row = run->marks->pdata[i];

      if (row->mark != mark)
        continue;
      sum = sheaf_money_add (sum, row->effect);
      ++*ret_count;
    }
  return sum;
}

/* One line for each account that marked rows speak of, in the order of the chart. */
static gboolean
add_accounts (Income          *run,
              SheafTaxMarkKind mark,
              const char      *key,
              GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (run->book, error);

  for (guint a = 0; chart != NULL && run->sheet != NULL && a < sheaf_chart_count (chart); a++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, a);
      SheafMoney          sum = SHEAF_MONEY_ZERO;
      guint               count = 0;
      SheafTaxLine       *line;

      for (guint i = 0; i < run->marks->len; i++)
        {
          const SheafTaxMarkRow *row = run->marks->pdata[i];

          if (row->mark != mark || row->account_id != account->id)
            continue;
          sum = sheaf_money_add (sum, row->effect);
          count++;
        }
      if (count == 0)
        continue;
      line = sheaf_tax_line_add (run->sheet, key, 1, sum, SHEAF_TAX_FROM_MARKS);
      line->account_id = account->id;
      line->count = count;
      line->name = g_strdup (account->code);
    }
  return chart != NULL;
}

static gboolean
take_costs (Income  *run,
            GError **error)
{
  guint      count;
  SheafMoney sum = sum_marks (run, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, &count);

  run->income = sheaf_money_add (run->income, sum);
  if (run->sheet != NULL)
    sheaf_tax_line_add (run->sheet, "not-deductible", 0, sum,
                        count > 0 ? SHEAF_TAX_FROM_MARKS : SHEAF_TAX_FROM_NOTHING)
        ->count = count;
  return add_accounts (run, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "not-deductible-account", error);
}

static void
take_answer (Income     *run,
             const char *key,
             int         sign)
{
  SheafMoney       amount;
  g_autofree char *reason = sheaf_tax_answer_reason (run->book, run->rules->year, key);

  if (!sheaf_tax_answer_money (run->book, run->rules->year, key, &amount))
    return;
  run->income = sign > 0 ? sheaf_money_add (run->income, amount)
                         : sheaf_money_sub (run->income, amount);
  add_line (run, key, amount, SHEAF_TAX_FROM_ANSWER, reason);
}

/* A share of the profit by answer stands instead of marks. */
static gboolean
take_share (Income *run)
{
  int              year = run->rules->year;
  SheafRate        share;
  SheafMoney       base = run->income.units > 0 ? run->income : SHEAF_MONEY_ZERO;
  SheafMoney       amount;
  g_autofree char *reason = sheaf_tax_answer_reason (run->book, year, "exempt-share");

  if (!sheaf_tax_answer_rate (run->book, year, "exempt-share", &share))
    return FALSE;
  amount = sheaf_money_mul_div (base, share.millionths, 1000000, SHEAF_ROUND_HALF_UP);
  run->income = sheaf_money_sub (run->income, amount);
  add_line (run, "exempt", amount, SHEAF_TAX_FROM_ANSWER, reason);
  if (run->sheet != NULL)
    {
      SheafTaxLine *line = sheaf_tax_line_add (run->sheet, "exempt-share", 1,
                                               SHEAF_MONEY (share.millionths),
                                               SHEAF_TAX_FROM_ANSWER);

      line->is_rate = TRUE;
      line->text = g_strdup (reason);
    }
  return TRUE;
}

static gboolean
take_exempt (Income  *run,
             GError **error)
{
  guint      incomes, costs;
  SheafMoney sum = sheaf_money_sub (sum_marks (run, SHEAF_TAX_MARK_EXEMPT_INCOME, &incomes),
                                    sum_marks (run, SHEAF_TAX_MARK_EXEMPT_COST, &costs));

  if (take_share (run))
    {
      if (run->sheet != NULL && incomes + costs > 0)
        sheaf_problems_add (run->sheet->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("%u rows are marked as exempt, but the answer exempt-share stands "
                               "instead: take back one of the two"),
                            incomes + costs);
      return TRUE;
    }
  run->income = sheaf_money_sub (run->income, sum);
  if (run->sheet != NULL)
    sheaf_tax_line_add (run->sheet, "exempt", 0, sum,
                        incomes + costs > 0 ? SHEAF_TAX_FROM_MARKS : SHEAF_TAX_FROM_NOTHING)
        ->count = incomes + costs;
  return add_accounts (run, SHEAF_TAX_MARK_EXEMPT_INCOME, "exempt-account", error) &&
         add_accounts (run, SHEAF_TAX_MARK_EXEMPT_COST, "exempt-cost-account", error);
}

/* Exempt as far as there is income: by answer, else what was set aside of the year's profit. */
static gboolean
take_common_fund (Income  *run,
                  GError **error)
{
  int              year = run->rules->year;
  SheafMoney       amount = SHEAF_MONEY_ZERO;
  gboolean         answered = sheaf_tax_answer_money (run->book, year, "common-fund", &amount);
  g_autofree char *reason = sheaf_tax_answer_reason (run->book, year, "common-fund");
  gint64           most = MAX (0, run->income.units);

  if (!run->rules->common_fund.known || run->rules->common_fund.number == 0)
    return TRUE;
  /* A year's profit is shared out in the year after; within a year only what was done counts. */
  if (!answered &&
      !sheaf_tax_set_aside (run->book, year,
                            sheaf_date_cmp (run->to, sheaf_book_year_end (run->book, year)) < 0
                                ? run->to
                                : SHEAF_DATE_LAST,
                            &amount, error))
    return FALSE;
  if (amount.units > most && run->sheet != NULL)
    sheaf_problems_add (run->sheet->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                        _ ("more was set aside to the common fund than there is taxable income: "
                           "only the income is left out"));
  amount = SHEAF_MONEY (MIN (amount.units, most));
  run->income = sheaf_money_sub (run->income, amount);
  add_line (run, "common-fund", amount,
            answered            ? SHEAF_TAX_FROM_ANSWER
            : amount.units != 0 ? SHEAF_TAX_FROM_LEDGER
                                : SHEAF_TAX_FROM_NOTHING,
            reason);
  return TRUE;
}

gboolean
sheaf_tax_income (SheafBook           *book,
                  const SheafTaxRules *rules,
                  SheafDate            to,
                  SheafTaxSheet       *sheet,
                  SheafMoney          *ret_income,
                  GError             **error)
{
  g_autoptr (GPtrArray)
      marks = sheaf_tax_mark_list (book, sheaf_book_year_start (book, rules->year), to, error);
  Income run = { book, rules, to, sheet, marks, SHEAF_MONEY_ZERO };

  if (marks == NULL || !take_profit (&run, error) || !take_costs (&run, error))
    return FALSE;
  take_answer (&run, "other-increase", 1);
  if (!take_exempt (&run, error))
    return FALSE;
  take_answer (&run, "other-decrease", -1);
  if (!take_common_fund (&run, error))
    return FALSE;
  *ret_income = run.income;
  return TRUE;
}
