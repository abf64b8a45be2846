/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows whose side, internal or external, somebody should look at. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/scope-report.h"

static const SheafCommandOption options[] = {
  { "from", "DAY", N_ ("first day") },
  { "to", "DAY", N_ ("last day") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "finding", N_ ("Finding"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_TEXT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "party", N_ ("Party"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
  { "reason", N_ ("Reason"), SHEAF_OUTPUT_TEXT },
};

static void
add_row (SheafOutput               *output,
         const SheafScopeReportRow *row)
{
  sheaf_output_text (output, sheaf_scope_report_to_word (row->what));
  sheaf_output_text (output, row->number);
  sheaf_output_day (output, row->date);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (row->kind));
  sheaf_output_text (output, row->description);
  sheaf_output_text (output, row->debit);
  sheaf_output_text (output, row->credit);
  sheaf_output_amount (output, row->amount);
  sheaf_output_text (output, row->party);
  sheaf_output_text (output, sheaf_scope_to_word (row->scope));
  sheaf_output_text (output, row->reason);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate from = SHEAF_DATE_NONE, to = SHEAF_DATE_NONE;
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!sheaf_command_days (line, &from, &to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  rows = book == NULL ? NULL : sheaf_scope_report (book, from, to, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    add_row (output, g_ptr_array_index (rows, i));
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_scopes = {
  .name = "scopes",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("rows whose side, internal or external, looks wrong or was chosen with a reason"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
