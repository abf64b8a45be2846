/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voucher as a record. */
#include "ledger/voucher.h"

static void
row_free (gpointer data)
{
  SheafVoucherRow *row = data;

  g_free (row->description);
  g_free (row->memo);
  g_free (row->document);
  g_free (row->product);
  g_free (row->season);
  g_free (row->plan);
  g_free (row->scope_reason);
  g_free (row->debit_currency);
  g_free (row->credit_currency);
  g_free (row);
}

SheafVoucher *
sheaf_voucher_new (SheafVoucherKind kind,
                   SheafDate        date,
                   const char      *description)
{
  SheafVoucher *voucher = g_new0 (SheafVoucher, 1);

  voucher->kind = kind;
  voucher->date = date;
  voucher->layer = SHEAF_LAYER_ORDINARY;
  voucher->description = g_strdup (description);
  voucher->rows = g_ptr_array_new_with_free_func (row_free);
  return voucher;
}

void
sheaf_voucher_free (SheafVoucher *voucher)
{
  if (voucher == NULL)
    return;
  g_free (voucher->number);
  g_free (voucher->description);
  g_free (voucher->reason);
  g_ptr_array_unref (voucher->rows);
  g_free (voucher);
}

SheafVoucherRow *
sheaf_voucher_add_row (SheafVoucher *voucher,
                       gint64        debit_id,
                       gint64        credit_id,
                       SheafMoney    amount)
{
  SheafVoucherRow *row = g_new0 (SheafVoucherRow, 1);

  row->debit_id = debit_id;
  row->credit_id = credit_id;
  row->amount = amount;
  row->due = SHEAF_DATE_NONE;
  row->document_date = SHEAF_DATE_NONE;
  g_ptr_array_add (voucher->rows, row);
  return row;
}
