/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists rows marked for taxes, and payments in cash that need proof. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/tax-mark.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the tax year") },
  { "cash", NULL, N_ ("instead: payments in cash that need proof to be deductible") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn mark_columns[] = {
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "row", N_ ("Row"), SHEAF_OUTPUT_NUMBER },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "mark", N_ ("Mark"), SHEAF_OUTPUT_TEXT },
  { "reason", N_ ("Reason"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn cash_columns[] = {
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "together", N_ ("Together"), SHEAF_OUTPUT_AMOUNT },
};

static const char *
code_of (const SheafChart *chart,
         gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account != NULL ? account->code : NULL;
}

static gboolean
list_marks (const SheafCommandLine *line,
            SheafBook              *book,
            const SheafChart       *chart,
            int                     year,
            GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, mark_columns, G_N_ELEMENTS (mark_columns));
  g_autoptr (GPtrArray) rows = sheaf_tax_mark_list (book, sheaf_book_year_start (book, year),
                                                    sheaf_book_year_end (book, year), error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafTaxMarkRow *row = rows->pdata[i];
      g_autofree char       *position = g_strdup_printf ("%u", row->position);

      sheaf_output_text (output, sheaf_voucher_kind_to_word (row->kind));
      sheaf_output_text (output, row->number);
      sheaf_output_day (output, row->date);
      sheaf_output_text (output, position);
      sheaf_output_text (output, row->description);
      sheaf_output_text (output, code_of (chart, row->account_id));
      sheaf_output_amount (output, row->effect);
      sheaf_output_text (output, sheaf_tax_mark_to_word (row->mark));
      sheaf_output_text (output, row->reason);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
list_cash (const SheafCommandLine *line,
           SheafBook              *book,
           const SheafChart       *chart,
           int                     year,
           GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, cash_columns, G_N_ELEMENTS (cash_columns));
  g_autoptr (SheafTaxRules) rules = sheaf_tax_rules_load (book, year, error);
  g_autoptr (GPtrArray) rows = rules != NULL ? sheaf_tax_cash_list (book, rules, error) : NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafTaxCashRow *row = rows->pdata[i];

      sheaf_output_text (output, sheaf_voucher_kind_to_word (row->kind));
      sheaf_output_text (output, row->number);
      sheaf_output_day (output, row->date);
      sheaf_output_text (output, row->description);
      sheaf_output_text (output, code_of (chart, row->account_id));
      sheaf_output_amount (output, row->amount);
      sheaf_output_amount (output, row->together);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = NULL;
  const SheafChart *chart;
  int               year;

  if (!sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  chart = book != NULL ? sheaf_chart_get (book, error) : NULL;
  if (chart == NULL)
    return FALSE;
  return sheaf_command_flag (line, "cash") ? list_cash (line, book, chart, year, error)
                                           : list_marks (line, book, chart, year, error);
}

const SheafCommand sheaf_command_tax_marks = {
  .name = "tax-marks",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("lists rows marked for taxes"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
