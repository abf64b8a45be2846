/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is frozen before the meeting, as it is said here, is one that the law accepts. */
#include "app/distribution/approval-dialog.h"

#include "app/distribution/meeting-words.h"
#include "app/format.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

/* As high as its label, or GTK 4.8 tells the dialog two heights. */
#define LINE_PX 20

struct _SheafApprovalDialog
{
  AdwMessageDialog parent_instance;
  SheafPage       *page;
  SheafLaw        *law;
  SheafDate        year_end;
  GPtrArray       *versions;
  SheafActDone     done;
  gboolean         filling;

  GtkEditable    *resolution_entry;
  SheafDateEntry *date_entry;
  GtkWidget      *version_label;
  GtkDropDown    *version_list;
  GtkSpinButton  *members_entry;
  GtkSpinButton  *present_entry;
  GtkSpinButton  *favour_entry;
  GtkDropDown    *call_list;
  GtkWidget      *before_label;
  SheafDateEntry *before_entry;
  GtkBox         *findings;
};

G_DEFINE_FINAL_TYPE (SheafApprovalDialog, sheaf_approval_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* What is typed; resolution is owned by the entry, version by the dialog. FALSE while a day cannot
 * be read. */
static gboolean
read_meeting (SheafApprovalDialog *dialog,
              SheafMeeting        *ret_meeting)
{
  SheafMeeting meeting = { .resolution = gtk_editable_get_text (dialog->resolution_entry) };
  guint        chosen = gtk_drop_down_get_selected (dialog->version_list);
  SheafDate    day = SHEAF_DATE_NONE, before = SHEAF_DATE_NONE;
  gboolean     readable = sheaf_date_entry_get (dialog->date_entry, &day, NULL);

  meeting.version = chosen < dialog->versions->len ? dialog->versions->pdata[chosen] : NULL;
  meeting.members = (guint) gtk_spin_button_get_value_as_int (dialog->members_entry);
  meeting.present = (guint) gtk_spin_button_get_value_as_int (dialog->present_entry);
  meeting.in_favour = (guint) gtk_spin_button_get_value_as_int (dialog->favour_entry);
  meeting.voted = meeting.members > 0;
  meeting.call = gtk_drop_down_get_selected (dialog->call_list) + 1;
  if (meeting.call > 1)
    readable = sheaf_date_entry_get (dialog->before_entry, &before, NULL) && readable;
  meeting.date = day;
  meeting.call_before = before;
  *ret_meeting = meeting;
  return readable;
}

static void
add_finding (SheafApprovalDialog *dialog,
             const char          *icon,
             const char          *sign,
             const char          *text,
             gboolean             broken)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, sign, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_size_request (row, -1, LINE_PX);
  if (broken)
    gtk_widget_add_css_class (row, "limit-broken");
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (dialog->findings, row);
}

/* Gives whether nothing stands against the approval. */
static gboolean
show_findings (SheafApprovalDialog *dialog,
               const SheafMeeting  *meeting)
{
  g_autoptr (GPtrArray) words = NULL;
  gboolean   said = meeting->members == 0 || meeting->present > 0;
  gboolean   met = said;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (dialog->findings))) != NULL)
    gtk_box_remove (dialog->findings, child);
  if (*meeting->resolution == '\0')
    add_finding (dialog, "content-loading-symbolic", _ ("to do"),
                 _ ("Give the number of the resolution"), FALSE);
  if (meeting->members == 0)
    add_finding (dialog, "dialog-warning-symbolic", _ ("to know"),
                 _ ("Without the number of members, those present and the votes, attendance and "
                    "majority are not judged"),
                 FALSE);
  if (!said)
    add_finding (dialog, "content-loading-symbolic", _ ("to do"),
                 _ ("Say how many were present and how many voted for the plan"), FALSE);
  words = said ? sheaf_meeting_words (meeting, dialog->law, dialog->year_end)
               : g_ptr_array_new ();
  for (guint i = 0; i < words->len; i++)
    {
      const SheafMeetingWord *word = words->pdata[i];

      met = met && word->met;
      add_finding (dialog,
                   !word->met      ? "dialog-error-symbolic"
                   : word->to_know ? "dialog-warning-symbolic"
                                   : "object-select-symbolic",
                   !word->met      ? _ ("not allowed")
                   : word->to_know ? _ ("to know")
                                   : _ ("in order"),
                   word->text, !word->met);
    }
  return met;
}

