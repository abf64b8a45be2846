/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks days. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "ledger/period.h"

static const SheafCommandOption options[] = {
  { "until", "DAY", N_ ("the last locked day") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate until;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_day (line, "until", &until, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_period_lock (book, until, error);
}

const SheafCommand sheaf_command_lock = {
  .name = "lock",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("locks everything up to and including a day"),
  .options = options,
  .run = run,
};
