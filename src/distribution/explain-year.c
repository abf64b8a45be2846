/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the year's result to what the members share, with who asks for each step. */
#include "distribution/explain-private.h"

#include "base/i18n.h"
#include "distribution/step-words.h"

#include <string.h>

/* What a fund's rate is taken of: left after losses, earmarks, common fund and reserves. */
static SheafMoney
left_for_funds (const SheafDistribution *distribution,
                SheafSide                side)
{
  SheafMoney left = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < distribution->steps->len; i++)
    {
      const SheafDistributionStep *step = distribution->steps->pdata[i];
      SheafMoney                   amount = step->amounts[side];

      if (g_str_equal (step->name, "result") || g_str_equal (step->name, "loss-cover"))
        left = sheaf_money_add (left, amount);
      else if (g_str_has_prefix (step->name, "earmark:") ||
               g_str_equal (step->name, "common-fund") ||
               g_str_has_prefix (step->name, "reserve:"))
        left = sheaf_money_sub (left, amount);
    }
  return left;
}

static char *
note_result (const SheafExplainer *explainer,
             SheafMoney            amount)
{
  return g_strdup_printf (
      amount.units < 0 ? _ ("The co-op lost this money in %d.")
                       : _ ("What the co-op earned with it in %d, after costs and tax."),
      explainer->year);
}

static char *
note_loss (SheafMoney amount)
{
  return g_strdup (amount.units < 0
                       ? _ ("Losses are made good before anything is shared.")
                       : _ ("The loss is made good with other income of the co-op."));
}

static char *
note_common_fund (const SheafExplainer *explainer,
                  SheafSide             side)
{
  const SheafPlan       *plan = explainer->plan;
  const SheafLawRate    *floor = &explainer->law->common_fund_floor[side];
  const SheafCommonFund *fund = &explainer->distribution->common_fund[side];
  gboolean               of_profit = plan->common_fund_base == SHEAF_COMMON_FUND_BASE_PROFIT;
  g_autofree char       *rate = sheaf_explain_rate (plan->common_fund[side]);
  g_autofree char       *least = sheaf_explain_rate (floor->rate);
  SheafMoneyWord         base = sheaf_money_word (of_profit ? fund->profit : fund->income);

  if (floor->rate.millionths == 0)
    return g_strdup_printf (_ ("%s of %s. It belongs to all members together and is never shared "
                               "out."),
                            rate, base.text);
  return g_strdup_printf (_ ("%s of %s; the law asks for at least %s (Art. %s). It belongs to all "
                             "members together and is never shared out."),
                          rate, base.text, least, floor->article);
}

static char *
note_reserve (const SheafExplainer *explainer,
              const char           *name)
{
  const SheafLawReserve *rule = sheaf_law_rules_reserve (explainer->law->rules, name);

  for (guint i = 0; rule != NULL && i < explainer->plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = explainer->plan->reserves->pdata[i];
      g_autofree char        *rate = sheaf_explain_rate (reserve->rate);
      g_autofree char        *least = sheaf_explain_rate (rule->floor.rate);

      if (!g_str_equal (reserve->name, name))
        continue;
      if (rule->floor.rate.millionths == 0)
        return g_strdup_printf (_ ("Set aside at %s, as the plan says."), rate);
      return g_strdup_printf (
          rule->until == SHEAF_LAW_UNTIL_NEVER
              ? _ ("Set aside at %s; the law asks for at least %s (Art. %s).")
              : _ ("Set aside at %s, until it is full; the law asks for at least %s (Art. %s)."),
          rate, least, rule->floor.article);
    }
  return NULL;
}

static char *
note_fund (const SheafExplainer *explainer,
           const char           *name,
           SheafSide             side)
{
  SheafMoneyWord left = sheaf_money_word (left_for_funds (explainer->distribution, side));

  for (guint i = 0; i < explainer->plan->funds->len; i++)
    {
      const SheafPlanFund *fund = explainer->plan->funds->pdata[i];
      g_autofree char     *rate = sheaf_explain_rate (fund->rate);

      if (!g_str_equal (fund->name, name))
        continue;
      return fund->by_amount
                 ? g_strdup (_ ("A fixed amount, as the plan says."))
                 : g_strdup_printf (_ ("%s of the %s left by then, as the plan says."), rate,
                                    left.text);
    }
  return NULL;
}

