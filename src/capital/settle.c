/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A debt is settled on the account and item where it stands, so that what is open there is gone. */
#include "capital/settle.h"

#include "capital/refund.h"
#include "capital/untaxed.h"
#include "ledger/chart.h"
#include "ledger/open-item.h"

gboolean
sheaf_capital_is_settled (const SheafCapitalEvent *event)
{
  return event->event == SHEAF_CAPITAL_REFUND && event->account_id != 0;
}

gboolean
sheaf_capital_is_owed (SheafBook               *book,
                       const SheafCapitalEvent *event)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *payable;

  payable = chart == NULL ? NULL : sheaf_chart_by_role (chart, "member-payable", NULL);
  return sheaf_capital_is_settled (event) && payable != NULL &&
         sheaf_chart_is_under (chart, sheaf_chart_by_id (chart, event->account_id), payable);
}

static SheafMoney
smaller (SheafMoney one,
         SheafMoney other)
{
  return sheaf_money_cmp (one, other) < 0 ? one : other;
}

/* The same refund of another amount, on an account (0: in money). */
static SheafCapitalEvent *
copy_part (const SheafCapitalEvent *refund,
           SheafMoney               amount,
           gint64                   account_id)
{
  SheafCapitalEvent *part = sheaf_capital_event_new ();

  part->party_id = refund->party_id;
  part->date = refund->date;
  part->event = refund->event;
  part->form = refund->form;
  part->amount = amount;
  part->account_id = account_id;
  part->description = g_strdup (refund->description);
  part->cause = g_strdup (refund->cause);
  part->document = g_strdup (refund->document);
  part->line = refund->line;
  return part;
}

GPtrArray *
sheaf_capital_refund_split (SheafBook               *book,
                            const SheafCapitalEvent *refund,
                            GError                 **error)
{
  g_autoptr (GPtrArray)
      parts = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  g_autoptr (GPtrArray)
      debts = sheaf_capital_debts (book, refund->party_id, refund->date, error);
  SheafMoney left = refund->amount, untaxed;

  if (debts == NULL ||
      !sheaf_capital_untaxed_on (book, refund->party_id, refund->date, &untaxed, error))
    return NULL;
  for (guint i = 0; i < debts->len && left.units > 0; i++)
    {
      const SheafCapitalDebt *debt = debts->pdata[i];
      SheafMoney              part = smaller (left, debt->amount);

      g_ptr_array_add (parts, copy_part (refund, part, debt->account_id));
      left = sheaf_money_sub (left, part);
    }
  /* Tax on capitalised income is kept back of the part that takes it, the first one: better of what
     is handed over than of what is to meet a debt. */
  if (left.units > 0 || parts->len == 0)
    g_ptr_array_insert (parts, untaxed.units > 0 ? 0 : -1,
                        copy_part (refund, left, refund->account_id));
  return g_steal_pointer (&parts);
}

/* What falls due first first, without a day last; then as listed. */
static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  SheafDate one = ((const SheafOpenItem *) a)->due;
  SheafDate other = ((const SheafOpenItem *) b)->due;

  if (sheaf_date_is_none (one) || sheaf_date_is_none (other))
    return sheaf_date_is_none (one) - sheaf_date_is_none (other);
  return sheaf_date_cmp (one, other);
}

/* What the person owes on the account, by items; of SheafOpenItem. */
static GArray *
list_open (SheafBook *book,
           gint64     account_id,
           gint64     party_id,
           SheafDate  on,
           GError   **error)
{
  const SheafOpenItemFilter filter = { .on = on,
                                       .account_id = account_id,
                                       .party_id = party_id,
                                       .open_only = TRUE,
                                       .due_until = SHEAF_DATE_NONE };
  GArray                   *open = sheaf_open_item_list (book, &filter, error);

  for (guint i = open == NULL ? 0 : open->len; i > 0; i--)
    if (g_array_index (open, SheafOpenItem, i - 1).balance.units <= 0)
      g_array_remove_index (open, i - 1);
  if (open != NULL)
    g_array_sort (open, compare_dues);
  return open;
}

/* Appends what the amount settles on the account; what no item takes stands without one. */
static gboolean
settle_account (SheafBook *book,
                gint64     account_id,
                gint64     party_id,
                SheafDate  on,
                SheafMoney amount,
                GArray    *settled,
                GError   **error)
{
  g_autoptr (GArray) open = list_open (book, account_id, party_id, on, error);

  for (guint i = 0; open != NULL && amount.units > 0; i++)
    {
      const SheafOpenItem *item = i < open->len ? &g_array_index (open, SheafOpenItem, i) : NULL;
      SheafCapitalSettled  part = { account_id, item == NULL ? 0 : item->item_id,
                                   item == NULL ? amount : smaller (amount, item->balance) };

      g_array_append_val (settled, part);
      amount = sheaf_money_sub (amount, part.amount);
    }
  return open != NULL;
}

GArray *
sheaf_capital_settle_debts (SheafBook *book,
                            gint64     party_id,
                            SheafDate  on,
                            SheafMoney amount,
                            GError   **error)
{
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (SheafCapitalSettled));
  g_autoptr (GPtrArray) debts = sheaf_capital_debts (book, party_id, on, error);

  if (debts == NULL)
    return NULL;
  for (guint i = 0; i < debts->len && amount.units > 0; i++)
    {
      const SheafCapitalDebt *debt = debts->pdata[i];
      SheafMoney              part = smaller (amount, debt->amount);

      if (!settle_account (book, debt->account_id, party_id, on, part, settled, error))
        return NULL;
      amount = sheaf_money_sub (amount, part);
    }
  return g_steal_pointer (&settled);
}

gboolean
sheaf_capital_settle_voucher (SheafBook               *book,
                              const SheafCapitalEvent *event,
                              SheafVoucher            *voucher,
                              GError                 **error)
{
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (SheafCapitalSettled));
  const gint64 capital_id = ((SheafVoucherRow *) voucher->rows->pdata[0])->debit_id;

  if (!settle_account (book, event->account_id, event->party_id, event->date, event->amount,
                       settled, error))
    return FALSE;
  voucher->kind = SHEAF_VOUCHER_JOURNAL;
  for (guint i = 0; i < settled->len; i++)
    {
      const SheafCapitalSettled *part = &g_array_index (settled, SheafCapitalSettled, i);
      SheafVoucherRow           *row = i == 0 ? voucher->rows->pdata[0]
                                              : sheaf_voucher_add_row (voucher, capital_id, 0,
                                                                       part->amount);

      row->debit_party_id = event->party_id;
      row->line = event->line;
      row->amount = part->amount;
      row->credit_id = part->account_id;
      row->credit_party_id = event->party_id;
      row->credit_item_id = part->item_id;
    }
  return TRUE;
}
