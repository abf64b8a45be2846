/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts a distribution, a voucher a step, and takes it back. */
#include "distribution/posting.h"

#include "base/i18n.h"
#include "book/act.h"
#include "distribution/approval-sql.h"
#include "distribution/earlier-years.h"
#include "distribution/error.h"
#include "distribution/posting-forms.h"
#include "distribution/posting-voucher.h"
#include "distribution/provisional.h"
#include "distribution/result.h"
#include "ledger/closing.h"
#include "ledger/party-credit.h"
#include "ledger/party.h"
#include "ledger/voucher.h"
#include "store/query.h"

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
        _ ("the distribution of %d is posted already: take the posting back before posting again"),
        year);
  if (approval == NULL)
    return refuse (error, _ ("the distribution of %d is not approved: approve it first"), year);
  if (state != SHEAF_PLAN_APPROVED)
    {
      g_autofree char *what = sheaf_plan_difference (book, approval->plan_id,
                                                     sheaf_plan_find (book, year));

      if (what == NULL)
        return refuse (error, _ ("the plan of %d was changed after its approval: approve it anew"),
                       year);
      return refuse (error,
                     _ ("the plan of %d was changed after its approval (%s): approve it anew"),
                     year, what);
    }
  if (!closed)
    return refuse (error,
                   _ ("the year %d was reopened: close it again before the distribution is posted"),
                   year);
  if (sheaf_date_cmp (date, approval->date) < 0)
    return refuse (
        error,
        _ ("the distribution of %d cannot be posted before it was approved: choose a later day"),
        year);
  return sheaf_earlier_years_check_unused (book, year, error) &&
         sheaf_approval_check_unchanged (book, approval, error);
}

static void
plan_voucher_free (gpointer data)
{
  SheafPlanVoucher *voucher = data;

  g_free (voucher->step);
  g_free (voucher->number);
  g_free (voucher);
}

GPtrArray *
sheaf_plan_voucher_list (SheafBook *book,
                         int        year,
                         GError   **error)
{
  g_autoptr (GPtrArray) vouchers = g_ptr_array_new_with_free_func (plan_voucher_free);
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  query = sheaf_query_new (sheaf_book_store (book), POSTING_VOUCHERS,
                           SHEAF_ARGS (SHEAF_INT (year)), error);
  while (query != NULL && sheaf_query_next (query, NULL))
    {
      SheafPlanVoucher *voucher = g_new0 (SheafPlanVoucher, 1);

      voucher->posting_id = sheaf_query_int (query, 0);
      voucher->step = sheaf_query_dup_text (query, 1);
      voucher->voucher_id = sheaf_query_int (query, 2);
      voucher->number = g_strdup (sheaf_query_text (query, 3));
      voucher->date = sheaf_query_date (query, 4);
      g_ptr_array_add (vouchers, voucher);
    }
  return query != NULL && sheaf_query_finish (query, error) ? g_steal_pointer (&vouchers) : NULL;
}

const char *
sheaf_plan_shares_step (SheafSide side)
{
  return side == SHEAF_SIDE_INTERNAL ? "shares:internal" : "shares:external";
}

/* Everything was appropriated before, so that the shares could not be paid from a posting that is
 * not there; or the plan gives nothing to anybody. */
static gboolean
refuse_empty (SheafBook *book,
              int        year,
              GError   **error)
{
  g_autoptr (GArray) provisionals = sheaf_provisional_load (book, year, error);

  if (provisionals == NULL)
    return FALSE;
  if (provisionals->len == 0)
    return refuse (error,
                   _ ("the plan of %d gives nothing to a fund or a member, so nothing is to be "
                      "posted: leave less undistributed if something is to be shared"),
                   year);
  return refuse (error,
                 _ ("everything of the distribution of %d was appropriated before: reverse one of "
                    "the provisional vouchers, so that something is left to post"),
                 year);
}

/* A row for each member and profit: totals are filled once at the end. act may be NULL, as it could
 * not be begun. */
