/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of the revenue of a period is taxable: by invoices issued, or by revenue accounts. */
#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/tax-answer.h"
#include "ledger/totals.h"
#include "ledger/vat-share-private.h"
#include "ledger/vat.h"

#include <string.h>

char **
sheaf_vat_share_codes (SheafBook  *book,
                       int         year,
                       const char *key)
{
  g_autofree char *text = sheaf_tax_answer_find (book, year, key);

  return text != NULL ? g_strsplit (text, ";", -1) : NULL;
}

gboolean
sheaf_vat_share_named (const SheafChart   *chart,
                       char              **codes,
                       const SheafAccount *account)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, codes[i]);

      if (group != NULL && sheaf_chart_is_under (chart, account, group))
        return TRUE;
    }
  return FALSE;
}

static gboolean
count_invoices (SheafBook     *book,
                SheafVatShare *share,
                guint         *ret_count,
                GError       **error)
{
  g_autoptr (SheafVatList)
      list = sheaf_vat_list_load (book, SHEAF_INVOICE_OUT, share->from, share->to, error);

  if (list == NULL)
    return FALSE;
  *ret_count = list->lines->len;
  for (guint i = 0; i < list->groups->len; i++)
    {
      const SheafVatGroup *group = &g_array_index (list->groups, SheafVatGroup, i);

      share->total = sheaf_money_add (share->total, group->base);
      if (group->rate != SHEAF_INVOICE_NOT_TAXABLE)
        share->taxable = sheaf_money_add (share->taxable, group->base);
    }
  return TRUE;
}

static gboolean
is_clearing (const SheafChart *chart,
             gint64            account_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, account_id);

  return account == NULL || account->type == SHEAF_ACCOUNT_CLEARING ||
         account->type == SHEAF_ACCOUNT_CONTRA_REVENUE;
}

/* Revenue before deductions, which no account tells apart. Closings are no revenue. */
static void
add_account (const SheafTotals  *totals,
             const SheafChart   *chart,
             const SheafAccount *account,
             SheafMoney         *sum)
{
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (pair->credit_id == account->id && !is_clearing (chart, pair->debit_id))
        *sum = sheaf_money_add (*sum, pair->period);
      if (pair->debit_id == account->id && !is_clearing (chart, pair->credit_id))
        *sum = sheaf_money_sub (*sum, pair->period);
    }
}

static gboolean
is_sales (const SheafChart   *chart,
          const SheafAccount *account)
{
  static const char *const roles[] = { "revenue-external", "revenue-internal" };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const SheafAccount *top = sheaf_chart_by_role (chart, roles[i], NULL);

      if (top != NULL && sheaf_chart_is_under (chart, account, top))
        return TRUE;
    }
  return FALSE;
}

static gboolean
count_accounts (SheafBook     *book,
                SheafVatShare *share,
                char         **codes,
                GError       **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafTotals)
      totals = chart != NULL ? sheaf_totals_load_pairs (book, share->from, share->to, error) : NULL;

  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      SheafMoney          sum = SHEAF_MONEY_ZERO;

      if (!account->postable || !is_sales (chart, account))
        continue;
      add_account (totals, chart, account, &sum);
      share->total = sheaf_money_add (share->total, sum);
      if (!sheaf_vat_share_named (chart, codes, account))
        share->taxable = sheaf_money_add (share->taxable, sum);
    }
  return TRUE;
}

gboolean
sheaf_vat_share_revenue (SheafBook     *book,
                         SheafVatShare *share,
                         GError       **error)
{
  g_autofree char *way = sheaf_tax_answer_find (book, share->year, "vat-revenue");
  g_auto (GStrv) codes = sheaf_vat_share_codes (book, share->year, "vat-not-taxable-accounts");
  guint count = 0;

  share->by_invoices = g_strcmp0 (way, "accounts") != 0 && (way != NULL || codes == NULL);
  if (share->by_invoices && !count_invoices (book, share, &count, error))
    return FALSE;
  if (share->by_invoices && count == 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                 _ ("no invoice was issued in the period, so nothing tells taxable revenue from "
                    "other: answer vat-not-taxable-accounts with the accounts of revenue that is "
                    "not taxable"));
  else if (!share->by_invoices && !count_accounts (book, share, codes, error))
    return FALSE;
  else if (share->total.units <= 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX,
                 _ ("there is no revenue in the period to share input tax by: take a longer "
                    "period"));
  else
    {
      share->taxable = SHEAF_MONEY (CLAMP (share->taxable.units, 0, share->total.units));
      return TRUE;
    }
  return FALSE;
}
