/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the notes' tables, by what kind of line the form has. */
#include "statements/notes-private.h"

#include "base/i18n.h"
#include "ledger/due.h"
#include "ledger/item.h"
#include "statements/error.h"
#include "statements/statement-private.h"

#include <string.h>

/* "B01-HTX:130": a statement and a line of it. */
static const SheafStatementLine *
find_line (const SheafNotesRun *run,
           const char          *of)
{
  const SheafStatement *statements[] = { run->notes->position, run->notes->results };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      const char *code = statements[i]->form->code;

      if (g_str_has_prefix (of, code) && of[strlen (code)] == ':')
        return sheaf_statement_find_line (statements[i], of + strlen (code) + 1);
    }
  return NULL;
}

gboolean
sheaf_note_rows_line (const SheafNotesRun *run,
                      const char          *of,
                      guint                column,
                      SheafMoney          *ret_amount)
{
  const SheafStatementLine *line = find_line (run, of);

  if (line == NULL || (column > 0 && !line->previous_known))
    return FALSE;
  *ret_amount = column == 0 ? line->current : line->previous;
  return TRUE;
}

static SheafMoney
sum_rule (const SheafFigures *figures,
          const SheafRule    *rule,
          SheafFiguresMoment  moment)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < rule->terms->len; i++)
    {
      const SheafRuleTerm *term = rule->terms->pdata[i];
      SheafMoney           value = term->function == SHEAF_RULE_LINE
                                       ? SHEAF_MONEY_ZERO
                                       : sheaf_figures_term (figures, term, moment);

      sum = term->sign > 0 ? sheaf_money_add (sum, value) : sheaf_money_sub (sum, value);
    }
  return sum;
}

gboolean
sheaf_note_rows_rule (const SheafNotesRun *run,
                      const char          *text,
                      guint                column,
                      SheafMoney          *ret_amount)
{
  g_autoptr (SheafRule) rule = sheaf_rule_parse (text, NULL);
  gboolean            result = run->note->kind == SHEAF_NOTE_RESULT;
  const SheafFigures *figures = result && column > 0 ? run->before : run->current;

  if (rule == NULL || figures == NULL)
    return FALSE;
  *ret_amount = sum_rule (figures, rule,
                          !result && column > 0 ? SHEAF_FIGURES_AT_START : SHEAF_FIGURES_AT_END);
  return TRUE;
}

void
sheaf_note_row_free (gpointer data)
{
  SheafNoteRow *row = data;

  g_free (row->label);
  g_free (row->units[0]);
  g_free (row->units[1]);
  g_free (row);
}

SheafNoteRow *
sheaf_note_row_new (const SheafNotesRun *run,
                    const SheafNoteLine *line,
                    const char          *label)
{
  SheafNoteRow *row = g_new0 (SheafNoteRow, 1);

  if (run->note->rows == NULL)
    run->note->rows = g_ptr_array_new_with_free_func (sheaf_note_row_free);
  row->label = g_strdup (label != NULL ? label : line->labels[run->labels]);
  row->indent = line->indent;
  row->memo = line->memo;
  return row;
}

gboolean
sheaf_note_row_is_empty (const SheafNoteRow *row)
{
  for (guint i = 0; i < SHEAF_NOTE_COLUMNS; i++)
    if (row->amounts[i].units != 0)
      return FALSE;
  return TRUE;
}

/* Keeps the row; free ones and optional ones only when they have a figure. */
void
sheaf_note_row_add (const SheafNotesRun *run,
                    SheafNoteRow        *row,
                    gboolean             optional)
{
  if (optional && sheaf_note_row_is_empty (row))
    sheaf_note_row_free (row);
  else
    g_ptr_array_add (run->note->rows, row);
}

static void
add_rule_row (const SheafNotesRun *run,
              const SheafNoteLine *line,
              const char          *rule,
              const char          *label,
              gint64               account_id,
              gboolean             optional)
{
  SheafNoteRow *row = sheaf_note_row_new (run, line, label);

  row->account_id = account_id;
  for (guint i = 0; i < 2; i++)
    row->known[i] = sheaf_note_rows_rule (run, rule, i, &row->amounts[i]);
  sheaf_note_row_add (run, row, optional);
}

static gboolean
add_rule (SheafNotesRun       *run,
          const SheafNoteLine *line,
          GError **error       G_GNUC_UNUSED)
{
  add_rule_row (run, line, line->rule, NULL, 0, line->optional);
  return TRUE;
}

static gboolean
add_line (SheafNotesRun       *run,
          const SheafNoteLine *line,
          GError **error       G_GNUC_UNUSED)
{
  SheafNoteRow *row = sheaf_note_row_new (run, line, NULL);

  for (guint i = 0; i < 2; i++)
    row->known[i] = sheaf_note_rows_line (run, line->of, i, &row->amounts[i]);
  sheaf_note_row_add (run, row, line->optional);
  return TRUE;
}

static gboolean
add_words (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError **error       G_GNUC_UNUSED)
{
  SheafNoteRow *row = sheaf_note_row_new (run, line, NULL);

  row->words = TRUE;
  sheaf_note_row_add (run, row, FALSE);
  return TRUE;
}

