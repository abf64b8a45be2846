/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law pack of the book beside the program's: what differs, taking the newer in, taking back. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/data-output.h"
#include "cli/error.h"
#include "distribution/law-update.h"
#include "statements/form-difference.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY",
    N_ ("the first year whose income is shared by the law; the one after the last that is posted "
        "when not given") },
  { "update", NULL, N_ ("takes the program's law in for that year and later ones, as one act") },
  { "take-back", NULL, N_ ("takes back what was taken in from that year on") },
  { "versions", NULL, N_ ("lists what was taken in: the file, from when it holds, who did it") },
  { NULL, NULL, NULL },
};

static gboolean
list_differences (const SheafCommandLine *line,
                  SheafBook              *book,
                  int                     year,
                  GError                **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (sheaf_form_difference_free);
  g_autofree char *none = g_strdup_printf (_ ("The law of %d is that of the program."), year);
  g_autofree char *file = NULL;
  g_autofree char *own = NULL;
  g_autofree char *program = NULL;

  if (!sheaf_law_update_texts (book, year, &file, &own, &program, error))
    return FALSE;
  sheaf_form_compare (file, own, program, differences);
  return sheaf_differences_output (line, differences, none, error);
}

static gboolean
update (SheafBook *book,
        int        year,
        GError   **error)
{
  gboolean changed;

  if (!sheaf_law_update (book, year, &changed, error))
    return FALSE;
  if (changed)
    sheaf_command_say (_ ("The program's law was taken in: it holds from %d on."), year);
  else
    sheaf_command_say (_ ("The law of %d is that of the program."), year);
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
                           _ ("a law is either taken in or taken back: give one of --update and "
                              "--take-back"));
      return FALSE;
    }
  if (!sheaf_command_number (line, "year", 1900, 2999, &number, error))
    return FALSE;
  book = sheaf_command_open (line, updates || takes_back ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ,
                             error);
  year = (int) number;
  if (book == NULL || (year == 0 && !sheaf_law_update_year (book, &year, error)))
    return FALSE;
  if (updates)
    return update (book, year, error);
  if (takes_back)
    return sheaf_law_update_take_back (book, year, error);
  return sheaf_command_flag (line, "versions") ? sheaf_versions_output (line, book, TRUE, error)
                                               : list_differences (line, book, year, error);
}

const SheafCommand sheaf_command_law = {
  .name = "law",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the law of the book beside the program's: what differs, taking a newer one in"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
