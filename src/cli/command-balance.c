/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/balance-output.h"
#include "statements/balance.h"

static const SheafCommandOption options[] = {
  { "from", "DAY", N_ ("first day; the year of the last voucher when not given") },
  { "to", "DAY", N_ ("last day") },
  { "level", "N", N_ ("accounts down to this level only") },
  { "party", NULL, N_ ("a row for each party too") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean  by_party = sheaf_command_flag (line, "party");
  SheafDate from = SHEAF_DATE_NONE, to = SHEAF_DATE_NONE;
  SheafDate first, last;
  guint     level = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafBalance) balance = NULL;

  if (!sheaf_command_number (line, "level", 1, 9, &level, error) ||
      !sheaf_command_days (line, &from, &to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_balance_default_days (book, &first, &last, error))
    return FALSE;
  balance = sheaf_balance_compute (book, sheaf_date_is_none (from) ? first : from,
                                   sheaf_date_is_none (to) ? last : to, level, by_party, error);
  return balance != NULL && sheaf_balance_output (line, balance, by_party, error);
}

const SheafCommand sheaf_command_balance = {
  .name = "balance",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the trial balance"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
