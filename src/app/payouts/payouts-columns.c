/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures are the core's; zero is a dash, so that taxes and set-offs stand out where there are
 * any. */
#include "app/payouts/payouts-columns.h"

#include "app/format.h"
#include "app/payouts/payouts-table.h"
#include "app/payouts/payouts-words.h"
#include "app/widgets/column-choice.h"
#include "app/widgets/column-fit.h"
#include "base/i18n.h"

static char *
format_payee_code (gconstpointer record)
{
  return g_strdup (((const SheafPayeeRow *) record)->standing->code);
}

static char *
format_payee_name (gconstpointer record)
{
  return g_strdup (((const SheafPayeeRow *) record)->standing->name);
}

static char *
format_payee_state (gconstpointer record)
{
  return sheaf_payee_state_text (((const SheafPayeeRow *) record)->standing);
}

static char *
format_payee_share (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayeeRow *) record)->standing->share);
}

static char *
format_payee_tax (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayeeRow *) record)->standing->tax);
}

static char *
format_payee_set_off (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayeeRow *) record)->standing->set_off);
}

static char *
format_payee_money (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayeeRow *) record)->standing->money);
}

static char *
format_payee_open (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayeeRow *) record)->standing->open);
}

static const SheafColumn payee_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 76, format_payee_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -130, format_payee_name },
  { N_ ("State"), SHEAF_COLUMN_CHIP, 178, format_payee_state },
  { N_ ("Left to pay"), SHEAF_COLUMN_FIGURE, 104, format_payee_open },
  { N_ ("Share"), SHEAF_COLUMN_FIGURE, 122, format_payee_share },
  { N_ ("Paid in money"), SHEAF_COLUMN_FIGURE, 110, format_payee_money },
  { N_ ("Tax kept back"), SHEAF_COLUMN_FIGURE, 96, format_payee_tax },
  { N_ ("Set off"), SHEAF_COLUMN_FIGURE, 96, format_payee_set_off },
};

/* The card beside the list tells all of one member. */
static const SheafColumnChoice payee_choices[] = {
  { "code", 0 },
  { "name", 0 },
  { "state", 0 },
  { "open", 0 },
  { "share", 1 },
  { "money", 2 },
  { "tax", 3 },
  { "set-off", 4 },
};

static const char *
style_payee (gconstpointer record)
{
  return sheaf_payout_state_style (((const SheafPayeeRow *) record)->standing->state);
}

void
sheaf_payouts_columns_add_payees (GtkColumnView *view)
{
  sheaf_columns_add (view, payee_columns, G_N_ELEMENTS (payee_columns));
  sheaf_columns_set_chip_style (view, style_payee);
  sheaf_column_choice_add (view, payee_choices, G_N_ELEMENTS (payee_choices), NULL, NULL);
}

static char *
format_list_number (gconstpointer record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ((const SheafPaymentList *) record)->id);
}

static char *
format_list_day (gconstpointer record)
{
  return sheaf_format_date (((const SheafPaymentList *) record)->date);
}

static char *
format_list_method (gconstpointer record)
{
  return g_strdup (sheaf_payout_method_title (((const SheafPaymentList *) record)->method));
}

static char *
format_list_count (gconstpointer record)
{
  return g_strdup_printf ("%u", ((const SheafPaymentList *) record)->count);
}

static char *
format_list_gross (gconstpointer record)
{
  return sheaf_format_money (((const SheafPaymentList *) record)->gross);
}

static char *
format_list_tax (gconstpointer record)
{
  return sheaf_format_money (((const SheafPaymentList *) record)->tax);
}

static char *
format_list_set_off (gconstpointer record)
{
  return sheaf_format_money (((const SheafPaymentList *) record)->set_off);
}

static char *
format_list_back (gconstpointer record)
{
  return sheaf_format_money (((const SheafPaymentList *) record)->back);
}

static char *
format_list_net (gconstpointer record)
{
  return sheaf_format_money (((const SheafPaymentList *) record)->net);
}

/* What needs a person first. */
static char *
format_list_state (gconstpointer record)
{
  const SheafPaymentList *list = record;

  if (list->ordered > 0)
    return g_strdup_printf (_ ("◷ the bank’s answer is open: %u"), list->ordered);
  if (list->returned > 0)
    return g_strdup_printf (_ ("⚠ came back: %u of %u"), list->returned, list->count);
  if (list->reversed == list->count)
    return g_strdup (sheaf_payout_state_title (SHEAF_PAYOUT_REVERSED));
  return g_strdup (sheaf_payout_state_title (SHEAF_PAYOUT_PAID));
}

static const char *
style_list (gconstpointer record)
{
  const SheafPaymentList *list = record;

  return list->ordered > 0                                     ? "waiting"
         : list->returned > 0 || list->reversed == list->count ? "trouble"
                                                               : NULL;
}

