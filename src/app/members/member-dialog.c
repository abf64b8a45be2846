/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog stays until the book has taken the member, so that nothing typed is lost. What is
 * wrong is told at its row, what is doubtful is asked. */
#include "app/members/member-dialog.h"

#include "app/format.h"
#include "app/members/member-form.h"
#include "app/members/member-words.h"
#include "app/messages.h"
#include "app/saved.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

/* How long nothing is typed before others are compared. */
#define PAUSE_MS 350

struct _SheafMemberDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  SheafMemberSheet *sheet; /* of the member corrected; NULL: a new one */
  SheafDate         day;
  SheafMemberWish  *wish; /* judged, and asked about */
  guint             pause;
  GCancellable     *comparing;

  SheafProblemList *problems;
  GtkLabel         *likeness;
  SheafCodePicker  *bank_picker;
  GtkSwitch        *agreement_switch;
};

G_DEFINE_FINAL_TYPE (SheafMemberDialog, sheaf_member_dialog, ADW_TYPE_WINDOW)

/* Every row of the template. */
static const char *const fields[] = {
  "code",
  "name",
  "represents",
  "representative",
  "representative_id",
  "id_number",
  "id_day",
  "id_place",
  "birth",
  "gender",
  "nationality",
  "kind",
  "joined",
  "document",
  "agreement",
  "agreement_number",
  "agreement_until",
  "address",
  "hamlet",
  "team",
  "phone",
  "tax_code",
  "bank",
  "bank_account",
  "reason",
  NULL,
};

static GtkWidget *
part (SheafMemberDialog *dialog,
      const char        *name)
{
  return sheaf_member_form_part (GTK_WIDGET (dialog), name);
}

static SheafMember *
start_member (SheafMemberDialog *dialog)
{
  SheafMember *member = sheaf_member_new ();

  if (dialog->sheet != NULL)
    {
      member->party_id = dialog->sheet->member->party_id;
      member->code = g_strdup (dialog->sheet->member->code);
      member->kind = dialog->sheet->member->kind;
      member->joined = dialog->sheet->member->joined;
      member->gender = g_strdup (dialog->sheet->member->gender);
      member->represents = g_strdup (dialog->sheet->member->represents);
    }
  return member;
}

/* What is typed; days that are none are problems. */
static SheafMemberWish *
read_wish (SheafMemberDialog *dialog,
           SheafProblems     *problems)
{
  GtkWidget       *widget = GTK_WIDGET (dialog);
  SheafMemberWish *wish = g_new0 (SheafMemberWish, 1);
  SheafMember     *member = start_member (dialog);
  const char      *bank = gtk_editable_get_text (GTK_EDITABLE (dialog->bank_picker));

  wish->member = member;
  wish->agreement_until = SHEAF_DATE_NONE;
  sheaf_member_form_read (widget, member, dialog->day, problems);
  member->bank_bin = *bank != '\0' ? g_strstrip (g_strdup (bank)) : NULL;
  if (dialog->sheet != NULL)
    {
      wish->reason = sheaf_member_form_text (widget, "reason");
      return wish;
    }
  member->code = sheaf_member_form_text (widget, "code");
  member->kind = SHEAF_MEMBER_OFFICIAL +
                 adw_combo_row_get_selected (ADW_COMBO_ROW (part (dialog, "kind_row")));
  member->joined = sheaf_member_form_day (widget, "joined", dialog->day, problems);
  member->document = sheaf_member_form_text (widget, "document");
  member->agreement = gtk_switch_get_active (dialog->agreement_switch);
  if (!member->agreement)
    return wish;
  wish->agreement_number = sheaf_member_form_text (widget, "agreement_number");
  wish->agreement_until = sheaf_member_form_day (widget, "agreement_until", dialog->day, problems);
  return wish;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (source);

  (void) user_data;
  sheaf_saved_finish (GTK_WINDOW (dialog), dialog->session, dialog->problems, result);
}

/* What was judged is written, whatever is typed meanwhile. */
static void
write_wish (gpointer widget)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (widget);

  if (dialog->wish == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), sheaf_member_save_job,
                    g_steal_pointer (&dialog->wish), (GDestroyNotify) sheaf_member_wish_free,
                    g_free, dialog, NULL, saved_cb, NULL);
}

