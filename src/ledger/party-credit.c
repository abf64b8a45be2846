/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two reads of an account's balances by party: of the day, and of the last day of all. */
#include "ledger/party-credit.h"

#include "ledger/totals.h"

GHashTable *
sheaf_party_credits (SheafBook *book,
                     gint64     account_id,
                     SheafDate  on,
                     GError   **error)
{
  g_autoptr (GHashTable) then = sheaf_totals_party_balances (book, account_id, on, error);
  g_autoptr (GHashTable) later = NULL;
  GHashTableIter    iter;
  gpointer          party, value;
  const SheafMoney *debit;

  later = then == NULL ? NULL
                       : sheaf_totals_party_balances (book, account_id, SHEAF_DATE_LAST, error);
  if (later == NULL)
    return NULL;
  /* A party whose first entry is later has nothing on the day. */
  g_hash_table_iter_init (&iter, later);
  while (g_hash_table_iter_next (&iter, &party, &value))
    {
      SheafMoney *credit = value;

      debit = g_hash_table_lookup (then, party);
      *credit = sheaf_money_neg (*credit);
      credit->units = MIN (credit->units, debit == NULL ? 0 : -debit->units);
    }
  return g_steal_pointer (&later);
}

SheafMoney
sheaf_party_credit (GHashTable *credits,
                    gint64      party_id)
{
  const SheafMoney *credit = g_hash_table_lookup (credits, &party_id);

  return credit == NULL ? SHEAF_MONEY_ZERO : *credit;
}