static char *
note_cap (const SheafExplainer *explainer,
          const char           *name)
{
  const GPtrArray *caps = explainer->law->rules->caps;

  for (guint i = 0; i < caps->len; i++)
    {
      const SheafLawCap *cap = caps->pdata[i];

      if (g_str_equal (cap->name, name) && cap->rate.article != NULL)
        return g_strdup_printf (_ ("Capital may earn no more than the law allows (Art. %s); this "
                                   "is above it."),
                                cap->rate.article);
    }
  return g_strdup (_ ("Capital may earn no more than the law allows; this is above it."));
}

/* Free with g_free; NULL: the label says all. */
static char *
note_step (const SheafExplainer        *explainer,
           const SheafDistributionStep *step,
           SheafSide                    side)
{
  const char *colon = strchr (step->name, ':');
  const char *name = colon != NULL ? colon + 1 : "";

  if (g_str_equal (step->name, "result"))
    return note_result (explainer, step->amounts[side]);
  if (g_str_equal (step->name, "loss-cover"))
    return note_loss (step->amounts[side]);
  if (g_str_equal (step->name, "common-fund"))
    return note_common_fund (explainer, side);
  if (g_str_has_prefix (step->name, "reserve:"))
    return note_reserve (explainer, name);
  if (g_str_has_prefix (step->name, "fund:"))
    return note_fund (explainer, name, side);
  if (g_str_has_prefix (step->name, "cap:"))
    return note_cap (explainer, name);
  if (g_str_has_prefix (step->name, "earmark:"))
    return g_strdup (_ ("May not be shared; it is set apart whole."));
  if (g_str_equal (step->name, "brought-forward"))
    return g_strdup (_ ("Left of earlier years, and shared now."));
  if (g_str_equal (step->name, "carry-forward"))
    return g_strdup (_ ("Kept for later, as the plan says."));
  return NULL;
}

/* Result, loss cover and what is brought forward are added as they are; all else is taken. */
static gboolean
is_taken (const char *step)
{
  return !g_str_equal (step, "result") && !g_str_equal (step, "loss-cover") &&
         !g_str_equal (step, "brought-forward") && !g_str_equal (step, "to-share");
}

static void
add_step (const SheafExplainer        *explainer,
          const SheafDistributionStep *step,
          SheafSide                    side,
          GPtrArray                   *lines)
{
  SheafMoney amount = step->amounts[side];
  gboolean   is_end = g_str_equal (step->name, "to-share");

  if (is_taken (step->name))
    amount = sheaf_money_neg (amount);
  sheaf_explain_lines_add (
      lines, is_end ? SHEAF_EXPLAIN_TO_SHARE : SHEAF_EXPLAIN_STEP, sheaf_side_to_text (side),
      step->name, sheaf_money_to_text (amount),
      is_end ? g_strdup (_ ("Shared among the members"))
             : sheaf_distribution_step_title (step->name,
                                              sheaf_plan_step_title (explainer->plan, step->name)),
      sheaf_explain_signed (amount), note_step (explainer, step, side));
}

static gboolean
is_empty (const SheafDistribution *distribution,
          SheafSide                side)
{
  for (guint i = 0; i < distribution->steps->len; i++)
    if (((SheafDistributionStep *) distribution->steps->pdata[i])->amounts[side].units != 0)
      return FALSE;
  return TRUE;
}

void
sheaf_explain_side (const SheafExplainer *explainer,
                    SheafSide             side,
                    GPtrArray            *lines)
{
  const SheafDistribution *distribution = explainer->distribution;

  if (is_empty (distribution, side))
    return;
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_HEADING, sheaf_side_to_text (side), "heading", NULL,
                           g_strdup (side == SHEAF_SIDE_INTERNAL
                                         ? _ ("The co-op's income from business with members")
                                         : _ ("The co-op's income from other business")),
                           NULL, NULL);
  for (guint i = 0; i < distribution->steps->len; i++)
    {
      const SheafDistributionStep *step = distribution->steps->pdata[i];

      /* Pools and what rounding leaves of them come with the pools. */
      if (!g_str_has_prefix (step->name, "pool:") &&
          !g_str_equal (step->name, "undistributed") &&
          (step->amounts[side].units != 0 || g_str_equal (step->name, "to-share")))
        add_step (explainer, step, side, lines);
    }
}
