/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements are computed before and after the trial and compared line by line: closing must not
 * change what they say. */
#include "yearend/closing-preview.h"

#include "base/i18n.h"
#include "reports/revision.h"
#include "statements/form-book.h"
#include "statements/statement.h"
#include "yearend/closing-result.h"

typedef struct
{
  int              year;
  const char      *language;
  SheafReportSink *sink;
  GPtrArray       *before; /* of SheafStatement; NULL: the year is closed already */
  guint            compared;
  guint            differing;
} Preview;

static GPtrArray *
compute_statements (SheafBook *book,
                    int        year,
                    GError   **error)
{
  g_autoptr (GPtrArray) statements =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_statement_free);
  g_auto (GStrv) codes = sheaf_form_codes (book, error);

  for (char **code = codes; code != NULL && *code != NULL; code++)
    {
      SheafStatement *statement = sheaf_statement_compute (book, *code, year, SHEAF_DATE_NONE,
                                                           error);

      if (statement == NULL)
        return NULL;
      g_ptr_array_add (statements, statement);
    }
  return codes != NULL ? g_steal_pointer (&statements) : NULL;
}

static gboolean
write_head (const Preview *preview,
            SheafBook     *book,
            GError       **error)
{
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("closing");

  head->title = g_strdup_printf (preview->before == NULL
                                     ? _ ("Closing entries of %d")
                                     : _ ("Closing entries of %d, not posted yet"),
                                 preview->year);
  head->from = sheaf_book_year_start (book, preview->year);
  head->to = sheaf_book_year_end (book, preview->year);
  sheaf_report_column_add (head->columns, "debit", NULL, _ ("Debit"), NULL, SHEAF_CELL_TEXT, 4);
  sheaf_report_column_add (head->columns, "credit", NULL, _ ("Credit"), NULL, SHEAF_CELL_TEXT, 4);
  sheaf_report_column_add (head->columns, "text", NULL, _ ("Text"), NULL, SHEAF_CELL_TEXT, 5);
  sheaf_report_column_add (head->columns, "amount", NULL, _ ("Amount"), NULL, SHEAF_CELL_MONEY, 3);
  return sheaf_report_sink_head (preview->sink, head, error);
}

/* The statement that covers revenue and expense; NULL where the chart has none. */
static const SheafStatement *
find_results (const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const SheafStatement *statement = statements->pdata[i];

      if (statement->form->coverage == SHEAF_FORM_COVERS_RESULTS && statement->balance == NULL)
        return statement;
    }
  return NULL;
}

static const SheafStatement *
find_same (const GPtrArray      *statements,
           const SheafStatement *other)
{
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    if (g_str_equal (((const SheafStatement *) statements->pdata[i])->form->code,
                     other->form->code))
      return statements->pdata[i];
  return NULL;
}

static SheafReportSection *
begin_comparison (const Preview *preview,
                  const char    *name,
                  const char    *title)
{
  SheafReportSection *section = sheaf_report_section_new (name);

  section->title = g_strdup (title);
  section->columns = sheaf_report_columns_new ();
  sheaf_report_column_add (section->columns, "line", NULL, _ ("Code"), NULL, SHEAF_CELL_TEXT, 2);
  sheaf_report_column_add (section->columns, "label", NULL, _ ("Line of the form"), NULL,
                           SHEAF_CELL_TEXT, 9);
  if (preview->before != NULL)
    sheaf_report_column_add (section->columns, "before", NULL, _ ("Before closing"), NULL,
                             SHEAF_CELL_MONEY, 4);
  sheaf_report_column_add (section->columns, "after", NULL, _ ("After closing"), NULL,
                           SHEAF_CELL_MONEY, 4);
  return section;
}

static gboolean
write_line (const Preview            *preview,
            const char               *code,
            const SheafStatementLine *after,
            const SheafStatementLine *before,
            GError                  **error)
{
  SheafCell        cells[4] = { 0 };
  SheafReportRow   row = { .cells = cells, .indent = after->form->indent };
  guint            last = preview->before != NULL ? 3 : 2;
  g_autofree char *line = code == NULL ? g_strdup (after->form->line)
                                       : g_strdup_printf ("%s %s", code, after->form->line);

  row.bold = after->form->style != SHEAF_FORM_NORMAL;
  row.kind = after->form->line == NULL ? SHEAF_ROW_KIND_HEADING : SHEAF_ROW_KIND_SUBTOTAL;
  sheaf_cell_set_text (&cells[0], after->form->line != NULL ? line : NULL);
  sheaf_cell_set_text (&cells[1], after->form->labels[sheaf_form_language (preview->language)]);
  if (after->form->line != NULL)
    {
      sheaf_cell_set_number (&cells[last], after->current.units);
      if (before != NULL)
        sheaf_cell_set_number (&cells[2], before->current.units);
    }
  return sheaf_report_sink_row (preview->sink, &row, error);
}

