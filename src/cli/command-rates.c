/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange that the book knows. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/rate.h"
#include "cli/output.h"
#include "ledger/currency-rate.h"

static const SheafCommandOption options[] = {
  { "currency", "CODE", N_ ("of this currency only, as USD") },
  { "from", "DAY", N_ ("first day") },
  { "to", "DAY", N_ ("last day") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
  { "rate", N_ ("Rate"), SHEAF_OUTPUT_NUMBER },
  { "buying", N_ ("Buying"), SHEAF_OUTPUT_NUMBER },
  { "selling", N_ ("Selling"), SHEAF_OUTPUT_NUMBER },
  { "source", N_ ("Source"), SHEAF_OUTPUT_TEXT },
};

static void
add_rate (SheafOutput *output,
          gint64       millionths)
{
  g_autofree char *text = millionths == 0 ? NULL : sheaf_rate_to_text (SHEAF_RATE (millionths));

  sheaf_output_text (output, text);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafDate from = SHEAF_DATE_NONE, to = SHEAF_DATE_NONE;
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) rates = NULL;

  if (!sheaf_command_days (line, &from, &to, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  rates = sheaf_rate_list (book, sheaf_command_option (line, "currency"), from, to, error);
  if (rates == NULL)
    return FALSE;
  for (guint i = 0; i < rates->len; i++)
    {
      const SheafCurrencyRate *rate = g_ptr_array_index (rates, i);

      sheaf_output_day (output, rate->date);
      sheaf_output_text (output, rate->currency);
      add_rate (output, rate->rate);
      add_rate (output, rate->buying);
      add_rate (output, rate->selling);
      sheaf_output_text (output, rate->source);
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_rates = {
  .name = "rates",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("rates of exchange by the day"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
