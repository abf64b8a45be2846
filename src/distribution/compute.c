/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calculation as a whole: steps in the order of the law. */
#include "distribution/compute.h"

#include "base/i18n.h"
#include "base/language.h"
#include "distribution/compute-private.h"

#include <string.h>

static void
sharer_free (gpointer data)
{
  SheafSharer *sharer = data;

  g_free (sharer->code);
  g_free (sharer);
}

static void
measure_free (gpointer data)
{
  SheafDistributionMeasure *measure = data;

  g_free (measure->name);
  g_free (measure);
}

static void
step_free (gpointer data)
{
  SheafDistributionStep *step = data;

  g_free (step->name);
  g_free (step);
}

SheafDistribution *
sheaf_distribution_new (gint64 rounding_unit)
{
  SheafDistribution *distribution = g_new0 (SheafDistribution, 1);

  distribution->steps = g_ptr_array_new_with_free_func (step_free);
  distribution->shares = g_array_new (FALSE, TRUE, sizeof (SheafShare));
  distribution->parts = g_array_new (FALSE, TRUE, sizeof (SheafSharePart));
  distribution->codes = g_ptr_array_new_with_free_func (g_free);
  distribution->rounding_unit = rounding_unit;
  return distribution;
}

void
sheaf_distribution_add_step (SheafDistribution *distribution,
                             const char        *name,
                             SheafMoney         internal,
                             SheafMoney         external)
{
  SheafDistributionStep *step = g_new0 (SheafDistributionStep, 1);

  step->name = g_strdup (name);
  step->amounts[SHEAF_SIDE_INTERNAL] = internal;
  step->amounts[SHEAF_SIDE_EXTERNAL] = external;
  g_ptr_array_add (distribution->steps, step);
}

void
sheaf_computation_step (SheafComputation *computation,
                        const char       *name,
                        SheafMoney        internal,
                        SheafMoney        external)
{
  sheaf_distribution_add_step (computation->result, name, internal, external);
}

gboolean
sheaf_computation_refuse (SheafComputation *computation,
                          const char       *field,
                          const char       *format,
                          ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (computation->problems, SHEAF_PROBLEM_ERROR, computation->plan->file, 0, field,
                      "%s", text);
  return FALSE;
}

gboolean
sheaf_computation_take (SheafComputation *computation,
                        const char       *field,
                        SheafSide         side,
                        SheafMoney        amount)
{
  SheafMoney      *left = &computation->left[side];
  g_autofree char *asked = sheaf_money_format (amount, sheaf_language_current ());
  g_autofree char *there = sheaf_money_format (*left, sheaf_language_current ());

  if (sheaf_money_cmp (amount, *left) > 0)
    return sheaf_computation_refuse (
        computation, field,
        side == SHEAF_SIDE_INTERNAL
            ? _ ("%s is more than the %s that is left of the internal profit: lower it")
            : _ ("%s is more than the %s that is left of the external profit: lower it"),
        asked, there);
  *left = sheaf_money_sub (*left, amount);
  return TRUE;
}

SheafDistributionInputs *
sheaf_distribution_inputs_new (void)
{
  SheafDistributionInputs *inputs = g_new0 (SheafDistributionInputs, 1);

  inputs->sharers = g_ptr_array_new_with_free_func (sharer_free);
  inputs->measures = g_ptr_array_new_with_free_func (measure_free);
  return inputs;
}

void
sheaf_distribution_inputs_free (SheafDistributionInputs *inputs)
{
  if (inputs == NULL)
    return;
  g_ptr_array_unref (inputs->sharers);
  g_ptr_array_unref (inputs->measures);
  g_free (inputs);
}

SheafSharer *
sheaf_distribution_inputs_add (SheafDistributionInputs *inputs,
                               const char              *code)
{
  SheafSharer *sharer = g_new0 (SheafSharer, 1);

  sharer->code = g_strdup (code);
  g_ptr_array_add (inputs->sharers, sharer);
  return sharer;
}

