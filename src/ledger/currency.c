/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances in foreign money: kept by months, exact on any day. */
#include "ledger/currency.h"

#include "book/setting.h"
#include "ledger/currency-private.h"
#include "ledger/currency-sql.h"
#include "store/query.h"

char *
sheaf_currency_home (SheafBook *book)
{
  return sheaf_setting_find (book, "currency");
}

gboolean
sheaf_currency_counts_units (const SheafChart   *chart,
                             const SheafAccount *account)
{
  const SheafAccount *holder = sheaf_chart_by_role (chart, "foreign-units", NULL);

  return holder != NULL && account != NULL && sheaf_chart_is_under (chart, account, holder);
}

/* A chart without an account for finance alone keeps these with other income and expense. */
static const SheafAccount *
account_of (const SheafChart *chart,
            const char       *role,
            const char       *otherwise,
            GError          **error)
{
  gboolean own = sheaf_chart_by_role (chart, role, NULL) != NULL;

  return sheaf_chart_posting_account (chart, own ? role : otherwise, error);
}

const SheafAccount *
sheaf_currency_gain_account (const SheafChart *chart,
                             GError          **error)
{
  return account_of (chart, "finance-income", "other-income", error);
}

const SheafAccount *
sheaf_currency_loss_account (const SheafChart *chart,
                             GError          **error)
{
  return account_of (chart, "finance-expense", "other-expense", error);
}

gboolean
sheaf_currency_book_rate (SheafBook           *book,
                          gint64               account_id,
                          gint64               party_id,
                          gint64               item_id,
                          const char          *currency,
                          SheafDate            on,
                          SheafForeignBalance *ret_balance,
                          GError             **error)
{
  SheafForeignBalance balance = { .account_id = account_id,
                                  .party_id = party_id,
                                  .item_id = item_id };
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), CURRENCY_BALANCE,
      SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (party_id), SHEAF_INT (item_id),
                  SHEAF_TEXT (currency), SHEAF_INT (sheaf_date_year_month (on)), SHEAF_DAY (on),
                  SHEAF_DAY (sheaf_date_month_end (on))),
      error);

  if (query == NULL)
    return FALSE;
  (void) g_strlcpy (balance.currency, currency, sizeof balance.currency);
  if (sheaf_query_next (query, NULL))
    {
      balance.units = sheaf_query_int (query, 0);
      balance.value = sheaf_query_money (query, 1);
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  *ret_balance = balance;
  return TRUE;
}

SheafMoney
sheaf_foreign_balance_part (const SheafForeignBalance *balance,
                            gint64                     units)
{
  gint64 held = ABS (balance->units);

  units = ABS (units);
  g_return_val_if_fail (units <= held, balance->value);
  if (units == held) /* also where nothing is held: what is left of the value goes with it */
    return balance->value;
  return sheaf_money_mul_div (balance->value, units, held, SHEAF_ROUND_HALF_UP);
}

GArray *
sheaf_currency_balances (SheafBook *book,
                         SheafDate  on,
                         GError   **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafForeignBalance));
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), CURRENCY_BALANCES,
      SHEAF_ARGS (SHEAF_INT (sheaf_date_year_month (on)), SHEAF_DAY (on),
                  SHEAF_DAY (sheaf_date_month_end (on))),
      error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafForeignBalance balance = { .account_id = sheaf_query_int (query, 0),
                                      .party_id = sheaf_query_int (query, 1),
                                      .item_id = sheaf_query_int (query, 2),
                                      .units = sheaf_query_int (query, 4),
                                      .value = sheaf_query_money (query, 5) };

      (void) g_strlcpy (balance.currency, sheaf_query_text (query, 3), sizeof balance.currency);
      g_array_append_val (balances, balance);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&balances) : NULL;
}

gboolean
sheaf_foreign_balance_is_monetary (const SheafChart          *chart,
                                   const SheafForeignBalance *balance)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, balance->account_id);

  if (account == NULL || account->currency == SHEAF_ACCOUNT_CURRENCY_HOME)
    return FALSE;
  if (account->money)
    return TRUE;
  if (account->type == SHEAF_ACCOUNT_ASSET)
    return balance->units >= 0;
  return account->type == SHEAF_ACCOUNT_LIABILITY && balance->units <= 0;
}

void
sheaf_foreign_balance_add (SheafForeignBalance   *balance,
                           const SheafVoucherRow *row)
{
  if (row->debit_id == balance->account_id && row->debit_party_id == balance->party_id &&
      row->debit_item_id == balance->item_id &&
      g_strcmp0 (row->debit_currency, balance->currency) == 0)
    {
      balance->units += row->debit_foreign;
      balance->value = sheaf_money_add (balance->value, row->amount);
    }
  if (row->credit_id == balance->account_id && row->credit_party_id == balance->party_id &&
      row->credit_item_id == balance->item_id &&
      g_strcmp0 (row->credit_currency, balance->currency) == 0)
    {
      balance->units -= row->credit_foreign;
      balance->value = sheaf_money_sub (balance->value, row->amount);
    }
}
