/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debts come from the kept totals, use and work from their own sums: a bounded number of
 * statements. */
#include "reports/member-sums.h"

#include "labour/labour.h"
#include "ledger/chart.h"
#include "ledger/open-item.h"
#include "reports/card.h"
#include "trade/use.h"

static SheafMemberSums *
find_sums (GHashTable *all,
           gint64      party_id)
{
  SheafMemberSums *sums = g_hash_table_lookup (all, &party_id);

  if (sums == NULL)
    {
      sums = g_new0 (SheafMemberSums, 1);
      g_hash_table_insert (all, g_memdup2 (&party_id, sizeof party_id), sums);
    }
  return sums;
}

static gboolean
read_debts (SheafBook  *book,
            SheafDate   on,
            GHashTable *all,
            GError    **error)
{
  const SheafOpenItemFilter filter = {
    .on = on, .open_only = TRUE, .due_until = SHEAF_DATE_NONE, .no_dues = TRUE
  };
  g_autoptr (GArray) debts = sheaf_card_list_debts (book, &filter, error);

  for (guint i = 0; debts != NULL && i < debts->len; i++)
    {
      const SheafOpenItem *debt = &g_array_index (debts, SheafOpenItem, i);
      SheafMemberSums     *sums;

      if (debt->party_id == 0)
        continue;
      sums = find_sums (all, debt->party_id);
      sheaf_card_add_debt (debt, &sums->owes, &sums->owed);
    }
  return debts != NULL;
}

static gboolean
read_year (SheafBook  *book,
           SheafDate   on,
           GHashTable *all,
           GError    **error)
{
  SheafDate first = sheaf_date_new (sheaf_date_year (on), 1, 1);
  g_autoptr (GPtrArray) uses = sheaf_use_list (book, first, on, error);
  g_autoptr (GPtrArray) pays = uses == NULL ? NULL : sheaf_pay_list (book, first, on, error);

  for (guint i = 0; pays != NULL && i < uses->len; i++)
    {
      const SheafUse  *use = uses->pdata[i];
      SheafMemberSums *sums = find_sums (all, use->party_id);

      sums->use = sheaf_money_add (sums->use, use->amount);
    }
  for (guint i = 0; pays != NULL && i < pays->len; i++)
    {
      const SheafPay  *pay = pays->pdata[i];
      SheafMemberSums *sums = find_sums (all, pay->party_id);

      sums->pay = sheaf_money_add (sums->pay, pay->amount);
    }
  return pays != NULL;
}

GHashTable *
sheaf_member_sums_read (SheafBook *book,
                        SheafDate  on,
                        GError   **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  g_return_val_if_fail (book != NULL, NULL);

  return read_debts (book, on, all, error) && read_year (book, on, all, error)
             ? g_steal_pointer (&all)
             : NULL;
}
