/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ageing of claims and debts. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "account", "CODE", N_ ("balances of this account or those under it") },
  { "party", "CODE", N_ ("balances with this party or member") },
  { "item", "CODE", N_ ("balances of this item") },
  { "by", "party|item", N_ ("a line for each party, or for each item of it") },
  { "buckets", "DAYS", N_ ("where the stretches of days overdue end: 30,60,90,180,365") },
  { NULL, NULL, NULL },
};

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

  return book != NULL && sheaf_command_on (line, book, &question.to, error) &&
         sheaf_report_output (line, book, "ageing", &question, error);
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
