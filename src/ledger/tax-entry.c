/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income tax on the books. */
#include "ledger/tax-entry.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/tax-entry-sql.h"
#include "ledger/tax-rules.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"
#include "store/query.h"

void
sheaf_tax_entry_free (SheafTaxEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->number);
  g_free (entry);
}

GPtrArray *
sheaf_tax_entry_list (SheafBook *book,
                      int        year,
                      GError   **error)
{
  g_autoptr (GPtrArray)
      entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_tax_entry_free);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), TAX_ENTRY_LIST,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafTaxEntry *entry = g_new0 (SheafTaxEntry, 1);

      entry->quarter = (guint) sheaf_query_int (query, 0);
      entry->amount = sheaf_query_money (query, 1);
      entry->voucher_id = sheaf_query_int (query, 2);
      entry->number = g_strdup (sheaf_query_text (query, 3));
      entry->date = sheaf_query_date (query, 4);
      g_ptr_array_add (entries, entry);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&entries) : NULL;
}

SheafDate
sheaf_tax_quarter_end (const SheafBook *book,
                       int              year,
                       guint            quarter)
{
  SheafDate day = sheaf_book_year_start (book, year);

  for (guint month = 1; month < 3 * quarter; month++)
    day = sheaf_date_add_days (sheaf_date_month_end (day), 1);
  return sheaf_date_month_end (day);
}

/* A quarter is entered once, and none after the year was settled. */
static gboolean
check_once (SheafBook *book,
            int        year,
            guint      quarter,
            GError   **error)
{
  g_autoptr (GPtrArray) entries = sheaf_tax_entry_list (book, year, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SheafTaxEntry *entry = entries->pdata[i];

      if (entry->quarter == SHEAF_TAX_FINAL)
        g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                     _ ("the income tax of %d was settled by voucher %s: reverse it to enter "
                        "another"),
                     year, entry->number);
      else if (entry->quarter == quarter)
        g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                     _ ("the income tax of quarter %u of %d was entered by voucher %s: reverse it "
                        "to enter another"),
                     quarter, year, entry->number);
      else
        continue;
      return FALSE;
    }
  return entries != NULL;
}

static gboolean
check_days (SheafBook *book,
            int        year,
            SheafDate  date,
            GError   **error)
{
  gboolean closed;

  if (!sheaf_closing_is_closed (book, year, &closed, error))
    return FALSE;
  if (closed)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_YEAR_CLOSED,
                 _ ("the year %d is closed: reopen it, enter the income tax and close it again"),
                 year);
  else if (sheaf_date_cmp (date, sheaf_book_year_start (book, year)) < 0 ||
           sheaf_date_cmp (date, sheaf_book_year_end (book, year)) > 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                 _ ("income tax of %d belongs to that year’s result: take a day of %d"), year,
                 year);
  else
    return TRUE;
  return FALSE;
}

static SheafVoucher *
make_voucher (SheafBook           *book,
              const SheafTaxRules *rules,
              guint                quarter,
              SheafMoney           amount,
              SheafDate            date,
              GError             **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *expense =
      chart != NULL ? sheaf_chart_posting_account (chart, "income-tax", error) : NULL;
  const SheafAccount *owed =
      expense != NULL ? sheaf_chart_posting_account (chart, "income-tax-payable", error) : NULL;
  gboolean         more = amount.units > 0;
  g_autofree char *text = NULL;
  SheafVoucher    *voucher;

  if (owed == NULL)
    return NULL;
  text = sheaf_tax_rules_text (rules,
                               quarter != SHEAF_TAX_FINAL ? "provisional"
                               : more                     ? "final-more"
                                                          : "final-less",
                               (int) quarter);
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, date, text);
  sheaf_voucher_add_row (voucher, more ? expense->id : owed->id, more ? owed->id : expense->id,
                         more ? amount : sheaf_money_neg (amount));
  return voucher;
}

