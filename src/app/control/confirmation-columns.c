/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each amount names its side, as accountants write balances. */
#include "app/control/confirmation-columns.h"

#include "app/format.h"
#include "base/i18n.h"

SheafMoney
sheaf_confirmation_row_booked (const SheafConfirmationRow *row)
{
  return row->line->asked != NULL && row->line->asked->is_answered ? row->line->asked->booked
                                                                   : row->line->balance;
}

static char *
format_account (gconstpointer record)
{
  return g_strdup (((const SheafConfirmationRow *) record)->account);
}

static char *
format_party (gconstpointer record)
{
  return g_strdup (((const SheafConfirmationRow *) record)->party);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafConfirmationRow *) record)->name);
}

static char *
format_booked (gconstpointer record)
{
  return sheaf_format_side (sheaf_confirmation_row_booked (record));
}

static char *
format_confirmed (gconstpointer record)
{
  const SheafConfirmation *asked = ((const SheafConfirmationRow *) record)->line->asked;

  return asked != NULL && asked->is_answered ? sheaf_format_side (asked->confirmed)
                                             : g_strdup ("");
}

static char *
format_difference (gconstpointer record)
{
  const SheafConfirmation *asked = ((const SheafConfirmationRow *) record)->line->asked;

  return asked != NULL && asked->is_answered
             ? sheaf_format_side (sheaf_confirmation_difference (asked))
             : g_strdup ("");
}

static char *
join_day (const char *word,
          SheafDate   day)
{
  g_autofree char *text = sheaf_format_date (day);

  return sheaf_date_is_none (day) ? g_strdup (word) : g_strdup_printf ("%s %s", word, text);
}

static char *
say_state (gconstpointer record)
{
  const SheafConfirmationLine *line = ((const SheafConfirmationRow *) record)->line;
  const SheafConfirmation     *asked = line->asked;

  if (asked != NULL && asked->is_answered && sheaf_confirmation_is_overtaken (asked))
    return g_strdup (_ ("⚠ entries came after the answer"));
  switch (asked != NULL ? line->state : SHEAF_CONFIRMATION_NOT_ASKED)
    {
    case SHEAF_CONFIRMATION_MADE:
      return g_strdup (_ ("letter made"));
    case SHEAF_CONFIRMATION_SENT:
      return join_day (_ ("sent"), asked->sent);
    case SHEAF_CONFIRMATION_STALE:
      return g_strdup (_ ("⚠ letter says another balance"));
    case SHEAF_CONFIRMATION_GONE:
      return g_strdup (_ ("no balance any more"));
    case SHEAF_CONFIRMATION_AGREES:
      return join_day (_ ("✓ agrees"), asked->answered);
    case SHEAF_CONFIRMATION_DIFFERS:
      return join_day (_ ("≠ differs"), asked->answered);
    case SHEAF_CONFIRMATION_POSTED:
      return g_strdup (_ ("✓ difference posted"));
    case SHEAF_CONFIRMATION_NOT_ASKED:
    default:
      return g_strdup (_ ("no letter yet"));
    }
}

/* With what the party remarks: a column of its own would be out of sight at large text. */
static char *
format_state (gconstpointer record)
{
  const SheafConfirmation *asked = ((const SheafConfirmationRow *) record)->line->asked;
  g_autofree char         *state = say_state (record);

  return asked != NULL && asked->note != NULL && *asked->note != '\0'
             ? g_strdup_printf ("%s · %s", state, asked->note)
             : g_steal_pointer (&state);
}

static const SheafColumn columns[] = {
  { N_ ("Account"), SHEAF_COLUMN_DAY, 76, format_account },
  { N_ ("Code"), SHEAF_COLUMN_DAY, 66, format_party },
  { N_ ("Name"), SHEAF_COLUMN_WORDS, -112, format_name },
  { N_ ("In the books"), SHEAF_COLUMN_FIGURE, 132, format_booked },
  { N_ ("The party says"), SHEAF_COLUMN_FIGURE, 132, format_confirmed },
  { N_ ("Difference"), SHEAF_COLUMN_FIGURE, 108, format_difference },
  { N_ ("Letter and remark"), SHEAF_COLUMN_WORDS, -116, format_state },
};

const SheafColumn *
sheaf_confirmation_columns (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (columns);
  return columns;
}
