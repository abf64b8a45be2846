/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open: balances by account, party and item, with the day they fall due. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/rate.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "ledger/open-item.h"
#include "ledger/party.h"

static const SheafCommandOption options[] = {
  { "account", "CODE", N_ ("balances of this account or those under it") },
  { "party", "CODE", N_ ("balances with this party or member, and items of it") },
  { "on", "DAY", N_ ("the day; today when not given") },
  { "open", NULL, N_ ("leaves out what is paid, and items without a row") },
  { "due-until", "DAY", N_ ("only what falls due up to this day") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "party", N_ ("Party"), SHEAF_OUTPUT_TEXT },
  { "party_name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "item", N_ ("Item"), SHEAF_OUTPUT_TEXT },
  { "item_name", N_ ("Item's name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
  { "due", N_ ("Due"), SHEAF_OUTPUT_DAY },
  { "closed", N_ ("Closed on"), SHEAF_OUTPUT_DAY },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_AMOUNT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_AMOUNT },
  { "rate", N_ ("Rate a year"), SHEAF_OUTPUT_NUMBER },
  { "since", N_ ("Since"), SHEAF_OUTPUT_DAY },
  { "frozen", N_ ("Frozen since"), SHEAF_OUTPUT_DAY },
  { "place", N_ ("Place"), SHEAF_OUTPUT_TEXT },
};

static gboolean
add_party (SheafOutput *output,
           SheafBook   *book,
           gint64       id,
           GError     **error)
{
  g_autoptr (SheafParty) party = id == 0 ? NULL : sheaf_party_load (book, id, error);

  if (id != 0 && party == NULL)
    return FALSE;
  sheaf_output_text (output, party == NULL ? NULL : party->code);
  sheaf_output_text (output, party == NULL ? NULL : party->name);
  return TRUE;
}

static void
add_item (SheafOutput     *output,
          const SheafItem *item,
          SheafDate        due)
{
  const char *kind = item == NULL ? NULL : item->kind;

  sheaf_output_text (output, item == NULL ? NULL : item->code);
  sheaf_output_text (output, item == NULL ? NULL : item->name);
  sheaf_output_text (output, kind != NULL && sheaf_output_is_text (output)
                                 ? sheaf_item_kind_title (kind)
                                 : kind);
  sheaf_output_text (output, item == NULL ? NULL : item->document);
  sheaf_output_day (output, due);
  sheaf_output_day (output, item == NULL ? SHEAF_DATE_NONE : item->closed);
}

/* What stands behind the amounts: columns that came later. */
static void
add_facts (SheafOutput     *output,
           const SheafItem *item)
{
  g_autofree char *rate = item == NULL || item->rate < 0
                              ? NULL
                              : sheaf_rate_to_text (SHEAF_RATE (item->rate));

  sheaf_output_text (output, rate);
  sheaf_output_day (output, item == NULL ? SHEAF_DATE_NONE : item->since);
  sheaf_output_day (output, item == NULL ? SHEAF_DATE_NONE : item->frozen);
  sheaf_output_text (output, item == NULL ? NULL : item->place);
}

static gboolean
add_balance (SheafOutput         *output,
             SheafBook           *book,
             const SheafOpenItem *open,
             GError             **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *account = sheaf_chart_by_id (chart, open->account_id);
  const SheafItem    *item = NULL;
  gboolean            debit = open->balance.units > 0;

  if (open->item_id != 0)
    item = sheaf_item_get (book, open->item_id, error);
  if (open->item_id != 0 && item == NULL)
    return FALSE;
  sheaf_output_text (output, account->code);
  if (!add_party (output, book, open->party_id, error))
    return FALSE;
  add_item (output, item, open->due);
  sheaf_output_amount (output, debit ? open->balance : SHEAF_MONEY_ZERO);
  sheaf_output_amount (output, debit ? SHEAF_MONEY_ZERO : sheaf_money_neg (open->balance));
  add_facts (output, item);
  return TRUE;
}

/* Items that no balance shows: nothing was posted with them yet. */
static gboolean
add_unused (SheafOutput               *output,
            SheafBook                 *book,
            const SheafOpenItemFilter *filter,
            const GArray              *balances,
            GError                   **error)
{
  const SheafItemFilter asked = { .party_id = filter->party_id };
  g_autoptr (GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) items = sheaf_item_list (book, &asked, error);

  for (guint i = 0; i < balances->len; i++)
    g_hash_table_add (used, &g_array_index (balances, SheafOpenItem, i).item_id);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const SheafItem *item = items->pdata[i];

      if (g_hash_table_contains (used, &item->id))
        continue;
      sheaf_output_text (output, NULL);
      if (!add_party (output, book, item->party_id, error))
        return FALSE;
      add_item (output, item, item->due);
      sheaf_output_amount (output, SHEAF_MONEY_ZERO);
      sheaf_output_amount (output, SHEAF_MONEY_ZERO);
      add_facts (output, item);
    }
  return items != NULL;
}

static gboolean
write_items (const SheafCommandLine *line,
             SheafOpenItemFilter    *filter,
             SheafBook              *book,
             GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (GArray) balances = sheaf_open_item_list (book, filter, error);
  gboolean narrow = filter->open_only || filter->account_id != 0 ||
                    !sheaf_date_is_none (filter->due_until);

  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    if (!add_balance (output, book, &g_array_index (balances, SheafOpenItem, i), error))
      return FALSE;
  return (narrow || add_unused (output, book, filter, balances, error)) &&
         sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafOpenItemFilter filter = { .open_only = sheaf_command_flag (line, "open"),
                                 .due_until = SHEAF_DATE_NONE };
  g_autoptr (SheafBook) book = sheaf_command_day (line, "due-until", &filter.due_until, error)
                                   ? sheaf_command_open (line, SHEAF_BOOK_READ, error)
                                   : NULL;

  return book != NULL && sheaf_command_on (line, book, &filter.on, error) &&
         sheaf_command_find_account (book, sheaf_command_option (line, "account"),
                                     &filter.account_id, error) &&
         sheaf_command_find_party (book, sheaf_command_option (line, "party"), &filter.party_id,
                                   error) &&
         write_items (line, &filter, book, error);
}

const SheafCommand sheaf_command_items = {
  .name = "items",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("what is open by account, party and item, with the day it falls due"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
