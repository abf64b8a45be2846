/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances in foreign money as a table, for currencies and revalue. */
#include "cli/currency-output.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/rate.h"
#include "cli/output.h"
#include "ledger/party.h"

static const SheafOutputColumn columns[] = {
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "party", N_ ("Party"), SHEAF_OUTPUT_TEXT },
  { "item", N_ ("Item"), SHEAF_OUTPUT_TEXT },
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
  { "units", N_ ("Amount in it"), SHEAF_OUTPUT_NUMBER },
  { "value", N_ ("Book value"), SHEAF_OUTPUT_AMOUNT },
  { "average_rate", N_ ("Average rate"), SHEAF_OUTPUT_NUMBER },
  { "rate", N_ ("Rate of the day"), SHEAF_OUTPUT_NUMBER },
  { "revalued", N_ ("Value at it"), SHEAF_OUTPUT_AMOUNT },
  { "difference", N_ ("Difference"), SHEAF_OUTPUT_AMOUNT },
};

static char *
units_text (const SheafOutput         *output,
            const SheafForeignBalance *balance)
{
  return sheaf_output_is_text (output)
             ? sheaf_currency_format (balance->units, balance->currency, sheaf_language_current ())
             : sheaf_money_to_text (SHEAF_MONEY (balance->units));
}

static void
add_rate (SheafOutput *output,
          gint64       millionths)
{
  g_autofree char *text = millionths == 0 ? NULL : sheaf_rate_to_text (SHEAF_RATE (millionths));

  sheaf_output_text (output, text);
}

static gboolean
add_line (SheafOutput                *output,
          SheafBook                  *book,
          const char                 *home,
          const SheafRevaluationLine *line,
          GError                    **error)
{
  const SheafForeignBalance *balance = &line->balance;
  const SheafChart          *chart = sheaf_chart_get (book, error);
  g_autofree char           *item = sheaf_item_code (book, balance->item_id);
  g_autofree char           *units = units_text (output, balance);
  g_autoptr (SheafParty) party = NULL;

  if (chart == NULL || (balance->party_id != 0 &&
                        (party = sheaf_party_load (book, balance->party_id, error)) == NULL))
    return FALSE;
  sheaf_output_text (output, sheaf_chart_by_id (chart, balance->account_id)->code);
  sheaf_output_text (output, party != NULL ? party->code : NULL);
  sheaf_output_text (output, item);
  sheaf_output_text (output, balance->currency);
  sheaf_output_text (output, units);
  sheaf_output_amount (output, balance->value);
  add_rate (output, sheaf_currency_rate_of (balance->value, balance->units, balance->currency,
                                            home));
  add_rate (output, line->rate);
  sheaf_output_amount (output, line->revalued);
  sheaf_output_amount (output, line->difference);
  return TRUE;
}

gboolean
sheaf_currency_output (const SheafCommandLine *line,
                       SheafBook              *book,
                       const SheafRevaluation *revaluation,
                       GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autofree char *home = sheaf_currency_home (book);

  for (guint i = 0; i < revaluation->lines->len; i++)
    if (!add_line (output, book, home,
                   &g_array_index (revaluation->lines, SheafRevaluationLine, i), error))
      return FALSE;
  return sheaf_output_write (output, line, error);
}
