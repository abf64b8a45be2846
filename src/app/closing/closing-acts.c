/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/closing/closing-acts.h"

#include "base/i18n.h"
#include "base/language.h"
#include "ledger/period.h"

void
sheaf_closing_act_free (SheafClosingAct *act)
{
  if (act == NULL)
    return;
  g_free (act->reason);
  g_free (act);
}

gpointer
sheaf_closing_act_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafClosingAct *act = data;
  gint64                 voucher_id = 0;
  gboolean               done = FALSE;

  switch (act->kind)
    {
    case SHEAF_CLOSING_ACT_CLOSE:
      done = sheaf_closing_post (connection, act->year, &act->keys, &voucher_id, error);
      break;
    case SHEAF_CLOSING_ACT_REOPEN:
      done = sheaf_closing_reopen (connection, act->year, act->reason, error);
      break;
    case SHEAF_CLOSING_ACT_LOCK:
      done = sheaf_period_lock (connection, act->date, error);
      break;
    case SHEAF_CLOSING_ACT_UNLOCK:
    default:
      done = sheaf_period_unlock (connection, act->date, act->reason, error);
      break;
    }
  return done ? g_strdup ("") : NULL;
}

/* What stands behind an account's code, in the program's language. */
static void
set_account (SheafCell        *cell,
             const SheafChart *chart,
             gint64            id,
             GPtrArray        *texts)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  g_ptr_array_add (texts, g_strdup_printf (
                              "%s %s", account->code,
                              sheaf_account_name (account, sheaf_language_current ())));
  sheaf_cell_set_text (cell, texts->pdata[texts->len - 1]);
}

static gboolean
write_rows (SheafReportSink    *sink,
            const SheafChart   *chart,
            const SheafVoucher *voucher,
            GError            **error)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i <= voucher->rows->len; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      SheafCell      cells[4] = { 0 };
      SheafReportRow row = { .kind = SHEAF_ROW_KIND_LINE,
                             .cells = cells,
                             .voucher_id = voucher->id };

      if (i < voucher->rows->len)
        {
          const SheafVoucherRow *posted = voucher->rows->pdata[i];

          sum = sheaf_money_add (sum, posted->amount);
          set_account (&cells[0], chart, posted->debit_id, texts);
          set_account (&cells[1], chart, posted->credit_id, texts);
          sheaf_cell_set_text (&cells[2], posted->description);
          sheaf_cell_set_number (&cells[3], posted->amount.units);
        }
      else
        {
          row.kind = SHEAF_ROW_KIND_TOTAL;
          sheaf_cell_set_text (&cells[0], _ ("Total"));
          sheaf_cell_set_number (&cells[3], sum.units);
        }
      if (!sheaf_report_sink_row (sink, &row, error))
        return FALSE;
    }
  return sheaf_report_sink_finish (sink, error);
}

static gboolean
write_voucher (SheafReportSink    *sink,
               const SheafChart   *chart,
               const SheafVoucher *voucher,
               int                 year,
               GError            **error)
{
  g_autoptr (SheafReportHead) head = sheaf_report_head_new ("closing");
  g_autoptr (SheafReportSection) section = sheaf_report_section_new ("");

  head->title = g_strdup_printf (voucher->id != 0 ? _ ("Closing entries of %d")
                                                  : _ ("Closing entries of %d, not posted yet"),
                                 year);
  sheaf_report_column_add (head->columns, "debit", NULL, _ ("Debit"), NULL, SHEAF_CELL_TEXT, 4);
  sheaf_report_column_add (head->columns, "credit", NULL, _ ("Credit"), NULL, SHEAF_CELL_TEXT, 4);
  sheaf_report_column_add (head->columns, "text", NULL, _ ("Text"), NULL, SHEAF_CELL_TEXT, 5);
  sheaf_report_column_add (head->columns, "amount", NULL, _ ("Amount"), NULL, SHEAF_CELL_MONEY, 3);
  return sheaf_report_sink_head (sink, head, error) &&
         sheaf_report_sink_section (sink, section, error) &&
         write_rows (sink, chart, voucher, error);
}

static SheafVoucher *
find_voucher (SheafBook             *book,
              const SheafClosingAct *act,
              GError               **error)
{
  gint64 posted = sheaf_closing_voucher (book, act->year);
  g_autoptr (SheafTotals) totals = NULL;

  if (posted != 0)
    return sheaf_voucher_load (book, posted, error);
  totals = sheaf_totals_load_pairs (book, sheaf_book_year_start (book, act->year),
                                    sheaf_book_year_end (book, act->year), error);
  return totals != NULL ? sheaf_closing_compute (book, totals, &act->keys, error) : NULL;
}

gpointer
sheaf_closing_rows_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafClosingAct *act = data;
  const SheafChart      *chart = sheaf_chart_get (connection, error);
  g_autoptr (SheafVoucher) voucher = chart != NULL ? find_voucher (connection, act, error) : NULL;
  SheafReportSink *sink;
  SheafCollected  *collected = NULL;

  if (voucher == NULL)
    return NULL;
  sink = sheaf_collected_sink_new (0);
  if (write_voucher (sink, chart, voucher, act->year, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}
