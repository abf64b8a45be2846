/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference says which side has more: a sign alone has to be thought about. */
#include "app/control/reconciliation-words.h"

#include "app/format.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"

#include <adwaita.h>

char *
sheaf_bank_words_units (const SheafReconciliation *one,
                        gint64                     units)
{
  return one->currency != NULL
             ? sheaf_currency_format (units, one->currency, sheaf_language_current ())
             : sheaf_format_figure (SHEAF_MONEY (units));
}

char *
sheaf_bank_words_difference (const SheafReconciliation *one,
                             gint64                     difference)
{
  g_autofree char *units = sheaf_bank_words_units (one, ABS (difference));

  if (difference == 0)
    return g_strdup (_ ("✓ agrees"));
  if (difference > 0)
    return g_strdup_printf (_ ("the bank has %s more than is ticked"), units);
  return g_strdup_printf (_ ("the bank has %s less than is ticked"), units);
}

static const char *
choose_icon (const SheafBankStatement *statement)
{
  if (statement->changed)
    return "dialog-warning-symbolic";
  return statement->one->finished ? "object-select-symbolic" : "document-edit-symbolic";
}

GtkWidget *
sheaf_bank_words_row (const SheafBankStatement *statement)
{
  const SheafReconciliation *one = statement->one;
  GtkWidget                 *row = adw_action_row_new ();
  g_autofree char           *day = sheaf_format_date (one->date);
  g_autofree char           *balance = sheaf_bank_words_units (one, one->balance);
  g_autofree char           *left = sheaf_bank_words_difference (one, one->difference);
  const char                *finished = statement->changed ? _ ("finished, touched since")
                                                           : _ ("finished");
  g_autofree char           *subtitle = g_strdup_printf ("%s · %s · %s", day, balance,
                                               one->finished ? finished : left);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), statement->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), choose_icon (statement));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}
