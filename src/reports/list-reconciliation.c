/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the books to the bank's statement. */
#include "reports/list-reconciliation.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/reconciliation.h"
#include "reports/error.h"
#include "reports/list-writer.h"

enum
{
  DAY,
  NUMBER,
  DESCRIPTION,
  PAID_IN,
  PAID_OUT,
  BALANCE,
  N_COLUMNS
};

/* The kind of the last three follows the section's money. */
static const SheafListColumn columns[] = {
  { "date", SHEAF_CELL_DAY, 4 },
  { "number", SHEAF_CELL_TEXT, 4 },
  { "description", SHEAF_CELL_TEXT, 12 },
  { "paid_in", SHEAF_CELL_MONEY, 6 },
  { "paid_out", SHEAF_CELL_MONEY, 6 },
  { "balance", SHEAF_CELL_MONEY, 6 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

static gboolean
write_balance (SheafListWriter   *writer,
               SheafReportRowKind kind,
               const char        *key,
               gint64             amount,
               GError           **error)
{
  g_autofree char *text = sheaf_list_text (writer, key, NULL);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .kind = kind, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[DESCRIPTION], text);
  sheaf_cell_set_number (&cells[BALANCE], amount);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_heading (SheafListWriter *writer,
               const char      *key,
               GError         **error)
{
  g_autofree char *text = sheaf_list_text (writer, key, NULL);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_HEADING, .cells = cells };

  sheaf_cell_set_text (&cells[DESCRIPTION], text);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_row (SheafListWriter              *writer,
           const SheafReconciliationRow *one,
           GError                      **error)
{
  g_autofree char *taken_back =
      one->taken_back ? sheaf_list_text (writer, "taken_back", "text", one->description, NULL)
                      : NULL;
  SheafCell      cells[N_COLUMNS] = { { 0 } };
  SheafReportRow row = { .indent = 1, .cells = cells, .voucher_id = one->voucher_id };

  sheaf_cell_set_day (&cells[DAY], one->date);
  sheaf_cell_set_text (&cells[NUMBER], one->number);
  sheaf_cell_set_text (&cells[DESCRIPTION], taken_back != NULL ? taken_back : one->description);
  if (one->side == 1)
    sheaf_cell_set_number (&cells[PAID_IN], one->amount);
  else
    sheaf_cell_set_number (&cells[PAID_OUT], -one->amount);
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_sum (SheafListWriter           *writer,
           const SheafReconciliation *one,
           GError                   **error)
{
  g_autofree char *text = sheaf_list_text (writer, "sum", NULL);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_SUBTOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[DESCRIPTION], text);
  sheaf_cell_set_number (&cells[PAID_IN], one->outstanding_in);
  sheaf_cell_set_number (&cells[PAID_OUT], -one->outstanding_out);
  cells[PAID_IN].sum = TRUE;
  cells[PAID_OUT].sum = TRUE;
  return sheaf_report_sink_row (writer->sink, &row, error);
}

static gboolean
write_rows (SheafListWriter           *writer,
            const SheafReconciliation *one,
            GError                   **error)
{
  g_autoptr (GPtrArray) rows = sheaf_reconciliation_rows (writer->book, one->id, error);

  if (rows == NULL || !write_heading (writer, "outstanding", error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReconciliationRow *row = rows->pdata[i];

      if (!row->ticked && !write_row (writer, row, error))
        return FALSE;
    }
  return write_sum (writer, one, error);
}

static gboolean
write_changes (SheafListWriter           *writer,
               const SheafReconciliation *one,
               GError                   **error)
{
  g_autoptr (GPtrArray) changes = sheaf_reconciliation_changes (writer->book, one->id, error);

  if (changes == NULL)
    return FALSE;
  if (changes->len > 0 && !write_heading (writer, "changes", error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!write_row (writer, changes->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* "1121 NH1", the day, and whether it is done. */
static gboolean
write_section (SheafListWriter           *writer,
               const SheafReconciliation *one,
               GError                   **error)
{
  const SheafChart   *chart = sheaf_chart_get (writer->book, error);
  const SheafAccount *account =
      chart == NULL ? NULL : sheaf_chart_by_id (chart, one->account_id);
  g_autofree char *item = sheaf_item_code (writer->book, one->item_id);
  g_autofree char *name = NULL;
  g_autofree char *day = sheaf_date_format (one->date, writer->language);
  g_autoptr (SheafReportSection) section = NULL;
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autofree char *account_text = NULL;
  g_autofree char *day_text = sheaf_list_text (writer, "statement_day", "day", day, NULL);
  g_autofree char *state = one->finished
                               ? sheaf_list_text (writer, "finished", NULL)
                               : sheaf_list_text (writer, "open", "note", one->end_note, NULL);

  if (account == NULL)
    return FALSE;
  name = item == NULL ? g_strdup (account->code) : g_strdup_printf ("%s %s", account->code, item);
  account_text = sheaf_list_text (writer, "account", "account", name, NULL);
  g_strv_builder_add_many (fields, account_text, day_text, state, NULL);
  section = sheaf_report_section_new (name);
  g_strfreev (section->fields);
  section->fields = g_strv_builder_end (fields);
  section->currency = g_strdup (one->currency);
  if (one->currency != NULL)
    {
      section->columns = sheaf_list_columns (writer, "rows", columns);
      for (guint c = PAID_IN; c < N_COLUMNS; c++)
        ((SheafReportColumn *) section->columns->pdata[c])->kind = SHEAF_CELL_FOREIGN;
    }
  return sheaf_report_sink_section (writer->sink, section, error);
}

static gboolean
write_one (SheafListWriter           *writer,
           const SheafReconciliation *one,
           GError                   **error)
{
  return write_section (writer, one, error) &&
         write_balance (writer, SHEAF_ROW_KIND_OPENING, "booked", one->booked, error) &&
         write_rows (writer, one, error) &&
         write_balance (writer, SHEAF_ROW_KIND_TOTAL, "ticked", one->ticked, error) &&
         write_balance (writer, SHEAF_ROW_KIND_TOTAL, "balance", one->balance, error) &&
         write_balance (writer, SHEAF_ROW_KIND_CLOSING, "difference", one->difference, error) &&
         write_changes (writer, one, error);
}

static gboolean
is_asked (const SheafReconciliation *one,
          const SheafReportQuestion *question,
          gint64                     account_id,
          gint64                     item_id,
          SheafDate                  day)
{
  return sheaf_date_cmp (one->date, day) <= 0 &&
         (account_id == 0 || one->account_id == account_id) &&
         (item_id == 0 || one->item_id == item_id) &&
         (question->currency == NULL || g_strcmp0 (question->currency, one->currency) == 0);
}

static gboolean
is_same_bank (const SheafReconciliation *one,
              const SheafReconciliation *other)
{
  return one->account_id == other->account_id && one->item_id == other->item_id &&
         g_strcmp0 (one->currency, other->currency) == 0;
}

/* The last one up to the day of each bank account, as they come by bank account and day. */
static GPtrArray *
choose (GPtrArray                 *all,
        const SheafReportQuestion *question,
        gint64                     account_id,
        gint64                     item_id,
        SheafDate                  day)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      if (!is_asked (all->pdata[i], question, account_id, item_id, day))
        continue;
      if (chosen->len > 0 && is_same_bank (chosen->pdata[chosen->len - 1], all->pdata[i]))
        chosen->pdata[chosen->len - 1] = all->pdata[i];
      else
        g_ptr_array_add (chosen, all->pdata[i]);
    }
  return chosen;
}

gboolean
sheaf_list_reconciliation_write (const SheafReport         *report,
                                 SheafBook                 *book,
                                 const SheafReportQuestion *question,
                                 SheafReportSink           *sink,
                                 GError                   **error)
{
  SheafDate day = sheaf_list_day (question);
  g_auto (SheafListWriter) writer = { 0 };
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (book, error);
  g_autoptr (GPtrArray) chosen = NULL;
  gint64 account, item;

  if (all == NULL || !sheaf_list_account (book, question->account, &account, error) ||
      !sheaf_list_item (book, question->item, &item, error) ||
      !sheaf_list_writer_init (&writer, book, report->code, question, sink, day, day, error))
    return FALSE;
  chosen = choose (all, question, account, item, day);
  if (chosen->len == 0)
    {
      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                   _ ("No bank account was reconciled up to that day: begin on the page Bank "
                      "statements or by the command “reconcile”"));
      return FALSE;
    }
  g_ptr_array_unref (writer.head->columns);
  writer.head->columns = sheaf_list_columns (&writer, "rows", columns);
  if (!sheaf_report_sink_head (sink, writer.head, error))
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    if (!write_one (&writer, chosen->pdata[i], error))
      return FALSE;
  return sheaf_report_sink_finish (sink, error);
}

char *
sheaf_list_reconciliation_withheld (const SheafReport *report G_GNUC_UNUSED,
                                    SheafBook                *book)
{
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (book, NULL);

  return all != NULL && all->len == 0
             ? g_strdup (_ ("No bank account was reconciled yet: begin on the page Bank statements "
                            "or by the command “reconcile”"))
             : NULL;
}
