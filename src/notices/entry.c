/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers of notices, and balances by account and party. */
#include "notices/entry.h"

#include "ledger/template.h"
#include "ledger/totals.h"

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

/* Of one account and party. */
typedef struct
{
  gint64 account_id;
  gint64 party_id;
  gint64 units; /* credit positive */
} Holding;

static guint
hash_holding (gconstpointer key)
{
  const Holding *holding = key;

  return g_int64_hash (&holding->account_id) * 31 + g_int64_hash (&holding->party_id);
}

static gboolean
equal_holdings (gconstpointer a,
                gconstpointer b)
{
  const Holding *one = a;
  const Holding *other = b;

  return one->account_id == other->account_id && one->party_id == other->party_id;
}

GHashTable *
sheaf_notice_ledger (SheafBook *book,
                     SheafDate  on,
                     GError   **error)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_load (book, on, on, error);
  GHashTable *ledger;

  if (totals == NULL)
    return NULL;
  ledger = g_hash_table_new_full (hash_holding, equal_holdings, g_free, NULL);
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      Holding                 key = { detail->account_id, detail->party_id, 0 };
      Holding                *known = g_hash_table_lookup (ledger, &key);

      if (known == NULL)
        {
          known = g_memdup2 (&key, sizeof key);
          g_hash_table_add (ledger, known);
        }
      known->units += detail->credit.units - detail->debit.units - detail->before.units;
    }
  return ledger;
}

SheafMoney
sheaf_notice_held (GHashTable *ledger,
                   gint64      account_id,
                   gint64      party_id)
{
  const Holding  key = { account_id, party_id, 0 };
  const Holding *known = g_hash_table_lookup (ledger, &key);

  return known == NULL ? SHEAF_MONEY_ZERO : SHEAF_MONEY (known->units);
}
