/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attaches a file to a posted voucher. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/voucher-argument.h"
#include "ledger/attachment.h"

#include <inttypes.h>

static const SheafCommandOption options[] = {
  SHEAF_COMMAND_VOUCHER_YEAR,
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  g_autoptr (SheafAttachmentFile) file = NULL;
  gint64 voucher, id;

  if (book == NULL || !sheaf_command_find_named_voucher (
                          line, book, sheaf_command_argument (line, 1), &voucher, error))
    return FALSE;
  file = sheaf_attachment_file_read (book, sheaf_command_argument (line, 2), error);
  if (file == NULL || !sheaf_attachment_insert (book, voucher, file, &id, error))
    return FALSE;
  sheaf_command_say (_ ("%s is attachment %" PRId64 "."), file->name, id);
  return TRUE;
}

const SheafCommand sheaf_command_attach = {
  .name = "attach",
  .arguments = "BOOK KIND/NUMBER FILE",
  .n_arguments = 3,
  .summary = N_ ("keeps a file in the book, behind a voucher"),
  .options = options,
  .run = run,
};
