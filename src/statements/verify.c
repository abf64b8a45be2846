/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every statement of every year of the book must agree with itself and leave no balance out. */
#include "statements/verify.h"

#include "base/i18n.h"
#include "ledger/closing.h"
#include "statements/balance.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "statements/notes.h"
#include "statements/statement.h"

/* The last year with entries: years of an empty future need no look. */
static gboolean
find_last_year (SheafBook *book,
                int       *ret_year,
                GError   **error)
{
  SheafDate from, to;

  if (!sheaf_balance_default_days (book, &from, &to, error))
    return FALSE;
  *ret_year = sheaf_date_year (to);
  return TRUE;
}

/* While a year is open its entries can still be put right, so what is wrong is only a warning. */
static gboolean
check_statement (
    SheafBook     *book,
    const char    *form,
    int            year,
    SheafProblems *problems,
    GError       **error)
{
  g_autoptr (SheafStatement) statement =
      sheaf_statement_compute (book, form, year, SHEAF_DATE_NONE, error);
  gboolean closed;

  if (statement == NULL || !sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  for (guint i = 0; i < statement->problems->items->len; i++)
    {
      const SheafProblem *problem = statement->problems->items->pdata[i];

      sheaf_problems_add (problems, closed ? problem->kind : SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                          "%d: %s", year, problem->text);
    }
  return TRUE;
}

static gboolean
check_statements (SheafBook     *book,
                  SheafProblems *problems,
                  GError       **error)
{
  g_auto (GStrv) codes = sheaf_form_codes (book, error);
  int last;

  if (codes == NULL || !find_last_year (book, &last, error))
    return FALSE;
  for (int year = sheaf_date_year (sheaf_book_first_day (book)); year <= last; year++)
    for (gsize i = 0; codes[i] != NULL; i++)
      if (!check_statement (book, codes[i], year, problems, error))
        return FALSE;
  return TRUE;
}

/* The tables of the notes against the lines that they explain; a chart without notes has nothing to
 * compare. */
static gboolean
check_notes (SheafBook     *book,
             SheafProblems *problems,
             GError       **error)
{
  int last;

  if (!find_last_year (book, &last, error))
    return FALSE;
  for (int year = sheaf_date_year (sheaf_book_first_day (book)); year <= last; year++)
    {
      g_autoptr (GError) inner = NULL;
      g_autoptr (SheafNotes) notes =
          sheaf_notes_compute (book, year, SHEAF_DATE_NONE, "vi", &inner);

      if (g_error_matches (inner, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM))
        return TRUE;
      if (notes == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return FALSE;
        }
      for (guint i = 0; i < notes->problems->items->len; i++)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%d: %s", year,
                            ((const SheafProblem *) notes->problems->items->pdata[i])->text);
    }
  return TRUE;
}

const SheafCheck sheaf_statements_checks[] = {
  { "statements-agree", check_statements, N_ ("Statements agree with themselves and each other"),
    N_ ("Every form of every year is computed: totals, equality of both sides, no "
        "balance left out.") },
  { "notes-agree", check_notes, N_ ("Notes agree with the statements"),
    N_ ("Each table of the notes B09-HTX comes to the line that it explains; where it does not, an "
        "entry went past the accounts of the note.") },
  { NULL, NULL, NULL, NULL },
};
