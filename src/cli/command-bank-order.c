/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a list of bank payments once more, in the form that a bank takes. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/bank-files.h"
#include "cli/folder.h"
#include "cli/list-argument.h"

static const SheafCommandOption options[] = {
  { "form", "NAME", N_ ("neutral, vn-mb, vn-mb-onepay, vn-payroll-mix, iso-pain-001") },
  { "o", "DIR", N_ ("the folder for the files") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *folder = sheaf_command_need (line, "o", error);
  gint64      id;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafPayoutBatch) batch = NULL;

  if (folder == NULL || !sheaf_cli_list_id (line, 1, &id, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  batch = book != NULL ? sheaf_payout_load (book, id, error) : NULL;
  return batch != NULL && sheaf_cli_make_folder (folder, error) &&
         sheaf_cli_write_bank_files (book, batch, sheaf_command_option (line, "form"), folder,
                                     error);
}

const SheafCommand sheaf_command_bank_order = {
  .name = "bank-order",
  .arguments = "BOOK LIST",
  .n_arguments = 2,
  .summary = N_ ("writes a list of bank payments in the form that a bank takes"),
  .options = options,
  .run = run,
};
