/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody is paid more than the ledger owes, today and after all that is posted for later days. */
#include "payouts/tally.h"

#include "ledger/chart.h"
#include "ledger/open-item.h"

/* What the ledger owes each party at the end of a day: party to SheafMoney. */
static GHashTable *
read_owed (SheafBook *book,
           SheafDate  on,
           GError   **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = chart != NULL
                                    ? sheaf_chart_by_role (chart, "member-payable", error)
                                    : NULL;
  SheafOpenItemFilter filter = {
    .on = on, .open_only = TRUE, .due_until = SHEAF_DATE_NONE, .no_dues = TRUE
  };
  g_autoptr (GArray) open = NULL;
  g_autoptr (GHashTable) owed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (account == NULL)
    return NULL;
  filter.account_id = account->id;
  open = sheaf_open_item_list (book, &filter, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SheafOpenItem *item = &g_array_index (open, SheafOpenItem, i);
      SheafMoney          *sum = g_hash_table_lookup (owed, &item->party_id);

      if (sum == NULL)
        {
          sum = g_new0 (SheafMoney, 1);
          g_hash_table_insert (owed, g_memdup2 (&item->party_id, sizeof (gint64)), sum);
        }
      *sum = sheaf_money_sub (*sum, item->balance);
    }
  return open != NULL ? g_steal_pointer (&owed) : NULL;
}

static SheafMoney
find_owed (GHashTable *owed,
           gint64      party_id)
{
  const SheafMoney *sum = g_hash_table_lookup (owed, &party_id);

  return sum != NULL && sum->units > 0 ? *sum : SHEAF_MONEY_ZERO;
}

gboolean
sheaf_payout_tally_is_posted (const SheafPayoutTally *tally,
                              SheafDate               on)
{
  return !sheaf_date_is_none (tally->posted) && sheaf_date_cmp (tally->posted, on) <= 0;
}

/* What a year that is posted later will take of what is owed after all. */
static SheafMoney
take_later (const GPtrArray *tallies,
            guint            first,
            guint            end,
            SheafDate        on,
            SheafMoney       left)
{
  for (guint i = first; i < end; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];

      if (!sheaf_payout_tally_is_posted (tally, on))
        left.units -= CLAMP (tally->due.units, 0, left.units);
    }
  return left;
}

/* The tallies of one member, by year: what the ledger owes goes to the latest first. */
static void
limit_member (const GPtrArray *tallies,
              guint            first,
              guint            end,
              SheafDate        on,
              SheafMoney       left)
{
  for (guint i = end; i > first; i--)
    {
      SheafPayoutTally    *tally = tallies->pdata[i - 1];
      SheafPayoutStanding *standing = &tally->standing;
      SheafMoney           taxed = sheaf_payout_tally_taxed (tally);

      standing->open = standing->open_taxed = SHEAF_MONEY_ZERO;
      if (!sheaf_payout_tally_is_posted (tally, on))
        continue;
      standing->open.units = CLAMP (tally->due.units, 0, left.units);
      standing->open_taxed.units = CLAMP (taxed.units, 0, standing->open.units);
      left = sheaf_money_sub (left, standing->open);
    }
}

gboolean
sheaf_payout_tally_limit (SheafBook       *book,
                          SheafDate        on,
                          const GPtrArray *tallies,
                          GError         **error)
{
  g_autoptr (GHashTable) owed = read_owed (book, on, error);
  g_autoptr (GHashTable) later = NULL;

  later = owed != NULL ? read_owed (book, SHEAF_DATE_LAST, error) : NULL;
  if (later == NULL)
    return FALSE;
  for (guint first = 0, end; first < tallies->len; first = end)
    {
      const gint64 party_id = ((SheafPayoutStanding *) tallies->pdata[first])->party_id;
      SheafMoney   balance = find_owed (owed, party_id), left;

      for (end = first + 1; end < tallies->len; end++)
        if (((SheafPayoutStanding *) tallies->pdata[end])->party_id != party_id)
          break;
      left = take_later (tallies, first, end, on, find_owed (later, party_id));
      limit_member (tallies, first, end, on, sheaf_money_cmp (left, balance) < 0 ? left : balance);
    }
  return TRUE;
}
