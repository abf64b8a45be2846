/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the notes' tables, by what kind of line the form has. */
#include "statements/notes-private.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/account-sums.h"
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
  const SheafStatement     *statement = g_str_has_prefix (of, run->notes->position->form->code)
                                            ? run->notes->position
                                            : run->notes->results;

  if (line == NULL ||
      (column > 0 && statement->previous_from == SHEAF_STATEMENT_PREVIOUS_NONE))
    return FALSE;
  *ret_amount = column == 0 ? line->current : line->previous;
  /* a line that was not typed in from the earlier paper is not known to be nothing */
  return column == 0 || ret_amount->units != 0 ||
         statement->previous_from == SHEAF_STATEMENT_PREVIOUS_BOOK;
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

static void
free_row (gpointer data)
{
  SheafNoteRow *row = data;

  g_free (row->label);
  g_free (row->units[0]);
  g_free (row->units[1]);
  g_free (row);
}

static SheafNoteRow *
new_row (const SheafNotesRun *run,
         const SheafNoteLine *line,
         const char          *label)
{
  SheafNoteRow *row = g_new0 (SheafNoteRow, 1);

  if (run->note->rows == NULL)
    run->note->rows = g_ptr_array_new_with_free_func (free_row);
  row->label = g_strdup (label != NULL ? label : line->labels[run->labels]);
  row->indent = line->indent;
  row->memo = line->memo;
  return row;
}

static gboolean
is_empty (const SheafNoteRow *row)
{
  for (guint i = 0; i < SHEAF_NOTE_COLUMNS; i++)
    if (row->amounts[i].units != 0)
      return FALSE;
  return TRUE;
}

/* Keeps the row; free ones and optional ones only when they have a figure. */
static void
add_row (const SheafNotesRun *run,
         SheafNoteRow        *row,
         gboolean             optional)
{
  if (optional && is_empty (row))
    free_row (row);
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
  SheafNoteRow *row = new_row (run, line, label);

  row->account_id = account_id;
  for (guint i = 0; i < 2; i++)
    row->known[i] = sheaf_note_rows_rule (run, rule, i, &row->amounts[i]);
  add_row (run, row, optional);
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
  SheafNoteRow *row = new_row (run, line, NULL);

  for (guint i = 0; i < 2; i++)
    row->known[i] = sheaf_note_rows_line (run, line->of, i, &row->amounts[i]);
  add_row (run, row, line->optional);
  return TRUE;
}

static gboolean
add_words (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError **error       G_GNUC_UNUSED)
{
  SheafNoteRow *row = new_row (run, line, NULL);

  row->words = TRUE;
  add_row (run, row, FALSE);
  return TRUE;
}

static char *
account_label (const SheafNotesRun *run,
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
      g_autofree char     *label = account == NULL ? NULL : account_label (run, account);

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

/* What is done with each account that is posted to under those of a line. */
typedef gboolean (*EachAccount) (SheafNotesRun       *run,
                                 const SheafNoteLine *line,
                                 const SheafAccount  *account,
                                 GError             **error);

static gboolean
walk_accounts (SheafNotesRun       *run,
               const SheafNoteLine *line,
               EachAccount          each,
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

static gboolean
add_account_rule (SheafNotesRun       *run,
                  const SheafNoteLine *line,
                  const SheafAccount  *account,
                  GError **error       G_GNUC_UNUSED)
{
  g_autofree char *rule = put_account (line->rule, account->code);
  g_autofree char *label = account_label (run, account);

  add_rule_row (run, line, rule, label, account->id, TRUE);
  return TRUE;
}

/* The columns of one sum, by the table's kind. */
static void
fill_sum (const SheafNotesRun   *run,
          SheafNoteRow          *row,
          const SheafAccountSum *sum,
          const char            *side,
          guint                  column)
{
  gboolean   credit = strstr (side, "CB") != NULL;
  int        sign = (*side == '-' ? -1 : 1) * (credit ? -1 : 1);
  SheafMoney opening = sign > 0 ? sum->before : sheaf_money_neg (sum->before);
  SheafMoney net = sheaf_money_sub (sum->debit, sum->credit);
  SheafMoney closing;

  net = sign > 0 ? net : sheaf_money_neg (net);
  closing = sheaf_money_add (opening, net);
  for (guint i = 0; run->note->kind != SHEAF_NOTE_RESULT &&
                    i < sheaf_note_kind_columns (run->note->kind);
       i++)
    row->known[i] = TRUE;
  switch (run->note->kind)
    {
    case SHEAF_NOTE_RESULT:
      row->known[column] = TRUE;
      row->amounts[column] = sheaf_money_add (row->amounts[column], net);
      break;
    case SHEAF_NOTE_TAX:
    case SHEAF_NOTE_FUND:
      row->amounts[0] = sheaf_money_neg (sum->before);
      row->amounts[run->note->kind == SHEAF_NOTE_TAX ? 1 : 2] = sum->credit;
      row->amounts[run->note->kind == SHEAF_NOTE_TAX ? 2 : 1] = sum->debit;
      row->amounts[3] =
          sheaf_money_add (row->amounts[0], sheaf_money_sub (sum->credit, sum->debit));
      break;
    case SHEAF_NOTE_HEADING:
    case SHEAF_NOTE_TEXT:
    case SHEAF_NOTE_UNITS:
    case SHEAF_NOTE_BALANCE:
    default:
      row->amounts[0] = closing;
      row->amounts[1] = opening;
      break;
    }
}

/* The item's name; without one the account's, and what it is called where others have details. */
static char *
sum_label (const SheafNotesRun *run,
           const SheafAccount  *account,
           gint64               item_id,
           gboolean             among_items)
{
  const SheafItem *item = item_id == 0 ? NULL : sheaf_item_get (run->book, item_id, NULL);
  g_autofree char *label = account_label (run, account);

  if (item != NULL)
    return g_strdup_printf ("%s: %s", account->code, item->name);
  return among_items ? g_strdup_printf ("%s: %s", account->code, run->plain)
                     : g_steal_pointer (&label);
}

static SheafNoteRow *
row_of_item (GPtrArray *rows,
             gint64     item_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const SheafNoteRow *) rows->pdata[i])->item_id == item_id)
      return rows->pdata[i];
  return NULL;
}

