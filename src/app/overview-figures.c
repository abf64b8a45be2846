/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures come from the statements' own lines and the kept totals, so that overview and papers
 * agree. */
#include "app/overview-figures.h"

#include "app/distribution/distribution-jobs.h"
#include "app/ledger/voucher-lines.h"
#include "distribution/inputs.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/totals.h"
#include "statements/form-book.h"
#include "statements/statement.h"

#define LAST_MAX 8

void
sheaf_overview_figures_free (SheafOverviewFigures *figures)
{
  if (figures == NULL)
    return;
  g_clear_pointer (&figures->last, g_ptr_array_unref);
  g_free (figures);
}

/* The form's own data say which of its lines an overview shows. */
static SheafMoney
find_line (const SheafStatement *statement,
           const char           *key)
{
  GKeyFile                 *words = statement->form->words;
  g_autofree char          *code = g_key_file_get_string (words, "overview", key, NULL);
  const SheafStatementLine *line = NULL;

  if (code != NULL)
    line = sheaf_statement_find_line (statement, code);
  return line != NULL ? line->current : SHEAF_MONEY_ZERO;
}

static gboolean
read_position (SheafBook            *book,
               int                   year,
               SheafOverviewFigures *figures,
               GError              **error)
{
  g_autofree char *form = sheaf_form_overview (book, error);
  g_autoptr (SheafStatement) position = NULL;

  if (form != NULL)
    position = sheaf_statement_compute (book, form, year, SHEAF_DATE_NONE, error);
  if (position == NULL)
    return FALSE;
  figures->cash = find_line (position, "cash");
  figures->receivable = find_line (position, "receivable");
  figures->payable = find_line (position, "payable");
  /* A chart that keeps one profit has its result as a line; others give it by side below. */
  figures->result[SHEAF_SIDE_EXTERNAL] = find_line (position, "result");
  return TRUE;
}

static void
add_result (const SheafVoucher   *closing,
            const SheafAccount  **profit,
            SheafOverviewFigures *figures)
{
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = g_ptr_array_index (closing->rows, i);

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          if (row->credit_id == profit[side]->id)
            figures->result[side] = sheaf_money_add (figures->result[side], row->amount);
          if (row->debit_id == profit[side]->id)
            figures->result[side] = sheaf_money_sub (figures->result[side], row->amount);
        }
    }
}

/* What closing brought to the two profits, or would bring today. */
static gboolean
read_result (SheafBook            *book,
             int                   year,
             SheafOverviewFigures *figures,
             GError              **error)
{
  const SheafAccount *profit[SHEAF_SIDES];
  SheafClosingKeys    keys;
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (SheafVoucher) closing = NULL;

  if (!sheaf_closing_is_closed (book, year, &figures->closed, error))
    return FALSE;
  if (!sheaf_book_separates (book) &&
      !sheaf_distribution_profit_accounts (book, profit, NULL))
    return TRUE;
  if (!sheaf_distribution_profit_accounts (book, profit, error))
    return FALSE;
  if (figures->closed)
    closing = sheaf_voucher_load (book, sheaf_closing_voucher (book, year), error);
  else if (sheaf_closing_keys_load (book, year, &keys, error) &&
           (totals = sheaf_totals_load (book, sheaf_book_year_start (book, year),
                                        sheaf_book_year_end (book, year), error)) != NULL)
    closing = sheaf_closing_compute (book, totals, &keys, error);
  if (closing == NULL)
    return FALSE;
  add_result (closing, profit, figures);
  return TRUE;
}

/* Adds to or takes from the month's income or cost what one side of a pair says. */
static void
add_side (const SheafAccount   *account,
          const SheafAccount   *other,
          SheafMoney            debit, /* negative: credit */
          SheafOverviewFigures *figures,
          int                   month)
{
  if (account == NULL || other == NULL || other->type == SHEAF_ACCOUNT_CLEARING)
    return;
  if (account->type == SHEAF_ACCOUNT_REVENUE || account->type == SHEAF_ACCOUNT_CONTRA_REVENUE)
    figures->income[month] = sheaf_money_sub (figures->income[month], debit);
  if (account->type == SHEAF_ACCOUNT_EXPENSE)
    figures->cost[month] = sheaf_money_add (figures->cost[month], debit);
}

static gboolean
read_month (SheafBook            *book,
            const SheafChart     *chart,
            int                   year,
            int                   month,
            SheafOverviewFigures *figures,
            GError              **error)
{
  SheafDate first = sheaf_date_new (year, month + 1, 1);
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load_pairs (book, first, sheaf_date_month_end (first), error);

  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);

      add_side (debit, credit, pair->period, figures, month);
      add_side (credit, debit, sheaf_money_neg (pair->period), figures, month);
    }
  return TRUE;
}

static gboolean
read_months (SheafBook            *book,
             int                   year,
             SheafOverviewFigures *figures,
             GError              **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (int month = 0; month < SHEAF_BAR_CHART_MONTHS; month++)
    if (!read_month (book, chart, year, month, figures, error))
      return FALSE;
  return TRUE;
}

static gboolean
count_waiting (SheafBook            *book,
               SheafOverviewFigures *figures,
               GError              **error)
{
  g_autoptr (GPtrArray) drafts = sheaf_voucher_lines_drafts (book, error);
  g_autoptr (GPtrArray) due = NULL;

  if (drafts != NULL)
    due = sheaf_voucher_lines_due (book, sheaf_book_today (book), error);
  if (due == NULL)
    return FALSE;
  figures->drafts = drafts->len;
  figures->due = due->len;
  return TRUE;
}

gpointer
sheaf_overview_figures_job (gpointer connection,
                            gpointer data,
                            GError **error)
{
  SheafBook            *book = connection;
  int                   year = *(const int *) data;
  SheafOverviewFigures *figures = g_new0 (SheafOverviewFigures, 1);

  if (read_position (book, year, figures, error) && read_result (book, year, figures, error) &&
      read_months (book, year, figures, error) &&
      sheaf_plan_state (book, year, &figures->plan_state, error) &&
      (figures->plan_state != SHEAF_PLAN_POSTED ||
       sheaf_year_plan_count_unpaid (book, year, &figures->unpaid, error)))
    figures->last = sheaf_voucher_lines_last (book, LAST_MAX, error);
  if (figures->last == NULL || !count_waiting (book, figures, error))
    {
      sheaf_overview_figures_free (figures);
      return NULL;
    }
  figures->vouchers = figures->last->len;
  return figures;
}
