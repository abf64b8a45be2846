/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes are computed from the same figures as the statements and held against their lines. */
#include "statements/notes.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "ledger/account-sums.h"
#include "ledger/currency.h"
#include "statements/error.h"
#include "statements/note-text.h"
#include "statements/notes-private.h"
#include "statements/period.h"
#include "statements/statement-private.h"
#include "statements/words.h"

#include <string.h>

#define POSITION "B01-HTX"
#define RESULTS "B02-HTX"

guint
sheaf_note_kind_columns (SheafNoteKind kind)
{
  switch (kind)
    {
    case SHEAF_NOTE_BALANCE:
    case SHEAF_NOTE_RESULT:
    case SHEAF_NOTE_UNITS:
      return 2;
    case SHEAF_NOTE_TAX:
    case SHEAF_NOTE_FUND:
      return 4;
    case SHEAF_NOTE_HEADING:
    case SHEAF_NOTE_TEXT:
    default:
      return 0;
    }
}

static gboolean
find_kind (const char    *word,
           SheafNoteKind *ret_kind)
{
  static const char *const KINDS[] = { "heading", "text", "balance", "result", "tax", "fund" };

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (KINDS[i], word))
      {
        *ret_kind = (SheafNoteKind) i;
        return TRUE;
      }
  return FALSE;
}

static void
free_note (gpointer data)
{
  SheafNote *note = data;

  g_free (note->key);
  g_free (note->title);
  g_free (note->text);
  g_clear_pointer (&note->rows, g_ptr_array_unref);
  g_free (note);
}

/* What is kept for the year, else the form's own words. */
static gboolean
set_text (SheafNotesRun *run,
          SheafNote     *note,
          GError       **error)
{
  g_autofree char *key = g_strdup_printf ("default_%s", note->key);
  g_autofree char *words = NULL;
  g_autoptr (GError) inner = NULL;

  note->text = sheaf_note_text_find (run->book, sheaf_date_year (run->from), SHEAF_NOTES_CODE,
                                     note->key, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  note->kept = note->text != NULL;
  if (note->kept)
    return TRUE;
  words = sheaf_words_text (run->notes->form->words, key, run->language);
  note->text = sheaf_words_fill (words, run->from, run->to, run->language);
  return TRUE;
}

static gboolean
begin_note (SheafNotesRun       *run,
            const SheafNoteLine *line,
            SheafNoteKind        kind,
            GError             **error)
{
  SheafNote *note = g_new0 (SheafNote, 1);

  g_ptr_array_add (run->notes->notes, note);
  note->key = g_strdup (line->key);
  note->kind = kind;
  note->title = g_strdup (line->labels[run->labels]);
  run->note = note;
  return set_text (run, note, error);
}

/* ---------------------------------------------------------------- sums and checks */

/* The rows that count, added; a column that one of them does not know stays unknown. */
static void
sum_rows (const SheafNote *note,
          SheafNoteRow    *ret_sum)
{
  for (guint column = 0; column < sheaf_note_kind_columns (note->kind); column++)
    {
      ret_sum->known[column] = TRUE;
      for (guint i = 0; note->rows != NULL && i < note->rows->len; i++)
        {
          const SheafNoteRow *row = note->rows->pdata[i];

          if (row->memo || row->words || row->total)
            continue;
          ret_sum->known[column] = ret_sum->known[column] && row->known[column];
          ret_sum->amounts[column] =
              sheaf_money_add (ret_sum->amounts[column], row->amounts[column]);
        }
    }
}

/* "B01-HTX:330 - DBd(333)": a line, less rules. */
static gboolean
find_expected (const SheafNotesRun *run,
               const char          *of,
               guint                column,
               SheafMoney          *ret_amount)
{
  g_auto (GStrv) parts = g_strsplit (of, " - ", -1);
  SheafMoney sum;

  if (!sheaf_note_rows_line (run, parts[0], column, &sum))
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++)
    {
      SheafMoney less;

      if (!sheaf_note_rows_rule (run, parts[i], column, &less))
        return FALSE;
      sum = sheaf_money_sub (sum, less);
    }
  *ret_amount = sum;
  return TRUE;
}

/* In which column of a table a statement's column stands: the last is the closing of movements. */
static guint
place_of (const SheafNote *note,
          guint            column)
{
  if (sheaf_note_kind_columns (note->kind) == 2)
    return column;
  return column == 0 ? 3 : 0;
}

