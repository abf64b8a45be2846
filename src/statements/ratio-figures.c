/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a term of a ratio is worth: a line of a form, a turnover, balances by due day, an answer. */
#include "statements/ratio-private.h"

#include "base/i18n.h"
#include "ledger/due.h"
#include "ledger/tax-answer.h"
#include "statements/comparative.h"
#include "statements/error.h"
#include "statements/figures.h"
#include "statements/period.h"
#include "statements/statement.h"

#include <string.h>

#define START "@start"

struct _SheafRatioFigures
{
  SheafBook  *book;
  GHashTable *statements;   /* "FORM YEAR" to SheafStatement */
  GHashTable *comparatives; /* "FORM YEAR" to GHashTable */
  GHashTable *totals;       /* year to SheafFigures */
  GHashTable *dues;         /* day to GArray of SheafDueSplit */
};

SheafRatioFigures *
sheaf_ratio_figures_new (SheafBook *book)
{
  SheafRatioFigures *figures = g_new0 (SheafRatioFigures, 1);

  figures->book = book;
  figures->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) sheaf_statement_free);
  figures->comparatives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) g_hash_table_unref);
  figures->totals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sheaf_figures_free);
  figures->dues = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return figures;
}

void
sheaf_ratio_figures_free (SheafRatioFigures *figures)
{
  if (figures == NULL)
    return;
  g_hash_table_unref (figures->statements);
  g_hash_table_unref (figures->comparatives);
  g_hash_table_unref (figures->totals);
  g_hash_table_unref (figures->dues);
  g_free (figures);
}

static gboolean
fail (const char *term,
      GError    **error)
{
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_RULE,
               _ ("the term “%s” of the ratios cannot be read: mend the data of the ratios"), term);
  return FALSE;
}

static int
first_year (const SheafRatioFigures *figures)
{
  return sheaf_date_year (sheaf_book_first_day (figures->book));
}

static const SheafStatement *
load_statement (SheafRatioFigures *figures,
                const char        *form,
                int                year,
                GError           **error)
{
  g_autofree char *key = g_strdup_printf ("%s %d", form, year);
  SheafStatement  *statement = g_hash_table_lookup (figures->statements, key);

  if (statement != NULL)
    return statement;
  statement = sheaf_statement_compute (figures->book, form, year, SHEAF_DATE_NONE, error);
  if (statement != NULL)
    g_hash_table_insert (figures->statements, g_steal_pointer (&key), statement);
  return statement;
}

static GHashTable *
load_comparatives (SheafRatioFigures *figures,
                   const char        *form,
                   int                year,
                   GError           **error)
{
  g_autofree char *key = g_strdup_printf ("%s %d", form, year);
  GHashTable      *amounts = g_hash_table_lookup (figures->comparatives, key);

  if (amounts != NULL)
    return amounts;
  amounts = sheaf_comparative_load (figures->book, year, form, error);
  if (amounts != NULL)
    g_hash_table_insert (figures->comparatives, g_steal_pointer (&key), amounts);
  return amounts;
}

/* A year before the book: as it was printed; else, of a balance sheet, as the book began. */
static gboolean
line_before_book (SheafRatioFigures *figures,
                  const char        *form,
                  const char        *line,
                  int                year,
                  SheafRatioFigure  *ret_figure,
                  GError           **error)
{
  GHashTable           *amounts = load_comparatives (figures, form, year, error);
  const SheafMoney     *printed;
  const SheafStatement *first;

  if (amounts == NULL)
    return FALSE;
  ret_figure->state = SHEAF_RATIO_NO_YEAR;
  printed = g_hash_table_lookup (amounts, line);
  /* A line that was not printed was empty; but one of the parts of a line may not have been
   * told. */
  if (g_hash_table_size (amounts) > 0 && printed == NULL &&
      g_ascii_isalpha (line[strlen (line) - 1]))
    return TRUE;
  if (g_hash_table_size (amounts) > 0)
    {
      ret_figure->state = SHEAF_RATIO_KNOWN;
      ret_figure->amount = printed != NULL ? *printed : SHEAF_MONEY_ZERO;
      return TRUE;
    }
  if (year != first_year (figures) - 1)
    return TRUE;
  first = load_statement (figures, form, first_year (figures), error);
  if (first == NULL)
    return FALSE;
  if (first->previous_from == SHEAF_STATEMENT_PREVIOUS_BOOK &&
      sheaf_statement_find_line (first, line) != NULL)
    *ret_figure = (SheafRatioFigure){ SHEAF_RATIO_KNOWN,
                                      sheaf_statement_find_line (first, line)->previous };
  return TRUE;
}

