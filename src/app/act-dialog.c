/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reversal without a reason, or an approval without a resolution, would leave the auditor
 * guessing. */
#include "app/act-dialog.h"

#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "app/widgets/step-keys.h"

struct _SheafActDialog
{
  AdwMessageDialog  parent_instance;
  GtkGrid          *details;
  GtkWidget        *date_label;
  SheafDateEntry   *date_entry;
  GtkLabel         *text_label;
  GtkEditable      *text_entry;
  gboolean          text_free;
  GtkLabel         *extra_label;
  GtkEntry         *extra_entry;
  GtkLabel         *choice_label;
  GtkDropDown      *choice_list;
  SheafProblemList *problems;
};

G_DEFINE_FINAL_TYPE (SheafActDialog, sheaf_act_dialog, ADW_TYPE_MESSAGE_DIALOG)

SheafActDetail *
sheaf_act_detail_new (char *title,
                      char *value)
{
  SheafActDetail *detail = g_new (SheafActDetail, 1);

  *detail = (SheafActDetail){ title, value };
  return detail;
}

void
sheaf_act_detail_free (SheafActDetail *detail)
{
  if (detail == NULL)
    return;
  g_free (detail->title);
  g_free (detail->value);
  g_free (detail);
}

static void
changed_cb (SheafActDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (dialog->text_entry)));
  gboolean         asks_text = gtk_widget_get_visible (GTK_WIDGET (dialog->text_entry));
  gboolean         has_text = *text != '\0' || !asks_text || dialog->text_free;
  gboolean         has_date = TRUE;
  SheafDate        date;

  if (gtk_widget_get_visible (GTK_WIDGET (dialog->date_entry)))
    has_date = sheaf_date_entry_get (dialog->date_entry, &date, NULL);
  if (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "accept"))
    adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept",
                                             has_text && has_date);
}

/* Enter alone opens a list of choices that has the focus, and so would the window's own way to its
 * default. */
static gboolean
accept_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkWidget *accept = gtk_window_get_default_widget (GTK_WINDOW (widget));

  (void) arguments;
  (void) user_data;
  /* A button that is off would still be pressed. */
  return accept != NULL && gtk_widget_is_sensitive (accept) && gtk_widget_activate (accept);
}

/* An entry that loses the focus while the dialog goes still tells of its text. */
static void
sheaf_act_dialog_dispose (GObject *object)
{
  SheafActDialog *dialog = SHEAF_ACT_DIALOG (object);

  if (dialog->date_entry != NULL)
    g_signal_handlers_disconnect_by_func (dialog->date_entry, changed_cb, dialog);
  if (dialog->text_entry != NULL)
    g_signal_handlers_disconnect_by_func (dialog->text_entry, changed_cb, dialog);
  G_OBJECT_CLASS (sheaf_act_dialog_parent_class)->dispose (object);
}

static void
sheaf_act_dialog_class_init (SheafActDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_act_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/sheaf/Sheaf/ui/act-dialog.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, accept_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, accept_cb, NULL);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, details);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, date_label);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, text_label);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, text_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, extra_label);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, extra_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, choice_label);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, choice_list);
  gtk_widget_class_bind_template_child (widget_class, SheafActDialog, problems);
}

static void
sheaf_act_dialog_init (SheafActDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_step_keys_add (dialog->choice_list);
  g_signal_connect_swapped (dialog->date_entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_swapped (dialog->text_entry, "changed", G_CALLBACK (changed_cb), dialog);
}

static void
show_details (SheafActDialog  *dialog,
              const GPtrArray *details)
{
  for (guint i = 0; details != NULL && i < details->len; i++)
    {
      const SheafActDetail *detail = details->pdata[i];
      GtkWidget            *title = gtk_label_new (detail->title);
      GtkWidget            *value = gtk_label_new (detail->value);

      gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (title), TRUE);
      /* As wide at least as at most, or the dialog is as high as its narrowest. */
      gtk_label_set_width_chars (GTK_LABEL (title), 30);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 30);
      gtk_widget_set_hexpand (title, TRUE);
      gtk_label_set_xalign (GTK_LABEL (value), 1.0f);
      gtk_widget_set_valign (value, GTK_ALIGN_END);
      gtk_widget_add_css_class (value, "numeric");
      gtk_grid_attach (dialog->details, title, 0, (int) i, 1, 1);
      gtk_grid_attach (dialog->details, value, 1, (int) i, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (dialog->details), details != NULL && details->len > 0);
}

