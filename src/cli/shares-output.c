/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares and steps of a distribution as tables. */
#include "cli/shares-output.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "distribution/draft.h"
#include "distribution/step-words.h"

static const SheafOutputColumn share_columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "pool", N_ ("Pool"), SHEAF_OUTPUT_TEXT },
  { "weight", N_ ("Weight"), SHEAF_OUTPUT_NUMBER },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
};

static const SheafOutputColumn step_columns[] = {
  { "step", N_ ("Step"), SHEAF_OUTPUT_TEXT },
  { "internal", N_ ("Internal"), SHEAF_OUTPUT_AMOUNT },
  { "external", N_ ("External"), SHEAF_OUTPUT_AMOUNT },
};

gboolean
sheaf_shares_output (const SheafCommandLine  *line,
                     const SheafDistribution *distribution,
                     GError                 **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, share_columns, G_N_ELEMENTS (share_columns));

  for (guint i = 0; i < distribution->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (distribution->shares, SheafShare, i);
      g_autofree char  *weight = sheaf_weight_to_text (share->weight);
      g_autofree char  *title = sheaf_pool_title (share->side, share->pool);

      sheaf_output_text (output, share->code);
      sheaf_output_text (output, sheaf_output_is_text (output)
                                     ? title
                                     : sheaf_pool_name (share->side, share->pool));
      sheaf_output_text (output, weight);
      sheaf_output_amount (output, share->amount);
    }
  return sheaf_output_write (output, line, error);
}

gboolean
sheaf_steps_output (const SheafCommandLine  *line,
                    SheafBook               *book,
                    int                      year,
                    const SheafDistribution *distribution,
                    GError                 **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, step_columns, G_N_ELEMENTS (step_columns));
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, year, error);
  g_autoptr (SheafPlan) plan = NULL;

  plan = law != NULL ? sheaf_plan_load (book, law, year, NULL, error) : NULL;
  if (plan == NULL)
    return FALSE;

  for (guint i = 0; i < distribution->steps->len; i++)
    {
      const SheafDistributionStep *step = g_ptr_array_index (distribution->steps, i);

      const char      *fund = sheaf_plan_step_title (plan, step->name);
      g_autofree char *title = sheaf_distribution_step_title (step->name, fund);

      sheaf_output_text (output, sheaf_output_is_text (output) ? title : step->name);
      sheaf_output_amount (output, step->amounts[SHEAF_SIDE_INTERNAL]);
      sheaf_output_amount (output, step->amounts[SHEAF_SIDE_EXTERNAL]);
    }
  return sheaf_output_write (output, line, error);
}

static void
output_line (SheafOutput *output,
             const char  *kind,
             const char  *name)
{
  sheaf_output_text (output, kind);
  sheaf_output_text (output, name);
}

gboolean
sheaf_comparison_output (const SheafCommandLine    *line,
                         const SheafPlanComparison *comparison,
                         GError                   **error)
{
  SheafOutputColumn columns[2 + SHEAF_COMPARE_MAX] = {
    { "row", N_ ("Row"), SHEAF_OUTPUT_TEXT },
    { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  };
  g_autoptr (SheafOutput) output = NULL;
  gboolean is_text;

  for (guint i = 0; i < comparison->n; i++)
    columns[2 + i] = (SheafOutputColumn){ comparison->names[i], comparison->names[i],
                                          SHEAF_OUTPUT_AMOUNT };
  output = sheaf_output_new (line, columns, 2 + comparison->n);
  is_text = sheaf_output_is_text (output);
  for (guint i = 0; i < comparison->steps->len; i++)
    {
      const char      *name = comparison->steps->pdata[i];
      g_autofree char *title = sheaf_distribution_step_title (name, NULL);

      output_line (output, is_text ? _ ("Step") : "step", is_text ? title : name);
      for (guint k = 0; k < comparison->n; k++)
        sheaf_output_amount (output, sheaf_plan_comparison_step (comparison, k, name));
    }
  for (guint i = 0; i < comparison->codes->len; i++)
    {
      const char *code = comparison->codes->pdata[i];

      output_line (output, is_text ? _ ("Member") : "member", code);
      for (guint k = 0; k < comparison->n; k++)
        sheaf_output_amount (output, sheaf_plan_comparison_member (comparison, k, code));
    }
  output_line (output, is_text ? _ ("All members") : "total", "");
  for (guint k = 0; k < comparison->n; k++)
    sheaf_output_amount (output, sheaf_plan_comparison_total (comparison, k));
  return sheaf_output_write (output, line, error);
}
