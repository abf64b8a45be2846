/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How shared input VAT is divided, the entry it makes, the rows it is made of. */
#include "reports/list-vat-share.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/vat-share.h"
#include "reports/list-writer.h"

static const SheafListColumn sheet_columns[] = {
  { "line", SHEAF_CELL_TEXT, 6 },
  { "item", SHEAF_CELL_TEXT, 44 },
  { "amount", SHEAF_CELL_MONEY, 17 },
  { "rate", SHEAF_CELL_RATE, 10 },
  { "origin", SHEAF_CELL_TEXT, 30 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn entry_columns[] = {
  { "debit", SHEAF_CELL_TEXT, 10 },
  { "credit", SHEAF_CELL_TEXT, 10 },
  { "shared", SHEAF_CELL_MONEY, 16 },
  { "not_deductible", SHEAF_CELL_MONEY, 16 },
  { "entered", SHEAF_CELL_MONEY, 16 },
  { "difference", SHEAF_CELL_MONEY, 16 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};
static const SheafListColumn row_columns[] = {
  { "date", SHEAF_CELL_DAY, 10 },
  { "kind", SHEAF_CELL_TEXT, 10 },
  { "number", SHEAF_CELL_TEXT, 10 },
  { "description", SHEAF_CELL_TEXT, 36 },
  { "vat", SHEAF_CELL_TEXT, 8 },
  { "cost", SHEAF_CELL_TEXT, 8 },
  { "amount", SHEAF_CELL_MONEY, 15 },
  { "why", SHEAF_CELL_TEXT, 20 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

static const char *
code_of (const SheafChart *chart,
         gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account != NULL ? account->code : "";
}

static gboolean
write_sheet (SheafListWriter     *writer,
             const SheafVatShare *share,
             GError             **error)
{
  const char  *revenue = share->by_invoices ? "origin_invoices" : "origin_accounts";
  const gint64 other = sheaf_money_sub (share->total, share->taxable).units;
  const gint64 ratio = sheaf_money_mul_div (share->taxable, 1000000, share->total.units,
                                            SHEAF_ROUND_HALF_UP)
                           .units;
  const struct
  {
    const char   *code;
    const char   *key;
    gint64        number;
    const char   *origin;
    SheafCellTerm terms[2];
  } lines[] = {
    { "A1", "line_taxable", share->taxable.units, revenue, { { 0 } } },
    { "A2", "line_other", other, revenue, { { 0 } } },
    { "A", "line_total", share->total.units, "origin_above", { { 1, 0, 2 }, { 1, 1, 2 } } },
    { "B", "line_ratio", ratio, "origin_above", { { 0 } } },
    { "C", "line_shared", share->shared.units, "origin_rows", { { 0 } } },
    { "C1", "line_deductible", share->deductible.units, "origin_above", { { 0 } } },
    { "C2",
      "line_not-deductible",
      share->not_deductible.units,
      "origin_above",
      { { 1, 4, 2 }, { -1, 5, 2 } } },
    { "D", "line_entered", share->entered.units, "origin_vouchers", { { 0 } } },
    { "E",
      "line_difference",
      share->difference.units,
      "origin_above",
      { { 1, 6, 2 }, { -1, 7, 2 } } },
  };

  if (!sheaf_list_section (writer, "sheet", NULL, sheet_columns, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *label = sheaf_list_text (writer, lines[i].key, NULL);
      g_autofree char *origin = sheaf_list_text (writer, lines[i].origin, NULL);
      SheafCell        cells[5] = { { 0 } };
      SheafReportRow   row = { .kind = SHEAF_ROW_KIND_SUBTOTAL,
                               .bold = lines[i].code[1] == '\0',
                               .cells = cells,
                               .line = lines[i].code };

      sheaf_cell_set_text (&cells[0], lines[i].code);
      sheaf_cell_set_text (&cells[1], label);
      sheaf_cell_set_number (&cells[*lines[i].code == 'B' ? 3 : 2], lines[i].number);
      sheaf_cell_set_text (&cells[4], origin);
      if (lines[i].terms[0].sign != 0)
        {
          cells[2].terms = lines[i].terms;
          cells[2].n_terms = G_N_ELEMENTS (lines[i].terms);
        }
      if (!sheaf_report_sink_row (writer->sink, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_entry (SheafListWriter     *writer,
             const SheafChart    *chart,
             const SheafVatShare *share,
             GError             **error)
{
  g_autofree char *title = sheaf_list_text (writer, "title_entry", NULL);

  if (share->lines->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "entry", title, entry_columns, error))
    return FALSE;
  for (guint i = 0; i < share->lines->len; i++)
    {
      const SheafVatShareLine *line = &g_array_index (share->lines, SheafVatShareLine, i);
      SheafCell                cells[6] = { { 0 } };
      SheafReportRow           row = { .kind = SHEAF_ROW_KIND_LINE,
                                       .cells = cells,
                                       .account_id = line->cost_id };

      sheaf_cell_set_text (&cells[0], code_of (chart, line->cost_id));
      sheaf_cell_set_text (&cells[1], code_of (chart, line->vat_id));
      sheaf_cell_set_number (&cells[2], line->shared.units);
      sheaf_cell_set_number (&cells[3], line->not_deductible.units);
      sheaf_cell_set_number (&cells[4], line->entered.units);
      sheaf_cell_set_number (&cells[5],
                             sheaf_money_sub (line->not_deductible, line->entered).units);
      if (!sheaf_report_sink_row (writer->sink, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_row (SheafListWriter        *writer,
           const SheafChart       *chart,
           const SheafVatShareRow *shared,
           GError                **error)
{
  g_autofree char *key = g_strconcat ("kind_", sheaf_voucher_kind_to_word (shared->kind), NULL);
  g_autofree char *kind = sheaf_list_text (writer, key, NULL);
  g_autofree char *why = sheaf_list_text (writer, shared->marked ? "why_mark" : "why_cost", NULL);
  SheafCell        cells[8] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_LINE,
                           .cells = cells,
                           .voucher_id = shared->voucher_id,
                           .account_id = shared->vat_id };

  sheaf_cell_set_day (&cells[0], shared->date);
  sheaf_cell_set_text (&cells[1], kind);
  sheaf_cell_set_text (&cells[2], shared->number);
  sheaf_cell_set_text (&cells[3], shared->description);
  sheaf_cell_set_text (&cells[4], code_of (chart, shared->vat_id));
  sheaf_cell_set_text (&cells[5], code_of (chart, shared->cost_id));
  sheaf_cell_set_number (&cells[6], shared->amount.units);
  sheaf_cell_set_text (&cells[7], why);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_rows (SheafListWriter     *writer,
            const SheafChart    *chart,
            const SheafVatShare *share,
            GError             **error)
{
  g_autofree char *title = sheaf_list_text (writer, "title_rows", NULL);

  if (share->rows->len == 0)
    return TRUE;
  if (!sheaf_list_section (writer, "rows", title, row_columns, error))
    return FALSE;
  for (guint i = 0; i < share->rows->len; i++)
    if (!write_row (writer, chart, share->rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
find_period (SheafBook                 *book,
             const SheafReportQuestion *question,
             int                       *ret_year,
             guint                     *ret_period,
             GError                   **error)
{
  *ret_period = SHEAF_VAT_SHARE_YEAR;
  if (!sheaf_list_year (book, question, ret_year, error))
    return FALSE;
  return sheaf_date_is_none (question->from) || sheaf_date_is_none (question->to) ||
         sheaf_vat_share_period (book, question->from, question->to, ret_period, error);
}

gboolean
sheaf_list_vat_share_write (const SheafReport         *report,
                            SheafBook                 *book,
                            const SheafReportQuestion *question,
                            SheafReportSink           *sink,
                            GError                   **error)
{
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (SheafVatShare) share = NULL;
  const SheafChart *chart = sheaf_chart_get (book, error);
  guint             period;
  int               year;

  if (chart == NULL || !find_period (book, question, &year, &period, error))
    return FALSE;
  share = sheaf_vat_share_compute (book, year, period, error);
  if (share == NULL || !sheaf_list_writer_init (&writer, book, report->code, question, sink,
                                                share->from, share->to, error))
    return FALSE;
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "sheet", sheet_columns);
  return sheaf_report_sink_head (sink, writer.head, error) &&
         write_sheet (&writer, share, error) && write_entry (&writer, chart, share, error) &&
         write_rows (&writer, chart, share, error) && sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_vat_share_withheld (const SheafReport *report,
                               SheafBook         *book)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);

  (void) report;
  if (chart != NULL && sheaf_chart_by_role (chart, "vat-input", NULL) != NULL)
    return NULL;
  return g_strdup (_ ("The chart of accounts of this book has no account for input VAT"));
}
