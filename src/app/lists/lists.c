/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lists and their columns. */
#include "app/lists/lists.h"

#include "base/i18n.h"

#define CELL(n)                                                    \
  static char *format_##n (gconstpointer record)                   \
  {                                                                \
    return g_strdup (((const SheafSheetLine *) record)->cells[n]); \
  }
CELL (0)
CELL (1)
CELL (2)
CELL (3)
CELL (4)
CELL (5)
CELL (6)
CELL (7)
#undef CELL

static const SheafColumn check_columns[] = {
  { N_ ("Check"), SHEAF_COLUMN_WORDS, -140, format_0 },
  { N_ ("State"), SHEAF_COLUMN_WORDS, 84, format_1 },
  { N_ ("What was found"), SHEAF_COLUMN_WORDS, -200, format_2 },
  { N_ ("What it proves"), SHEAF_COLUMN_WORDS, -170, format_3 },
};

static const SheafColumn number_columns[] = {
  { N_ ("Year"), SHEAF_COLUMN_DAY, 56, format_0 },
  { N_ ("Kind"), SHEAF_COLUMN_WORDS, -130, format_1 },
  { N_ ("What was found"), SHEAF_COLUMN_WORDS, -170, format_2 },
  { N_ ("From number"), SHEAF_COLUMN_DAY, 96, format_3 },
  { N_ ("To number"), SHEAF_COLUMN_DAY, 96, format_4 },
  { N_ ("Count"), SHEAF_COLUMN_FIGURE, 72, format_5 },
};

static const SheafColumn scope_columns[] = {
  { N_ ("Date"), SHEAF_COLUMN_DAY, 96, format_0 },
  { N_ ("Number"), SHEAF_COLUMN_DAY, 96, format_1 },
  { N_ ("What was found"), SHEAF_COLUMN_WORDS, -170, format_2 },
  { N_ ("Description"), SHEAF_COLUMN_WORDS, -120, format_3 },
  { N_ ("Debit"), SHEAF_COLUMN_DAY, 70, format_4 },
  { N_ ("Credit"), SHEAF_COLUMN_DAY, 70, format_5 },
  { N_ ("Party"), SHEAF_COLUMN_DAY, 80, format_6 },
  { N_ ("Amount (₫)"), SHEAF_COLUMN_FIGURE, 116, format_7 },
};

static const SheafColumn open_columns[] = {
  { N_ ("Account"), SHEAF_COLUMN_DAY, 80, format_0 },
  { N_ ("Party"), SHEAF_COLUMN_WORDS, -190, format_1 },
  { N_ ("Item"), SHEAF_COLUMN_DAY, 116, format_2 },
  { N_ ("Due"), SHEAF_COLUMN_DAY, 116, format_3 },
  { N_ ("Debit (₫)"), SHEAF_COLUMN_FIGURE, 124, format_4 },
  { N_ ("Credit (₫)"), SHEAF_COLUMN_FIGURE, 124, format_5 },
};

static const SheafColumn duplicate_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 90, format_0 },
  { N_ ("Name"), SHEAF_COLUMN_WORDS, -220, format_1 },
  { N_ ("Tax code"), SHEAF_COLUMN_DAY, 120, format_2 },
  { N_ ("Same"), SHEAF_COLUMN_WORDS, -160, format_3 },
  { N_ ("Proposal"), SHEAF_COLUMN_WORDS, -160, format_4 },
};

static const SheafColumn vat_columns[] = {
  { N_ ("Date"), SHEAF_COLUMN_DAY, 92, format_0 },
  { N_ ("Invoice"), SHEAF_COLUMN_DAY, 92, format_1 },
  { N_ ("Seller or buyer"), SHEAF_COLUMN_WORDS, -126, format_2 },
  { N_ ("Tax code"), SHEAF_COLUMN_DAY, 112, format_3 },
  { N_ ("Without tax (₫)"), SHEAF_COLUMN_FIGURE, 128, format_4 },
  { N_ ("Rate"), SHEAF_COLUMN_WORDS, 84, format_5 },
  { N_ ("VAT (₫)"), SHEAF_COLUMN_FIGURE, 112, format_6 },
  { N_ ("Voucher"), SHEAF_COLUMN_DAY, 88, format_7 },
};

