/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the list of what is due. */
#include "app/capital/due-columns.h"

#include "app/format.h"
#include "base/i18n.h"

const char *
sheaf_due_columns_style (gconstpointer record)
{
  return ((const SheafCapitalDue *) record)->overdue > 0 ? "group-row" : NULL;
}

static char *
format_member (gconstpointer record)
{
  const SheafCapitalDue *due = record;

  return g_strdup_printf ("%s  %s", due->code, due->name);
}

static char *
format_what (gconstpointer record)
{
  const SheafCapitalDue *due = record;

  if (due->kind == SHEAF_SCHEDULE_REFUND)
    return g_strdup (_ ("the co-op refunds"));
  return g_strdup (due->instalment ? _ ("the member pays an instalment")
                                   : _ ("the member pays in"));
}

static char *
format_due (gconstpointer record)
{
  const SheafCapitalDue *due = record;

  return sheaf_date_is_none (due->due) ? g_strdup (_ ("no term")) : sheaf_format_date (due->due);
}

static char *
format_amount (gconstpointer record)
{
  return sheaf_format_money (((const SheafCapitalDue *) record)->amount);
}

static char *
format_overdue (gconstpointer record)
{
  guint days = ((const SheafCapitalDue *) record)->overdue;

  return days == 0 ? g_strdup ("–") : g_strdup_printf ("%u", days);
}

/* What follows once the term is over. */
static char *
format_outcome (gconstpointer record)
{
  const SheafCapitalDue *due = record;
  g_autofree char       *by = sheaf_format_date (due->register_by);
  const char            *title = sheaf_capital_outcome_title (due->outcome);

  if (due->kind == SHEAF_SCHEDULE_REFUND || due->outcome == SHEAF_CAPITAL_IN_TIME)
    return g_strdup (due->document != NULL ? due->document : "");
  return sheaf_date_is_none (due->register_by)
             ? g_strdup (title)
             : g_strdup_printf (_ ("%s; register the lower capital by %s"), title, by);
}

static const SheafColumn columns[] = {
  { N_ ("Due"), SHEAF_COLUMN_DAY, 96, format_due },
  { N_ ("Member, name"), SHEAF_COLUMN_TEXT, -170, format_member },
  { N_ ("What"), SHEAF_COLUMN_TEXT, -150, format_what },
  { N_ ("Open (₫)"), SHEAF_COLUMN_FIGURE, 122, format_amount },
  { N_ ("Days late"), SHEAF_COLUMN_FIGURE, 84, format_overdue },
  { N_ ("What follows, paper"), SHEAF_COLUMN_TEXT, -230, format_outcome },
};

const SheafColumn *
sheaf_due_columns (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (columns);
  return columns;
}
