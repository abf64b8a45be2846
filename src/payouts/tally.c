/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, lines, returns and the ledger's balances, each read once for all members. */
#include "payouts/tally.h"

#include "distribution/approval.h"
#include "ledger/party.h"
#include "notices/redeem.h"
#include "payouts/tally-sql.h"
#include "store/query.h"

#include <string.h>

/* A count under way. */
typedef struct
{
  SheafBook  *book;
  SheafDate   on;
  GPtrArray  *tallies; /* of SheafPayoutTally */
  GHashTable *by_key;  /* party and year to a tally */
} Counting;

static void
clear_counting (Counting *counting)
{
  g_clear_pointer (&counting->tallies, g_ptr_array_unref);
  g_clear_pointer (&counting->by_key, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, clear_counting)

void
sheaf_payout_standing_clear (SheafPayoutStanding *standing)
{
  g_free (standing->code);
  g_free (standing->name);
  g_free (standing->bank_bin);
  g_free (standing->bank_account);
}

static void
tally_free (gpointer data)
{
  SheafPayoutTally *tally = data;

  sheaf_payout_standing_clear (&tally->standing);
  g_free (tally);
}

static SheafPayoutTally *
take (Counting *counting,
      gint64    party_id,
      int       year)
{
  gint64            key = party_id * 10000 + year;
  SheafPayoutTally *tally = g_hash_table_lookup (counting->by_key, &key);

  if (tally != NULL)
    return tally;
  tally = g_new0 (SheafPayoutTally, 1);
  tally->standing.party_id = party_id;
  tally->standing.year = year;
  tally->standing.since = tally->posted = SHEAF_DATE_NONE;
  g_ptr_array_add (counting->tallies, tally);
  g_hash_table_insert (counting->by_key, g_memdup2 (&key, sizeof key), tally);
  return tally;
}

static void
add_to (SheafMoney *sum,
        SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

/* The shares of one year's posting; they may be paid from its day on. */
static gboolean
read_shares (Counting *counting,
             int       year,
             gint64    approval_id,
             SheafDate posted,
             GError  **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (counting->book), TALLY_SHARES, SHEAF_ARGS (SHEAF_INT (approval_id)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafPayoutTally *tally = take (counting, sheaf_query_int (query, 0), year);
      SheafMoney        amount = sheaf_query_money (query, 3);

      tally->standing.since = tally->posted = posted;
      add_to (&tally->standing.share, amount);
      add_to (&tally->shares[sheaf_query_int (query, 1)][sheaf_query_int (query, 2)], amount);
    }
  return sheaf_query_finish (query, error);
}

/* What is redeemed of notices is paid along with the shares of the year that it was decided for. It
 * is in no pool: no tax is kept back of it. */
static gboolean
read_redeemed (Counting *counting,
               int       year,
               SheafDate posted,
               GError  **error)
{
  g_autoptr (GPtrArray) redeemed = sheaf_redeemed_list (counting->book, year, error);

  for (guint i = 0; redeemed != NULL && i < redeemed->len; i++)
    {
      const SheafRedeemed *one = redeemed->pdata[i];
      SheafPayoutTally    *tally = take (counting, one->party_id, year);

      tally->standing.since = tally->posted = posted;
      add_to (&tally->standing.share, one->amount);
    }
  return redeemed != NULL;
}

static gboolean
read_year (Counting *counting,
           int       year,
           GError  **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SheafApproval) approval = sheaf_approval_find (counting->book, year, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (approval == NULL || approval->voucher_id == 0)
    return TRUE;
  return read_shares (counting, year, approval->id, approval->posted, error) &&
         read_redeemed (counting, year, approval->posted, error);
}

static gboolean
read_years (Counting *counting,
            GError  **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (counting->book), TALLY_YEARS,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      int year = (int) sheaf_query_int (query, 0);

      g_array_append_val (years, year);
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (!read_year (counting, g_array_index (years, int, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_parts (Counting *counting,
            GError  **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (counting->book), TALLY_PARTS,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafPayoutTally *tally = take (counting, sheaf_query_int (query, 0),
                                      (int) sheaf_query_int (query, 1));

      tally->parts[sheaf_query_int (query, 2)][sheaf_query_int (query, 3)] =
          sheaf_query_money (query, 4);
    }
  return sheaf_query_finish (query, error);
}

/* A line of before there were parts: nothing was taxed on it, but its shares are paid. */
static void
add_old_parts (SheafPayoutTally *tally,
               SheafMoney        gross)
{
  SheafMoney parts[SHEAF_SIDES][SHEAF_POOLS];

  sheaf_payout_tally_split (tally, gross, parts);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      add_to (&tally->parts[side][pool], parts[side][pool]);
}

/* What the line tells of where the member's money is. What waits for the bank is told before what
 * is paid; what came back is told when it is known whether it was paid again. */
static void
tell_state (SheafPayoutStanding *standing,
            const SheafQuery    *query,
            SheafMoney           net)
{
  gboolean         bank = sheaf_query_int (query, 4) == SHEAF_PAYOUT_BANK;
  gboolean         answered = !sheaf_query_is_null (query, 15);
  SheafPayoutState state = bank && net.units > 0 && !answered ? SHEAF_PAYOUT_ORDERED
                                                              : SHEAF_PAYOUT_PAID;

  if (state == SHEAF_PAYOUT_ORDERED)
    add_to (&standing->ordered, net);
  else if (standing->state == SHEAF_PAYOUT_ORDERED)
    return;
  standing->state = state;
  standing->state_list = sheaf_query_int (query, 1);
  standing->since = answered ? sheaf_query_date (query, 15) : sheaf_query_date (query, 5);
}

/* A return that stands; told over what is paid as long as the money was not paid again. */
typedef struct
{
  gint64           key;
  gint64           batch_id;
  SheafPayoutState state;
  SheafDate        since;
} Return;

static void
add_line (Counting         *counting,
          const SheafQuery *query,
          GArray           *returns)
{
  SheafPayoutTally    *tally = take (counting, sheaf_query_int (query, 2),
                                     (int) sheaf_query_int (query, 3));
  SheafPayoutStanding *standing = &tally->standing;
  SheafMoney           net = SHEAF_MONEY_ZERO, tax = SHEAF_MONEY_ZERO;
  SheafMoney           set_off = sheaf_query_money (query, 11);

  if (sheaf_query_int (query, 9) != 0)
    {
      net = sheaf_query_money (query, 7);
      tax = sheaf_query_money (query, 10);
    }
  else if (set_off.units == 0)
    return;
  if (sheaf_query_int (query, 8) != 0)
    add_old_parts (tally, net);
  add_to (&standing->gross, sheaf_money_add (sheaf_money_add (net, tax), set_off));
  add_to (&standing->tax, tax);
  add_to (&standing->set_off, set_off);
  standing->batch_id = sheaf_query_int (query, 1);
  if (net.units > 0 && !sheaf_query_is_null (query, 12))
    {
      Return back = { standing->party_id * 10000 + standing->year, standing->batch_id,
                      sheaf_query_int (query, 13) == 1 ? SHEAF_PAYOUT_BOUNCED
                                                       : SHEAF_PAYOUT_UNCLAIMED,
                      sheaf_query_date (query, 12) };

      add_to (&standing->returned, sheaf_query_money (query, 14));
      g_array_append_val (returns, back);
      return;
    }
  add_to (&standing->money, net);
  tell_state (standing, query, net);
}

static gboolean
read_lines (Counting *counting,
            GArray   *returns,
            GError  **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (counting->book), TALLY_LINES,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    add_line (counting, query, returns);
  if (!sheaf_query_finish (query, error))
    return FALSE;
  for (guint i = 0; i < counting->tallies->len; i++)
    {
      SheafPayoutTally    *tally = counting->tallies->pdata[i];
      SheafPayoutStanding *standing = &tally->standing;

      tally->due = sheaf_money_add (sheaf_money_sub (standing->share, standing->gross),
                                    standing->returned);
    }
  return TRUE;
}

/* Names and bank accounts; then the order by code and year. */
static gboolean
name_all (Counting *counting,
          GError  **error)
{
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  parties = sheaf_party_list_all (counting->book, error);
  for (guint i = 0; parties != NULL && i < parties->len; i++)
    g_hash_table_insert (by_id, &((SheafParty *) parties->pdata[i])->id, parties->pdata[i]);
  for (guint i = 0; parties != NULL && i < counting->tallies->len; i++)
    {
      SheafPayoutStanding *standing = counting->tallies->pdata[i];
      const SheafParty    *party = g_hash_table_lookup (by_id, &standing->party_id);

      g_assert (party != NULL); /* the schema refers */
      standing->code = g_strdup (party->code);
      standing->name = g_strdup (party->name);
      if (party->bank_bin != NULL && *party->bank_bin != '\0')
        standing->bank_bin = g_strdup (party->bank_bin);
      if (party->bank_account != NULL && *party->bank_account != '\0')
        standing->bank_account = g_strdup (party->bank_account);
    }
  return parties != NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SheafPayoutStanding *x = *(SheafPayoutStanding *const *) a;
  const SheafPayoutStanding *y = *(SheafPayoutStanding *const *) b;
  int                        order = strcmp (x->code, y->code);

  return order != 0 ? order : x->year - y->year;
}

/* In the order in which lines were written, so that the last return is told. */
static void
tell_rest (const Counting *counting,
           const GArray   *returns)
{
  for (guint i = 0; i < counting->tallies->len; i++)
    {
      const SheafPayoutTally *tally = counting->tallies->pdata[i];
      SheafPayoutStanding    *standing = counting->tallies->pdata[i];

      /* A list with more to pay, or all paid by hand without one. */
      if (standing->state == SHEAF_PAYOUT_PAID && standing->open.units > 0)
        {
          standing->state = SHEAF_PAYOUT_TO_PAY;
          standing->since = tally->posted;
          standing->state_list = 0;
        }
      else if (standing->state == SHEAF_PAYOUT_TO_PAY && standing->open.units == 0 &&
               (sheaf_date_is_none (tally->posted) ||
                sheaf_payout_tally_is_posted (tally, counting->on)))
        standing->state = SHEAF_PAYOUT_PAID;
    }
  for (guint i = 0; i < returns->len; i++)
    {
      const Return        *back = &g_array_index (returns, Return, i);
      SheafPayoutStanding *standing = g_hash_table_lookup (counting->by_key, &back->key);

      if (standing->open_taxed.units > 0)
        {
          standing->state = back->state;
          standing->since = back->since;
          standing->state_list = back->batch_id;
        }
    }
  for (guint i = 0; i < counting->tallies->len; i++)
    {
      SheafPayoutStanding *standing = counting->tallies->pdata[i];

      if (!sheaf_date_is_none (standing->since) && standing->since.days < counting->on.days)
        standing->days = (guint) (counting->on.days - standing->since.days);
    }
}

GPtrArray *
sheaf_payout_tally_list (SheafBook *book,
                         SheafDate  on,
                         GError   **error)
{
  g_auto (Counting) counting = { .book = book, .on = on };
  g_autoptr (GArray) returns = g_array_new (FALSE, FALSE, sizeof (Return));

  counting.tallies = g_ptr_array_new_with_free_func (tally_free);
  counting.by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!read_years (&counting, error) || !read_parts (&counting, error) ||
      !read_lines (&counting, returns, error) || !name_all (&counting, error))
    return NULL;
  g_ptr_array_sort (counting.tallies, compare);
  if (!sheaf_payout_tally_limit (book, on, counting.tallies, error))
    return NULL;
  tell_rest (&counting, returns);
  return g_steal_pointer (&counting.tallies);
}
