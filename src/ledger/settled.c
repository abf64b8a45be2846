/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One party after the other: what it is owed waits in a line, payments take from its front. */
#include "ledger/settled.h"

#include "ledger/entry.h"
#include "ledger/merge.h"

/* What is owed, or was paid before it was owed. */
typedef struct
{
  gint64     item_id;
  gint64     origin_id; /* of a debt: 0: none of those asked for */
  gint64     row_id;    /* of a payment; 0: settled otherwise, or before the days */
  gint64     money_id;
  SheafScope scope;
  SheafMoney left;
} Lot;

/* What a payment settled, so that it can be taken back. */
typedef struct
{
  gint64     voucher_id;
  gint64     item_id;
  gint64     origin_id;
  SheafMoney amount;
} Settled;

typedef struct
{
  const SheafSettledQuestion *question;
  SheafDate                   from;
  GArray                     *debts;    /* of Lot, the earliest first */
  GArray                     *advances; /* likewise */
  GArray                     *history;  /* of Settled */
  GArray                     *parts;
} Walk;

static gboolean
holds_account (GHashTable *set,
               gint64      id)
{
  return g_hash_table_contains (set, &id);
}

/* Whether there is anything to look for: a debt from an origin, and a payment in the days. */
static gboolean
is_needed (const SheafTotals          *totals,
           const SheafSettledQuestion *question)
{
  gboolean debt = FALSE, paid = FALSE;

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->credit_id == question->settling->id &&
          holds_account (question->origins, pair->debit_id))
        debt = TRUE;
      if (pair->debit_id == question->settling->id && pair->period.units != 0 &&
          holds_account (question->money, pair->credit_id))
        paid = TRUE;
    }
  return debt && paid;
}

/* The parties of one origin's debts are added to the set; 0: rows that name nobody. */
static gboolean
add_parties (SheafBook                  *book,
             const SheafSettledQuestion *question,
             gint64                      origin_id,
             SheafDate                   to,
             GHashTable                 *parties,
             GError                    **error)
{
  const SheafEntryFilter filter = { .account_id = origin_id,
                                    .from = sheaf_book_first_day (book),
                                    .to = to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (book, &filter, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!entry.is_credit && entry.contra_id == question->settling->id)
      g_hash_table_add (parties, g_memdup2 (&entry.contra_party_id, sizeof (gint64)));
  return sheaf_entries_finish (entries, error);
}

static GHashTable *
find_parties (SheafBook                  *book,
              const SheafTotals          *totals,
              const SheafSettledQuestion *question,
              GError                    **error)
{
  g_autoptr (GHashTable)
      parties = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) read = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->credit_id == question->settling->id &&
          holds_account (question->origins, pair->debit_id) &&
          g_hash_table_add (read, (gpointer) &pair->debit_id) &&
          !add_parties (book, question, pair->debit_id, totals->to, parties, error))
        return NULL;
    }
  return g_steal_pointer (&parties);
}

/* Whether what names one item settles what names another: the same first (exact), then where one of
 * the two names none. */
static gboolean
fits_item (const Lot *lot,
           gint64     item_id,
           gboolean   exact)
{
  return exact ? lot->item_id == item_id
               : lot->item_id != item_id && (lot->item_id == 0 || item_id == 0);
}

static void
give_part (Walk      *walk,
           const Lot *payment,
           gint64     origin_id,
           SheafMoney amount)
{
  SheafSettledPart part = { payment->row_id, walk->question->settling->id, payment->money_id,
                            origin_id, payment->scope, amount };

  if (payment->row_id != 0 && origin_id != 0)
    g_array_append_val (walk->parts, part);
}

static void
note_settled (Walk      *walk,
              gint64     voucher_id,
              const Lot *debt,
              SheafMoney amount)
{
  Settled settled = { voucher_id, debt->item_id, debt->origin_id, amount };

  g_array_append_val (walk->history, settled);
}

/* Takes what fits from the front of a line, given to each by the function; what is left stays in
 * lot. */
static void
settle (Walk    *walk,
        GArray  *line,
        Lot     *lot,
        gint64   voucher_id,
        gboolean is_payment)
{
  for (int exact = 1; exact >= 0; exact--)
    for (guint i = 0; i < line->len && lot->left.units > 0;)
      {
        Lot       *other = &g_array_index (line, Lot, i);
        SheafMoney amount;

        if (!fits_item (other, lot->item_id, exact != 0))
          {
            i++;
            continue;
          }
        amount = sheaf_money_cmp (other->left, lot->left) < 0 ? other->left : lot->left;
        give_part (walk, is_payment ? lot : other, is_payment ? other->origin_id : lot->origin_id,
                   amount);
        if (is_payment)
          note_settled (walk, voucher_id, other, amount);
        lot->left = sheaf_money_sub (lot->left, amount);
        other->left = sheaf_money_sub (other->left, amount);
        if (other->left.units == 0)
          g_array_remove_index (line, i);
      }
}

/* Settles what stands against it; what is left waits. */
static void
add_lot (Walk    *walk,
         Lot      lot,
         gint64   voucher_id,
         gboolean is_payment)
{
  settle (walk, is_payment ? walk->debts : walk->advances, &lot, voucher_id, is_payment);
  if (lot.left.units > 0)
    g_array_append_val (is_payment ? walk->advances : walk->debts, lot);
}

/* A debt taken back: the latest of its kind is owed no more; one that was paid leaves an
 * advance. */
