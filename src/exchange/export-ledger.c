/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts, opening balances, vouchers and invoices. */
#include "exchange/csv-export-private.h"
#include "ledger/chart.h"
#include "ledger/currency-rate.h"
#include "ledger/invoice.h"
#include "ledger/journal.h"

#include <string.h>

static const char *const sides[] = { "none", "debit", "credit", "both" };

/* Its own role, or the one whose postings it took over. */
static void
write_role (SheafExport        *out,
            const SheafChart   *chart,
            const SheafAccount *account)
{
  gboolean own = account->role != NULL &&
                 sheaf_chart_by_role (chart, account->role, NULL) == account;
  g_autofree const char **roles = sheaf_chart_posting_roles (chart, account);

  sheaf_export_cell (out, own ? account->role : roles[0]);
}

static gboolean
write_accounts (SheafExport *out,
                GError     **error)
{
  const SheafChart *chart = sheaf_chart_get (out->book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      sheaf_export_cell (out, account->code);
      sheaf_export_cell (out, account->name);
      if (!sheaf_export_account (out, account->parent_id, error))
        return FALSE;
      sheaf_export_cell (out, sheaf_account_type_to_word (account->type));
      sheaf_export_cell (out, sides[account->normal_side]);
      write_role (out, chart, account);
      sheaf_export_cell (out, sheaf_needs_to_word (account->needs));
      sheaf_export_end (out);
    }
  return TRUE;
}

/* Calls write for each row of the journal. */
static gboolean
walk_journal (SheafExport *out,
              void (*write) (SheafExport *out, const SheafJournalRow *row),
              GError **error)
{
  const SheafJournalFilter filter = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (out->book, &filter, error);
  g_autoptr (GError) failure = NULL;
  SheafJournalRow row;

  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &failure))
    write (out, &row);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Units of a side that names a currency: 0 stands for a difference of rates. */
static void
write_units (SheafExport *out,
             const char  *currency,
             gint64       units)
{
  g_autofree char *text = *currency != '\0' ? sheaf_money_to_text (SHEAF_MONEY (units)) : NULL;

  sheaf_export_cell (out, text);
}

/* The row's currency, or one for each side where the row changes one into another. */
static void
write_foreign (SheafExport           *out,
               const SheafJournalRow *row)
{
  gboolean change = *row->debit_currency != '\0' && *row->credit_currency != '\0' &&
                    strcmp (row->debit_currency, row->credit_currency) != 0;
  const char *one = *row->debit_currency != '\0' ? row->debit_currency : row->credit_currency;

  sheaf_export_cell (out, change ? "" : one);
  write_units (out, row->debit_currency, row->debit_foreign);
  write_units (out, row->credit_currency, row->credit_foreign);
  sheaf_export_rate (out, SHEAF_RATE (row->rate));
  sheaf_export_cell (out, change ? row->debit_currency : "");
  sheaf_export_cell (out, change ? row->credit_currency : "");
}

static void
write_balance (SheafExport           *out,
               const SheafJournalRow *row)
{
  gboolean is_debit = *row->debit != '\0';

  if (row->layer != SHEAF_LAYER_OPENING)
    return;
  sheaf_export_cell (out, is_debit ? row->debit : row->credit);
  sheaf_export_amount (out, is_debit ? row->amount : SHEAF_MONEY_ZERO);
  sheaf_export_amount (out, is_debit ? SHEAF_MONEY_ZERO : row->amount);
  sheaf_export_cell (out, is_debit ? row->debit_party : row->credit_party);
  sheaf_export_cell (out, is_debit ? row->debit_item : row->credit_item);
  sheaf_export_cell (out, sheaf_scope_to_word (row->scope));
  sheaf_export_date (out, row->due);
  sheaf_export_cell (out, row->product);
  sheaf_export_quantity (out, row->quantity);
  sheaf_export_cell (out, row->document);
  sheaf_export_cell (out, is_debit ? row->debit_currency : row->credit_currency);
  write_units (out, is_debit ? row->debit_currency : row->credit_currency,
               is_debit ? row->debit_foreign : row->credit_foreign);
  sheaf_export_end (out);
}

static gboolean
write_opening (SheafExport *out,
               GError     **error)
{
  return walk_journal (out, write_balance, error);
}

