/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the books were held against: bank statements, counts, confirmations of debts. */
#include "exchange/csv-export-private.h"
#include "ledger/confirmation.h"
#include "ledger/count.h"
#include "ledger/item.h"
#include "ledger/reconciliation.h"
#include "ledger/voucher.h"

/* Which bank statement: account, item, currency, day. */
static gboolean
write_statement (SheafExport               *out,
                 const SheafReconciliation *one,
                 GError                   **error)
{
  g_autofree char *item = sheaf_item_code (out->book, one->item_id);

  if (!sheaf_export_account (out, one->account_id, error))
    return FALSE;
  sheaf_export_cell (out, item);
  sheaf_export_cell (out, one->currency);
  sheaf_export_date (out, one->date);
  return TRUE;
}

static gboolean
write_start (SheafExport               *out,
             const SheafReconciliation *one,
             GError                   **error)
{
  if (!write_statement (out, one, error))
    return FALSE;
  sheaf_export_number (out, one->balance);
  sheaf_export_cell (out, one->note);
  sheaf_export_end (out);
  return TRUE;
}

static gboolean
write_ticks (SheafExport               *out,
             const SheafReconciliation *one,
             GError                   **error)
{
  g_autoptr (GPtrArray) rows = sheaf_reconciliation_rows (out->book, one->id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafReconciliationRow *row = rows->pdata[i];

      if (!row->ticked)
        continue;
      if (!write_statement (out, one, error))
        return FALSE;
      sheaf_export_cell (out, sheaf_voucher_kind_to_word (row->kind));
      sheaf_export_cell (out, row->number);
      sheaf_export_number (out, sheaf_date_year (row->date));
      sheaf_export_number (out, sheaf_voucher_row_place (out->book, row->row_id));
      sheaf_export_cell (out, row->side == 1 ? "debit" : "credit");
      sheaf_export_end (out);
    }
  return rows != NULL;
}

/* Nothing was said yet of one that is open without a note. */
static gboolean
write_ending (SheafExport               *out,
              const SheafReconciliation *one,
              GError                   **error)
{
  if (!one->finished && one->end_note == NULL)
    return TRUE;
  if (!write_statement (out, one, error))
    return FALSE;
  sheaf_export_yes (out, one->finished);
  sheaf_export_cell (out, one->end_note);
  sheaf_export_end (out);
  return TRUE;
}

static gboolean
walk_reconciliations (SheafExport *out,
                      gboolean (*write) (SheafExport               *out,
                                         const SheafReconciliation *one,
                                         GError                   **error),
                      GError **error)
{
  g_autoptr (GPtrArray) list = sheaf_reconciliation_list (out->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!write (out, list->pdata[i], error))
      return FALSE;
  return list != NULL;
}

static gboolean
write_reconciliations (SheafExport *out,
                       GError     **error)
{
  return walk_reconciliations (out, write_start, error);
}

static gboolean
write_reconciliation_ticks (SheafExport *out,
                            GError     **error)
{
  return walk_reconciliations (out, write_ticks, error);
}

static gboolean
write_reconciliation_ends (SheafExport *out,
                           GError     **error)
{
  return walk_reconciliations (out, write_ending, error);
}

static void
write_nothing (SheafExport *out,
               guint        cells)
{
  for (guint i = 0; i < cells; i++)
    sheaf_export_cell (out, NULL);
}

static gboolean
write_sheet (SheafExport      *out,
             const SheafCount *count,
             GError          **error)
{
  sheaf_export_cell (out, count->number);
  sheaf_export_cell (out, count->kind == SHEAF_COUNT_CASH ? "cash" : "stock");
  sheaf_export_date (out, count->date);
  if (!sheaf_export_account (out, count->account_id, error))
    return FALSE;
  sheaf_export_cell (out, count->people);
  sheaf_export_cell (out, count->note);
  sheaf_export_cell (out, count->time);
  sheaf_export_cell (out, count->withdrawn);
  return TRUE;
}

static void
write_line (SheafExport          *out,
            const SheafCountLine *line)
{
  sheaf_export_cell (out, line->name);
  sheaf_export_quantity (out, line->booked_quantity);
  sheaf_export_number (out, line->booked_amount.units);
  sheaf_export_quantity (out, line->counted_quantity);
  sheaf_export_number (out, line->counted_amount.units);
  sheaf_export_cell (out, line->note);
  if (line->judged)
    {
      g_autofree char *poor = sheaf_quantity_to_text (line->poor);
      g_autofree char *spoilt = sheaf_quantity_to_text (line->spoilt);

      sheaf_export_cell (out, poor);
      sheaf_export_cell (out, spoilt);
    }
  else
    write_nothing (out, 2);
  sheaf_export_end (out);
}

/* A sheet without lines is one row without figures. */
static gboolean
write_count (SheafExport      *out,
             const SheafCount *count,
             GError          **error)
{
  if (count->lines->len == 0)
    {
      if (!write_sheet (out, count, error))
        return FALSE;
      write_nothing (out, 8);
      sheaf_export_end (out);
    }
  for (guint i = 0; i < count->lines->len; i++)
    {
      if (!write_sheet (out, count, error))
        return FALSE;
      write_line (out, count->lines->pdata[i]);
    }
  return TRUE;
}

static gboolean
write_counts (SheafExport *out,
              GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_count_list (out->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!write_count (out, list->pdata[i], error))
      return FALSE;
  return list != NULL;
}

static gboolean
write_confirmation (SheafExport             *out,
                    const SheafConfirmation *one,
                    GError                 **error)
{
  if (!sheaf_export_account (out, one->account_id, error) ||
      !sheaf_export_party (out, one->party_id, error))
    return FALSE;
  sheaf_export_date (out, one->date);
  sheaf_export_number (out, one->booked.units);
  if (one->is_answered)
    sheaf_export_number (out, one->confirmed.units);
  else
    sheaf_export_cell (out, NULL);
  sheaf_export_date (out, one->answered);
  sheaf_export_cell (out, one->note);
  sheaf_export_date (out, one->sent);
  sheaf_export_end (out);
  return TRUE;
}

static gboolean
write_confirmations (SheafExport *out,
                     GError     **error)
{
  g_autoptr (GPtrArray)
      list = sheaf_confirmation_list (out->book, SHEAF_DATE_NONE, 0, 0, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!write_confirmation (out, list->pdata[i], error))
      return FALSE;
  return list != NULL;
}

#define STATEMENT "account,item,currency,date,"

const SheafExportKind sheaf_export_control_kinds[] = {
  { "reconciliations", STATEMENT "balance,note", write_reconciliations },
  { "reconciliation-ticks", STATEMENT "voucher_kind,voucher,year,row,side",
    write_reconciliation_ticks },
  { "reconciliation-ends", STATEMENT "finished,note", write_reconciliation_ends },
  { "counts",
    "number,kind,date,account,people,note,time,withdrawn,name,booked_quantity,booked_amount,"
    "counted_quantity,counted_amount,line_note,poor,spoilt",
    write_counts },
  { "confirmations", "account,party,date,booked,confirmed,answered,note,sent",
    write_confirmations },
  { NULL, NULL, NULL },
};
