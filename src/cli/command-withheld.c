/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tax kept back of members, by person. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the calendar year of the payments") },
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
  return book != NULL && sheaf_report_output (line, book, "withheld", &question, error);
}

const SheafCommand sheaf_command_withheld = {
  .name = "withheld",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("tax kept back of members in a year, by person and kind of income"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
