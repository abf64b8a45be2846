/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person does with a voucher while typing it: throws it away, puts it aside, works on
 * rows. */
#include "app/ledger/voucher-form-private.h"

#include "app/ledger/voucher-words.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "base/i18n.h"

#include <string.h>

static void
stop_typing (gpointer user_data)
{
  SheafVoucherForm *form = user_data;

  sheaf_voucher_form_delete_draft (form);
  form->showing = TRUE;
  sheaf_voucher_form_begin_empty (form);
  form->showing = FALSE;
  sheaf_voucher_form_set_typing (form, FALSE);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (sheaf_voucher_form_is_empty (form))
    stop_typing (form);
  else
    sheaf_messages_ask (widget, _ ("Throw the voucher away?"),
                        _ ("It has not been posted; its draft goes as well. To go on with it "
                           "later, only leave it: drafts stay in the list."),
                        _ ("_Throw Away"), stop_typing);
}

/* The draft stays in the list; the form is free for something else. */
static void
put_aside_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (!form->typing)
    return;
  sheaf_voucher_form_save_now (form);
  sheaf_voucher_form_begin_empty (form);
  sheaf_voucher_form_set_typing (form, FALSE);
}

static void
row_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) parameter;
  if (g_strcmp0 (name, "voucher.add-row") == 0)
    sheaf_entry_grid_add_row (form->grid);
  else if (g_strcmp0 (name, "voucher.remove-row") == 0)
    sheaf_entry_grid_remove_row (form->grid);
  else if (g_strcmp0 (name, "voucher.details") == 0)
    sheaf_entry_grid_toggle_details (form->grid);
  else
    sheaf_entry_grid_copy_row (form->grid);
}

/* "voucher.kind-receipt": begins a voucher when none is typed. */
static void
kind_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafVoucherKind  kind;

  (void) parameter;
  if (!sheaf_voucher_kind_from_word (name + strlen ("voucher.kind-"), &kind))
    return;
  if (!form->typing)
    sheaf_voucher_form_begin_empty (form);
  gtk_drop_down_set_selected (form->kind_list, sheaf_voucher_words_kind_index (kind));
  form->kind_kept = TRUE;
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_VOUCHER_FORM (widget)->date_entry));
}

void
sheaf_voucher_form_install_actions (GtkWidgetClass *widget_class)
{
  sheaf_shortcuts_bind (widget_class, "voucher.");
  gtk_widget_class_install_action (widget_class, "voucher.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "voucher.cancel", NULL);
  gtk_widget_class_install_action (widget_class, "voucher.put-aside", NULL, put_aside_action);
  gtk_widget_class_install_action (widget_class, "voucher.add-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.remove-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.copy-row", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.details", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "voucher.day", NULL, day_action);
  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    {
      g_autofree char *name = g_strconcat (
          "voucher.kind-", sheaf_voucher_kind_to_word (sheaf_voucher_words_kind_at (i)), NULL);

      gtk_widget_class_install_action (widget_class, name, NULL, kind_action);
    }
}
