/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The voucher of a distribution. */
#include "distribution/posting.h"

#include "base/i18n.h"
#include "book/act.h"
#include "distribution/approval-sql.h"
#include "distribution/error.h"
#include "distribution/posting-voucher.h"
#include "distribution/result.h"
#include "ledger/closing.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"

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
  voucher = sheaf_plan_make_voucher (book, approval, date, error);
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

/* The member's shares less what was given as notices. Shares stand by code: *at goes along. */
static SheafMoney
owed_money (const SheafDistribution *result,
            const char              *code,
            guint                   *at)
{
  SheafMoney owed = SHEAF_MONEY_ZERO;

  for (; *at < result->shares->len; (*at)++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, *at);

      if (!g_str_equal (share->code, code))
        break;
      owed = sheaf_money_add (owed, share->amount);
    }
  for (guint i = 0; i < result->parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (result->parts, SheafSharePart, i);

      if (part->form != SHEAF_PAY_FORM_MONEY && g_str_equal (part->code, code))
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

  payable = chart != NULL ? sheaf_chart_by_role (chart, "member-payable", error) : NULL;
  if (payable == NULL)
    return FALSE;
  result = sheaf_result_load (book, approval->id, approval->rounding_unit, error);
  for (guint i = 0, at = 0; result != NULL && i < result->codes->len; i++)
    {
      const char *code = result->codes->pdata[i];
      SheafMoney  owed = owed_money (result, code, &at);
      SheafMoney  balance;

      if (!sheaf_totals_party_balance (book, payable->id, sheaf_party_find (book, code), date,
                                       &balance, error))
        return FALSE;
      if (-balance.units >= owed.units)
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