char *
sheaf_note_account_label (const SheafNotesRun *run,
                          const SheafAccount  *account)
{
  return g_strdup_printf ("%s %s", account->code, sheaf_account_name (account, run->language));
}

/* Each term of a line's rule: so the rows cannot differ from the line. */
static gboolean
add_terms (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError **error       G_GNUC_UNUSED)
{
  const SheafStatementLine *of = find_line (run, line->of);

  for (guint i = 0; of != NULL && i < of->form->rule->terms->len; i++)
    {
      const SheafRuleTerm *term = of->form->rule->terms->pdata[i];
      const SheafAccount  *account = sheaf_chart_by_code (run->chart, term->accounts[0]);
      g_autofree char     *label = account == NULL ? NULL : sheaf_note_account_label (run, account);

      if (account != NULL)
        add_rule_row (run, line, term->text, label, account->id, TRUE);
    }
  return TRUE;
}

static char *
put_account (const char *rule,
             const char *code)
{
  g_auto (GStrv) parts = g_strsplit (rule, "@", -1);

  return g_strjoinv (code, parts);
}

gboolean
sheaf_note_walk_accounts (SheafNotesRun       *run,
                          const SheafNoteLine *line,
                          SheafNoteEachAccount each,
                          GError             **error)
{
  g_auto (GStrv) codes = g_strsplit (line->of, " ", -1);

  for (guint i = 0; i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);
      const SheafAccount *group = sheaf_chart_by_code (run->chart, codes[0]);

      if (account->postable && group != NULL &&
          sheaf_chart_is_under (run->chart, account, group) && !each (run, line, account, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_note_add_account_rule (SheafNotesRun       *run,
                             const SheafNoteLine *line,
                             const SheafAccount  *account,
                             GError **error       G_GNUC_UNUSED)
{
  g_autofree char *rule = put_account (line->rule, account->code);
  g_autofree char *label = sheaf_note_account_label (run, account);

  add_rule_row (run, line, rule, label, account->id, TRUE);
  return TRUE;
}

/* Whether a part of a loan is in time, overdue or frozen on a day. */
static const char *
state_of_loan (SheafNotesRun      *run,
               const SheafDuePart *part,
               SheafDate           on)
{
  const SheafItem *item =
      part->item_id == 0 ? NULL : sheaf_item_get (run->book, part->item_id, NULL);

  if (item != NULL && !sheaf_date_is_none (item->frozen) && sheaf_date_cmp (item->frozen, on) <= 0)
    return "loans-frozen";
  if (!sheaf_date_is_none (part->due) && sheaf_date_cmp (part->due, on) < 0)
    return "loans-overdue";
  return "loans-current";
}

static gboolean
add_loans (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError             **error)
{
  const SheafAccount *account = sheaf_chart_by_code (run->chart, line->of);
  SheafDate           days[] = { run->to, sheaf_date_add_days (run->from, -1) };
  SheafNoteRow       *row = sheaf_note_row_new (run, line, NULL);

  row->memo = TRUE;
  for (guint i = 0; account != NULL && i < G_N_ELEMENTS (days); i++)
    {
      SheafDueFilter filter = { .on = days[i], .account_id = account->id };
      g_autoptr (GArray) parts = sheaf_due_parts (run->book, &filter, error);

      if (parts == NULL)
        {
          sheaf_note_row_free (row);
          return FALSE;
        }
      row->known[i] = TRUE;
      for (guint j = 0; j < parts->len; j++)
        {
          const SheafDuePart *part = &g_array_index (parts, SheafDuePart, j);

          if (g_str_equal (state_of_loan (run, part, days[i]), line->kind))
            row->amounts[i] = sheaf_money_add (row->amounts[i], part->amount);
        }
    }
  sheaf_note_row_add (run, row, FALSE);
  return TRUE;
}

static const struct
{
  const char *kind;
  gboolean (*add) (SheafNotesRun       *run,
                   const SheafNoteLine *line,
                   GError             **error);
} MAKERS[] = {
  { "row", add_rule },
  { "line", add_line },
  { "words", add_words },
  { "terms", add_terms },
  { "accounts", sheaf_note_add_accounts },
  { "items", sheaf_note_add_items },
  { "item", sheaf_note_add_item },
  { "named", sheaf_note_add_named },
  { "others", sheaf_note_add_others },
  { "loans-current", add_loans },
  { "loans-overdue", add_loans },
  { "loans-frozen", add_loans },
};

gboolean
sheaf_note_rows_add (SheafNotesRun       *run,
                     const SheafNoteLine *line,
                     GError             **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MAKERS); i++)
    if (g_str_equal (MAKERS[i].kind, line->kind))
      {
        if (run->note->rows == NULL)
          run->note->rows = g_ptr_array_new_with_free_func (sheaf_note_row_free);
        return MAKERS[i].add (run, line, error);
      }
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
               _ ("%s.csv: the line “%s” cannot be understood: install the program again"),
               run->notes->form->code, line->kind);
  return FALSE;
}
