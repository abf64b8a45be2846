/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of parties and what is open with them. */
#include "app/format.h"
#include "app/lists/lists.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/currency.h"
#include "ledger/duplicate.h"
#include "ledger/open-item.h"
#include "ledger/party.h"

/* "NCC01 Đại lý vật tư"; NULL for nobody. */
static gboolean
name_party (SheafBook *book,
            gint64     id,
            char     **ret_name,
            GError   **error)
{
  g_autoptr (SheafParty) party = id == 0 ? NULL : sheaf_party_load (book, id, error);

  *ret_name = party == NULL ? NULL : g_strdup_printf ("%s  %s", party->code, party->name);
  return id == 0 || party != NULL;
}

static const char *
code_of (const SheafChart *chart,
         gint64            id)
{
  return sheaf_chart_by_id (chart, id)->code;
}

SheafSheet *
sheaf_list_open_items (SheafBook               *book,
                       const SheafListQuestion *question,
                       GError                 **error)
{
  SheafOpenItemFilter filter = { .on = question->to,
                                 .due_until = SHEAF_DATE_NONE,
                                 .open_only = TRUE };
  const SheafChart   *chart = sheaf_chart_get (book, error);
  g_autoptr (GArray) items = chart == NULL ? NULL : sheaf_open_item_list (book, &filter, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const SheafOpenItem *item = &g_array_index (items, SheafOpenItem, i);
      SheafSheetLine      *line = sheaf_sheet_add (sheet);
      gboolean             debit = item->balance.units > 0;

      line->cells[0] = g_strdup (code_of (chart, item->account_id));
      if (!name_party (book, item->party_id, &line->cells[1], error))
        return NULL;
      line->cells[2] = sheaf_item_code (book, item->item_id);
      line->cells[3] = sheaf_format_date (item->due);
      line->cells[debit ? 4 : 5] = sheaf_format_figure (
          debit ? item->balance : sheaf_money_neg (item->balance));
      line->page = g_strdup ("accounts");
      line->detail = g_strdup (line->cells[0]);
    }
  return items == NULL ? NULL : g_steal_pointer (&sheet);
}

static void
add_duplicate (SheafSheet           *sheet,
               const SheafDuplicate *duplicate,
               const SheafParty     *party)
{
  SheafSheetLine *line = sheaf_sheet_add (sheet);

  line->cells[0] = g_strdup (party->code);
  line->cells[1] = g_strdup (party->name);
  line->cells[2] = g_strdup (party->tax_code);
  line->cells[3] = sheaf_duplicate_reasons_title (duplicate->reasons);
  line->cells[4] = g_strdup (duplicate->members > 1            ? _ ("two members: look at both")
                             : party->id == duplicate->stay_id ? _ ("stays")
                                                               : _ ("merge into the other"));
  line->page = g_strdup ("parties");
  line->detail = g_strdup (party->code);
}

SheafSheet *
sheaf_list_duplicates (SheafBook               *book,
                       const SheafListQuestion *question,
                       GError                 **error)
{
  g_autoptr (GPtrArray) groups = sheaf_party_duplicates (book, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();

  (void) question;
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const SheafDuplicate *duplicate = g_ptr_array_index (groups, i);

      for (guint k = 0; k < duplicate->parties->len; k++)
        add_duplicate (sheet, duplicate, g_ptr_array_index (duplicate->parties, k));
    }
  return groups == NULL ? NULL : g_steal_pointer (&sheet);
}

SheafSheet *
sheaf_list_currencies (SheafBook               *book,
                       const SheafListQuestion *question,
                       GError                 **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GArray) balances = chart == NULL
                                    ? NULL
                                    : sheaf_currency_balances (book, question->to, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();

  for (guint i = 0; balances != NULL && i < balances->len; i++)
    {
      const SheafForeignBalance *balance = &g_array_index (balances, SheafForeignBalance, i);
      SheafSheetLine            *line = sheaf_sheet_add (sheet);

      line->cells[0] = g_strdup (code_of (chart, balance->account_id));
      if (!name_party (book, balance->party_id, &line->cells[1], error))
        return NULL;
      line->cells[2] = sheaf_item_code (book, balance->item_id);
      line->cells[3] = g_strdup (balance->currency);
      line->cells[4] = sheaf_currency_format (balance->units, balance->currency,
                                              sheaf_language_current ());
      line->cells[5] = sheaf_format_money (balance->value);
      line->page = g_strdup ("accounts");
      line->detail = g_strdup (line->cells[0]);
    }
  return balances == NULL ? NULL : g_steal_pointer (&sheet);
}
