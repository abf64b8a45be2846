/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange by the day. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/currency-rate.h"

#include <string.h>

enum
{
  DATE,
  CURRENCY,
  RATE,
  BUYING,
  SELLING,
  SOURCE,
};

static const SheafImportColumn columns[] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [CURRENCY] = { "currency", SHEAF_IMPORT_REQUIRED },
  [RATE] = { "rate", SHEAF_IMPORT_OPTIONAL },
  [BUYING] = { "buying", SHEAF_IMPORT_OPTIONAL },
  [SELLING] = { "selling", SHEAF_IMPORT_OPTIONAL },
  [SOURCE] = { "source", SHEAF_IMPORT_OPTIONAL },
};

/* The rate is the average of both; a given one that differs is told, as it is not kept. */
static void
compare (SheafImport             *import,
         const SheafCurrencyRate *rate)
{
  gint64 twice = rate->buying + rate->selling;

  if (rate->rate > 0 && rate->buying > 0 && rate->selling > 0 && rate->rate != (twice + 1) / 2)
    sheaf_import_warning (import, RATE,
                          _ ("the average of the buying and the selling rate is taken, which is "
                             "another one: check which is right"));
}

static void
read_rate (SheafImport *import,
           guint        column,
           gint64      *ret_millionths)
{
  SheafRate rate;

  if (!sheaf_import_rate (import, column, &rate))
    return; /* empty, or its problem is added */
  *ret_millionths = rate.millionths;
  if (rate.millionths == 0)
    sheaf_import_problem (import, (int) column,
                          _ ("the rate is 0, give one above 0 or leave it empty"));
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafCurrencyRate rate = { .date = SHEAF_DATE_NONE };
  GError           *problem = NULL;

  (void) g_strlcpy (rate.currency, sheaf_import_text (import, CURRENCY), sizeof rate.currency);
  if (strlen (sheaf_import_text (import, CURRENCY)) >= sizeof rate.currency)
    sheaf_import_problem (import, CURRENCY,
                          _ ("“%s” is no currency: write its three capital letters, as USD"),
                          sheaf_import_text (import, CURRENCY));
  (void) sheaf_import_date (import, DATE, &rate.date); /* its problem is added */
  read_rate (import, RATE, &rate.rate);
  read_rate (import, BUYING, &rate.buying);
  read_rate (import, SELLING, &rate.selling);
  rate.source = (char *) sheaf_import_text (import, SOURCE);
  if (import->row_is_bad)
    return TRUE;
  compare (import, &rate);
  return sheaf_rate_insert (import->book, &rate, &problem) ||
         sheaf_import_take_error (import, CURRENCY, problem, error);
}

const SheafImportKind sheaf_import_rates = {
  .name = "rates",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};