static void
show_question (SheafActDialog         *dialog,
               const SheafActQuestion *question)
{
  gboolean asks_date = !sheaf_date_is_none (question->date);
  gboolean asks_text = question->text_label != NULL;
  gboolean asks_choice = question->choice_label != NULL;

  show_details (dialog, question->details);
  gtk_widget_set_visible (dialog->date_label, asks_date);
  gtk_widget_set_visible (GTK_WIDGET (dialog->date_entry), asks_date);
  gtk_widget_set_visible (GTK_WIDGET (dialog->text_label), asks_text);
  gtk_widget_set_visible (GTK_WIDGET (dialog->text_entry), asks_text);
  gtk_widget_set_visible (GTK_WIDGET (dialog->extra_label), question->extra_label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (dialog->extra_entry), question->extra_label != NULL);
  gtk_label_set_label (dialog->extra_label,
                       question->extra_label != NULL ? question->extra_label : "");
  gtk_entry_set_placeholder_text (dialog->extra_entry, question->extra_hint);
  dialog->text_free = question->text_free;
  gtk_widget_set_visible (GTK_WIDGET (dialog->choice_label), asks_choice);
  gtk_widget_set_visible (GTK_WIDGET (dialog->choice_list), asks_choice);
  if (asks_date)
    sheaf_date_entry_set (dialog->date_entry, question->date);
  if (asks_text)
    {
      gtk_label_set_label (dialog->text_label, question->text_label);
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->text_entry));
    }
  if (asks_choice)
    {
      g_autoptr (GtkStringList) choices = gtk_string_list_new (question->choices);

      gtk_label_set_label (dialog->choice_label, question->choice_label);
      gtk_drop_down_set_model (dialog->choice_list, G_LIST_MODEL (choices));
      gtk_drop_down_set_selected (dialog->choice_list, question->choice);
    }
  sheaf_problem_list_show (dialog->problems, question->problems);
}

GtkWidget *
sheaf_act_dialog_new (GtkWindow              *parent,
                      const SheafActQuestion *question)
{
  SheafActDialog   *dialog = g_object_new (SHEAF_TYPE_ACT_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_set_heading (message, question->heading);
  adw_message_dialog_set_body (message, question->body);
  adw_message_dialog_add_response (message, "accept", question->accept);
  adw_message_dialog_set_response_appearance (
      message, "accept", question->destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  show_question (dialog, question);
  changed_cb (dialog);
  return GTK_WIDGET (dialog);
}

SheafDate
sheaf_act_dialog_get_date (SheafActDialog *dialog)
{
  SheafDate date = SHEAF_DATE_NONE;

  g_return_val_if_fail (SHEAF_IS_ACT_DIALOG (dialog), date);

  (void) sheaf_date_entry_get (dialog->date_entry, &date, NULL);
  return date;
}

const char *
sheaf_act_dialog_get_text (SheafActDialog *dialog)
{
  g_return_val_if_fail (SHEAF_IS_ACT_DIALOG (dialog), "");

  return gtk_editable_get_text (dialog->text_entry);
}

const char *
sheaf_act_dialog_get_extra (SheafActDialog *dialog)
{
  g_return_val_if_fail (SHEAF_IS_ACT_DIALOG (dialog), "");

  return gtk_editable_get_text (GTK_EDITABLE (dialog->extra_entry));
}

guint
sheaf_act_dialog_get_choice (SheafActDialog *dialog)
{
  g_return_val_if_fail (SHEAF_IS_ACT_DIALOG (dialog), 0);

  return gtk_drop_down_get_selected (dialog->choice_list);
}
