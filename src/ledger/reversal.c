/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction is the mirror with negative amounts (ghi số âm): turnover falls as well as the
 * balance, and every rule that reads turnover stays true. */
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/voucher-private.h"

static void
mirror_row (SheafVoucher          *mirror,
            const SheafVoucherRow *row)
{
  SheafVoucherRow *copy = sheaf_voucher_add_row (mirror, row->debit_id, row->credit_id,
                                                 sheaf_money_neg (row->amount));

  copy->scope = row->scope;
  copy->debit_party_id = row->debit_party_id;
  copy->credit_party_id = row->credit_party_id;
  copy->debit_item_id = row->debit_item_id;
  copy->credit_item_id = row->credit_item_id;
  copy->description = g_strdup (row->description);
  copy->due = row->due;
  copy->memo = g_strdup (row->memo);
  copy->document = g_strdup (row->document);
  copy->document_date = row->document_date;
  copy->product = g_strdup (row->product);
  copy->quantity = row->quantity;
  copy->season = g_strdup (row->season);
  copy->plan = g_strdup (row->plan);
  copy->scope_reason = g_strdup (row->scope_reason);
  copy->debit_currency = g_strdup (row->debit_currency);
  copy->debit_foreign = -row->debit_foreign;
  copy->credit_currency = g_strdup (row->credit_currency);
  copy->credit_foreign = -row->credit_foreign;
  copy->rate = row->rate;
}

gboolean
sheaf_reversal_post (SheafBook          *book,
                     const SheafVoucher *original,
                     SheafDate           date,
                     const char         *reason,
                     gint64             *ret_id,
                     GError            **error)
{
  g_autofree char *description = g_strdup_printf ("%s: %s", original->number, reason);
  g_autoptr (SheafVoucher) mirror = sheaf_voucher_new (original->kind, date, description);

  mirror->layer = original->layer;
  mirror->reverses_id = original->id;
  mirror->reason = g_strdup (reason);
  for (guint i = 0; i < original->rows->len; i++)
    mirror_row (mirror, original->rows->pdata[i]);
  return sheaf_voucher_post (book, mirror, ret_id, error);
}

gboolean
sheaf_voucher_reverse (SheafBook  *book,
                       gint64      id,
                       SheafDate   date,
                       const char *reason,
                       gint64     *ret_id,
                       GError    **error)
{
  g_autoptr (SheafVoucher) original = sheaf_voucher_load (book, id, error);

  if (original == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL,
                 _ ("reversing %s needs a reason: give one"), original->number);
  else if (original->kind == SHEAF_VOUCHER_OPENING)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL,
                 _ ("opening balances are not reversed: enter the difference as a voucher"));
  else if (original->layer == SHEAF_LAYER_CLOSING)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL,
                 _ ("%s closes the year %d: reopen the year instead"), original->number,
                 sheaf_date_year (original->date));
  else
    return sheaf_reversal_post (book, original, date, reason, ret_id, error);
  return FALSE;
}
