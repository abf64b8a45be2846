/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to what a map between two charts asks. */
#include "cli/decide.h"

#include "base/i18n.h"
#include "cli/command.h"
#include "cli/error.h"

gboolean
sheaf_command_decide (SheafOpeningMap *map,
                      const char      *path,
                      GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autofree char *name = path == NULL ? NULL : g_path_get_basename (path);

  if (path != NULL && !sheaf_opening_map_read (map, path, problems, error))
    return FALSE;
  sheaf_opening_map_check (map, name, problems);
  sheaf_command_print_problems (problems);
  if (problems->errors == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the balances are not mapped yet, nothing was written: answer what is listed in "
                  "a file for --decisions, which --questions begins"));
  return FALSE;
}
