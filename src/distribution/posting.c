/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voucher of a distribution. */
#include "distribution/posting.h"

#include "base/i18n.h"
#include "book/act.h"
#include "distribution/approval-sql.h"
#include "distribution/error.h"
#include "distribution/provisional.h"
#include "distribution/result.h"
#include "ledger/closing.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"

/* A voucher under way. */
typedef struct
{
  SheafBook               *book;
  const SheafLaw          *law;
  const SheafApproval     *approval;
  const SheafDistribution *distribution;
  const SheafChart        *chart;
  const SheafAccount      *profits[SHEAF_SIDES];
  const SheafAccount      *payable;
  GArray                  *provisionals;
  SheafVoucher            *voucher;
  char                    *code;
} Posting;

static void
clear_posting (Posting *posting)
{
  g_clear_pointer (&posting->provisionals, g_array_unref);
  g_free (posting->code);
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

static gboolean
add_funds (Posting         *posting,
           const SheafPlan *plan,
           GError         **error)
{
  const SheafAccount *account = sheaf_chart_posting_account (posting->chart, "common-fund", error);

  if (account == NULL || !find_account (posting, account->code, &account, error))
    return FALSE;
  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];
      g_autofree char        *step = g_strconcat ("earmark:", earmark->name, NULL);
      const SheafAccount     *to;

      if (!find_account (posting, earmark->account, &to, error))
        return FALSE;
      add_appropriation (posting, step, earmark->title, to);
    }
  add_appropriation (posting, "common-fund", NULL, account);
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

static gboolean
add_shares (Posting *posting,
            GError **error)
{
  const GArray *shares = posting->distribution->shares;

  for (guint i = 0; i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);
      gint64            party_id = sheaf_party_find (posting->book, share->code);
      g_autofree char  *text = NULL;

      if (party_id == 0)
        {
          g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE,
                       _ ("member %s is not in the book: restore a backup"), share->code);
          return FALSE;
        }
      text = sheaf_law_text (posting->law, sheaf_pool_name (share->side, share->pool), NULL);
      add_row (posting, share->side, posting->payable, party_id,
               sheaf_provisional_settle (posting->provisionals, share->side, posting->payable->id,
                                         party_id, share->amount),
               text);
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

static SheafVoucher *
make_voucher (SheafBook           *book,
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

/* Sets the error and gives FALSE. */
static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE, format,
                                 args);
  va_end (args);
  return FALSE;
}

static gboolean
check_postable (SheafBook           *book,
                int                  year,
                const SheafApproval *approval,
                SheafDate            date,
                GError             **error)
{
  SheafPlanState state;
  gboolean       closed;

  if (!sheaf_plan_state (book, year, &state, error) ||
      !sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (state == SHEAF_PLAN_POSTED)
    return refuse (
        error,
        _ ("the distribution of %d is posted already: reverse its voucher before posting again"),
        year);
  if (approval == NULL)
    return refuse (error, _ ("the distribution of %d is not approved: approve it first"), year);
  if (state != SHEAF_PLAN_APPROVED)
    return refuse (error, _ ("the plan of %d was changed after its approval: approve it anew"),
                   year);
  if (!closed)
    return refuse (error,
                   _ ("the year %d was reopened: close it again before the distribution is posted"),
                   year);
  if (sheaf_date_cmp (date, approval->date) < 0)
    return refuse (
        error,
        _ ("the distribution of %d cannot be posted before it was approved: choose a later day"),
        year);
  return sheaf_approval_check_unchanged (book, approval, error);
}

gboolean
sheaf_plan_post (SheafBook *book,
                 int        year,
                 SheafDate  date,
                 gint64    *ret_voucher_id,
                 GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, year, &local);
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_postable (book, year, approval, date, error))
    return FALSE;
  voucher = make_voucher (book, approval, date, error);
  if (voucher == NULL)
    return FALSE;
  act = sheaf_act_begin (book, "plan-post", voucher->description, error);
  if (act == NULL || !sheaf_voucher_post (book, voucher, &id, error) ||
      !sheaf_store_run (sheaf_book_store (book), POSTING_INSERT,
                        SHEAF_ARGS (SHEAF_INT (approval->id), SHEAF_INT (id),
                                    SHEAF_INT (sheaf_act_id (act))),
                        error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}

/* A member whose payable is less than the shares has been paid from them. */
static gboolean
check_unpaid (SheafBook           *book,
              const SheafApproval *approval,
              SheafDate            date,
              GError             **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *payable;
  g_autoptr (SheafDistribution) result = NULL;

  payable = chart != NULL ? sheaf_chart_by_role (chart, "member-payable", error) : NULL;
  if (payable == NULL)
    return FALSE;
  result = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
  for (guint i = 0; result != NULL && i < result->codes->len; i++)
    {
      const char *code = result->codes->pdata[i];
      SheafMoney  share = sheaf_distribution_member_total (result, code);
      SheafMoney  balance;

      if (!sheaf_totals_party_balance (book, payable->id, sheaf_party_find (book, code), date,
                                       &balance, error))
        return FALSE;
      if (-balance.units >= share.units)
        continue;
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("%s has been paid from the distribution of %d: reverse the payments first"),
                   code, approval->year);
      return FALSE;
    }
  return result != NULL;
}

gboolean
sheaf_plan_year_of_voucher (SheafBook *book,
                            gint64     voucher_id,
                            int       *ret_year,
                            GError   **error)
{
  gint64 year = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), POSTING_YEAR,
                             SHEAF_ARGS (SHEAF_INT (voucher_id)), NULL, &year, error))
    return FALSE;
  *ret_year = (int) year;
  return TRUE;
}

gboolean
sheaf_plan_unpost (SheafBook  *book,
                   int         year,
                   SheafDate   date,
                   const char *reason,
                   GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, year, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (approval == NULL || approval->voucher_id == 0)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("the distribution of %d is not posted: there is nothing to reverse"), year);
      return FALSE;
    }
  return check_unpaid (book, approval, date, error) &&
         sheaf_voucher_reverse (book, approval->voucher_id, date, reason, NULL, error);
}
