/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists have no name but their number in the book. */
#include "cli/list-argument.h"

#include "base/i18n.h"
#include "cli/error.h"

gboolean
sheaf_cli_list_id (const SheafCommandLine *line,
                   guint                   index,
                   gint64                 *ret_id,
                   GError                **error)
{
  const char *text = sheaf_command_argument (line, index);
  guint64     id;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      *ret_id = (gint64) id;
      return TRUE;
    }
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is no number of a payment list: payout tells it in the names of its files"),
               text);
  return FALSE;
}

SheafPayoutBatch *
sheaf_cli_list_load (const SheafCommandLine *line,
                     guint                   index,
                     SheafBook              *book,
                     GError                **error)
{
  gint64 id = 0;

  return sheaf_cli_list_id (line, index, &id, error) ? sheaf_payout_load (book, id, error) : NULL;
}
