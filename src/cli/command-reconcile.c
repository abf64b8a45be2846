/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reconciles a bank account by ticking the rows that stand in the bank's statement. */
#include "cli/commands.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "book/act.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/bank-match.h"
#include "ledger/item.h"
#include "ledger/reconciliation.h"

#include <inttypes.h>

#define MATCH_DAYS 15

static const SheafCommandOption options[] = {
  { "item", "CODE", N_ ("the bank account under the account") },
  { "currency", "CODE", N_ ("of an account in foreign money") },
  { "date", "DAY", N_ ("the day of the bank's statement") },
  { "balance", "AMOUNT", N_ ("the balance in the statement, to begin with") },
  { "tick", "ROWS", N_ ("rows that stand in the statement, by their numbers, parted by commas") },
  { "untick", "ROWS", N_ ("rows that do not stand there after all") },
  { "file", "FILE", N_ ("lists the rows that lines of the bank's CSV may be") },
  { "finish", NULL, N_ ("finishes it; with a difference only a note is kept") },
  { "reopen", NULL, N_ ("opens a finished one again; the note says why") },
  { "note", "TEXT", N_ ("why it is kept open or opened again") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn row_columns[] = {
  { "row", N_ ("Row"), SHEAF_OUTPUT_NUMBER },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "number", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Text"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "ticked", N_ ("Ticked"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn match_columns[] = {
  { "line", N_ ("Line"), SHEAF_OUTPUT_NUMBER },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "text", N_ ("Text"), SHEAF_OUTPUT_TEXT },
  { "row", N_ ("Row"), SHEAF_OUTPUT_NUMBER },
  { "row_date", N_ ("Day in the books"), SHEAF_OUTPUT_DAY },
  { "number", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
};

/* Whole units, or decimals of the currency. */
static gboolean
read_balance (const char *text,
              const char *currency,
              gint64     *ret_units,
              GError    **error)
{
  gboolean    minus = text[0] == '-';
  const char *size = text + (minus ? 1 : 0);

  if (currency != NULL ? !sheaf_currency_parse (size, currency, ret_units, error)
                       : !g_ascii_string_to_signed (size, 10, 0, SHEAF_MONEY_MAX, ret_units, NULL))
    {
      g_clear_error (error);
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no balance: write a whole number, in foreign money with a point"),
                   text);
      return FALSE;
    }
  if (minus)
    *ret_units = -*ret_units;
  return TRUE;
}

/* The one of the day, begun when there is none yet. */
static gboolean
find_or_start (const SheafCommandLine *line,
               SheafBook              *book,
               gint64                 *ret_id,
               GError                **error)
{
  SheafReconciliation start = { .currency = (char *) sheaf_command_option (line, "currency") };
  const char         *item = sheaf_command_option (line, "item");
  const char         *balance;

  if (!sheaf_command_need_day (line, "date", &start.date, error) ||
      !sheaf_command_find_account (book, sheaf_command_argument (line, 1), &start.account_id,
                                   error))
    return FALSE;
  start.item_id = item == NULL ? 0 : sheaf_item_find (book, item);
  if (item != NULL && start.item_id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("There is no item %s: take one of “items”"), item);
      return FALSE;
    }
  if (!sheaf_reconciliation_find (book, start.account_id, start.item_id, start.currency,
                                  start.date, ret_id, error))
    return FALSE;
  if (*ret_id != 0)
    return TRUE;
  balance = sheaf_command_need (line, "balance", error);
  return balance != NULL && read_balance (balance, start.currency, &start.balance, error) &&
         sheaf_reconciliation_start (book, &start, ret_id, error);
}

static gboolean
tick_rows (SheafBook  *book,
           gint64      id,
           const char *text,
           gboolean    tick,
           GError    **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) sides = g_ptr_array_new ();
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return TRUE;
  rows = sheaf_reconciliation_rows (book, id, error);
  if (rows == NULL)
    return FALSE;
  words = g_strsplit (text, ",", -1);
  for (guint w = 0; words[w] != NULL; w++)
    {
      guint  before = sides->len;
      gint64 row_id = g_ascii_strtoll (words[w], NULL, 10);

      for (guint i = 0; i < rows->len; i++)
        if (((SheafReconciliationRow *) rows->pdata[i])->row_id == row_id)
          g_ptr_array_add (sides, rows->pdata[i]);
      if (sides->len == before)
        {
          g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                       _ ("row %s is not among those that can be ticked: take the numbers that "
                          "“reconcile” lists"),
                       words[w]);
          return FALSE;
        }
    }
  return sheaf_reconciliation_tick (book, id, sides, tick, error);
}

