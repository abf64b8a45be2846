/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs every check. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/verify.h"
#include "cli/error.h"
#include "statements/checks.h"

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  guint failed;

  if (book == NULL || !sheaf_checks_run (book, sheaf_command_say_check, NULL, &failed, error))
    return FALSE;
  if (failed == 0)
    {
      sheaf_command_say (_ ("All checks hold."));
      return TRUE;
    }
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u check fails: mend what is named, or restore a backup",
                            "%u checks fail: mend what is named, or restore a backup", failed),
               failed);
  return FALSE;
}

const SheafCommand sheaf_command_verify = {
  .name = "verify",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("runs every check; a line for each that fails"),
  .run = run,
};
