/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened?" from the form: words in, rows out. */
#include "app/ledger/voucher-form-private.h"

#include "app/ledger/guide-dialog.h"
#include "base/i18n.h"

/* Words typed to find a case are no voucher: the draft that they saved themselves as goes. Rows
 * that were typed stay among the drafts. */
static void
drop_words (SheafVoucherForm *form)
{
  if (!sheaf_entry_grid_is_empty (form->grid) || form->invoices->len > 0 ||
      form->attachments->len > 0)
    return;
  gtk_editable_set_text (form->description_entry, "");
  sheaf_voucher_form_delete_draft (form);
}

static void
filled_cb (SheafGuideDialog *dialog,
           const SheafDraft *cells,
           const char       *source,
           SheafVoucherForm *form)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (form->description_entry));
  g_autofree char *text = g_strdup_printf (_ ("Follows %s"), source);
  gboolean         searched = sheaf_guide_dialog_searched (dialog, typed);

  drop_words (form);
  sheaf_voucher_form_fill (form, cells);
  /* The words that the case was found by are no text for a voucher; a text that was there is. */
  if (*typed != '\0' && !searched)
    gtk_editable_set_text (form->description_entry, typed);
  gtk_label_set_text (form->source_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (form->source_label), text);
  gtk_widget_set_visible (GTK_WIDGET (form->source_label), TRUE);
  sheaf_voucher_form_save_later (form);
}

static void
template_cb (SheafGuideDialog *dialog,
             const char       *name,
             SheafVoucherForm *form)
{
  (void) dialog;
  drop_words (form);
  sheaf_voucher_form_use_template (form, name, SHEAF_DATE_NONE);
}

static void
guide_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafDate         day;
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  if (!form->typing)
    sheaf_voucher_form_begin_empty (form);
  if (!sheaf_date_entry_get (form->date_entry, &day, NULL))
    day = sheaf_session_get_working_day (sheaf_page_get_session (form->page));
  dialog = sheaf_guide_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), sheaf_page_get_session (form->page), day,
      sheaf_entry_grid_is_empty (form->grid) ? gtk_editable_get_text (form->description_entry)
                                             : "");
  g_signal_connect_object (dialog, "filled", G_CALLBACK (filled_cb), form, 0);
  g_signal_connect_object (dialog, "template", G_CALLBACK (template_cb), form, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_voucher_form_install_guide (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.guide", NULL, guide_action);
}
