/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The VAT lists, and the book S20-HTX. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/vat-output.h"
#include "statements/balance.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "direction", "in|out", N_ ("what was bought (in) or sold (out); both when not given") },
  { "from", "DAY", N_ ("first day; an invoice counts on the day its voucher was posted") },
  { "to", "DAY", N_ ("last day") },
  { "book", NULL, N_ ("the book S20-HTX instead: tax due and paid (direct method)") },
  { NULL, NULL, NULL },
};

static gboolean
read_direction (const SheafCommandLine *line,
                gboolean               *ret_in,
                gboolean               *ret_out,
                GError                **error)
{
  const char *word = sheaf_command_option (line, "direction");

  *ret_in = word == NULL || strcmp (word, "in") == 0;
  *ret_out = word == NULL || strcmp (word, "out") == 0;
  if (*ret_in || *ret_out)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--direction %s is not known: take in or out"), word);
  return FALSE;
}

static gboolean
write_lists (SheafCommandLine *line,
             SheafBook        *book,
             SheafDate         from,
             SheafDate         to,
             GError          **error)
{
  gboolean in, out;
  g_autoptr (SheafVatList) bought = NULL;
  g_autoptr (SheafVatList) sold = NULL;

  if (!read_direction (line, &in, &out, error) ||
      (in && (bought = sheaf_vat_list_load (book, SHEAF_INVOICE_IN, from, to, error)) == NULL) ||
      (out && (sold = sheaf_vat_list_load (book, SHEAF_INVOICE_OUT, from, to, error)) == NULL))
    return FALSE;
  return sheaf_vat_output_lists (line, bought, sold, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate from = SHEAF_DATE_NONE, to = SHEAF_DATE_NONE;
  SheafDate first, last;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafVatBook) vat_book = NULL;

  if (!sheaf_command_days (line, &from, &to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_balance_default_days (book, &first, &last, error))
    return FALSE;
  from = sheaf_date_is_none (from) ? first : from;
  to = sheaf_date_is_none (to) ? last : to;
  if (!sheaf_command_flag (line, "book"))
    return write_lists (line, book, from, to, error);
  vat_book = sheaf_vat_book_load (book, from, to, error);
  return vat_book != NULL && sheaf_vat_output_book (line, vat_book, error);
}

const SheafCommand sheaf_command_vat = {
  .name = "vat",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("value-added tax: the lists of invoices bought and sold, the book S20-HTX"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
