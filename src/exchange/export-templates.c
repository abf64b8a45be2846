/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The co-op's own templates, when they come again, and what was done about their days. */
#include "exchange/csv-export-private.h"
#include "ledger/recurrence.h"

static void
write_template_row (SheafExport         *out,
                    const char          *name,
                    const SheafDraft    *draft,
                    const SheafDraftRow *row)
{
  sheaf_export_cell (out, name);
  sheaf_export_cell (out, draft->kind);
  sheaf_export_cell (out, draft->description);
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    sheaf_export_cell (out, row->cells[i]);
  sheaf_export_end (out);
}

static gboolean
write_templates (SheafExport *out,
                 GError     **error)
{
  g_autoptr (GPtrArray) templates = sheaf_own_template_list (out->book, NULL, error);

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      const char *name = ((const SheafOwnTemplate *) templates->pdata[i])->name;
      g_autoptr (SheafDraft) draft = sheaf_own_template_use (out->book, name, error);

      if (draft == NULL)
        return FALSE;
      for (guint j = 0; j < draft->rows->len; j++)
        write_template_row (out, name, draft, draft->rows->pdata[j]);
    }
  return templates != NULL;
}

static gboolean
write_recurrences (SheafExport *out,
                   GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_recurrence_list (out->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafRecurrence *recurrence = list->pdata[i];

      sheaf_export_cell (out, recurrence->template_name);
      sheaf_export_number (out, recurrence->months);
      sheaf_export_date (out, recurrence->first);
      sheaf_export_date (out, recurrence->last);
      sheaf_export_end (out);
    }
  return list != NULL;
}

static gboolean
write_day (SheafExport               *out,
           const char                *name,
           const SheafRecurrenceDone *done,
           GError                   **error)
{
  sheaf_export_cell (out, name);
  sheaf_export_date (out, done->due);
  if (done->voucher_id == 0)
    for (guint i = 0; i < 3; i++)
      sheaf_export_cell (out, NULL);
  else if (!sheaf_export_voucher (out, done->voucher_id, error))
    return FALSE;
  sheaf_export_cell (out, done->reason);
  sheaf_export_end (out);
  return TRUE;
}

static gboolean
write_days (SheafExport *out,
            GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_recurrence_list (out->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafRecurrence *recurrence = list->pdata[i];
      g_autoptr (GPtrArray) days = sheaf_recurrence_done_list (out->book, recurrence, error);

      for (guint j = 0; days != NULL && j < days->len; j++)
        if (!write_day (out, recurrence->template_name, days->pdata[j], error))
          return FALSE;
      if (days == NULL)
        return FALSE;
    }
  return list != NULL;
}

const SheafExportKind sheaf_export_template_kinds[] = {
  { "templates",
    "template,kind,voucher_description,description,debit,credit,amount,debit_party,credit_party,"
    "debit_item,"
    "credit_item,scope,scope_reason,due,memo,document,document_date,product,"
    "quantity,season,plan,currency,debit_foreign,credit_foreign,"
    "rate,debit_currency,credit_currency",
    write_templates },
  { "recurrences", "template,months,first,last", write_recurrences },
  { "recurrence-days", "template,due,voucher_kind,voucher,year,reason", write_days },
  { NULL, NULL, NULL },
};
