/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance as a table, for balance and statement F01-HTX. */
#include "cli/balance-output.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/output.h"

static const SheafOutputColumn columns[] = {
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "opening_debit", N_ ("Opening debit"), SHEAF_OUTPUT_AMOUNT },
  { "opening_credit", N_ ("Opening credit"), SHEAF_OUTPUT_AMOUNT },
  { "debit", N_ ("Debit"), SHEAF_OUTPUT_AMOUNT },
  { "credit", N_ ("Credit"), SHEAF_OUTPUT_AMOUNT },
  { "closing_debit", N_ ("Closing debit"), SHEAF_OUTPUT_AMOUNT },
  { "closing_credit", N_ ("Closing credit"), SHEAF_OUTPUT_AMOUNT },
  { "party", N_ ("Party"), SHEAF_OUTPUT_TEXT },
  { "party_name", N_ ("Party's name"), SHEAF_OUTPUT_TEXT },
};

/* Programs read the chart's own names, whatever the language. */
static const char *
name_of (const SheafOutput     *output,
         const SheafBalanceRow *row)
{
  SheafFormLanguage language = sheaf_output_is_text (output)
                                   ? sheaf_form_language (sheaf_language_current ())
                                   : SHEAF_FORM_VI;

  return row->names[language] != NULL ? row->names[language] : row->names[SHEAF_FORM_VI];
}

static void
add_amounts (SheafOutput      *output,
             const SheafMoney *amounts)
{
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    sheaf_output_amount (output, amounts[i]);
}

static void
add_rows (SheafOutput        *output,
          const SheafBalance *balance,
          gboolean            by_party)
{
  for (guint i = 0; i < balance->rows->len; i++)
    {
      const SheafBalanceRow *row = g_ptr_array_index (balance->rows, i);

      sheaf_output_text (output, row->code);
      sheaf_output_text (output, name_of (output, row));
      add_amounts (output, row->amounts);
      if (by_party)
        {
          sheaf_output_text (output, row->party_code);
          sheaf_output_text (output, row->party_name);
        }
    }
  if (!sheaf_output_is_text (output))
    return;
  sheaf_output_text (output, "");
  sheaf_output_text (output, _ ("Total"));
  add_amounts (output, balance->total);
  for (guint i = 0; i < 2 && by_party; i++)
    sheaf_output_text (output, "");
}

gboolean
sheaf_balance_output (const SheafCommandLine *line,
                      const SheafBalance     *balance,
                      gboolean                by_party,
                      GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, columns, G_N_ELEMENTS (columns) - (by_party ? 0 : 2));

  add_rows (output, balance, by_party);
  return sheaf_output_write (output, line, error);
}
