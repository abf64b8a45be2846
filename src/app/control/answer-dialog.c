/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference is shown while the amount is typed; nothing is posted here. */
#include "app/control/answer-dialog.h"

#include "app/control/confirmation-columns.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"

enum
{
  THEY_OWE,
  WE_OWE,
};

struct _SheafAnswerDialog
{
  AdwWindow             parent_instance;
  SheafPage            *page;
  SheafConfirmationAct *act;
  SheafMoney            booked;

  SheafProblemList *problems;
  GtkLabel         *about;
  AdwComboRow      *side_row;
  SheafAmountEntry *amount_entry;
  SheafDateEntry   *day_entry;
  GtkEditable      *note_row;
  GtkLabel         *difference;
};

G_DEFINE_FINAL_TYPE (SheafAnswerDialog, sheaf_answer_dialog, ADW_TYPE_WINDOW)

static gboolean
read_amount (SheafAnswerDialog *dialog,
             SheafMoney        *ret_amount,
             GError           **error)
{
  SheafMoney amount;

  if (!sheaf_amount_entry_get (dialog->amount_entry, &amount, error))
    return FALSE;
  *ret_amount = adw_combo_row_get_selected (dialog->side_row) == WE_OWE ? sheaf_money_neg (amount)
                                                                        : amount;
  return TRUE;
}

static void
show_difference (SheafAnswerDialog *dialog)
{
  SheafMoney       amount, difference;
  g_autofree char *figure = NULL;
  g_autofree char *text = NULL;

  if (dialog->act == NULL)
    return;
  if (!read_amount (dialog, &amount, NULL))
    {
      gtk_label_set_text (dialog->difference, "");
      return;
    }
  difference = sheaf_money_sub (amount, dialog->booked);
  figure = sheaf_format_side (difference);
  text = difference.units == 0 ? g_strdup (_ ("✓ agrees"))
                               : g_strdup_printf (_ ("difference %s"), figure);
  gtk_label_set_text (dialog->difference, text);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafAnswerDialog *dialog = SHEAF_ANSWER_DIALOG (source);
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  SheafConfirmationDone *done = sheaf_jobs_finish (result, &error);

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (done == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  sheaf_confirmation_done_free (done);
  if (session != NULL)
    {
      sheaf_messages_toast (GTK_WIDGET (dialog->page), _ ("The answer is noted"));
      sheaf_session_changed (session);
    }
  gtk_window_close (GTK_WINDOW (dialog));
}

static SheafConfirmationAct *
copy_act (const SheafConfirmationAct *act)
{
  SheafConfirmationAct *copy = g_memdup2 (act, sizeof *act);

  copy->text = g_strdup (act->text);
  copy->other = g_strdup (act->other);
  return copy;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafAnswerDialog *dialog = SHEAF_ANSWER_DIALOG (widget);
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  g_autofree char   *note = sheaf_text_clean (gtk_editable_get_text (dialog->note_row), -1);
  g_autofree char   *amount = sheaf_text_clean (
        gtk_editable_get_text (GTK_EDITABLE (dialog->amount_entry)), -1);
  g_autoptr (GError) error = NULL;
  GtkWidget *wrong = GTK_WIDGET (dialog->amount_entry);

  (void) name;
  (void) parameter;
  if (session == NULL)
    return;
  /* An empty entry is no answer; nothing owed is said by 0. */
  if (*amount == '\0')
    sheaf_problem_list_show_text (
        dialog->problems, _ ("Type the amount that the party says; 0 when it says there is none."));
  else if (!read_amount (dialog, &dialog->act->amount, &error))
    sheaf_problem_list_show_text (dialog->problems, error->message);
  else if (!sheaf_date_entry_get (dialog->day_entry, &dialog->act->day, &error))
    {
      wrong = GTK_WIDGET (dialog->day_entry);
      sheaf_problem_list_show_text (dialog->problems, error->message);
    }
  else
    wrong = NULL;
  if (wrong != NULL)
    {
      (void) gtk_widget_grab_focus (wrong);
      return;
    }
  g_free (dialog->act->text);
  dialog->act->text = *note != '\0' ? g_steal_pointer (&note) : NULL;
  sheaf_problem_list_show_text (dialog->problems, NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_confirmation_act_job,
                    copy_act (dialog->act), (GDestroyNotify) sheaf_confirmation_act_free,
                    (GDestroyNotify) sheaf_confirmation_done_free, dialog, NULL, saved_cb, NULL);
}

static void
show_row (SheafAnswerDialog          *dialog,
          const SheafConfirmationRow *row)
{
  const SheafConfirmation *asked = row->line->asked;
  gboolean                 answered = asked != NULL && asked->is_answered;
  SheafMoney               shown = answered ? asked->confirmed : dialog->booked;
  g_autofree char         *booked = sheaf_format_side (dialog->booked);
  g_autofree char         *day = sheaf_format_date (dialog->act->date);
  g_autofree char         *about = g_strdup_printf (
              _ ("%s (%s) · account %s · in the books at the end of %s: %s"), row->name, row->party,
              row->account, day, booked);
  gboolean we_owe = shown.units != 0 ? shown.units < 0 : dialog->booked.units < 0;

  gtk_label_set_text (dialog->about, about);
  adw_combo_row_set_selected (dialog->side_row, we_owe ? WE_OWE : THEY_OWE);
  sheaf_amount_entry_set (dialog->amount_entry, SHEAF_MONEY (ABS (shown.units)));
  if (shown.units == 0)
    gtk_editable_set_text (GTK_EDITABLE (dialog->amount_entry), "0");
  sheaf_date_entry_set (dialog->day_entry, answered && !sheaf_date_is_none (asked->answered)
                                               ? asked->answered
                                               : sheaf_format_today ());
  if (answered && asked->note != NULL)
    gtk_editable_set_text (dialog->note_row, asked->note);
}

/* An entry that loses the focus while the dialog goes still tells of its text. */
static void
sheaf_answer_dialog_dispose (GObject *object)
{
  SheafAnswerDialog *dialog = SHEAF_ANSWER_DIALOG (object);

  g_clear_pointer (&dialog->act, sheaf_confirmation_act_free);
  G_OBJECT_CLASS (sheaf_answer_dialog_parent_class)->dispose (object);
}

static void
sheaf_answer_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_ANSWER_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_answer_dialog_parent_class)->finalize (object);
}

static void
sheaf_answer_dialog_class_init (SheafAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_answer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_answer_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_AMOUNT_ENTRY);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/control/answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, about);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, amount_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, SheafAnswerDialog, difference);
  gtk_widget_class_install_action (widget_class, "answer.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "answer.save", NULL);
}

static void
sheaf_answer_dialog_init (SheafAnswerDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->amount_entry, "changed", G_CALLBACK (show_difference), dialog);
  g_signal_connect_swapped (dialog->side_row, "notify::selected", G_CALLBACK (show_difference),
                            dialog);
}

GtkWidget *
sheaf_answer_dialog_new (SheafPage                  *page,
                         const SheafConfirmationRow *row,
                         SheafConfirmationAct       *act)
{
  SheafAnswerDialog *dialog = g_object_new (
      SHEAF_TYPE_ANSWER_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  dialog->act = act;
  dialog->booked = row->line->balance;
  show_row (dialog, row);
  show_difference (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->amount_entry));
  return GTK_WIDGET (dialog);
}
