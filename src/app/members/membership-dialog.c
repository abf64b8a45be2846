/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what the event needs is asked for; what leaving leaves behind stands below before it is
 * entered. */
#include "app/members/membership-dialog.h"

#include "app/format.h"
#include "app/members/member-form.h"
#include "app/members/member-words.h"
#include "app/messages.h"
#include "app/saved.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

struct _SheafMembershipDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  SheafMemberSheet *sheet;
  SheafDate         day;
  GPtrArray        *events; /* of SheafMembershipEvent: judged, and asked about */

  SheafProblemList *problems;
  GtkLabel         *who;
  GtkLabel         *day_note;
  AdwComboRow      *event_row;
  AdwComboRow      *kind_row;
  AdwComboRow      *reason_row;
  SheafCodePicker  *heir_picker;
  GtkSwitch        *agreement_switch;
  GtkWidget        *settle_group;
};

G_DEFINE_FINAL_TYPE (SheafMembershipDialog, sheaf_membership_dialog, ADW_TYPE_WINDOW)

static const char *const fields[] = { "event", "date", "kind", "reason", "heir",
                                      "document", "until", "agreement", NULL };

/* In the order of the list, with what each asks for. */
static const struct
{
  SheafMembershipKind event;
  gboolean            kind;
  gboolean            until;
  gboolean            reason;
  gboolean            heir;
  gboolean            agreement;
} asked[] = {
  { .event = SHEAF_MEMBERSHIP_KIND, .kind = TRUE },
  { .event = SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, .until = TRUE },
  { .event = SHEAF_MEMBERSHIP_AGREEMENT_ENDED },
  { .event = SHEAF_MEMBERSHIP_LEAVE, .reason = TRUE },
  { .event = SHEAF_MEMBERSHIP_DEATH, .heir = TRUE },
  { .event = SHEAF_MEMBERSHIP_HEIR, .heir = TRUE },
  { .event = SHEAF_MEMBERSHIP_JOIN, .kind = TRUE, .agreement = TRUE },
};

static GtkWidget *
part (SheafMembershipDialog *dialog,
      const char            *name)
{
  return sheaf_member_form_part (GTK_WIDGET (dialog), name);
}

static guint
get_chosen (SheafMembershipDialog *dialog)
{
  guint chosen = adw_combo_row_get_selected (dialog->event_row);

  return chosen < G_N_ELEMENTS (asked) ? chosen : 0;
}

static SheafMembershipEvent *
add_event (SheafMembershipDialog *dialog,
           GPtrArray             *events,
           SheafMembershipKind    kind,
           SheafDate              date)
{
  SheafMembershipEvent *event = sheaf_membership_event_new ();

  event->party_id = dialog->sheet->member->party_id;
  event->date = date;
  event->event = kind;
  event->until = SHEAF_DATE_NONE;
  g_ptr_array_add (events, event);
  return event;
}

static char *
read_heir (SheafMembershipDialog *dialog,
           SheafProblems         *problems)
{
  const char *code = "";
  g_autoptr (GError) error = NULL;

  if (!sheaf_code_picker_get (dialog->heir_picker, &code, &error))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, "value", "%s", error->message);
  return error != NULL || *code == '\0' ? NULL : g_strdup (code);
}

/* A death with an heir is two events, joining under an agreement as well. */
static void
read_more (SheafMembershipDialog *dialog,
           GPtrArray             *events,
           SheafDate              date,
           SheafProblems         *problems)
{
  guint                 chosen = get_chosen (dialog);
  SheafMembershipEvent *first = events->pdata[0];
  g_autofree char      *heir = asked[chosen].heir ? read_heir (dialog, problems) : NULL;
  SheafMemberKind       kind = SHEAF_MEMBER_OFFICIAL;

  kind += adw_combo_row_get_selected (dialog->kind_row);
  if (asked[chosen].kind)
    first->value = g_strdup (sheaf_member_kind_to_word (kind));
  if (asked[chosen].event == SHEAF_MEMBERSHIP_HEIR)
    first->value = g_steal_pointer (&heir);
  else if (heir != NULL)
    add_event (dialog, events, SHEAF_MEMBERSHIP_HEIR, date)->value = g_steal_pointer (&heir);
  if (asked[chosen].reason)
    first->reason = g_strdup (sheaf_leaving_words[adw_combo_row_get_selected (dialog->reason_row)]);
  if (asked[chosen].agreement && gtk_switch_get_active (dialog->agreement_switch))
    (void) add_event (dialog, events, SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, date);
}

