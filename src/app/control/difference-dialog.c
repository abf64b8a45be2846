/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry is made by the core for each day and account typed; what is posted is made anew. */
#include "app/control/difference-dialog.h"

#include "app/control/confirmation-columns.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

struct _SheafDifferenceDialog
{
  AdwWindow             parent_instance;
  SheafPage            *page;
  SheafConfirmationAct *act;
  guint                 asked; /* how often the entry was asked for: the last answer counts */

  SheafProblemList *problems;
  GtkLabel         *about;
  SheafDateEntry   *day_entry;
  SheafCodePicker  *other_picker;
  GtkLabel         *entry;
};

G_DEFINE_FINAL_TYPE (SheafDifferenceDialog, sheaf_difference_dialog, ADW_TYPE_WINDOW)

/* What is typed, as an act; NULL where it cannot be read, which is said. */
static SheafConfirmationAct *
make_act (SheafDifferenceDialog *dialog)
{
  g_autoptr (GError) error = NULL;
  const char           *other = "";
  SheafDate             day;
  SheafConfirmationAct *act;

  if (!sheaf_date_entry_get (dialog->day_entry, &day, &error) ||
      !sheaf_code_picker_get (dialog->other_picker, &other, &error))
    {
      sheaf_problem_list_show_text (dialog->problems, error->message);
      return NULL;
    }
  act = g_memdup2 (dialog->act, sizeof *dialog->act);
  act->text = NULL;
  act->day = day;
  act->other = *other != '\0' ? g_strdup (other) : NULL;
  return act;
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafDifferenceDialog *dialog = SHEAF_DIFFERENCE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  SheafConfirmationEntry *entry = sheaf_jobs_finish (result, &error);

  if (dialog->act != NULL && GPOINTER_TO_UINT (user_data) == dialog->asked)
    {
      if (entry == NULL)
        sheaf_problem_list_show_text (dialog->problems, error->message);
      else
        {
          sheaf_problem_list_show (dialog->problems, entry->problems);
          gtk_label_set_text (dialog->entry, entry->text != NULL ? entry->text : "");
          gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "difference.post",
                                         entry->text != NULL && entry->problems->errors == 0);
        }
    }
  sheaf_confirmation_entry_free (entry);
}

static void
show_entry (SheafDifferenceDialog *dialog)
{
  SheafSession         *session = sheaf_page_get_session (dialog->page);
  SheafConfirmationAct *act;

  if (dialog->act == NULL || session == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "difference.post", FALSE);
  act = make_act (dialog);
  if (act == NULL)
    return;
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_confirmation_entry_job, act,
                   (GDestroyNotify) sheaf_confirmation_act_free,
                   (GDestroyNotify) sheaf_confirmation_entry_free, dialog, NULL, shown_cb,
                   GUINT_TO_POINTER (++dialog->asked));
}

static void
posted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafDifferenceDialog *dialog = SHEAF_DIFFERENCE_DIALOG (source);
  SheafSession          *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  SheafConfirmationDone *done = sheaf_jobs_finish (result, &error);

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (done == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  if (session != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Voucher %s posts the difference."),
                                               done->number);

      sheaf_messages_toast_with_action (GTK_WIDGET (dialog->page), text, _ ("Show"), "win.go",
                                        g_variant_new ("(ss)", "vouchers", done->place));
      sheaf_session_changed (session);
    }
  sheaf_confirmation_done_free (done);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
post_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafDifferenceDialog *dialog = SHEAF_DIFFERENCE_DIALOG (widget);
  SheafSession          *session = sheaf_page_get_session (dialog->page);
  SheafConfirmationAct  *act = session != NULL ? make_act (dialog) : NULL;

  (void) name;
  (void) parameter;
  if (act == NULL)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_confirmation_act_job, act,
                    (GDestroyNotify) sheaf_confirmation_act_free,
                    (GDestroyNotify) sheaf_confirmation_done_free, dialog, NULL, posted_cb, NULL);
}

static void
sheaf_difference_dialog_dispose (GObject *object)
{
  SheafDifferenceDialog *dialog = SHEAF_DIFFERENCE_DIALOG (object);

  g_clear_pointer (&dialog->act, sheaf_confirmation_act_free);
  G_OBJECT_CLASS (sheaf_difference_dialog_parent_class)->dispose (object);
}

static void
sheaf_difference_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_DIFFERENCE_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_difference_dialog_parent_class)->finalize (object);
}

static void
sheaf_difference_dialog_class_init (SheafDifferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_difference_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_difference_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/control/difference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafDifferenceDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafDifferenceDialog, about);
  gtk_widget_class_bind_template_child (widget_class, SheafDifferenceDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafDifferenceDialog, other_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafDifferenceDialog, entry);
  gtk_widget_class_install_action (widget_class, "difference.post", NULL, post_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "difference.post", NULL);
}

static void
sheaf_difference_dialog_init (SheafDifferenceDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_code_picker_set_missing (
      dialog->other_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  g_signal_connect_swapped (dialog->day_entry, "changed-date", G_CALLBACK (show_entry), dialog);
  g_signal_connect_swapped (dialog->other_picker, "picked", G_CALLBACK (show_entry), dialog);
  g_signal_connect_swapped (dialog->other_picker, "changed", G_CALLBACK (show_entry), dialog);
}

GtkWidget *
sheaf_difference_dialog_new (SheafPage                  *page,
                             const SheafConfirmationRow *row,
                             SheafConfirmationAct       *act)
{
  SheafDifferenceDialog *dialog = g_object_new (
      SHEAF_TYPE_DIFFERENCE_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  g_autofree char *booked = sheaf_format_side (sheaf_confirmation_row_booked (row));
  g_autofree char *confirmed = sheaf_format_side (row->line->asked->confirmed);
  g_autofree char *about = g_strdup_printf (
      _ ("%s (%s) · account %s · in the books %s · the party says %s"), row->name, row->party,
      row->account, booked, confirmed);

  dialog->page = g_object_ref (page);
  sheaf_date_entry_set (dialog->day_entry, act->day);
  sheaf_code_picker_set_choices (dialog->other_picker,
                                 sheaf_session_get_accounts (sheaf_page_get_session (page)));
  gtk_label_set_text (dialog->about, about);
  dialog->act = act;
  show_entry (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->day_entry));
  return GTK_WIDGET (dialog);
}