/* Doubts as one text: who may be the same, then what the rules warn of. */
static char *
join_doubts (const SheafMemberFindings *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->alike->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            (const char *) findings->alike->pdata[i]);
  for (guint i = 0; i < findings->problems->items->len; i++)
    {
      const SheafProblem *problem = findings->problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_WARNING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", problem->text);
    }
  return g_string_free (text, FALSE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  SheafMemberFindings *findings = sheaf_jobs_finish (result, &error);
  g_autofree char     *doubts = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (findings == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  doubts = join_doubts (findings);
  sheaf_member_form_mark (GTK_WIDGET (dialog), fields, findings->problems);
  if (findings->problems->errors > 0)
    sheaf_problem_list_show (dialog->problems, findings->problems);
  else if (*doubts != '\0')
    sheaf_messages_ask (GTK_WIDGET (dialog), _ ("Enter it all the same?"), doubts,
                        _ ("_Enter all the same"), write_wish);
  else
    write_wish (dialog);
  sheaf_member_findings_free (findings);
}

static SheafMemberWish *
copy_wish (SheafMemberDialog *dialog)
{
  g_autoptr (SheafProblems) ignored = sheaf_problems_new ();

  return read_wish (dialog, ignored);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (widget);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  (void) name;
  (void) parameter;
  g_clear_pointer (&dialog->wish, sheaf_member_wish_free);
  dialog->wish = read_wish (dialog, problems);
  sheaf_member_form_mark (widget, fields, problems);
  sheaf_problem_list_show (dialog->problems, problems);
  if (problems->errors > 0)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), sheaf_member_check_job,
                   copy_wish (dialog), (GDestroyNotify) sheaf_member_wish_free,
                   (GDestroyNotify) sheaf_member_findings_free, dialog, NULL, checked_cb, NULL);
}

static void
alike_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafMemberDialog   *dialog = SHEAF_MEMBER_DIALOG (source);
  SheafMemberFindings *findings = sheaf_jobs_finish (result, NULL);
  g_autofree char     *text = NULL;

  (void) user_data;
  if (findings == NULL) /* asked anew, or told when it is saved */
    return;
  text = join_doubts (findings);
  gtk_label_set_text (dialog->likeness, text);
  gtk_widget_set_visible (GTK_WIDGET (dialog->likeness), *text != '\0');
  sheaf_member_findings_free (findings);
}

static gboolean
compare_cb (gpointer data)
{
  SheafMemberDialog *dialog = data;

  dialog->pause = 0;
  g_cancellable_cancel (dialog->comparing);
  g_clear_object (&dialog->comparing);
  dialog->comparing = g_cancellable_new ();
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), sheaf_member_alike_job,
                   copy_wish (dialog), (GDestroyNotify) sheaf_member_wish_free,
                   (GDestroyNotify) sheaf_member_findings_free, dialog, dialog->comparing, alike_cb,
                   NULL);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (SheafMemberDialog *dialog)
{
  g_clear_handle_id (&dialog->pause, g_source_remove);
  dialog->pause = g_timeout_add (PAUSE_MS, compare_cb, dialog);
}

/* The number says little: the bank's name stands below. */
static void
bank_cb (SheafMemberDialog *dialog)
{
  const char      *name = sheaf_code_picker_get_name (dialog->bank_picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (part (dialog, "bank_row")), escaped);
}

static void
banks_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (source);
  g_autoptr (SheafChoices) banks = sheaf_jobs_finish (result, NULL);

  (void) user_data;
  if (banks == NULL) /* the number is typed then */
    return;
  sheaf_code_picker_set_choices (dialog->bank_picker, banks);
  bank_cb (dialog);
}

/* Only a household or an organisation speaks through somebody. */
static void
represents_cb (SheafMemberDialog *dialog)
{
  gboolean by_another = adw_combo_row_get_selected (
                            ADW_COMBO_ROW (part (dialog, "represents_row"))) > 0;

  gtk_widget_set_visible (part (dialog, "representative_row"), by_another);
  gtk_widget_set_visible (part (dialog, "representative_id_row"), by_another);
}

static void
agreement_cb (SheafMemberDialog *dialog)
{
  gboolean is_signed = gtk_switch_get_active (dialog->agreement_switch);

  gtk_widget_set_visible (part (dialog, "agreement_number_row"), is_signed);
  gtk_widget_set_visible (part (dialog, "agreement_until_row"), is_signed);
}

