/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reversal without a reason would leave the auditor guessing. */
#include "app/ledger/reverse-dialog.h"

#include "app/widgets/date-entry.h"
#include "base/i18n.h"

struct _SheafReverseDialog
{
  AdwMessageDialog parent_instance;
  SheafDateEntry  *date_entry;
  GtkEditable     *reason_entry;
};

G_DEFINE_FINAL_TYPE (SheafReverseDialog, sheaf_reverse_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
changed_cb (SheafReverseDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (dialog->reason_entry)));
  SheafDate        date;

  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (dialog), "reverse",
      *reason != '\0' && sheaf_date_entry_get (dialog->date_entry, &date, NULL));
}

static void
sheaf_reverse_dialog_class_init (SheafReverseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/reverse-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReverseDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReverseDialog, reason_entry);
}

static void
sheaf_reverse_dialog_init (SheafReverseDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->date_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->reason_entry, "changed", G_CALLBACK (changed_cb), dialog);
}

GtkWidget *
sheaf_reverse_dialog_new (GtkWindow  *parent,
                          const char *number,
                          SheafDate   day)
{
  SheafReverseDialog *dialog = g_object_new (SHEAF_TYPE_REVERSE_DIALOG, "transient-for", parent,
                                             NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Reverse voucher %s?"),
                                     number);
  sheaf_date_entry_set (dialog->date_entry, day);
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->reason_entry));
  return GTK_WIDGET (dialog);
}

SheafDate
sheaf_reverse_dialog_get_date (SheafReverseDialog *dialog)
{
  SheafDate date = SHEAF_DATE_NONE;

  g_return_val_if_fail (SHEAF_IS_REVERSE_DIALOG (dialog), date);

  (void) sheaf_date_entry_get (dialog->date_entry, &date, NULL);
  return date;
}

const char *
sheaf_reverse_dialog_get_reason (SheafReverseDialog *dialog)
{
  g_return_val_if_fail (SHEAF_IS_REVERSE_DIALOG (dialog), "");

  return gtk_editable_get_text (dialog->reason_entry);
}
