/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a member owes, and whether the co-op stays able to pay. */
#include "capital/refund.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/due.h"
#include "ledger/open-item.h"
#include "ledger/totals.h"

static void
debt_free (gpointer data)
{
  SheafCapitalDebt *debt = data;

  g_free (debt->account);
  g_free (debt->name);
  g_free (debt);
}

static gboolean
is_claim_or_debt (const SheafAccount *account)
{
  return account != NULL &&
         (account->type == SHEAF_ACCOUNT_ASSET || account->type == SHEAF_ACCOUNT_LIABILITY);
}

static void
take_debt (GPtrArray          *debts,
           const SheafAccount *account,
           SheafMoney          balance)
{
  SheafCapitalDebt *debt;

  if (balance.units <= 0 || !is_claim_or_debt (account))
    return;
  debt = g_new0 (SheafCapitalDebt, 1);
  debt->account_id = account->id;
  debt->account = g_strdup (account->code);
  debt->name = g_strdup (account->name);
  debt->amount = balance;
  g_ptr_array_add (debts, debt);
}

GPtrArray *
sheaf_capital_debts (SheafBook *book,
                     gint64     party_id,
                     SheafDate  on,
                     GError   **error)
{
  const SheafOpenItemFilter filter = {
    .on = on, .party_id = party_id, .open_only = TRUE, .due_until = SHEAF_DATE_NONE, .no_dues = TRUE
  };
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GArray) open = chart == NULL ? NULL : sheaf_open_item_list (book, &filter, error);
  g_autoptr (GPtrArray) debts = g_ptr_array_new_with_free_func (debt_free);

  if (open == NULL)
    return NULL;
  for (guint i = 0; i < open->len;)
    {
      gint64     account_id = g_array_index (open, SheafOpenItem, i).account_id;
      SheafMoney balance = SHEAF_MONEY_ZERO;

      for (; i < open->len && g_array_index (open, SheafOpenItem, i).account_id == account_id; i++)
        balance = sheaf_money_add (balance, g_array_index (open, SheafOpenItem, i).balance);
      take_debt (debts, sheaf_chart_by_id (chart, account_id), balance);
    }
  return g_steal_pointer (&debts);
}

/* One account: what stands on either side of its parties and items, and what names none. */
typedef struct
{
  SheafMoney debit;
  SheafMoney credit;
  SheafMoney named; /* debit positive */
} Sides;

static void
add_balance (Sides     *sides,
             SheafMoney balance)
{
  sides->named = sheaf_money_add (sides->named, balance);
  if (balance.units > 0)
    sides->debit = sheaf_money_add (sides->debit, balance);
  else
    sides->credit = sheaf_money_sub (sides->credit, balance);
}

/* By account: gint64 id to Sides. */
static GHashTable *
sum_sides (const SheafTotals *totals)
{
  GHashTable *accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      Sides                  *sides = g_hash_table_lookup (accounts, &detail->account_id);

      if (sides == NULL)
        {
          sides = g_new0 (Sides, 1);
          g_hash_table_insert (accounts, g_memdup2 (&detail->account_id, sizeof (gint64)), sides);
        }
      add_balance (sides, sheaf_money_sub (sheaf_money_add (detail->before, detail->debit),
                                           detail->credit));
    }
  for (guint i = 0; i < totals->sides->len; i++)
    {
      const SheafSideTotal *total = &g_array_index (totals->sides, SheafSideTotal, i);
      Sides                *sides = g_new0 (Sides, 1);

      add_balance (sides, total->debit);
      add_balance (sides, sheaf_money_neg (total->credit));
      g_hash_table_insert (accounts, g_memdup2 (&total->account_id, sizeof (gint64)), sides);
    }
  return accounts;
}