static void
add_correction (GtkWidget                   *group,
                const SheafMemberCorrection *correction)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *day = g_strndup (correction->at != NULL ? correction->at : "", 10);
  g_autofree char *title = g_strdup_printf ("%s: %s → %s",
                                            sheaf_member_words_field (correction->field),
                                            *correction->before != '\0' ? correction->before : "–",
                                            *correction->after != '\0' ? correction->after : "–");
  g_autofree char *subtitle = g_strjoin (" · ", day, correction->user ? correction->user : "",
                                         correction->reason, NULL);
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain_subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
show_sheet (SheafMemberDialog *dialog)
{
  const SheafMemberSheet *sheet = dialog->sheet;

  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Correct a Member"));
  sheaf_member_form_set_text (GTK_WIDGET (dialog), "code", sheet->member->code);
  gtk_widget_set_sensitive (part (dialog, "code_row"), FALSE);
  sheaf_member_form_show (GTK_WIDGET (dialog), sheet->member);
  sheaf_code_picker_set (dialog->bank_picker, sheet->member->bank_bin);
  for (guint i = 0; i < sheet->corrections->len; i++)
    add_correction (part (dialog, "history_group"), sheet->corrections->pdata[i]);
  gtk_widget_set_visible (part (dialog, "history_group"), sheet->corrections->len > 0);
  gtk_widget_set_visible (part (dialog, "membership_group"), FALSE);
  gtk_window_set_focus (GTK_WINDOW (dialog), part (dialog, "name_row"));
}

static void
show_new (SheafMemberDialog *dialog)
{
  sheaf_member_form_set_day (GTK_WIDGET (dialog), "joined", dialog->day);
  gtk_widget_set_visible (part (dialog, "change_group"), FALSE);
  gtk_widget_set_visible (part (dialog, "history_group"), FALSE);
  gtk_window_set_focus (GTK_WINDOW (dialog), part (dialog, "code_row"));
}

static void
sheaf_member_dialog_dispose (GObject *object)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (object);

  g_clear_handle_id (&dialog->pause, g_source_remove);
  g_cancellable_cancel (dialog->comparing);
  g_clear_object (&dialog->comparing);
  G_OBJECT_CLASS (sheaf_member_dialog_parent_class)->dispose (object);
}

static void
sheaf_member_dialog_finalize (GObject *object)
{
  SheafMemberDialog *dialog = SHEAF_MEMBER_DIALOG (object);

  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->sheet, sheaf_member_sheet_free);
  g_clear_pointer (&dialog->wish, sheaf_member_wish_free);
  G_OBJECT_CLASS (sheaf_member_dialog_parent_class)->finalize (object);
}

static void
sheaf_member_dialog_class_init (SheafMemberDialogClass *klass)
{
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const groups[] = { "membership_group", "change_group", "history_group" };

  G_OBJECT_CLASS (klass)->dispose = sheaf_member_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_member_dialog_finalize;
  (void) g_signal_new ("saved", SHEAF_TYPE_MEMBER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/members/member-dialog.ui");
  sheaf_member_form_bind (widget_class, fields);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_class_bind_template_child_full (widget_class, groups[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberDialog, likeness);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberDialog, bank_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberDialog, agreement_switch);
  gtk_widget_class_install_action (widget_class, "member.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "member.save", NULL);
}

static void
sheaf_member_dialog_init (SheafMemberDialog *dialog)
{
  static const char *const compared[] = { "name_row", "id_number_row", "birth_row",
                                          "tax_code_row" };
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (SheafMemberKind kind = SHEAF_MEMBER_OFFICIAL; kind <= SHEAF_MEMBER_NON_CONTRIBUTING; kind++)
    gtk_string_list_append (kinds, sheaf_member_words_kind (kind));
  adw_combo_row_set_model (ADW_COMBO_ROW (part (dialog, "kind_row")), G_LIST_MODEL (kinds));
  sheaf_code_picker_set_takes_new (dialog->bank_picker, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    g_signal_connect_swapped (part (dialog, compared[i]), "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect_swapped (dialog->bank_picker, "picked", G_CALLBACK (bank_cb), dialog);
  g_signal_connect_swapped (part (dialog, "represents_row"), "notify::selected",
                            G_CALLBACK (represents_cb), dialog);
  g_signal_connect_swapped (dialog->agreement_switch, "notify::active", G_CALLBACK (agreement_cb),
                            dialog);
  represents_cb (dialog);
}

GtkWidget *
sheaf_member_dialog_new (GtkWindow        *parent,
                         SheafSession     *session,
                         SheafMemberSheet *sheet,
                         SheafDate         day)
{
  SheafMemberDialog *dialog = g_object_new (SHEAF_TYPE_MEMBER_DIALOG, "transient-for", parent,
                                            NULL);

  dialog->session = g_object_ref (session);
  dialog->sheet = sheet;
  dialog->day = day;
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_member_banks_job, NULL, NULL,
                   (GDestroyNotify) sheaf_choices_unref, dialog, NULL, banks_cb, NULL);
  if (sheet != NULL)
    show_sheet (dialog);
  else
    show_new (dialog);
  return GTK_WIDGET (dialog);
}
