/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book of account: S03a-HTX, S03b-HTX, S12-HTX, … */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY",
    N_ ("the year; that of the last voucher when neither year nor days are given") },
  { "from", "DAY", N_ ("first day, instead of the year's") },
  { "to", "DAY", N_ ("last day, instead of the year's") },
  { "account", "CODE", N_ ("only the sheets of this account or those under it") },
  { "party", "CODE", N_ ("only the sheets of this party or member") },
  { "item", "CODE", N_ ("only the sheets of this item") },
  { "product", "CODE", N_ ("only the sheets of this product or service") },
  { "currency", "CODE", N_ ("only the sheets in this currency") },
  { NULL, NULL, NULL },
};

static gboolean
is_book (const char *code)
{
  for (const SheafReport *report = sheaf_book_reports; report->code != NULL; report++)
    if (g_ascii_strcasecmp (report->code, code) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .to = SHEAF_DATE_NONE,
                                   .account = sheaf_command_option (line, "account"),
                                   .party = sheaf_command_option (line, "party"),
                                   .item = sheaf_command_option (line, "item"),
                                   .product = sheaf_command_option (line, "product"),
                                   .currency = sheaf_command_option (line, "currency") };
  const char         *code = sheaf_command_argument (line, 1);
  guint               year = 0;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error) ||
      !sheaf_command_days (line, &question.from, &question.to, error))
    return FALSE;
  if (!is_book (code))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("there is no book of account “%s”: “sheaf-cli books” lists those there are"),
                   code);
      return FALSE;
    }
  question.year = (int) year;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  return book != NULL && sheaf_report_output (line, book, code, &question, error);
}

const SheafCommand sheaf_command_book = {
  .name = "book",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("a book of account: S03a-HTX, S03b-HTX, S12-HTX, …"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
