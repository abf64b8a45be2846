/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once for each paper of a voucher. */
#include "documents/voucher-facts.h"

#include "base/currency.h"
#include "ledger/currency.h"

#include <string.h>

void
sheaf_voucher_facts_free (SheafVoucherFacts *facts)
{
  if (facts == NULL)
    return;
  sheaf_voucher_free (facts->voucher);
  sheaf_party_free (facts->party);
  g_free (facts->debit);
  g_free (facts->credit);
  g_free (facts->papers);
  g_free (facts);
}

/* The accounts of a side in the order of the rows, each once with its sum. */
static char *
list_accounts (const SheafVoucherFacts *facts,
               gboolean                 debit)
{
  g_autofree char *currency = sheaf_currency_home (facts->book);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *rows = facts->voucher->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const SheafVoucherRow *row = rows->pdata[i];
      const SheafAccount    *account = sheaf_chart_by_id (facts->chart, debit ? row->debit_id
                                                                              : row->credit_id);
      SheafMoney             sum = SHEAF_MONEY_ZERO;
      g_autofree char       *amount = NULL;

      if (account == NULL || account->hidden || !g_hash_table_add (seen, (gpointer) account))
        continue;
      for (guint k = i; k < rows->len; k++)
        {
          const SheafVoucherRow *other = rows->pdata[k];

          if ((debit ? other->debit_id : other->credit_id) == account->id)
            sum = sheaf_money_add (sum, other->amount);
        }
      amount = sheaf_currency_format (sum.units, currency, "vi");
      g_ptr_array_add (parts, g_strdup_printf ("%s (%s)", account->code, amount));
    }
  if (parts->len == 1)
    *strstr (parts->pdata[0], " (") = '\0';
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
list_papers (const SheafVoucher *voucher)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->document != NULL && *row->document != '\0' &&
          !g_ptr_array_find_with_equal_func (numbers, row->document, g_str_equal, NULL))
        g_ptr_array_add (numbers, row->document);
    }
  g_ptr_array_add (numbers, NULL);
  return g_strjoinv (", ", (char **) numbers->pdata);
}

/* The first party that a row names. */
static gint64
find_party (const SheafVoucher *voucher)
{
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->debit_party_id != 0 || row->credit_party_id != 0)
        return row->debit_party_id != 0 ? row->debit_party_id : row->credit_party_id;
    }
  return 0;
}

SheafVoucherFacts *
sheaf_voucher_facts_load (SheafBook *book,
                          gint64     id,
                          GError   **error)
{
  g_autoptr (SheafVoucherFacts) facts = g_new0 (SheafVoucherFacts, 1);
  gint64 party;

  facts->book = book;
  facts->chart = sheaf_chart_get (book, error);
  facts->voucher = facts->chart == NULL ? NULL : sheaf_voucher_load (book, id, error);
  if (facts->voucher == NULL)
    return NULL;
  party = find_party (facts->voucher);
  if (party != 0 && (facts->party = sheaf_party_load (book, party, error)) == NULL)
    return NULL;
  facts->total = sheaf_voucher_total (facts->chart, facts->voucher);
  facts->debit = list_accounts (facts, TRUE);
  facts->credit = list_accounts (facts, FALSE);
  facts->papers = list_papers (facts->voucher);
  return g_steal_pointer (&facts);
}

SheafMoney
sheaf_voucher_facts_sum (const SheafVoucherFacts *facts,
                         SheafAccountBook         account_book,
                         gboolean                 debit)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < facts->voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = facts->voucher->rows->pdata[i];
      const SheafAccount    *account = sheaf_chart_by_id (facts->chart, debit ? row->debit_id
                                                                              : row->credit_id);

      if (account != NULL && account->book == account_book)
        sum = sheaf_money_add (sum, row->amount);
    }
  return sum;
}
