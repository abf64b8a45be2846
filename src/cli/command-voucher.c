/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One posted voucher: its rows, or its paper. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/output.h"
#include "cli/voucher-argument.h"
#include "documents/voucher-paper.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

static const SheafCommandOption options[] = {
  SHEAF_COMMAND_VOUCHER_YEAR,
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
  { "debit_item", N_ ("Debit item"), SHEAF_OUTPUT_TEXT },
  { "credit_item", N_ ("Credit item"), SHEAF_OUTPUT_TEXT },
  { "scope", N_ ("Scope"), SHEAF_OUTPUT_TEXT },
  { "due", N_ ("Due"), SHEAF_OUTPUT_DAY },
  { "document", N_ ("Document"), SHEAF_OUTPUT_TEXT },
  { "memo", N_ ("Memo"), SHEAF_OUTPUT_TEXT },
};

static void
add_account (SheafOutput      *output,
             const SheafChart *chart,
             gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  sheaf_output_text (output, account == NULL || account->hidden ? NULL : account->code);
}

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
  return TRUE;
}

static void
add_item (SheafOutput *output,
          SheafBook   *book,
          gint64       id)
{
  g_autofree char *code = sheaf_item_code (book, id);

  sheaf_output_text (output, code);
}

static gboolean
add_row (SheafOutput           *output,
         SheafBook             *book,
         const SheafChart      *chart,
         const SheafVoucher    *voucher,
         const SheafVoucherRow *row,
         GError               **error)
{
  sheaf_output_text (output, voucher->number);
  sheaf_output_day (output, voucher->date);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (voucher->kind));
  sheaf_output_text (output, row->description);
  add_account (output, chart, row->debit_id);
  add_account (output, chart, row->credit_id);
  sheaf_output_amount (output, row->amount);
  if (!add_party (output, book, row->debit_party_id, error) ||
      !add_party (output, book, row->credit_party_id, error))
    return FALSE;
  add_item (output, book, row->debit_item_id);
  add_item (output, book, row->credit_item_id);
  sheaf_output_text (output, sheaf_scope_to_word (row->scope));
  sheaf_output_day (output, row->due);
  sheaf_output_text (output, row->document);
  sheaf_output_text (output, row->memo);
  return TRUE;
}

static gboolean
write_rows (const SheafCommandLine *line,
            SheafBook              *book,
            gint64                  id,
            GError                **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher) voucher = chart == NULL ? NULL : sheaf_voucher_load (book, id, error);
  g_autoptr (SheafOutput) output = NULL;

  if (voucher == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!add_row (output, book, chart, voucher, voucher->rows->pdata[i], error))
      return FALSE;
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GBytes) paper = NULL;
  gint64 id;

  if (g_str_equal (sheaf_command_format (line), "xlsx"))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("XLSX is not in this version: take --format csv, which sheets open"));
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_command_find_voucher (line, book, 1, &id, error))
    return FALSE;
  if (!g_str_equal (sheaf_command_format (line), "pdf"))
    return write_rows (line, book, id, error);
  paper = sheaf_voucher_paper_make (book, id, error);
  return paper != NULL && sheaf_command_write (line, g_bytes_get_data (paper, NULL),
                                               g_bytes_get_size (paper), error);
}

const SheafCommand sheaf_command_voucher = {
  .name = "voucher",
  .arguments = "BOOK KIND NUMBER",
  .n_arguments = 3,
  .summary = N_ ("one posted voucher; with --format pdf the paper to be signed"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
