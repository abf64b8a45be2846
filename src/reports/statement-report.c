/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One computed statement, line by line into a sink. */
#include "reports/statement-report.h"

#include "base/i18n.h"
#include "reports/error.h"
#include "reports/statement-report-private.h"
#include "reports/words.h"
#include "statements/balance.h"
#include "statements/form-book.h"
#include "statements/words.h"

#include <string.h>

/* Headings merged over columns are written "Group > Heading" in the forms' files. */
#define GROUP_SIGN " > "

gboolean
sheaf_statement_report_days (SheafBook                 *book,
                             const SheafReportQuestion *question,
                             int                       *ret_year,
                             SheafDate                 *ret_to,
                             GError                   **error)
{
  SheafDate from, to;

  *ret_to = question->to;
  if (question->year != 0)
    *ret_year = question->year;
  else if (!sheaf_date_is_none (question->to))
    *ret_year = sheaf_date_year (question->to);
  else if (!sheaf_date_is_none (question->from))
    *ret_year = sheaf_date_year (question->from);
  else if (sheaf_balance_default_days (book, &from, &to, error))
    *ret_year = sheaf_date_year (to);
  else
    return FALSE;
  return TRUE;
}

char *
sheaf_statement_report_word (SheafBook  *book,
                             const char *key,
                             const char *language,
                             SheafDate   from,
                             SheafDate   to)
{
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, "words", NULL);
  g_autofree char *text = words == NULL ? NULL : sheaf_words_text (words, key, language);

  return sheaf_words_fill (text, from, to, language);
}

void
sheaf_statement_report_column (GPtrArray    *columns,
                               const char   *key,
                               char        **headings,
                               char        **marks,
                               SheafCellKind kind,
                               guint         weight)
{
  guint            n = columns->len;
  const char      *heading = n < g_strv_length (headings) ? headings[n] : "";
  const char      *mark = marks != NULL && n < g_strv_length (marks) ? marks[n] : NULL;
  const char      *sign = g_strrstr (heading, GROUP_SIGN);
  g_autofree char *group =
      sign == NULL ? NULL : g_strndup (heading, (gsize) (sign - heading));

  sheaf_report_column_add (columns, key, group,
                           sign == NULL ? heading : sign + strlen (GROUP_SIGN), mark, kind, weight);
}

char **
sheaf_statement_report_append (char      **list,
                               const char *text)
{
  guint n = g_strv_length (list);

  if (text == NULL)
    return list;
  list = g_renew (char *, list, n + 2);
  list[n] = g_strdup (text);
  list[n + 1] = NULL;
  return list;
}

/* The notes begin with their title; earlier figures that are not the book's are told. */
static void
set_notes (SheafReportHead      *head,
           SheafBook            *book,
           const SheafStatement *statement,
           const char           *language)
{
  g_autofree char *title = sheaf_statement_text (statement, "notes_title", language);
  g_auto (GStrv) notes = g_steal_pointer (&head->notes);

  head->notes = g_new0 (char *, 1);
  if (notes[0] != NULL)
    head->notes = sheaf_statement_report_append (head->notes, title);
  for (char **note = notes; *note != NULL; note++)
    head->notes = sheaf_statement_report_append (head->notes, *note);
  if (statement->previous_from == SHEAF_STATEMENT_PREVIOUS_COMPARATIVES)
    {
      g_autofree char *word = sheaf_statement_report_word (book, "comparatives", language,
                                                           statement->from, statement->to);

      head->notes = sheaf_statement_report_append (head->notes, word);
    }
}

/* Nobody should send off by mistake what does not agree, or what may still change. */
static void
set_warnings (SheafReportHead      *head,
              SheafBook            *book,
              const SheafStatement *statement,
              const char           *language)
{
  g_autofree char *unbalanced = sheaf_statement_report_word (book, "unbalanced", language,
                                                             statement->from, statement->to);
  g_autofree char *unclosed = sheaf_statement_report_word (book, "unclosed", language,
                                                           statement->from, statement->to);

  if (statement->problems->errors > 0)
    head->warnings = sheaf_statement_report_append (head->warnings, unbalanced);
  if (!statement->closed)
    head->warnings = sheaf_statement_report_append (head->warnings, unclosed);
  for (guint i = 0; i < statement->problems->items->len; i++)
    {
      const SheafProblem *problem = statement->problems->items->pdata[i];

      head->warnings = sheaf_statement_report_append (head->warnings, problem->text);
    }
}

