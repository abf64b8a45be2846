/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payment lists as they were made, with what became of each payment. */
#include "base/i18n.h"
#include "distribution/draft.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "payouts/batch-sql.h"
#include "payouts/error.h"
#include "payouts/making.h"
#include "store/query.h"

static void
tax_free (gpointer data)
{
  SheafPayoutTax *tax = data;

  g_free (tax->name);
  g_free (tax->title);
  g_free (tax);
}

static void
set_off_free (gpointer data)
{
  SheafPayoutSetOff *set_off = data;

  g_free (set_off->account);
  g_free (set_off->name);
  g_free (set_off);
}

static void
line_free (gpointer data)
{
  SheafPayoutLine *line = data;

  g_free (line->code);
  g_free (line->name);
  g_free (line->bank_bin);
  g_free (line->bank_account);
  g_free (line->voucher_number);
  g_ptr_array_unref (line->taxes);
  g_ptr_array_unref (line->set_offs);
  g_free (line);
}

SheafPayoutBatch *
sheaf_payout_batch_new (void)
{
  SheafPayoutBatch *batch = g_new0 (SheafPayoutBatch, 1);

  batch->lines = g_ptr_array_new_with_free_func (line_free);
  return batch;
}

SheafPayoutLine *
sheaf_payout_batch_add (SheafPayoutBatch *batch)
{
  SheafPayoutLine *line = g_new0 (SheafPayoutLine, 1);

  line->taxes = g_ptr_array_new_with_free_func (tax_free);
  line->set_offs = g_ptr_array_new_with_free_func (set_off_free);
  g_ptr_array_add (batch->lines, line);
  return line;
}

void
sheaf_payout_batch_free (SheafPayoutBatch *batch)
{
  if (batch == NULL)
    return;
  g_ptr_array_unref (batch->lines);
  g_free (batch);
}

/* What became of the line; the list's day where nothing did. */
static void
tell_state (const SheafPayoutBatch *batch,
            SheafPayoutLine        *line,
            const SheafQuery       *query)
{
  gboolean stands = sheaf_query_int (query, 7) != 0;
  gboolean returned = !sheaf_query_is_null (query, 8);
  gboolean confirmed = !sheaf_query_is_null (query, 10);

  line->paid = stands && !returned;
  line->since = returned ? sheaf_query_date (query, 8) : batch->date;
  if (!stands)
    line->state = SHEAF_PAYOUT_REVERSED;
  else if (returned)
    line->state = sheaf_query_int (query, 9) == 1 ? SHEAF_PAYOUT_BOUNCED : SHEAF_PAYOUT_UNCLAIMED;
  else if (batch->method == SHEAF_PAYOUT_BANK && line->net.units > 0 && !confirmed)
    line->state = SHEAF_PAYOUT_ORDERED;
  else
    line->state = SHEAF_PAYOUT_PAID;
  if (line->state == SHEAF_PAYOUT_PAID && confirmed)
    line->since = sheaf_query_date (query, 10);
}

