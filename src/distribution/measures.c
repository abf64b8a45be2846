/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures are frozen with the other figures, so that an approval comes out the same again. */
#include "distribution/measures.h"

#include "base/i18n.h"
#include "distribution/error.h"

const SheafAccount *
sheaf_distribution_reserve_account (const SheafChart       *chart,
                                    const SheafLaw         *law,
                                    const SheafPlanReserve *reserve,
                                    GError                **error)
{
  const SheafLawReserve *rule = sheaf_law_rules_reserve (law->rules, reserve->name);
  const SheafAccount    *account;

  if (reserve->account == NULL)
    return sheaf_chart_posting_account (chart, rule->role != NULL ? rule->role : "common-fund",
                                        error);
  account = sheaf_chart_by_code (chart, reserve->account);
  if (account == NULL || !account->postable)
    {
      g_set_error (
          error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
          _ ("account %s of the plan cannot take postings: store the plan with another account and "
             "approve it anew"),
          reserve->account);
      return NULL;
    }
  return account;
}

/* Credits less debits of the members' capital, with the accounts under its group. */
static gint64
sum_capital (const SheafChart  *chart,
             const SheafTotals *totals)
{
  const SheafAccount *capital = sheaf_chart_by_role (chart, "member-capital", NULL);
  gint64              sum = 0;

  for (guint i = 0; capital != NULL && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && sheaf_chart_is_under (chart, account, capital))
        sum -= sheaf_totals_balance (totals, account->id).units;
    }
  return sum;
}

static gint64
sum_assets (const SheafChart  *chart,
            const SheafTotals *totals)
{
  gint64 sum = 0;

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && account->type == SHEAF_ACCOUNT_ASSET)
        sum += sheaf_totals_balance (totals, account->id).units;
    }
  return sum;
}

static gboolean
measure_reserve (SheafYearFigures        *figures,
                 const SheafLaw          *law,
                 const SheafPlanReserve  *reserve,
                 SheafDistributionInputs *inputs,
                 GError                 **error)
{
  const SheafChart      *chart = sheaf_chart_get (figures->book, error);
  const SheafLawReserve *rule = sheaf_law_rules_reserve (law->rules, reserve->name);
  const SheafAccount    *account;
  g_autofree char       *name = g_strconcat ("reserve:", reserve->name, NULL);
  gint64                 highest;

  if (rule->until == SHEAF_LAW_UNTIL_NEVER)
    return TRUE;
  account = chart != NULL ? sheaf_distribution_reserve_account (chart, law, reserve, error) : NULL;
  if (account == NULL)
    return FALSE;
  sheaf_distribution_inputs_measure (inputs, name,
                                     -sheaf_totals_balance (figures->totals, account->id).units);
  if (rule->until == SHEAF_LAW_UNTIL_CAPITAL)
    sheaf_distribution_inputs_measure (inputs, "capital", sum_capital (chart, figures->totals));
  else if (rule->until == SHEAF_LAW_UNTIL_ASSETS)
    sheaf_distribution_inputs_measure (inputs, "assets", sum_assets (chart, figures->totals));
  else if (!sheaf_year_figures_highest_capital (figures, &highest, error))
    return FALSE;
  else
    sheaf_distribution_inputs_measure (inputs, "highest-capital", highest);
  return TRUE;
}

/* The plan's own figure counts before the pack's. */
static gboolean
find_rate (int              year,
           const SheafPlan *plan,
           const SheafLaw  *law,
           const char      *name,
           SheafRate       *ret_rate,
           GError         **error)
{
  const SheafLawIndex *index = sheaf_law_rules_index (law->rules, name);
  g_autofree char     *missing = NULL;

  for (guint i = 0; i < plan->indices->len; i++)
    {
      const SheafPlanIndex *own = plan->indices->pdata[i];

      if (!g_str_equal (own->name, name))
        continue;
      *ret_rate = own->rate;
      return TRUE;
    }
  if (sheaf_law_index_average (index, year, ret_rate, &missing))
    return TRUE;
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
               _ ("%s knows no value of “%s” for %s: give the average as [index %s] rate= with "
                  "source= in the plan"),
               law->title, index->title, missing, name);
  return FALSE;
}

static gboolean
measure_cap (const SheafYearFigures  *figures,
             const SheafPlan         *plan,
             const SheafLaw          *law,
             const SheafLawCap       *cap,
             SheafDistributionInputs *inputs,
             GError                 **error)
{
  g_autofree char *name = NULL;
  SheafRate        rate;

  if (!cap->by_rate)
    return TRUE;
  if (sheaf_distribution_inputs_measured (inputs, "capital-days") == 0)
    sheaf_distribution_inputs_measure (
        inputs, "capital-days",
        plan->capital_year_end
            ? 1
            : figures->to.days - figures->from.days + 1);
  if (cap->index == NULL)
    return TRUE;
  name = g_strconcat ("index:", cap->index, NULL);
  if (!find_rate (figures->year, plan, law, cap->index, &rate, error))
    return FALSE;
  sheaf_distribution_inputs_measure (inputs, name, rate.millionths);
  return TRUE;
}

gboolean
sheaf_distribution_take_measures (SheafYearFigures        *figures,
                                  const SheafPlan         *plan,
                                  const SheafLaw          *law,
                                  SheafDistributionInputs *inputs,
                                  GError                 **error)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    if (!measure_reserve (figures, law, plan->reserves->pdata[i], inputs, error))
      return FALSE;
  for (guint i = 0; i < law->rules->caps->len; i++)
    if (!measure_cap (figures, plan, law, law->rules->caps->pdata[i], inputs, error))
      return FALSE;
  return TRUE;
}