void
sheaf_distribution_inputs_measure (SheafDistributionInputs *inputs,
                                   const char              *name,
                                   gint64                   value)
{
  SheafDistributionMeasure *measure = g_new0 (SheafDistributionMeasure, 1);

  measure->name = g_strdup (name);
  measure->value = value;
  g_ptr_array_add (inputs->measures, measure);
}

gint64
sheaf_distribution_inputs_measured (const SheafDistributionInputs *inputs,
                                    const char                    *name)
{
  for (guint i = 0; i < inputs->measures->len; i++)
    {
      const SheafDistributionMeasure *measure = inputs->measures->pdata[i];

      if (g_str_equal (measure->name, name))
        return measure->value;
    }
  return 0;
}

SheafDistribution *
sheaf_distribution_compute (const SheafPlan               *plan,
                            const SheafLaw                *law,
                            const SheafDistributionInputs *inputs,
                            SheafProblems                 *problems)
{
  g_autoptr (SheafDistribution) result = NULL;
  SheafComputation computation = {
    .plan = plan, .law = law, .inputs = inputs, .problems = problems
  };

  g_return_val_if_fail (plan != NULL && law != NULL && inputs != NULL && problems != NULL, NULL);
  result = sheaf_distribution_new (plan->rounding_unit);
  computation.result = result;
  if (!sheaf_computation_cover_losses (&computation) ||
      !sheaf_computation_take_earmarks (&computation) ||
      !sheaf_computation_take_funds (&computation) ||
      !sheaf_computation_split_pools (&computation))
    return NULL;
  sheaf_computation_share_out (&computation);
  sheaf_computation_warn_rounded (&computation);
  sheaf_computation_part_shares (&computation);
  return g_steal_pointer (&result);
}

void
sheaf_distribution_free (SheafDistribution *distribution)
{
  if (distribution == NULL)
    return;
  g_ptr_array_unref (distribution->steps);
  g_array_unref (distribution->shares);
  g_array_unref (distribution->parts);
  g_ptr_array_unref (distribution->codes);
  g_free (distribution);
}

const SheafDistributionStep *
sheaf_distribution_step (const SheafDistribution *distribution,
                         const char              *name)
{
  for (guint i = 0; i < distribution->steps->len; i++)
    {
      const SheafDistributionStep *step = distribution->steps->pdata[i];

      if (g_str_equal (step->name, name))
        return step;
    }
  return NULL;
}

/* Index of the first row of a person, or of where it would stand: shares and parts are ordered by
 * code, and begin with it. */
static guint
first_of (const GArray *rows,
          const char   *code)
{
  gsize size = g_array_get_element_size ((GArray *) rows);
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint              middle = low + (high - low) / 2;
      const char *const *at = (const void *) (rows->data + size * middle);

      if (strcmp (*at, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
sheaf_distribution_first_share (const SheafDistribution *distribution,
                                const char              *code)
{
  return first_of (distribution->shares, code);
}

SheafMoney
sheaf_distribution_member_total (const SheafDistribution *distribution,
                                 const char              *code)
{
  const GArray *shares = distribution->shares;
  SheafMoney    total = SHEAF_MONEY_ZERO;

  for (guint i = first_of (shares, code); i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);

      if (!g_str_equal (share->code, code))
        break;
      total = sheaf_money_add (total, share->amount);
    }
  return total;
}

void
sheaf_distribution_member_forms (const SheafDistribution *distribution,
                                 const char              *code,
                                 SheafMoney               ret_forms[SHEAF_PAY_FORMS])
{
  const GArray *parts = distribution->parts;
  SheafMoney    money = sheaf_distribution_member_total (distribution, code);

  for (guint form = 0; form < SHEAF_PAY_FORMS; form++)
    ret_forms[form] = SHEAF_MONEY_ZERO;
  for (guint i = first_of (parts, code); i < parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (parts, SheafSharePart, i);

      if (!g_str_equal (part->code, code))
        break;
      if (part->form == SHEAF_PAY_FORM_MONEY)
        continue; /* pools that are all paid in money have no parts: what the others leave */
      ret_forms[part->form] = sheaf_money_add (ret_forms[part->form], part->amount);
      money = sheaf_money_sub (money, part->amount);
    }
  ret_forms[SHEAF_PAY_FORM_MONEY] = money;
}
