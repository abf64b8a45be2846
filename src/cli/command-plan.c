/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores a distribution plan; shows versions of it beside each other. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "cli/floors-output.h"
#include "cli/shares-output.h"
#include "distribution/compare.h"

#define PLAN_MAX 1000000 /* bytes: a plan has a few dozen lines */

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "file", "PLAN", N_ ("the plan, a key file") },
  { "name", "NAME", N_ ("stores it as a version beside the year's plan") },
  { "forget", "NAME", N_ ("forgets a version, which stays in the book's history") },
  { "compare", "A,B,C",
    N_ ("shows up to three versions beside each other, “-” is the plan itself") },
  { "floors", NULL, N_ ("shows what the law asks beside what the plan chose") },
  { NULL, NULL, NULL },
};

static gboolean
compare (SheafCommandLine *line,
         int               year,
         const char       *names,
         GError          **error)
{
  g_auto (GStrv) versions = g_strsplit (names, ",", -1);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (SheafPlanComparison) comparison = NULL;

  if (book == NULL)
    return FALSE;
  comparison = sheaf_plan_compare (book, year, (const char *const *) versions, problems, error);
  sheaf_command_print_problems (problems);
  return comparison != NULL && sheaf_comparison_output (line, comparison, error);
}

static gboolean
store (SheafCommandLine *line,
       int               year,
       GError          **error)
{
  const char      *path = sheaf_command_need (line, "file", error);
  g_autofree char *text = NULL;
  gsize            length;
  gboolean         done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  if (path == NULL || !sheaf_file_read (path, PLAN_MAX, &text, &length, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  done = sheaf_plan_store_version (book, year, sheaf_command_option (line, "name"), text,
                                   (gssize) length, path, problems, error);
  sheaf_command_print_problems (problems);
  return done;
}

static gboolean
forget (SheafCommandLine *line,
        int               year,
        const char       *name,
        GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);

  return book != NULL && sheaf_plan_forget_version (book, year, name, error);
}

static gboolean
show_floors (SheafCommandLine *line,
             int               year,
             GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  return book != NULL && sheaf_floors_output (line, book, year, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *names = sheaf_command_option (line, "compare");
  const char *forgotten = sheaf_command_option (line, "forget");
  int         year;

  if (!sheaf_command_need_year (line, &year, error))
    return FALSE;
  if (sheaf_command_flag (line, "floors"))
    return show_floors (line, year, error);
  if (forgotten != NULL)
    return forget (line, year, forgotten, error);
  return names != NULL ? compare (line, year, names, error) : store (line, year, error);
}

const SheafCommand sheaf_command_plan = {
  .name = "plan",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("stores a distribution plan as a draft and prints its problems"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