static void
cancel_debt (Walk *walk,
             Lot   lot)
{
  for (guint i = walk->debts->len; i-- > 0 && lot.left.units > 0;)
    {
      Lot       *debt = &g_array_index (walk->debts, Lot, i);
      SheafMoney amount;

      if (debt->origin_id != lot.origin_id || debt->item_id != lot.item_id)
        continue;
      amount = sheaf_money_cmp (debt->left, lot.left) < 0 ? debt->left : lot.left;
      debt->left = sheaf_money_sub (debt->left, amount);
      lot.left = sheaf_money_sub (lot.left, amount);
      if (debt->left.units == 0)
        g_array_remove_index (walk->debts, i);
    }
  lot.origin_id = 0;
  if (lot.left.units > 0)
    g_array_append_val (walk->advances, lot);
}

/* A payment taken back: what it settled is owed again, before all else. */
static void
cancel_payment (Walk  *walk,
                Lot    lot,
                gint64 reverses_id)
{
  for (guint i = walk->history->len; i-- > 0 && lot.left.units > 0;)
    {
      Settled   *settled = &g_array_index (walk->history, Settled, i);
      Lot        again = { .item_id = settled->item_id, .origin_id = settled->origin_id };
      SheafMoney amount;

      if (reverses_id == 0 || settled->voucher_id != reverses_id || settled->amount.units == 0)
        continue;
      amount = sheaf_money_cmp (settled->amount, lot.left) < 0 ? settled->amount : lot.left;
      settled->amount = sheaf_money_sub (settled->amount, amount);
      lot.left = sheaf_money_sub (lot.left, amount);
      again.left = amount;
      give_part (walk, &lot, settled->origin_id, sheaf_money_neg (amount));
      g_array_prepend_val (walk->debts, again);
    }
  lot.origin_id = 0;
  if (lot.left.units > 0)
    add_lot (walk, lot, 0, FALSE);
}

static void
take_entry (Walk             *walk,
            const SheafEntry *entry)
{
  gboolean taken_back = entry->amount.units < 0;
  gboolean money = !entry->is_credit && holds_account (walk->question->money, entry->contra_id);
  Lot      lot = { .item_id = entry->item_id,
                   .scope = entry->scope,
                   .left = taken_back ? sheaf_money_neg (entry->amount) : entry->amount };

  if (entry->is_credit && holds_account (walk->question->origins, entry->contra_id))
    lot.origin_id = entry->contra_id;
  if (money)
    {
      lot.money_id = entry->contra_id;
      lot.row_id = sheaf_date_cmp (entry->date, walk->from) >= 0 ? entry->row_id : 0;
    }
  if (entry->is_credit && taken_back)
    cancel_debt (walk, lot);
  else if (!entry->is_credit && taken_back)
    cancel_payment (walk, lot, entry->reverses_id);
  else
    add_lot (walk, lot, entry->voucher_id, !entry->is_credit);
}

static gboolean
walk_party (SheafBook *book,
            Walk      *walk,
            gint64     party_id,
            GPtrArray *openings,
            SheafDate  to,
            GError   **error)
{
  const SheafEntryFilter filter = { .account_id = walk->question->settling->id,
                                    .from = sheaf_book_first_day (book),
                                    .to = to,
                                    .party_id = party_id,
                                    .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries) entries = sheaf_entries_open (book, &filter, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  g_array_set_size (walk->debts, 0);
  g_array_set_size (walk->advances, 0);
  g_array_set_size (walk->history, 0);
  for (guint i = 0; i < openings->len; i++)
    {
      const SheafEntrySheet *sheet = openings->pdata[i];
      gboolean               debt = sheet->before.units < 0;
      SheafMoney             left = debt ? sheaf_money_neg (sheet->before) : sheet->before;
      Lot                    lot = { .item_id = sheet->item_id, .left = left };

      if (sheet->party_id == party_id && lot.left.units != 0)
        g_array_append_val (debt ? walk->debts : walk->advances, lot);
    }
  while (sheaf_entries_next (entries, &entry))
    take_entry (walk, &entry);
  return sheaf_entries_finish (entries, error);
}

static gboolean
walk_parties (SheafBook         *book,
              const SheafTotals *totals,
              Walk              *walk,
              GError           **error)
{
  SheafDate first = sheaf_book_first_day (book);
  g_autoptr (GHashTable) parties = find_parties (book, totals, walk->question, error);
  g_autoptr (GPtrArray)
      openings = parties == NULL
                     ? NULL
                     : sheaf_entry_sheets (book, walk->question->settling->id, first, first, error);
  GHashTableIter iter;
  gpointer       party;

  if (parties == NULL)
    return FALSE;
  openings = sheaf_entry_sheets (book, walk->question->settling->id, first, first, error);
  if (openings == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, parties);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    if (!walk_party (book, walk, *(const gint64 *) party, openings, totals->to, error))
      return FALSE;
  return TRUE;
}

GArray *
sheaf_settled_parts (SheafBook                  *book,
                     const SheafTotals          *totals,
                     const SheafSettledQuestion *question,
                     GError                    **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafSettledPart));
  g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (Lot));
  g_autoptr (GArray) advances = g_array_new (FALSE, FALSE, sizeof (Lot));
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (Settled));
  Walk walk = { question, totals->from, debts, advances, history, parts };

  g_return_val_if_fail (book != NULL && question->settling != NULL, NULL);

  if (is_needed (totals, question) && !walk_parties (book, totals, &walk, error))
    return NULL;
  return g_steal_pointer (&parts);
}
