/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the years before and after one that is shared. */
#include "distribution/earlier-years.h"

#include "base/i18n.h"
#include "distribution/approval.h"
#include "distribution/compute-private.h"
#include "distribution/earlier-years-sql.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "distribution/year-figures.h"
#include "ledger/closing.h"
#include "ledger/journal.h"
#include "store/query.h"

#define WHOLE 1000000

gboolean
sheaf_earlier_years_took (SheafBook          *book,
                          int                 year,
                          const SheafAccount *profit,
                          SheafMoney         *ret_taken,
                          GError            **error)
{
  gint64 given = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), EARLIER_POSTED_AFTER,
                             SHEAF_ARGS (SHEAF_INT (profit->id), SHEAF_INT (year),
                                         SHEAF_DAY (sheaf_book_year_end (book, year))),
                             NULL, &given, error))
    return FALSE;
  *ret_taken = SHEAF_MONEY (-given);
  return TRUE;
}

/* TRUE when the approval shares earlier profit, or has met a loss with it. */
static gboolean
find_used (SheafBook           *book,
           const SheafApproval *approval,
           gboolean            *ret_used,
           GError             **error)
{
  g_autoptr (SheafDistributionInputs) inputs = NULL;
  gboolean loss = FALSE, earlier = FALSE;
  gint64   brought = 0;

  inputs = sheaf_distribution_inputs_from_text (approval->inputs);
  for (guint side = 0; inputs != NULL && side < SHEAF_SIDES; side++)
    {
      loss = loss || inputs->result[side].units < 0;
      earlier = earlier || inputs->brought[side].units > 0;
    }
  if (!sheaf_store_find_int (sheaf_book_store (book), EARLIER_BROUGHT_FORWARD,
                             SHEAF_ARGS (SHEAF_INT (approval->id)), NULL, &brought, error))
    return FALSE;
  *ret_used = brought > 0 || (loss && earlier);
  return TRUE;
}

static gboolean
check_later (SheafBook *book,
             int        year,
             int        later,
             GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, later, &local);
  gboolean used = FALSE;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (approval == NULL || approval->voucher_id == 0)
    return TRUE;
  if (!find_used (book, approval, &used, error))
    return FALSE;
  if (used)
    g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                 _ ("the distribution of %d is posted and has used what %d left undistributed: "
                    "take that posting back before this one"),
                 later, year);
  return !used;
}

gboolean
sheaf_earlier_years_check_unused (SheafBook *book,
                                  int        year,
                                  GError   **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), EARLIER_LATER_YEARS,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);

  while (query != NULL && sheaf_query_next (query, NULL))
    {
      int later = (int) sheaf_query_int (query, 0);

      g_array_append_val (years, later);
    }
  if (query == NULL || !sheaf_query_finish (query, error))
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (!check_later (book, year, g_array_index (years, int, i), error))
      return FALSE;
  return TRUE;
}

/* What the law sets aside of years that nobody shared, and the first rule that asks for it. */
typedef struct
{
  SheafMoney          least;
  int                 year; /* the first of them; 0: none */
  const SheafLawRate *rule;
} Lacking;

static void
add_least (Lacking            *lacking,
           int                 year,
           const SheafLawRate *rule,
           SheafMoney          base)
{
  SheafMoney least = sheaf_money_mul_div (base, rule->rate.millionths, WHOLE, SHEAF_ROUND_UP);

  if (least.units == 0)
    return;
  lacking->least = sheaf_money_add (lacking->least, least);
  lacking->year = lacking->year == 0 ? year : lacking->year;
  lacking->rule = lacking->rule == NULL ? rule : lacking->rule;
}

/* A reserve that once is full asks for nothing, and how full it was then is not known any more; of
 * what it may have left over the others ask. */
static void
add_rules (Lacking        *lacking,
           int             year,
           const SheafLaw *law,
           SheafMoney      left[SHEAF_SIDES])
{
  SheafMoney taken = SHEAF_MONEY_ZERO;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    add_least (lacking, year, &law->common_fund_floor[side], left[side]);
  for (guint i = 0; i < law->rules->reserves->len; i++)
    {
      const SheafLawReserve *rule = law->rules->reserves->pdata[i];
      SheafMoney             base = SHEAF_MONEY_ZERO;

      for (guint side = 0; side < SHEAF_SIDES; side++)
        base = rule->sides[side] ? sheaf_money_add (base, left[side]) : base;
      if (rule->base == SHEAF_LAW_OF_REST)
        base.units = MAX (base.units - taken.units, 0);
      if (rule->until == SHEAF_LAW_UNTIL_NEVER)
        add_least (lacking, year, &rule->floor, base);
      taken = sheaf_money_add (taken, sheaf_money_mul_div (base, rule->floor.rate.millionths,
                                                           WHOLE, SHEAF_ROUND_UP));
    }
}

/* TRUE, with what the year had to share after losses, when it is closed and nothing of it is
 * posted. */
