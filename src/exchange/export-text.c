/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as plain text for other programs: the ledger and beancount formats. Off-balance
 * accounts stay out, as their entries are single-sided. */
#include "base/currency.h"
#include "book/setting.h"
#include "exchange/csv-export-private.h"
#include "ledger/chart.h"
#include "ledger/journal.h"

#include <string.h>

typedef struct
{
  SheafExport      *out;
  const SheafChart *chart;
  char             *currency;
  gint64            voucher_id; /* of the entry under way */
  gboolean          beancount;
} Writer;

static gboolean
is_off_balance (const Writer *writer,
                const char   *code)
{
  const SheafAccount *account = *code != '\0' ? sheaf_chart_by_code (writer->chart, code) : NULL;

  return account != NULL && account->type == SHEAF_ACCOUNT_OFF_BALANCE;
}

/* Beancount knows five roots only. */
static const char *
root_of (const SheafAccount *account)
{
  switch (account->type)
    {
    case SHEAF_ACCOUNT_ASSET:
    case SHEAF_ACCOUNT_CONTRA_ASSET:
      return "Assets";
    case SHEAF_ACCOUNT_LIABILITY:
      return "Liabilities";
    case SHEAF_ACCOUNT_REVENUE:
    case SHEAF_ACCOUNT_CONTRA_REVENUE:
      return "Income";
    case SHEAF_ACCOUNT_EXPENSE:
      return "Expenses";
    case SHEAF_ACCOUNT_EQUITY:
    case SHEAF_ACCOUNT_CLEARING:
    case SHEAF_ACCOUNT_OFF_BALANCE:
      break;
    }
  return "Equity";
}

/* An empty code is the hidden other side of an opening balance. */
static void
append_account (const Writer *writer,
                const char   *code)
{
  GString *text = writer->out->text;

  if (*code == '\0')
    g_string_append (text, "Equity:Opening-Balances");
  else if (writer->beancount)
    g_string_append_printf (text, "%s:%s", root_of (sheaf_chart_by_code (writer->chart, code)),
                            code);
  else
    g_string_append (text, code);
}

static void
append_posting (const Writer *writer,
                const char   *code,
                SheafMoney    amount,
                const char   *party,
                const char   *item,
                const char   *foreign)
{
  GString         *text = writer->out->text;
  g_autofree char *figure = sheaf_money_to_text (amount);

  g_string_append (text, "  ");
  append_account (writer, code);
  g_string_append_printf (text, "  %s %s\n", figure, writer->currency);
  if (*party != '\0')
    g_string_append_printf (text, writer->beancount ? "    party: \"%s\"\n" : "    ; party: %s\n",
                            party);
  if (*item != '\0')
    g_string_append_printf (text, writer->beancount ? "    item: \"%s\"\n" : "    ; item: %s\n",
                            item);
  if (foreign != NULL)
    g_string_append_printf (text,
                            writer->beancount ? "    foreign: \"%s\"\n" : "    ; foreign: %s\n",
                            foreign);
}

/* Amounts stay in home money, so that the books balance; what they are in foreign money goes along
 * as a remark. NULL where there is none. */
static char *
foreign_text (const char *currency,
              gint64      units)
{
  g_autofree char *amount = *currency == '\0' ? NULL : sheaf_currency_to_text (units, currency);

  return amount == NULL ? NULL : g_strdup_printf ("%s %s", amount, currency);
}

/* One line of text without what the formats read as their own signs. */
static char *
plain_line (const char *text)
{
  char *line = g_strdup (text);

  (void) g_strdelimit (line, "\\", '/'); /* it would take the sense from a quote */
  return g_strdelimit (g_strdelimit (line, "\"", '\''), "\r\n\t;", ' ');
}

static void
append_head (const Writer          *writer,
             const SheafJournalRow *row)
{
  g_autofree char *date = sheaf_date_to_text (row->date);
  g_autofree char *description = plain_line (row->description);
  g_autofree char *number = plain_line (row->number);

  if (writer->beancount)
    g_string_append_printf (writer->out->text,
                            "\n%s * \"%s\"\n  number: \"%s\"\n  kind: \"%s\"\n", date,
                            description, number, sheaf_voucher_kind_to_word (row->kind));
  else
    g_string_append_printf (writer->out->text, "\n%s * (%s) %s\n  ; kind: %s\n", date, number,
                            description, sheaf_voucher_kind_to_word (row->kind));
}

static void
append_row (Writer                *writer,
            const SheafJournalRow *row)
{
  g_autofree char *debit = foreign_text (row->debit_currency, row->debit_foreign);
  g_autofree char *credit = foreign_text (row->credit_currency, -row->credit_foreign);

  if (is_off_balance (writer, row->debit) || is_off_balance (writer, row->credit))
    return;
  if (row->voucher_id != writer->voucher_id)
    append_head (writer, row);
  writer->voucher_id = row->voucher_id;
  append_posting (writer, row->debit, row->amount, row->debit_party, row->debit_item,
                  debit);
  append_posting (writer, row->credit, sheaf_money_neg (row->amount), row->credit_party,
                  row->credit_item, credit);
}

static void
append_openings (const Writer *writer)
{
  g_autofree char *day = sheaf_date_to_text (sheaf_book_first_day (writer->out->book));
  GString         *text = writer->out->text;

  g_string_append_printf (text, "option \"operating_currency\" \"%s\"\n", writer->currency);
  g_string_append_printf (text, "%s open Equity:Opening-Balances %s\n", day, writer->currency);
  for (guint i = 0; i < sheaf_chart_count (writer->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (writer->chart, i);

      if (account->postable && account->type != SHEAF_ACCOUNT_OFF_BALANCE)
        g_string_append_printf (text, "%s open %s:%s %s\n", day, root_of (account), account->code,
                                writer->currency);
    }
}

static gboolean
write_journal (SheafExport *out,
               gboolean     beancount,
               GError     **error)
{
  const SheafJournalFilter filter = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  g_autofree char         *currency = sheaf_setting_find (out->book, "currency");
  Writer                   writer = { .out = out,
                                      .chart = sheaf_chart_get (out->book, error),
                                      .currency = currency,
                                      .beancount = beancount };
  g_autoptr (SheafJournal) journal = NULL;
  g_autoptr (GError) failure = NULL;
  SheafJournalRow row;

  if (writer.chart == NULL)
    return FALSE;
  if (beancount)
    append_openings (&writer);
  journal = sheaf_journal_open (out->book, &filter, error);
  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &failure))
    append_row (&writer, &row);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_ledger (SheafExport *out,
              GError     **error)
{
  return write_journal (out, FALSE, error);
}

static gboolean
write_beancount (SheafExport *out,
                 GError     **error)
{
  return write_journal (out, TRUE, error);
}

const SheafExportKind sheaf_export_text_kinds[] = {
  { "ledger", NULL, write_ledger },
  { "beancount", NULL, write_beancount },
  { NULL, NULL, NULL },
};