/* "FORM:LINE" */
static gboolean
evaluate_line (SheafRatioFigures *figures,
               const char        *term,
               int                year,
               SheafRatioFigure  *ret_figure,
               GError           **error)
{
  g_auto (GStrv) parts = g_strsplit (term, ":", 2);
  const SheafStatement     *statement;
  const SheafStatementLine *line;

  if (g_strv_length (parts) != 2)
    return fail (term, error);
  if (year < first_year (figures))
    return line_before_book (figures, parts[0], parts[1], year, ret_figure, error);
  statement = load_statement (figures, parts[0], year, error);
  line = statement != NULL ? sheaf_statement_find_line (statement, parts[1]) : NULL;
  if (statement == NULL)
    return FALSE;
  if (line == NULL)
    return fail (term, error);
  *ret_figure = (SheafRatioFigure){ SHEAF_RATIO_KNOWN, line->current };
  return TRUE;
}

/* A term of the statements' rule language on the totals of the year. */
static gboolean
evaluate_rule (SheafRatioFigures *figures,
               const char        *term,
               int                year,
               SheafRatioFigure  *ret_figure,
               GError           **error)
{
  g_autoptr (SheafRule) rule = sheaf_rule_parse (term, NULL);
  SheafFigures *year_figures = g_hash_table_lookup (figures->totals, GINT_TO_POINTER (year));

  if (rule == NULL || rule->terms->len != 1 ||
      ((SheafRuleTerm *) rule->terms->pdata[0])->function == SHEAF_RULE_LINE)
    return fail (term, error);
  ret_figure->state = SHEAF_RATIO_NO_YEAR;
  if (year < first_year (figures))
    return TRUE;
  if (year_figures == NULL)
    {
      const SheafChart *chart = sheaf_chart_get (figures->book, error);
      SheafDate         end = sheaf_book_year_end (figures->book, year);
      SheafTotals      *totals = NULL;

      if (chart != NULL)
        totals = sheaf_period_totals (figures->book, year, end, error);
      if (totals == NULL)
        return FALSE;
      year_figures = sheaf_figures_new (chart, totals);
      g_hash_table_insert (figures->totals, GINT_TO_POINTER (year), year_figures);
    }
  *ret_figure = (SheafRatioFigure){ SHEAF_RATIO_KNOWN,
                                    sheaf_figures_term (year_figures, rule->terms->pdata[0],
                                                        SHEAF_FIGURES_AT_END) };
  return TRUE;
}

static const GArray *
load_dues (SheafRatioFigures *figures,
           SheafDate          on,
           GError           **error)
{
  GArray *dues = g_hash_table_lookup (figures->dues, GINT_TO_POINTER (on.days));

  if (dues != NULL)
    return dues;
  dues = sheaf_due_split (figures->book, on, error);
  if (dues != NULL)
    g_hash_table_insert (figures->dues, GINT_TO_POINTER (on.days), dues);
  return dues;
}

/* What of a balance falls in the class, as positive amounts of its side. Without a day: soon. */
static gint64
part_of (const SheafDueSplit *split,
         gboolean             debit,
         gboolean             later)
{
  gint64 part = later ? split->later.units
                      : sheaf_money_add (sheaf_money_add (split->overdue, split->soon),
                                         split->undated)
                            .units;

  return MAX (0, debit ? part : -part);
}

