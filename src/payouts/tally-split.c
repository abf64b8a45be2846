/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a member's shares a payment pays, and what of it was taxed before. */
#include "payouts/tally.h"

#include <string.h>

void
sheaf_payout_tally_split (const SheafPayoutTally *tally,
                          SheafMoney              fresh,
                          SheafMoney              ret_parts[SHEAF_SIDES][SHEAF_POOLS])
{
  SheafWeight left[SHEAF_SIDES * SHEAF_POOLS] = { 0 };
  SheafMoney  sum = SHEAF_MONEY_ZERO;

  memset (ret_parts, 0, sizeof (SheafMoney[SHEAF_SIDES][SHEAF_POOLS]));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      guint      side = i / SHEAF_POOLS, pool = i % SHEAF_POOLS;
      SheafMoney rest = sheaf_money_sub (tally->shares[side][pool], tally->parts[side][pool]);

      if (rest.units <= 0)
        continue;
      left[i] = (SheafWeight) rest.units;
      sum = sheaf_money_add (sum, rest);
    }
  if (sheaf_money_cmp (fresh, sum) > 0)
    fresh = sum;
  if (fresh.units > 0)
    (void) sheaf_money_allocate (fresh, left, G_N_ELEMENTS (left), &ret_parts[0][0]);
}

static SheafMoney
sum_parts (const SheafPayoutTally *tally)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      sum = sheaf_money_add (sum, tally->parts[side][pool]);
  return sum;
}

SheafMoney
sheaf_payout_tally_taxed (const SheafPayoutTally *tally)
{
  SheafMoney kept = sheaf_money_sub (tally->standing.gross, tally->standing.returned);

  return sheaf_money_sub (sum_parts (tally), kept);
}

SheafMoney
sheaf_payout_tally_fresh (const SheafPayoutTally *tally,
                          SheafMoney              amount)
{
  SheafMoney fresh = sheaf_money_sub (amount, sheaf_payout_tally_taxed (tally));

  return fresh.units > 0 ? fresh : SHEAF_MONEY_ZERO;
}
