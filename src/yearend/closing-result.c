/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result is read from the voucher itself, by the roles of its accounts. */
#include "yearend/closing-result.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"

enum
{
  EXTERNAL,
  INTERNAL,
  SIDES,
};

static char *
name_account (const SheafChart *chart,
              gint64            id,
              const char       *language)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  return g_strdup_printf ("%s %s", account->code, sheaf_account_name (account, language));
}

static gboolean
write_entry (SheafReportSink       *sink,
             const SheafChart      *chart,
             const char            *language,
             const SheafVoucher    *voucher,
             const SheafVoucherRow *posted,
             GError               **error)
{
  g_autofree char *debit = name_account (chart, posted->debit_id, language);
  g_autofree char *credit = name_account (chart, posted->credit_id, language);
  SheafCell        cells[4] = { 0 };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_LINE,
                           .cells = cells,
                           .voucher_id = voucher->id };

  sheaf_cell_set_text (&cells[0], debit);
  sheaf_cell_set_text (&cells[1], credit);
  sheaf_cell_set_text (&cells[2], posted->description);
  sheaf_cell_set_number (&cells[3], posted->amount.units);
  return sheaf_report_sink_row (sink, &row, error);
}

static gboolean
write_entries (SheafReportSink    *sink,
               const SheafChart   *chart,
               const char         *language,
               const SheafVoucher *voucher,
               GError            **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("entries");
  SheafCell      cells[4] = { 0 };
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };
  SheafMoney     sum = SHEAF_MONEY_ZERO;

  if (!sheaf_report_sink_section (sink, section, error))
    return FALSE;
  for (guint i = 0; voucher != NULL && i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *posted = voucher->rows->pdata[i];

      sum = sheaf_money_add (sum, posted->amount);
      if (!write_entry (sink, chart, language, voucher, posted, error))
        return FALSE;
    }
  sheaf_cell_set_text (&cells[0], _ ("Total"));
  sheaf_cell_set_number (&cells[3], sum.units);
  cells[3].sum = TRUE;
  return sheaf_report_sink_row (sink, &row, error);
}

/* TRUE when the account is of the role or under it; charts that keep no sides lack some roles. */
static gboolean
has_role (const SheafChart *chart,
          gint64            id,
          const char       *role)
{
  const SheafAccount *group = sheaf_chart_by_role (chart, role, NULL);
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  return group != NULL && account != NULL && sheaf_chart_is_under (chart, account, group);
}

/* What the row credits, less what it debits, on accounts of the role. */
static SheafMoney
credited (const SheafChart      *chart,
          const SheafVoucherRow *row,
          const char            *role)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (has_role (chart, row->credit_id, role))
    sum = sheaf_money_add (sum, row->amount);
  if (has_role (chart, row->debit_id, role))
    sum = sheaf_money_sub (sum, row->amount);
  return sum;
}

static void
measure (const SheafChart   *chart,
         const SheafVoucher *voucher,
         SheafMoney          profit[SIDES],
         SheafMoney          tax[SIDES])
{
  for (guint i = 0; voucher != NULL && i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      guint                  side = row->scope == SHEAF_SCOPE_INTERNAL ? INTERNAL : EXTERNAL;

      profit[EXTERNAL] = sheaf_money_add (profit[EXTERNAL],
                                          credited (chart, row, "profit-external"));
      profit[INTERNAL] = sheaf_money_add (profit[INTERNAL],
                                          credited (chart, row, "profit-internal"));
      tax[side] = sheaf_money_add (tax[side], credited (chart, row, "income-tax"));
    }
}

static gboolean
write_sides (SheafReportSink   *sink,
             SheafReportRowKind kind,
             const char        *label,
             const SheafMoney   sides[SIDES],
             GError           **error)
{
  SheafCell      cells[4] = { 0 };
  SheafReportRow row = { .kind = kind, .bold = kind == SHEAF_ROW_KIND_TOTAL, .cells = cells };

  sheaf_cell_set_text (&cells[0], label);
  sheaf_cell_set_number (&cells[1], sides[INTERNAL].units);
  sheaf_cell_set_number (&cells[2], sides[EXTERNAL].units);
  sheaf_cell_set_number (&cells[3], sheaf_money_add (sides[INTERNAL], sides[EXTERNAL]).units);
  return sheaf_report_sink_row (sink, &row, error);
}

static gboolean
write_result (SheafReportSink    *sink,
              const SheafChart   *chart,
              const SheafVoucher *voucher,
              GError            **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("result");
  SheafMoney profit[SIDES] = { { 0 } };
  SheafMoney tax[SIDES] = { { 0 } };
  SheafMoney before[SIDES];

  measure (chart, voucher, profit, tax);
  for (guint side = 0; side < SIDES; side++)
    before[side] = sheaf_money_add (profit[side], tax[side]);
  section->title = g_strdup (_ ("The result, internal and external"));
  section->columns = sheaf_report_columns_new ();
  sheaf_report_column_add (section->columns, "what", NULL, "", NULL, SHEAF_CELL_TEXT, 6);
  sheaf_report_column_add (section->columns, "internal", NULL, _ ("Internal"), NULL,
                           SHEAF_CELL_MONEY, 4);
  sheaf_report_column_add (section->columns, "external", NULL, _ ("External"), NULL,
                           SHEAF_CELL_MONEY, 4);
  sheaf_report_column_add (section->columns, "together", NULL, _ ("Together"), NULL,
                           SHEAF_CELL_MONEY, 4);
  return sheaf_report_sink_section (sink, section, error) &&
         write_sides (sink, SHEAF_ROW_KIND_LINE, _ ("Result before income tax"), before, error) &&
         write_sides (sink, SHEAF_ROW_KIND_SUBTOTAL, _ ("Income tax"), tax, error) &&
         write_sides (sink, SHEAF_ROW_KIND_TOTAL, _ ("Result after income tax"), profit, error);
}

gboolean
sheaf_closing_result_write (SheafBook       *book,
                            gint64           voucher_id,
                            const char      *language,
                            SheafReportSink *sink,
                            GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher) voucher =
      chart == NULL || voucher_id == 0 ? NULL : sheaf_voucher_load (book, voucher_id, error);

  if (chart == NULL || (voucher_id != 0 && voucher == NULL))
    return FALSE;
  return write_entries (sink, chart, language, voucher, error) &&
         write_result (sink, chart, voucher, error);
}
