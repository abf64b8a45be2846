/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taxes of one payment; a pure function of law, plan and day. */
#include "payouts/withholding.h"

#define WHOLE 1000000

SheafPayee
sheaf_withholding_payee (const SheafMember *member)
{
  return sheaf_member_is_organisation (member) ? SHEAF_PAYEE_ORGANISATION : SHEAF_PAYEE_PERSON;
}

/* What the payment holds for the tax, over all years and pools. */
static SheafMoney
sum_of_tax (const GArray      *withheld,
            const SheafLawTax *tax)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < withheld->len; i++)
    {
      const SheafWithheld *row = &g_array_index (withheld, SheafWithheld, i);

      if (row->tax == tax)
        sum = sheaf_money_add (sum, row->base);
    }
  return sum;
}

GArray *
sheaf_withholding_compute (const SheafLaw *law,
                           SheafPayee      payee,
                           const char     *sector,
                           SheafDate       day,
                           const GArray   *parts)
{
  GArray *withheld = g_array_new (FALSE, FALSE, sizeof (SheafWithheld));

  g_return_val_if_fail (law != NULL && parts != NULL, withheld);
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafPaidPart *part = &g_array_index (parts, SheafPaidPart, i);
      SheafWithheld        row = { .line = part->line,
                                   .side = part->side,
                                   .pool = part->pool,
                                   .base = part->amount };

      row.tax = sheaf_law_rules_tax (law->rules, part->plan->treatments[part->pool], part->pool,
                                     payee, sector, day);
      if (row.tax != NULL && row.base.units > 0)
        g_array_append_val (withheld, row);
    }
  for (guint i = 0; i < withheld->len; i++)
    {
      SheafWithheld *row = &g_array_index (withheld, SheafWithheld, i);

      if (sheaf_money_cmp (sum_of_tax (withheld, row->tax), row->tax->threshold) >= 0)
        row->amount = sheaf_money_mul_div (row->base, row->tax->rate.rate.millionths, WHOLE,
                                           SHEAF_ROUND_HALF_UP);
    }
  return withheld;
}
