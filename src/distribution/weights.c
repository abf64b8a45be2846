/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights from the books of trade, labour and capital. */
#include "distribution/weights.h"

#include "base/i18n.h"
#include "capital/balance.h"
#include "distribution/error.h"
#include "labour/labour.h"
#include "ledger/party.h"
#include "members/member.h"
#include "members/membership.h"
#include "trade/use.h"

SheafDate
sheaf_distribution_capital_day (SheafBook       *book,
                                int              year,
                                const SheafPlan *plan)
{
  return plan->capital_previous ? sheaf_date_add_days (sheaf_book_year_start (book, year), -1)
                                : sheaf_book_year_end (book, year);
}

static SheafCapitalBasis
capital_basis (const SheafPlan *plan,
               const SheafLaw  *law)
{
  return (SheafCapitalBasis){
    .year_end = plan->capital_year_end,
    .commit_months = plan->capital_committed ? law->payment_months : 0,
  };
}

/* The book of capital knows official and contributing associate members; a pack that lets others
 * share by capital needs another program. */
static gboolean
check_law (const SheafLaw *law,
           GError        **error)
{
  const SheafLawPool *capital = &law->pools[SHEAF_POOL_CAPITAL];
  gboolean            known = capital->official && capital->associate_contributing &&
                   !capital->associate_non_contributing && !capital->agreement;

  if (!known)
    g_set_error (
        error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW,
        _ ("the law pack “%s” lets others share than this version can count: update the program"),
        law->id);
  return known;
}

SheafMemberRight
sheaf_distribution_right (const SheafLaw *law,
                          SheafPool       pool)
{
  const SheafLawPool *entitled = &law->pools[pool];

  return (SheafMemberRight){ entitled->official, entitled->associate_contributing,
                             entitled->associate_non_contributing, entitled->agreement };
}

static SheafSharer *
sharer (SheafDistributionInputs *inputs,
        GHashTable              *index,
        const char              *code)
{
  SheafSharer *found = g_hash_table_lookup (index, code);

  if (found == NULL)
    {
      found = sheaf_distribution_inputs_add (inputs, code);
      g_hash_table_insert (index, found->code, found);
    }
  return found;
}

/* A sum of amounts may in theory be negative by a correction; it then weighs nothing. */
static SheafWeight
weight_of (SheafMoney amount,
           gint64     factor)
{
  return amount.units > 0 ? (SheafWeight) amount.units * (SheafWeight) factor : 0;
}

static void
weigh_use (const SheafYearFigures  *figures,
           const SheafPlan         *plan,
           SheafDistributionInputs *inputs,
           GHashTable              *index)
{
  for (guint i = 0; i < figures->uses->len; i++)
    {
      const SheafUse *use = figures->uses->pdata[i];
      gint64          factor;

      factor = sheaf_plan_product_weight (plan, use->product, use->kind == SHEAF_USE_SUPPLY);
      sharer (inputs, index, use->member)->weights[SHEAF_POOL_USE] += weight_of (use->amount,
                                                                                 factor);
    }
}

static void
weigh_labour (const SheafYearFigures  *figures,
              SheafDistributionInputs *inputs,
              GHashTable              *index)
{
  for (guint i = 0; i < figures->pays->len; i++)
    {
      const SheafPay *pay = figures->pays->pdata[i];

      sharer (inputs, index, pay->member)->weights[SHEAF_POOL_LABOUR] += weight_of (pay->amount, 1);
    }
}

/* Capital, and the one of each head. */
static gboolean
weigh_members (SheafYearFigures        *figures,
               const SheafPlan         *plan,
               const SheafLaw          *law,
               SheafDistributionInputs *inputs,
               GHashTable              *index,
               GError                 **error)
{
  SheafCapitalBasis basis = capital_basis (plan, law);
  SheafMemberRight  equal = sheaf_distribution_right (law, SHEAF_POOL_EQUAL);
  SheafDate         last = sheaf_distribution_capital_day (figures->book, figures->year, plan);
  const GArray     *weights = sheaf_year_figures_capital (figures, last, &basis, error);
  GHashTableIter    iter;
  gpointer          id, code;

  if (weights == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, figures->codes);
  while (g_hash_table_iter_next (&iter, &id, &code))
    {
      SheafMemberState state = sheaf_member_spans_on (
          g_hash_table_lookup (figures->everyone, id), figures->to);

      if (sheaf_member_state_has_right (&state, &equal))
        sharer (inputs, index, code)->weights[SHEAF_POOL_EQUAL] = 1;
    }
  for (guint i = 0; i < weights->len; i++)
    {
      const SheafCapitalWeight *weight = &g_array_index (weights, SheafCapitalWeight, i);

      code = g_hash_table_lookup (figures->codes, &weight->party_id);
      if (code != NULL)
        sharer (inputs, index, code)->weights[SHEAF_POOL_CAPITAL] += weight->weight;
    }
  return TRUE;
}

/* With leavers=no only members of the last day share. */
static void
drop_leavers (const SheafYearFigures  *figures,
              SheafDistributionInputs *inputs)
{
  for (guint i = inputs->sharers->len; i > 0; i--)
    {
      SheafSharer     *one = inputs->sharers->pdata[i - 1];
      gint64           party_id = sheaf_party_find (figures->book, one->code);
      SheafMemberState state = sheaf_member_spans_on (
          g_hash_table_lookup (figures->everyone, &party_id), figures->to);

      if (state.kind == SHEAF_MEMBER_NONE)
        g_ptr_array_remove_index (inputs->sharers, i - 1);
    }
}

gboolean
sheaf_distribution_weigh (SheafYearFigures        *figures,
                          const SheafPlan         *plan,
                          const SheafLaw          *law,
                          SheafDistributionInputs *inputs,
                          GError                 **error)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_law (law, error))
    return FALSE;
  weigh_use (figures, plan, inputs, index);
  weigh_labour (figures, inputs, index);
  if (!weigh_members (figures, plan, law, inputs, index, error))
    return FALSE;
  if (!plan->leavers)
    drop_leavers (figures, inputs);
  return TRUE;
}
