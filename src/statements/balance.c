/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are summed upwards, so every group is the sum of what is listed under it. */
#include "statements/balance.h"

#include "ledger/journal.h"
#include "ledger/party.h"

static const char *const LANGUAGES[SHEAF_FORM_LANGUAGES] = { "vi", "en", "fr" };

void
sheaf_balance_row_free (SheafBalanceRow *row)
{
  if (row == NULL)
    return;
  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    g_free (row->names[i]);
  g_free (row->code);
  g_free (row->party_code);
  g_free (row->party_name);
  g_free (row);
}

SheafBalanceRow *
sheaf_balance_row_new (const SheafAccount *account)
{
  SheafBalanceRow *row = g_new0 (SheafBalanceRow, 1);

  row->account_id = account->id;
  row->code = g_strdup (account->code);
  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    row->names[i] = g_strdup (sheaf_account_name (account, LANGUAGES[i]));
  row->level = account->level;
  row->postable = account->postable;
  row->off_balance = account->type == SHEAF_ACCOUNT_OFF_BALANCE;
  return row;
}

static void
add_amounts (SheafMoney       *sum,
             const SheafMoney *amounts)
{
  for (gsize i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    sum[i] = sheaf_money_add (sum[i], amounts[i]);
}

/* Puts a net balance on its side; sides is the place of the debit side. */
static void
put_balance (SheafMoney *sides,
             SheafMoney  balance)
{
  if (balance.units > 0)
    sides[0] = balance;
  else
    sides[1] = sheaf_money_neg (balance);
}

void
sheaf_balance_set_amounts (SheafMoney *amounts,
                           SheafMoney  before,
                           SheafMoney  debit,
                           SheafMoney  credit)
{
  amounts[SHEAF_BALANCE_DEBIT] = debit;
  amounts[SHEAF_BALANCE_CREDIT] = credit;
  put_balance (amounts + SHEAF_BALANCE_OPENING_DEBIT, before);
  put_balance (amounts + SHEAF_BALANCE_CLOSING_DEBIT,
               sheaf_money_add (before, sheaf_money_sub (debit, credit)));
}

static gboolean
is_empty (const SheafMoney *amounts)
{
  for (gsize i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    if (amounts[i].units != 0)
      return FALSE;
  return TRUE;
}

/* An account's balance and turnover, or one party's part of it, while it is gathered. */
typedef struct
{
  gint64     party_id;
  SheafMoney before;
  SheafMoney debit;
  SheafMoney credit;
} Sum;

static int
compare_parties (gconstpointer a,
                 gconstpointer b)
{
  const Sum *one = a;
  const Sum *other = b;

  return (one->party_id > other->party_id) - (one->party_id < other->party_id);
}

/* Adds what the kept details hold of the account to the list by party, and takes it off the
 * rest. */
static void
split_by_party (const SheafTotals *totals,
                gint64             account_id,
                Sum               *rest,
                GArray            *sums)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      gpointer                key = (gpointer) (gintptr) detail->party_id;
      guint                   place;
      Sum                    *sum;

      if (detail->account_id != account_id || detail->party_id == 0)
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      if (place == 0)
        {
          Sum fresh = { .party_id = detail->party_id };

          g_array_append_val (sums, fresh);
          place = sums->len;
          g_hash_table_insert (places, key, GUINT_TO_POINTER (place));
        }
      sum = &g_array_index (sums, Sum, place - 1);
      sum->before = sheaf_money_add (sum->before, detail->before);
      sum->debit = sheaf_money_add (sum->debit, detail->debit);
      sum->credit = sheaf_money_add (sum->credit, detail->credit);
      rest->before = sheaf_money_sub (rest->before, detail->before);
      rest->debit = sheaf_money_sub (rest->debit, detail->debit);
      rest->credit = sheaf_money_sub (rest->credit, detail->credit);
    }
  g_array_sort (sums, compare_parties);
}