/* The key of a column of figures, as programs know it. */
static void
add_columns (SheafReportHead      *head,
             const SheafStatement *statement,
             const char           *language)
{
  static const char *const ACCOUNTS[] = { "account", "name", "opening_debit", "opening_credit",
                                          "debit", "credit", "closing_debit", "closing_credit" };
  static const char *const LINES[] = { "label", "line", "note", "current", "previous" };
  static const char *const MOVEMENT[] = { "label", "opening", "increase", "decrease", "closing" };
  static const guint       ACCOUNT_WEIGHTS[] = { 8, 30, 13, 13, 13, 13, 13, 13 };
  static const guint       LINE_WEIGHTS[] = { 60, 8, 9, 18, 18 };
  static const guint       MOVEMENT_WEIGHTS[] = { 40, 15, 15, 15, 15 };
  g_auto (GStrv) headings = sheaf_statement_list (statement, "columns", language);
  g_auto (GStrv) marks = sheaf_statement_list (statement, "marks", language);
  gboolean accounts = statement->form->kind == SHEAF_FORM_ACCOUNTS;
  gboolean movement = statement->form->kind == SHEAF_FORM_MOVEMENT;
  guint    n = accounts ? G_N_ELEMENTS (ACCOUNTS) : G_N_ELEMENTS (LINES);

  for (guint i = 0; i < n; i++)
    {
      gboolean money = accounts ? i >= 2 : movement ? i >= 1
                                                    : i >= 3;

      sheaf_statement_report_column (head->columns,
                                     accounts   ? ACCOUNTS[i]
                                     : movement ? MOVEMENT[i]
                                                : LINES[i],
                                     headings, marks, money ? SHEAF_CELL_MONEY : SHEAF_CELL_TEXT,
                                     accounts   ? ACCOUNT_WEIGHTS[i]
                                     : movement ? MOVEMENT_WEIGHTS[i]
                                                : LINE_WEIGHTS[i]);
    }
}

SheafReportHead *
sheaf_statement_report_head (SheafBook            *book,
                             const SheafStatement *statement,
                             const char           *language)
{
  SheafReportHead *head = sheaf_report_words_head (statement->form->words, statement->form->code,
                                                   language, statement->from, statement->to);
  g_autofree char *subtitle = sheaf_statement_text (statement, "subtitle", language);

  if (statement->interim)
    {
      g_strfreev (head->subtitles);
      head->subtitles = sheaf_statement_report_append (g_new0 (char *, 1), subtitle);
    }
  set_notes (head, book, statement, language);
  set_warnings (head, book, statement, language);
  add_columns (head, statement, language);
  return head;
}

gboolean
sheaf_statement_report_write (const SheafReport         *report,
                              SheafBook                 *book,
                              const SheafReportQuestion *question,
                              SheafReportSink           *sink,
                              GError                   **error)
{
  const char *language = question->language != NULL ? question->language : "vi";
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("");
  SheafDate to;
  int       year;

  if (!sheaf_statement_report_days (book, question, &year, &to, error))
    return FALSE;
  statement = sheaf_statement_compute (book, report->code, year, to, error);
  if (statement == NULL)
    return FALSE;
  head = sheaf_statement_report_head (book, statement, language);
  return sheaf_report_sink_head (sink, head, error) &&
         sheaf_report_sink_section (sink, section, error) &&
         (statement->balance != NULL
              ? sheaf_statement_report_accounts (statement, language, sink, error)
              : sheaf_statement_report_lines (statement, language, question->hide_empty, sink,
                                              error)) &&
         sheaf_report_sink_finish (sink, error);
}

char *
sheaf_statement_report_withheld (const SheafReport *report,
                                 SheafBook         *book)
{
  g_auto (GStrv) codes = sheaf_form_codes (book, NULL);

  if (codes == NULL || g_strv_contains ((const char *const *) codes, report->code))
    return NULL;
  return g_strdup_printf (_ ("The chart of accounts of this book has no statement %s"),
                          report->code);
}
