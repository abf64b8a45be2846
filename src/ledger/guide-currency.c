/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money in a case: the amount in the currency goes with the rows of the account that holds
 * it, in proportion; rows of a difference of rates have none. */
#include "base/i18n.h"
#include "ledger/currency.h"
#include "ledger/guide-private.h"

#include <string.h>

/* Roles that speak of a difference of rates. */
static gboolean
is_difference (const SheafGuideCase *item,
               guint                 line)
{
  const SheafGuideLine   *named = item->lines->pdata[line];
  const SheafGuideAmount *amount = item->amounts->pdata[named->amount];

  return strcmp (amount->role, "fx-gain") == 0 || strcmp (amount->role, "fx-loss") == 0;
}

/* A row is a difference when one of its lines is. */
static gboolean
is_difference_row (const SheafGuideCase *item,
                   const SheafGuidePair *pair)
{
  return (pair->debit != G_MAXUINT && is_difference (item, pair->debit)) ||
         (pair->credit != G_MAXUINT && is_difference (item, pair->credit));
}

/* Accounts of foreign money always, claims and debts where the case is about foreign money. */
static gboolean
takes_currency (const SheafGuideCase *item,
                const SheafAccount   *account)
{
  if (account == NULL)
    return FALSE;
  if (account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN)
    return TRUE;
  return strcmp (item->topic, "fx") == 0 && account->currency == SHEAF_ACCOUNT_CURRENCY_MAY &&
         (account->needs == SHEAF_NEEDS_PARTY || account->needs == SHEAF_NEEDS_EITHER);
}

/* Shares the foreign amount out among the rows of a line. */
static void
share_out (const SheafGuideAnswers *answers,
           SheafVoucher            *voucher,
           const GArray            *pairs,
           guint                    line,
           gboolean                 debit)
{
  guint                   n = voucher->rows->len;
  g_autofree SheafWeight *weights = g_new0 (SheafWeight, n + 1);
  g_autofree SheafMoney  *shares = g_new0 (SheafMoney, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const SheafGuidePair *pair = &g_array_index (pairs, SheafGuidePair, i);
      SheafVoucherRow      *row = voucher->rows->pdata[i];

      if ((debit ? pair->debit : pair->credit) != line)
        continue;
      g_free (debit ? row->debit_currency : row->credit_currency);
      if (debit)
        row->debit_currency = g_strdup (answers->currency);
      else
        row->credit_currency = g_strdup (answers->currency);
      if (!is_difference_row (answers->entry, pair))
        weights[i] = (SheafWeight) row->amount.units;
    }
  if (!sheaf_money_allocate (SHEAF_MONEY (answers->foreign), weights, n, shares))
    return; /* a revaluation: no row moves foreign money */
  for (guint i = 0; i < n; i++)
    if (weights[i] > 0)
      {
        SheafVoucherRow *row = voucher->rows->pdata[i];

        if (debit)
          row->debit_foreign = shares[i].units;
        else
          row->credit_foreign = shares[i].units;
      }
}

static void
fill_line (const SheafChart        *chart,
           const SheafGuideAnswers *answers,
           SheafVoucher            *voucher,
           const GArray            *pairs,
           guint                    line,
           SheafProblems           *problems)
{
  gboolean            debit = ((SheafGuideLine *) answers->entry->lines->pdata[line])->debit;
  const SheafAccount *account = NULL;

  for (guint i = 0; account == NULL && i < voucher->rows->len; i++)
    {
      const SheafGuidePair  *pair = &g_array_index (pairs, SheafGuidePair, i);
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if ((debit ? pair->debit : pair->credit) == line)
        account = sheaf_chart_by_id (chart, debit ? row->debit_id : row->credit_id);
    }
  if (!takes_currency (answers->entry, account))
    return;
  if (answers->currency != NULL &&
      (answers->foreign > 0 || is_difference (answers->entry, line)))
    share_out (answers, voucher, pairs, line, debit);
  else if (account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, "currency",
                        _ ("account %s holds foreign money: name the currency and the amount in "
                           "it"),
                        account->code);
}

void
sheaf_guide_fill_currency (const SheafChart        *chart,
                           const SheafGuideAnswers *answers,
                           SheafVoucher            *voucher,
                           const GArray            *pairs,
                           SheafProblems           *problems)
{
  for (guint l = 0; l < answers->entry->lines->len; l++)
    fill_line (chart, answers, voucher, pairs, l, problems);
  /* Units on 007 are written when the voucher is posted. */
  sheaf_currency_drop_unit_rows (chart, voucher);
}
