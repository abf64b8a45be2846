/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chosen list as rows of the book: for each member a voucher of money and taxes, and one of
 * set-offs. */
#include "ledger/voucher.h"
#include "payouts/batch-sql.h"
#include "payouts/making.h"
#include "store/store.h"

#include <string.h>

/* The lines of one member, and what was posted for them. */
typedef struct
{
  SheafPayoutMaking *making;
  gint64             act_id;
  gint64             batch_id;
  guint              first;
  guint              end;
  gint64             voucher_id; /* 0: no money and no tax */
  gint64             set_off_id; /* likewise */
} Payee;

char *
sheaf_payout_words (const SheafLaw *law,
                    const char     *key,
                    int             year)
{
  g_autofree char *code = sheaf_plan_code (year);
  g_autofree char *words = sheaf_law_text (law, key, "year", code, NULL);

  if (strcmp (words, key) != 0)
    return g_steal_pointer (&words);
  return sheaf_law_text (law, "payout", "year", code, NULL);
}

static const SheafPayoutLine *
line_at (const Payee *payee,
         guint        i)
{
  return payee->making->batch->lines->pdata[i];
}

static SheafVoucherRow *
add_row (Payee                 *payee,
         SheafVoucher          *voucher,
         const SheafPayoutLine *line,
         gint64                 credit_id,
         SheafMoney             amount)
{
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, payee->making->payable->id, credit_id,
                                                amount);

  row->debit_party_id = line->party_id;
  row->plan = sheaf_plan_code (line->year);
  return row;
}

/* One row for each tax of the line, whatever its pools. */
static void
add_taxes (Payee                 *payee,
           SheafVoucher          *voucher,
           const SheafPayoutLine *line)
{
  for (guint i = 0; i < line->taxes->len; i++)
    {
      const SheafPayoutTax *tax = line->taxes->pdata[i];
      SheafVoucherRow      *row;
      SheafMoney            sum = SHEAF_MONEY_ZERO;
      gboolean              told = FALSE;

      for (guint k = 0; k < line->taxes->len; k++)
        {
          const SheafPayoutTax *other = line->taxes->pdata[k];

          if (strcmp (other->name, tax->name) != 0)
            continue;
          told = told || k < i;
          sum = sheaf_money_add (sum, other->amount);
        }
      if (told || sum.units == 0)
        continue;
      row = add_row (payee, voucher, line, payee->making->tax->id, sum);
      row->credit_party_id = line->party_id;
      row->description = g_strdup (tax->title);
    }
}

static char *
voucher_text (Payee      *payee,
              const char *key)
{
  g_autofree char *words = sheaf_payout_words (payee->making->law, key,
                                               payee->making->spec->year);

  return g_strdup_printf ("%s: %s", words, line_at (payee, payee->first)->name);
}

static gboolean
post (Payee        *payee,
      SheafVoucher *voucher,
      gint64       *ret_id,
      GError      **error)
{
  return voucher->rows->len == 0 ||
         sheaf_voucher_post (payee->making->book, voucher, ret_id, error);
}

/* Money and taxes. Where all money was set off, the taxes stand in a journal voucher. */
static gboolean
post_payment (Payee   *payee,
              GError **error)
{
  SheafPayoutMaking *making = payee->making;
  g_autofree char   *text = voucher_text (payee, "payout");
  SheafVoucherKind   kind = making->spec->method == SHEAF_PAYOUT_CASH ? SHEAF_VOUCHER_PAYMENT
                                                                      : SHEAF_VOUCHER_BANK_OUT;
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, making->spec->date,
                                                        text);

  for (guint i = payee->first; i < payee->end; i++)
    if (line_at (payee, i)->net.units > 0)
      {
        voucher->kind = kind;
        (void) add_row (payee, voucher, line_at (payee, i), making->money->id,
                        line_at (payee, i)->net);
      }
  for (guint i = payee->first; i < payee->end; i++)
    add_taxes (payee, voucher, line_at (payee, i));
  return post (payee, voucher, &payee->voucher_id, error);
}

static gboolean
post_set_offs (Payee   *payee,
               GError **error)
{
  g_autofree char *text = voucher_text (payee, "set-off");
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL,
                                                        payee->making->spec->date, text);

  for (guint i = payee->first; i < payee->end; i++)
    {
      const SheafPayoutLine *line = line_at (payee, i);

      for (guint k = 0; k < line->set_offs->len; k++)
        {
          const SheafPayoutSetOff *set_off = line->set_offs->pdata[k];
          SheafVoucherRow         *row = add_row (payee, voucher, line, set_off->account_id,
                                                  set_off->amount);

          row->credit_party_id = line->party_id;
          row->credit_item_id = set_off->item_id;
        }
    }
  return post (payee, voucher, &payee->set_off_id, error);
}

