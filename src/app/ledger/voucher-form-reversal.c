/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correcting a posted voucher, and the way between it and its reversal. */
#include "app/ledger/voucher-form-private.h"

#include "app/act-dialog.h"
#include "app/messages.h"
#include "base/i18n.h"

static void reverse (SheafVoucherForm *form,
                     gboolean          confirmed);

static void
confirmed_cb (gpointer user_data)
{
  SheafVoucherForm *form = user_data;

  /* Another voucher may have been chosen behind the question. */
  if (form->reversal != NULL && form->reversal->id == form->shown_id)
    reverse (form, TRUE);
}

static void
reversed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  SheafVoucherOutcome *outcome = sheaf_page_take (SHEAF_PAGE (source), result);

  if (outcome != NULL && outcome->id != 0)
    sheaf_voucher_form_show_outcome (form, outcome);
  else if (outcome != NULL && form->problems != NULL)
    {
      g_autofree char *text = sheaf_messages_join (outcome->problems);

      sheaf_messages_ask (GTK_WIDGET (form), _ ("Reverse all the same?"), text, _ ("_Reverse"),
                          confirmed_cb);
    }
  sheaf_voucher_outcome_free (outcome);
}

static void
reverse (SheafVoucherForm *form,
         gboolean          confirmed)
{
  SheafVoucherReversal *reversal = g_memdup2 (form->reversal, sizeof *reversal);

  reversal->reason = g_strdup (reversal->reason);
  reversal->confirmed = confirmed;
  sheaf_voucher_form_ask (form, TRUE, sheaf_voucher_reverse_job, reversal,
                          (GDestroyNotify) sheaf_voucher_reversal_free,
                          (GDestroyNotify) sheaf_voucher_outcome_free, reversed_cb);
}

static void
reverse_response_cb (SheafActDialog   *dialog,
                     const char       *response,
                     SheafVoucherForm *form)
{
  if (g_strcmp0 (response, "accept") != 0)
    return;
  sheaf_voucher_reversal_free (form->reversal);
  form->reversal = g_new0 (SheafVoucherReversal, 1);
  form->reversal->id = form->shown_id;
  form->reversal->date = sheaf_act_dialog_get_date (dialog);
  form->reversal->reason = g_strdup (sheaf_act_dialog_get_text (dialog));
  reverse (form, FALSE);
}

/* The day of new vouchers, but never before the voucher itself. */
static SheafDate
propose_day (SheafVoucherForm *form)
{
  SheafDate day = sheaf_session_get_working_day (sheaf_page_get_session (form->page));
  SheafDate own;

  if (sheaf_date_entry_get (form->date_entry, &own, NULL) && sheaf_date_cmp (own, day) > 0)
    return own;
  return day;
}

static void
reverse_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  g_autofree char  *heading = g_strdup_printf (_ ("Reverse voucher %s?"),
                                               gtk_editable_get_text (form->number_entry));
  SheafActQuestion  question = { .heading = heading,
                                 .body = _ (
                                     "A voucher with the same accounts and negative amounts is "
                                      "posted. Both stay in the books."),
                                 .accept = _ ("_Reverse"),
                                 .destructive = TRUE,
                                 .text_label = _ ("_Reason") };
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  question.date = propose_day (form);
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), &question);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reverse_response_cb), form, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* From a voucher to its reversal, and from the reversal back. */
static void
other_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  g_autofree char  *day = NULL;
  g_autofree char  *detail = NULL;

  (void) name;
  (void) parameter;
  if (form->other_id == 0)
    return;
  day = sheaf_date_to_text (form->other_day);
  detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, form->other_id);
  (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "vouchers", detail);
}

void
sheaf_voucher_form_install_reversal (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.reverse", NULL, reverse_action);
  gtk_widget_class_install_action (widget_class, "voucher.other", NULL, other_action);
}
