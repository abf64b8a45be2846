/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's figures as one plan weighs them. */
#include "distribution/inputs.h"

#include "base/i18n.h"
#include "distribution/draft.h"
#include "distribution/error.h"
#include "distribution/measures.h"
#include "distribution/weights.h"
#include "distribution/year-figures.h"

/* Stands for the internal profit where a chart has one account for both: no row names it. */
static const SheafAccount no_account = { .id = -1, .code = (char *) "", .postable = TRUE };

/* A chart before Circular 71/2024/TT-BTC has one account of profit. What is not kept apart counts
 * as external, as its closing and the way into the later chart have it; a law that asks for both
 * cannot be followed with it. */
static gboolean
is_one_profit (SheafBook        *book,
               const SheafChart *chart)
{
  g_autoptr (SheafLaw) law = NULL;

  if (sheaf_chart_by_role (chart, "profit-internal", NULL) != NULL)
    return FALSE;
  law = sheaf_law_of_book (book, NULL);
  return law != NULL && law->one_profit;
}

gboolean
sheaf_distribution_profit_accounts (SheafBook           *book,
                                    const SheafAccount **ret_accounts,
                                    GError             **error)
{
  static const char *const roles[SHEAF_SIDES] = { "profit-internal", "profit-external" };
  const SheafChart        *chart = sheaf_chart_get (book, error);

  for (guint side = 0; chart != NULL && side < SHEAF_SIDES; side++)
    {
      ret_accounts[side] = side == SHEAF_SIDE_INTERNAL && is_one_profit (book, chart)
                               ? &no_account
                               : sheaf_chart_by_role (chart, roles[side], error);
      if (ret_accounts[side] == NULL)
        return FALSE;
      if (!ret_accounts[side]->postable)
        {
          g_set_error (
              error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
              _ ("account %s has accounts under it, which a distribution cannot read in this "
                 "version: keep its profit on the account itself"),
              ret_accounts[side]->code);
          return FALSE;
        }
    }
  return chart != NULL;
}

SheafDistributionInputs *
sheaf_distribution_inputs_load (SheafBook       *book,
                                int              year,
                                const SheafPlan *plan,
                                const SheafLaw  *law,
                                GError         **error)
{
  g_autoptr (SheafDistributionInputs) inputs = sheaf_distribution_inputs_new ();
  g_autoptr (SheafYearFigures) figures = sheaf_year_figures_load (book, year, law, error);

  if (figures == NULL)
    return NULL;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      inputs->result[side] = figures->result[side];
      inputs->income[side] = figures->income[side];
      inputs->brought[side] = figures->brought[side];
    }
  if (!sheaf_distribution_take_measures (figures, plan, law, inputs, error) ||
      !sheaf_distribution_weigh (figures, plan, law, inputs, error))
    return NULL;
  return g_steal_pointer (&inputs);
}
