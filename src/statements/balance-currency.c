/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts outside the balance that count units of foreign money: a row for each currency. */
#include "statements/balance.h"

#include "ledger/account-sums.h"
#include "ledger/currency.h"

#include <string.h>

static SheafCurrencySum *
find_currency (GArray     *sums,
               const char *currency)
{
  SheafCurrencySum fresh = { 0 };

  for (guint i = 0; i < sums->len; i++)
    if (g_str_equal (g_array_index (sums, SheafCurrencySum, i).currency, currency))
      return &g_array_index (sums, SheafCurrencySum, i);
  g_strlcpy (fresh.currency, currency, sizeof fresh.currency);
  g_array_append_val (sums, fresh);
  return &g_array_index (sums, SheafCurrencySum, sums->len - 1);
}

/* The sums of an account, or of all that lie under it. */
static gboolean
sum_currencies (SheafBook          *book,
                const SheafChart   *chart,
                const SheafBalance *balance,
                const SheafAccount *group,
                GArray             *sums,
                GError            **error)
{
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      g_autoptr (GArray) own = NULL;

      if (!account->postable || !sheaf_chart_is_under (chart, account, group))
        continue;
      own = sheaf_account_currencies_load (book, account->id, balance->from, balance->to, error);
      if (own == NULL)
        return FALSE;
      for (guint k = 0; k < own->len; k++)
        {
          const SheafCurrencySum *of = &g_array_index (own, SheafCurrencySum, k);
          SheafCurrencySum       *sum = find_currency (sums, of->currency);

          sum->before += of->before;
          sum->debit += of->debit;
          sum->credit += of->credit;
        }
    }
  return TRUE;
}

static int
compare_currencies (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (((const SheafCurrencySum *) a)->currency,
                 ((const SheafCurrencySum *) b)->currency);
}

static void
append_rows (GPtrArray          *rows,
             const SheafAccount *account,
             GArray             *sums)
{
  g_array_sort (sums, compare_currencies);
  for (guint i = 0; i < sums->len; i++)
    {
      const SheafCurrencySum *sum = &g_array_index (sums, SheafCurrencySum, i);
      SheafBalanceRow        *row;

      if (sum->before == 0 && sum->debit == 0 && sum->credit == 0)
        continue;
      row = sheaf_balance_row_new (account);
      g_strlcpy (row->currency, sum->currency, sizeof row->currency);
      sheaf_balance_set_amounts (row->amounts, SHEAF_MONEY (sum->before), SHEAF_MONEY (sum->debit),
                                 SHEAF_MONEY (sum->credit));
      g_ptr_array_add (rows, row);
    }
}

gboolean
sheaf_balance_split_currencies (SheafBook    *book,
                                SheafBalance *balance,
                                GError      **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_balance_row_free);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < balance->rows->len; i++)
    {
      SheafBalanceRow    *row = balance->rows->pdata[i];
      const SheafAccount *account = sheaf_chart_by_id (chart, row->account_id);
      g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (SheafCurrencySum));

      if (!sheaf_currency_counts_units (chart, account))
        g_ptr_array_add (rows, g_steal_pointer (&balance->rows->pdata[i]));
      else if (row->is_party) /* a party's part of units is on the cards of the account */
        continue;
      else if (!sum_currencies (book, chart, balance, account, sums, error))
        return FALSE;
      else
        append_rows (rows, account, sums);
    }
  g_ptr_array_unref (balance->rows);
  balance->rows = g_steal_pointer (&rows);
  return TRUE;
}

char *
sheaf_balance_row_name (const SheafBalanceRow *row,
                        SheafFormLanguage      language)
{
  const char *name = row->names[language] != NULL ? row->names[language]
                                                  : row->names[SHEAF_FORM_VI];

  return *row->currency == '\0' ? g_strdup (name)
                                : g_strdup_printf ("%s (%s)", name, row->currency);
}
