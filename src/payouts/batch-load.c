/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payment lists as they were made, with what became of each payment. */
#include "base/i18n.h"
#include "ledger/party.h"
#include "ledger/voucher.h"
#include "payouts/batch-sql.h"
#include "payouts/batch.h"
#include "payouts/error.h"
#include "store/query.h"

static void
line_free (gpointer data)
{
  SheafPayoutLine *line = data;

  g_free (line->code);
  g_free (line->name);
  g_free (line->bank_bin);
  g_free (line->bank_account);
  g_free (line->voucher_number);
  g_free (line);
}

void
sheaf_payout_batch_free (SheafPayoutBatch *batch)
{
  if (batch == NULL)
    return;
  g_ptr_array_unref (batch->lines);
  g_free (batch);
}

static gboolean
load_lines (SheafBook        *book,
            SheafPayoutBatch *batch,
            GError          **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), BATCH_LINES, SHEAF_ARGS (SHEAF_INT (batch->id)),
                           error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &local))
    {
      SheafPayoutLine *line = g_new0 (SheafPayoutLine, 1);

      line->party_id = sheaf_query_int (query, 0);
      line->gross = sheaf_query_money (query, 1);
      line->voucher_id = sheaf_query_int (query, 2);
      line->year = (int) sheaf_query_int (query, 3);
      line->net = sheaf_query_money (query, 4);
      line->id = sheaf_query_int (query, 5);
      g_ptr_array_add (batch->lines, line);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
fill_line (SheafBook       *book,
           SheafPayoutLine *line,
           GError         **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (book, line->party_id, error);
  g_autoptr (SheafVoucher) voucher = NULL;

  if (party == NULL)
    return FALSE;
  voucher = sheaf_voucher_load (book, line->voucher_id, error);
  if (voucher == NULL)
    return FALSE;
  line->code = g_strdup (party->code);
  line->name = g_strdup (party->name);
  line->bank_bin = g_strdup (party->bank_bin);
  line->bank_account = g_strdup (party->bank_account);
  line->voucher_number = g_strdup (voucher->number);
  line->paid = sheaf_voucher_reversed_by (book, line->voucher_id) == 0;
  return TRUE;
}

SheafPayoutBatch *
sheaf_payout_load (SheafBook *book,
                   gint64     id,
                   GError   **error)
{
  g_autoptr (SheafPayoutBatch) batch = g_new0 (SheafPayoutBatch, 1);
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  batch->id = id;
  batch->lines = g_ptr_array_new_with_free_func (line_free);
  query = sheaf_query_new (sheaf_book_store (book), BATCH_LOAD, SHEAF_ARGS (SHEAF_INT (id)), error);
  if (query == NULL)
    return NULL;
  if (!sheaf_query_next (query, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_FOUND,
                     _ ("there is no such payment list: see the lists of the year"));
      return NULL;
    }
  batch->year = (int) sheaf_query_int (query, 0);
  batch->method = (SheafPayoutMethod) sheaf_query_int (query, 1);
  batch->date = sheaf_query_date (query, 2);
  batch->minimum = sheaf_query_money (query, 3);
  g_clear_pointer (&query, sheaf_query_free);
  if (!load_lines (book, batch, error))
    return NULL;
  for (guint i = 0; i < batch->lines->len; i++)
    if (!fill_line (book, batch->lines->pdata[i], error))
      return NULL;
  return g_steal_pointer (&batch);
}

GArray *
sheaf_payout_list (SheafBook *book,
                   int        year,
                   GError   **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), BATCH_OF_YEAR, SHEAF_ARGS (SHEAF_INT (year)),
                           error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &local))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  if (local == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

SheafMoney
sheaf_payout_batch_total (const SheafPayoutBatch *batch)
{
  SheafMoney total = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];

      if (line->paid)
        total = sheaf_money_add (total, line->net);
    }
  return total;
}
