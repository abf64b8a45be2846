/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a list of bank payments once more, in the form that a bank takes. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/bank-files.h"
#include "cli/error.h"
#include "cli/folder.h"

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
  const char *text = sheaf_command_argument (line, 1);
  guint64     id;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafPayoutBatch) batch = NULL;

  if (folder == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no number of a payment list: payout tells it in the names of its "
                      "files"),
                   text);
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  batch = book != NULL ? sheaf_payout_load (book, (gint64) id, error) : NULL;
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
