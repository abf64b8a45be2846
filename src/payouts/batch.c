/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes payment lists and their vouchers. */
#include "payouts/batch.h"

#include "base/i18n.h"
#include "base/language.h"
#include "book/act.h"
#include "distribution/approval.h"
#include "ledger/chart.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"
#include "payouts/batch-sql.h"
#include "payouts/error.h"
#include "payouts/payable.h"

/* A list under way. */
typedef struct
{
  SheafBook             *book;
  const SheafPayoutSpec *spec;
  SheafProblems         *problems;
  SheafLaw              *law;
  SheafApproval         *approval;
  SheafMoney             minimum;
  const SheafAccount    *payable;
  const SheafAccount    *money;
  GPtrArray             *payables; /* of SheafPayable */
  GPtrArray             *chosen;   /* those that are paid now */
} Making;

static void
clear_making (Making *making)
{
  sheaf_law_free (making->law);
  sheaf_approval_free (making->approval);
  g_clear_pointer (&making->payables, g_ptr_array_unref);
  g_clear_pointer (&making->chosen, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, clear_making)

gboolean
sheaf_payout_method_from_word (const char        *word,
                               SheafPayoutMethod *ret_method)
{
  if (!g_str_equal (word, "cash") && !g_str_equal (word, "bank"))
    return FALSE;
  *ret_method = g_str_equal (word, "cash") ? SHEAF_PAYOUT_CASH : SHEAF_PAYOUT_BANK;
  return TRUE;
}

static gboolean
find_accounts (Making  *making,
               GError **error)
{
  const char       *role = making->spec->method == SHEAF_PAYOUT_CASH ? "cash" : "bank";
  const SheafChart *chart = sheaf_chart_get (making->book, error);

  if (chart == NULL)
    return FALSE;
  making->payable = sheaf_chart_posting_account (chart, "member-payable", error);
  if (making->payable == NULL)
    return FALSE;
  making->money = sheaf_chart_posting_account (chart, role, error);
  return making->money != NULL;
}

static gboolean
check_state (Making  *making,
             GError **error)
{
  const SheafPayoutSpec *spec = making->spec;
  SheafPlanState         state;

  if (spec->net_debts)
    {
      g_set_error (
          error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_BUILT,
          _ ("setting off members' debts is not in this version: post the set-off as a voucher "
             "first, then pay without it"));
      return FALSE;
    }
  if (!sheaf_plan_state (making->book, spec->year, &state, error))
    return FALSE;
  if (state != SHEAF_PLAN_POSTED)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("the distribution of %d is not posted: approve and post it before paying"),
                   spec->year);
      return FALSE;
    }
  making->approval = sheaf_approval_find (making->book, spec->year, error);
  if (making->approval == NULL)
    return FALSE;
  if (sheaf_date_cmp (making->approval->posted, spec->date) <= 0)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
               _ ("the distribution of %d is posted on a later day: pay on that day or after it"),
               spec->year);
  return FALSE;
}

static gboolean
find_minimum (Making  *making,
              GError **error)
{
  g_autoptr (SheafPlan) plan = NULL;

  making->law = sheaf_law_of_book (making->book, error);
  if (making->law == NULL)
    return FALSE;
  plan = sheaf_plan_load_id (making->book, making->law, making->approval->plan_id, error);
  if (plan == NULL)
    return FALSE;
  making->minimum = making->spec->minimum.units >= 0 ? making->spec->minimum : plan->minimum_payout;
  return TRUE;
}

