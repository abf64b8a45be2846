/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts are looked through stands in the form. */
#include "statements/through.h"

#define GROUP "through"
#define MONEY "money"

/* The ids of all accounts that are posted to under codes parted by |. */
static GHashTable *
list_accounts (const SheafChart *chart,
               const SheafForm  *form,
               const char       *key)
{
  GHashTable      *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *text = g_key_file_get_string (form->words, GROUP, key, NULL);
  g_auto (GStrv) codes = g_strsplit (text == NULL ? "" : text, "|", -1);

  for (char **code = codes; *code != NULL; code++)
    {
      const SheafAccount *group = sheaf_chart_by_code (chart, *code);

      for (guint i = 0; group != NULL && i < sheaf_chart_count (chart); i++)
        {
          const SheafAccount *account = sheaf_chart_at (chart, i);

          if (sheaf_chart_is_under (chart, account, group))
            g_hash_table_add (ids, g_memdup2 (&account->id, sizeof account->id));
        }
    }
  return ids;
}

/* Moves what a piece paid from one pair to the other. */
static void
move_part (SheafTotals            *totals,
           const SheafSettledPart *part)
{
  SheafVoucherRow from = { .debit_id = part->settling_id,
                           .credit_id = part->money_id,
                           .scope = part->scope,
                           .amount = sheaf_money_neg (part->amount) };
  SheafVoucherRow to = { .debit_id = part->origin_id,
                         .credit_id = part->money_id,
                         .scope = part->scope,
                         .amount = part->amount };

  sheaf_totals_add_row (totals, &from);
  sheaf_totals_add_row (totals, &to);
}

/* One settling account, or all under it. */
static gboolean
collect_key (SheafBook        *book,
             const SheafChart *chart,
             const SheafForm  *form,
             const char       *key,
             GHashTable       *money,
             SheafTotals      *totals,
             GArray           *parts,
             GError          **error)
{
  const SheafAccount *group = sheaf_chart_by_code (chart, key);
  g_autoptr (GHashTable) origins = list_accounts (chart, form, key);

  for (guint i = 0; group != NULL && i < sheaf_chart_count (chart); i++)
    {
      SheafSettledQuestion question = { sheaf_chart_at (chart, i), origins, money };
      g_autoptr (GArray) found = NULL;

      if (!question.settling->postable || !sheaf_chart_is_under (chart, question.settling, group))
        continue;
      found = sheaf_settled_parts (book, totals, &question, error);
      if (found == NULL)
        return FALSE;
      if (found->len > 0)
        g_array_append_vals (parts, found->data, found->len);
    }
  return TRUE;
}

GArray *
sheaf_through_apply (SheafBook       *book,
                     const SheafForm *form,
                     SheafTotals     *totals,
                     GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_auto (GStrv) keys = g_key_file_get_keys (form->words, GROUP, NULL, NULL);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafSettledPart));
  g_autoptr (GHashTable) money = NULL;

  if (chart == NULL)
    return NULL;
  money = list_accounts (chart, form, MONEY);
  for (char **key = keys; key != NULL && *key != NULL; key++)
    if (!g_str_equal (*key, MONEY) &&
        !collect_key (book, chart, form, *key, money, totals, parts, error))
      return NULL;
  for (guint i = 0; i < parts->len; i++)
    move_part (totals, &g_array_index (parts, SheafSettledPart, i));
  return g_steal_pointer (&parts);
}
