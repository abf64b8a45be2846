/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What vouchers were posted for, and what rows are for taxes. */
#include "exchange/csv-export-private.h"
#include "exchange/part-of-year.h"
#include "ledger/chart.h"
#include "ledger/confirmation.h"
#include "ledger/count.h"
#include "ledger/tax-mark.h"
#include "ledger/voucher-origin.h"

/* Calls write for each of a kind, after the voucher's three cells. */
static gboolean
walk_origins (SheafExport           *out,
              SheafVoucherOriginKind kind,
              gboolean (*write) (SheafExport              *out,
                                 const SheafVoucherOrigin *origin,
                                 GError                  **error),
              GError **error)
{
  g_autoptr (GArray) list = sheaf_voucher_origin_list (out->book, kind, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafVoucherOrigin *origin = &g_array_index (list, SheafVoucherOrigin, i);

      if (!sheaf_export_voucher (out, origin->voucher_id, error) || !write (out, origin, error))
        return FALSE;
      sheaf_export_end (out);
    }
  return list != NULL;
}

static gboolean
write_revaluation (SheafExport              *out,
                   const SheafVoucherOrigin *origin,
                   GError                  **error)
{
  (void) error;
  sheaf_export_date (out, origin->date);
  return TRUE;
}

static gboolean
write_revaluations (SheafExport *out,
                    GError     **error)
{
  return walk_origins (out, SHEAF_ORIGIN_REVALUATION, write_revaluation, error);
}

static gboolean
write_tax (SheafExport              *out,
           const SheafVoucherOrigin *origin,
           GError                  **error)
{
  g_autofree char *part = sheaf_part_of_year_to_text (origin->kind, origin->period);

  (void) error;
  sheaf_export_cell (out, part);
  sheaf_export_number (out, origin->amount.units);
  return TRUE;
}

static gboolean
write_taxes (SheafExport *out,
             GError     **error)
{
  return walk_origins (out, SHEAF_ORIGIN_TAX, write_tax, error);
}

static gboolean
write_vat_shares (SheafExport *out,
                  GError     **error)
{
  return walk_origins (out, SHEAF_ORIGIN_VAT_SHARE, write_tax, error);
}

static gboolean
write_counted (SheafExport *out,
               gint64       count_id,
               GError     **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (out->book, count_id, error);

  if (count == NULL)
    return FALSE;
  sheaf_export_cell (out, count->number);
  for (guint i = 0; i < 3; i++)
    sheaf_export_cell (out, NULL);
  return TRUE;
}

static gboolean
write_confirmed (SheafExport *out,
                 gint64       confirmation_id,
                 GError     **error)
{
  g_autoptr (SheafConfirmation)
      confirmation = sheaf_confirmation_load (out->book, confirmation_id, error);

  sheaf_export_cell (out, NULL);
  if (confirmation == NULL || !sheaf_export_account (out, confirmation->account_id, error) ||
      !sheaf_export_party (out, confirmation->party_id, error))
    return FALSE;
  sheaf_export_date (out, confirmation->date);
  return TRUE;
}

static gboolean
write_difference (SheafExport              *out,
                  const SheafVoucherOrigin *origin,
                  GError                  **error)
{
  return origin->count_id != 0 ? write_counted (out, origin->count_id, error)
                               : write_confirmed (out, origin->confirmation_id, error);
}

static gboolean
write_differences (SheafExport *out,
                   GError     **error)
{
  return walk_origins (out, SHEAF_ORIGIN_DIFFERENCE, write_difference, error);
}

/* A reversal takes its voucher's mark back by itself. */
static gboolean
write_tax_marks (SheafExport *out,
                 GError     **error)
{
  g_autoptr (GPtrArray) rows =
      sheaf_tax_mark_list (out->book, sheaf_book_first_day (out->book),
                           SHEAF_DATE_LAST, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafTaxMarkRow *row = rows->pdata[i];

      if (row->reversal)
        continue;
      sheaf_export_cell (out, sheaf_voucher_kind_to_word (row->kind));
      sheaf_export_cell (out, row->number);
      sheaf_export_number (out, sheaf_date_year (row->date));
      sheaf_export_number (out, row->position);
      sheaf_export_cell (out, sheaf_tax_mark_to_word (row->mark));
      sheaf_export_cell (out, row->reason);
      sheaf_export_end (out);
    }
  return rows != NULL;
}

#define VOUCHER "voucher_kind,voucher,year,"

const SheafExportKind sheaf_export_origin_kinds[] = {
  { "tax-marks", VOUCHER "row,mark,reason", write_tax_marks },
  { "revaluations", VOUCHER "date", write_revaluations },
  { "tax-entries", VOUCHER "part,amount", write_taxes },
  { "vat-shares", VOUCHER "part,amount", write_vat_shares },
  { "differences", VOUCHER "count,account,party,date", write_differences },
  { NULL, NULL, NULL },
};
