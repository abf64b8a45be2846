/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements over the years. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year; the last one with entries when not given") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  guint               year = 0;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error))
    return FALSE;
  question.year = (int) year;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  return book != NULL && sheaf_report_output (line, book, "trends", &question, error);
}

const SheafCommand sheaf_command_trends = {
  .name = "trends",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("main lines of the statements over the years, with changes"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
