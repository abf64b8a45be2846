/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vouchers of a distribution, one a step, and their rows. */
#include "distribution/posting-voucher.h"

#include "base/i18n.h"
#include "distribution/error.h"
#include "distribution/posting-private.h"
#include "distribution/provisional.h"

static void
clear_posting (SheafPosting *posting)
{
  sheaf_distribution_free (posting->distribution);
  sheaf_plan_free (posting->plan);
  sheaf_law_free (posting->law);
  g_clear_pointer (&posting->provisionals, g_array_unref);
  g_clear_pointer (&posting->vouchers, g_ptr_array_unref);
  g_free (posting->code);
  g_free (posting->title);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pools = 0; pools < 1 << SHEAF_POOLS; pools++)
      g_free (posting->texts[side][pools]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafPosting, clear_posting)

static void
step_voucher_free (gpointer data)
{
  SheafStepVoucher *step = data;

  g_free (step->step);
  sheaf_voucher_free (step->voucher);
  g_free (step);
}

void
sheaf_posting_begin (SheafPosting *posting,
                     const char   *name,
                     const char   *text)
{
  g_autofree char  *description = text != NULL ? g_strdup_printf ("%s: %s", posting->title, text)
                                               : g_strdup (posting->title);
  SheafStepVoucher *step = g_new0 (SheafStepVoucher, 1);

  step->step = g_strdup (name);
  step->voucher = posting->voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, posting->date,
                                                        description);
  step->voucher->layer = SHEAF_LAYER_DISTRIBUTION;
  g_ptr_array_add (posting->vouchers, step);
}

static SheafScope
scope_of (SheafSide side)
{
  return side == SHEAF_SIDE_INTERNAL ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_EXTERNAL;
}

void
sheaf_posting_row (SheafPosting       *posting,
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

gboolean
sheaf_posting_account (const SheafPosting  *posting,
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

static void
add_losses (SheafPosting *posting)
{
  g_autofree char *text = sheaf_law_text (posting->law, "loss", NULL);

  sheaf_posting_begin (posting, "loss-cover", text);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    sheaf_posting_row (posting, side, posting->profits[1 - side], 0,
                       posting->distribution->taken_over[side], text);
}

/* What was appropriated provisionally for something that the plan does not give goes back. */
static void
add_returns (SheafPosting *posting)
{
  sheaf_posting_begin (posting, "provisional", NULL);
  for (guint i = 0; i < posting->provisionals->len; i++)
    {
      const SheafProvisional *item = &g_array_index (posting->provisionals, SheafProvisional, i);
      const SheafAccount     *account = sheaf_chart_by_id (posting->chart, item->account_id);
      g_autofree char        *text = sheaf_law_text (posting->law, "provisional", "account",
                                                     sheaf_account_name (account, "vi"), NULL);

      sheaf_posting_row (posting, item->side, account, item->party_id,
                         sheaf_money_neg (item->amount), text);
    }
}

/* The correction of a provisional row takes it back from where it went: money that was paid would
 * be in the books again, but in nobody's cash box. */
static gboolean
check_provisionals (const SheafPosting *posting,
                    GError            **error)
{
  for (guint i = 0; i < posting->provisionals->len; i++)
    {
      const SheafProvisional *item = &g_array_index (posting->provisionals, SheafProvisional, i);
      const SheafAccount     *account = sheaf_chart_by_id (posting->chart, item->account_id);

      if (item->amount.units == 0 || account->type == SHEAF_ACCOUNT_EQUITY ||
          account->type == SHEAF_ACCOUNT_LIABILITY)
        continue;
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
                   _ ("a voucher with the plan's code %s took %s from profit to account %s, which "
                      "is neither a fund nor owed to members: reverse it and enter it to what it "
                      "was for"),
                   posting->code, sheaf_money_word (item->amount).text, account->code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_posting (SheafPosting *posting,
              GError      **error)
{
  const SheafApproval *approval = posting->approval;

  posting->law = sheaf_law_of_year (posting->book, approval->year, error);
  posting->plan = posting->law != NULL ? sheaf_plan_load_id (posting->book, posting->law,
                                                             approval->plan_id, error)
                                       : NULL;
  if (posting->plan == NULL ||
      !sheaf_distribution_profit_accounts (posting->book, posting->profits, error))
    return FALSE;
  posting->chart = sheaf_chart_get (posting->book, error);
  posting->payable = sheaf_chart_posting_account (posting->chart, "member-payable", error);
  if (posting->payable == NULL ||
      !sheaf_posting_account (posting, posting->payable->code, &posting->payable, error))
    return FALSE;
  posting->provisionals = sheaf_provisional_load (posting->book, approval->year, error);
  posting->distribution = posting->provisionals != NULL
                              ? sheaf_result_load (posting->book, approval->id,
                                                   approval->rounding_unit, error)
                              : NULL;
  posting->code = sheaf_plan_code (approval->year);
  posting->title = sheaf_law_text (posting->law, "voucher", "year", posting->code, "resolution",
                                   approval->resolution, NULL);
  return posting->distribution != NULL;
}

GPtrArray *
sheaf_plan_make_vouchers (SheafBook           *book,
                          const SheafApproval *approval,
                          SheafDate            date,
                          GError             **error)
{
  g_auto (SheafPosting) posting = { .book = book, .approval = approval, .date = date };

  posting.vouchers = g_ptr_array_new_with_free_func (step_voucher_free);
  if (!load_posting (&posting, error) || !check_provisionals (&posting, error))
    return NULL;
  add_losses (&posting);
  if (!sheaf_posting_funds (&posting, error) || !sheaf_posting_shares (&posting, error))
    return NULL;
  add_returns (&posting);
  for (guint i = posting.vouchers->len; i > 0; i--)
    if (((SheafStepVoucher *) posting.vouchers->pdata[i - 1])->voucher->rows->len == 0)
      g_ptr_array_remove_index (posting.vouchers, i - 1);
  return g_steal_pointer (&posting.vouchers);
}
