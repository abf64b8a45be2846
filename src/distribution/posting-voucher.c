/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a distribution's voucher. */
#include "distribution/posting-voucher.h"

#include "base/i18n.h"
#include "distribution/error.h"
#include "distribution/measures.h"
#include "distribution/provisional.h"
#include "distribution/result.h"
#include "ledger/party.h"

#include <string.h>

/* A voucher under way. */
typedef struct
{
  SheafBook               *book;
  const SheafLaw          *law;
  const SheafPlan         *plan;
  const SheafApproval     *approval;
  const SheafDistribution *distribution;
  const SheafChart        *chart;
  const SheafAccount      *profits[SHEAF_SIDES];
  const SheafAccount      *payable;
  GArray                  *provisionals;
  SheafVoucher            *voucher;
  char                    *code;
  char                    *texts[SHEAF_SIDES][1 << SHEAF_POOLS]; /* of rows, as they come to be */
} Posting;

static void
clear_posting (Posting *posting)
{
  g_clear_pointer (&posting->provisionals, g_array_unref);
  g_free (posting->code);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pools = 0; pools < 1 << SHEAF_POOLS; pools++)
      g_free (posting->texts[side][pools]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Posting, clear_posting)

static SheafScope
scope_of (SheafSide side)
{
  return side == SHEAF_SIDE_INTERNAL ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_EXTERNAL;
}

/* From profit to an account; a negative amount goes back. */
static void
add_row (Posting            *posting,
         SheafSide           side,
         const SheafAccount *account,
         gint64              party_id,
         SheafMoney          amount,
         const char         *text)
{
  gint64           profit_id = posting->profits[side]->id;
  gboolean         back = amount.units < 0;
  SheafVoucherRow *row;

  if (amount.units == 0)
    return;
  row = back ? sheaf_voucher_add_row (posting->voucher, account->id, profit_id,
                                      sheaf_money_neg (amount))
             : sheaf_voucher_add_row (posting->voucher, profit_id, account->id, amount);
  row->scope = scope_of (side);
  row->plan = g_strdup (posting->code);
  row->description = g_strdup (text);
  *(back ? &row->debit_party_id : &row->credit_party_id) = party_id;
}

/* Both sides of a step, less what was appropriated provisionally. */
static void
add_appropriation (Posting            *posting,
                   const char         *step_name,
                   const char         *title,
                   const SheafAccount *account)
{
  const SheafDistributionStep *step = sheaf_distribution_step (posting->distribution, step_name);
  const char                  *name = title != NULL ? title : sheaf_account_name (account, "vi");
  g_autofree char             *text = sheaf_law_text (posting->law, "appropriation", "account",
                                                      name, NULL);

  for (guint side = 0; step != NULL && side < SHEAF_SIDES; side++)
    add_row (
        posting, side, account, 0,
        sheaf_provisional_settle (posting->provisionals, side, account->id, 0, step->amounts[side]),
        text);
}

static gboolean
find_account (const Posting       *posting,
              const char          *code,
              const SheafAccount **ret_account,
              GError             **error)
{
  *ret_account = sheaf_chart_by_code (posting->chart, code);
  if (*ret_account != NULL && (*ret_account)->postable)
    return TRUE;
  g_set_error (
      error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN,
      _ ("account %s of the plan cannot take postings: store the plan with another account and "
         "approve it anew"),
      code);
  return FALSE;
}

/* Where nothing goes to the common fund, the chart need not have one. */
static gboolean
add_common_fund (Posting *posting,
                 GError **error)
{
  const SheafDistributionStep *step = sheaf_distribution_step (posting->distribution,
                                                               "common-fund");
  const SheafAccount          *account;

  account = sheaf_chart_posting_account (posting->chart, "common-fund", NULL);
  if (account == NULL && step->amounts[0].units == 0 && step->amounts[1].units == 0)
    return TRUE;
  account = sheaf_chart_posting_account (posting->chart, "common-fund", error);
  if (account == NULL || !find_account (posting, account->code, &account, error))
    return FALSE;
  add_appropriation (posting, "common-fund", NULL, account);
  return TRUE;
}

/* A cap's excess goes to the reserve that the law names. */
static void
add_excess (Posting                *posting,
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
add_reserves (Posting         *posting,
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

static gboolean
add_funds (Posting         *posting,
           const SheafPlan *plan,
           GError         **error)
{
  const SheafAccount *account;

  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];
      g_autofree char        *step = g_strconcat ("earmark:", earmark->name, NULL);

      if (!find_account (posting, earmark->account, &account, error))
        return FALSE;
      add_appropriation (posting, step, earmark->title, account);
    }
  if (!add_common_fund (posting, error) || !add_reserves (posting, plan, error))
    return FALSE;
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];
      g_autofree char     *step = g_strconcat ("fund:", fund->name, NULL);

      if (!find_account (posting, fund->account, &account, error))
        return FALSE;
      add_appropriation (posting, step, fund->title, account);
    }
  return TRUE;
}

static void
add_losses (Posting *posting)
{
  g_autofree char *text = sheaf_law_text (posting->law, "loss", NULL);

  for (guint side = 0; side < SHEAF_SIDES; side++)
    add_row (posting, side, posting->profits[1 - side], 0, posting->distribution->taken_over[side],
             text);
}

/* The account that each form of a member's share is credited to. */
static const SheafAccount *
form_account (const Posting *posting,
              SheafPool      pool,
              SheafPayForm   form,
              GError       **error)
{
  const SheafAccount *account = NULL;
  const char         *code = posting->plan->payments[pool].accounts[form];

  if (form == SHEAF_PAY_FORM_MONEY)
    return posting->payable;
  return find_account (posting, code != NULL ? code : "", &account, error) ? account : NULL;
}