/* The parties' rows of an account; their sum becomes the account's amounts. */
static GPtrArray *
make_party_rows (const SheafTotals  *totals,
                 const SheafAccount *account,
                 Sum                 whole,
                 SheafMoney         *ret)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_balance_row_free);

  split_by_party (totals, account->id, &whole, sums);
  if (sums->len == 0)
    {
      sheaf_balance_set_amounts (ret, whole.before, whole.debit, whole.credit);
      return rows;
    }
  whole.party_id = 0;
  g_array_append_val (sums, whole);
  for (guint i = 0; i < sums->len; i++)
    {
      const Sum       *sum = &g_array_index (sums, Sum, i);
      SheafBalanceRow *row = sheaf_balance_row_new (account);

      row->is_party = TRUE;
      row->party_id = sum->party_id;
      sheaf_balance_set_amounts (row->amounts, sum->before, sum->debit, sum->credit);
      add_amounts (ret, row->amounts);
      if (is_empty (row->amounts))
        sheaf_balance_row_free (row);
      else
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
add_sum (SheafMoney *ret,
         Sum         sum)
{
  SheafMoney amounts[SHEAF_BALANCE_AMOUNTS] = { { 0 } };

  sheaf_balance_set_amounts (amounts, sum.before, sum.debit, sum.credit);
  add_amounts (ret, amounts);
}

static const SheafSideTotal *
find_side (const SheafTotals *totals,
           gint64             account_id)
{
  for (guint i = 0; i < totals->sides->len; i++)
    if (g_array_index (totals->sides, SheafSideTotal, i).account_id == account_id)
      return &g_array_index (totals->sides, SheafSideTotal, i);
  return NULL;
}

/* The kept sums of the sides of an account's details, its whole turnover, and what of its balance
 * no detail holds. */
static void
add_sides (const SheafSideTotal *side,
           Sum                   whole,
           SheafMoney           *ret)
{
  SheafMoney       turnover = sheaf_money_sub (whole.debit, whole.credit);
  SheafMoney       after = sheaf_money_add (whole.before, turnover);
  SheafMoney       rest[SHEAF_BALANCE_AMOUNTS] = { { 0 } };
  const SheafMoney kept[SHEAF_BALANCE_AMOUNTS] = {
    [SHEAF_BALANCE_OPENING_DEBIT] = side->before_debit,
    [SHEAF_BALANCE_OPENING_CREDIT] = side->before_credit,
    [SHEAF_BALANCE_DEBIT] = whole.debit,
    [SHEAF_BALANCE_CREDIT] = whole.credit,
    [SHEAF_BALANCE_CLOSING_DEBIT] = side->debit,
    [SHEAF_BALANCE_CLOSING_CREDIT] = side->credit,
  };

  put_balance (
      rest + SHEAF_BALANCE_OPENING_DEBIT,
      sheaf_money_sub (whole.before, sheaf_money_sub (side->before_debit, side->before_credit)));
  put_balance (rest + SHEAF_BALANCE_CLOSING_DEBIT,
               sheaf_money_sub (after, sheaf_money_sub (side->debit, side->credit)));
  add_amounts (ret, kept);
  add_amounts (ret, rest);
}

/* Customers who owe and customers who paid in advance are not set off: each detail of the account
 * stands on its own side, as in B01-HTX. What no detail holds is one more. */
static void
set_amounts_by_detail (const SheafTotals *totals,
                       gint64             account_id,
                       Sum                rest,
                       SheafMoney        *ret)
{
  const SheafSideTotal *side = find_side (totals, account_id);

  if (side != NULL)
    {
      add_sides (side, rest, ret);
      return;
    }
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);

      if (detail->account_id != account_id || (detail->party_id == 0 && detail->item_id == 0))
        continue;
      add_sum (ret, (Sum){ 0, detail->before, detail->debit, detail->credit });
      rest.before = sheaf_money_sub (rest.before, detail->before);
      rest.debit = sheaf_money_sub (rest.debit, detail->debit);
      rest.credit = sheaf_money_sub (rest.credit, detail->credit);
    }
  add_sum (ret, rest);
}

/* The sums of every account by itself: id to Sum. */
static GHashTable *
sum_accounts (const SheafTotals *totals)
{
  GHashTable *sums = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      gint64                ids[] = { pair->debit_id, pair->credit_id };

      for (guint side = 0; side < 2; side++)
        {
          gpointer key = (gpointer) (gintptr) ids[side];
          Sum     *sum = g_hash_table_lookup (sums, key);

          if (sum == NULL)
            {
              sum = g_new0 (Sum, 1);
              g_hash_table_insert (sums, key, sum);
            }
          if (side == 0)
            {
              sum->before = sheaf_money_add (sum->before, pair->before);
              sum->debit = sheaf_money_add (sum->debit, pair->period);
            }
          else
            {
              sum->before = sheaf_money_sub (sum->before, pair->before);
              sum->credit = sheaf_money_add (sum->credit, pair->period);
            }
        }
    }
  return sums;
}

/* The account's own row with those under it, to the end of rows; what is empty is left out. */
static void
append_account (SheafBalance       *balance,
                const SheafFigures *figures,
                GHashTable         *sums,
                const SheafAccount *account,
                SheafBalanceSplit   split,
                SheafMoney         *ret_amounts)
{
  const SheafChart *chart = sheaf_figures_chart (figures);
  SheafBalanceRow  *row = sheaf_balance_row_new (account);
  const Sum        *own = g_hash_table_lookup (sums, (gpointer) (gintptr) account->id);
  guint             place = balance->rows->len;

  g_ptr_array_add (balance->rows, row);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    if (sheaf_chart_at (chart, i)->parent_id == account->id)
      append_account (balance, figures, sums, sheaf_chart_at (chart, i), split, row->amounts);
  if (own != NULL && split == SHEAF_BALANCE_BY_PARTY)
    {
      GPtrArray *parties =
          make_party_rows (sheaf_figures_totals (figures), account, *own, row->amounts);

      g_ptr_array_extend_and_steal (balance->rows, parties);
    }
  else if (own != NULL && split == SHEAF_BALANCE_BY_DETAIL &&
           account->needs != SHEAF_NEEDS_NOTHING)
    set_amounts_by_detail (sheaf_figures_totals (figures), account->id, *own, row->amounts);
  else if (own != NULL)
    sheaf_balance_set_amounts (row->amounts, own->before, own->debit, own->credit);
  add_amounts (ret_amounts, row->amounts);
  if (is_empty (row->amounts) && balance->rows->len == place + 1)
    g_ptr_array_set_size (balance->rows, (int) place);
}

