/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tax sheet, line by line with where each comes from. */
#include "reports/list-tax.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/tax-mark.h"
#include "reports/list-writer.h"
#include "reports/statement-report.h"
#include "statements/form-book.h"
#include "statements/tax-sheet.h"

#include <string.h>

static const SheafListColumn sheet_columns[] = {
  { "line", SHEAF_CELL_TEXT, 6 },
  { "item", SHEAF_CELL_TEXT, 48 },
  { "amount", SHEAF_CELL_MONEY, 17 },
  { "rate", SHEAF_CELL_RATE, 9 },
  { "origin", SHEAF_CELL_TEXT, 48 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn loss_columns[] = {
  { "year", SHEAF_CELL_TEXT, 8 },
  { "loss", SHEAF_CELL_MONEY, 16 },
  { "before", SHEAF_CELL_MONEY, 16 },
  { "used", SHEAF_CELL_MONEY, 16 },
  { "left", SHEAF_CELL_MONEY, 16 },
  { "until", SHEAF_CELL_TEXT, 10 },
  { "origin", SHEAF_CELL_TEXT, 30 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn mark_columns[] = {
  { "date", SHEAF_CELL_DAY, 10 },
  { "kind", SHEAF_CELL_TEXT, 9 },
  { "number", SHEAF_CELL_TEXT, 10 },
  { "row_number", SHEAF_CELL_COUNT, 5 },
  { "description", SHEAF_CELL_TEXT, 32 },
  { "account", SHEAF_CELL_TEXT, 8 },
  { "amount", SHEAF_CELL_MONEY, 15 },
  { "mark", SHEAF_CELL_TEXT, 18 },
  { "reason", SHEAF_CELL_TEXT, 28 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn cash_columns[] = {
  { "date", SHEAF_CELL_DAY, 10 },
  { "kind", SHEAF_CELL_TEXT, 9 },
  { "number", SHEAF_CELL_TEXT, 10 },
  { "description", SHEAF_CELL_TEXT, 44 },
  { "account", SHEAF_CELL_TEXT, 8 },
  { "amount", SHEAF_CELL_MONEY, 16 },
  { "together", SHEAF_CELL_MONEY, 16 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

static const char *const languages[] = { "vi", "en", "fr" };

/* The place of the writer's language in texts of three. */
static gsize
language_of (const SheafListWriter *writer)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i], writer->language) == 0)
      return i;
  return 0;
}

static char *
origin_of (const SheafListWriter *writer,
           const SheafTaxLine    *line)
{
  static const char *const keys[] = {
    [SHEAF_TAX_FROM_STATEMENT] = "origin_statement",
    [SHEAF_TAX_FROM_MARKS] = "origin_marks",
    [SHEAF_TAX_FROM_ANSWER] = "origin_answer",
    [SHEAF_TAX_FROM_LEDGER] = "origin_ledger",
    [SHEAF_TAX_FROM_LAW] = "origin_law",
    [SHEAF_TAX_FROM_ABOVE] = "origin_above",
    [SHEAF_TAX_FROM_VOUCHER] = "origin_voucher",
    [SHEAF_TAX_FROM_NOTHING] = "origin_nothing",
  };
  g_autofree char *count = g_strdup_printf ("%u", line->count);

  const char *text = line->law != NULL ? line->law->basis[language_of (writer)] : line->text;

  if (text == NULL && line->origin == SHEAF_TAX_FROM_ANSWER)
    return sheaf_list_text (writer, "origin_said", NULL);
  return sheaf_list_text (writer, keys[line->origin], "text", text, "count", count, NULL);
}

/* What a rate is for stands in the law's data. */
static char *
label_of (const SheafListWriter *writer,
          const SheafTaxSheet   *sheet,
          const SheafTaxLine    *line)
{
  g_autofree char    *key = g_strconcat ("line_", line->key, NULL);
  g_autofree char    *count = g_strdup_printf ("%u", line->count);
  g_autofree char    *text = sheaf_list_text (writer, key, "name", line->name, "count", count,
                                              NULL);
  const SheafTaxRate *rate =
      line->is_rate && line->name != NULL ? sheaf_tax_rules_find (sheet->rules, line->name) : NULL;
  const char *purpose = rate != NULL ? rate->texts[language_of (writer)] : NULL;

  if (purpose != NULL)
    return g_strdup_printf ("%s: %s", text, purpose);
  return g_steal_pointer (&text);
}

/* The lines that a line is the sum of, so that a sheet for calculating adds up. */
static GArray *
find_terms (const SheafTaxSheet *sheet,
            const SheafTaxLine  *of)
{
  static const struct
  {
    const char *of;
    const char *key;
    int         sign;
  } parts[] = {
    { "income", "profit", 1 },
    { "income", "not-deductible", 1 },
    { "income", "other-increase", 1 },
    { "income", "exempt", -1 },
    { "income", "other-decrease", -1 },
    { "income", "common-fund", -1 },
    { "taxable", "income", 1 },
    { "taxable", "losses", -1 },
    { "difference", "tax", 1 },
    { "difference", "entered", -1 },
  };
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (SheafCellTerm));
  gint64 sum = 0;

  for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint i = 0; strcmp (parts[p].of, of->key) == 0 && i < sheet->lines->len; i++)
      {
        const SheafTaxLine *line = &g_array_index (sheet->lines, SheafTaxLine, i);
        SheafCellTerm       term = { parts[p].sign, i, 2 };

        if (strcmp (line->key, parts[p].key) != 0)
          continue;
        g_array_append_val (terms, term);
        sum += parts[p].sign * line->number;
      }
  return terms->len > 0 && sum == of->number ? g_steal_pointer (&terms) : NULL;
}

static gboolean
write_line (SheafListWriter     *writer,
            const SheafTaxSheet *sheet,
            const SheafTaxLine  *line,
            const char          *number,
            GError             **error)
{
  g_autofree char *label = label_of (writer, sheet, line);
  g_autofree char *origin = origin_of (writer, line);
  g_autoptr (GArray) terms = find_terms (sheet, line);
  SheafCell      cells[5] = { { 0 } };
  SheafReportRow row = { .kind = line->level > 0 ? SHEAF_ROW_KIND_SUBTOTAL : SHEAF_ROW_KIND_LINE,
                         .bold = line->level == 0 && line->origin == SHEAF_TAX_FROM_ABOVE,
                         .indent = line->level,
                         .cells = cells,
                         .line = line->key,
                         .account_id = line->account_id,
                         .voucher_id = line->voucher_id };

  sheaf_cell_set_text (&cells[0], number);
  sheaf_cell_set_text (&cells[1], label);
  sheaf_cell_set_number (&cells[line->is_rate ? 3 : 2], line->number);
  sheaf_cell_set_text (&cells[4], origin);
  if (terms != NULL)
    {
      row.kind = SHEAF_ROW_KIND_SUBTOTAL;
      cells[2].terms = (const SheafCellTerm *) (const void *) terms->data;
      cells[2].n_terms = terms->len;
    }
  return sheaf_report_sink_row (writer->sink, &row, error);
}

/* The same letter in every year, whatever lines there are. */
static const char *
code_of_line (const char *key)
{
  static const char *const codes[][2] = {
    { "profit", "A" },
    { "not-deductible", "B1" },
    { "other-increase", "B2" },
    { "exempt", "C1" },
    { "other-decrease", "C2" },
    { "common-fund", "C3" },
    { "income", "D" },
    { "losses", "E1" },
    { "taxable", "E" },
    { "last-revenue", "F1" },
    { "rate", "F" },
    { "exempt-year", "F2" },
    { "tax-before", "G1" },
    { "tax-reduction", "G2" },
    { "tax", "G" },
    { "entered", "H1" },
    { "difference", "H" },
    { "advance-least", "I1" },
    { "advance-paid", "I2" },
    { "advance-missing", "I" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i][0], key) == 0)
      return codes[i][1];
  return "";
}

static gboolean
write_sheet (SheafListWriter     *writer,
             const SheafTaxSheet *sheet,
             GError             **error)
{
  guint       sub = 0;
  const char *code = "";

  if (!sheaf_list_section (writer, "sheet", NULL, sheet_columns, error))
    return FALSE;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SheafTaxLine *line = &g_array_index (sheet->lines, SheafTaxLine, i);
      g_autofree char    *number = NULL;

      sub = line->level == 0 ? 0 : sub + 1;
      if (line->level == 0)
        code = code_of_line (line->key);
      number = sub == 0 ? g_strdup (code) : g_strdup_printf ("%s.%u", code, sub);
      if (!write_line (writer, sheet, line, number, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_losses (SheafListWriter     *writer,
              const SheafTaxSheet *sheet,
              GError             **error)
{
  g_autofree char *title = sheaf_list_text (writer, "title_losses", NULL);

  if (sheet->losses->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "losses", title, loss_columns, error))
    return FALSE;
  for (guint i = 0; i < sheet->losses->len; i++)
    {
      const SheafTaxLoss *loss = &g_array_index (sheet->losses, SheafTaxLoss, i);
      g_autofree char    *year = g_strdup_printf ("%d", loss->year);
      g_autofree char    *until = g_strdup_printf ("%d", loss->until);
      g_autofree char    *key = g_strdup_printf ("loss-%d", loss->year);
      g_autofree char    *origin =
          sheaf_list_text (writer, loss->answered ? "origin_answer" : "origin_year", "text",
                           loss->answered ? key : year, NULL);
      SheafCell      cells[7] = { { 0 } };
      SheafReportRow row = { .kind = SHEAF_ROW_KIND_LINE, .cells = cells, .line = key };

      sheaf_cell_set_text (&cells[0], year);
      sheaf_cell_set_number (&cells[1], loss->loss.units);
      sheaf_cell_set_number (&cells[2], loss->before.units);
      sheaf_cell_set_number (&cells[3], loss->used.units);
      sheaf_cell_set_number (&cells[4], loss->left.units);
      sheaf_cell_set_text (&cells[5], until);
      sheaf_cell_set_text (&cells[6], origin);
      if (!sheaf_report_sink_row (writer->sink, &row, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
code_of (const SheafChart *chart,
         gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account != NULL ? account->code : "";
}

/* Free with g_free. */
static char *
kind_word (const SheafListWriter *writer,
           SheafVoucherKind       kind)
{
  g_autofree char *key = g_strconcat ("kind_", sheaf_voucher_kind_to_word (kind), NULL);

  return sheaf_list_text (writer, key, NULL);
}

static gboolean
write_mark (SheafListWriter       *writer,
            const SheafChart      *chart,
            const SheafTaxMarkRow *mark,
            GError               **error)
{
  g_autofree char *key = g_strconcat ("mark_", sheaf_tax_mark_to_word (mark->mark), NULL);
  g_autofree char *word = sheaf_list_text (writer, key, NULL);
  g_autofree char *kind = kind_word (writer, mark->kind);
  SheafCell        cells[9] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_LINE,
                           .cells = cells,
                           .voucher_id = mark->voucher_id,
                           .account_id = mark->account_id };

  sheaf_cell_set_day (&cells[0], mark->date);
  sheaf_cell_set_text (&cells[1], kind);
  sheaf_cell_set_text (&cells[2], mark->number);
  sheaf_cell_set_number (&cells[3], mark->position);
  sheaf_cell_set_text (&cells[4], mark->description);
  sheaf_cell_set_text (&cells[5], code_of (chart, mark->account_id));
  sheaf_cell_set_number (&cells[6], mark->effect.units);
  sheaf_cell_set_text (&cells[7], word);
  sheaf_cell_set_text (&cells[8], mark->reason);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_marks (SheafListWriter     *writer,
             const SheafTaxSheet *sheet,
             GError             **error)
{
  const SheafChart *chart = sheaf_chart_get (writer->book, error);
  g_autofree char  *title = sheaf_list_text (writer, "title_marks", NULL);
  g_autoptr (GPtrArray) marks = sheaf_tax_mark_list (
      writer->book, sheaf_book_year_start (writer->book, sheet->year), sheet->to, error);

  if (chart == NULL || marks == NULL)
    return FALSE;
  if (marks->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "marks", title, mark_columns, error))
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    if (!write_mark (writer, chart, marks->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_cash (SheafListWriter     *writer,
            const SheafTaxSheet *sheet,
            GError             **error)
{
  const SheafChart *chart = sheaf_chart_get (writer->book, error);
  g_autoptr (GPtrArray) rows = sheaf_tax_cash_list (writer->book, sheet->rules, error);
  g_autofree char *limit = sheaf_money_format (SHEAF_MONEY (sheet->rules->non_cash.number),
                                               writer->language);
  g_autofree char *title = sheaf_list_text (writer, "title_cash", "text", limit, NULL);

  if (chart == NULL || rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "cash", title, cash_columns, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafTaxCashRow *cash = rows->pdata[i];
      g_autofree char       *kind = kind_word (writer, cash->kind);
      SheafCell              cells[7] = { { 0 } };
      SheafReportRow         row = { .kind = SHEAF_ROW_KIND_LINE,
                                     .cells = cells,
                                     .voucher_id = cash->voucher_id,
                                     .account_id = cash->account_id,
                                     .party_id = cash->party_id };

      if (sheaf_date_cmp (cash->date, sheet->to) > 0)
        continue;
      sheaf_cell_set_day (&cells[0], cash->date);
      sheaf_cell_set_text (&cells[1], kind);
      sheaf_cell_set_text (&cells[2], cash->number);
      sheaf_cell_set_text (&cells[3], cash->description);
      sheaf_cell_set_text (&cells[4], code_of (chart, cash->account_id));
      sheaf_cell_set_number (&cells[5], cash->amount.units);
      sheaf_cell_set_number (&cells[6], cash->together.units);
      if (!sheaf_report_sink_row (writer->sink, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_list_tax_write (const SheafReport         *report,
                      SheafBook                 *book,
                      const SheafReportQuestion *question,
                      SheafReportSink           *sink,
                      GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (SheafTaxSheet) sheet = NULL;
  int year;

  if (!sheaf_list_year (book, question, &year, error))
    return FALSE;
  sheet = sheaf_tax_sheet_compute (book, year, question->to, error);
  if (sheet == NULL ||
      !sheaf_list_writer_init (&writer, book, report->code, question, sink,
                               sheaf_book_year_start (book, year), sheet->to, error))
    return FALSE;
  if (sheet->interim)
    {
      g_autofree char *from = sheaf_date_format (writer.head->from, writer.language);
      g_autofree char *to = sheaf_date_format (sheet->to, writer.language);
      g_autofree char *subtitle = sheaf_list_text (&writer, "subtitle_interim", "from", from, "to",
                                                   to, NULL);

      g_strfreev (writer.head->subtitles);
      writer.head->subtitles = sheaf_statement_report_append (g_new0 (char *, 1), subtitle);
    }
  for (guint i = 0; i < sheet->problems->items->len; i++)
    sheaf_list_warn (&writer, ((SheafProblem *) sheet->problems->items->pdata[i])->text);
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "sheet", sheet_columns);
  return sheaf_report_sink_head (sink, writer.head, error) &&
         write_sheet (&writer, sheet, error) && write_losses (&writer, sheet, error) &&
         write_marks (&writer, sheet, error) && write_cash (&writer, sheet, error) &&
         sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_tax_withheld (const SheafReport *report,
                         SheafBook         *book)
{
  g_autofree char *name = sheaf_dated_tax_file (book, "cit");
  GKeyFile        *data = sheaf_dated_load (book, name, NULL);
  g_autofree char *form =
      data != NULL ? g_key_file_get_string (data, "tax", "profit-form", NULL) : NULL;
  g_auto (GStrv) codes = sheaf_form_codes (book, NULL);

  (void) report;
  if (form == NULL)
    return g_strdup (_ ("There are no rules on income tax for this book’s country"));
  if (codes == NULL || !g_strv_contains ((const char *const *) codes, form))
    return g_strdup_printf (_ ("The chart of accounts of this book has no statement %s"), form);
  return NULL;
}
