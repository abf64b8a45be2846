/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is owed of one year, from the count of all. */
#include "payouts/payable.h"

#include "payouts/tally.h"

static void
payable_free (gpointer data)
{
  SheafPayable *payable = data;

  g_free (payable->code);
  g_free (payable->name);
  g_free (payable->bank_bin);
  g_free (payable->bank_account);
  g_free (payable);
}

static SheafPayable *
make_payable (const SheafPayoutTally *tally)
{
  const SheafPayoutStanding *standing = &tally->standing;
  SheafPayable              *payable = g_new0 (SheafPayable, 1);

  payable->party_id = standing->party_id;
  payable->code = g_strdup (standing->code);
  payable->name = g_strdup (standing->name);
  payable->bank_bin = g_strdup (standing->bank_bin);
  payable->bank_account = g_strdup (standing->bank_account);
  payable->share = standing->share;
  payable->paid = sheaf_money_sub (standing->gross, standing->returned);
  payable->balance = tally->balance;
  payable->open = standing->open;
  return payable;
}

GPtrArray *
sheaf_payable_list (SheafBook *book,
                    int        year,
                    SheafDate  on,
                    GError   **error)
{
  g_autoptr (GPtrArray) payables = g_ptr_array_new_with_free_func (payable_free);
  g_autoptr (GPtrArray) tallies = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  tallies = sheaf_payout_tally_list (book, on, error);
  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];

      if (tally->standing.year == year)
        g_ptr_array_add (payables, make_payable (tally));
    }
  return tallies != NULL ? g_steal_pointer (&payables) : NULL;
}
