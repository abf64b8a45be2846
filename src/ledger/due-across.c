/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Payments that name no invoice: people pay what is oldest. */
#include "ledger/due-private.h"

static SheafDuePart *
part_at (GArray *parts,
         guint   i)
{
  return &g_array_index (parts, SheafDuePart, i);
}

static gboolean
is_same (const SheafDuePart *one,
         const SheafDuePart *other)
{
  return one->account_id == other->account_id && one->party_id == other->party_id;
}

/* Of the account and party of the payment, whose parts lie together, on the other side, with
 * something left: the one whose turn comes first. NULL: none. */
static SheafDuePart *
find_first (GArray *parts,
            guint   payment)
{
  const SheafDuePart *paid = part_at (parts, payment);
  SheafDuePart       *first = NULL;
  guint               from = payment;

  while (from > 0 && is_same (part_at (parts, from - 1), paid))
    from--;
  for (guint i = from; i < parts->len && is_same (part_at (parts, i), paid); i++)
    {
      SheafDuePart *part = part_at (parts, i);

      if (part->item_id != 0 && part->amount.units != 0 &&
          (part->amount.units > 0) != (paid->amount.units > 0) &&
          (first == NULL || sheaf_date_cmp (sheaf_due_turn (part), sheaf_due_turn (first)) < 0))
        first = part;
    }
  return first;
}

static void
settle (GArray *parts,
        guint   place)
{
  SheafDuePart *payment = part_at (parts, place);
  SheafDuePart *owed;

  while (payment->amount.units != 0 && (owed = find_first (parts, place)) != NULL)
    {
      gint64 most = MIN (ABS (payment->amount.units), ABS (owed->amount.units));
      gint64 taken = payment->amount.units > 0 ? most : -most;

      payment->amount = sheaf_money_sub (payment->amount, SHEAF_MONEY (taken));
      owed->amount = sheaf_money_add (owed->amount, SHEAF_MONEY (taken));
    }
}

void
sheaf_due_settle_across (GArray *parts,
                         gint64  item_id)
{
  guint kept = 0;

  for (guint i = 0; i < parts->len; i++)
    if (part_at (parts, i)->item_id == 0 && part_at (parts, i)->party_id != 0)
      settle (parts, i);
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart part = *part_at (parts, i);

      if (part.amount.units != 0 && (item_id == 0 || part.item_id == item_id))
        *part_at (parts, kept++) = part;
    }
  g_array_set_size (parts, kept);
}