static void
cut_levels (SheafBalance *balance,
            guint         level)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_balance_row_free);

  for (guint i = 0; i < balance->rows->len; i++)
    {
      SheafBalanceRow *row = balance->rows->pdata[i];

      if (row->level > level || (row->is_party && row->level == level))
        sheaf_balance_row_free (row);
      else
        g_ptr_array_add (kept, row);
    }
  g_ptr_array_set_free_func (balance->rows, NULL);
  g_ptr_array_unref (balance->rows);
  balance->rows = kept;
}

SheafBalance *
sheaf_balance_new (const SheafFigures *figures,
                   guint               level,
                   SheafBalanceSplit   split)
{
  const SheafChart  *chart = sheaf_figures_chart (figures);
  const SheafTotals *totals = sheaf_figures_totals (figures);
  g_autoptr (GHashTable) sums = sum_accounts (totals);
  SheafBalance *balance = g_new0 (SheafBalance, 1);

  balance->from = totals->from;
  balance->to = totals->to;
  balance->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_balance_row_free);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      SheafMoney          outside[SHEAF_BALANCE_AMOUNTS] = { { 0 } };

      if (account->parent_id == 0)
        append_account (balance, figures, sums, account, split,
                        account->type == SHEAF_ACCOUNT_OFF_BALANCE ? outside : balance->total);
    }
  if (level > 0)
    cut_levels (balance, level);
  return balance;
}

/* A party's texts are read once each. */
static gboolean
name_parties (SheafBook    *book,
              SheafBalance *balance,
              GError      **error)
{
  g_autoptr (GHashTable) parties =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sheaf_party_free);

  for (guint i = 0; i < balance->rows->len; i++)
    {
      SheafBalanceRow *row = balance->rows->pdata[i];
      gpointer         key = (gpointer) (gintptr) row->party_id;
      SheafParty      *party = g_hash_table_lookup (parties, key);

      if (row->party_id == 0)
        continue;
      if (party == NULL)
        {
          party = sheaf_party_load (book, row->party_id, error);
          if (party == NULL)
            return FALSE;
          g_hash_table_insert (parties, key, party);
        }
      row->party_code = g_strdup (party->code);
      row->party_name = g_strdup (party->name);
    }
  return TRUE;
}

SheafBalance *
sheaf_balance_compute (
    SheafBook *book,
    SheafDate  from,
    SheafDate  to,
    guint      level,
    gboolean   by_party,
    GError   **error)
{
  const SheafChart *chart;
  SheafTotals      *totals;
  g_autoptr (SheafFigures) figures = NULL;
  g_autoptr (SheafBalance) balance = NULL;

  g_return_val_if_fail (book != NULL, NULL);

  chart = sheaf_chart_get (book, error);
  if (chart == NULL)
    return NULL;
  totals = by_party ? sheaf_totals_load (book, from, to, error)
                    : sheaf_totals_load_pairs (book, from, to, error);
  if (totals == NULL)
    return NULL;
  figures = sheaf_figures_new (chart, totals);
  balance = sheaf_balance_new (figures, level,
                               by_party ? SHEAF_BALANCE_BY_PARTY : SHEAF_BALANCE_NET);
  if (!sheaf_balance_split_currencies (book, balance, error) ||
      !name_parties (book, balance, error))
    return NULL;
  return g_steal_pointer (&balance);
}

gboolean
sheaf_balance_default_days (SheafBook *book,
                            SheafDate *ret_from,
                            SheafDate *ret_to,
                            GError   **error)
{
  SheafDate day;

  if (!sheaf_journal_last_day (book, &day, error))
    return FALSE;
  if (sheaf_date_is_none (day))
    day = sheaf_book_first_day (book);
  *ret_from = sheaf_book_year_start (book, sheaf_date_year (day));
  *ret_to = sheaf_book_year_end (book, sheaf_date_year (day));
  return TRUE;
}

void
sheaf_balance_free (SheafBalance *balance)
{
  if (balance == NULL)
    return;
  g_ptr_array_unref (balance->rows);
  g_free (balance);
}