static gboolean
begin_bulk (SheafBook *book,
            SheafAct  *act,
            GError   **error)
{
  if (act == NULL)
    return FALSE;
  sheaf_act_join_inner (act);
  return sheaf_ledger_bulk_begin (book, error);
}

static gboolean
post_steps (SheafBook           *book,
            const SheafApproval *approval,
            GPtrArray           *steps,
            SheafDate            date,
            gint64              *ret_voucher_id,
            GError             **error)
{
  g_autofree char *code = sheaf_plan_code (approval->year);
  g_autofree char *summary = g_strdup_printf ("%s, %s", code, approval->resolution);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "plan-post", summary, error);
  gint64 first = 0, shares[SHEAF_SIDES] = { 0 };

  if (!begin_bulk (book, act, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    {
      SheafStepVoucher *step = steps->pdata[i];
      gint64            id;

      if (!sheaf_voucher_post (book, step->voucher, &id, error) ||
          !sheaf_store_run (sheaf_book_store (book), POSTING_INSERT,
                            SHEAF_ARGS (SHEAF_INT (approval->id), SHEAF_INT (id),
                                        SHEAF_TEXT (step->step), SHEAF_INT (sheaf_act_id (act))),
                            error))
        return FALSE;
      first = first == 0 ? id : first;
      for (guint side = 0; side < SHEAF_SIDES; side++)
        if (g_str_equal (step->step, sheaf_plan_shares_step (side)))
          shares[side] = id;
      g_clear_pointer (&step->voucher, sheaf_voucher_free); /* long ones need the room */
    }
  /* Where all of a profit was given provisionally, what it gives stands on the posting itself. */
  for (guint side = 0; side < SHEAF_SIDES; side++)
    shares[side] = shares[side] == 0 ? first : shares[side];
  if (!sheaf_ledger_bulk_end (book, error) ||
      !sheaf_posting_forms (book, approval, shares, date, sheaf_act_id (act), error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = first;
  return TRUE;
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
  g_autoptr (GPtrArray) steps = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!check_postable (book, year, approval, date, error))
    return FALSE;
  steps = sheaf_plan_make_vouchers (book, approval, date, error);
  if (steps == NULL)
    return FALSE;
  return steps->len == 0 ? refuse_empty (book, year, error)
                         : post_steps (book, approval, steps, date, ret_voucher_id, error);
}

static void
step_sum_free (gpointer data)
{
  SheafPlanStepSum *sum = data;

  g_free (sum->step);
  g_free (sum->title);
  g_free (sum);
}

static SheafPlanStepSum *
add_sum (GPtrArray       *sums,
         const SheafPlan *plan,
         const char      *step)
{
  SheafPlanStepSum *sum = g_new0 (SheafPlanStepSum, 1);

  sum->step = g_strdup (step);
  sum->title = g_strdup (sheaf_plan_step_title (plan, step));
  g_ptr_array_add (sums, sum);
  return sum;
}

/* Capital is taken from the shares in the same act (posting-forms). */
static gboolean
add_capital (SheafBook           *book,
             const SheafApproval *approval,
             const SheafPlan     *plan,
             GPtrArray           *sums,
             GError             **error)
{
  g_autoptr (SheafDistribution) result = sheaf_result_load (book, approval->id,
                                                            approval->rounding_unit, error);
  SheafMoney capital = SHEAF_MONEY_ZERO;

  for (guint i = 0; result != NULL && i < result->parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (result->parts, SheafSharePart, i);

      if (part->form == SHEAF_PAY_FORM_CAPITAL)
        capital = sheaf_money_add (capital, part->amount);
    }
  if (capital.units > 0)
    add_sum (sums, plan, "capital")->sum = capital;
  return result != NULL;
}

static GPtrArray *
sum_up_steps (SheafBook           *book,
              const SheafApproval *approval,
              const GPtrArray     *steps,
              GError             **error)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (step_sum_free);
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, approval->year, error);
  g_autoptr (SheafPlan) plan = NULL;

  plan = law != NULL ? sheaf_plan_load_id (book, law, approval->plan_id, error) : NULL;
  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      const SheafStepVoucher *step = steps->pdata[i];
      SheafPlanStepSum       *sum = add_sum (sums, plan, step->step);

      for (guint k = 0; k < step->voucher->rows->len; k++)
        sum->sum = sheaf_money_add (
            sum->sum, ((const SheafVoucherRow *) step->voucher->rows->pdata[k])->amount);
    }
  return add_capital (book, approval, plan, sums, error) ? g_steal_pointer (&sums) : NULL;
}

