/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores a distribution plan. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "distribution/draft.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "file", "PLAN", N_ ("the plan, a key file") },
  { NULL, NULL, NULL },
};

static gboolean
read_plan (const char *path,
           char      **ret_text,
           gsize      *ret_length,
           GError    **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_get_contents (path, ret_text, ret_length, &failure))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("%s cannot be read: check its name and permissions"), path);
  return FALSE;
}

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
      !read_plan (path, &text, &length, error))
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
