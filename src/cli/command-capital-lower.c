/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lowers what a member promised by what was not paid in when the term was over. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/balance.h"
#include "capital/due.h"
#include "cli/book-argument.h"

#include <inttypes.h>

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day of the act") },
  { "document", "TEXT", N_ ("the resolution") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char         *code = sheaf_command_argument (line, 1);
  SheafDate           date;
  gint64              party_id = 0;
  SheafCapitalBalance balance;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL || !sheaf_command_find_party (book, code, &party_id, error) ||
      !sheaf_capital_lower (book, party_id, date, sheaf_command_option (line, "document"),
                            error) ||
      !sheaf_capital_on (book, party_id, date, &balance, error))
    return FALSE;
  sheaf_command_say (_ ("%s: promised %" PRId64 ", paid in %" PRId64), code,
                     balance.committed.units, balance.paid.units);
  return TRUE;
}

const SheafCommand sheaf_command_capital_lower = {
  .name = "capital-lower",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("lowers a commitment by what was not paid in in time"),
  .options = options,
  .run = run,
};
