/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the columns of the register. */
#include "app/format.h"
#include "app/members/member-words.h"
#include "app/members/members-page-private.h"
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

static const char *
style_row (gconstpointer record)
{
  return ((const SheafRegisterLine *) record)->row->state.kind == SHEAF_MEMBER_NONE ? "dim-label"
                                                                                    : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 62, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -136, format_name },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, -110, format_kind },
  { N_ ("Joined"), SHEAF_COLUMN_DAY, 100, format_joined },
  { N_ ("Promised (₫)"), SHEAF_COLUMN_FIGURE, 124, format_committed },
  { N_ ("Paid in (₫)"), SHEAF_COLUMN_FIGURE, 116, format_paid },
  { N_ ("Of charter (%)"), SHEAF_COLUMN_FIGURE, 104, format_percent },
  { N_ ("Hamlet"), SHEAF_COLUMN_TEXT, -120, format_hamlet },
  { N_ ("Team"), SHEAF_COLUMN_TEXT, 90, format_team },
  { N_ ("Agreement"), SHEAF_COLUMN_DAY, 130, format_agreement },
  { N_ ("Certificate"), SHEAF_COLUMN_DAY, 110, format_certificate },
};

void
sheaf_members_page_add_columns (GtkColumnView *view)
{
  sheaf_columns_add (view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (view, style_row);
}