static const SheafColumn currency_columns[] = {
  { N_ ("Account"), SHEAF_COLUMN_DAY, 80, format_0 },
  { N_ ("Party"), SHEAF_COLUMN_WORDS, -180, format_1 },
  { N_ ("Item"), SHEAF_COLUMN_DAY, 116, format_2 },
  { N_ ("Currency"), SHEAF_COLUMN_DAY, 90, format_3 },
  { N_ ("In foreign money"), SHEAF_COLUMN_FIGURE, 140, format_4 },
  { N_ ("Value (₫)"), SHEAF_COLUMN_FIGURE, 130, format_5 },
};

static const SheafListAct currency_acts[] = { { N_ ("_Rates…"), "win.rates" },
                                              { N_ ("Re_value…"), "win.revalue" },
                                              { NULL, NULL } };

#define COLUMNS(table) table, G_N_ELEMENTS (table)

static const SheafList lists[] = {
  { "checks", N_ ("Checks of the books"),
    N_ ("Every rule that the books must keep, tried on the whole book."),
    N_ ("All checks hold."), COLUMNS (check_columns), FALSE, TRUE, sheaf_list_checks, NULL },
  { "open", N_ ("Receivables, payables and what falls due"),
    N_ ("What is open with each party and item at the end of the last day, oldest due first paid."),
    N_ ("Nothing is open."), COLUMNS (open_columns), TRUE, FALSE, sheaf_list_open_items, NULL },
  { "vat-in", N_ ("VAT: invoices of purchases"),
    N_ ("Invoices received in the period, by rate, against the ledger."),
    N_ ("No invoice of a purchase in these days."), COLUMNS (vat_columns), TRUE, FALSE,
    sheaf_list_vat_in, NULL },
  { "vat-out", N_ ("VAT: invoices of sales"),
    N_ ("Invoices issued in the period, by rate, against the ledger."),
    N_ ("No invoice of a sale in these days."), COLUMNS (vat_columns), TRUE, FALSE,
    sheaf_list_vat_out, NULL },
  { "currencies", N_ ("Foreign money"),
    N_ ("What each account holds of each currency at the end of the last day."),
    N_ ("The books hold no foreign money."), COLUMNS (currency_columns), TRUE, FALSE,
    sheaf_list_currencies, currency_acts },
  { "numbers", N_ ("Numbers of vouchers"),
    N_ ("The series of each kind of voucher: missing numbers and numbers out of order."),
    N_ ("No voucher yet."), COLUMNS (number_columns), FALSE, FALSE, sheaf_list_numbers, NULL },
  { "scopes", N_ ("Internal or external, to be looked at"),
    N_ ("Rows whose side does not fit the member's standing, or was set by hand."),
    N_ ("Every row fits."), COLUMNS (scope_columns), TRUE, FALSE, sheaf_list_scopes, NULL },
  { "duplicates", N_ ("Parties that may be one"),
    N_ ("Parties with the same tax code, identity number, name, bank account or telephone."),
    N_ ("No two parties look like one."), COLUMNS (duplicate_columns), FALSE, FALSE,
    sheaf_list_duplicates, NULL },
};

const SheafList *
sheaf_lists_table (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (lists);
  return lists;
}

gpointer
sheaf_lists_job (gpointer connection,
                 gpointer data,
                 GError **error)
{
  const SheafListQuestion *question = data;

  g_return_val_if_fail (question->index < G_N_ELEMENTS (lists), NULL);
  return lists[question->index].make (connection, question, error);
}