/* The rows of an account by item for both years; of SheafNoteRow, not yet in the table. */
static GPtrArray *
load_items (SheafNotesRun       *run,
            const SheafNoteLine *line,
            const SheafAccount  *account,
            GError             **error)
{
  gboolean result = run->note->kind == SHEAF_NOTE_RESULT;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (guint column = 0; column < (result && run->before != NULL ? 2 : 1); column++)
    {
      SheafDate from = run->from, to = run->to;
      g_autoptr (GArray) sums = NULL;

      if (column > 0)
        {
          from = sheaf_book_year_start (run->book, sheaf_date_year (run->from) - 1);
          to = sheaf_statement_day_before (run->to);
        }
      sums = sheaf_account_sums_load (run->book, account->id, from, to, error);
      if (sums == NULL)
        return NULL;
      for (guint i = 0; i < sums->len; i++)
        {
          const SheafAccountSum *sum = &g_array_index (sums, SheafAccountSum, i);
          SheafNoteRow          *row = row_of_item (rows, sum->item_id);

          if (row == NULL)
            {
              row = new_row (run, line, NULL);
              row->account_id = account->id;
              row->item_id = sum->item_id;
              g_ptr_array_add (rows, row);
            }
          fill_sum (run, row, sum, line->rule, column);
        }
    }
  for (guint i = 0; result && i < rows->len; i++) /* what did not move is known to be nothing */
    for (guint column = 0; column < 2; column++)
      ((SheafNoteRow *) rows->pdata[i])->known[column] = column == 0 || run->before != NULL;
  return g_steal_pointer (&rows);
}

static gboolean
add_account_items (SheafNotesRun       *run,
                   const SheafNoteLine *line,
                   const SheafAccount  *account,
                   GError             **error)
{
  g_autoptr (GPtrArray) rows = load_items (run, line, account, error);
  gboolean items = FALSE;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    items |= ((const SheafNoteRow *) rows->pdata[i])->item_id != 0;
  if (line->memo && !items && g_str_equal (account->code, line->of))
    return TRUE; /* the row above says it all */
  while (rows->len > 0)
    {
      SheafNoteRow *row = g_ptr_array_steal_index (rows, 0);

      g_free (row->label);
      row->label = sum_label (run, account, row->item_id, items);
      add_row (run, row, TRUE);
    }
  return TRUE;
}

static gboolean
add_items (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError             **error)
{
  return walk_accounts (run, line, add_account_items, error);
}

/* One row an account by a rule; in a table of movements by item. */
static gboolean
add_accounts (SheafNotesRun       *run,
              const SheafNoteLine *line,
              GError             **error)
{
  return walk_accounts (run, line, *line->rule != '\0' ? add_account_rule : add_account_items,
                        error);
}