static gboolean
insert_parts (Payee                  *payee,
              gint64                  line_id,
              const SheafPayoutParts *parts,
              GError                **error)
{
  SheafStore *store = sheaf_book_store (payee->making->book);

  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      if (parts->amounts[side][pool].units > 0 &&
          !sheaf_store_run (store, BATCH_PART_INSERT,
                            SHEAF_ARGS (SHEAF_INT (line_id), SHEAF_INT (side), SHEAF_INT (pool),
                                        SHEAF_UNITS (parts->amounts[side][pool]),
                                        SHEAF_INT (payee->act_id)),
                            error))
        return FALSE;
  return TRUE;
}

static gboolean
insert_deductions (Payee                 *payee,
                   gint64                 line_id,
                   const SheafPayoutLine *line,
                   GError               **error)
{
  SheafStore *store = sheaf_book_store (payee->making->book);

  for (guint i = 0; i < line->taxes->len; i++)
    {
      const SheafPayoutTax *tax = line->taxes->pdata[i];

      if (!sheaf_store_run (store, BATCH_TAX_INSERT,
                            SHEAF_ARGS (SHEAF_INT (line_id), SHEAF_TEXT (tax->name),
                                        SHEAF_INT (tax->side), SHEAF_INT (tax->pool),
                                        SHEAF_UNITS (tax->base), SHEAF_INT (tax->rate.millionths),
                                        SHEAF_UNITS (tax->amount), SHEAF_INT (payee->act_id)),
                            error))
        return FALSE;
    }
  for (guint i = 0; i < line->set_offs->len; i++)
    {
      const SheafPayoutSetOff *set_off = line->set_offs->pdata[i];

      if (!sheaf_store_run (store, BATCH_SET_OFF_INSERT,
                            SHEAF_ARGS (SHEAF_INT (line_id), SHEAF_INT (set_off->account_id),
                                        SHEAF_ID (set_off->item_id),
                                        SHEAF_UNITS (set_off->amount),
                                        SHEAF_INT (payee->set_off_id), SHEAF_INT (payee->act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_line (Payee   *payee,
             guint    i,
             GError **error)
{
  const SheafPayoutLine *line = line_at (payee, i);
  gint64                 id;

  return sheaf_store_insert (sheaf_book_store (payee->making->book), BATCH_LINE_INSERT,
                             SHEAF_ARGS (SHEAF_INT (payee->batch_id), SHEAF_INT (line->party_id),
                                         SHEAF_UNITS (line->gross), SHEAF_ID (payee->voucher_id),
                                         SHEAF_INT (payee->act_id), SHEAF_INT (line->year),
                                         SHEAF_UNITS (line->net)),
                             &id, error) &&
         insert_parts (payee, id, &g_array_index (payee->making->parts, SheafPayoutParts, i),
                       error) &&
         insert_deductions (payee, id, line, error);
}

static gboolean
pay (Payee   *payee,
     GError **error)
{
  if (!post_payment (payee, error) || !post_set_offs (payee, error))
    return FALSE;
  for (guint i = payee->first; i < payee->end; i++)
    if (!insert_line (payee, i, error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_payout_write (SheafPayoutMaking *making,
                    gint64             act_id,
                    gint64            *ret_id,
                    GError           **error)
{
  const SheafPayoutBatch *batch = making->batch;
  gint64                  id;

  if (!sheaf_store_insert (
          sheaf_book_store (making->book), BATCH_INSERT,
          SHEAF_ARGS (SHEAF_INT (making->posting_id), SHEAF_INT (batch->year),
                      SHEAF_INT (batch->method), SHEAF_DAY (batch->date),
                      SHEAF_UNITS (batch->minimum), SHEAF_INT (act_id),
                      SHEAF_ID (batch->part.millionths), SHEAF_INT (batch->net_debts),
                      SHEAF_INT (batch->earlier)),
          &id, error))
    return FALSE;
  for (guint i = 0, end; i < batch->lines->len; i = end)
    {
      Payee payee = { .making = making, .act_id = act_id, .batch_id = id, .first = i };

      for (end = i + 1; end < batch->lines->len; end++)
        if (line_at (&payee, end)->party_id != line_at (&payee, i)->party_id)
          break;
      payee.end = end;
      if (!pay (&payee, error))
        return FALSE;
    }
  *ret_id = id;
  return TRUE;
}