/* The lines in the order in which they were written: by code, then year. */
static gboolean
load_lines (SheafBook        *book,
            SheafPayoutBatch *batch,
            GHashTable       *by_id,
            GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), BATCH_LINES,
                                                  SHEAF_ARGS (SHEAF_INT (batch->id)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafPayoutLine *line = sheaf_payout_batch_add (batch);

      line->id = sheaf_query_int (query, 0);
      line->party_id = sheaf_query_int (query, 1);
      line->year = (int) sheaf_query_int (query, 2);
      line->gross = sheaf_query_money (query, 3);
      line->net = sheaf_query_money (query, 4);
      line->voucher_id = sheaf_query_int (query, 5);
      line->voucher_number = g_strdup (sheaf_query_text (query, 6));
      tell_state (batch, line, query);
      g_hash_table_insert (by_id, &line->id, line);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
load_taxes (SheafBook        *book,
            SheafPayoutBatch *batch,
            GHashTable       *by_id,
            GError          **error)
{
  g_autoptr (SheafLaw) law = sheaf_law_of_payments (book, error);
  g_autoptr (SheafQuery) query = NULL;

  query = law == NULL ? NULL
                      : sheaf_query_new (sheaf_book_store (book), BATCH_TAXES,
                                         SHEAF_ARGS (SHEAF_INT (batch->id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64             line_id = sheaf_query_int (query, 0);
      SheafPayoutLine   *line = g_hash_table_lookup (by_id, &line_id);
      SheafPayoutTax    *tax = g_new0 (SheafPayoutTax, 1);
      const SheafLawTax *known; /* NULL where the pack has it no longer */

      tax->name = g_strdup (sheaf_query_text (query, 1));
      known = sheaf_law_rules_tax_named (law->rules, tax->name);
      tax->title = known != NULL ? g_strdup (known->title) : NULL;
      tax->side = (SheafSide) sheaf_query_int (query, 2);
      tax->pool = (SheafPool) sheaf_query_int (query, 3);
      tax->base = sheaf_query_money (query, 4);
      tax->rate = SHEAF_RATE (sheaf_query_int (query, 5));
      tax->amount = sheaf_query_money (query, 6);
      line->tax = sheaf_money_add (line->tax, tax->amount);
      g_ptr_array_add (line->taxes, tax);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
load_set_offs (SheafBook        *book,
               SheafPayoutBatch *batch,
               GHashTable       *by_id,
               GError          **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafQuery) query = NULL;

  query = chart == NULL ? NULL
                        : sheaf_query_new (sheaf_book_store (book), BATCH_SET_OFFS,
                                           SHEAF_ARGS (SHEAF_INT (batch->id)), error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64              line_id = sheaf_query_int (query, 0);
      SheafPayoutLine    *line = g_hash_table_lookup (by_id, &line_id);
      SheafPayoutSetOff  *set_off = g_new0 (SheafPayoutSetOff, 1);
      const SheafAccount *account = sheaf_chart_by_id (chart, sheaf_query_int (query, 1));

      set_off->account_id = account->id;
      set_off->account = g_strdup (account->code);
      set_off->name = g_strdup (account->name);
      set_off->item_id = sheaf_query_int (query, 2);
      set_off->amount = sheaf_query_money (query, 3);
      line->set_off = sheaf_money_add (line->set_off, set_off->amount);
      g_ptr_array_add (line->set_offs, set_off);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
name_lines (SheafBook        *book,
            SheafPayoutBatch *batch,
            GError          **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list_all (book, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; parties != NULL && i < parties->len; i++)
    g_hash_table_insert (by_id, &((SheafParty *) parties->pdata[i])->id, parties->pdata[i]);
  for (guint i = 0; parties != NULL && i < batch->lines->len; i++)
    {
      SheafPayoutLine  *line = batch->lines->pdata[i];
      const SheafParty *party = g_hash_table_lookup (by_id, &line->party_id);

      g_assert (party != NULL); /* the schema refers */
      line->code = g_strdup (party->code);
      line->name = g_strdup (party->name);
      line->bank_bin = g_strdup (party->bank_bin);
      line->bank_account = g_strdup (party->bank_account);
    }
  return parties != NULL;
}

static gboolean
load_head (SheafBook        *book,
           SheafPayoutBatch *batch,
           GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), BATCH_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (batch->id)), error);

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    {
      if (sheaf_query_finish (query, error))
        g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_FOUND,
                     _ ("there is no such payment list: see the lists of the year"));
      return FALSE;
    }
  batch->year = (int) sheaf_query_int (query, 0);
  batch->method = (SheafPayoutMethod) sheaf_query_int (query, 1);
  batch->date = sheaf_query_date (query, 2);
  batch->minimum = sheaf_query_money (query, 3);
  batch->part = SHEAF_RATE (sheaf_query_int (query, 4));
  batch->earlier = sheaf_query_int (query, 5) != 0;
  batch->net_debts = sheaf_query_int (query, 6) != 0;
  return TRUE;
}

SheafPayoutBatch *
sheaf_payout_load (SheafBook *book,
                   gint64     id,
                   GError   **error)
{
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_batch_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  batch->id = id;
  if (!load_head (book, batch, error) || !load_lines (book, batch, by_id, error) ||
      !load_taxes (book, batch, by_id, error) || !load_set_offs (book, batch, by_id, error) ||
      !name_lines (book, batch, error))
    return NULL;
  return g_steal_pointer (&batch);
}

static GArray *
list_ids (SheafBook        *book,
          const char       *sql,
          const SheafValue *args,
          GError          **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, args, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&ids) : NULL;
}

GArray *
sheaf_payout_list (SheafBook *book,
                   int        year,
                   GError   **error)
{
  if (year == 0)
    return list_ids (book, BATCH_ALL, SHEAF_NO_ARGS, error);
  return list_ids (book, BATCH_OF_YEAR, SHEAF_ARGS (SHEAF_INT (year)), error);
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

GArray *
sheaf_payout_batch_payments (const SheafPayoutBatch *batch)
{
  GArray *payments = g_array_new (FALSE, FALSE, sizeof (SheafPayoutPayment));

  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];
      SheafPayoutPayment     payment = { line, line->net };
      SheafPayoutPayment    *last = payments->len == 0
                                        ? NULL
                                        : &g_array_index (payments, SheafPayoutPayment,
                                                          payments->len - 1);

      if (!line->paid || line->net.units <= 0)
        continue;
      if (last != NULL && last->line->party_id == line->party_id)
        last->net = sheaf_money_add (last->net, line->net);
      else
        g_array_append_val (payments, payment);
    }
  return payments;
}
