/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares come from the distribution, what was kept back from the payments so far. */
#include "payouts/share-list.h"

#include "members/member.h"
#include "members/membership.h"
#include "payouts/batch.h"

static void
add_payment (GHashTable             *paid,
             const SheafPayoutBatch *batch,
             const SheafPayoutLine  *line,
             int                     year)
{
  SheafYearPaid *member = g_hash_table_lookup (paid, line->code);

  if (line->state == SHEAF_PAYOUT_REVERSED || line->year != year)
    return;
  if (member == NULL)
    {
      member = g_new0 (SheafYearPaid, 1);
      member->last = SHEAF_DATE_NONE;
      g_hash_table_insert (paid, g_strdup (line->code), member);
    }
  member->tax = sheaf_money_add (member->tax, line->tax);
  member->set_off = sheaf_money_add (member->set_off, line->set_off);
  if (!line->paid) /* the money came back; tax and set-offs stay */
    return;
  member->amount = sheaf_money_add (member->amount, line->net);
  member->cash = member->cash || batch->method == SHEAF_PAYOUT_CASH;
  member->bank = member->bank || batch->method == SHEAF_PAYOUT_BANK;
  if (sheaf_date_is_none (member->last) || sheaf_date_cmp (batch->date, member->last) > 0)
    member->last = batch->date;
}

GHashTable *
sheaf_year_paid_load (SheafBook *book,
                      int        year,
                      GError   **error)
{
  g_autoptr (GArray) ids = sheaf_payout_list (book, year, error);
  g_autoptr (GHashTable) paid = NULL;

  if (ids == NULL)
    return NULL;
  paid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (
          book, g_array_index (ids, gint64, i), error);

      if (batch == NULL)
        return NULL;
      for (guint k = 0; k < batch->lines->len; k++)
        add_payment (paid, batch, batch->lines->pdata[k], year);
    }
  return g_steal_pointer (&paid);
}

/* Who the member is, at the year's end; of one who left, the last kind. */
static gboolean
fill_person (SheafBook      *book,
             SheafDate       year_end,
             GPtrArray      *strings,
             SheafPayoutRow *row,
             GError        **error)
{
  g_autoptr (SheafMember) member = NULL;
  SheafMemberState state;

  row->party_id = sheaf_member_find (book, row->code);
  member = sheaf_member_load (book, row->party_id, error);
  if (member == NULL || !sheaf_member_on (book, row->party_id, year_end, &state, error))
    return FALSE;
  g_ptr_array_add (strings, g_strdup (member->name));
  row->name = strings->pdata[strings->len - 1];
  row->kind = sheaf_member_kind_to_word (
      state.last_kind != SHEAF_MEMBER_NONE ? state.last_kind : member->kind);
  return TRUE;
}