static void
check_sum (SheafNotesRun      *run,
           const SheafNoteRow *sum,
           const char         *of)
{
  for (guint column = 0; column < 2; column++)
    {
      guint            place = place_of (run->note, column);
      SheafMoney       expected;
      g_autofree char *is = NULL;
      g_autofree char *should = NULL;

      if (!sum->known[place] || !find_expected (run, of, column, &expected) ||
          sheaf_money_cmp (sum->amounts[place], expected) == 0)
        continue;
      is = sheaf_words_figure (sum->amounts[place]);
      should = sheaf_words_figure (expected);
      sheaf_problems_add (run->notes->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                          _ ("%s, note %s: its rows come to %s, %s has %s; look for entries that "
                             "went past the accounts of the note"),
                          SHEAF_NOTES_CODE, run->note->key, is, of, should);
    }
}

/* Where the book does not know all rows of last year, the statement's line still knows the sum. */
static void
add_total (SheafNotesRun       *run,
           const SheafNoteLine *line)
{
  SheafNoteRow *sum = g_new0 (SheafNoteRow, 1);

  sum->label = g_strdup (line->labels[run->labels]);
  sum->indent = line->indent;
  sum_rows (run->note, sum);
  check_sum (run, sum, line->of);
  sum->total = TRUE;
  if (!sum->known[1] && sheaf_note_kind_columns (run->note->kind) == 2)
    sum->known[1] = find_expected (run, line->of, 1, &sum->amounts[1]);
  g_ptr_array_add (run->note->rows, sum);
}

/* ---------------------------------------------------------------- units of currencies */

static SheafNoteRow *
row_of_currency (const SheafNotesRun *run,
                 SheafNote           *note,
                 const char          *currency)
{
  g_autofree char *label = sheaf_currency_name (currency, run->language);
  SheafNoteRow    *row;

  for (guint i = 0; i < note->rows->len; i++)
    {
      row = note->rows->pdata[i];
      if (g_str_has_prefix (row->label, currency))
        return row;
    }
  row = g_new0 (SheafNoteRow, 1);
  row->label = g_strdup_printf ("%s – %s", currency, label);
  g_ptr_array_add (note->rows, row);
  return row;
}

static gboolean
add_units (SheafNotesRun      *run,
           SheafNote          *note,
           const SheafAccount *account,
           GError            **error)
{
  SheafDate days[] = { run->to, sheaf_date_add_days (run->from, -1) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GArray) list = sheaf_account_units_load (run->book, account->id, days[i], error);

      if (list == NULL)
        return FALSE;
      for (guint j = 0; j < list->len; j++)
        {
          const SheafAccountUnits *units = &g_array_index (list, SheafAccountUnits, j);
          SheafNoteRow            *row;

          if (units->units == 0)
            continue;
          row = row_of_currency (run, note, units->currency);
          row->units[i] = sheaf_currency_format (units->units, units->currency, run->language);
        }
    }
  return TRUE;
}

static void
free_units_row (gpointer data)
{
  SheafNoteRow *row = data;

  g_free (row->label);
  g_free (row->units[0]);
  g_free (row->units[1]);
  g_free (row);
}

/* 007 counts units of each currency, so it cannot stand among amounts: a table of its own. */
static gboolean
add_currencies (SheafNotesRun       *run,
                const SheafNoteLine *line,
                GError             **error)
{
  const SheafAccount *group = sheaf_chart_by_code (run->chart, line->of);
  SheafNote          *note = g_new0 (SheafNote, 1);

  g_ptr_array_add (run->notes->notes, note);
  note->key = g_strdup_printf ("%s.%s", run->note->key, line->of);
  note->kind = SHEAF_NOTE_UNITS;
  note->title = g_strdup (line->labels[run->labels]);
  note->rows = g_ptr_array_new_with_free_func (free_units_row);
  for (guint i = 0; group != NULL && i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);

      if (account->postable && sheaf_chart_is_under (run->chart, account, group) &&
          !add_units (run, note, account, error))
        return FALSE;
    }
  if (note->rows->len == 0)
    g_ptr_array_remove (run->notes->notes, note);
  return TRUE;
}

/* ---------------------------------------------------------------- all notes */