static GPtrArray *
read_events (SheafMembershipDialog *dialog,
             SheafProblems         *problems)
{
  GtkWidget *widget = GTK_WIDGET (dialog);
  guint      chosen = get_chosen (dialog);
  SheafDate  date = sheaf_member_form_day (widget, "date", dialog->day, problems);
  GPtrArray *events = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_membership_event_free);
  SheafMembershipEvent *event = add_event (dialog, events, asked[chosen].event, date);

  if (sheaf_date_is_none (date) && problems->errors == 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, "date", "%s",
                        _ ("the day is missing: type it as 31/12/2025"));
  event->document = sheaf_member_form_text (widget, "document");
  if (asked[chosen].until)
    event->until = sheaf_member_form_day (widget, "until", dialog->day, problems);
  read_more (dialog, events, date, problems);
  return events;
}

/* A value belongs to the heir's row or to the list of kinds. */
static void
mark_problems (SheafMembershipDialog *dialog,
               const SheafProblems   *problems)
{
  GtkWidget  *picker = GTK_WIDGET (dialog->heir_picker);
  const char *said = NULL;

  sheaf_member_form_mark (GTK_WIDGET (dialog), fields, problems);
  for (guint i = 0; said == NULL && i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_ERROR && g_strcmp0 (problem->column, "value") == 0)
        said = problem->text;
    }
  sheaf_entry_mark (picker, said);
  if (said != NULL && asked[get_chosen (dialog)].heir)
    (void) gtk_widget_grab_focus (picker);
  sheaf_problem_list_show (dialog->problems, problems);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafMembershipDialog *dialog = SHEAF_MEMBERSHIP_DIALOG (source);

  (void) user_data;
  sheaf_saved_finish (GTK_WINDOW (dialog), dialog->session, dialog->problems, result);
}

static void
write_events (gpointer widget)
{
  SheafMembershipDialog *dialog = SHEAF_MEMBERSHIP_DIALOG (widget);

  if (dialog->events == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), sheaf_member_enter_job,
                    g_steal_pointer (&dialog->events), (GDestroyNotify) g_ptr_array_unref, g_free,
                    dialog, NULL, saved_cb, NULL);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafMembershipDialog *dialog = SHEAF_MEMBERSHIP_DIALOG (source);
  g_autoptr (GError) error = NULL;
  SheafMemberFindings *findings = sheaf_jobs_finish (result, &error);

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (findings == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  if (findings->problems->errors > 0)
    mark_problems (dialog, findings->problems);
  else if (findings->problems->warnings > 0)
    {
      g_autofree char *doubts = sheaf_messages_join (findings->problems);

      sheaf_messages_ask (GTK_WIDGET (dialog), _ ("Enter it all the same?"), doubts,
                          _ ("_Enter all the same"), write_events);
    }
  else
    write_events (dialog);
  sheaf_member_findings_free (findings);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafMembershipDialog *dialog = SHEAF_MEMBERSHIP_DIALOG (widget);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  (void) name;
  (void) parameter;
  g_clear_pointer (&dialog->events, g_ptr_array_unref);
  dialog->events = read_events (dialog, problems);
  mark_problems (dialog, problems);
  if (problems->errors > 0)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), sheaf_member_check_events_job,
                   g_ptr_array_ref (dialog->events), (GDestroyNotify) g_ptr_array_unref,
                   (GDestroyNotify) sheaf_member_findings_free, dialog, NULL, checked_cb, NULL);
}

/* The first day without membership is what the register keeps. */
static void
event_cb (SheafMembershipDialog *dialog)
{
  guint    chosen = get_chosen (dialog);
  gboolean ends = asked[chosen].event == SHEAF_MEMBERSHIP_LEAVE ||
                  asked[chosen].event == SHEAF_MEMBERSHIP_DEATH;

  gtk_widget_set_visible (part (dialog, "kind_row"), asked[chosen].kind);
  gtk_widget_set_visible (part (dialog, "until_row"), asked[chosen].until);
  gtk_widget_set_visible (part (dialog, "reason_row"), asked[chosen].reason);
  gtk_widget_set_visible (part (dialog, "heir_row"), asked[chosen].heir);
  gtk_widget_set_visible (part (dialog, "agreement_row"), asked[chosen].agreement);
  gtk_widget_set_visible (dialog->settle_group, ends);
  gtk_label_set_text (dialog->day_note,
                      _ ("The day is the first one on which the person is no member any more."));
  gtk_widget_set_visible (GTK_WIDGET (dialog->day_note), ends);
}

static void
add_to_settle (SheafMembershipDialog *dialog,
               const char            *title,
               const char            *remedy)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *plain = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain);
  if (remedy != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remedy);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dialog->settle_group), row);
}

/* Law 17/2023/QH15 Art. 90: the contribution goes back after the member's own debts; Art. 75: the
 * certificate is withdrawn. */
