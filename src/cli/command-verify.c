/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs every check, or lists them. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/verify.h"
#include "cli/error.h"
#include "cli/output.h"
#include "statements/checks.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "list", NULL, N_ ("lists the checks with what each proves, and runs none") },
  { "all", NULL, N_ ("names the checks that hold as well") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "check", N_ ("Check"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Title"), SHEAF_OUTPUT_TEXT },
  { "state", N_ ("State"), SHEAF_OUTPUT_TEXT },
  { "count", N_ ("Findings"), SHEAF_OUTPUT_NUMBER },
  { "finding", N_ ("What was found"), SHEAF_OUTPUT_TEXT },
  { "why", N_ ("What it proves"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn list_columns[] = {
  { "check", N_ ("Check"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Title"), SHEAF_OUTPUT_TEXT },
  { "why", N_ ("What it proves"), SHEAF_OUTPUT_TEXT },
};

static gboolean
write_list (const SheafCommandLine *line,
            GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, list_columns, G_N_ELEMENTS (list_columns));
  gboolean text = sheaf_output_is_text (output);

  for (guint i = 0; i < sheaf_checks_count (); i++)
    {
      const SheafCheck *check = sheaf_checks_at (i);

      sheaf_output_text (output, check->name);
      sheaf_output_text (output, text ? _ (check->title) : check->title);
      sheaf_output_text (output, text ? _ (check->why) : check->why);
    }
  return sheaf_output_write (output, line, error);
}

static void
add_row (SheafOutput        *output,
         const SheafCheck   *check,
         const SheafProblem *problem,
         guint               count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);

  sheaf_output_text (output, check->name);
  sheaf_output_text (output, check->title); /* files are the same in every language */
  sheaf_output_text (output, problem == NULL                        ? "holds"
                             : problem->kind == SHEAF_PROBLEM_ERROR ? "fails"
                                                                    : "look");
  sheaf_output_text (output, number);
  sheaf_output_text (output, problem == NULL ? NULL : problem->text);
  sheaf_output_text (output, check->why);
}

/* A row for each finding, one for a check that holds. */
static void
table_cb (const SheafCheck    *check,
          const SheafProblems *problems,
          gpointer             user_data)
{
  if (problems->items->len == 0)
    add_row (user_data, check, NULL, 0);
  for (guint i = 0; i < problems->items->len; i++)
    add_row (user_data, check, problems->items->pdata[i], problems->items->len);
}

/* A line with title, count and meaning, then a line for each finding. */
static void
say_cb (const SheafCheck    *check,
        const SheafProblems *problems,
        gpointer             user_data)
{
  const SheafCommandLine *line = user_data;
  guint                   count = problems->items->len;

  if (count == 0)
    {
      if (sheaf_command_flag (line, "all"))
        sheaf_command_say ("%s: %s", check->name, _ (check->title));
      return;
    }
  sheaf_command_say (g_dngettext (GETTEXT_PACKAGE, "%s: %u finding against “%s”. %s",
                                  "%s: %u findings against “%s”. %s", count),
                     check->name, count, _ (check->title), _ (check->why));
  for (guint i = 0; i < count; i++)
    sheaf_command_say_check (check, problems->items->pdata[i], NULL);
}

static gboolean
run_checks (SheafCommandLine *line,
            SheafBook        *book,
            guint            *ret_failed,
            GError          **error)
{
  g_autoptr (SheafOutput) output = NULL;

  if (strcmp (sheaf_command_format (line), "text") == 0)
    return sheaf_checks_run_each (book, say_cb, line, ret_failed, error);
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  return sheaf_checks_run_each (book, table_cb, output, ret_failed, error) &&
         sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean text = strcmp (sheaf_command_format (line), "text") == 0;
  g_autoptr (SheafBook) book = NULL;
  guint failed;

  if (sheaf_command_flag (line, "list"))
    return write_list (line, error);
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !run_checks (line, book, &failed, error))
    return FALSE;
  if (failed == 0 && text)
    sheaf_command_say (_ ("All checks hold."));
  if (failed == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u check fails: mend what is named, or restore a backup",
                            "%u checks fail: mend what is named, or restore a backup", failed),
               failed);
  return FALSE;
}

const SheafCommand sheaf_command_verify = {
  .name = "verify",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("runs every check; what each that fails found, and what it proves"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