static const SheafColumn list_columns[] = {
  { N_ ("Number"), SHEAF_COLUMN_FIGURE, 66, format_list_number },
  { N_ ("Day"), SHEAF_COLUMN_DAY, 98, format_list_day },
  { N_ ("How"), SHEAF_COLUMN_TEXT, 126, format_list_method },
  { N_ ("State"), SHEAF_COLUMN_CHIP, -190, format_list_state },
  { N_ ("Lines"), SHEAF_COLUMN_FIGURE, 66, format_list_count },
  { N_ ("Paid in money"), SHEAF_COLUMN_FIGURE, 118, format_list_net },
  { N_ ("Of the shares"), SHEAF_COLUMN_FIGURE, 114, format_list_gross },
  { N_ ("Tax kept back"), SHEAF_COLUMN_FIGURE, 96, format_list_tax },
  { N_ ("Set off"), SHEAF_COLUMN_FIGURE, 96, format_list_set_off },
  { N_ ("Came back"), SHEAF_COLUMN_FIGURE, 96, format_list_back },
};

static const SheafColumnChoice list_choices[] = {
  { "number", 0 },
  { "day", 0 },
  { "how", 1 },
  { "state", 0 },
  { "lines", 3 },
  { "money", 0 },
  { "share", 2 },
  { "tax", 4 },
  { "set-off", 5 },
  { "back", 6 },
};

void
sheaf_payouts_columns_add_lists (GtkColumnView *view)
{
  sheaf_columns_add (view, list_columns, G_N_ELEMENTS (list_columns));
  sheaf_columns_set_chip_style (view, style_list);
  sheaf_column_choice_add (view, list_choices, G_N_ELEMENTS (list_choices), NULL, NULL);
}

static char *
format_line_code (gconstpointer record)
{
  return g_strdup (((const SheafPayoutLine *) record)->code);
}

static char *
format_line_name (gconstpointer record)
{
  return g_strdup (((const SheafPayoutLine *) record)->name);
}

static char *
format_line_state (gconstpointer record)
{
  return g_strdup (sheaf_payout_state_title (((const SheafPayoutLine *) record)->state));
}

static char *
format_line_year (gconstpointer record)
{
  return g_strdup_printf ("%d", ((const SheafPayoutLine *) record)->year);
}

static char *
format_line_gross (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayoutLine *) record)->gross);
}

static char *
format_line_tax (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayoutLine *) record)->tax);
}

static char *
format_line_set_off (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayoutLine *) record)->set_off);
}

static char *
format_line_net (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayoutLine *) record)->net);
}

static char *
format_line_voucher (gconstpointer record)
{
  return g_strdup (((const SheafPayoutLine *) record)->voucher_number);
}

static const SheafColumn line_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 76, format_line_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -130, format_line_name },
  { N_ ("State"), SHEAF_COLUMN_CHIP, 150, format_line_state },
  { N_ ("In money"), SHEAF_COLUMN_FIGURE, 118, format_line_net },
  { N_ ("Of the share"), SHEAF_COLUMN_FIGURE, 112, format_line_gross },
  { N_ ("Tax kept back"), SHEAF_COLUMN_FIGURE, 96, format_line_tax },
  { N_ ("Set off"), SHEAF_COLUMN_FIGURE, 96, format_line_set_off },
  { N_ ("Year"), SHEAF_COLUMN_DAY, 60, format_line_year },
  { N_ ("Voucher"), SHEAF_COLUMN_TEXT, 110, format_line_voucher },
};

static const SheafColumnChoice line_choices[] = {
  { "code", 0 },
  { "name", 0 },
  { "state", 0 },
  { "money", 0 },
  { "share", 1 },
  { "tax", 2 },
  { "set-off", 4 },
  { "year", 5 },
  { "voucher", 3 },
};

static const char *
style_line (gconstpointer record)
{
  return sheaf_payout_state_style (((const SheafPayoutLine *) record)->state);
}

void
sheaf_payouts_columns_add_lines (GtkColumnView *view)
{
  sheaf_columns_add (view, line_columns, G_N_ELEMENTS (line_columns));
  sheaf_columns_set_chip_style (view, style_line);
  sheaf_column_choice_add (view, line_choices, G_N_ELEMENTS (line_choices), NULL, NULL);
}

static const SheafColumn preview_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 66, format_line_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -104, format_line_name },
  { N_ ("Year"), SHEAF_COLUMN_DAY, 56, format_line_year },
  { N_ ("Of the share"), SHEAF_COLUMN_FIGURE, 104, format_line_gross },
  { N_ ("Tax kept back"), SHEAF_COLUMN_FIGURE, 80, format_line_tax },
  { N_ ("Set off"), SHEAF_COLUMN_FIGURE, 80, format_line_set_off },
  { N_ ("In money"), SHEAF_COLUMN_FIGURE, 104, format_line_net },
};

/* The sums stand above; who gets how much of which year must be seen. */
static const SheafColumnChoice preview_choices[] = {
  { "code", 0 },
  { "name", 0 },
  { "year", 1 },
  { "share", 2 },
  { "tax", 3 },
  { "set-off", 4 },
  { "money", 0 },
};

void
sheaf_payouts_columns_add_preview (GtkColumnView *view)
{
  sheaf_columns_add (view, preview_columns, G_N_ELEMENTS (preview_columns));
  sheaf_column_choice_add (view, preview_choices, G_N_ELEMENTS (preview_choices), NULL, NULL);
}

void
sheaf_payouts_columns_fit (GtkColumnView   *view,
                           const GPtrArray *records)
{
  sheaf_column_fit (view, records);
  sheaf_column_choice_look_again (view);
}
