/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a copy back. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/backup.h"

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafActor actor;

  return sheaf_command_actor (line, &actor, error) &&
         sheaf_backup_restore (sheaf_command_argument (line, 0), sheaf_command_argument (line, 1),
                               &actor, error);
}

const SheafCommand sheaf_command_restore = {
  .name = "restore",
  .arguments = "FILE BOOK",
  .n_arguments = 2,
  .summary = N_ ("puts a copy back; the book that stands there is kept beside it"),
  .run = run,
};
