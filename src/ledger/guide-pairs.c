/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts the law puts into one row, for asking about rows that it knows nowhere. */
#include "base/i18n.h"
#include "ledger/guide-private.h"

/* Room for two codes of an account and what stands between them. */
#define KEY_BYTES 128

static void
add_pair (SheafGuide           *guide,
          const SheafGuideLine *debit,
          const SheafGuideLine *credit)
{
  for (guint d = 0; debit->accounts[d] != NULL; d++)
    for (guint c = 0; credit->accounts[c] != NULL; c++)
      g_hash_table_add (guide->pairs,
                        g_strconcat (debit->accounts[d], ">", credit->accounts[c], NULL));
}

void
sheaf_guide_collect_pairs (SheafGuide *guide)
{
  for (guint i = 0; i < guide->entries->len; i++)
    {
      const SheafGuideEntry *entry = guide->entries->pdata[i];

      for (guint p = 0; p < entry->pairs->len; p++)
        {
          const SheafGuidePair *pair = &g_array_index (entry->pairs, SheafGuidePair, p);

          add_pair (guide, entry->entry.lines->pdata[pair->debit],
                    entry->entry.lines->pdata[pair->credit]);
        }
    }
}

gboolean
sheaf_guide_knows_pair (const SheafGuide *guide,
                        const SheafChart *chart,
                        gint64            debit_id,
                        gint64            credit_id)
{
  const SheafAccount *debit = sheaf_chart_by_id (chart, debit_id);
  const SheafAccount *credit = sheaf_chart_by_id (chart, credit_id);

  if (guide->entries->len == 0 || debit == NULL || credit == NULL ||
      debit->type == SHEAF_ACCOUNT_OFF_BALANCE || credit->type == SHEAF_ACCOUNT_OFF_BALANCE)
    return TRUE;
  for (const SheafAccount *d = debit; d != NULL; d = sheaf_chart_by_id (chart, d->parent_id))
    for (const SheafAccount *c = credit; c != NULL; c = sheaf_chart_by_id (chart, c->parent_id))
      {
        char key[KEY_BYTES];

        (void) g_snprintf (key, sizeof key, "%s>%s", d->code, c->code);
        if (g_hash_table_contains (guide->pairs, key))
          return TRUE;
      }
  return FALSE;
}

gboolean
sheaf_guide_ask_pairs (SheafBook          *book,
                       const SheafVoucher *voucher,
                       SheafProblems      *problems,
                       GError            **error)
{
  const SheafGuide *guide = sheaf_guide_get (book, error);
  const SheafChart *chart = guide == NULL ? NULL : sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (sheaf_guide_knows_pair (guide, chart, row->debit_id, row->credit_id))
        continue;
      sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, i + 1, "credit",
                          _ ("no prescribed entry debits %s against %s: check the two accounts"),
                          sheaf_chart_by_id (chart, row->debit_id)->code,
                          sheaf_chart_by_id (chart, row->credit_id)->code);
    }
  return TRUE;
}
