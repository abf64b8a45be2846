/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments in cash that the law asks proof for. */
#include "ledger/tax-mark-sql.h"
#include "ledger/tax-mark.h"
#include "store/query.h"

void
sheaf_tax_cash_row_free (SheafTaxCashRow *row)
{
  if (row == NULL)
    return;
  g_free (row->number);
  g_free (row->description);
  g_free (row);
}

/* Lies the account under one of those that the data name? */
static gboolean
is_named (const SheafChart *chart,
          char            **codes,
          gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && account != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  SheafBook           *book;
  const SheafTaxRules *rules;
  const SheafChart    *chart;
  char               **codes;
  GPtrArray           *rows;
} List;

static gboolean
add_account (List    *list,
             gint64   account_id,
             GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (list->book), TAX_CASH_ROWS,
      SHEAF_ARGS (SHEAF_INT (account_id),
                  SHEAF_DAY (sheaf_book_year_start (list->book, list->rules->year)),
                  SHEAF_DAY (sheaf_book_year_end (list->book, list->rules->year))),
      error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafTaxCashRow *row;

      if (!is_named (list->chart, list->codes, sheaf_query_int (query, 6)))
        continue;
      row = g_new0 (SheafTaxCashRow, 1);
      row->row_id = sheaf_query_int (query, 0);
      row->voucher_id = sheaf_query_int (query, 1);
      row->kind = (SheafVoucherKind) sheaf_query_int (query, 2);
      row->number = g_strdup (sheaf_query_text (query, 3));
      row->date = sheaf_query_date (query, 4);
      row->description = g_strdup (sheaf_query_text (query, 5));
      row->account_id = sheaf_query_int (query, 6);
      row->party_id = sheaf_query_int (query, 7);
      row->amount = sheaf_query_money (query, 8);
      g_ptr_array_add (list->rows, row);
    }
  return sheaf_query_finish (query, error);
}

/* "DAY PARTY" or "VOUCHER": what counts together. */
static char *
group_of (const SheafTaxCashRow *row)
{
  if (row->party_id != 0)
    return g_strdup_printf ("%d %" G_GINT64_FORMAT, row->date.days, row->party_id);
  return g_strdup_printf ("%" G_GINT64_FORMAT, row->voucher_id);
}

/* Sums what counts together, and keeps what reaches the threshold. */
static GPtrArray *
keep_large (const List *list)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_tax_cash_row_free);

  for (guint i = 0; i < list->rows->len; i++)
    {
      const SheafTaxCashRow *row = list->rows->pdata[i];
      char                  *key = group_of (row);
      SheafMoney            *sum = g_hash_table_lookup (sums, key);

      if (sum == NULL)
        {
          sum = g_new0 (SheafMoney, 1);
          g_hash_table_insert (sums, g_strdup (key), sum);
        }
      *sum = sheaf_money_add (*sum, row->amount);
      g_free (key);
    }
  for (guint i = 0; i < list->rows->len; i++)
    {
      SheafTaxCashRow *row = list->rows->pdata[i];
      g_autofree char *key = group_of (row);

      row->together = *(SheafMoney *) g_hash_table_lookup (sums, key);
      if (row->together.units >= list->rules->non_cash.number)
        g_ptr_array_add (kept, g_steal_pointer (&list->rows->pdata[i]));
    }
  return kept;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const SheafTaxCashRow *left = *(SheafTaxCashRow *const *) a;
  const SheafTaxCashRow *right = *(SheafTaxCashRow *const *) b;
  int                    days = sheaf_date_cmp (left->date, right->date);

  return days != 0 ? days : (left->row_id > right->row_id) - (left->row_id < right->row_id);
}

GPtrArray *
sheaf_tax_cash_list (SheafBook           *book,
                     const SheafTaxRules *rules,
                     GError             **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_tax_cash_row_free);
  g_autofree char *group =
      sheaf_dated_find (rules->data, "non-cash", sheaf_book_year_end (book, rules->year));
  g_auto (GStrv) codes = group != NULL ? g_key_file_get_string_list (rules->data, group, "accounts",
                                                                     NULL, NULL)
                                       : NULL;
  List       list = { book, rules, chart, codes, rows };
  GPtrArray *kept;

  if (chart == NULL)
    return NULL;
  for (guint i = 0; rules->non_cash.known && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && account->book == SHEAF_ACCOUNT_BOOK_CASH &&
          !add_account (&list, account->id, error))
        return NULL;
    }
  kept = keep_large (&list);
  g_ptr_array_sort (kept, compare_rows);
  return kept;
}
