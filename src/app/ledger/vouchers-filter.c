/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year, a quarter or a month: periods are those of the year that the pages show. */
#include "app/ledger/vouchers-filter.h"

#include "app/ledger/voucher-words.h"
#include "base/i18n.h"

#define FIRST_QUARTER 2
#define FIRST_MONTH 6

void
sheaf_vouchers_filter_fill (GtkDropDown *kinds,
                            GtkDropDown *states,
                            GtkDropDown *periods)
{
  const char *const state_words[] = { _ ("Every state"), _ ("Standing"), _ ("Reversed"),
                                      _ ("Reversals"), NULL };
  const char *const first_kind[] = { _ ("Every kind"), NULL };
  const char *const first_periods[] = { _ ("All days"), _ ("This year"), NULL };
  g_autoptr (GtkStringList) kind_list = gtk_string_list_new (first_kind);
  g_autoptr (GtkStringList) state_list = gtk_string_list_new (state_words);
  g_autoptr (GtkStringList) period_list = gtk_string_list_new (first_periods);

  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    gtk_string_list_append (kind_list, sheaf_voucher_words_kind (sheaf_voucher_words_kind_at (i)));
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *text = g_strdup_printf (_ ("Quarter %u"), i);

      gtk_string_list_append (period_list, text);
    }
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *text = g_strdup_printf (_ ("Month %u"), i);

      gtk_string_list_append (period_list, text);
    }
  gtk_drop_down_set_model (kinds, G_LIST_MODEL (kind_list));
  gtk_drop_down_set_model (states, G_LIST_MODEL (state_list));
  gtk_drop_down_set_model (periods, G_LIST_MODEL (period_list));
}

static void
set_period (SheafVoucherFilter *filter,
            guint               period,
            int                 year)
{
  int first = 1;
  int last = 12;

  filter->from = SHEAF_DATE_NONE;
  filter->to = SHEAF_DATE_NONE;
  if (period == 0)
    return;
  if (period >= FIRST_MONTH)
    first = last = (int) period - FIRST_MONTH + 1;
  else if (period >= FIRST_QUARTER)
    {
      first = ((int) period - FIRST_QUARTER) * 3 + 1;
      last = first + 2;
    }
  filter->from = sheaf_date_new (year, first, 1);
  filter->to = last == 12 ? sheaf_date_new (year, 12, 31)
                          : sheaf_date_add_days (sheaf_date_new (year, last + 1, 1), -1);
}

SheafVoucherFilter *
sheaf_vouchers_filter_read (const char  *words,
                            GtkDropDown *kinds,
                            GtkDropDown *states,
                            GtkDropDown *periods,
                            int          year)
{
  SheafVoucherFilter *filter = g_new0 (SheafVoucherFilter, 1);
  guint               kind = gtk_drop_down_get_selected (kinds);

  filter->words = g_strdup (words);
  filter->kind = kind > 0 ? sheaf_voucher_words_kind_at (kind - 1) : 0;
  filter->state = (SheafVoucherState) gtk_drop_down_get_selected (states);
  set_period (filter, gtk_drop_down_get_selected (periods), year);
  return filter;
}
