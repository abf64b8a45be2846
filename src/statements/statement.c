/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a form and the book's totals together. */
#include "statements/statement-private.h"

#include "base/i18n.h"
#include "ledger/closing.h"
#include "statements/comparative.h"
#include "statements/coverage.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "statements/movement.h"
#include "statements/period.h"
#include "statements/through.h"
#include "statements/words.h"

static gboolean
check_days (SheafBook *book,
            int        year,
            SheafDate *to,
            GError   **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  if (year < first || year > 2999)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
                   _ ("the book has no year %d, it begins with %d: give a year from then on"), year,
                   first);
      return FALSE;
    }
  if (sheaf_date_is_none (*to))
    *to = sheaf_book_year_end (book, year);
  if (sheaf_date_cmp (*to, sheaf_book_year_start (book, year)) < 0 ||
      sheaf_date_cmp (*to, sheaf_book_year_end (book, year)) > 0)
    {
      g_autofree char *day = sheaf_words_date (*to);

      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
                   _ ("%s does not lie in the year %d: give a day of that year"), day, year);
      return FALSE;
    }
  return TRUE;
}

SheafDate
sheaf_statement_day_before (SheafDate day)
{
  gboolean  last = sheaf_date_cmp (day, sheaf_date_month_end (day)) == 0;
  int       year = sheaf_date_year (day) - 1;
  SheafDate month = sheaf_date_new (year, sheaf_date_month (day), 1);

  return last ? sheaf_date_month_end (month)
              : sheaf_date_add_days (month, sheaf_date_day (day) - 1);
}

SheafFigures *
sheaf_statement_load_figures (SheafBook            *book,
                              const SheafStatement *statement,
                              SheafStatementColumn  column,
                              gboolean              details,
                              SheafFiguresMoment   *ret_moment,
                              GError              **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  gboolean          year_before =
      column == SHEAF_STATEMENT_PREVIOUS && statement->form->previous == SHEAF_FORM_PREVIOUS_PERIOD;
  int       year = year_before ? statement->year - 1 : statement->year;
  SheafDate to = year_before ? sheaf_statement_day_before (statement->to) : statement->to;
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (GArray) detailed = NULL;
  g_autoptr (GArray) through = NULL;

  if (chart == NULL)
    return NULL;
  detailed = sheaf_figures_detailed (chart, statement->form);
  totals = details ? sheaf_period_totals (book, year, to, error)
                   : sheaf_period_totals_sides (book, year, to, detailed, error);
  *ret_moment = column == SHEAF_STATEMENT_PREVIOUS && !year_before ? SHEAF_FIGURES_AT_START
                                                                   : SHEAF_FIGURES_AT_END;
  through =
      totals == NULL ? NULL : sheaf_through_apply (book, statement->form, totals, error);
  return through == NULL ? NULL : sheaf_figures_new (chart, g_steal_pointer (&totals));
}

/* Earlier statements were printed for whole years, so an interim one has no such column. */
static gboolean
fill_comparatives (SheafBook      *book,
                   SheafStatement *statement,
                   GError        **error)
{
  g_autoptr (GHashTable) amounts = NULL;

  if (statement->interim)
    return TRUE;
  amounts = sheaf_comparative_load (book, statement->year - 1, statement->form->code, error);
  if (amounts == NULL)
    return FALSE;
  if (g_hash_table_size (amounts) == 0)
    return TRUE;
  statement->previous_from = SHEAF_STATEMENT_PREVIOUS_COMPARATIVES;
  for (guint i = 0; i < statement->lines->len; i++)
    {
      SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);
      const SheafMoney   *amount =
          line->form->line == NULL ? NULL : g_hash_table_lookup (amounts, line->form->line);

      if (amount != NULL)
        line->previous = *amount;
      line->previous_known = amount != NULL;
    }
  return TRUE;
}

/* The first year begins where the last printed statement ended: a line that differs is told. */
static gboolean
compare_opening (SheafBook      *book,
                 SheafStatement *statement,
                 GError        **error)
{
  g_autoptr (GHashTable) amounts = NULL;

  if (statement->year != sheaf_date_year (sheaf_book_first_day (book)))
    return TRUE;
  amounts = sheaf_comparative_load (book, statement->year - 1, statement->form->code, error);
  if (amounts == NULL)
    return FALSE;
  for (guint i = 0; i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);
      const SheafMoney         *amount =
          line->form->line == NULL ? NULL : g_hash_table_lookup (amounts, line->form->line);
      g_autofree char *opening = sheaf_words_figure (line->previous);
      g_autofree char *printed = amount == NULL ? NULL : sheaf_words_figure (*amount);

      if (amount != NULL && sheaf_money_cmp (*amount, line->previous) != 0)
        sheaf_problems_add (statement->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("%s line %s: the opening balances give %s, the statement printed "
                               "for %d has %s; compare them"),
                            statement->form->code, line->form->line, opening, statement->year - 1,
                            printed);
    }
  return TRUE;
}

/* Computes and checks one column. */
static void
fill_column (SheafStatement      *statement,
             const SheafFigures  *figures,
             SheafFiguresMoment   moment,
             SheafStatementColumn column)
{
  g_autofree SheafMoney *values = sheaf_figures_evaluate (figures, statement->form, moment);

  sheaf_coverage_check (figures, statement->form, values, moment, statement->problems);
  for (guint i = 0; i < statement->lines->len; i++)
    {
      SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);

      if (column == SHEAF_STATEMENT_CURRENT)
        line->current = values[i];
      else
        {
          line->previous = values[i];
          line->previous_known = TRUE;
        }
    }
}

