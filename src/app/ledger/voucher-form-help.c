/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper of a posted voucher, and what the account under the cursor is for. */
#include "app/ledger/voucher-form-private.h"

#include "app/widgets/code-picker.h"

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (!form->typing && form->shown_id != 0)
    (void) gtk_widget_activate_action (widget, "win.voucher-paper", "(xs)", form->shown_id,
                                       gtk_editable_get_text (form->number_entry));
}

/* The cell with the focus, when it holds an account's code. */
static void
account_help_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafSession     *session = sheaf_page_get_session (form->page);
  GtkWidget        *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget        *cell = focus != NULL ? gtk_widget_get_ancestor (focus, SHEAF_TYPE_CODE_PICKER)
                                         : NULL;
  const char       *code;

  (void) name;
  (void) parameter;
  if (cell == NULL || session == NULL)
    return;
  code = gtk_editable_get_text (GTK_EDITABLE (cell));
  /* Parties are picked in such cells as well. */
  if (*code != '\0' && sheaf_choices_find_code (sheaf_session_get_parties (session), code) == NULL)
    (void) gtk_widget_activate_action (widget, "win.account-help", "s", code);
}

void
sheaf_voucher_form_install_help (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "voucher.account-help", NULL, account_help_action);
}
