/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores a distribution plan. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "distribution/draft.h"

#define PLAN_MAX 1000000 /* bytes: a plan has a few dozen lines */

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "file", "PLAN", N_ ("the plan, a key file") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char      *path = sheaf_command_need (line, "file", error);
  g_autofree char *text = NULL;
  gsize            length;
  gboolean         done;
  int              year;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  if (path == NULL || !sheaf_command_need_year (line, &year, error) ||
      !sheaf_file_read (path, PLAN_MAX, &text, &length, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  done = sheaf_plan_store (book, year, text, (gssize) length, path, problems, error);
  sheaf_command_print_problems (problems);
  return done;
}

const SheafCommand sheaf_command_plan = {
  .name = "plan",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("stores a distribution plan as a draft and prints its problems"),
  .options = options,
  .run = run,
};