static gboolean
take_line (SheafNotesRun       *run,
           const SheafNoteLine *line,
           GError             **error)
{
  SheafNoteKind kind;
  SheafNoteRow  sum = { 0 };

  if (line->key != NULL && find_kind (line->kind, &kind))
    return begin_note (run, line, kind, error);
  if (run->note == NULL)
    return TRUE; /* a line above the first note belongs to none */
  if (g_str_equal (line->kind, "total"))
    add_total (run, line);
  else if (g_str_equal (line->kind, "check"))
    {
      sum_rows (run->note, &sum);
      check_sum (run, &sum, line->of);
    }
  else if (g_str_equal (line->kind, "currencies"))
    return add_currencies (run, line, error);
  else
    return sheaf_note_rows_add (run, line, error);
  return TRUE;
}

static gboolean
has_figures (const SheafNote *note)
{
  for (guint i = 0; note->rows != NULL && i < note->rows->len; i++)
    for (guint j = 0; j < SHEAF_NOTE_COLUMNS; j++)
      if (((const SheafNoteRow *) note->rows->pdata[i])->amounts[j].units != 0)
        return TRUE;
  return FALSE;
}

/* Tables that a co-op has only while it has such balances. */
static void
drop_optional (SheafNotes *notes)
{
  for (guint i = notes->notes->len; i-- > 0;)
    {
      const SheafNote     *note = notes->notes->pdata[i];
      const SheafNoteLine *line = sheaf_note_form_find (notes->form, note->key);

      if (line != NULL && line->optional && !has_figures (note))
        g_ptr_array_remove_index (notes->notes, i);
    }
}

static gboolean
load_figures (SheafNotesRun *run,
              GError       **error)
{
  int          year = sheaf_date_year (run->from);
  SheafTotals *totals;

  run->chart = sheaf_chart_get (run->book, error);
  totals = run->chart == NULL ? NULL : sheaf_period_totals (run->book, year, run->to, error);
  if (totals == NULL)
    return FALSE;
  run->current = sheaf_figures_new (run->chart, totals);
  if (year - 1 < sheaf_date_year (sheaf_book_first_day (run->book)))
    return TRUE;
  totals =
      sheaf_period_totals (run->book, year - 1, sheaf_statement_day_before (run->to), error);
  if (totals != NULL)
    run->before = sheaf_figures_new (run->chart, totals);
  return totals != NULL;
}

static gboolean
compute (SheafNotesRun *run,
         GError       **error)
{
  const SheafNotes *notes = run->notes;

  for (guint i = 0; i < notes->form->lines->len; i++)
    if (!take_line (run, notes->form->lines->pdata[i], error))
      return FALSE;
  drop_optional (run->notes);
  return TRUE;
}

SheafNotes *
sheaf_notes_compute (SheafBook  *book,
                     int         year,
                     SheafDate   to,
                     const char *language,
                     GError    **error)
{
  g_autoptr (SheafNotes) notes = g_new0 (SheafNotes, 1);
  SheafNotesRun run = { .book = book, .notes = notes, .language = language };
  gboolean      done;

  notes->notes = g_ptr_array_new_with_free_func (free_note);
  notes->problems = sheaf_problems_new ();
  notes->form = sheaf_note_form_load (book, SHEAF_NOTES_CODE, year, error);
  if (notes->form == NULL)
    return NULL;
  notes->position = sheaf_statement_compute (book, POSITION, year, to, error);
  notes->results = notes->position == NULL
                       ? NULL
                       : sheaf_statement_compute (book, RESULTS, year, to, error);
  if (notes->results == NULL)
    return NULL;
  run.labels = sheaf_form_language (language);
  run.from = notes->position->from;
  run.to = notes->position->to;
  run.plain = sheaf_words_text (notes->form->words, "plain", language);
  done = load_figures (&run, error) && compute (&run, error);
  sheaf_figures_free (run.current);
  sheaf_figures_free (run.before);
  g_free (run.plain);
  return done ? g_steal_pointer (&notes) : NULL;
}

void
sheaf_notes_free (SheafNotes *notes)
{
  if (notes == NULL)
    return;
  sheaf_note_form_free (notes->form);
  sheaf_statement_free (notes->position);
  sheaf_statement_free (notes->results);
  g_ptr_array_unref (notes->notes);
  sheaf_problems_free (notes->problems);
  g_free (notes);
}
