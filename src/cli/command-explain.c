/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a share came about. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "payouts/explain.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "member", "CODE", N_ ("whose share") },
  { "on", "DAY", N_ ("the day; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn text_columns[] = {
  { "line", N_ ("Explanation"), SHEAF_OUTPUT_TEXT },
};

/* section, key, kind and value never change with the language. */
static const SheafOutputColumn columns[] = {
  { "section", N_ ("Section"), SHEAF_OUTPUT_TEXT },
  { "key", N_ ("Key"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "value", N_ ("Value"), SHEAF_OUTPUT_TEXT },
  { "label", N_ ("Label"), SHEAF_OUTPUT_TEXT },
  { "figure", N_ ("Figure"), SHEAF_OUTPUT_TEXT },
  { "note", N_ ("Note"), SHEAF_OUTPUT_TEXT },
};

/* A heading, or a label with its figure and the note below. */
static void
print_line (SheafOutput            *output,
            const SheafExplainLine *line)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (line->kind == SHEAF_EXPLAIN_HEADING)
    text = g_strdup (line->label);
  else
    text = g_strdup_printf (*line->figure != '\0' ? "  %s: %s" : "  %s", line->label, line->figure);
  sheaf_output_text (output, text);
  if (line->note == NULL)
    return;
  note = g_strconcat ("      ", line->note, NULL);
  sheaf_output_text (output, note);
}

static void
list_line (SheafOutput            *output,
           const SheafExplainLine *line)
{
  const char *cells[] = { line->section, line->key, sheaf_explain_kind_to_text (line->kind),
                          line->value, line->label, line->figure, line->note };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    sheaf_output_text (output, cells[i]);
}

static SheafOutput *
begin_output (const SheafCommandLine *line)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, text_columns,
                                                     G_N_ELEMENTS (text_columns));

  if (sheaf_output_is_for_people (output))
    return g_steal_pointer (&output);
  return sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *code = sheaf_command_need (line, "member", error);
  int         year;
  SheafDate   on = SHEAF_DATE_NONE;
  g_autoptr (SheafOutput) output = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (code == NULL || !sheaf_command_need_year (line, &year, error))
    return FALSE;
  output = begin_output (line);
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_command_on (line, book, &on, error))
    return FALSE;
  lines = sheaf_payout_explain (book, year, code, on, problems, error);
  sheaf_command_print_problems (problems);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (sheaf_output_is_for_people (output))
      print_line (output, lines->pdata[i]);
    else
      list_line (output, lines->pdata[i]);
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
