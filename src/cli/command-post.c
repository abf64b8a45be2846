/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts a distribution. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "distribution/posting.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "date", "DAY", N_ ("the day of the entry") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate date;
  int       year;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_year (line, &year, error) ||
      !sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_plan_post (book, year, date, NULL, error);
}

const SheafCommand sheaf_command_post = {
  .name = "post",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("posts funds and shares of the approved plan to the ledger"),
  .options = options,
  .run = run,
};
