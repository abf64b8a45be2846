/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves the lock back. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "ledger/period.h"

static const SheafCommandOption options[] = {
  { "until", "DAY", N_ ("the day that stays the last locked one") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *reason = sheaf_command_need (line, "reason", error);
  SheafDate   until;
  g_autoptr (SheafBook) book = NULL;

  if (reason == NULL || !sheaf_command_need_day (line, "until", &until, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_period_unlock (book, until, reason, error);
}

const SheafCommand sheaf_command_unlock = {
  .name = "unlock",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("moves the lock back to a day"),
  .options = options,
  .run = run,
};
