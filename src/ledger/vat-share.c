/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared input VAT of a period. */
#include "ledger/vat-share-private.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/tax-mark.h"
#include "ledger/vat-private.h"
#include "ledger/vat-share-sql.h"
#include "store/query.h"

static void
free_row (gpointer data)
{
  SheafVatShareRow *row = data;

  g_free (row->number);
  g_free (row->description);
  g_free (row);
}

void
sheaf_vat_share_free (SheafVatShare *share)
{
  if (share == NULL)
    return;
  g_ptr_array_unref (share->rows);
  g_array_unref (share->lines);
  g_free (share);
}

void
sheaf_vat_share_days (const SheafBook *book,
                      int              year,
                      guint            period,
                      SheafDate       *ret_from,
                      SheafDate       *ret_to)
{
  guint     months = period == SHEAF_VAT_SHARE_YEAR ? 12 : period > 12 ? 3
                                                                       : 1;
  guint     before = period == SHEAF_VAT_SHARE_YEAR ? 0
                     : period > 12                  ? 3 * (period - 13)
                                                    : period - 1;
  SheafDate day = sheaf_book_year_start (book, year);

  for (guint i = 0; i < before; i++)
    day = sheaf_date_add_days (sheaf_date_month_end (day), 1);
  *ret_from = day;
  for (guint i = 1; i < months; i++)
    day = sheaf_date_add_days (sheaf_date_month_end (day), 1);
  *ret_to = sheaf_date_month_end (day);
}

gboolean
sheaf_vat_share_period (const SheafBook *book,
                        SheafDate        from,
                        SheafDate        to,
                        guint           *ret_period,
                        GError         **error)
{
  for (guint period = SHEAF_VAT_SHARE_YEAR; period <= SHEAF_VAT_SHARE_QUARTER (4); period++)
    {
      SheafDate first, last;

      sheaf_vat_share_days (book, sheaf_date_year (from), period, &first, &last);
      if (sheaf_date_cmp (first, from) != 0 || sheaf_date_cmp (last, to) != 0)
        continue;
      *ret_period = period;
      return TRUE;
    }
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
               _ ("shared input tax is worked out by months, quarters and years: take the days of "
                  "one"));
  return FALSE;
}

typedef struct
{
  SheafBook        *book;
  SheafVatShare    *share;
  const SheafChart *chart;
  char            **shared;  /* codes of costs whose input VAT is shared; NULL: by scope */
  gint64            cost_id; /* for all of it by answer; 0: each row's own */
} Run;

gboolean
sheaf_vat_share_is_cost (const SheafAccount *account)
{
  return account->type == SHEAF_ACCOUNT_EXPENSE || account->book == SHEAF_ACCOUNT_BOOK_STOCK ||
         (account->type == SHEAF_ACCOUNT_ASSET && !account->money &&
          account->needs == SHEAF_NEEDS_NOTHING);
}

/* What was bought: the largest debit of the voucher on an account of cost, stock or assets. */
static gboolean
find_cost (Run     *run,
           gint64   voucher_id,
           gint64  *ret_id,
           GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (run->book), VAT_SHARE_DEBITS,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);
  int sign;

  *ret_id = 0;
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      const SheafAccount *account = sheaf_chart_by_id (run->chart, sheaf_query_int (query, 0));

      if (*ret_id == 0 && account != NULL && sheaf_vat_share_is_cost (account) &&
          sheaf_tax_mark_account (run->chart, SHEAF_TAX_MARK_VAT_SHARED, account->id, 0, &sign) ==
              0)
        *ret_id = account->id;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
is_shared (const Run *run,
           gint64     cost_id)
{
  const SheafAccount *account = sheaf_chart_by_id (run->chart, cost_id);

  if (account == NULL)
    return FALSE;
  return run->shared != NULL ? sheaf_vat_share_named (run->chart, run->shared, account)
                             : account->scope == SHEAF_ACCOUNT_SCOPE_SHARED;
}