static void
changed_cb (SheafApprovalDialog *dialog)
{
  SheafMeeting     meeting;
  gboolean         readable, met;
  g_autofree char *resolution = NULL;
  gboolean         again = gtk_drop_down_get_selected (dialog->call_list) > 0;

  if (dialog->filling)
    return;
  gtk_widget_set_visible (dialog->before_label, again);
  gtk_widget_set_visible (GTK_WIDGET (dialog->before_entry), again);
  readable = read_meeting (dialog, &meeting);
  met = show_findings (dialog, &meeting);
  resolution = g_strstrip (g_strdup (meeting.resolution));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept",
                                           readable && met && *resolution != '\0');
}

static void
response_cb (SheafApprovalDialog *dialog,
             const char          *response)
{
  SheafMeeting meeting;

  if (g_strcmp0 (response, "accept") == 0 && read_meeting (dialog, &meeting))
    sheaf_distribution_approve (dialog->page, &meeting, dialog->done);
}

/* Ctrl+Enter from any field; Enter alone opens a list that has the focus. */
static gboolean
accept_cb (GtkWidget          *widget,
           GVariant *arguments G_GNUC_UNUSED,
           gpointer user_data  G_GNUC_UNUSED)
{
  GtkWidget *accept = gtk_window_get_default_widget (GTK_WINDOW (widget));

  return accept != NULL && gtk_widget_is_sensitive (accept) && gtk_widget_activate (accept);
}

static void
sheaf_approval_dialog_dispose (GObject *object)
{
  SheafApprovalDialog *dialog = SHEAF_APPROVAL_DIALOG (object);

  dialog->filling = TRUE;
  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->law, sheaf_law_free);
  g_clear_pointer (&dialog->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_approval_dialog_parent_class)->dispose (object);
}

static void
sheaf_approval_dialog_class_init (SheafApprovalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_approval_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/distribution/approval-dialog.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, accept_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, accept_cb, NULL);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, resolution_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, version_label);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, version_list);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, members_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, present_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, favour_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, call_list);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, before_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafApprovalDialog, findings);
}

static void
sheaf_approval_dialog_init (SheafApprovalDialog *dialog)
{
  GtkSpinButton *spins[3];

  dialog->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_step_keys_add (dialog->version_list);
  sheaf_step_keys_add (dialog->call_list);
  spins[0] = dialog->members_entry;
  spins[1] = dialog->present_entry;
  spins[2] = dialog->favour_entry;
  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    g_signal_connect_object (spins[i], "value-changed", G_CALLBACK (changed_cb), dialog,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->resolution_entry, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->date_entry, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->before_entry, "changed", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog->call_list, "notify::selected", G_CALLBACK (changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
}

static void
show_versions (SheafApprovalDialog *dialog,
               const char          *counting)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *chosen = counting != NULL ? counting : SHEAF_PLAN_ITSELF;

  for (guint i = 0; i < dialog->versions->len; i++)
    gtk_string_list_append (titles, g_str_equal (dialog->versions->pdata[i], SHEAF_PLAN_ITSELF)
                                        ? _ ("The year’s plan")
                                        : dialog->versions->pdata[i]);
  gtk_drop_down_set_model (dialog->version_list, G_LIST_MODEL (titles));
  for (guint i = 0; i < dialog->versions->len; i++)
    if (g_str_equal (dialog->versions->pdata[i], chosen))
      gtk_drop_down_set_selected (dialog->version_list, i);
  gtk_widget_set_visible (dialog->version_label, dialog->versions->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (dialog->version_list), dialog->versions->len > 1);
}

void
sheaf_approval_dialog_ask (SheafPage           *page,
                           const SheafYearPlan *year_plan,
                           SheafActDone         done)
{
  SheafApprovalDialog *dialog = g_object_new (
      SHEAF_TYPE_APPROVAL_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL);

  dialog->page = g_object_ref (page);
  dialog->law = sheaf_law_parse (year_plan->law->text, year_plan->law->id, NULL);
  dialog->year_end = year_plan->year_end;
  dialog->versions = g_ptr_array_ref (year_plan->versions);
  dialog->done = done;
  show_versions (dialog, year_plan->counting);
  sheaf_date_entry_set (dialog->date_entry, sheaf_distribution_propose_day (page));
  sheaf_date_entry_set (dialog->before_entry, sheaf_distribution_propose_day (page));
  gtk_spin_button_set_value (dialog->members_entry, year_plan->heads);
  dialog->filling = FALSE;
  changed_cb (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