static gboolean
write_results (const Preview   *preview,
               const GPtrArray *after,
               GError         **error)
{
  const SheafStatement *results = find_results (after);
  const SheafStatement *before = results == NULL ? NULL : find_same (preview->before, results);
  g_autofree char      *title =
      results == NULL ? NULL : sheaf_statement_text (results, "title", preview->language);
  g_autoptr (SheafReportSection) section = NULL;

  if (results == NULL)
    return TRUE;
  section = begin_comparison (preview, results->form->code, title);
  if (!sheaf_report_sink_section (preview->sink, section, error))
    return FALSE;
  for (guint i = 0; i < results->lines->len; i++)
    if (!write_line (preview, NULL, &g_array_index (results->lines, SheafStatementLine, i),
                     before == NULL ? NULL
                                    : &g_array_index (before->lines, SheafStatementLine, i),
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
is_same (const SheafStatementLine *a,
         const SheafStatementLine *b)
{
  return a->current.units == b->current.units && a->previous.units == b->previous.units &&
         a->increase.units == b->increase.units && a->decrease.units == b->decrease.units;
}

static gboolean
is_same_balance (const SheafBalanceRow *a,
                 const SheafBalanceRow *b)
{
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    if (a->amounts[i].units != b->amounts[i].units)
      return FALSE;
  return g_strcmp0 (a->code, b->code) == 0;
}

/* A row of the trial balance as a line of a statement: its closing balance, debit positive. */
static gboolean
write_balance (const Preview         *preview,
               const SheafStatement  *statement,
               const SheafBalanceRow *after,
               const SheafBalanceRow *before,
               GError               **error)
{
  SheafFormLine      form = { .line = after->code };
  SheafStatementLine lines[2] = { { .form = &form }, { .form = &form } };

  for (guint i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    form.labels[i] = after->names[i];
  lines[0].current = sheaf_money_sub (after->amounts[SHEAF_BALANCE_CLOSING_DEBIT],
                                      after->amounts[SHEAF_BALANCE_CLOSING_CREDIT]);
  if (before != NULL)
    lines[1].current = sheaf_money_sub (before->amounts[SHEAF_BALANCE_CLOSING_DEBIT],
                                        before->amounts[SHEAF_BALANCE_CLOSING_CREDIT]);
  return write_line (preview, statement->form->code, &lines[0], &lines[1], error);
}

static gboolean
compare_balance (Preview              *preview,
                 const SheafStatement *after,
                 const SheafStatement *before,
                 GError              **error)
{
  for (guint i = 0; i < after->balance->rows->len; i++)
    {
      const SheafBalanceRow *row = after->balance->rows->pdata[i];
      const SheafBalanceRow *other =
          i < before->balance->rows->len ? before->balance->rows->pdata[i] : NULL;

      preview->compared++;
      if (other != NULL && is_same_balance (row, other))
        continue;
      preview->differing++;
      if (!write_balance (preview, after, row, other, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compare (Preview              *preview,
         const SheafStatement *after,
         const SheafStatement *before,
         GError              **error)
{
  if (after->balance != NULL)
    return compare_balance (preview, after, before, error);
  for (guint i = 0; i < after->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (after->lines, SheafStatementLine, i);
      const SheafStatementLine *other = &g_array_index (before->lines, SheafStatementLine, i);

      preview->compared += line->form->line != NULL;
      if (is_same (line, other))
        continue;
      preview->differing++;
      if (!write_line (preview, after->form->code, line, other, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_words (const Preview *preview,
             GError       **error)
{
  SheafCell        cells[4] = { 0 };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_HEADING, .cells = cells };
  g_autofree char *text =
      preview->differing == 0
          ? g_strdup_printf (_ ("✓ %u lines of all statements were compared: after closing they "
                                "say the same as before."),
                             preview->compared)
          : g_strdup_printf (_ ("%u of %u lines of the statements change: the overhead or the tax "
                                "is divided by another key than in the statements so far. Print "
                                "them again after closing."),
                             preview->differing, preview->compared);

  sheaf_cell_set_text (&cells[1], text);
  return sheaf_report_sink_row (preview->sink, &row, error);
}

static gboolean
write_comparison (Preview         *preview,
                  const GPtrArray *after,
                  GError         **error)
{
  g_autoptr (SheafReportSection) section =
      begin_comparison (preview, "statements", _ ("Statements before and after closing"));

  if (preview->before == NULL)
    return TRUE;
  if (!sheaf_report_sink_section (preview->sink, section, error))
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    if (!compare (preview, after->pdata[i], preview->before->pdata[i], error))
      return FALSE;
  return write_words (preview, error);
}

/* The book is closed, for good or as a trial. */
static gboolean
write_closed (SheafBook *book,
              gint64     voucher_id,
              gpointer   data,
              GError   **error)
{
  Preview *preview = data;
  g_autoptr (GPtrArray) after = compute_statements (book, preview->year, error);

  return after != NULL && write_head (preview, book, error) &&
         sheaf_closing_result_write (book, voucher_id, preview->language, preview->sink, error) &&
         write_comparison (preview, after, error) && write_results (preview, after, error) &&
         sheaf_report_sink_finish (preview->sink, error);
}

gboolean
sheaf_closing_preview_write (SheafBook              *book,
                             int                     year,
                             const SheafClosingKeys *keys,
                             const char             *language,
                             SheafReportSink        *sink,
                             guint                  *ret_differing,
                             GError                **error)
{
  SheafReportSink *told = NULL;
  g_autoptr (GPtrArray) before = NULL;
  Preview  preview = { .year = year, .language = language };
  gboolean closed, done;

  g_return_val_if_fail (book != NULL && keys != NULL && sink != NULL, FALSE);

  if (!sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (!closed)
    {
      /* Years that the book does not have are refused by the closing, which says more. */
      before = compute_statements (book, year, NULL);
      preview.before = before;
    }
  told = sheaf_report_revision_sink (book, language, sink);
  preview.sink = told;
  done = closed ? write_closed (book, sheaf_closing_voucher (book, year), &preview, error)
                : sheaf_closing_try (book, year, keys, write_closed, &preview, error);
  g_free (told);
  if (done && ret_differing != NULL)
    *ret_differing = preview.differing;
  return done;
}
