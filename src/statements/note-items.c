/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Free rows of the notes: by item, by account, by what a name says. */
#include "statements/notes-private.h"

#include "base/text.h"
#include "ledger/account-sums.h"
#include "ledger/item.h"
#include "statements/statement-private.h"

#include <string.h>

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
  g_autofree char *label = sheaf_note_account_label (run, account);

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

/* The rows of an account by item (0: by each) for both years; of SheafNoteRow, not yet in the
 * table. */
static GPtrArray *
load_items (SheafNotesRun       *run,
            const SheafNoteLine *line,
            const SheafAccount  *account,
            gint64               item_id,
            GError             **error)
{
  gboolean result = run->note->kind == SHEAF_NOTE_RESULT;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sheaf_note_row_free);

  for (guint column = 0; column < (result && run->before != NULL ? 2 : 1); column++)
    {
      SheafDate from = run->from, to = run->to;
      g_autoptr (GArray) sums = NULL;

      if (column > 0)
        {
          from = sheaf_book_year_start (run->book, sheaf_date_year (run->from) - 1);
          to = sheaf_statement_day_before (run->to);
        }
      sums = sheaf_account_sums_load (run->book, account->id, item_id, from, to, error);
      if (sums == NULL)
        return NULL;
      for (guint i = 0; i < sums->len; i++)
        {
          const SheafAccountSum *sum = &g_array_index (sums, SheafAccountSum, i);
          SheafNoteRow          *row = row_of_item (rows, sum->item_id);

          if (row == NULL)
            {
              row = sheaf_note_row_new (run, line, NULL);
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
  g_autoptr (GPtrArray) rows = load_items (run, line, account, 0, error);
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
      sheaf_note_row_add (run, row, TRUE);
    }
  return TRUE;
}

gboolean
sheaf_note_add_items (SheafNotesRun       *run,
                      const SheafNoteLine *line,
                      GError             **error)
{
  return sheaf_note_walk_accounts (run, line, add_account_items, error);
}

/* One row an account by a rule; in a table of movements by item. */
gboolean
sheaf_note_add_accounts (SheafNotesRun       *run,
                         const SheafNoteLine *line,
                         GError             **error)
{
  return sheaf_note_walk_accounts (
      run, line, *line->rule != '\0' ? sheaf_note_add_account_rule : add_account_items, error);
}

/* "338 DU-PHONG-RRTD": the balance of one item on an account. */
gboolean
sheaf_note_add_item (SheafNotesRun       *run,
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
  rows = load_items (run, line, account, id, error);
  if (rows == NULL)
    return FALSE;
  row = row_of_item (rows, id);
  if (row == NULL || sheaf_note_row_is_empty (row))
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
  rows = load_items (run, &by_debit, account, 0, error);
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
  Gather              gather = { taken_by, sheaf_note_row_new (run, line, NULL) };

  gather.row->known[0] = TRUE;
  gather.row->known[1] = run->before != NULL;
  for (guint i = 0; group != NULL && i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);

      if (!account->postable || !sheaf_chart_is_under (run->chart, account, group))
        continue;
      if (!gather_account (run, line, account, &gather, error))
        {
          sheaf_note_row_free (gather.row);
          return FALSE;
        }
    }
  sheaf_note_row_add (run, gather.row, line->optional);
  return TRUE;
}

gboolean
sheaf_note_add_named (SheafNotesRun       *run,
                      const SheafNoteLine *line,
                      GError             **error)
{
  return add_gathered (run, line, line, error);
}

gboolean
sheaf_note_add_others (SheafNotesRun       *run,
                       const SheafNoteLine *line,
                       GError             **error)
{
  return add_gathered (run, line, NULL, error);
}
