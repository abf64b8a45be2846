/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each job is one call of the core, or one act. */
#include "app/parties/party-jobs.h"

#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/error.h"

static void
free_balance (gpointer data)
{
  SheafPartyBalance *balance = data;

  g_free (balance->account);
  g_free (balance->title);
  g_free (balance->item);
  g_free (balance);
}

void
sheaf_party_sheet_free (SheafPartySheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_party_free (sheet->party);
  g_clear_pointer (&sheet->former, g_ptr_array_unref);
  g_clear_pointer (&sheet->merged, g_ptr_array_unref);
  g_clear_pointer (&sheet->balances, g_ptr_array_unref);
  g_clear_pointer (&sheet->items, g_ptr_array_unref);
  g_free (sheet);
}

void
sheaf_party_merge_wish_free (SheafPartyMergeWish *wish)
{
  g_free (wish->into);
  g_free (wish->reason);
  g_free (wish);
}

gpointer
sheaf_party_list_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  return sheaf_party_list (connection, data, SHEAF_PARTY_LIST_MAX, error);
}

static gboolean
read_balances (SheafBook                *book,
               const SheafPartyQuestion *question,
               SheafPartySheet          *sheet,
               GError                  **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  SheafOpenItemFilter filter = {
    .on = question->on, .party_id = question->id, .due_until = SHEAF_DATE_NONE, .open_only = TRUE
  };
  g_autoptr (GArray) items = chart == NULL ? NULL : sheaf_open_item_list (book, &filter, error);

  if (items == NULL)
    return FALSE;
  sheet->balances = g_ptr_array_new_with_free_func (free_balance);
  for (guint i = 0; i < items->len; i++)
    {
      const SheafOpenItem *item = &g_array_index (items, SheafOpenItem, i);
      const SheafAccount  *account = sheaf_chart_by_id (chart, item->account_id);
      SheafPartyBalance   *balance = g_new0 (SheafPartyBalance, 1);

      balance->account = g_strdup (account->code);
      balance->title = g_strdup (sheaf_account_name (account, sheaf_language_current ()));
      balance->item = sheaf_item_code (book, item->item_id);
      balance->balance = item->balance;
      balance->due = item->due;
      g_ptr_array_add (sheet->balances, balance);
    }
  return TRUE;
}

static gboolean
read_items (SheafBook                *book,
            const SheafPartyQuestion *question,
            SheafPartySheet          *sheet,
            GError                  **error)
{
  const SheafItemFilter filter = { .party_id = question->id, .open_only = TRUE };

  sheet->items = sheaf_item_list (book, &filter, error);
  return sheet->items != NULL;
}

static gboolean
read_merged (SheafBook                *book,
             const SheafPartyQuestion *question,
             SheafPartySheet          *sheet,
             GError                  **error)
{
  g_autoptr (GArray) ids = sheaf_party_together (book, question->id, error);

  sheet->merged = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_party_free);
  for (guint i = 1; ids != NULL && i < ids->len; i++)
    {
      SheafParty *party = sheaf_party_load (book, g_array_index (ids, gint64, i), error);

      if (party == NULL)
        return FALSE;
      g_ptr_array_add (sheet->merged, party);
    }
  return ids != NULL;
}

gpointer
sheaf_party_load_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const SheafPartyQuestion *question = data;
  SheafPartySheet          *sheet = g_new0 (SheafPartySheet, 1);

  sheet->party = sheaf_party_load (connection, question->id, error);
  if (sheet->party != NULL)
    sheet->former = sheaf_party_former_names (connection, question->id, error);
  if (sheet->former != NULL &&
      sheaf_party_in_register (connection, question->id, &sheet->is_member, error) &&
      read_merged (connection, question, sheet, error) &&
      read_items (connection, question, sheet, error) &&
      read_balances (connection, question, sheet, error))
    return sheet;
  sheaf_party_sheet_free (sheet);
  return NULL;
}

gpointer
sheaf_party_save_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const SheafParty *party = data;
  gint64            id = party->id;
  gboolean          done = id == 0 ? sheaf_party_insert (connection, party, &id, error)
                                   : sheaf_party_change (connection, party, error);

  return done ? g_memdup2 (&id, sizeof id) : NULL;
}

gpointer
sheaf_party_merge_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafPartyMergeWish *wish = data;
  gint64                     id = wish->id;

  if (wish->into == NULL)
    return sheaf_party_unmerge (connection, wish->id, wish->reason, error)
               ? g_memdup2 (&id, sizeof id)
               : NULL;
  id = sheaf_party_find (connection, wish->into);
  if (id == 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
                   _ ("nobody has the code %s: check the code"), wish->into);
      return NULL;
    }
  return sheaf_party_merge (connection, wish->id, id, wish->reason, error)
             ? g_memdup2 (&id, sizeof id)
             : NULL;
}
