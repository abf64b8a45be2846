/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes papers. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "documents/paper.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "o", "DIR", N_ ("the folder") },
  { "only", "NAME,…", N_ ("these papers only, such as B01-HTX,payout-list") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *folder = sheaf_command_need (line, "o", error);
  const char *only = sheaf_command_option (line, "only");
  g_auto (GStrv) names = only != NULL ? g_strsplit (only, ",", -1) : NULL;
  int year;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) paths = NULL;

  if (folder == NULL || !sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  paths = sheaf_paper_write (book, year, folder, (const char *const *) names, problems, error);
  sheaf_command_print_problems (problems);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    sheaf_command_say ("%s", (const char *) g_ptr_array_index (paths, i));
  return paths != NULL;
}

const SheafCommand sheaf_command_documents = {
  .name = "documents",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("writes the papers of a year as PDF"),
  .options = options,
  .run = run,
};
