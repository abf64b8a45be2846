/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a closed year again. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "ledger/closing.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *reason = sheaf_command_need (line, "reason", error);
  int         year;
  g_autoptr (SheafBook) book = NULL;

  if (reason == NULL || !sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_closing_reopen (book, year, reason, error);
}

const SheafCommand sheaf_command_reopen = {
  .name = "reopen",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("reverses the closing of a year"),
  .options = options,
  .run = run,
};
