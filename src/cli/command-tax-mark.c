/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks a voucher's rows for taxes. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/voucher-argument.h"
#include "ledger/tax-mark.h"

static const SheafCommandOption options[] = {
  SHEAF_COMMAND_VOUCHER_YEAR,
  { "row", "N",
    N_ ("only this row of the voucher, from 1; all that the mark fits when not given") },
  { "mark", "MARK",
    N_ ("not-deductible (a cost), exempt (income), exempt-cost, vat-shared, vat-own, none") },
  { "reason", "TEXT", N_ ("why") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char      *word = sheaf_command_need (line, "mark", error);
  SheafTaxMarkKind mark;
  guint            row = 0, marked = 0;
  gint64           id;
  g_autoptr (SheafBook) book = NULL;

  if (word == NULL || !sheaf_command_number (line, "row", 1, 100000, &row, error))
    return FALSE;
  if (!sheaf_tax_mark_from_word (word, &mark))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--mark %s is not known: take not-deductible, exempt, exempt-cost, "
                      "vat-shared, vat-own or none"),
                   word);
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL || !sheaf_command_find_voucher (line, book, 1, &id, error) ||
      !sheaf_tax_mark_set (book, id, row, mark, sheaf_command_option (line, "reason"), &marked,
                           error))
    return FALSE;
  sheaf_command_say (
      g_dngettext (GETTEXT_PACKAGE, "%u row was marked.", "%u rows were marked.", marked), marked);
  return TRUE;
}

const SheafCommand sheaf_command_tax_mark = {
  .name = "tax-mark",
  .arguments = "BOOK KIND NUMBER",
  .n_arguments = 3,
  .summary = N_ ("marks rows of a voucher for taxes"),
  .options = options,
  .run = run,
};