static SheafVatShareLine *
line_of (SheafVatShare *share,
         gint64         vat_id,
         gint64         cost_id)
{
  SheafVatShareLine line = { .vat_id = vat_id, .cost_id = cost_id };

  for (guint i = 0; i < share->lines->len; i++)
    {
      SheafVatShareLine *found = &g_array_index (share->lines, SheafVatShareLine, i);

      if (found->vat_id == vat_id && found->cost_id == cost_id)
        return found;
    }
  g_array_append_val (share->lines, line);
  return &g_array_index (share->lines, SheafVatShareLine, share->lines->len - 1);
}

static void
add_row (Run              *run,
         const SheafQuery *query,
         gint64            vat_id,
         gint64            cost_id,
         gboolean          marked)
{
  SheafVatShareRow  *row = g_new0 (SheafVatShareRow, 1);
  SheafVatShareLine *line;

  row->row_id = sheaf_query_int (query, 0);
  row->voucher_id = sheaf_query_int (query, 1);
  row->kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  row->number = g_strdup (sheaf_query_text (query, 3));
  row->date = sheaf_query_date (query, 4);
  row->description = g_strdup (sheaf_query_text (query, 5));
  row->amount = sheaf_query_money (query, 6);
  row->vat_id = vat_id;
  row->cost_id = cost_id;
  row->marked = marked;
  g_ptr_array_add (run->share->rows, row);
  line = line_of (run->share, vat_id, cost_id);
  line->shared = sheaf_money_add (line->shared, row->amount);
  run->share->shared = sheaf_money_add (run->share->shared, row->amount);
}

/* Where nothing says what was bought, the part goes to the expense that both sides share. */
static gint64
target_of (const Run *run,
           gint64     cost_id)
{
  const SheafAccount *account =
      cost_id == 0 ? sheaf_chart_posting_account (run->chart, "shared-expense", NULL) : NULL;

  if (run->cost_id != 0)
    return run->cost_id;
  return account != NULL ? account->id : cost_id;
}

static gboolean
add_account (const SheafAccount *account,
             gpointer            data,
             GError            **error)
{
  Run *run = data;
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (run->book), VAT_SHARE_ROWS,
                       SHEAF_ARGS (SHEAF_INT (account->id), SHEAF_DAY (run->share->from),
                                   SHEAF_DAY (run->share->to)),
                       error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafTaxMarkKind mark = (SheafTaxMarkKind) sheaf_query_int (query, 8);
      gint64           cost_id;

      if (!find_cost (run, sheaf_query_int (query, 7), &cost_id, error))
        return FALSE;
      if (mark == SHEAF_TAX_MARK_VAT_SHARED ||
          (mark != SHEAF_TAX_MARK_VAT_OWN && is_shared (run, cost_id)))
        add_row (run, query, account->id, target_of (run, cost_id),
                 mark == SHEAF_TAX_MARK_VAT_SHARED);
    }
  return sheaf_query_finish (query, error);
}

/* The parts of the lines add up to the whole: each takes what its running sum adds. */
static void
divide (SheafVatShare *share)
{
  SheafMoney sum = SHEAF_MONEY_ZERO, given = SHEAF_MONEY_ZERO;

  share->deductible = sheaf_money_mul_div (share->shared, share->taxable.units, share->total.units,
                                           SHEAF_ROUND_HALF_UP);
  share->not_deductible = sheaf_money_sub (share->shared, share->deductible);
  for (guint i = 0; i < share->lines->len; i++)
    {
      SheafVatShareLine *line = &g_array_index (share->lines, SheafVatShareLine, i);
      SheafMoney         due;

      sum = sheaf_money_add (sum, line->shared);
      due = sheaf_money_sub (sum, sheaf_money_mul_div (sum, share->taxable.units,
                                                       share->total.units, SHEAF_ROUND_HALF_UP));
      line->not_deductible = sheaf_money_sub (due, given);
      given = due;
    }
}

