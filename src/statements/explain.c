/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The explanation is the same evaluation, term by term. */
#include "statements/explain.h"

#include "base/i18n.h"
#include "statements/error.h"
#include "statements/statement-private.h"

static void
free_origin (gpointer data)
{
  SheafOrigin *origin = data;

  g_free (origin->text);
  g_free (origin->line);
  if (origin->parts != NULL)
    g_array_unref (origin->parts);
  g_free (origin);
}

/* An explanation lists what a figure is made of. */
static void
drop_empty (GArray *parts)
{
  for (guint i = parts->len; i-- > 0;)
    if (g_array_index (parts, SheafFiguresPart, i).amount.units == 0)
      g_array_remove_index (parts, i);
}

GPtrArray *
sheaf_statement_explain (SheafBook            *book,
                         const SheafStatement *statement,
                         const char           *line,
                         SheafStatementColumn  column,
                         GError              **error)
{
  const SheafStatementLine *found = sheaf_statement_find_line (statement, line);
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (free_origin);
  g_autoptr (SheafFigures) figures = NULL;
  SheafFiguresMoment moment;

  if (found == NULL)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s has no line %s, give the code printed on the form"),
                   statement->form->code, line);
      return NULL;
    }
  if (column == SHEAF_STATEMENT_PREVIOUS &&
      statement->previous_from != SHEAF_STATEMENT_PREVIOUS_BOOK)
    return g_steal_pointer (&origins);
  figures = sheaf_statement_load_figures (book, statement, column, TRUE, &moment, error);
  if (figures == NULL)
    return NULL;
  for (guint i = 0; i < found->form->rule->terms->len; i++)
    {
      const SheafRuleTerm *term = found->form->rule->terms->pdata[i];
      SheafOrigin         *origin = g_new0 (SheafOrigin, 1);
      SheafMoney           value;

      g_ptr_array_add (origins, origin);
      origin->text = g_strdup (term->text);
      origin->line = g_strdup (term->line);
      origin->sign = term->sign;
      if (term->function == SHEAF_RULE_LINE)
        {
          const SheafStatementLine *other = sheaf_statement_find_line (statement, term->line);

          value = column == SHEAF_STATEMENT_CURRENT ? other->current : other->previous;
        }
      else
        {
          origin->parts = sheaf_figures_parts (figures, term, moment);
          drop_empty (origin->parts);
          value = sheaf_figures_term (figures, term, moment);
        }
      origin->amount = term->sign > 0 ? value : sheaf_money_neg (value);
    }
  return g_steal_pointer (&origins);
}