gboolean
sheaf_tax_entry_post (SheafBook *book,
                      int        year,
                      guint      quarter,
                      SheafMoney amount,
                      SheafDate  date,
                      gint64    *ret_voucher_id,
                      GError   **error)
{
  g_autoptr (SheafTaxRules) rules = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (SheafAct) act = NULL;
  g_autofree char *summary = g_strdup_printf ("%d/%u", year, quarter);
  gint64           id;

  g_return_val_if_fail (quarter <= 4, FALSE);

  if (!check_days (book, year, date, error) || !check_once (book, year, quarter, error))
    return FALSE;
  if (amount.units == 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                   _ ("no income tax of %d is left to enter: nothing was posted"), year);
      return FALSE;
    }
  rules = sheaf_tax_rules_load (book, year, error);
  voucher = rules != NULL ? make_voucher (book, rules, quarter, amount, date, error) : NULL;
  act = voucher != NULL ? sheaf_act_begin (book, "tax-entry", summary, error) : NULL;
  if (act == NULL || !sheaf_voucher_post (book, voucher, &id, error) ||
      !sheaf_store_run (sheaf_book_store (book), TAX_ENTRY_INSERT,
                        SHEAF_ARGS (SHEAF_INT (year), SHEAF_INT (quarter), SHEAF_UNITS (amount),
                                    SHEAF_INT (id), SHEAF_INT (sheaf_act_id (act))),
                        error) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}

/* Does the account lie under the one of the role? */
static gboolean
has_role (const SheafChart *chart,
          gint64            account_id,
          const char       *role)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);
  const SheafAccount *top = sheaf_chart_by_role (chart, role, NULL);

  return account != NULL && top != NULL && sheaf_chart_is_under (chart, account, top);
}

static gboolean
is_profit (const SheafChart *chart,
           gint64            account_id)
{
  return has_role (chart, account_id, "profit-external") ||
         has_role (chart, account_id, "profit-internal");
}

gboolean
sheaf_tax_set_aside (SheafBook  *book,
                     int         year,
                     SheafDate   until,
                     SheafMoney *ret_amount,
                     GError    **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *plan = g_strdup_printf ("%04d", year);
  g_autoptr (SheafQuery) query = NULL;
  SheafMoney sum = SHEAF_MONEY_ZERO;

  if (chart == NULL)
    return FALSE;
  query = sheaf_query_new (sheaf_book_store (book), TAX_PLAN_ROWS,
                           SHEAF_ARGS (SHEAF_TEXT (plan), SHEAF_DAY (until)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64     debit = sheaf_query_int (query, 0), credit = sheaf_query_int (query, 1);
      SheafMoney amount = sheaf_query_money (query, 2);

      if (is_profit (chart, debit) && has_role (chart, credit, "common-fund"))
        sum = sheaf_money_add (sum, amount);
      else if (has_role (chart, debit, "common-fund") && is_profit (chart, credit))
        sum = sheaf_money_sub (sum, amount);
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  *ret_amount = sum;
  return TRUE;
}

gboolean
sheaf_tax_paid (SheafBook  *book,
                int         year,
                SheafDate   until,
                SheafMoney *ret_paid,
                GError    **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafTotals) totals = NULL;
  SheafMoney owed = SHEAF_MONEY_ZERO, paid = SHEAF_MONEY_ZERO;

  totals = chart != NULL ? sheaf_totals_load_pairs (book, sheaf_book_year_start (book, year), until,
                                                    error)
                         : NULL;
  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);
      gboolean              on_debit = has_role (chart, pair->debit_id, "income-tax-payable");
      gboolean              on_credit = has_role (chart, pair->credit_id, "income-tax-payable");

      if (on_credit)
        owed = sheaf_money_add (owed, pair->before);
      if (on_debit)
        owed = sheaf_money_sub (owed, pair->before);
      if (on_debit && credit != NULL && credit->money)
        paid = sheaf_money_add (paid, pair->period);
      if (on_credit && debit != NULL && debit->money)
        paid = sheaf_money_sub (paid, pair->period); /* paid back */
    }
  paid = sheaf_money_sub (paid, owed);
  *ret_paid = paid.units > 0 ? paid : SHEAF_MONEY_ZERO;
  return TRUE;
}
