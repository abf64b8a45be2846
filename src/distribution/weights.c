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

/* One reading of a year. */
typedef struct
{
  SheafBook       *book;
  int              year;
  const SheafPlan *plan;
  const SheafLaw  *law;
  SheafDate        from;
  SheafDate        to;
  GHashTable      *everyone; /* the stretches of all members, read once */
} Reading;

SheafDate
sheaf_distribution_capital_day (SheafBook       *book,
                                int              year,
                                const SheafPlan *plan)
{
  return plan->capital_previous ? sheaf_date_add_days (sheaf_book_year_start (book, year), -1)
                                : sheaf_book_year_end (book, year);
}

static SheafCapitalBasis
capital_basis (const Reading *reading)
{
  return (SheafCapitalBasis){
    .year_end = reading->plan->capital_year_end,
    .commit_months = reading->plan->capital_committed ? reading->law->payment_months : 0,
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

static gboolean
weigh_use (const Reading           *reading,
           SheafDistributionInputs *inputs,
           GHashTable              *index,
           GError                 **error)
{
  SheafMemberRight right = sheaf_distribution_right (reading->law, SHEAF_POOL_USE);
  g_autoptr (GPtrArray) uses = NULL;

  uses = sheaf_use_list_by (reading->book, reading->everyone, reading->from, reading->to, &right,
                            error);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const SheafUse *use = uses->pdata[i];
      gint64          factor;

      factor = sheaf_plan_product_weight (reading->plan, use->product,
                                          use->kind == SHEAF_USE_SUPPLY);
      sharer (inputs, index, use->member)->weights[SHEAF_POOL_USE] += weight_of (use->amount,
                                                                                 factor);
    }
  return uses != NULL;
}

static gboolean
weigh_labour (const Reading           *reading,
              SheafDistributionInputs *inputs,
              GHashTable              *index,
              GError                 **error)
{
  SheafMemberRight right = sheaf_distribution_right (reading->law, SHEAF_POOL_LABOUR);
  g_autoptr (GPtrArray) pays = NULL;

  pays = sheaf_pay_list_by (reading->book, reading->everyone, reading->from, reading->to, &right,
                            error);
  for (guint i = 0; pays != NULL && i < pays->len; i++)
    {
      const SheafPay *pay = pays->pdata[i];

      sharer (inputs, index, pay->member)->weights[SHEAF_POOL_LABOUR] += weight_of (pay->amount, 1);
    }
  return pays != NULL;
}

/* Capital, and the one of each head. */
static gboolean
weigh_members (const Reading           *reading,
               SheafDistributionInputs *inputs,
               GHashTable              *index,
               GError                 **error)
{
  SheafCapitalBasis basis = capital_basis (reading);
  SheafMemberRight  equal = sheaf_distribution_right (reading->law, SHEAF_POOL_EQUAL);
  SheafDate         last = sheaf_distribution_capital_day (reading->book, reading->year,
                                                           reading->plan);
  g_autoptr (GHashTable) codes = sheaf_member_codes (reading->book, error);
  g_autoptr (GArray) weights = NULL;
  GHashTableIter iter;
  gpointer       id, code;

  weights = codes == NULL ? NULL
                          : sheaf_capital_weights_by (reading->book, reading->everyone,
                                                      reading->from, last, &basis, error);
  if (weights == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, codes);
  while (g_hash_table_iter_next (&iter, &id, &code))
    {
      SheafMemberState state = sheaf_member_spans_on (
          g_hash_table_lookup (reading->everyone, id), reading->to);

      if (sheaf_member_state_has_right (&state, &equal))
        sharer (inputs, index, code)->weights[SHEAF_POOL_EQUAL] = 1;
    }
  for (guint i = 0; i < weights->len; i++)
    {
      const SheafCapitalWeight *weight = &g_array_index (weights, SheafCapitalWeight, i);

      code = g_hash_table_lookup (codes, &weight->party_id);
      if (code != NULL)
        sharer (inputs, index, code)->weights[SHEAF_POOL_CAPITAL] += weight->weight;
    }
  return TRUE;
}

/* With leavers=no only members of the last day share. */
static void
drop_leavers (const Reading           *reading,
              SheafDistributionInputs *inputs)
{
  for (guint i = inputs->sharers->len; i > 0; i--)
    {
      SheafSharer     *one = inputs->sharers->pdata[i - 1];
      gint64           party_id = sheaf_party_find (reading->book, one->code);
      SheafMemberState state = sheaf_member_spans_on (
          g_hash_table_lookup (reading->everyone, &party_id), reading->to);

      if (state.kind == SHEAF_MEMBER_NONE)
        g_ptr_array_remove_index (inputs->sharers, i - 1);
    }
}

gboolean
sheaf_distribution_weigh (SheafBook               *book,
                          int                      year,
                          const SheafPlan         *plan,
                          const SheafLaw          *law,
                          SheafDistributionInputs *inputs,
                          GError                 **error)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) everyone = NULL;
  Reading reading = { book, year, plan, law, sheaf_book_year_start (book, year),
                      sheaf_book_year_end (book, year), NULL };

  if (!check_law (law, error))
    return FALSE;
  everyone = reading.everyone = sheaf_member_spans_all (book, error);
  if (everyone == NULL || !weigh_use (&reading, inputs, index, error) ||
      !weigh_labour (&reading, inputs, index, error) ||
      !weigh_members (&reading, inputs, index, error))
    return FALSE;
  if (!plan->leavers)
    drop_leavers (&reading, inputs);
  return TRUE;
}
