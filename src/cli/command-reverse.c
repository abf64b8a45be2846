/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reverses a posted voucher. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/voucher-argument.h"
#include "payouts/reversal.h"

static const SheafCommandOption options[] = {
  SHEAF_COMMAND_VOUCHER_YEAR,
  { "date", "DAY", N_ ("the day of the reversal") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *reason = sheaf_command_need (line, "reason", error);
  SheafDate   date;
  gint64      id, mirror;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafVoucher) posted = NULL;

  if (reason == NULL || !sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL || !sheaf_command_find_voucher (line, book, 1, &id, error) ||
      !sheaf_journal_reverse (book, id, date, reason, &mirror, error))
    return FALSE;
  posted = sheaf_voucher_load (book, mirror, error);
  if (posted == NULL)
    return FALSE;
  sheaf_command_say (_ ("%s reverses %s."), posted->number, sheaf_command_argument (line, 2));
  return TRUE;
}

const SheafCommand sheaf_command_reverse = {
  .name = "reverse",
  .arguments = "BOOK KIND NUMBER",
  .n_arguments = 3,
  .summary = N_ ("reverses a posted voucher with negative amounts, and what it stands for"),
  .options = options,
  .run = run,
};
