/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a share came about. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/output.h"
#include "distribution/explain.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "member", "CODE", N_ ("whose share") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "line", N_ ("Explanation"), SHEAF_OUTPUT_TEXT },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *code = sheaf_command_need (line, "member", error);
  int         year;
  g_autoptr (SheafOutput) output = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (code == NULL || !sheaf_command_need_year (line, &year, error))
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  lines = sheaf_distribution_explain (book, year, code,
                                      sheaf_output_is_text (output) ? sheaf_language_current ()
                                                                    : "en",
                                      problems, error);
  sheaf_command_print_problems (problems);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    sheaf_output_text (output, g_ptr_array_index (lines, i));
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_explain = {
  .name = "explain",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("how each amount of a member came about"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
