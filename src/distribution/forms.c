/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts shares into the forms they are paid in. */
#include "distribution/compute-private.h"

/* Money is rounded up, so that its floor holds for each member; the other forms share the rest by
 * largest remainder. */
static void
part_share (SheafComputation       *computation,
            const SheafShare       *share,
            const SheafPlanPayment *payment)
{
  SheafMoney  parts[SHEAF_PAY_FORMS] = { { 0 } };
  SheafWeight rates[SHEAF_PAY_FORMS] = { 0 };
  SheafMoney  money = sheaf_money_mul_div (
       share->amount, payment->rates[SHEAF_PAY_FORM_MONEY].millionths, 1000000, SHEAF_ROUND_UP);

  for (guint form = SHEAF_PAY_FORM_CAPITAL; form < SHEAF_PAY_FORMS; form++)
    rates[form] = (SheafWeight) payment->rates[form].millionths;
  if (!sheaf_money_allocate (sheaf_money_sub (share->amount, money), rates, SHEAF_PAY_FORMS, parts))
    money = share->amount;
  parts[SHEAF_PAY_FORM_MONEY] = money;
  for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
    {
      SheafSharePart part = { share->code, share->side, share->pool, form, parts[form] };

      if (parts[form].units > 0)
        g_array_append_val (computation->result->parts, part);
    }
}

void
sheaf_computation_part_shares (SheafComputation *computation)
{
  const GArray *shares = computation->result->shares;

  for (guint i = 0; i < shares->len; i++)
    {
      const SheafShare       *share = &g_array_index (shares, SheafShare, i);
      const SheafPlanPayment *payment = &computation->plan->payments[share->pool];

      if (payment->given)
        part_share (computation, share, payment);
    }
}