static gboolean
is_under_one (const SheafChart *chart,
              gint64            account_id,
              char            **codes)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  for (guint i = 0; account != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

/* "DUE(SIDE, WHEN, CODES)" at the end of the year, or at its start: the day before, in the first
 * year the first day, on which the opening balances stand. */
static gboolean
evaluate_due (SheafRatioFigures *figures,
              const char        *term,
              gboolean           at_start,
              int                year,
              SheafRatioFigure  *ret_figure,
              GError           **error)
{
  g_autofree char *inner = g_strndup (term + strlen ("DUE("), strlen (term) - strlen ("DUE()"));
  g_auto (GStrv) words = g_strsplit (inner, ",", -1);
  g_auto (GStrv) codes = NULL;
  const SheafChart *chart = sheaf_chart_get (figures->book, error);
  SheafDate         on = sheaf_book_year_end (figures->book, at_start ? year - 1 : year);
  const GArray     *dues;
  SheafMoney        sum = SHEAF_MONEY_ZERO;

  if (chart == NULL || g_strv_length (words) != 3)
    return chart != NULL && fail (term, error);
  ret_figure->state = SHEAF_RATIO_NO_YEAR;
  if (year < first_year (figures))
    return TRUE;
  if (at_start && year == first_year (figures))
    on = sheaf_book_first_day (figures->book);
  dues = load_dues (figures, on, error);
  if (dues == NULL)
    return FALSE;
  codes = g_strsplit (g_strstrip (words[2]), "+", -1);
  for (guint i = 0; i < dues->len; i++)
    {
      const SheafDueSplit *split = &g_array_index (dues, SheafDueSplit, i);

      if (is_under_one (chart, split->account_id, codes))
        sum = sheaf_money_add (
            sum, SHEAF_MONEY (part_of (split, strcmp (g_strstrip (words[0]), "debit") == 0,
                                       strcmp (g_strstrip (words[1]), "later") == 0)));
    }
  *ret_figure = (SheafRatioFigure){ SHEAF_RATIO_KNOWN, sum };
  return TRUE;
}

/* "ANSWER(KEY, FORM:LINE)" */
static gboolean
evaluate_answer (SheafRatioFigures *figures,
                 const char        *term,
                 int                year,
                 SheafRatioFigure  *ret_figure,
                 gboolean          *ret_answered,
                 GError           **error)
{
  g_autofree char *inner =
      g_strndup (term + strlen ("ANSWER("), strlen (term) - strlen ("ANSWER()"));
  g_auto (GStrv) words = g_strsplit (inner, ",", -1);

  if (g_strv_length (words) != 2)
    return fail (term, error);
  ret_figure->state = SHEAF_RATIO_KNOWN;
  *ret_answered = sheaf_tax_answer_money (figures->book, year, g_strstrip (words[0]),
                                          &ret_figure->amount);
  return *ret_answered ||
         evaluate_line (figures, g_strstrip (words[1]), year, ret_figure, error);
}

/* "MOST(TERM; TERM)": known where both are. */
static gboolean
evaluate_most (SheafRatioFigures *figures,
               const char        *term,
               int                year,
               SheafRatioFigure  *ret_figure,
               GError           **error)
{
  g_autofree char *inner = g_strndup (term + strlen ("MOST("), strlen (term) - strlen ("MOST()"));
  g_auto (GStrv) words = g_strsplit (inner, ";", -1);
  SheafRatioFigure parts[2];
  gboolean         answered;

  if (g_strv_length (words) != 2)
    return fail (term, error);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!sheaf_ratio_term_evaluate (figures, g_strstrip (words[i]), year, &parts[i], &answered,
                                    error))
      return FALSE;
  if (parts[0].state == SHEAF_RATIO_KNOWN && parts[1].state == SHEAF_RATIO_KNOWN)
    *ret_figure = parts[sheaf_money_cmp (parts[0].amount, parts[1].amount) < 0 ? 1 : 0];
  return TRUE;
}

gboolean
sheaf_ratio_term_evaluate (SheafRatioFigures *figures,
                           const char        *term,
                           int                year,
                           SheafRatioFigure  *ret_figure,
                           gboolean          *ret_answered,
                           GError           **error)
{
  gboolean         at_start = g_str_has_suffix (term, START);
  g_autofree char *bare = g_strndup (term, strlen (term) - (at_start ? strlen (START) : 0));

  *ret_answered = FALSE;
  *ret_figure = (SheafRatioFigure){ SHEAF_RATIO_NO_YEAR, SHEAF_MONEY_ZERO };
  if (g_str_has_prefix (term, "MOST(") && g_str_has_suffix (term, ")"))
    return evaluate_most (figures, term, year, ret_figure, error);
  if (g_str_has_prefix (bare, "ANSWER(") && g_str_has_suffix (bare, ")"))
    return evaluate_answer (figures, bare, year, ret_figure, ret_answered, error);
  if (g_str_has_prefix (bare, "DUE(") && g_str_has_suffix (bare, ")"))
    return evaluate_due (figures, bare, at_start, year, ret_figure, error);
  if (strchr (bare, '(') != NULL)
    return evaluate_rule (figures, bare, year, ret_figure, error);
  return evaluate_line (figures, bare, at_start ? year - 1 : year, ret_figure, error);
}
