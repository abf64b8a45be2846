/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers of notices, and what the ledger holds of them. */
#include "notices/entry.h"

#include "ledger/party-credit.h"
#include "ledger/template.h"

SheafVoucher *
sheaf_notice_voucher (SheafBook    *book,
                      const char   *event,
                      SheafDate     date,
                      const char   *description,
                      const GArray *rows,
                      GError      **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const SheafNoticeRow *row = &g_array_index (rows, SheafNoticeRow, i);
      SheafPostingFacts     facts = { .event = event, .date = date, .description = description };
      g_autoptr (SheafVoucher) one = NULL;

      facts.party_id = row->party_id;
      facts.account_id = row->account_id;
      facts.amount = row->amount;
      one = sheaf_template_fill (book, &facts, error);
      if (one == NULL)
        return NULL;
      if (voucher == NULL)
        voucher = g_steal_pointer (&one);
      else
        while (one->rows->len > 0)
          g_ptr_array_add (voucher->rows, g_ptr_array_steal_index (one->rows, 0));
    }
  return g_steal_pointer (&voucher);
}

gboolean
sheaf_notice_held (SheafBook  *book,
                   GHashTable *accounts,
                   gint64      account_id,
                   gint64      party_id,
                   SheafDate   on,
                   SheafMoney *ret_held,
                   GError    **error)
{
  GHashTable *credits = g_hash_table_lookup (accounts, &account_id);

  if (credits == NULL)
    credits = sheaf_party_credits (book, account_id, on, error);
  if (credits == NULL)
    return FALSE;
  if (!g_hash_table_contains (accounts, &account_id))
    g_hash_table_insert (accounts, g_memdup2 (&account_id, sizeof account_id), credits);
  *ret_held = sheaf_party_credit (credits, party_id);
  return TRUE;
}

GHashTable *
sheaf_notice_accounts_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify) g_hash_table_unref);
}
