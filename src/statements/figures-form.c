/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form's lines and rules on figures, and what it asks of them. */
#include "statements/figures.h"

static gboolean
is_named (const SheafChart   *chart,
          char              **codes,
          const SheafAccount *account)
{
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

static gboolean
rule_sets_off (const SheafChart   *chart,
               const SheafRule    *rule,
               const SheafAccount *account)
{
  for (guint i = 0; rule != NULL && i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];

      if ((term->function == SHEAF_RULE_DEBIT_DETAILS ||
           term->function == SHEAF_RULE_CREDIT_DETAILS) &&
          term->accounts[1] != NULL && is_named (chart, term->accounts, account))
        return TRUE;
    }
  return FALSE;
}

/* Whether the form sets the account off against another, party by party. */
static gboolean
form_sets_off (const SheafChart   *chart,
               const SheafForm    *form,
               const SheafAccount *account)
{
  for (guint i = 0; i < form->lines->len; i++)
    if (rule_sets_off (chart, ((const SheafFormLine *) form->lines->pdata[i])->rule, account))
      return TRUE;
  for (guint i = 0; i < form->checks->len; i++)
    {
      const SheafFormCheck *check = form->checks->pdata[i];

      if (rule_sets_off (chart, check->left, account) ||
          rule_sets_off (chart, check->right, account))
        return TRUE;
    }
  return FALSE;
}

GArray *
sheaf_figures_detailed (const SheafChart *chart,
                        const SheafForm  *form)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && form_sets_off (chart, form, account))
        g_array_append_val (ids, account->id);
    }
  return ids;
}

SheafMoney
sheaf_figures_rule (const SheafFigures *figures,
                    const SheafForm    *form,
                    const SheafRule    *rule,
                    const SheafMoney   *lines,
                    SheafFiguresMoment  moment)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];
      SheafMoney           value;
      guint                index = 0;

      if (term->function == SHEAF_RULE_LINE)
        {
          (void) sheaf_form_find_line (form, term->line, &index); /* the reader made sure of it */
          value = lines[index];
        }
      else
        value = sheaf_figures_term (figures, term, moment);
      sum = term->sign > 0 ? sheaf_money_add (sum, value) : sheaf_money_sub (sum, value);
    }
  return sum;
}

SheafMoney *
sheaf_figures_evaluate (const SheafFigures *figures,
                        const SheafForm    *form,
                        SheafFiguresMoment  moment)
{
  SheafMoney *lines = g_new0 (SheafMoney, form->lines->len);

  for (guint i = 0; i < form->order->len; i++)
    {
      guint                index = g_array_index (form->order, guint, i);
      const SheafFormLine *line = form->lines->pdata[index];

      lines[index] = sheaf_figures_rule (figures, form, line->rule, lines, moment);
    }
  return lines;
}