GPtrArray *
sheaf_plan_post_preview (SheafBook *book,
                         int        year,
                         GError   **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (book, year, &local);
  g_autoptr (GPtrArray) steps = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (approval == NULL)
    {
      (void) refuse (error, _ ("the distribution of %d is not approved: approve it first"), year);
      return NULL;
    }
  steps = sheaf_plan_make_vouchers (book, approval, approval->date, error);
  if (steps != NULL && steps->len == 0)
    (void) refuse_empty (book, year, error);
  return steps != NULL && steps->len > 0 ? sum_up_steps (book, approval, steps, error) : NULL;
}

/* The member's shares less what was given in another form than money. Shares and parts stand by
 * code: *at and *part_at go along. */
static SheafMoney
owed_money (const SheafDistribution *result,
            const char              *code,
            guint                   *at,
            guint                   *part_at)
{
  SheafMoney owed = SHEAF_MONEY_ZERO;

  for (; *at < result->shares->len; (*at)++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, *at);

      if (!g_str_equal (share->code, code))
        break;
      owed = sheaf_money_add (owed, share->amount);
    }
  for (; *part_at < result->parts->len; (*part_at)++)
    {
      const SheafSharePart *part = &g_array_index (result->parts, SheafSharePart, *part_at);

      if (!g_str_equal (part->code, code))
        break;
      if (part->form != SHEAF_PAY_FORM_MONEY)
        owed = sheaf_money_sub (owed, part->amount);
    }
  return owed;
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
  g_autoptr (GHashTable) owed_now = NULL;

  payable = chart != NULL ? sheaf_chart_by_role (chart, "member-payable", error) : NULL;
  if (payable == NULL)
    return FALSE;
  owed_now = sheaf_party_credits (book, payable->id, date, error);
  result = owed_now != NULL ? sheaf_result_load (book, approval->id, approval->rounding_unit, error)
                            : NULL;
  for (guint i = 0, at = 0, part_at = 0; result != NULL && i < result->codes->len; i++)
    {
      const char *code = result->codes->pdata[i];
      SheafMoney  owed = owed_money (result, code, &at, &part_at);
      gint64      party_id = sheaf_party_find (book, code);

      if (sheaf_money_cmp (sheaf_party_credit (owed_now, party_id), owed) >= 0)
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

/* A posting of which a part was reversed alone, by a program of before, is taken back with what is
 * left of it. */
static gboolean
reverse_steps (SheafBook  *book,
               int         year,
               SheafDate   date,
               const char *reason,
               GError    **error)
{
  g_autoptr (GPtrArray) vouchers = sheaf_plan_voucher_list (book, year, error);
  g_autoptr (SheafAct) act = NULL;
  g_autofree char *summary = g_strdup_printf ("%04d: %s", year, reason != NULL ? reason : "");

  act = vouchers != NULL ? sheaf_act_begin (book, "plan-unpost", summary, error) : NULL;
  if (act == NULL || !sheaf_posting_forms_take_back (book, vouchers, date, reason, error) ||
      !begin_bulk (book, act, error))
    return FALSE;
  for (guint i = 0; i < vouchers->len; i++)
    {
      const SheafPlanVoucher *voucher = vouchers->pdata[i];

      if (!sheaf_voucher_reverse (book, voucher->voucher_id, date, reason, NULL, error))
        return FALSE;
    }
  return sheaf_ledger_bulk_end (book, error) && sheaf_act_commit (act, error);
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
    return refuse (error, _ ("the distribution of %d is not posted: there is nothing to reverse"),
                   year);
  return check_unpaid (book, approval, date, error) &&
         reverse_steps (book, year, date, reason, error);
}
