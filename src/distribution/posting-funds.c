/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appropriations of a distribution: earmarks, common fund, reserves, funds. */
#include "distribution/measures.h"
#include "distribution/posting-private.h"
#include "distribution/provisional.h"

/* Both sides of a step, less what was appropriated provisionally. */
static void
add_appropriation (SheafPosting       *posting,
                   const char         *step_name,
                   const char         *title,
                   const SheafAccount *account)
{
  const SheafDistributionStep *step = sheaf_distribution_step (posting->distribution, step_name);
  const char                  *name = title != NULL ? title : sheaf_account_name (account, "vi");
  g_autofree char             *text = sheaf_law_text (posting->law, "appropriation", "account",
                                                      name, NULL);

  sheaf_posting_begin (posting, step_name, text);
  for (guint side = 0; step != NULL && side < SHEAF_SIDES; side++)
    sheaf_posting_row (
        posting, side, account, 0,
        sheaf_provisional_settle (posting->provisionals, side, account->id, 0, step->amounts[side]),
        text);
}

/* Where nothing goes to the common fund, the chart need not have one. */
static gboolean
add_common_fund (SheafPosting *posting,
                 GError      **error)
{
  const SheafDistributionStep *step = sheaf_distribution_step (posting->distribution,
                                                               "common-fund");
  const SheafAccount          *account;

  account = sheaf_chart_posting_account (posting->chart, "common-fund", NULL);
  if (account == NULL && step->amounts[0].units == 0 && step->amounts[1].units == 0)
    return TRUE;
  account = sheaf_chart_posting_account (posting->chart, "common-fund", error);
  if (account == NULL || !sheaf_posting_account (posting, account->code, &account, error))
    return FALSE;
  add_appropriation (posting, "common-fund", NULL, account);
  return TRUE;
}

/* A cap's excess goes to the reserve that the law names. */
static void
add_excess (SheafPosting           *posting,
            const SheafPlanReserve *reserve,
            const SheafAccount     *account)
{
  const GPtrArray *caps = posting->law->rules->caps;

  for (guint i = 0; i < caps->len; i++)
    {
      const SheafLawCap *cap = caps->pdata[i];
      g_autofree char   *step = g_strconcat ("cap:", cap->name, NULL);

      if (g_strcmp0 (cap->excess_reserve, reserve->name) == 0)
        add_appropriation (posting, step, reserve->title, account);
    }
}

static gboolean
add_reserves (SheafPosting    *posting,
              const SheafPlan *plan,
              GError         **error)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];
      g_autofree char        *step = g_strconcat ("reserve:", reserve->name, NULL);
      const SheafAccount     *account = sheaf_distribution_reserve_account (
              posting->chart, posting->law, reserve, error);

      if (account == NULL)
        return FALSE;
      add_appropriation (posting, step, reserve->title, account);
      add_excess (posting, reserve, account);
    }
  return TRUE;
}

gboolean
sheaf_posting_funds (SheafPosting *posting,
                     GError      **error)
{
  const SheafPlan    *plan = posting->plan;
  const SheafAccount *account;

  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];
      g_autofree char        *step = g_strconcat ("earmark:", earmark->name, NULL);

      if (!sheaf_posting_account (posting, earmark->account, &account, error))
        return FALSE;
      add_appropriation (posting, step, earmark->title, account);
    }
  if (!add_common_fund (posting, error) || !add_reserves (posting, plan, error))
    return FALSE;
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];
      g_autofree char     *step = g_strconcat ("fund:", fund->name, NULL);

      if (!sheaf_posting_account (posting, fund->account, &account, error))
        return FALSE;
      add_appropriation (posting, step, fund->title, account);
    }
  return TRUE;
}
