/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Losses come first: from one's own earlier profit, then from the other side. */
#include "distribution/compute-private.h"

#include "base/i18n.h"

/* Moves as much as source has, at most what debt lacks, and gives what was moved. */
static SheafMoney
meet (SheafMoney *debt,
      SheafMoney *source)
{
  SheafMoney moved = SHEAF_MONEY (MIN (-debt->units, source->units));

  if (debt->units >= 0 || source->units <= 0)
    return SHEAF_MONEY_ZERO;
  *debt = sheaf_money_add (*debt, moved);
  *source = sheaf_money_sub (*source, moved);
  return moved;
}

/* What side still lacks, loss of the year first, is met by the other side's profit of the year,
 * then by its earlier profit. */
static void
meet_from_other (SheafComputation *computation,
                 SheafSide         side)
{
  SheafSide   other = side == SHEAF_SIDE_INTERNAL ? SHEAF_SIDE_EXTERNAL : SHEAF_SIDE_INTERNAL;
  SheafMoney *debts[] = { &computation->left[side], &computation->brought[side] };
  SheafMoney *sources[] = { &computation->left[other], &computation->brought[other] };

  for (guint source = 0; source < G_N_ELEMENTS (sources); source++)
    for (guint debt = 0; debt < G_N_ELEMENTS (debts); debt++)
      {
        SheafMoney moved = meet (debts[debt], sources[source]);

        computation->result->taken_over[other] = sheaf_money_add (
            computation->result->taken_over[other], moved);
      }
}

gboolean
sheaf_computation_cover_losses (SheafComputation *computation)
{
  const SheafMoney *result = computation->inputs->result;
  SheafMoney       *left = computation->left;
  SheafMoney       *brought = computation->brought;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      left[side] = result[side];
      brought[side] = computation->inputs->brought[side];
      (void) meet (&left[side],
                   &brought[side]); /* a loss of the year from its own earlier profit */
      (void) meet (&brought[side],
                   &left[side]); /* an earlier loss from its own profit of the year */
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    meet_from_other (computation, side);
  sheaf_computation_step (computation, "result", result[0], result[1]);
  sheaf_computation_step (computation, "loss-cover", sheaf_money_sub (left[0], result[0]),
                          sheaf_money_sub (left[1], result[1]));
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      left[side].units = MAX (left[side].units, 0);
      brought[side].units = MAX (brought[side].units, 0);
    }
  if (left[0].units > 0 || left[1].units > 0)
    return TRUE;
  computation->only_brought = TRUE;
  if (computation->plan->brought_forward && (brought[0].units > 0 || brought[1].units > 0))
    return TRUE;
  return sheaf_computation_refuse (
      computation, NULL,
      brought[0].units > 0 || brought[1].units > 0
          ? _ ("no profit of the year is left to share once losses are met (Art. %s, %s): carry "
               "the result "
               "forward, or share earlier years' profit with brought-forward=yes")
          : _ ("no profit is left to share once losses are met (Art. %s, %s): carry the result "
               "forward"),
      computation->law->use_labour_floor.article, computation->law->title);
}

gboolean
sheaf_computation_take_earmarks (SheafComputation *computation)
{
  const GPtrArray *earmarks = computation->plan->earmarks;

  for (guint i = 0; i < earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = earmarks->pdata[i];
      g_autofree char        *field = g_strdup_printf ("[earmark %s]", earmark->name);
      g_autofree char        *name = g_strconcat ("earmark:", earmark->name, NULL);
      SheafMoney              amounts[SHEAF_SIDES] = { { 0 }, { 0 } };

      amounts[earmark->side] = earmark->amount;
      if (!sheaf_computation_take (computation, field, earmark->side, earmark->amount))
        return FALSE;
      sheaf_computation_step (computation, name, amounts[0], amounts[1]);
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    computation->surplus[side] = computation->left[side];
  return TRUE;
}
