/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign amounts in files are whole numbers of the currency's smallest unit, rates decimal
 * text. */
#include "exchange/import-foreign.h"

#include "base/i18n.h"
#include "ledger/currency.h"

#include <string.h>

const char *
sheaf_import_currency (SheafImport *import,
                       guint        column)
{
  const char      *code = sheaf_import_text (import, column);
  g_autofree char *home = NULL;

  if (*code == '\0')
    return "";
  home = sheaf_currency_home (import->book);
  if (g_strcmp0 (home, code) == 0)
    return "";
  if (!sheaf_currency_is_known (code))
    sheaf_import_problem (import, (int) column,
                          _ ("“%s” is no currency: write its three capital letters, as USD"),
                          code);
  return code;
}

gboolean
sheaf_import_counts_units (SheafImport *import,
                           gint64       account_id)
{
  const SheafChart *chart = sheaf_chart_get (import->book, NULL);

  return chart != NULL &&
         sheaf_currency_counts_units (chart, sheaf_chart_by_id (chart, account_id));
}

/* Negative in reversals only, as amounts are. */
static gboolean
read_units (SheafImport *import,
            guint        column,
            guint        reverses,
            gint64      *ret_units)
{
  const char *text = sheaf_import_text (import, column);
  SheafMoney  units = SHEAF_MONEY_ZERO;

  if (*text == '\0')
    return FALSE;
  if (*text == '-' && sheaf_import_has (import, reverses) &&
      sheaf_money_parse (text + 1, &units, NULL))
    *ret_units = -units.units;
  else if (sheaf_import_amount (import, column, &units)) /* adds a problem where it is none */
    *ret_units = units.units;
  return TRUE;
}

/* One side: its own currency column, else the row's where the side has a foreign amount. */
static void
read_side (SheafImport              *import,
           const SheafImportForeign *columns,
           gboolean                  debit,
           char                    **ret_currency,
           gint64                   *ret_units)
{
  guint       amount = debit ? columns->debit_foreign : columns->credit_foreign;
  guint       own = debit ? columns->debit_currency : columns->credit_currency;
  const char *code = sheaf_import_currency (import, own);
  gboolean    given = read_units (import, amount, columns->reverses, ret_units);

  if (*code == '\0' && given)
    code = sheaf_import_currency (import, columns->currency);
  if (*code != '\0' && given)
    *ret_currency = g_strdup (code);
  else if (*code != '\0')
    sheaf_import_problem (import, (int) amount,
                          _ ("the amount in %s is missing, give it in the smallest unit, as cents"),
                          code);
  else if (given)
    {
      sheaf_import_problem (import, (int) columns->currency,
                            _ ("a foreign amount stands without its currency: name the currency"));
      *ret_units = 0;
    }
}

/* On 007 the row's currency or the item says which units its amount counts. */
static gboolean
read_counted (SheafImport              *import,
              const SheafImportForeign *columns,
              SheafVoucherRow          *row,
              GError                  **error)
{
  gboolean    debit = sheaf_import_counts_units (import, row->debit_id);
  guint       own = debit ? columns->debit_currency : columns->credit_currency;
  guint       amount = debit ? columns->debit_foreign : columns->credit_foreign;
  const char *code = sheaf_import_currency (import, own);
  char      **currency = debit ? &row->debit_currency : &row->credit_currency;

  if (*code == '\0')
    code = sheaf_import_currency (import, columns->currency);
  if (*code != '\0')
    *currency = g_strdup (code);
  (void) read_units (import, amount, columns->reverses,
                     debit ? &row->debit_foreign : &row->credit_foreign); /* 0 when empty */
  return sheaf_currency_fill_unit_row (import->book, row, error);
}

gboolean
sheaf_import_foreign (SheafImport              *import,
                      const SheafImportForeign *columns,
                      SheafVoucherRow          *row,
                      GError                  **error)
{
  SheafRate rate;

  if (sheaf_import_counts_units (import, row->debit_id) ||
      sheaf_import_counts_units (import, row->credit_id))
    return read_counted (import, columns, row, error);
  read_side (import, columns, TRUE, &row->debit_currency, &row->debit_foreign);
  read_side (import, columns, FALSE, &row->credit_currency, &row->credit_foreign);
  if (row->debit_currency == NULL && row->credit_currency == NULL && !import->row_is_bad &&
      *sheaf_import_currency (import, columns->currency) != '\0' && !import->row_is_bad)
    sheaf_import_problem (import, (int) columns->debit_foreign,
                          _ ("the amount in %s is missing, give it in the smallest unit, as cents"),
                          sheaf_import_text (import, columns->currency));
  if (sheaf_import_rate (import, columns->rate, &rate))
    {
      row->rate = rate.millionths;
      if (rate.millionths == 0)
        sheaf_import_problem (import, (int) columns->rate,
                              _ ("the rate is 0, give one above 0 or leave it empty"));
    }
  return TRUE;
}
