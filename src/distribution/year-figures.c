/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results and earlier profit from the ledger, and who used, worked and held capital. */
#include "distribution/year-figures.h"

#include "distribution/earlier-years.h"
#include "distribution/plan-given.h"
#include "distribution/weights.h"
#include "labour/labour.h"
#include "ledger/closing.h"
#include "ledger/journal.h"
#include "members/member.h"
#include "trade/use.h"

#define KEPT "year-figures"

/* One basis of capital, weighed. */
typedef struct
{
  SheafDate         last;
  SheafCapitalBasis basis;
  GArray           *weights;
} Capital;

static void
free_capital (gpointer data)
{
  Capital *capital = data;

  g_array_unref (capital->weights);
  g_free (capital);
}

static void
clear_figures (gpointer data)
{
  SheafYearFigures *figures = data;

  g_free (figures->law);
  sheaf_totals_free (figures->totals);
  g_clear_pointer (&figures->everyone, g_hash_table_unref);
  g_clear_pointer (&figures->codes, g_hash_table_unref);
  g_clear_pointer (&figures->uses, g_ptr_array_unref);
  g_clear_pointer (&figures->pays, g_ptr_array_unref);
  g_clear_pointer (&figures->capitals, g_ptr_array_unref);
}

void
sheaf_year_figures_unref (SheafYearFigures *figures)
{
  if (figures != NULL)
    g_rc_box_release_full (figures, clear_figures);
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
add_result (SheafYearFigures          *figures,
            const SheafAccount *const *profits,
            const SheafVoucher        *closing)
{
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = closing->rows->pdata[i];

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          SheafMoney *result = &figures->result[side];

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
add_income (SheafBook          *book,
            SheafYearFigures   *figures,
            const SheafVoucher *closing,
            GError            **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *tax = chart != NULL ? sheaf_chart_by_role (chart, "income-tax", error) : NULL;

  if (tax == NULL)
    return FALSE;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    figures->income[side] = figures->result[side];
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
      income = &figures->income[internal ? SHEAF_SIDE_INTERNAL : SHEAF_SIDE_EXTERNAL];
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
sum_plan_rows (const SheafYearFigures *figures,
               const SheafAccount     *account,
               SheafMoney             *ret_sum,
               GError                **error)
{
  g_autoptr (GPtrArray) list = sheaf_plan_given_load (figures->book, figures->year, account,
                                                      figures->to, error);

  *ret_sum = SHEAF_MONEY_ZERO;
  for (guint i = 0; list != NULL && i < list->len; i++)
    *ret_sum = sheaf_money_sub (*ret_sum, ((const SheafPlanGiven *) list->pdata[i])->amount);
  return list != NULL;
}

static gboolean
add_brought (SheafYearFigures          *figures,
             const SheafAccount *const *profits,
             gboolean                   closed,
             GError                   **error)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      SheafMoney *brought = &figures->brought[side];
      SheafMoney  planned, taken;

      *brought = sheaf_money_neg (sheaf_totals_balance (figures->totals, profits[side]->id));
      if (closed)
        *brought = sheaf_money_sub (*brought, figures->result[side]);
      if (!sum_plan_rows (figures, profits[side], &planned, error) ||
          !sheaf_earlier_years_took (figures->book, figures->year, profits[side], &taken, error))
        return FALSE;
      *brought = sheaf_money_sub (sheaf_money_sub (*brought, planned), taken);
    }
  return TRUE;
}

static gboolean
read_ledger (SheafYearFigures *figures,
             GError          **error)
{
  const SheafAccount *profits[SHEAF_SIDES];
  g_autoptr (SheafVoucher) closing = NULL;
  gboolean closed;

  if (!sheaf_distribution_profit_accounts (figures->book, profits, error))
    return FALSE;
  figures->totals = sheaf_totals_load (figures->book, figures->from, figures->to, error);
  if (figures->totals == NULL)
    return FALSE;
  closing = load_closing (figures->book, figures->year, figures->totals, &closed, error);
  if (closing == NULL)
    return FALSE;
  add_result (figures, profits, closing);
  return add_income (figures->book, figures, closing, error) &&
         add_brought (figures, profits, closed, error);
}

static gboolean
read_members (SheafYearFigures *figures,
              const SheafLaw   *law,
              GError          **error)
{
  SheafMemberRight use = sheaf_distribution_right (law, SHEAF_POOL_USE);
  SheafMemberRight labour = sheaf_distribution_right (law, SHEAF_POOL_LABOUR);

  figures->everyone = sheaf_member_spans_all (figures->book, error);
  figures->codes = figures->everyone != NULL ? sheaf_member_codes (figures->book, error) : NULL;
  if (figures->codes == NULL)
    return FALSE;
  figures->uses = sheaf_use_list_by (figures->book, figures->everyone, figures->from, figures->to,
                                     &use, error);
  if (figures->uses == NULL)
    return FALSE;
  figures->pays = sheaf_pay_list_by (figures->book, figures->everyone, figures->from, figures->to,
                                     &labour, error);
  return figures->pays != NULL;
}

SheafYearFigures *
sheaf_year_figures_load (SheafBook      *book,
                         int             year,
                         const SheafLaw *law,
                         GError        **error)
{
  SheafYearFigures *kept;
  g_autoptr (SheafYearFigures) figures = NULL;

  g_return_val_if_fail (book != NULL && law != NULL, NULL);
  kept = sheaf_book_attached (book, KEPT);
  if (kept != NULL && kept->year == year && g_strcmp0 (kept->law, law->text) == 0)
    return g_rc_box_acquire (kept);
  figures = g_rc_box_new0 (SheafYearFigures);
  figures->book = book;
  figures->year = year;
  figures->law = g_strdup (law->text);
  figures->from = sheaf_book_year_start (book, year);
  figures->to = sheaf_book_year_end (book, year);
  figures->capitals = g_ptr_array_new_with_free_func (free_capital);
  figures->highest_capital = -1;
  if (!read_ledger (figures, error) || !read_members (figures, law, error))
    return NULL;
  if (!sheaf_store_can_write (sheaf_book_store (book)))
    sheaf_book_attach (book, KEPT, g_rc_box_acquire (figures),
                       (GDestroyNotify) sheaf_year_figures_unref);
  return g_steal_pointer (&figures);
}

const GArray *
sheaf_year_figures_capital (SheafYearFigures        *figures,
                            SheafDate                last,
                            const SheafCapitalBasis *basis,
                            GError                 **error)
{
  Capital *capital;
  GArray  *weights;

  for (guint i = 0; i < figures->capitals->len; i++)
    {
      capital = figures->capitals->pdata[i];
      if (sheaf_date_cmp (capital->last, last) == 0 &&
          capital->basis.year_end == basis->year_end &&
          capital->basis.commit_months == basis->commit_months)
        return capital->weights;
    }
  weights = sheaf_capital_weights_by (figures->book, figures->everyone, figures->from, last, basis,
                                      error);
  if (weights == NULL)
    return NULL;
  capital = g_new (Capital, 1);
  *capital = (Capital){ last, *basis, weights };
  g_ptr_array_add (figures->capitals, capital);
  return weights;
}

static gboolean
is_under (const SheafChart   *chart,
          const char         *code,
          const SheafAccount *group)
{
  const SheafAccount *account = sheaf_chart_by_code (chart, code);

  return account != NULL && sheaf_chart_is_under (chart, account, group);
}

static gboolean
find_highest_capital (SheafYearFigures *figures,
                      const SheafChart *chart,
                      GError          **error)
{
  const SheafAccount *capital = sheaf_chart_by_role (chart, "member-capital", error);
  SheafJournalFilter  filter = { .from = SHEAF_DATE_NONE, .to = figures->to };
  g_autoptr (SheafJournal) journal = NULL;
  g_autoptr (GError) local = NULL;
  SheafJournalRow row;
  SheafDate       day = SHEAF_DATE_NONE;
  gint64          balance = 0, highest = 0;

  filter.account_id = capital != NULL ? capital->id : 0;
  journal = capital != NULL ? sheaf_journal_open (figures->book, &filter, error) : NULL;
  while (journal != NULL && sheaf_journal_next (journal, &row, &local))
    {
      if (sheaf_date_cmp (day, row.date) != 0)
        highest = MAX (highest, balance);
      day = row.date;
      balance += is_under (chart, row.credit, capital) ? row.amount.units : 0;
      balance -= is_under (chart, row.debit, capital) ? row.amount.units : 0;
    }
  highest = MAX (highest, balance);
  if (local == NULL && journal != NULL)
    figures->highest_capital = highest;
  if (local == NULL)
    return journal != NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
sheaf_year_figures_highest_capital (SheafYearFigures *figures,
                                    gint64           *ret_highest,
                                    GError          **error)
{
  const SheafChart *chart = sheaf_chart_get (figures->book, error);

  if (chart == NULL ||
      (figures->highest_capital < 0 && !find_highest_capital (figures, chart, error)))
    return FALSE;
  *ret_highest = figures->highest_capital;
  return TRUE;
}
