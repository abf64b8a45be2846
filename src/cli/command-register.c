/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members as the law asks for it, and the list of contributions that is
 * published. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "contributions", NULL, N_ ("the list of contributions with their parts, for publication") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE };
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  return book != NULL && sheaf_command_on (line, book, &question.to, error) &&
         sheaf_report_output (line, book,
                              sheaf_command_flag (line, "contributions") ? "contributions"
                                                                         : "member-register",
                              &question, error);
}

const SheafCommand sheaf_command_register = {
  .name = "register",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the register of members on a day: who, with what, under which certificate"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
