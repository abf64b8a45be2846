/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official statements. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/balance-output.h"
#include "cli/command-private.h"
#include "cli/error.h"
#include "cli/output.h"
#include "cli/report-output.h"
#include "documents/paper.h"
#include "reports/revision.h"
#include "reports/statement-drill.h"
#include "statements/statement.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "to", "DAY", N_ ("up to this day of the year; its end when not given") },
  { "line", "CODE", N_ ("the rows behind this line; on F01-HTX an account") },
  { "column", "COLUMN", N_ ("with --line: current, previous, increase or decrease") },
  { "previous", NULL, N_ ("with --line: the same as --column previous") },
  { "hide-empty", NULL, N_ ("leave out lines without figures; codes stay as they are") },
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
          const SheafStatementLine *line)
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
  if (line->previous_known)
    sheaf_output_amount (output, line->previous);
  else
    sheaf_output_text (output, NULL);
}

static gboolean
is_empty (const SheafStatementLine *line)
{
  return line->form->line != NULL && line->current.units == 0 && line->previous.units == 0;
}

static gboolean
write_lines (const SheafCommandLine *line,
             const SheafStatement   *statement,
             gboolean                hide_empty,
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
    if (!hide_empty || !is_empty (&g_array_index (statement->lines, SheafStatementLine, i)))
      add_line (output, &g_array_index (statement->lines, SheafStatementLine, i));
  return sheaf_output_write (output, line, error);
}

/* What is asked about a figure. */
typedef struct
{
  SheafBook          *book;
  SheafStatementDrill drill;
} Behind;

static gboolean
fill_rows (SheafReportSink *sink,
           gpointer         data,
           GError         **error)
{
  const Behind *behind = data;

  return sheaf_statement_drill_write (behind->book, &behind->drill, sink, error);
}

static gboolean
write_rows (const SheafCommandLine *line,
            SheafBook              *book,
            int                     year,
            SheafDate               to,
            GError                **error)
{
  static const char *const COLUMNS[] = { "current", "previous", "increase", "decrease", NULL };
  const char              *word = sheaf_command_option (line, "column");
  Behind                   behind = {
                      .book = book,
                      .drill = { .form = sheaf_command_argument (line, 1),
                                 .year = year,
                                 .to = to,
                                 .line = sheaf_command_option (line, "line"),
                                 .column = SHEAF_STATEMENT_CURRENT,
                                 .language = sheaf_language_current () },
  };

  if (sheaf_command_flag (line, "previous"))
    word = COLUMNS[SHEAF_STATEMENT_PREVIOUS];
  for (guint i = 0; word != NULL && COLUMNS[i] != NULL; i++)
    if (g_str_equal (word, COLUMNS[i]))
      {
        behind.drill.column = (SheafStatementColumn) i;
        word = NULL;
      }
  if (word == NULL)
    return sheaf_report_output_filled (line, book, behind.drill.language, fill_rows, &behind,
                                       error);
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--column %s is not known: take current, previous, increase or decrease"), word);
  return FALSE;
}

/* Forms beside the two columns of old, written as the report they are. */
static gboolean
write_report (const SheafCommandLine *line,
              SheafBook              *book,
              int                     year,
              SheafDate               to,
              GError                **error)
{
  SheafReportQuestion question = { .year = year,
                                   .from = SHEAF_DATE_NONE,
                                   .to = to,
                                   .hide_empty = sheaf_command_flag (line, "hide-empty") };

  return sheaf_report_output (line, book, sheaf_command_argument (line, 1), &question, error);
}

/* The paper, as bytes of a PDF file. */
static gboolean
write_paper (const SheafCommandLine *line,
             SheafBook              *book,
             const char             *form,
             int                     year,
             SheafDate               to,
             GError                **error)
{
  g_autoptr (GBytes) bytes = sheaf_paper_make_statement (book, form, year, to, error);

  return bytes != NULL && sheaf_command_write (line, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

/* B01, B02 and F01 print what they printed before there were reports; with lines left out, and as
 * sheets, they are reports too (NULL). The code is as the form has it, however it was typed. */
static const char *
find_old_shape (const SheafCommandLine *line)
{
  static const char *const OLD[] = { "B01-HTX", "B02-HTX", "F01-HTX", "SFP", "SI", "TB" };
  const char              *format = sheaf_command_format (line);

  if (g_str_equal (format, "xlsx") ||
      (sheaf_command_flag (line, "hide-empty") && g_str_equal (format, "pdf")))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (OLD); i++)
    if (g_ascii_strcasecmp (OLD[i], sheaf_command_argument (line, 1)) == 0)
      return OLD[i];
  return NULL;
}

/* Told beside the figures, as the columns are what they were before there were revisions. */
static gboolean
tell_revision (SheafBook            *book,
               const SheafStatement *statement,
               GError              **error)
{
  g_autofree char *note = NULL;

  if (!sheaf_report_revision (book, statement->from, statement->to, sheaf_language_current (),
                              NULL, &note, error))
    return FALSE;
  if (note != NULL)
    sheaf_command_print_warning (note, NULL);
  return TRUE;
}

/* What would be left aside in silence is refused. */
static gboolean
check_options (const SheafCommandLine *line,
               GError                **error)
{
  gboolean column = sheaf_command_option (line, "column") != NULL;
  gboolean previous = sheaf_command_flag (line, "previous");

  if (column && previous)
    g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                 _ ("--column and --previous exclude each other: give one"));
  else if ((column || previous) && sheaf_command_option (line, "line") == NULL)
    g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                 _ ("--column and --previous ask for the rows behind a line: give --line as well"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate   to = SHEAF_DATE_NONE;
  gboolean    hide_empty = sheaf_command_flag (line, "hide-empty");
  const char *form;
  int         year;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafStatement) statement = NULL;

  if (!sheaf_command_need_year (line, &year, error) ||
      !sheaf_command_day (line, "to", &to, error) || !check_options (line, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  if (sheaf_command_option (line, "line") != NULL)
    return write_rows (line, book, year, to, error);
  form = find_old_shape (line);
  if (form == NULL)
    return write_report (line, book, year, to, error);
  if (g_str_equal (sheaf_command_format (line), "pdf"))
    return write_paper (line, book, form, year, to, error);
  statement = sheaf_statement_compute (book, form, year, to, error);
  if (statement == NULL)
    return FALSE;
  sheaf_command_print_warnings (statement->problems);
  if (!tell_revision (book, statement, error))
    return FALSE;
  return statement->balance != NULL ? sheaf_balance_output (line, statement->balance, FALSE, error)
                                    : write_lines (line, statement, hide_empty, error);
}

const SheafCommand sheaf_command_statement = {
  .name = "statement",
  .arguments = "BOOK FORM",
  .n_arguments = 2,
  .summary = N_ ("an official statement: B01-HTX, B02-HTX, F01-HTX, F02-HTX, B09-HTX; or the rows "
                 "behind a line"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
