/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies a book in use. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/backup.h"

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  return book != NULL && sheaf_backup_make (book, sheaf_command_argument (line, 1), error);
}

const SheafCommand sheaf_command_backup = {
  .name = "backup",
  .arguments = "BOOK FILE",
  .n_arguments = 2,
  .summary = N_ ("makes a verified copy, also while the book is in use"),
  .run = run,
};
