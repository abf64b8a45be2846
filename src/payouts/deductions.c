/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes off a line before there is money: taxes, then the member's own debts. */
#include "capital/refund.h"
#include "capital/settle.h"
#include "ledger/open-item.h"
#include "payouts/making.h"
#include "payouts/withholding.h"

static void
add_paid_parts (GArray                 *paid,
                guint                   line,
                const SheafPlan        *plan,
                const SheafPayoutParts *parts)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        SheafPaidPart part = { plan, line, side, pool, parts->amounts[side][pool] };

        if (part.amount.units > 0)
          g_array_append_val (paid, part);
      }
}

static void
add_tax (SheafPayoutLine     *line,
         const SheafWithheld *withheld)
{
  SheafPayoutTax *tax = g_new0 (SheafPayoutTax, 1);

  tax->name = g_strdup (withheld->tax->name);
  tax->title = g_strdup (withheld->tax->title);
  tax->side = withheld->side;
  tax->pool = withheld->pool;
  tax->base = withheld->base;
  tax->rate = withheld->tax->rate.rate;
  tax->amount = withheld->amount;
  /* Where a set-off alone was left of an earlier line, more may be taxed than is paid. */
  tax->amount.units = MIN (tax->amount.units, line->gross.units - line->tax.units);
  line->tax = sheaf_money_add (line->tax, tax->amount);
  g_ptr_array_add (line->taxes, tax);
}

gboolean
sheaf_payout_tax_lines (SheafPayoutMaking *making,
                        guint              first,
                        GError           **error)
{
  const GPtrArray *lines = making->batch->lines;
  const gint64     party_id = ((SheafPayoutLine *) lines->pdata[first])->party_id;
  SheafPayee       payee = GPOINTER_TO_INT (g_hash_table_lookup (making->payees, &party_id));
  g_autoptr (GArray) paid = g_array_new (FALSE, FALSE, sizeof (SheafPaidPart));
  g_autoptr (GArray) withheld = NULL;

  for (guint i = first; i < lines->len; i++)
    {
      int year = ((SheafPayoutLine *) lines->pdata[i])->year;

      add_paid_parts (paid, i, g_hash_table_lookup (making->plans, GINT_TO_POINTER (year)),
                      &g_array_index (making->parts, SheafPayoutParts, i));
    }
  withheld = sheaf_withholding_compute (making->law, payee, making->sector, making->spec->date,
                                        paid);
  for (guint i = 0; i < withheld->len; i++)
    {
      const SheafWithheld *row = &g_array_index (withheld, SheafWithheld, i);

      add_tax (lines->pdata[row->line], row);
      if (row->amount.units > 0 && making->tax == NULL)
        making->tax = sheaf_chart_posting_account (sheaf_chart_get (making->book, NULL),
                                                   SHEAF_WITHHOLDING_ROLE, error);
      if (row->amount.units > 0 && making->tax == NULL)
        return FALSE;
    }
  for (guint i = first; i < lines->len; i++)
    {
      SheafPayoutLine *line = lines->pdata[i];

      line->net = sheaf_money_sub (line->gross, line->tax);
    }
  return TRUE;
}

gboolean
sheaf_payout_find_debtors (SheafPayoutMaking *making,
                           GError           **error)
{
  const SheafOpenItemFilter filter = { .on = making->spec->date,
                                       .open_only = TRUE,
                                       .due_until = SHEAF_DATE_NONE,
                                       .no_dues = TRUE };
  g_autoptr (GArray) open = NULL;

  if (!making->spec->net_debts)
    return TRUE;
  open = sheaf_open_item_list (making->book, &filter, error);
  making->debtors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SheafOpenItem *item = &g_array_index (open, SheafOpenItem, i);

      if (item->balance.units > 0)
        g_hash_table_add (making->debtors, g_memdup2 (&item->party_id, sizeof (gint64)));
    }
  return open != NULL;
}

