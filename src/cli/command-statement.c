/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official statements. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/balance-output.h"
#include "cli/error.h"
#include "cli/output.h"
#include "documents/paper.h"
#include "statements/statement.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "to", "DAY", N_ ("up to this day of the year; its end when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "line", N_ ("Line"), SHEAF_OUTPUT_TEXT },
  { "label", N_ ("Label"), SHEAF_OUTPUT_TEXT },
  { "note", N_ ("Note"), SHEAF_OUTPUT_TEXT },
  { "current", N_ ("Current"), SHEAF_OUTPUT_AMOUNT },
  { "previous", N_ ("Previous"), SHEAF_OUTPUT_AMOUNT },
};

/* Programs read the Vietnamese labels of the regulation, whatever the language. */
static void
add_line (SheafOutput              *output,
          const SheafStatementLine *line,
          gboolean                  has_previous)
{
  SheafFormLanguage language = sheaf_output_is_text (output)
                                   ? sheaf_form_language (sheaf_language_current ())
                                   : SHEAF_FORM_VI;

  sheaf_output_text (output, line->form->line);
  sheaf_output_text (output, line->form->labels[language]);
  sheaf_output_text (output, line->form->note);
  if (line->form->line == NULL)
    {
      sheaf_output_text (output, NULL);
      sheaf_output_text (output, NULL);
      return;
    }
  sheaf_output_amount (output, line->current);
  if (has_previous)
    sheaf_output_amount (output, line->previous);
  else
    sheaf_output_text (output, NULL);
}

static gboolean
write_lines (const SheafCommandLine *line,
             const SheafStatement   *statement,
             GError                **error)
{
  g_auto (GStrv) titles = sheaf_statement_list (statement, "columns", sheaf_language_current ());
  SheafOutputColumn named[G_N_ELEMENTS (columns)];
  g_autoptr (SheafOutput) output = NULL;

  memcpy (named, columns, sizeof columns);
  if (g_strv_length (titles) == G_N_ELEMENTS (columns)) /* the form's own: "End of year" */
    for (guint i = 0; i < 2; i++)
      named[G_N_ELEMENTS (columns) - 1 - i].title = titles[G_N_ELEMENTS (columns) - 1 - i];
  output = sheaf_output_new (line, named, G_N_ELEMENTS (columns));

  for (guint i = 0; i < statement->lines->len; i++)
    add_line (output, &g_array_index (statement->lines, SheafStatementLine, i),
              statement->previous_from != SHEAF_STATEMENT_PREVIOUS_NONE);
  return sheaf_output_write (output, line, error);
}

/* The paper, as bytes of a PDF file. */
static gboolean
write_paper (const SheafCommandLine *line,
             SheafBook              *book,
             int                     year,
             SheafDate               to,
             GError                **error)
{
  g_autoptr (GBytes) bytes = sheaf_paper_make_statement (book, sheaf_command_argument (line, 1),
                                                         year, to, error);

  return bytes != NULL && sheaf_command_write (line, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate to = SHEAF_DATE_NONE;
  int       year;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafStatement) statement = NULL;

  if (!sheaf_command_need_year (line, &year, error) || !sheaf_command_day (line, "to", &to, error))
    return FALSE;
  if (g_str_equal (sheaf_command_format (line), "xlsx"))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("XLSX is not in this version: take --format csv, which sheets open"));
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  if (g_str_equal (sheaf_command_format (line), "pdf"))
    return write_paper (line, book, year, to, error);
  statement = sheaf_statement_compute (book, sheaf_command_argument (line, 1), year, to, error);
  if (statement == NULL)
    return FALSE;
  sheaf_command_print_warnings (statement->problems);
  return statement->balance != NULL ? sheaf_balance_output (line, statement->balance, FALSE, error)
                                    : write_lines (line, statement, error);
}

const SheafCommand sheaf_command_statement = {
  .name = "statement",
  .arguments = "BOOK FORM",
  .n_arguments = 2,
  .summary = N_ ("an official statement: B01-HTX, B02-HTX, F01-HTX"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
