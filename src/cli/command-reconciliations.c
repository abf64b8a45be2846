/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists bank reconciliations, or prints them with what is outstanding. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "cli/report-output.h"
#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/reconciliation.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("prints the last one of each bank account up to this day, with its rows") },
  { "account", "CODE", N_ ("with --on: of this account only") },
  { "item", "CODE", N_ ("with --on: of this bank account only") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "item", N_ ("Item"), SHEAF_OUTPUT_TEXT },
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "balance", N_ ("Statement"), SHEAF_OUTPUT_AMOUNT },
  { "booked", N_ ("In the books"), SHEAF_OUTPUT_AMOUNT },
  { "ticked", N_ ("Ticked"), SHEAF_OUTPUT_AMOUNT },
  { "outstanding_in", N_ ("Outstanding in"), SHEAF_OUTPUT_AMOUNT },
  { "outstanding_out", N_ ("Outstanding out"), SHEAF_OUTPUT_AMOUNT },
  { "difference", N_ ("Difference"), SHEAF_OUTPUT_AMOUNT },
  { "state", N_ ("State"), SHEAF_OUTPUT_TEXT },
  { "changes", N_ ("Changed since"), SHEAF_OUTPUT_NUMBER },
};

static gboolean
add_one (SheafOutput               *output,
         SheafBook                 *book,
         const SheafReconciliation *one,
         GError                   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray) changes = sheaf_reconciliation_changes (book, one->id, error);
  g_autofree char *item = sheaf_item_code (book, one->item_id);
  g_autofree char *count = NULL;
  const gint64     amounts[] = { one->balance, one->booked, one->ticked,
                                 one->outstanding_in, one->outstanding_out, one->difference };

  if (chart == NULL || changes == NULL)
    return FALSE;
  sheaf_output_text (output, sheaf_chart_by_id (chart, one->account_id)->code);
  sheaf_output_text (output, item);
  sheaf_output_text (output, one->currency);
  sheaf_output_day (output, one->date);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    sheaf_output_amount (output, SHEAF_MONEY (amounts[i]));
  sheaf_output_text (output, one->finished ? "finished" : "open");
  count = g_strdup_printf ("%u", changes->len);
  sheaf_output_text (output, count);
  return TRUE;
}

static gboolean
write_list (const SheafCommandLine *line,
            SheafBook              *book,
            GError                **error)
{
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (book, error);
  g_autoptr (SheafOutput) output = NULL;

  if (all == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < all->len; i++)
    if (!add_one (output, book, all->pdata[i], error))
      return FALSE;
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .account = sheaf_command_option (line, "account"),
                                   .item = sheaf_command_option (line, "item") };
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  if (book == NULL)
    return FALSE;
  if (sheaf_command_option (line, "on") == NULL)
    return write_list (line, book, error);
  return sheaf_command_on (line, book, &question.to, error) &&
         sheaf_report_output (line, book, "reconciliation", &question, error);
}

const SheafCommand sheaf_command_reconciliations = {
  .name = "reconciliations",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("lists the bank reconciliations; with --on prints what is outstanding"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
