/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results and earlier profit from the ledger. */
#include "distribution/inputs.h"

#include "base/i18n.h"
#include "distribution/draft.h"
#include "distribution/error.h"
#include "distribution/measures.h"
#include "distribution/weights.h"
#include "ledger/closing.h"
#include "ledger/journal.h"

/* Stands for the internal profit where a chart has one account for both: no row names it. */
static const SheafAccount no_account = { .id = -1, .code = (char *) "", .postable = TRUE };

/* A chart before Circular 71/2024/TT-BTC has one account of profit. What is not kept apart counts
 * as external, as its closing and the way into the later chart have it; a law that asks for both
 * cannot be followed with it. */
static gboolean
is_one_profit (SheafBook        *book,
               const SheafChart *chart)
{
  g_autoptr (SheafLaw) law = NULL;

  if (sheaf_chart_by_role (chart, "profit-internal", NULL) != NULL)
    return FALSE;
  law = sheaf_law_of_book (book, NULL);
  return law != NULL && law->one_profit;
}

gboolean
sheaf_distribution_profit_accounts (SheafBook           *book,
                                    const SheafAccount **ret_accounts,
                                    GError             **error)
{
  static const char *const roles[SHEAF_SIDES] = { "profit-internal", "profit-external" };
  const SheafChart        *chart = sheaf_chart_get (book, error);

  for (guint side = 0; chart != NULL && side < SHEAF_SIDES; side++)
    {
      ret_accounts[side] = side == SHEAF_SIDE_INTERNAL && is_one_profit (book, chart)
                               ? &no_account
                               : sheaf_chart_by_role (chart, roles[side], error);
      if (ret_accounts[side] == NULL)
        return FALSE;
      if (!ret_accounts[side]->postable)
        {
          g_set_error (
              error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE,
              _ ("account %s has accounts under it, which a distribution cannot read in this "
                 "version: keep its profit on the account itself"),
              ret_accounts[side]->code);
          return FALSE;
        }
    }
  return chart != NULL;
}

/* The closing rows of the year: posted, or as they would be. */
static SheafVoucher *
load_closing (SheafBook         *book,
              int                year,
              const SheafTotals *totals,
              gboolean          *ret_closed,
              GError           **error)
{
  SheafClosingKeys keys;

  if (!sheaf_closing_is_closed (book, year, ret_closed, error))
    return NULL;
  if (!*ret_closed)
    return sheaf_closing_keys_load (book, year, &keys, error)
               ? sheaf_closing_compute (book, totals, &keys, error)
               : NULL;
  /* A year without revenue and cost closes with no voucher. */
  if (sheaf_closing_voucher (book, year) == 0)
    return sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_book_year_end (book, year), "");
  return sheaf_voucher_load (book, sheaf_closing_voucher (book, year), error);
}

/* Credits less debits on each profit account. */
static void
add_result (SheafDistributionInputs   *inputs,
            const SheafAccount *const *profits,
            const SheafVoucher        *closing)
{
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = closing->rows->pdata[i];

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          SheafMoney *result = &inputs->result[side];

          if (row->credit_id == profits[side]->id)
            *result = sheaf_money_add (*result, row->amount);
          if (row->debit_id == profits[side]->id)
            *result = sheaf_money_sub (*result, row->amount);
        }
    }
}

/* The result before income tax: what the closing took from the tax account comes back to its
 * side. */
static gboolean
add_income (SheafBook               *book,
            SheafDistributionInputs *inputs,
            const SheafVoucher      *closing,
            GError                 **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *tax = chart != NULL ? sheaf_chart_by_role (chart, "income-tax", error) : NULL;

  if (tax == NULL)
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    inputs->income[side] = inputs->result[side];
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = closing->rows->pdata[i];
      const SheafAccount    *debit = sheaf_chart_by_id (chart, row->debit_id);
      const SheafAccount    *credit = sheaf_chart_by_id (chart, row->credit_id);
      gboolean               internal = row->scope == SHEAF_SCOPE_INTERNAL;
      SheafMoney            *income;

      if (row->scope == SHEAF_SCOPE_NONE)
        internal = debit->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL ||
                   credit->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL;
      income = &inputs->income[internal ? SHEAF_SIDE_INTERNAL : SHEAF_SIDE_EXTERNAL];
      if (sheaf_chart_is_under (chart, credit, tax))
        *income = sheaf_money_add (*income, row->amount);
      if (sheaf_chart_is_under (chart, debit, tax))
        *income = sheaf_money_sub (*income, row->amount);
    }
  return TRUE;
}

/* The part of an account's balance at the end of the year that the plan itself took before
 * (provisional appropriations); credit positive. */
static gboolean
sum_plan_rows (SheafBook          *book,
               const SheafAccount *account,
               int                 year,
               SheafMoney         *ret_sum,
               GError            **error)
{
  g_autofree char   *code = sheaf_plan_code (year);
  SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                .to = sheaf_book_year_end (book, year),
                                .account_id = account->id };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &filter, error);
  g_autoptr (GError) local = NULL;
  SheafJournalRow row;

  *ret_sum = SHEAF_MONEY_ZERO;
  while (journal != NULL && sheaf_journal_next (journal, &row, &local))
    if (g_str_equal (row.plan, code))
      *ret_sum = g_str_equal (row.credit, account->code) ? sheaf_money_add (*ret_sum, row.amount)
                                                         : sheaf_money_sub (*ret_sum, row.amount);
  if (local == NULL)
    return journal != NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_brought (SheafBook                 *book,
             int                        year,
             SheafDistributionInputs   *inputs,
             const SheafAccount *const *profits,
             const SheafTotals         *totals,
             gboolean                   closed,
             GError                   **error)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      SheafMoney *brought = &inputs->brought[side];
      SheafMoney  planned;

      *brought = sheaf_money_neg (sheaf_totals_balance (totals, profits[side]->id));
      if (closed)
        *brought = sheaf_money_sub (*brought, inputs->result[side]);
      if (!sum_plan_rows (book, profits[side], year, &planned, error))
        return FALSE;
      *brought = sheaf_money_sub (*brought, planned);
    }
  return TRUE;
}

SheafDistributionInputs *
sheaf_distribution_inputs_load (SheafBook       *book,
                                int              year,
                                const SheafPlan *plan,
                                const SheafLaw  *law,
                                GError         **error)
{
  g_autoptr (SheafDistributionInputs) inputs = sheaf_distribution_inputs_new ();
  const SheafAccount *profits[SHEAF_SIDES];
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (SheafVoucher) closing = NULL;
  gboolean closed;

  if (!sheaf_distribution_profit_accounts (book, profits, error))
    return NULL;
  totals = sheaf_totals_load (book, sheaf_book_year_start (book, year),
                              sheaf_book_year_end (book, year), error);
  if (totals == NULL)
    return NULL;
  closing = load_closing (book, year, totals, &closed, error);
  if (closing == NULL)
    return NULL;
  add_result (inputs, profits, closing);
  if (!add_income (book, inputs, closing, error) ||
      !add_brought (book, year, inputs, profits, totals, closed, error) ||
      !sheaf_distribution_take_measures (book, year, plan, law, totals, inputs, error) ||
      !sheaf_distribution_weigh (book, year, plan, law, inputs, error))
    return NULL;
  return g_steal_pointer (&inputs);
}
