/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the book holds in foreign money on a day. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/currency-output.h"
#include "ledger/journal.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("on this day; the last voucher's when not given") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate on = SHEAF_DATE_NONE;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafRevaluation) balances = NULL;

  if (!sheaf_command_day (line, "on", &on, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL ||
      (sheaf_date_is_none (on) && !sheaf_journal_last_day (book, &on, error)))
    return FALSE;
  if (sheaf_date_is_none (on))
    on = sheaf_book_first_day (book);
  balances = sheaf_revaluation_look (book, on, error);
  return balances != NULL && sheaf_currency_output (line, book, balances, error);
}

const SheafCommand sheaf_command_currencies = {
  .name = "currencies",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("balances in foreign money, and what they are worth at the rate of the day"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
