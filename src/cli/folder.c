/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder is made before the act whose files go there, so that no act is done without its
 * papers. */
#include "cli/folder.h"

#include "base/i18n.h"
#include "cli/error.h"

#include <errno.h>
#include <glib/gstdio.h>

gboolean
sheaf_cli_make_folder (const char *folder,
                       GError    **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the folder %s cannot be made (%s): name another one"), folder,
               g_strerror (errno));
  return FALSE;
}
