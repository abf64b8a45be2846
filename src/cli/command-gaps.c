/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of vouchers, and those that are missing. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/number-report.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("of one year; all when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "year", N_ ("Year"), SHEAF_OUTPUT_NUMBER },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "finding", N_ ("Finding"), SHEAF_OUTPUT_TEXT },
  { "first", N_ ("First"), SHEAF_OUTPUT_TEXT },
  { "last", N_ ("Last"), SHEAF_OUTPUT_TEXT },
  { "count", N_ ("Count"), SHEAF_OUTPUT_AMOUNT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
};

static void
add_finding (SheafOutput              *output,
             const SheafNumberFinding *finding)
{
  g_autofree char *year = g_strdup_printf ("%d", finding->year);

  sheaf_output_text (output, year);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (finding->kind));
  sheaf_output_text (output, sheaf_number_finding_to_word (finding->what));
  sheaf_output_text (output, finding->first);
  sheaf_output_text (output, finding->last);
  sheaf_output_amount (output, SHEAF_MONEY (finding->count));
  sheaf_output_day (output, finding->date);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint year = 0;

  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  findings = book == NULL ? NULL : sheaf_number_report (book, (int) year, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    add_finding (output, g_ptr_array_index (findings, i));
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_gaps = {
  .name = "gaps",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("numbers of vouchers for each kind and year: missing, out of order, other forms"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