GArray *
sheaf_payout_rows (SheafBook               *book,
                   int                      year,
                   const SheafDistribution *result,
                   GHashTable              *paid,
                   GPtrArray               *strings,
                   GError                 **error)
{
  SheafDate   year_end = sheaf_book_year_end (book, year);
  const char *before = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (SheafPayoutRow));

  for (guint i = 0; i < result->shares->len; i++)
    {
      SheafPayoutRow       row = { .code = g_array_index (result->shares, SheafShare, i).code };
      const SheafYearPaid *member = g_hash_table_lookup (paid, row.code);

      if (g_strcmp0 (before, row.code) == 0)
        continue;
      before = row.code;
      if (!fill_person (book, year_end, strings, &row, error))
        return NULL;
      if (member != NULL)
        {
          row.tax = member->tax;
          row.set_off = member->set_off;
          row.cash = member->cash;
          row.bank = member->bank;
        }
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

/* What a weight is in money: capital counts its days, the rest are amounts as they are. */
static SheafWeight
worth_of (const SheafPlan  *plan,
          SheafDate         year_end,
          const SheafShare *share)
{
  SheafDate   next = sheaf_date_add_days (year_end, 1);
  SheafDate   first = sheaf_date_new (sheaf_date_year (next) - 1, sheaf_date_month (next),
                                      sheaf_date_day (next));
  SheafWeight days = (SheafWeight) (next.days - first.days); /* of the year */

  if (share->pool != SHEAF_POOL_CAPITAL || plan->capital_year_end)
    return share->weight;
  return (share->weight + days / 2) / days;
}

/* What the member put in. The same weighs in the pools of both profits: it is told once. */
static void
fill_weight (const SheafDistribution *result,
             const SheafPlan         *plan,
             SheafDate                year_end,
             const SheafShare        *share,
             SheafShareLine          *line)
{
  const SheafPoolResult *pool = &result->pools[share->side][share->pool];

  if (line->weights[share->pool] != 0 || share->weight == 0 || pool->weight == 0)
    return;
  line->weights[share->pool] = share->weight;
  line->totals[share->pool] = pool->weight;
  line->worths[share->pool] = worth_of (plan, year_end, share);
}

/* What of the total is no money, and what payments kept back of the rest. */
static void
fill_forms (const SheafDistribution *result,
            const SheafPayoutRow    *row,
            SheafMoney               amounts[SHEAF_SHARE_AMOUNTS])
{
  SheafMoney forms[SHEAF_PAY_FORMS];

  sheaf_distribution_member_forms (result, row->code, forms);
  amounts[SHEAF_SHARE_CAPITAL] = forms[SHEAF_PAY_FORM_CAPITAL];
  amounts[SHEAF_SHARE_NOTICE] = sheaf_money_add (forms[SHEAF_PAY_FORM_QUALIFIED],
                                                 forms[SHEAF_PAY_FORM_NONQUALIFIED]);
  amounts[SHEAF_SHARE_TAX] = row->tax;
  amounts[SHEAF_SHARE_SET_OFF] = row->set_off;
  amounts[SHEAF_SHARE_NET] = sheaf_money_sub (forms[SHEAF_PAY_FORM_MONEY],
                                              sheaf_money_add (row->tax, row->set_off));
}

gboolean
sheaf_share_line_fill (const SheafDistribution *result,
                       const SheafPlan         *plan,
                       SheafDate                year_end,
                       const SheafPayoutRow    *row,
                       SheafShareLine          *ret_line)
{
  SheafShareLine line = { { 0 }, { 0 }, { 0 }, { { 0 } } };
  gboolean       found = FALSE;

  for (guint i = sheaf_distribution_first_share (result, row->code); i < result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (result->shares, SheafShare, i);
      guint             column = SHEAF_SHARE_POOL + (guint) share->pool;

      if (!g_str_equal (share->code, row->code))
        break;
      column += (guint) share->side * SHEAF_POOLS;
      found = TRUE;
      fill_weight (result, plan, year_end, share, &line);
      line.amounts[column] = sheaf_money_add (line.amounts[column], share->amount);
      line.amounts[SHEAF_SHARE_TOTAL] = sheaf_money_add (line.amounts[SHEAF_SHARE_TOTAL],
                                                         share->amount);
    }
  if (!found)
    return FALSE;
  fill_forms (result, row, line.amounts);
  *ret_line = line;
  return TRUE;
}

void
sheaf_share_line_add (SheafShareLine       *sum,
                      const SheafShareLine *line)
{
  for (guint i = 0; i < SHEAF_SHARE_AMOUNTS; i++)
    sum->amounts[i] = sheaf_money_add (sum->amounts[i], line->amounts[i]);
  /* Worths are added as they are shown, so that the column adds up; a line without weight knows no
   * total. */
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      sum->weights[pool] += line->weights[pool];
      sum->worths[pool] += line->worths[pool];
      sum->totals[pool] = MAX (sum->totals[pool], line->totals[pool]);
    }
}

SheafMoney
sheaf_share_left_over (const SheafDistribution *result)
{
  SheafMoney left = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < SHEAF_SIDES * SHEAF_POOLS; i++)
    left = sheaf_money_add (left,
                            result->pools[i / SHEAF_POOLS][i % SHEAF_POOLS].undistributed);
  return left;
}
