/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes (B09-HTX) as a report: a section for each text and table, each with its own columns. */
#include "reports/statement-report.h"

#include "base/i18n.h"
#include "reports/words.h"
#include "statements/notes.h"
#include "statements/words.h"

static const char *const KINDS[] = {
  [SHEAF_NOTE_BALANCE] = "balance",
  [SHEAF_NOTE_RESULT] = "result",
  [SHEAF_NOTE_TAX] = "tax",
  [SHEAF_NOTE_FUND] = "fund",
  [SHEAF_NOTE_UNITS] = "balance",
};

/* The columns of a kind of table. */
static GPtrArray *
make_columns (const SheafNotes *notes,
              SheafNoteKind     kind,
              const char       *language)
{
  static const char *const KEYS[][1 + SHEAF_NOTE_COLUMNS] = {
    [SHEAF_NOTE_BALANCE] = { "label", "closing", "opening" },
    [SHEAF_NOTE_RESULT] = { "label", "current", "previous" },
    [SHEAF_NOTE_TAX] = { "label", "opening", "due", "paid", "closing" },
    [SHEAF_NOTE_FUND] = { "label", "opening", "used", "appropriated", "closing" },
    [SHEAF_NOTE_UNITS] = { "label", "closing", "opening" },
  };
  guint            n = sheaf_note_kind_columns (kind);
  GPtrArray       *columns = sheaf_report_columns_new ();
  g_autofree char *key = NULL;
  g_auto (GStrv) headings = NULL;

  if (n == 0)
    return columns;
  key = g_strdup_printf ("columns_%s%s", KINDS[kind],
                         n == 2 && notes->position->interim ? "_interim" : "");
  headings = sheaf_words_list (notes->form->words, key, language);
  for (guint i = 0; i <= n; i++)
    sheaf_statement_report_column (columns, KEYS[kind][i], headings, NULL,
                                   i == 0 || kind == SHEAF_NOTE_UNITS ? SHEAF_CELL_TEXT
                                                                      : SHEAF_CELL_MONEY,
                                   i == 0 ? (n == 2 ? 55 : 40) : 18);
  return columns;
}

/* What must be known before the figures: an open year, statements or notes that do not agree. */
static void
set_warnings (SheafReportHead  *head,
              SheafBook        *book,
              const SheafNotes *notes,
              const char       *language)
{
  const SheafProblems *all[] = { notes->position->problems, notes->results->problems,
                                 notes->problems };
  guint                errors = 0;
  g_autofree char     *unbalanced =
      sheaf_statement_report_word (book, "unbalanced", language, head->from, head->to);
  g_autofree char *unclosed =
      sheaf_statement_report_word (book, "unclosed", language, head->from, head->to);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    errors += all[i]->errors;
  if (errors > 0)
    head->warnings = sheaf_statement_report_append (head->warnings, unbalanced);
  if (!notes->position->closed)
    head->warnings = sheaf_statement_report_append (head->warnings, unclosed);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < all[i]->items->len; j++)
      head->warnings = sheaf_statement_report_append (
          head->warnings, ((const SheafProblem *) all[i]->items->pdata[j])->text);
}

/* The stars under the signatures stand only where their tables do. */
static void
set_notes (SheafReportHead  *head,
           SheafBook        *book,
           const SheafNotes *notes,
           const char       *language)
{
  gboolean         credit = FALSE;
  g_autofree char *internal = sheaf_words_text (notes->form->words, "footnote_IV.8", language);
  g_autofree char *reserve = sheaf_words_text (notes->form->words, "footnote_reserve", language);

  for (guint i = 0; i < notes->notes->len; i++)
    credit |= g_str_equal (((const SheafNote *) notes->notes->pdata[i])->key, "IV.8");
  if (credit)
    head->notes = sheaf_statement_report_append (head->notes, internal);
  if (notes->reserve)
    head->notes = sheaf_statement_report_append (head->notes, reserve);
  if (notes->results->previous_from == SHEAF_STATEMENT_PREVIOUS_COMPARATIVES)
    {
      g_autofree char *word =
          sheaf_statement_report_word (book, "comparatives", language, head->from, head->to);

      head->notes = sheaf_statement_report_append (head->notes, word);
    }
}