static gboolean
find_unshared (SheafBook       *book,
               int              year,
               const SheafPlan *plan,
               const SheafLaw  *law,
               gboolean        *ret_unshared,
               SheafMoney       ret_left[SHEAF_SIDES],
               GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafDistributionInputs) inputs = sheaf_distribution_inputs_new ();
  g_autoptr (SheafDistribution) steps = sheaf_distribution_new (1);
  g_autoptr (SheafYearFigures) figures = NULL;
  SheafComputation computation = {
    .plan = plan, .law = law, .inputs = inputs, .problems = problems, .result = steps
  };
  SheafPlanState state;
  gboolean       closed;

  *ret_unshared = FALSE;
  if (!sheaf_closing_is_closed (book, year, &closed, error) ||
      !sheaf_plan_state (book, year, &state, error))
    return FALSE;
  if (!closed || state == SHEAF_PLAN_POSTED ||
      !sheaf_law_is_valid_on (law, sheaf_book_year_end (book, year)))
    return TRUE;
  figures = sheaf_year_figures_load (book, year, law, error);
  if (figures == NULL)
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      inputs->result[side] = figures->result[side];
      inputs->brought[side] = figures->brought[side];
    }
  *ret_unshared = sheaf_computation_cover_losses (&computation) && !computation.only_brought;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    ret_left[side] = computation.left[side];
  return TRUE;
}

/* TRUE for the accounts that the law's parts go to. */
static gboolean
is_set_aside (const SheafChart *chart,
              const SheafLaw   *law,
              const char       *code)
{
  const SheafAccount *account = sheaf_chart_by_code (chart, code);
  const SheafAccount *fund = sheaf_chart_by_role (chart, "common-fund", NULL);

  if (account == NULL)
    return FALSE;
  if (fund != NULL && sheaf_chart_is_under (chart, account, fund))
    return TRUE;
  for (guint i = 0; i < law->rules->reserves->len; i++)
    {
      const SheafLawReserve *rule = law->rules->reserves->pdata[i];

      fund = rule->role != NULL ? sheaf_chart_by_role (chart, rule->role, NULL) : NULL;
      if (fund != NULL && sheaf_chart_is_under (chart, account, fund))
        return TRUE;
    }
  return FALSE;
}

/* Adds what vouchers by hand took from one profit for common fund and reserves. */
static gboolean
add_by_hand (SheafBook                *book,
             const SheafJournalFilter *filter,
             const SheafAccount       *profit,
             const SheafLaw           *law,
             SheafMoney               *sum,
             GError                  **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafJournal) journal = chart != NULL ? sheaf_journal_open (book, filter, error)
                                                   : NULL;
  g_autoptr (GError) local = NULL;
  SheafJournalRow row;

  while (journal != NULL && sheaf_journal_next (journal, &row, &local))
    if (row.layer != SHEAF_LAYER_DISTRIBUTION && g_str_equal (row.debit, profit->code) &&
        is_set_aside (chart, law, row.credit))
      *sum = sheaf_money_add (*sum, row.amount);
  if (local == NULL)
    return journal != NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Of both profits, from the first of the years up to the end of year. */
static gboolean
sum_by_hand (SheafBook      *book,
             int             first,
             int             year,
             const SheafLaw *law,
             SheafMoney     *ret_sum,
             GError        **error)
{
  const SheafAccount *profits[SHEAF_SIDES];

  *ret_sum = SHEAF_MONEY_ZERO;
  if (!sheaf_distribution_profit_accounts (book, profits, error))
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      SheafJournalFilter filter = { .from = sheaf_book_year_start (book, first),
                                    .to = sheaf_book_year_end (book, year),
                                    .account_id = profits[side]->id };

      if (!add_by_hand (book, &filter, profits[side], law, ret_sum, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_lacking (const Lacking  *lacking,
                const SheafLaw *law,
                SheafMoney      given,
                GError        **error)
{
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_REFUSED,
               _ ("the profit of %d was never shared and is brought forward here, but Art. %s (%s) "
                  "asks that at least %s of it are set aside and %s are: post the distribution of "
                  "%d first, with carry-forward for what is to stay"),
               lacking->year, lacking->rule->article, law->title,
               sheaf_money_word (lacking->least).text, sheaf_money_word (given).text,
               lacking->year);
  return FALSE;
}

gboolean
sheaf_earlier_years_check_floors (SheafBook               *book,
                                  int                      year,
                                  const SheafPlan         *plan,
                                  const SheafLaw          *law,
                                  const SheafDistribution *result,
                                  GError                 **error)
{
  const SheafDistributionStep *brought = sheaf_distribution_step (result, "brought-forward");
  Lacking                      lacking = { 0 };
  SheafMoney                   given;

  if (brought == NULL || brought->amounts[0].units + brought->amounts[1].units <= 0)
    return TRUE;
  for (int earlier = sheaf_date_year (sheaf_book_first_day (book)); earlier < year; earlier++)
    {
      SheafMoney left[SHEAF_SIDES];
      gboolean   unshared;

      if (!find_unshared (book, earlier, plan, law, &unshared, left, error))
        return FALSE;
      if (unshared)
        add_rules (&lacking, earlier, law, left);
    }
  if (lacking.year == 0)
    return TRUE;
  if (!sum_by_hand (book, lacking.year, year, law, &given, error))
    return FALSE;
  return sheaf_money_cmp (given, lacking.least) >= 0 ||
         refuse_lacking (&lacking, law, given, error);
}
