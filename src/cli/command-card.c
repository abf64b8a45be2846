/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member's card, with everything. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "year", "YYYY", N_ ("the year whose rows are shown; that of the day when not given") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .to = SHEAF_DATE_NONE,
                                   .party = sheaf_command_argument (line, 1) };
  guint               year = 0;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error) ||
      !sheaf_command_day (line, "on", &question.to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  question.year = (int) year;
  if (sheaf_date_is_none (question.to))
    question.to = sheaf_book_today (book);
  return sheaf_report_output (line, book, "member-card", &question, error);
}

const SheafCommand sheaf_command_card = {
  .name = "card",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("everything of one member on a day: facts, capital, trade, pay, shares, debts"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