/* "338 DU-PHONG-RRTD": the balance of one item on an account. */
static gboolean
add_item (SheafNotesRun       *run,
          const SheafNoteLine *line,
          GError             **error)
{
  g_auto (GStrv) words = g_strsplit (line->of, " ", 2);
  const SheafAccount *account = sheaf_chart_by_code (run->chart, words[0]);
  gint64              id = words[1] == NULL ? 0 : sheaf_item_find (run->book, words[1]);
  g_autoptr (GPtrArray) rows = NULL;
  SheafNoteRow *row;
  guint         at;

  if (account == NULL || id == 0)
    return TRUE;
  rows = load_items (run, line, account, error);
  if (rows == NULL)
    return FALSE;
  row = row_of_item (rows, id);
  if (row == NULL || is_empty (row))
    return TRUE;
  (void) g_ptr_array_find (rows, row, &at); /* it was found there */
  g_ptr_array_add (run->note->rows, g_ptr_array_steal_index (rows, at));
  run->notes->reserve = TRUE;
  return TRUE;
}

/* TRUE when the name of the row's item, or of its account, has the word, accents ignored. */
static gboolean
has_word (const SheafNotesRun *run,
          const SheafAccount  *account,
          gint64               item_id,
          const char          *word)
{
  const SheafItem *item = item_id == 0 ? NULL : sheaf_item_get (run->book, item_id, NULL);
  g_autofree char *name = sheaf_text_fold (item != NULL ? item->name : account->name);

  return strstr (name, word) != NULL;
}

/* The first line of the table whose word a row has takes it; line NULL: none does. */
static const SheafNoteLine *
line_of_row (const SheafNotesRun *run,
             const SheafAccount  *account,
             gint64               item_id)
{
  const GPtrArray *lines = run->notes->form->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafNoteLine *line = lines->pdata[i];

      if (g_str_equal (line->kind, "named") && has_word (run, account, item_id, line->rule))
        return line;
    }
  return NULL;
}

typedef struct
{
  const SheafNoteLine *line; /* NULL: what no line takes */
  SheafNoteRow        *row;
} Gather;

static gboolean
gather_account (SheafNotesRun       *run,
                const SheafNoteLine *line,
                const SheafAccount  *account,
                Gather              *gather,
                GError             **error)
{
  SheafNoteLine by_debit = *line;
  g_autoptr (GPtrArray) rows = NULL;

  by_debit.rule = (char *) "DT";
  rows = load_items (run, &by_debit, account, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafNoteRow *row = rows->pdata[i];

      if (line_of_row (run, account, row->item_id) != gather->line)
        continue;
      for (guint column = 0; column < 2; column++)
        gather->row->amounts[column] =
            sheaf_money_add (gather->row->amounts[column], row->amounts[column]);
    }
  return rows != NULL;
}

static gboolean
add_gathered (SheafNotesRun       *run,
              const SheafNoteLine *line,
              const SheafNoteLine *taken_by,
              GError             **error)
{
  const SheafAccount *group = sheaf_chart_by_code (run->chart, line->of);
  Gather              gather = { taken_by, new_row (run, line, NULL) };

  gather.row->known[0] = TRUE;
  gather.row->known[1] = run->before != NULL;
  for (guint i = 0; group != NULL && i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);

      if (!account->postable || !sheaf_chart_is_under (run->chart, account, group))
        continue;
      if (!gather_account (run, line, account, &gather, error))
        {
          free_row (gather.row);
          return FALSE;
        }
    }
  add_row (run, gather.row, line->optional);
  return TRUE;
}

static gboolean
add_named (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError             **error)
{
  return add_gathered (run, line, line, error);
}

static gboolean
add_others (SheafNotesRun       *run,
            const SheafNoteLine *line,
            GError             **error)
{
  return add_gathered (run, line, NULL, error);
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
  SheafNoteRow       *row = new_row (run, line, NULL);

  row->memo = TRUE;
  for (guint i = 0; account != NULL && i < G_N_ELEMENTS (days); i++)
    {
      SheafDueFilter filter = { .on = days[i], .account_id = account->id };
      g_autoptr (GArray) parts = sheaf_due_parts (run->book, &filter, error);

      if (parts == NULL)
        {
          free_row (row);
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
  add_row (run, row, FALSE);
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
  { "accounts", add_accounts },
  { "items", add_items },
  { "item", add_item },
  { "named", add_named },
  { "others", add_others },
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
          run->note->rows = g_ptr_array_new_with_free_func (free_row);
        return MAKERS[i].add (run, line, error);
      }
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
               _ ("%s.csv: the line “%s” cannot be understood: install the program again"),
               run->notes->form->code, line->kind);
  return FALSE;
}
