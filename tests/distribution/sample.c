/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small co-ops for the tests. */
#include "sample.h"

static SheafLaw *
load_law (void)
{
  g_autoptr (GError) error = NULL;
  SheafLaw *law = sheaf_law_load ("vn-2023", FALSE, &error);

  g_assert_no_error (error);
  return law;
}

SheafPlan *
sample_plan (const char *text)
{
  g_autoptr (SheafLaw) law = load_law ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafPlan *plan = sheaf_plan_parse (text, -1, NULL, law, problems);

  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_nonnull (plan);
  return plan;
}

/* The income before tax is the result itself until a test says otherwise. */
SheafDistributionInputs *
sample_inputs (gint64 internal,
               gint64 external)
{
  SheafDistributionInputs *inputs = sheaf_distribution_inputs_new ();

  inputs->result[SHEAF_SIDE_INTERNAL] = SHEAF_MONEY (internal);
  inputs->result[SHEAF_SIDE_EXTERNAL] = SHEAF_MONEY (external);
  inputs->income[SHEAF_SIDE_INTERNAL] = SHEAF_MONEY (internal);
  inputs->income[SHEAF_SIDE_EXTERNAL] = SHEAF_MONEY (external);
  return inputs;
}

void
sample_member (SheafDistributionInputs *inputs,
               const char              *code,
               gint64                   use,
               gint64                   labour,
               gint64                   capital,
               gint64                   equal)
{
  SheafSharer *sharer = sheaf_distribution_inputs_add (inputs, code);

  sharer->weights[SHEAF_POOL_USE] = (SheafWeight) use;
  sharer->weights[SHEAF_POOL_LABOUR] = (SheafWeight) labour;
  sharer->weights[SHEAF_POOL_CAPITAL] = (SheafWeight) capital;
  sharer->weights[SHEAF_POOL_EQUAL] = (SheafWeight) equal;
}

static SheafDistribution *
compute (const char                    *plan_text,
         const SheafDistributionInputs *inputs,
         SheafProblems                 *problems)
{
  g_autoptr (SheafLaw) law = load_law ();
  g_autoptr (SheafPlan) plan = sample_plan (plan_text);

  return sheaf_distribution_compute (plan, law, inputs, problems);
}

SheafDistribution *
sample_compute (const char                    *plan_text,
                const SheafDistributionInputs *inputs,
                guint                         *ret_warnings)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafDistribution *distribution = compute (plan_text, inputs, problems);

  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_nonnull (distribution);
  if (ret_warnings != NULL)
    *ret_warnings = problems->warnings;
  return distribution;
}

void
sample_refused (const char                    *plan_text,
                const SheafDistributionInputs *inputs,
                const char                    *part)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafDistribution *distribution = compute (plan_text, inputs, problems);
  gboolean           found = FALSE;

  g_assert_null (distribution);
  g_assert_cmpuint (problems->errors, ==, 1);
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (problems->items->pdata[i]);

      g_test_message ("%s", text);
      found |= strstr (text, part) != NULL;
    }
  g_assert_true (found);
}

void
sample_step (const SheafDistribution *distribution,
             const char              *name,
             gint64                   internal,
             gint64                   external)
{
  const SheafDistributionStep *step = sheaf_distribution_step (distribution, name);

  g_assert_nonnull (step);
  g_assert_cmpint (step->amounts[SHEAF_SIDE_INTERNAL].units, ==, internal);
  g_assert_cmpint (step->amounts[SHEAF_SIDE_EXTERNAL].units, ==, external);
}

gint64
sample_share (const SheafDistribution *distribution,
              const char              *code,
              const char              *pool)
{
  for (guint i = 0; i < distribution->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (distribution->shares, SheafShare, i);

      if (g_str_equal (share->code, code) &&
          g_str_equal (sheaf_pool_name (share->side, share->pool), pool))
        return share->amount.units;
    }
  return -1;
}
