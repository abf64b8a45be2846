/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of one party: facts, former names, merges, balances, last rows. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "ledger/journal.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"

/* How many rows are shown, the latest first. */
#define LAST_ROWS 10

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day of the balances; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "field", N_ ("Field"), SHEAF_OUTPUT_TEXT },
  { "value", N_ ("Value"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "item", N_ ("Item"), SHEAF_OUTPUT_TEXT },
  { "day", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_AMOUNT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_AMOUNT },
};

typedef struct
{
  SheafOutput      *output;
  SheafBook        *book;
  const SheafParty *party; /* who stands for the one asked for */
  SheafDate         on;
} Card;

static void
add_line (const Card *card,
          const char *field,
          const char *value,
          const char *account,
          const char *item,
          SheafDate   day)
{
  sheaf_output_text (card->output, field);
  sheaf_output_text (card->output, value);
  sheaf_output_text (card->output, account);
  sheaf_output_text (card->output, item);
  sheaf_output_day (card->output, day);
}

static void
add_fact (const Card *card,
          const char *field,
          const char *value)
{
  add_line (card, field, value, NULL, NULL, SHEAF_DATE_NONE);
  sheaf_output_text (card->output, NULL);
  sheaf_output_text (card->output, NULL);
}

static gboolean
add_facts (const Card *card,
           GError    **error)
{
  const SheafParty *party = card->party;
  g_autoptr (GPtrArray) names = sheaf_party_former_names (card->book, party->id, error);

  if (names == NULL)
    return FALSE;
  add_fact (card, "code", party->code);
  add_fact (card, "name", party->name);
  for (guint i = 0; i < names->len; i++)
    add_fact (card, "former_name", names->pdata[i]);
  add_fact (card, "kind", sheaf_party_kind_to_word (party->kind));
  add_fact (card, "tax_code", party->tax_code);
  add_fact (card, "id_number", party->id_number);
  add_fact (card, "address", party->address);
  add_fact (card, "phone", party->phone);
  add_fact (card, "bank_bin", party->bank_bin);
  add_fact (card, "bank_account", party->bank_account);
  return TRUE;
}

static gboolean
add_merged (const Card *card,
            GError    **error)
{
  g_autoptr (GPtrArray) merges = sheaf_merge_list (card->book, error);

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const SheafMerge *merge = merges->pdata[i];
      g_autoptr (SheafParty) merged = NULL;
      g_autofree char *text = NULL;

      if (sheaf_party_survivor (card->book, merge->party_id) != card->party->id)
        continue;
      merged = sheaf_party_load (card->book, merge->party_id, error);
      if (merged == NULL)
        return FALSE;
      text = g_strdup_printf ("%s %s (%s)", merged->code, merged->name, merge->reason);
      add_fact (card, "merged", text);
    }
  return merges != NULL;
}

static gboolean
add_balances (const Card *card,
              GError    **error)
{
  const SheafOpenItemFilter filter = { .on = card->on,
                                       .party_id = card->party->id,
                                       .open_only = TRUE,
                                       .due_until = SHEAF_DATE_NONE };
  g_autoptr (GArray) balances = sheaf_open_item_list (card->book, &filter, error);

  for (guint i = 0; balances != NULL && i < balances->len; i++)
    {
      const SheafOpenItem *open = &g_array_index (balances, SheafOpenItem, i);
      const SheafChart    *chart = sheaf_chart_get (card->book, NULL);
      const SheafAccount  *account = sheaf_chart_by_id (chart, open->account_id);
      g_autofree char     *item = sheaf_item_code (card->book, open->item_id);
      gboolean             debit = open->balance.units > 0;

      add_line (card, "balance", account->name, account->code, item, open->due);
      sheaf_output_amount (card->output, debit ? open->balance : SHEAF_MONEY_ZERO);
      sheaf_output_amount (card->output,
                           debit ? SHEAF_MONEY_ZERO : sheaf_money_neg (open->balance));
    }
  return balances != NULL;
}

static gboolean
is_together (const Card *card,
             const char *code)
{
  gint64 id = *code == '\0' ? 0 : sheaf_party_find (card->book, code);

  return id != 0 && sheaf_party_survivor (card->book, id) == card->party->id;
}

/* "VOUCHER: text", with the code of who was merged where the row names it. */
static char *
row_text (const Card            *card,
          const SheafJournalRow *row,
          const char            *code)
{
  if (g_str_equal (code, card->party->code))
    return g_strdup_printf ("%s: %s", row->number, row->description);
  return g_strdup_printf ("%s: %s (%s)", row->number, row->description, code);
}

static void
add_row (const Card            *card,
         const SheafJournalRow *row)
{
  if (is_together (card, row->debit_party))
    {
      g_autofree char *text = row_text (card, row, row->debit_party);

      add_line (card, "row", text, row->debit, row->debit_item, row->date);
      sheaf_output_amount (card->output, row->amount);
      sheaf_output_amount (card->output, SHEAF_MONEY_ZERO);
    }
  if (is_together (card, row->credit_party))
    {
      g_autofree char *text = row_text (card, row, row->credit_party);

      add_line (card, "row", text, row->credit, row->credit_item, row->date);
      sheaf_output_amount (card->output, SHEAF_MONEY_ZERO);
      sheaf_output_amount (card->output, row->amount);
    }
}

/* Rows are read from the first; the ids of the last ones are kept while they go by. */
static gboolean
find_first_shown (const Card *card,
                  gint64     *ret_row_id,
                  GError    **error)
{
  const SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                      .to = card->on,
                                      .party_id = card->party->id };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (card->book, &filter, error);
  g_autoptr (GError) failure = NULL;
  gint64          last[LAST_ROWS] = { 0 };
  guint           n = 0;
  SheafJournalRow row;

  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &failure))
    if (row.layer != SHEAF_LAYER_OPENING)
      last[n++ % LAST_ROWS] = row.row_id;
  *ret_row_id = n < LAST_ROWS ? last[0] : last[n % LAST_ROWS];
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_last_rows (const Card *card,
               GError    **error)
{
  const SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                      .to = card->on,
                                      .party_id = card->party->id };
  g_autoptr (SheafJournal) journal = NULL;
  g_autoptr (GError) failure = NULL;
  gint64          first;
  gboolean        shown = FALSE;
  SheafJournalRow row;

  if (!find_first_shown (card, &first, error) ||
      (journal = sheaf_journal_open (card->book, &filter, error)) == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &failure))
    {
      shown = shown || row.row_id == first;
      if (shown && row.layer != SHEAF_LAYER_OPENING)
        add_row (card, &row);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (SheafParty) party = NULL;
  Card   card = { .output = output, .book = book };
  gint64 id = 0;

  if (book == NULL || !sheaf_command_on (line, book, &card.on, error) ||
      !sheaf_command_find_party (book, sheaf_command_argument (line, 1), &id, error))
    return FALSE;
  party = sheaf_party_load (book, sheaf_party_survivor (book, id), error);
  card.party = party;
  return party != NULL && add_facts (&card, error) && add_merged (&card, error) &&
         add_balances (&card, error) && add_last_rows (&card, error) &&
         sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_party = {
  .name = "party",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("one party: facts, former names, merges, balances, last rows"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
