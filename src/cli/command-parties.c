/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties and members with their facts and what stands open with them. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "ledger/open-item.h"
#include "ledger/party.h"

static const SheafCommandOption options[] = {
  { "search", "TEXT", N_ ("words of code, name, numbers or address, in any order") },
  { "on", "DAY", N_ ("the day of the balances; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "code", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "tax_code", N_ ("Tax code"), SHEAF_OUTPUT_TEXT },
  { "id_number", N_ ("Id number"), SHEAF_OUTPUT_TEXT },
  { "address", N_ ("Address"), SHEAF_OUTPUT_TEXT },
  { "phone", N_ ("Phone"), SHEAF_OUTPUT_TEXT },
  { "bank_bin", N_ ("Bank"), SHEAF_OUTPUT_TEXT },
  { "bank_account", N_ ("Bank account"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_AMOUNT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_AMOUNT },
};

/* One account's balance with one party, all items together. */
typedef struct
{
  gint64     account_id;
  SheafMoney balance;
} Sum;

/* Of GArray of Sum by the party's id; balances come by account, then party. */
static GHashTable *
sum_by_party (const GArray *balances)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < balances->len; i++)
    {
      const SheafOpenItem *open = &g_array_index (balances, SheafOpenItem, i);
      GArray              *list = g_hash_table_lookup (sums, &open->party_id);
      Sum                  sum = { open->account_id, open->balance };
      Sum                 *last;

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Sum));
          g_hash_table_insert (sums, g_memdup2 (&open->party_id, sizeof (gint64)), list);
        }
      last = list->len == 0 ? NULL : &g_array_index (list, Sum, list->len - 1);
      if (last != NULL && last->account_id == open->account_id)
        last->balance = sheaf_money_add (last->balance, open->balance);
      else
        g_array_append_val (list, sum);
    }
  return sums;
}

static void
add_facts (SheafOutput      *output,
           const SheafParty *party)
{
  sheaf_output_text (output, party->code);
  sheaf_output_text (output, party->name);
  sheaf_output_text (output, sheaf_party_kind_to_word (party->kind));
  sheaf_output_text (output, party->tax_code);
  sheaf_output_text (output, party->id_number);
  sheaf_output_text (output, party->address);
  sheaf_output_text (output, party->phone);
  sheaf_output_text (output, party->bank_bin);
  sheaf_output_text (output, party->bank_account);
}

/* A row for each account with a balance; one without an account where there is none. */
static void
add_party (SheafOutput      *output,
           const SheafChart *chart,
           const SheafParty *party,
           const GArray     *sums)
{
  guint rows = 0;

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);
      gboolean   debit = sum->balance.units > 0;

      if (sum->balance.units == 0)
        continue;
      add_facts (output, party);
      sheaf_output_text (output, sheaf_chart_by_id (chart, sum->account_id)->code);
      sheaf_output_amount (output, debit ? sum->balance : SHEAF_MONEY_ZERO);
      sheaf_output_amount (output, debit ? SHEAF_MONEY_ZERO : sheaf_money_neg (sum->balance));
      rows++;
    }
  if (rows > 0)
    return;
  add_facts (output, party);
  sheaf_output_text (output, NULL);
  sheaf_output_amount (output, SHEAF_MONEY_ZERO);
  sheaf_output_amount (output, SHEAF_MONEY_ZERO);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafOpenItemFilter filter = { .open_only = TRUE, .due_until = SHEAF_DATE_NONE, .no_dues = TRUE };
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GArray) balances = NULL;
  g_autoptr (GHashTable) sums = NULL;

  if (book == NULL || !sheaf_command_on (line, book, &filter.on, error))
    return FALSE;
  parties = sheaf_party_list (book, sheaf_command_option (line, "search"), 0, error);
  balances = parties == NULL ? NULL : sheaf_open_item_list (book, &filter, error);
  if (balances == NULL)
    return FALSE;
  sums = sum_by_party (balances);
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *party = parties->pdata[i];

      add_party (output, sheaf_chart_get (book, NULL), party,
                 g_hash_table_lookup (sums, &party->id));
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_parties = {
  .name = "parties",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("parties and members with their facts and balances by account"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