/* A debt that is met on a later day already is none: no more than is open after all. */
static void
limit_debts (GArray          *settled,
             const GPtrArray *later)
{
  for (guint i = 0; i < later->len; i++)
    {
      SheafCapitalDebt *debt = later->pdata[i];

      for (guint k = 0; k < settled->len; k++)
        {
          SheafCapitalSettled *part = &g_array_index (settled, SheafCapitalSettled, k);

          if (part->account_id != debt->account_id)
            continue;
          part->amount.units = MIN (part->amount.units, debt->amount.units);
          debt->amount = sheaf_money_sub (debt->amount, part->amount);
        }
    }
}

/* Accounts where nothing is owed in the end. */
static void
drop_settled (GArray          *settled,
              const GPtrArray *later)
{
  for (guint k = settled->len; k > 0; k--)
    {
      const SheafCapitalSettled *part = &g_array_index (settled, SheafCapitalSettled, k - 1);
      gboolean                   owed = FALSE;

      for (guint i = 0; i < later->len && !owed; i++)
        owed = ((SheafCapitalDebt *) later->pdata[i])->account_id == part->account_id;
      if (!owed)
        g_array_remove_index (settled, k - 1);
    }
}

static void
add_set_off (SheafPayoutMaking         *making,
             SheafPayoutLine           *line,
             const SheafCapitalSettled *part,
             SheafMoney                 amount)
{
  const SheafAccount *account = sheaf_chart_by_id (sheaf_chart_get (making->book, NULL),
                                                   part->account_id);
  SheafPayoutSetOff  *set_off = g_new0 (SheafPayoutSetOff, 1);

  set_off->account_id = account->id;
  set_off->account = g_strdup (account->code);
  set_off->name = g_strdup (account->name);
  set_off->item_id = part->item_id;
  set_off->amount = amount;
  g_ptr_array_add (line->set_offs, set_off);
  line->set_off = sheaf_money_add (line->set_off, amount);
  line->net = sheaf_money_sub (line->net, amount);
}

/* Debts in their order against lines in theirs. */
static void
spread (SheafPayoutMaking *making,
        guint              first,
        const GArray      *settled)
{
  guint at = first;

  for (guint i = 0; i < settled->len; i++)
    {
      const SheafCapitalSettled *part = &g_array_index (settled, SheafCapitalSettled, i);
      SheafMoney                 left = part->amount;

      while (left.units > 0 && at < making->batch->lines->len)
        {
          SheafPayoutLine *line = making->batch->lines->pdata[at];
          SheafMoney       amount = SHEAF_MONEY (MIN (left.units, line->net.units));

          if (amount.units > 0)
            add_set_off (making, line, part, amount);
          left = sheaf_money_sub (left, amount);
          if (line->net.units == 0)
            at++;
        }
    }
}

gboolean
sheaf_payout_set_off_lines (SheafPayoutMaking *making,
                            guint              first,
                            GError           **error)
{
  const SheafPayoutLine *line = making->batch->lines->pdata[first];
  SheafMoney             sum = SHEAF_MONEY_ZERO;
  g_autoptr (GArray) settled = NULL;
  g_autoptr (GPtrArray) later = NULL;

  if (making->debtors == NULL || !g_hash_table_contains (making->debtors, &line->party_id) ||
      (making->spec->keep_debts != NULL &&
       g_strv_contains (making->spec->keep_debts, line->code)))
    return TRUE;
  for (guint i = first; i < making->batch->lines->len; i++)
    sum = sheaf_money_add (sum, ((SheafPayoutLine *) making->batch->lines->pdata[i])->net);
  settled = sheaf_capital_settle_debts (making->book, line->party_id, making->spec->date, sum,
                                        error);
  later = settled != NULL
              ? sheaf_capital_debts (making->book, line->party_id, SHEAF_DATE_LAST, error)
              : NULL;
  if (later == NULL)
    return FALSE;
  drop_settled (settled, later);
  limit_debts (settled, later);
  spread (making, first, settled);
  return TRUE;
}
