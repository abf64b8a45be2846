/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count of all members, as others may see it. */
#include "payouts/standing.h"

#include "payouts/tally.h"

static void
standing_free (gpointer data)
{
  sheaf_payout_standing_clear (data);
  g_free (data);
}

static SheafPayoutStanding *
copy_standing (const SheafPayoutStanding *standing)
{
  SheafPayoutStanding *copy = g_memdup2 (standing, sizeof *standing);

  copy->code = g_strdup (standing->code);
  copy->name = g_strdup (standing->name);
  copy->bank_bin = g_strdup (standing->bank_bin);
  copy->bank_account = g_strdup (standing->bank_account);
  return copy;
}

GPtrArray *
sheaf_payout_standing_list (SheafBook *book,
                            int        year,
                            SheafDate  on,
                            GError   **error)
{
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (standing_free);

  g_return_val_if_fail (book != NULL, NULL);
  tallies = sheaf_payout_tally_list (book, on, error);
  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];

      if (year == 0 || tally->standing.year == year)
        g_ptr_array_add (list, copy_standing (&tally->standing));
    }
  return tallies != NULL ? g_steal_pointer (&list) : NULL;
}
