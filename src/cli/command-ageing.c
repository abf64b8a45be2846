/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ageing of claims and debts. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/report-output.h"
#include "reports/ageing-drill.h"
#include "reports/list-head.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "account", "CODE", N_ ("balances of this account or those under it") },
  { "party", "CODE", N_ ("balances with this party or member") },
  { "item", "CODE", N_ ("balances of this item") },
  { "by", "party|item", N_ ("a line for each party, or for each item of it") },
  { "buckets", "DAYS", N_ ("where the stretches of days overdue end: 30,60,90,180,365") },
  { "column", "COLUMN", N_ ("the rows behind this column: balance, current, overdue_1_30…") },
  { "of", "claims|debts", N_ ("with --column: what others owe (as without it) or the co-op owes") },
  { NULL, NULL, NULL },
};

/* What is behind a column. */
typedef struct
{
  SheafBook       *book;
  SheafAgeingDrill drill;
} Behind;

static gboolean
fill_rows (SheafReportSink *sink,
           gpointer         data,
           GError         **error)
{
  const Behind *behind = data;

  return sheaf_ageing_drill_write (behind->book, &behind->drill, sink, error);
}

static gboolean
write_rows (const SheafCommandLine    *line,
            SheafBook                 *book,
            const SheafReportQuestion *question,
            GError                   **error)
{
  const char *of = sheaf_command_option (line, "of");
  gboolean    debts = g_strcmp0 (of, "debts") == 0;
  Behind      behind = { .book = book,
                         .drill = { .on = question->to,
                                    .use = debts ? SHEAF_DUE_USE_DEBT : SHEAF_DUE_USE_CLAIM,
                                    .buckets = question->buckets,
                                    .column = sheaf_command_option (line, "column"),
                                    .language = sheaf_language_current () } };

  if (of != NULL && !debts && strcmp (of, "claims") != 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--of %s is not known: take claims or debts"), of);
      return FALSE;
    }
  return sheaf_list_account (book, question->account, &behind.drill.account_id, error) &&
         sheaf_list_party (book, question->party, &behind.drill.party_id, error) &&
         sheaf_list_item (book, question->item, &behind.drill.item_id, error) &&
         sheaf_report_output_filled (line, book, behind.drill.language, fill_rows, &behind, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .account = sheaf_command_option (line, "account"),
                                   .party = sheaf_command_option (line, "party"),
                                   .item = sheaf_command_option (line, "item"),
                                   .detail = sheaf_command_option (line, "by"),
                                   .buckets = sheaf_command_option (line, "buckets") };
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  if (book == NULL || !sheaf_command_on (line, book, &question.to, error))
    return FALSE;
  return sheaf_command_option (line, "column") != NULL
             ? write_rows (line, book, &question, error)
             : sheaf_report_output (line, book, "ageing", &question, error);
}

const SheafCommand sheaf_command_ageing = {
  .name = "ageing",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("what others owe the co-op and what it owes, by days overdue"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