static gboolean
overlaps (guint a,
          guint b)
{
  guint quarter_a = a > 12 ? a - 12 : (a + 2) / 3;
  guint quarter_b = b > 12 ? b - 12 : (b + 2) / 3;

  if (a == SHEAF_VAT_SHARE_YEAR || b == SHEAF_VAT_SHARE_YEAR)
    return TRUE;
  return a <= 12 && b <= 12 ? a == b : quarter_a == quarter_b;
}

static gboolean
is_vat (const Run *run,
        gint64     account_id)
{
  int sign;

  return sheaf_tax_mark_account (run->chart, SHEAF_TAX_MARK_VAT_SHARED, account_id, 0, &sign) != 0;
}

static gboolean
add_entry (Run     *run,
           gint64   voucher_id,
           GError **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (run->book), VAT_SHARE_ENTRY_ROWS,
                       SHEAF_ARGS (SHEAF_INT (voucher_id)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64             debit = sheaf_query_int (query, 0), credit = sheaf_query_int (query, 1);
      SheafMoney         amount = sheaf_query_money (query, 2);
      gboolean           back = is_vat (run, debit);
      SheafVatShareLine *line;

      line = line_of (run->share, back ? debit : credit, back ? credit : debit);
      amount = back ? sheaf_money_neg (amount) : amount;
      line->entered = sheaf_money_add (line->entered, amount);
      run->share->entered = sheaf_money_add (run->share->entered, amount);
    }
  return sheaf_query_finish (query, error);
}

/* What vouchers entered before for the period or parts of it. */
static gboolean
add_entries (Run     *run,
             GError **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (run->book), VAT_SHARE_ENTRIES,
                       SHEAF_ARGS (SHEAF_INT (run->share->year)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      guint period = (guint) sheaf_query_int (query, 0);

      if ((run->share->period == SHEAF_VAT_SHARE_YEAR ||
           (period != SHEAF_VAT_SHARE_YEAR && overlaps (period, run->share->period))) &&
          !add_entry (run, sheaf_query_int (query, 2), error))
        return FALSE;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
fill (Run     *run,
      GError **error)
{
  g_auto (GStrv) cost = sheaf_vat_share_codes (run->book, run->share->year, "vat-cost-account");
  const SheafAccount *account = cost != NULL ? sheaf_chart_by_code (run->chart, cost[0]) : NULL;

  run->cost_id = account != NULL ? account->id : 0;
  if (!sheaf_vat_accounts_walk (run->book, "vat-input", add_account, run, error) ||
      !sheaf_vat_accounts_walk (run->book, "vat-input-assets", add_account, run, error) ||
      !sheaf_vat_share_revenue (run->book, run->share, error))
    return FALSE;
  divide (run->share);
  if (!add_entries (run, error))
    return FALSE;
  run->share->difference = sheaf_money_sub (run->share->not_deductible, run->share->entered);
  return TRUE;
}

SheafVatShare *
sheaf_vat_share_compute (SheafBook *book,
                         int        year,
                         guint      period,
                         GError   **error)
{
  g_autoptr (SheafVatShare) share = g_new0 (SheafVatShare, 1);
  g_auto (GStrv) shared = sheaf_vat_share_codes (book, year, "vat-shared-accounts");
  Run run = { book, share, sheaf_chart_get (book, error), shared, 0 };

  g_return_val_if_fail (period <= SHEAF_VAT_SHARE_QUARTER (4), NULL);

  share->year = year;
  share->period = period;
  share->rows = g_ptr_array_new_with_free_func (free_row);
  share->lines = g_array_new (FALSE, TRUE, sizeof (SheafVatShareLine));
  sheaf_vat_share_days (book, year, period, &share->from, &share->to);
  return run.chart != NULL && fill (&run, error) ? g_steal_pointer (&share) : NULL;
}
