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
  { "currency", N_ ("Currency"), SHEAF_OUTPUT_TEXT },
};

/* Columns that are not always there. */
typedef struct
{
  gboolean by_party;
  gboolean currency;
} Shown;

/* People read which currency a row counts behind the account's name; programs in a column, and the
 * chart's own names, whatever the language. */
static char *
name_of (const SheafOutput     *output,
         const SheafBalanceRow *row)
{
  if (!sheaf_output_is_for_people (output))
    return g_strdup (row->names[SHEAF_FORM_VI]);
  return sheaf_balance_row_name (row, sheaf_form_language (sheaf_language_current ()));
}

static void
add_amounts (SheafOutput      *output,
             const char       *currency,
             const SheafMoney *amounts)
{
  for (guint i = 0; i < SHEAF_BALANCE_AMOUNTS; i++)
    if (*currency != '\0')
      sheaf_output_units (output, amounts[i].units, currency);
    else
      sheaf_output_amount (output, amounts[i]);
}

static void
add_row (SheafOutput           *output,
         const SheafBalanceRow *row,
         Shown                  shown)
{
  g_autofree char *name = name_of (output, row);

  sheaf_output_text (output, row->code);
  sheaf_output_text (output, name);
  add_amounts (output, row->currency, row->amounts);
  if (shown.by_party)
    {
      sheaf_output_text (output, row->party_code);
      sheaf_output_text (output, row->party_name);
    }
  if (shown.currency)
    sheaf_output_text (output, row->currency);
}

static void
add_rows (SheafOutput        *output,
          const SheafBalance *balance,
          Shown               shown)
{
  for (guint i = 0; i < balance->rows->len; i++)
    add_row (output, g_ptr_array_index (balance->rows, i), shown);
  if (!sheaf_output_is_text (output))
    return;
  sheaf_output_text (output, "");
  sheaf_output_text (output, _ ("Total"));
  add_amounts (output, "", balance->total);
  for (guint i = 0; i < 2 && shown.by_party; i++)
    sheaf_output_text (output, "");
}

/* A book without foreign money goes on having the columns it has. */
static gboolean
names_currency (const SheafBalance *balance)
{
  for (guint i = 0; i < balance->rows->len; i++)
    if (*((const SheafBalanceRow *) balance->rows->pdata[i])->currency != '\0')
      return TRUE;
  return FALSE;
}

gboolean
sheaf_balance_output (const SheafCommandLine *line,
                      const SheafBalance     *balance,
                      gboolean                by_party,
                      GError                **error)
{
  const char                   *format = sheaf_command_format (line);
  Shown                         shown = { .by_party = by_party };
  guint                         n = G_N_ELEMENTS (columns) - 1;
  g_autofree SheafOutputColumn *own = g_memdup2 (columns, sizeof columns);
  g_autoptr (SheafOutput) output = NULL;

  shown.currency = (g_str_equal (format, "csv") || g_str_equal (format, "json")) &&
                   names_currency (balance);
  if (!by_party)
    own[n -= 2] = columns[G_N_ELEMENTS (columns) - 1];
  output = sheaf_output_new (line, own, n + (shown.currency ? 1 : 0));
  add_rows (output, balance, shown);
  return sheaf_output_write (output, line, error);
}