static gboolean
add_account (SheafBook            *book,
             const SheafTotals    *totals,
             GHashTable           *accounts,
             const SheafAccount   *account,
             SheafCapitalSolvency *solvency,
             GError              **error)
{
  const Sides *named = g_hash_table_lookup (accounts, &account->id);
  SheafMoney   balance = sheaf_totals_balance (totals, account->id);
  Sides        sides = { 0 };
  SheafDueUse  use;

  if (named != NULL)
    sides = *named;
  if (account->book == SHEAF_ACCOUNT_BOOK_CASH || account->book == SHEAF_ACCOUNT_BOOK_BANK)
    {
      solvency->money = sheaf_money_add (solvency->money, balance);
      return TRUE;
    }
  if (!is_claim_or_debt (account))
    return TRUE;
  add_balance (&sides, sheaf_money_sub (balance, sides.named));
  /* An asset that names nobody is a thing; one that others are named on is a claim. */
  if (account->type == SHEAF_ACCOUNT_LIABILITY || named != NULL)
    solvency->debts = sheaf_money_add (solvency->debts, sides.credit);
  if (!sheaf_due_use (book, account, &use, error))
    return FALSE;
  if ((use & SHEAF_DUE_USE_CLAIM) != 0)
    solvency->claims = sheaf_money_add (solvency->claims, sides.debit);
  return TRUE;
}

/* What falls due later than within twelve months weighs on neither side. */
static gboolean
take_off_later (SheafBook            *book,
                const SheafChart     *chart,
                SheafDate             on,
                SheafCapitalSolvency *solvency,
                GError              **error)
{
  g_autoptr (GArray) splits = sheaf_due_split (book, on, error);

  for (guint i = 0; splits != NULL && i < splits->len; i++)
    {
      const SheafDueSplit *split = &g_array_index (splits, SheafDueSplit, i);
      const SheafAccount  *account = sheaf_chart_by_id (chart, split->account_id);
      SheafDueUse          use;

      if (!sheaf_due_use (book, account, &use, error))
        return FALSE;
      if (split->later.units < 0)
        solvency->debts = sheaf_money_add (solvency->debts, split->later);
      else if ((use & SHEAF_DUE_USE_CLAIM) != 0)
        solvency->claims = sheaf_money_sub (solvency->claims, split->later);
    }
  return splits != NULL;
}

gboolean
sheaf_capital_solvency (SheafBook            *book,
                        SheafDate             on,
                        SheafMoney            refund,
                        SheafCapitalSolvency *ret_solvency,
                        GError              **error)
{
  const SheafChart    *chart = sheaf_chart_get (book, error);
  SheafCapitalSolvency solvency = { 0 };
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (GHashTable) accounts = NULL;

  totals = chart == NULL ? NULL
                         : sheaf_totals_load_sides (book, sheaf_book_first_day (book), on, NULL,
                                                    error);
  if (totals == NULL)
    return FALSE;
  accounts = sum_sides (totals);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && !add_account (book, totals, accounts, account, &solvency, error))
        return FALSE;
    }
  if (!take_off_later (book, chart, on, &solvency, error))
    return FALSE;
  solvency.after = sheaf_money_sub (solvency.money, refund);
  *ret_solvency = solvency;
  return TRUE;
}

gboolean
sheaf_capital_solvency_holds (const SheafCapitalSolvency *solvency)
{
  return sheaf_money_cmp (solvency->after, solvency->debts) >= 0;
}

char *
sheaf_capital_solvency_text (const SheafCapitalSolvency *solvency)
{
  return g_strdup_printf (
      _ ("after the refund %s of %s"
         " money is left, while %s"
         " of debts fall due within twelve months and %s"
         " of claims may come in: capital may be given back only if all debts "
         "stay payable (Law 17/2023/QH15 Art. 78), wait or refund in "
         "instalments"),
      sheaf_money_word (solvency->after).text, sheaf_money_word (solvency->money).text,
      sheaf_money_word (solvency->debts).text, sheaf_money_word (solvency->claims).text);
}