static void
write_row (SheafExport           *out,
           const SheafJournalRow *row)
{
  if (row->layer == SHEAF_LAYER_OPENING || row->layer == SHEAF_LAYER_CLOSING)
    return;
  sheaf_export_cell (out, row->number);
  sheaf_export_date (out, row->date);
  sheaf_export_cell (out, sheaf_voucher_kind_to_word (row->kind));
  sheaf_export_cell (out, row->description);
  sheaf_export_cell (out, row->debit);
  sheaf_export_cell (out, row->credit);
  sheaf_export_amount (out, row->amount);
  sheaf_export_cell (out, row->debit_party);
  sheaf_export_cell (out, row->credit_party);
  sheaf_export_cell (out, row->debit_item);
  sheaf_export_cell (out, row->credit_item);
  sheaf_export_cell (out, sheaf_scope_to_word (row->scope));
  sheaf_export_date (out, row->due);
  sheaf_export_cell (out, row->memo);
  sheaf_export_cell (out, row->document);
  sheaf_export_date (out, row->document_date);
  sheaf_export_cell (out, row->product);
  sheaf_export_quantity (out, row->quantity);
  sheaf_export_cell (out, row->season);
  sheaf_export_cell (out, row->plan);
  sheaf_export_cell (out, row->reverses);
  sheaf_export_cell (out, row->scope_reason);
  write_foreign (out, row);
  sheaf_export_end (out);
}

static gboolean
write_vouchers (SheafExport *out,
                GError     **error)
{
  return walk_journal (out, write_row, error);
}

static gboolean
write_invoice (SheafExport        *out,
               const SheafInvoice *invoice,
               GError            **error)
{
  g_autofree char *base = sheaf_money_to_text (invoice->base);
  g_autofree char *vat = sheaf_money_to_text (invoice->vat);

  sheaf_export_cell (out, sheaf_voucher_kind_to_word (invoice->voucher_kind));
  sheaf_export_cell (out, invoice->voucher_number);
  sheaf_export_cell (out, invoice->direction == SHEAF_INVOICE_IN ? "in" : "out");
  sheaf_export_cell (out, invoice->number);
  sheaf_export_date (out, invoice->date);
  sheaf_export_cell (out, invoice->form);
  sheaf_export_cell (out, invoice->serial);
  if (!sheaf_export_party (out, invoice->party_id, error))
    return FALSE;
  sheaf_export_cell (out, invoice->seller_name);
  sheaf_export_cell (out, invoice->tax_code);
  sheaf_export_cell (out, base);
  sheaf_export_cell (out, sheaf_invoice_rate_to_word (invoice->rate));
  sheaf_export_cell (out, vat);
  sheaf_export_yes (out, invoice->deductible);
  sheaf_export_end (out);
  return TRUE;
}

static gboolean
write_invoices (SheafExport *out,
                GError     **error)
{
  g_autoptr (GPtrArray) invoices =
      sheaf_invoice_list (out->book, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);

  for (guint i = 0; invoices != NULL && i < invoices->len; i++)
    if (!write_invoice (out, g_ptr_array_index (invoices, i), error))
      return FALSE;
  return invoices != NULL;
}

static gboolean
write_rates (SheafExport *out,
             GError     **error)
{
  g_autoptr (GPtrArray) rates =
      sheaf_rate_list (out->book, NULL, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);

  for (guint i = 0; rates != NULL && i < rates->len; i++)
    {
      const SheafCurrencyRate *rate = g_ptr_array_index (rates, i);

      sheaf_export_date (out, rate->date);
      sheaf_export_cell (out, rate->currency);
      sheaf_export_rate (out, SHEAF_RATE (rate->rate));
      sheaf_export_rate (out, SHEAF_RATE (rate->buying));
      sheaf_export_rate (out, SHEAF_RATE (rate->selling));
      sheaf_export_cell (out, rate->source);
      sheaf_export_end (out);
    }
  return rates != NULL;
}

const SheafExportKind sheaf_export_ledger_kinds[] = {
  { "accounts", "code,name,parent,type,normal_side,role,needs", write_accounts },
  { "opening", "account,debit,credit,party,item,scope,due,product,quantity,document,currency,"
               "foreign_amount",
    write_opening },
  { "vouchers",
    "number,date,kind,description,debit,credit,amount,debit_party,credit_party,debit_item,"
    "credit_item,scope,due,memo,document,document_date,product,quantity,season,plan,reverses,"
    "scope_reason,currency,debit_foreign,credit_foreign,rate,debit_currency,credit_currency",
    write_vouchers },
  { "rates", "date,currency,rate,buying,selling,source", write_rates },
  { "invoices",
    "voucher_kind,voucher,direction,number,date,form,serial,party,seller_name,tax_code,base,rate,"
    "vat,deductible",
    write_invoices },
  { NULL, NULL, NULL },
};