/* A sum is live only where every row of the column is known: else it is the statement's own. */
static gboolean
knows_column (const SheafNote *note,
              guint            column)
{
  for (guint i = 0; i < note->rows->len; i++)
    {
      const SheafNoteRow *row = note->rows->pdata[i];

      if (!row->words && !row->memo && !row->total && !row->known[column])
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_row (const SheafNote    *note,
           const SheafNoteRow *row,
           SheafReportSink    *sink,
           GError            **error)
{
  guint          n = sheaf_note_kind_columns (note->kind);
  SheafCell      cells[1 + SHEAF_NOTE_COLUMNS] = { { 0 } };
  SheafReportRow line = { .kind = SHEAF_ROW_KIND_LINE,
                          .indent = row->indent,
                          .bold = row->total,
                          .cells = cells,
                          .account_id = row->account_id,
                          .item_id = row->item_id };

  line.line = note->key;
  sheaf_cell_set_text (&cells[0], row->label);
  if (row->words)
    line.kind = SHEAF_ROW_KIND_HEADING;
  else if (row->total)
    line.kind = SHEAF_ROW_KIND_TOTAL;
  else if (row->memo)
    line.kind = SHEAF_ROW_KIND_SUBTOTAL;
  for (guint i = 0; i < n && note->kind == SHEAF_NOTE_UNITS; i++)
    if (row->units[i] != NULL)
      sheaf_cell_set_text (&cells[1 + i], row->units[i]);
  for (guint i = 0; i < n && note->kind != SHEAF_NOTE_UNITS; i++)
    if (row->known[i])
      {
        sheaf_cell_set_number (&cells[1 + i], row->amounts[i].units);
        cells[1 + i].sum = row->total && knows_column (note, i);
      }
  return sheaf_report_sink_row (sink, &line, error);
}

static gboolean
is_empty (const SheafNoteRow *row)
{
  for (guint i = 0; i < SHEAF_NOTE_COLUMNS; i++)
    if (row->amounts[i].units != 0)
      return FALSE;
  return !row->words && row->units[0] == NULL && row->units[1] == NULL;
}

static gboolean
write_rows (const SheafNote *note,
            gboolean         hide_empty,
            SheafReportSink *sink,
            GError         **error)
{
  for (guint i = 0; note->rows != NULL && i < note->rows->len; i++)
    {
      SheafNoteRow row = *(const SheafNoteRow *) note->rows->pdata[i];

      if (hide_empty && is_empty (&row))
        continue;
      if (!write_row (note, &row, sink, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_note (const SheafNotes *notes,
            const SheafNote  *note,
            gboolean          hide_empty,
            const char       *language,
            SheafReportSink  *sink,
            GError          **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (note->key);

  section->title = g_strdup (note->title);
  section->columns = make_columns (notes, note->kind, language);
  if (note->text != NULL && *note->text != '\0')
    {
      g_strfreev (section->paragraphs);
      section->paragraphs = g_strsplit (note->text, "\n", -1);
    }
  return sheaf_report_sink_section (sink, section, error) &&
         write_rows (note, hide_empty, sink, error);
}

gboolean
sheaf_notes_report_write (const SheafReport         *report,
                          SheafBook                 *book,
                          const SheafReportQuestion *question,
                          SheafReportSink           *sink,
                          GError                   **error)
{
  const char *language = question->language != NULL ? question->language : "vi";
  g_autoptr (SheafNotes) notes = NULL;
  g_autoptr (SheafReportHead) head = NULL;
  SheafDate to;
  int       year;

  if (!sheaf_statement_report_days (book, question, &year, &to, error))
    return FALSE;
  notes = sheaf_notes_compute (book, year, to, language, error);
  if (notes == NULL)
    return FALSE;
  head = sheaf_report_words_head (notes->form->words, report->code, language,
                                  notes->position->from, notes->position->to);
  g_ptr_array_unref (head->columns);
  head->columns = make_columns (notes, SHEAF_NOTE_BALANCE, language);
  set_warnings (head, book, notes, language);
  set_notes (head, book, notes, language);
  if (!sheaf_report_sink_head (sink, head, error))
    return FALSE;
  for (guint i = 0; i < notes->notes->len; i++)
    if (!write_note (notes, notes->notes->pdata[i], question->hide_empty, language, sink, error))
      return FALSE;
  return sheaf_report_sink_finish (sink, error);
}

char *
sheaf_notes_report_withheld (const SheafReport *report,
                             SheafBook         *book)
{
  g_autoptr (SheafNoteForm) form = sheaf_note_form_load (book, report->code, 0, NULL);

  if (form != NULL)
    return NULL;
  return g_strdup_printf (_ ("The chart of accounts of this book has no statement %s"),
                          report->code);
}