/* What a member gets of one profit on one account, with the pools that it comes from. */
typedef struct
{
  const SheafAccount *account;
  SheafMoney          amount;
  guint               pools; /* a bit each */
} Gain;

static void
add_gain (GArray             *gains,
          const SheafAccount *account,
          SheafPool           pool,
          SheafMoney          amount)
{
  Gain gain = { account, amount, 1u << pool };

  for (guint i = 0; i < gains->len; i++)
    {
      Gain *known = &g_array_index (gains, Gain, i);

      if (known->account != account)
        continue;
      known->amount = sheaf_money_add (known->amount, amount);
      known->pools |= amount.units != 0 ? gain.pools : 0;
      return;
    }
  if (amount.units == 0)
    gain.pools = 0;
  g_array_append_val (gains, gain);
}

/* "Internal by use; internal by capital": the pack's words of each pool that gave money. */
static const char *
gain_text (Posting  *posting,
           SheafSide side,
           guint     pools)
{
  GString *text;

  if (posting->texts[side][pools] != NULL)
    return posting->texts[side][pools];
  text = g_string_new (NULL);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *words = NULL;

      if ((pools & 1u << pool) == 0)
        continue;
      words = sheaf_law_text (posting->law, sheaf_pool_name (side, pool), NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  posting->texts[side][pools] = g_string_free (text, FALSE);
  return posting->texts[side][pools];
}

/* One row for each account, and for what was appropriated provisionally. */
static gboolean
add_member (Posting    *posting,
            SheafSide   side,
            const char *code,
            GArray     *gains,
            GError    **error)
{
  gint64 party_id = sheaf_party_find (posting->book, code);

  if (party_id == 0)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE,
                   _ ("member %s is not in the book: restore a backup"), code);
      return FALSE;
    }
  for (guint i = 0; i < gains->len; i++)
    {
      const Gain *gain = &g_array_index (gains, Gain, i);

      add_row (posting, side, gain->account, party_id,
               sheaf_provisional_settle (posting->provisionals, side, gain->account->id, party_id,
                                         gain->amount),
               gain_text (posting, side, gain->pools));
    }
  g_array_set_size (gains, 0);
  return TRUE;
}

/* Shares stand by member, then side: one row for each member and profit; the pools are in
 * plan_share. Parts stand in the same order. */
static gboolean
add_shares (Posting *posting,
            GError **error)
{
  const GArray *shares = posting->distribution->shares;
  const GArray *parts = posting->distribution->parts;
  g_autoptr (GArray) gains = g_array_new (FALSE, FALSE, sizeof (Gain));
  guint at = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);
      const SheafShare *next = i + 1 < shares->len ? share + 1 : NULL;

      if (!posting->plan->payments[share->pool].given)
        add_gain (gains, posting->payable, share->pool, share->amount);
      for (; at < parts->len; at++)
        {
          const SheafSharePart *part = &g_array_index (parts, SheafSharePart, at);
          const SheafAccount   *account;

          if (part->side != share->side || part->pool != share->pool ||
              strcmp (part->code, share->code) != 0)
            break;
          account = form_account (posting, part->pool, part->form, error);
          if (account == NULL)
            return FALSE;
          add_gain (gains, account, part->pool, part->amount);
        }
      if ((next == NULL || next->side != share->side || strcmp (next->code, share->code) != 0) &&
          !add_member (posting, share->side, share->code, gains, error))
        return FALSE;
    }
  return TRUE;
}

/* What was appropriated provisionally for something that the plan does not give goes back. */
static void
add_returns (Posting *posting)
{
  for (guint i = 0; i < posting->provisionals->len; i++)
    {
      const SheafProvisional *item = &g_array_index (posting->provisionals, SheafProvisional, i);
      const SheafAccount     *account = sheaf_chart_by_id (posting->chart, item->account_id);
      g_autofree char        *text = sheaf_law_text (posting->law, "provisional", "account",
                                                     sheaf_account_name (account, "vi"), NULL);

      add_row (posting, item->side, account, item->party_id, sheaf_money_neg (item->amount), text);
    }
}

SheafVoucher *
sheaf_plan_make_voucher (SheafBook           *book,
                         const SheafApproval *approval,
                         SheafDate            date,
                         GError             **error)
{
  g_auto (Posting) posting = { .book = book, .approval = approval };
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, error);
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafDistribution) distribution = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autofree char *description = NULL;

  posting.law = law;
  posting.code = sheaf_plan_code (approval->year);
  plan = law != NULL ? sheaf_plan_load_id (book, law, approval->plan_id, error) : NULL;
  if (plan == NULL || !sheaf_distribution_profit_accounts (book, posting.profits, error))
    return NULL;
  posting.plan = plan;
  posting.chart = sheaf_chart_get (book, error);
  posting.payable = sheaf_chart_posting_account (posting.chart, "member-payable", error);
  if (posting.payable == NULL ||
      !find_account (&posting, posting.payable->code, &posting.payable, error))
    return NULL;
  posting.provisionals = sheaf_provisional_load (book, approval->year, error);
  distribution = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
  if (posting.provisionals == NULL || distribution == NULL)
    return NULL;
  posting.distribution = distribution;
  description = sheaf_law_text (law, "voucher", "year", posting.code, "resolution",
                                approval->resolution, NULL);
  voucher = posting.voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, date, description);
  voucher->layer = SHEAF_LAYER_DISTRIBUTION;
  add_losses (&posting);
  if (!add_funds (&posting, plan, error) || !add_shares (&posting, error))
    return NULL;
  add_returns (&posting);
  return g_steal_pointer (&voucher);
}
