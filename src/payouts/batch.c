/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes payment lists: chosen, judged by the money there is, and written as one act. */
#include "payouts/batch.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/totals.h"
#include "payouts/error.h"
#include "payouts/making.h"

static const char *const state_words[SHEAF_PAYOUT_STATES] = { "to-pay", "ordered", "paid",
                                                              "bounced", "unclaimed", "reversed" };

gboolean
sheaf_payout_method_from_word (const char        *word,
                               SheafPayoutMethod *ret_method)
{
  if (!g_str_equal (word, "cash") && !g_str_equal (word, "bank"))
    return FALSE;
  *ret_method = g_str_equal (word, "cash") ? SHEAF_PAYOUT_CASH : SHEAF_PAYOUT_BANK;
  return TRUE;
}

const char *
sheaf_payout_method_word (SheafPayoutMethod method)
{
  return method == SHEAF_PAYOUT_CASH ? "cash" : "bank";
}

const char *
sheaf_payout_state_word (SheafPayoutState state)
{
  g_return_val_if_fail (state < SHEAF_PAYOUT_STATES, "");
  return state_words[state];
}

gboolean
sheaf_payout_state_from_word (const char       *word,
                              SheafPayoutState *ret_state)
{
  for (guint i = 0; i < SHEAF_PAYOUT_STATES; i++)
    if (g_str_equal (word, state_words[i]))
      {
        *ret_state = i;
        return TRUE;
      }
  return FALSE;
}

const SheafAccount *
sheaf_payout_money_account (const SheafChart *chart,
                            SheafPayoutMethod method,
                            GError          **error)
{
  return sheaf_chart_posting_account (chart, method == SHEAF_PAYOUT_CASH ? "cash" : "bank",
                                      error);
}

gboolean
sheaf_payout_money_there (SheafBook        *book,
                          SheafPayoutMethod method,
                          SheafDate         date,
                          SheafMoney       *ret_there,
                          GError          **error)
{
  const SheafChart   *chart;
  const SheafAccount *account;
  g_autoptr (SheafTotals) totals = NULL;

  g_return_val_if_fail (book != NULL && ret_there != NULL, FALSE);
  chart = sheaf_chart_get (book, error);
  account = chart != NULL ? sheaf_payout_money_account (chart, method, error) : NULL;
  totals = account != NULL ? sheaf_totals_load_pairs (book, date, date, error) : NULL;
  if (totals == NULL)
    return FALSE;
  *ret_there = sheaf_totals_balance (totals, account->id);
  return TRUE;
}

static gboolean
check_money (SheafPayoutMaking *making,
             GError           **error)
{
  const SheafPayoutSpec *spec = making->spec;
  SheafMoney             sum = sheaf_payout_batch_total (making->batch), there;

  if (!sheaf_payout_money_there (making->book, spec->method, spec->date, &there, error))
    return FALSE;
  if (sheaf_money_cmp (sum, there) <= 0)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_MONEY,
               _ ("the list needs %s but account %s holds %s on that day: bring in money first"),
               sheaf_money_word (sum).text, making->money->code, sheaf_money_word (there).text);
  return FALSE;
}

/* Chosen inside the act: what another program wrote meanwhile is counted. */
gboolean
sheaf_payout_make (SheafBook             *book,
                   const SheafPayoutSpec *spec,
                   SheafProblems         *problems,
                   gint64                *ret_id,
                   GError               **error)
{
  g_auto (SheafPayoutMaking) making = { .book = book, .spec = spec, .problems = problems };
  g_autofree char *summary = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  g_return_val_if_fail (book != NULL && spec != NULL && problems != NULL, FALSE);
  summary = sheaf_plan_code (spec->year);
  act = sheaf_act_begin (book, "payout", summary, error);
  if (act == NULL || !sheaf_payout_choose (&making, error) || !check_money (&making, error) ||
      !sheaf_payout_write (&making, sheaf_act_id (act), &id, error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

SheafPayoutBatch *
sheaf_payout_preview (SheafBook             *book,
                      const SheafPayoutSpec *spec,
                      SheafProblems         *problems,
                      GError               **error)
{
  g_auto (SheafPayoutMaking) making = { .book = book, .spec = spec, .problems = problems };

  g_return_val_if_fail (book != NULL && spec != NULL && problems != NULL, NULL);
  if (!sheaf_payout_choose (&making, error))
    return NULL;
  return g_steal_pointer (&making.batch);
}