static void
output_number (SheafOutput *output,
               gint64       number)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64, number);

  sheaf_output_text (output, text);
}

static gboolean
write_rows (const SheafCommandLine *line,
            SheafBook              *book,
            gint64                  id,
            GError                **error)
{
  g_autoptr (SheafReconciliation) one = sheaf_reconciliation_load (book, id, error);
  g_autoptr (GPtrArray) rows = one == NULL ? NULL : sheaf_reconciliation_rows (book, id, error);
  g_autoptr (SheafOutput) output = NULL;

  if (rows == NULL)
    return FALSE;
  output = sheaf_output_new (line, row_columns, G_N_ELEMENTS (row_columns));
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReconciliationRow *row = rows->pdata[i];

      output_number (output, row->row_id);
      sheaf_output_day (output, row->date);
      sheaf_output_text (output, row->number);
      sheaf_output_text (output, row->description);
      sheaf_output_amount (output, SHEAF_MONEY (row->amount));
      sheaf_output_text (output, row->ticked ? "yes" : "");
    }
  if (!sheaf_output_write (output, line, error))
    return FALSE;
  if (sheaf_output_is_text (output))
    sheaf_command_say (_ ("Statement %" PRId64 ", ticked %" PRId64 ", difference %" PRId64 "%s"),
                       one->balance, one->ticked, one->difference,
                       one->finished ? _ (": finished") : "");
  return TRUE;
}

static gboolean
write_matches (const SheafCommandLine *line,
               SheafBook              *book,
               gint64                  id,
               const GPtrArray        *lines,
               GError                **error)
{
  g_autoptr (GPtrArray) rows = sheaf_reconciliation_rows (book, id, error);
  g_autoptr (GArray) matches = NULL;
  g_autoptr (SheafOutput) output = NULL;

  if (rows == NULL)
    return FALSE;
  matches = sheaf_bank_match (lines, rows, MATCH_DAYS);
  output = sheaf_output_new (line, match_columns, G_N_ELEMENTS (match_columns));
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafBankLine          *bank = lines->pdata[i];
      gint                          match = g_array_index (matches, gint, i);
      const SheafReconciliationRow *row = match < 0 ? NULL : rows->pdata[match];

      output_number (output, bank->line);
      sheaf_output_day (output, bank->date);
      sheaf_output_amount (output, SHEAF_MONEY (bank->amount));
      sheaf_output_text (output, bank->text);
      if (row != NULL)
        output_number (output, row->row_id);
      else
        sheaf_output_text (output, NULL);
      sheaf_output_day (output, row != NULL ? row->date : SHEAF_DATE_NONE);
      sheaf_output_text (output, row != NULL ? row->number : NULL);
    }
  return sheaf_output_write (output, line, error);
}

/* All that the line asks for is one act: when a step of it is refused, none was taken. */
static gboolean
keep (const SheafCommandLine *line,
      SheafBook              *book,
      gint64                 *ret_id,
      GError                **error)
{
  const char *note = sheaf_command_option (line, "note");
  g_autoptr (SheafAct)
      act = sheaf_act_begin (book, "reconciliation", sheaf_command_argument (line, 1), error);

  return act != NULL && find_or_start (line, book, ret_id, error) &&
         (!sheaf_command_flag (line, "reopen") ||
          sheaf_reconciliation_reopen (book, *ret_id, note, error)) &&
         tick_rows (book, *ret_id, sheaf_command_option (line, "tick"), TRUE, error) &&
         tick_rows (book, *ret_id, sheaf_command_option (line, "untick"), FALSE, error) &&
         (!sheaf_command_flag (line, "finish") ||
          sheaf_reconciliation_finish (book, *ret_id, note, error)) &&
         sheaf_act_commit (act, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *file = sheaf_command_option (line, "file");
  g_autoptr (GPtrArray) lines = file == NULL ? NULL : sheaf_bank_lines_read (file, error);
  g_autoptr (SheafBook) book = NULL;
  gint64 id;

  if (file != NULL && lines == NULL)
    {
      g_prefix_error (error, "%s: ", file);
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL || !keep (line, book, &id, error))
    return FALSE;
  return lines != NULL ? write_matches (line, book, id, lines, error)
                       : write_rows (line, book, id, error);
}

const SheafCommand sheaf_command_reconcile = {
  .name = "reconcile",
  .arguments = "BOOK ACCOUNT",
  .n_arguments = 2,
  .summary = N_ ("ticks the rows of a bank account that stand in the bank's statement"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
