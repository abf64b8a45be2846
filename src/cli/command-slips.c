/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slips that members get with a payment. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "cli/list-argument.h"
#include "documents/share-slips.h"

static const SheafCommandOption options[] = {
  { "o", "FILE.pdf", N_ ("the file for the slips") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *path = sheaf_command_need (line, "o", error);
  gint64      id;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GBytes) slips = NULL;

  if (path == NULL || !sheaf_cli_list_id (line, 1, &id, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  slips = book != NULL ? sheaf_share_slips_make (book, id, problems, error) : NULL;
  sheaf_command_print_problems (problems);
  if (slips == NULL ||
      !sheaf_file_write (path, g_bytes_get_data (slips, NULL), g_bytes_get_size (slips), error))
    return FALSE;
  sheaf_command_say ("%s", path);
  return TRUE;
}

const SheafCommand sheaf_command_slips = {
  .name = "slips",
  .arguments = "BOOK LIST",
  .n_arguments = 2,
  .summary = N_ ("writes a slip for each member of a payment list, with a QR code for transfers"),
  .options = options,
  .run = run,
};