static void warn (Making *making, const SheafPayable *payable, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
warn (Making             *making,
      const SheafPayable *payable,
      const char         *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (making->problems, SHEAF_PROBLEM_WARNING, NULL, 0, payable->code, "%s", text);
}

/* TRUE when the member is paid now; a warning says why not, unless nothing is owed. */
static gboolean
is_due (Making             *making,
        const SheafPayable *payable)
{
  SheafMoney       due = sheaf_money_sub (payable->share, payable->paid);
  g_autofree char *asked = sheaf_money_to_text (due);
  g_autofree char *open = sheaf_money_to_text (payable->open);
  g_autofree char *least = sheaf_money_to_text (making->minimum);

  if (sheaf_money_cmp (payable->open, due) < 0)
    warn (making, payable,
          _ ("%s of the share are unpaid but the ledger owes %s, only that is paid"), asked, open);
  if (payable->open.units <= 0)
    return FALSE;
  if (sheaf_money_cmp (payable->open, making->minimum) < 0)
    {
      warn (making, payable, _ ("%s is below the minimum of %s and stays open"), open, least);
      return FALSE;
    }
  if (making->spec->method == SHEAF_PAYOUT_BANK &&
      (payable->bank_account == NULL || payable->bank_bin == NULL))
    {
      warn (making, payable, _ ("no bank account is known and %s stays open, pay it in cash"),
            open);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose (Making  *making,
        GError **error)
{
  making->payables = sheaf_payable_list (making->book, making->spec->year, making->spec->date,
                                         error);
  if (making->payables == NULL)
    return FALSE;
  making->chosen = g_ptr_array_new ();
  for (guint i = 0; i < making->payables->len; i++)
    if (is_due (making, making->payables->pdata[i]))
      g_ptr_array_add (making->chosen, making->payables->pdata[i]);
  if (making->chosen->len > 0)
    return TRUE;
  g_set_error (
      error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING,
      _ ("nobody is left to be paid from the distribution of %d: see who is paid and who is "
         "open"),
      making->spec->year);
  return FALSE;
}

static gboolean
check_money (Making  *making,
             GError **error)
{
  g_autoptr (SheafTotals) totals = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *there = NULL;
  SheafMoney       sum = SHEAF_MONEY_ZERO, balance;

  totals = sheaf_totals_load_pairs (making->book, making->spec->date, making->spec->date, error);
  if (totals == NULL)
    return FALSE;
  balance = sheaf_totals_balance (totals, making->money->id);
  for (guint i = 0; i < making->chosen->len; i++)
    sum = sheaf_money_add (sum, ((const SheafPayable *) making->chosen->pdata[i])->open);
  if (sheaf_money_cmp (sum, balance) <= 0)
    return TRUE;
  needed = sheaf_money_format (sum, sheaf_language_current ());
  there = sheaf_money_format (balance, sheaf_language_current ());
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_MONEY,
               _ ("the list needs %s but account %s holds %s on that day: bring in money first"),
               needed, making->money->code, there);
  return FALSE;
}

static gboolean
pay (Making             *making,
     const SheafPayable *payable,
     gint64              batch_id,
     gint64              act_id,
     GError            **error)
{
  gboolean         cash = making->spec->method == SHEAF_PAYOUT_CASH;
  g_autofree char *code = sheaf_plan_code (making->spec->year);
  g_autofree char *words = sheaf_law_text (making->law, "payout", "year", code, NULL);
  g_autofree char *text = g_strdup_printf ("%s: %s", words, payable->name);
  g_autoptr (SheafVoucher) voucher = NULL;
  SheafVoucherRow *row;
  gint64           id;

  voucher = sheaf_voucher_new (cash ? SHEAF_VOUCHER_PAYMENT : SHEAF_VOUCHER_BANK_OUT,
                               making->spec->date, text);
  row = sheaf_voucher_add_row (voucher, making->payable->id, making->money->id, payable->open);
  row->debit_party_id = payable->party_id;
  row->plan = g_strdup (code);
  return sheaf_voucher_post (making->book, voucher, &id, error) &&
         sheaf_store_run (sheaf_book_store (making->book), BATCH_LINE_INSERT,
                          SHEAF_ARGS (SHEAF_INT (batch_id), SHEAF_INT (payable->party_id),
                                      SHEAF_UNITS (payable->open), SHEAF_INT (id),
                                      SHEAF_INT (act_id), SHEAF_INT (making->spec->year),
                                      SHEAF_UNITS (payable->open)),
                          error);
}

static gboolean
insert_batch (Making  *making,
              gint64  *ret_id,
              GError **error)
{
  const SheafPayoutSpec *spec = making->spec;
  g_autofree char       *summary = sheaf_plan_code (spec->year);
  g_autoptr (SheafAct) act = sheaf_act_begin (making->book, "payout", summary, error);
  gint64 id;

  if (act == NULL ||
      !sheaf_store_insert (sheaf_book_store (making->book), BATCH_INSERT,
                           SHEAF_ARGS (SHEAF_INT (making->approval->posting_id),
                                       SHEAF_INT (spec->year), SHEAF_INT (spec->method),
                                       SHEAF_DAY (spec->date), SHEAF_UNITS (making->minimum),
                                       SHEAF_INT (sheaf_act_id (act))),
                           &id, error))
    return FALSE;
  for (guint i = 0; i < making->chosen->len; i++)
    if (!pay (making, making->chosen->pdata[i], id, sheaf_act_id (act), error))
      return FALSE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

gboolean
sheaf_payout_make (SheafBook             *book,
                   const SheafPayoutSpec *spec,
                   SheafProblems         *problems,
                   gint64                *ret_id,
                   GError               **error)
{
  g_auto (Making) making = { .book = book, .spec = spec, .problems = problems };

  g_return_val_if_fail (book != NULL && spec != NULL && problems != NULL, FALSE);
  return check_state (&making, error) && find_accounts (&making, error) &&
         find_minimum (&making, error) && choose (&making, error) && check_money (&making, error) &&
         insert_batch (&making, ret_id, error);
}
