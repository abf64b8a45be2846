/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads CSV files into a book. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "exchange/csv-import.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "no-post", NULL, N_ ("keeps capital, deliveries, supplies and labour without ledger entries") },
  { "no-cost", NULL, N_ ("takes supplies whose cost is not known") },
  { "update", NULL,
    N_ ("parties, members and items that are there take the file's facts; without it they are "
        "refused") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const SheafImportOptions import = { .no_post = sheaf_command_flag (line, "no-post"),
                                      .no_cost = sheaf_command_flag (line, "no-cost"),
                                      .update = sheaf_command_flag (line, "update") };
  const char              *kind = sheaf_command_argument (line, 1);
  const char              *path = sheaf_command_argument (line, 2);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  guint    rows = 0;
  gboolean done;

  if (book == NULL)
    return FALSE;
  done = strcmp (kind, "bundle") == 0
             ? sheaf_import_bundle (book, path, problems, &rows, error)
             : sheaf_import_file (book, kind, path, &import, problems, &rows, error);
  sheaf_command_print_problems (problems);
  if (done)
    sheaf_command_say (
        g_dngettext (GETTEXT_PACKAGE, "%u row was read.", "%u rows were read.", rows), rows);
  return done;
}

static char *
list_kinds (void)
{
  g_autofree const char **kinds = sheaf_import_kinds ();
  GString                *text = g_string_new (NULL);

  g_string_append (text, _ ("Kinds and their columns (*: must be filled in):"));
  g_string_append_c (text, '\n');
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *columns = sheaf_import_columns (kinds[i]);

      g_string_append_printf (text, "  %s: %s\n", kinds[i], columns);
    }
  return g_string_free (text, FALSE);
}

const SheafCommand sheaf_command_import = {
  .name = "import",
  .arguments = "BOOK KIND FILE",
  .n_arguments = 3,
  .summary = N_ ("reads a CSV file of a kind (or KIND bundle, a folder of them): all rows or none"),
  .options = options,
  .run = run,
  .more = list_kinds,
};
