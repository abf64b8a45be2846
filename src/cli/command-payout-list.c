/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share, as a table. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year of the distribution") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_year (line, &question.year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  return book != NULL && sheaf_report_output (line, book, "payout-list", &question, error);
}

const SheafCommand sheaf_command_payout_list = {
  .name = "payout-list",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("each member’s share of a year, what is kept back and what is left to pay"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