/* The second column: the start of this year, the year before, or what was printed before the
 * book. */
static gboolean
fill_previous (SheafBook          *book,
               SheafStatement     *statement,
               const SheafFigures *current,
               GError            **error)
{
  g_autoptr (SheafFigures) own = NULL;
  SheafFiguresMoment moment = SHEAF_FIGURES_AT_START;

  if (statement->form->previous == SHEAF_FORM_PREVIOUS_PERIOD)
    {
      if (statement->year - 1 < sheaf_date_year (sheaf_book_first_day (book)))
        return fill_comparatives (book, statement, error);
      own =
          sheaf_statement_load_figures (book, statement, SHEAF_STATEMENT_PREVIOUS, FALSE, &moment,
                                        error);
      if (own == NULL)
        return FALSE;
    }
  fill_column (statement, own != NULL ? own : current, moment, SHEAF_STATEMENT_PREVIOUS);
  statement->previous_from = SHEAF_STATEMENT_PREVIOUS_BOOK;
  return own != NULL || compare_opening (book, statement, error);
}

static void
check_balance (SheafStatement *statement)
{
  const SheafMoney *total = statement->balance->total;

  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i += 2)
    if (sheaf_money_cmp (total[i], total[i + 1]) != 0)
      {
        g_autofree char *debit = sheaf_words_figure (total[i]);
        g_autofree char *credit = sheaf_words_figure (total[i + 1]);

        sheaf_problems_add (statement->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("%s: the totals of columns %u and %u differ, they are %s and %s"),
                            statement->form->code, i + 1, i + 2, debit, credit);
      }
}

static gboolean
fill_statement (SheafBook      *book,
                SheafStatement *statement,
                GError        **error)
{
  const SheafForm   *form = statement->form;
  SheafFiguresMoment moment;
  g_autoptr (SheafFigures) figures = sheaf_statement_load_figures (
      book, statement, SHEAF_STATEMENT_CURRENT, FALSE, &moment, error);

  if (figures == NULL)
    return FALSE;
  if (form->kind == SHEAF_FORM_ACCOUNTS)
    {
      statement->balance = sheaf_balance_new (figures, form->level, SHEAF_BALANCE_BY_DETAIL);
      statement->previous_from = SHEAF_STATEMENT_PREVIOUS_BOOK;
      check_balance (statement);
      return sheaf_balance_split_currencies (book, statement->balance, error);
    }
  for (guint i = 0; i < form->lines->len; i++)
    {
      SheafStatementLine line = { .form = form->lines->pdata[i],
                                  .previous_known = form->kind == SHEAF_FORM_MOVEMENT };

      g_array_append_val (statement->lines, line);
    }
  if (form->kind == SHEAF_FORM_MOVEMENT)
    {
      statement->previous_from = SHEAF_STATEMENT_PREVIOUS_BOOK;
      sheaf_movement_fill (statement, figures);
      return TRUE;
    }
  fill_column (statement, figures, moment, SHEAF_STATEMENT_CURRENT);
  return fill_previous (book, statement, figures, error);
}

SheafStatement *
sheaf_statement_compute (SheafBook  *book,
                         const char *form,
                         int         year,
                         SheafDate   to,
                         GError    **error)
{
  g_autoptr (SheafStatement) statement = g_new0 (SheafStatement, 1);

  g_return_val_if_fail (book != NULL && form != NULL, NULL);

  statement->lines = g_array_new (FALSE, FALSE, sizeof (SheafStatementLine));
  statement->problems = sheaf_problems_new ();
  statement->form = sheaf_form_load (book, form, year, error);
  if (statement->form == NULL || !check_days (book, year, &to, error))
    return NULL;
  statement->year = year;
  statement->from = sheaf_book_year_start (book, year);
  statement->to = to;
  statement->interim = sheaf_date_cmp (to, sheaf_book_year_end (book, year)) < 0;
  if (!sheaf_closing_is_closed (book, year, &statement->closed, error))
    return NULL;
  return fill_statement (book, statement, error) ? g_steal_pointer (&statement) : NULL;
}

void
sheaf_statement_free (SheafStatement *statement)
{
  if (statement == NULL)
    return;
  sheaf_form_free (statement->form);
  g_array_unref (statement->lines);
  sheaf_balance_free (statement->balance);
  sheaf_problems_free (statement->problems);
  g_free (statement);
}

const SheafStatementLine *
sheaf_statement_find_line (const SheafStatement *statement,
                           const char           *line)
{
  guint index;

  if (sheaf_form_find_line (statement->form, line, &index) == NULL ||
      index >= statement->lines->len)
    return NULL;
  return &g_array_index (statement->lines, SheafStatementLine, index);
}

char *
sheaf_statement_text (const SheafStatement *statement,
                      const char           *key,
                      const char           *language)
{
  g_autofree char *interim_key = g_strdup_printf ("%s_interim", key);
  g_autofree char *text = NULL;

  if (statement->interim)
    text = sheaf_form_text (statement->form, interim_key, language);
  if (text == NULL)
    text = sheaf_form_text (statement->form, key, language);
  return sheaf_words_fill (text, statement->from, statement->to, language);
}

char **
sheaf_statement_list (const SheafStatement *statement,
                      const char           *key,
                      const char           *language)
{
  g_autofree char *interim_key = g_strdup_printf ("%s_interim", key);
  char           **list = sheaf_form_list (statement->form, interim_key, language);

  if (statement->interim && list[0] != NULL)
    return list;
  g_strfreev (list);
  return sheaf_form_list (statement->form, key, language);
}