static void
show_to_settle (SheafMembershipDialog *dialog)
{
  const SheafMemberSheet *sheet = dialog->sheet;
  g_autofree char        *paid = sheaf_format_money_unit (sheet->capital.paid);
  SheafMoney              left = sheaf_money_sub (sheet->capital.committed, sheet->capital.paid);
  g_autofree char        *promised = sheaf_format_money_unit (left);

  if (sheet->capital.paid.units != 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Contribution paid in: %s"), paid);

      add_to_settle (dialog, text,
                     _ ("It goes back after the member’s own debts are met (Law Art. 90)"));
    }
  if (left.units > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Promised and not paid: %s"), promised);

      add_to_settle (dialog, text, _ ("Lower the promise as a capital event"));
    }
  if (sheet->certificate != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Certificate %s is in force"),
                                               sheet->certificate);

      add_to_settle (dialog, text, _ ("It is to be withdrawn (Law Art. 75)"));
    }
  for (guint i = 0; i < sheet->open->len; i++)
    add_to_settle (dialog, sheet->open->pdata[i], NULL);
  if (sheet->capital.paid.units == 0 && left.units <= 0 && sheet->certificate == NULL &&
      sheet->open->len == 0)
    add_to_settle (dialog, _ ("Nothing is left open"), NULL);
}

/* The code says little: the name stands below. */
static void
heir_cb (SheafMembershipDialog *dialog)
{
  const char      *name = sheaf_code_picker_get_name (dialog->heir_picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (part (dialog, "heir_row")), escaped);
}

static void
sheaf_membership_dialog_finalize (GObject *object)
{
  SheafMembershipDialog *dialog = SHEAF_MEMBERSHIP_DIALOG (object);

  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->sheet, sheaf_member_sheet_free);
  g_clear_pointer (&dialog->events, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_membership_dialog_parent_class)->finalize (object);
}

static void
sheaf_membership_dialog_class_init (SheafMembershipDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_membership_dialog_finalize;
  (void) g_signal_new ("saved", SHEAF_TYPE_MEMBERSHIP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/members/membership-dialog.ui");
  for (guint i = 0; fields[i] != NULL; i++)
    if (!g_str_equal (fields[i], "event") && !g_str_equal (fields[i], "kind") &&
        !g_str_equal (fields[i], "reason"))
      {
        const char *const names[] = { fields[i], NULL };

        sheaf_member_form_bind (widget_class, names);
      }
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, who);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, day_note);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, event_row);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, heir_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, agreement_switch);
  gtk_widget_class_bind_template_child (widget_class, SheafMembershipDialog, settle_group);
  gtk_widget_class_install_action (widget_class, "membership.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "membership.save", NULL);
}

static void
sheaf_membership_dialog_init (SheafMembershipDialog *dialog)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (SheafMemberKind kind = SHEAF_MEMBER_OFFICIAL; kind <= SHEAF_MEMBER_NON_CONTRIBUTING; kind++)
    gtk_string_list_append (kinds, sheaf_member_words_kind (kind));
  adw_combo_row_set_model (dialog->kind_row, G_LIST_MODEL (kinds));
  for (guint i = 0; sheaf_leaving_words[i] != NULL; i++)
    gtk_string_list_append (reasons, sheaf_leaving_title (sheaf_leaving_words[i]));
  adw_combo_row_set_model (dialog->reason_row, G_LIST_MODEL (reasons));
  sheaf_code_picker_set_missing (dialog->heir_picker,
                                 N_ ("There is no party “%s”: type part of the name to find it."));
  g_signal_connect_swapped (dialog->heir_picker, "picked", G_CALLBACK (heir_cb), dialog);
  g_signal_connect_swapped (dialog->event_row, "notify::selected", G_CALLBACK (event_cb), dialog);
}

/* What is likely next: who left joins again, others change. */
static guint
propose_event (const SheafMemberSheet *sheet)
{
  return sheet->state.kind == SHEAF_MEMBER_NONE ? G_N_ELEMENTS (asked) - 1
         : sheet->state.agreement               ? 0
                                                : 1;
}

GtkWidget *
sheaf_membership_dialog_new (GtkWindow        *parent,
                             SheafSession     *session,
                             SheafMemberSheet *sheet,
                             SheafDate         day)
{
  SheafMembershipDialog *dialog = g_object_new (SHEAF_TYPE_MEMBERSHIP_DIALOG, "transient-for",
                                                parent, NULL);
  const char            *kind = sheaf_member_words_kind (sheet->state.last_kind);
  g_autofree char       *who = g_strdup_printf ("%s  %s · %s", sheet->member->code,
                                                sheet->member->name, kind);

  dialog->session = g_object_ref (session);
  dialog->sheet = sheet;
  dialog->day = day;
  gtk_label_set_text (dialog->who, who);
  sheaf_member_form_set_day (GTK_WIDGET (dialog), "date", day);
  sheaf_code_picker_set_choices (dialog->heir_picker, sheaf_session_get_parties (session));
  adw_combo_row_set_selected (dialog->event_row, propose_event (sheet));
  event_cb (dialog);
  show_to_settle (dialog);
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->event_row));
  return GTK_WIDGET (dialog);
}
