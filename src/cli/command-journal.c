/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the journal. */
#include "cli/commands.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/journal.h"

static const SheafCommandOption options[] = {
  { "from", "DAY", N_ ("first day") },
  { "to", "DAY", N_ ("last day") },
  { "account", "CODE", N_ ("rows on this account or those under it") },
  { "party", "CODE", N_ ("rows that name this party or member, or one merged into it") },
  { "search", "TEXT", N_ ("rows of vouchers that “search” finds by these words") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_TEXT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "debit_party", N_ ("Debit party"), SHEAF_OUTPUT_TEXT },
  { "credit_party", N_ ("Credit party"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
};

/* The amount of an account that counts units of foreign money (007) is no money: people read it
 * with its decimals and currency, programs as it is kept. */
static void
add_amount (SheafOutput           *output,
            const SheafJournalRow *row)
{
  gboolean         debit = *row->debit_currency != '\0';
  const char      *currency = debit ? row->debit_currency : row->credit_currency;
  gboolean         single = *row->debit == '\0' || *row->credit == '\0';
  g_autofree char *units = NULL;
  g_autofree char *text = NULL;

  if (!single || *currency == '\0' || !sheaf_output_is_text (output))
    {
      sheaf_output_amount (output, row->amount);
      return;
    }
  units = sheaf_currency_format (debit ? row->debit_foreign : row->credit_foreign, currency,
                                 sheaf_language_current ());
  text = g_strdup_printf ("%s %s", units, currency);
  sheaf_output_text (output, text);
}

static void
add_row (SheafOutput           *output,
         const SheafJournalRow *row)
{
  sheaf_output_text (output, row->number);
  sheaf_output_day (output, row->date);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (row->kind));
  sheaf_output_text (output, row->description);
  sheaf_output_text (output, row->debit);
  sheaf_output_text (output, row->credit);
  add_amount (output, row);
  sheaf_output_text (output, row->debit_party);
  sheaf_output_text (output, row->credit_party);
  sheaf_output_text (output, sheaf_scope_to_word (row->scope));
}

/* Opening balances are no vouchers: balance shows them. */
static gboolean
add_rows (SheafOutput  *output,
          SheafJournal *journal,
          GError      **error)
{
  g_autoptr (GError) failure = NULL;
  SheafJournalRow row;

  while (sheaf_journal_next (journal, &row, &failure))
    if (row.layer != SHEAF_LAYER_OPENING)
      add_row (output, &row);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                .to = SHEAF_DATE_NONE,
                                .search = sheaf_command_option (line, "search") };
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafJournal) journal = NULL;

  if (!sheaf_command_days (line, &filter.from, &filter.to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL ||
      !sheaf_command_find_account (book, sheaf_command_option (line, "account"), &filter.account_id,
                                   error) ||
      !sheaf_command_find_party (book, sheaf_command_option (line, "party"), &filter.party_id,
                                 error))
    return FALSE;
  journal = sheaf_journal_open (book, &filter, error);
  return journal != NULL && add_rows (output, journal, error) &&
         sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_journal = {
  .name = "journal",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("rows of the journal"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
