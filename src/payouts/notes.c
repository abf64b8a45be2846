/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member may have several lines on a list, one a year: the sum is handed over at once. */
#include "payouts/notes.h"

#include "base/i18n.h"
#include "ledger/denomination.h"
#include "payouts/error.h"

/* What is left at the least: what no sum of notes can make up. */
static gint64
find_least (const GArray *notes,
            gint64        units)
{
  gint64 common = 0;

  for (guint i = 0; i < notes->len; i++)
    for (gint64 a = g_array_index (notes, SheafMoney, i).units, b = common; a != 0; b = common)
      {
        common = a;
        a = b % a;
      }
  return common != 0 ? units % common : units;
}

/* Splits units over the notes from the given one on; of each as many as go in, or one less where
 * that leaves a smaller rest (600 is three of 200, as there is no 100 beside the 500). Gives the
 * smallest rest that was found. */
static gint64
split_from (const GArray *notes,
            guint         from,
            gint64        units,
            gint64        least,
            guint64      *counts)
{
  g_autofree guint64 *tried = NULL;
  gint64              note, best;

  if (from == notes->len)
    return units;
  note = g_array_index (notes, SheafMoney, from).units;
  counts[from] = (guint64) (units / note);
  best = split_from (notes, from + 1, units % note, least, counts);
  if (best == least || counts[from] == 0)
    return best;
  tried = g_new0 (guint64, notes->len);
  tried[from] = counts[from] - 1;
  units = split_from (notes, from + 1, units % note + note, least, tried);
  if (units >= best)
    return best;
  for (guint i = from; i < notes->len; i++)
    counts[i] = tried[i];
  return units;
}

SheafMoney
sheaf_cash_draw_split (const GArray *notes,
                       SheafMoney    amount,
                       guint64      *ret_counts)
{
  g_return_val_if_fail (notes != NULL && amount.units >= 0 && ret_counts != NULL, amount);
  return SHEAF_MONEY (
      split_from (notes, 0, amount.units, find_least (notes, amount.units), ret_counts));
}

static void
free_line (gpointer data)
{
  SheafCashDrawLine *line = data;

  if (line == NULL)
    return;
  g_free (line->code);
  g_free (line->name);
  g_free (line->counts);
  g_free (line);
}

static SheafCashDrawLine *
new_line (const SheafCashDraw *notes)
{
  SheafCashDrawLine *line = g_new0 (SheafCashDrawLine, 1);

  line->counts = g_new0 (guint64, notes->notes->len);
  return line;
}

void
sheaf_cash_draw_free (SheafCashDraw *notes)
{
  if (notes == NULL)
    return;
  g_clear_pointer (&notes->notes, g_array_unref);
  g_ptr_array_unref (notes->lines);
  free_line (notes->total);
  g_free (notes);
}

/* What each member is handed. */
static void
gather (SheafCashDraw          *notes,
        const SheafPayoutBatch *batch)
{
  g_autoptr (GArray) payments = sheaf_payout_batch_payments (batch);

  for (guint i = 0; i < payments->len; i++)
    {
      const SheafPayoutPayment *payment = &g_array_index (payments, SheafPayoutPayment, i);
      SheafCashDrawLine        *line = new_line (notes);

      line->code = g_strdup (payment->line->code);
      line->name = g_strdup (payment->line->name);
      line->amount = payment->net;
      g_ptr_array_add (notes->lines, line);
    }
}

static void
count (SheafCashDraw *notes)
{
  notes->total = new_line (notes);
  for (guint i = 0; i < notes->lines->len; i++)
    {
      SheafCashDrawLine *line = notes->lines->pdata[i];

      line->rest = sheaf_cash_draw_split (notes->notes, line->amount, line->counts);
      notes->total->amount = sheaf_money_add (notes->total->amount, line->amount);
      notes->total->rest = sheaf_money_add (notes->total->rest, line->rest);
      for (guint k = 0; k < notes->notes->len; k++)
        notes->total->counts[k] += line->counts[k];
    }
}

static gboolean
find_notes (SheafBook     *book,
            SheafCashDraw *notes,
            SheafMoney     smallest,
            GError       **error)
{
  guint kept = 0;

  notes->notes = sheaf_denomination_list (book);
  while (kept < notes->notes->len &&
         sheaf_money_cmp (g_array_index (notes->notes, SheafMoney, kept), smallest) >= 0)
    kept++;
  g_array_set_size (notes->notes, kept);
  if (kept > 0)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTES,
               _ ("no note or coin of the book’s currency is as large as %s: choose a smaller one, "
                  "or add the currency to data/lists/denominations.ini"),
               sheaf_money_word (smallest).text);
  return FALSE;
}

SheafCashDraw *
sheaf_cash_draw_count (SheafBook              *book,
                       const SheafPayoutBatch *batch,
                       SheafMoney              smallest,
                       GError                **error)
{
  g_autoptr (SheafCashDraw) notes = g_new0 (SheafCashDraw, 1);

  g_return_val_if_fail (book != NULL && batch != NULL, NULL);
  notes->lines = g_ptr_array_new_with_free_func (free_line);
  if (batch->method != SHEAF_PAYOUT_CASH)
    {
      g_set_error_literal (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                           _ ("the list is paid through the bank, so no notes are fetched: take a "
                              "list paid in cash"));
      return NULL;
    }
  if (!find_notes (book, notes, smallest, error))
    return NULL;
  gather (notes, batch);
  if (notes->lines->len == 0)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING,
                   _ ("no payment of the list stands: make a new list"));
      return NULL;
    }
  count (notes);
  return g_steal_pointer (&notes);
}
