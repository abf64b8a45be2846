/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the columns of the register. */
#include "app/format.h"
#include "app/members/member-words.h"
#include "app/members/members-page-private.h"
#include "app/widgets/column-choice.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const SheafRegisterLine *) record)->row->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafRegisterLine *) record)->row->name);
}

/* The kind, or that the person has left. */
static char *
format_kind (gconstpointer record)
{
  const SheafMemberState *state = &((const SheafRegisterLine *) record)->row->state;
  g_autofree char        *left = NULL;

  if (state->kind != SHEAF_MEMBER_NONE)
    return g_strdup (sheaf_member_words_kind (state->kind));
  left = sheaf_format_date (state->left);
  return g_strdup_printf (_ ("left %s"), left);
}

static char *
format_joined (gconstpointer record)
{
  return sheaf_format_date (((const SheafRegisterLine *) record)->row->state.joined);
}

static char *
format_committed (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterLine *) record)->row->capital.committed);
}

static char *
format_paid (gconstpointer record)
{
  return sheaf_format_money (((const SheafRegisterLine *) record)->row->capital.paid);
}

static char *
format_percent (gconstpointer record)
{
  gint64 percent = ((const SheafRegisterLine *) record)->row->percent_charter;

  return percent == 0 ? g_strdup ("–")
                      : sheaf_format_percent (percent);
}

static char *
format_agreement (gconstpointer record)
{
  const SheafMemberState *state = &((const SheafRegisterLine *) record)->row->state;
  g_autofree char        *until = sheaf_format_date (state->agreement_until);

  if (!state->agreement)
    return g_strdup ("–");
  return *until == '\0' ? g_strdup (_ ("signed"))
                        : g_strdup_printf (_ ("until %s"), until);
}

static char *
format_certificate (gconstpointer record)
{
  return g_strdup (((const SheafRegisterLine *) record)->certificate);
}

static char *
format_hamlet (gconstpointer record)
{
  return g_strdup (((const SheafRegisterLine *) record)->hamlet);
}

static char *
format_team (gconstpointer record)
{
  return g_strdup (((const SheafRegisterLine *) record)->team);
}

static const SheafMemberSums *
sums_of (gconstpointer record)
{
  return ((const SheafRegisterLine *) record)->sums;
}

/* Nothing while it is being read. */
static char *
format_owes (gconstpointer record)
{
  return sums_of (record) != NULL ? sheaf_format_money (sums_of (record)->owes) : NULL;
}

static char *
format_owed (gconstpointer record)
{
  return sums_of (record) != NULL ? sheaf_format_money (sums_of (record)->owed) : NULL;
}

static char *
format_use (gconstpointer record)
{
  return sums_of (record) != NULL ? sheaf_format_money (sums_of (record)->use) : NULL;
}

static char *
format_pay (gconstpointer record)
{
  return sums_of (record) != NULL ? sheaf_format_money (sums_of (record)->pay) : NULL;
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafRegisterLine *) record)->row->state.kind == SHEAF_MEMBER_NONE ? "dim-label"
                                                                                    : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 66, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -138, format_name },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, -118, format_kind },
  { N_ ("Hamlet"), SHEAF_COLUMN_TEXT, -106, format_hamlet },
  { N_ ("Team"), SHEAF_COLUMN_TEXT, 90, format_team },
  { N_ ("Joined"), SHEAF_COLUMN_DAY, 96, format_joined },
  { N_ ("Promised (₫)"), SHEAF_COLUMN_FIGURE, 124, format_committed },
  { N_ ("Paid in (₫)"), SHEAF_COLUMN_FIGURE, 114, format_paid },
  { N_ ("Of charter (%)"), SHEAF_COLUMN_FIGURE, 104, format_percent },
  { N_ ("Owes (₫)"), SHEAF_COLUMN_FIGURE, 116, format_owes },
  { N_ ("Is owed (₫)"), SHEAF_COLUMN_FIGURE, 116, format_owed },
  { N_ ("Use this year (₫)"), SHEAF_COLUMN_FIGURE, 140, format_use },
  { N_ ("Work this year (₫)"), SHEAF_COLUMN_FIGURE, 150, format_pay },
  { N_ ("Agreement"), SHEAF_COLUMN_DAY, 130, format_agreement },
  { N_ ("Certificate"), SHEAF_COLUMN_DAY, 110, format_certificate },
};

/* What tells one member from another comes first, then what is asked about most. */
static const SheafColumnChoice choices[] = {
  { "code", 0 },
  { "name", 0 },
  { "kind", 2 },
  { "hamlet", 4 },
  { "team", 10 },
  { "joined", 8 },
  { "promised", 6 },
  { "paid", 1 },
  { "percent", 5 },
  { "owes", 3 },
  { "owed", 9 },
  { "use", 7 },
  { "work", 11 },
  { "agreement", 12 },
  { "certificate", 13 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (choices) == G_N_ELEMENTS (columns));

void
sheaf_members_page_add_columns (GtkColumnView *view,
                                GtkMenuButton *button)
{
  sheaf_columns_add (view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (view, style_row);
  sheaf_column_choice_add (view, choices, G_N_ELEMENTS (choices), button, "register-columns");
}
