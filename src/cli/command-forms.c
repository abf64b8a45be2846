/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of the book beside those of the program: what differs, taking the newer in, taking back. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/data-output.h"
#include "cli/error.h"
#include "statements/form-update.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY",
    N_ ("the first year that the forms are for; the first that is neither closed nor locked when "
        "not given") },
  { "update", NULL, N_ ("takes the program's forms in for that year and later ones, as one act") },
  { "take-back", NULL, N_ ("takes back those that were taken in from that year on") },
  { "versions", NULL, N_ ("lists what was taken in: the file, from when it holds, who did it") },
  { NULL, NULL, NULL },
};

static gboolean
list_differences (const SheafCommandLine *line,
                  SheafBook              *book,
                  int                     year,
                  GError                **error)
{
  g_autoptr (GPtrArray) differences = sheaf_form_differences (book, year, error);
  g_autofree char *none = g_strdup_printf (_ ("The forms of %d are those of the program."), year);

  return differences != NULL && sheaf_differences_output (line, differences, none, error);
}

static gboolean
update (SheafBook *book,
        int        year,
        GError   **error)
{
  guint files;

  if (!sheaf_form_update (book, year, &files, error))
    return FALSE;
  if (files == 0)
    sheaf_command_say (_ ("The forms of %d are those of the program."), year);
  else
    sheaf_command_say (g_dngettext (GETTEXT_PACKAGE,
                                    "%u file of forms taken in: it holds from %d on.",
                                    "%u files of forms taken in: they hold from %d on.", files),
                       files, year);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const gboolean updates = sheaf_command_flag (line, "update");
  const gboolean takes_back = sheaf_command_flag (line, "take-back");
  guint          number = 0;
  int            year;
  g_autoptr (SheafBook) book = NULL;

  if (updates && takes_back)
    {
      g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                           _ ("forms are either taken in or taken back: give one of --update and "
                              "--take-back"));
      return FALSE;
    }
  if (!sheaf_command_number (line, "year", 1900, 2999, &number, error))
    return FALSE;
  book = sheaf_command_open (line, updates || takes_back ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ,
                             error);
  year = (int) number;
  if (book == NULL || (year == 0 && !sheaf_form_update_year (book, &year, error)))
    return FALSE;
  if (updates)
    return update (book, year, error);
  if (takes_back)
    return sheaf_form_update_take_back (book, year, error);
  return sheaf_command_flag (line, "versions") ? sheaf_versions_output (line, book, FALSE, error)
                                               : list_differences (line, book, year, error);
}

const SheafCommand sheaf_command_forms = {
  .name = "forms",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("forms of the book beside the program's: what differs, taking newer ones in"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
