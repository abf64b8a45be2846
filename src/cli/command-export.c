/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a book holds as CSV or text. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "exchange/csv-export.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "o", "FILE", N_ ("writes to a file instead of the screen") },
  { NULL, NULL, NULL },
};

static gboolean
export_kind (const SheafCommandLine *line,
             SheafBook              *book,
             const char             *kind,
             GError                **error)
{
  GString *text = sheaf_export_text (book, kind, error);
  gboolean done = text != NULL && sheaf_command_write (line, text->str, text->len, error);

  if (text != NULL)
    g_string_free (text, TRUE);
  return done;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *kind = sheaf_command_argument (line, 1);
  const char *folder = sheaf_command_argument (line, 2);
  gboolean    is_bundle = strcmp (kind, "bundle") == 0;
  g_autoptr (SheafBook) book = NULL;

  if (is_bundle != (folder != NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   is_bundle ? _ ("“export BOOK bundle DIR” needs a folder: name one")
                             : _ ("only a bundle goes to a folder: name the file with -o"));
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  return is_bundle ? sheaf_export_bundle (book, folder, error)
                   : export_kind (line, book, kind, error);
}

const SheafCommand sheaf_command_export = {
  .name = "export",
  .arguments = "BOOK KIND [DIR]",
  .n_arguments = 2,
  .n_optional = 1,
  .summary = N_ ("writes a CSV kind, ledger or beancount; bundle DIR writes all kinds"),
  .options = options,
  .run = run,
};
