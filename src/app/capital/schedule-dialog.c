/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The core judges the whole schedule when it is kept; an empty row is no instalment. */
#include "app/capital/schedule-dialog.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"

#define FIRST_ROWS 3

typedef struct
{
  GtkWidget        *row;
  SheafDateEntry   *day;
  SheafAmountEntry *amount;
} Part;

struct _SheafScheduleDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  GArray    *parts; /* of Part */

  SheafProblemList    *problems;
  SheafCodePicker     *member_picker;
  AdwActionRow        *member_row;
  AdwComboRow         *kind_row;
  SheafDateEntry      *day_entry;
  GtkWidget           *document_row;
  AdwPreferencesGroup *group;
  GtkLabel            *total;
};

G_DEFINE_FINAL_TYPE (SheafScheduleDialog, sheaf_schedule_dialog, ADW_TYPE_WINDOW)

static void
show_total (SheafScheduleDialog *dialog)
{
  SheafMoney       total = SHEAF_MONEY_ZERO;
  g_autofree char *figure = NULL;
  g_autofree char *text = NULL;

  if (dialog->total == NULL)
    return;
  for (guint i = 0; i < dialog->parts->len; i++)
    {
      SheafMoney amount = SHEAF_MONEY_ZERO;

      if (sheaf_amount_entry_get (g_array_index (dialog->parts, Part, i).amount, &amount, NULL))
        total = sheaf_money_add (total, amount);
    }
  figure = sheaf_format_money_unit (total);
  text = g_strdup_printf (_ ("Together %s"), figure);
  gtk_label_set_text (dialog->total, text);
}

static void
name_entry (GtkWidget  *entry,
            const char *form,
            guint       number)
{
  g_auto (GStrv) around = g_strsplit (form, "%u", 2);
  g_autofree char *name = g_strdup_printf ("%s%u%s", around[0], number,
                                           around[1] != NULL ? around[1] : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
}

static Part *
add_part (SheafScheduleDialog *dialog)
{
  Part             part = { adw_action_row_new (), SHEAF_DATE_ENTRY (sheaf_date_entry_new ()),
                            SHEAF_AMOUNT_ENTRY (sheaf_amount_entry_new ()) };
  guint            number = dialog->parts->len + 1;
  g_autofree char *title = g_strdup_printf (_ ("Instalment %u"), number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part.row), title);
  sheaf_date_entry_set_optional (part.day, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (part.day), 11);
  gtk_editable_set_width_chars (GTK_EDITABLE (part.amount), 14);
  name_entry (GTK_WIDGET (part.day), _ ("Instalment %u, day"), number);
  name_entry (GTK_WIDGET (part.amount), _ ("Instalment %u, amount"), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (part.row), GTK_WIDGET (part.day));
  adw_action_row_add_suffix (ADW_ACTION_ROW (part.row), GTK_WIDGET (part.amount));
  g_signal_connect_object (part.amount, "changed", G_CALLBACK (show_total), dialog,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (dialog->group, part.row);
  g_array_append_val (dialog->parts, part);
  return &g_array_index (dialog->parts, Part, number - 1);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (add_part (SHEAF_SCHEDULE_DIALOG (widget))->day));
}

/* The first that cannot be read is said and gets the focus. */
static gboolean
read_part (const Part    *part,
           SheafSchedule *schedule,
           GError       **error)
{
  SheafInstalment instalment = { SHEAF_DATE_NONE, SHEAF_MONEY_ZERO };
  GtkWidget      *wrong = GTK_WIDGET (part->day);

  if (sheaf_date_entry_get (part->day, &instalment.due, error))
    {
      wrong = GTK_WIDGET (part->amount);
      if (sheaf_amount_entry_get (part->amount, &instalment.amount, error))
        {
          if (!sheaf_date_is_none (instalment.due) || instalment.amount.units != 0)
            g_array_append_val (schedule->instalments, instalment);
          return TRUE;
        }
    }
  (void) gtk_widget_grab_focus (wrong);
  return FALSE;
}

static gboolean
read_head (SheafScheduleDialog *dialog,
           SheafSchedule       *schedule,
           GError             **error)
{
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  const SheafChoice *choice;
  const char        *code = "";

  if (!sheaf_code_picker_get (dialog->member_picker, &code, error))
    {
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->member_picker));
      return FALSE;
    }
  choice = *code != '\0' ? sheaf_choices_find_code (sheaf_session_get_parties (session), code)
                         : NULL;
  if (choice == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("no member is named: choose one"));
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->member_picker));
      return FALSE;
    }
  schedule->party_id = choice->id;
  schedule->kind = adw_combo_row_get_selected (dialog->kind_row) == 1 ? SHEAF_SCHEDULE_REFUND
                                                                      : SHEAF_SCHEDULE_PAY;
  if (sheaf_date_entry_get (dialog->day_entry, &schedule->decided, error))
    return TRUE;
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->day_entry));
  return FALSE;
}

/* By day, as the core keeps them. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  return sheaf_date_cmp (((const SheafInstalment *) a)->due, ((const SheafInstalment *) b)->due);
}

static SheafSchedule *
read_schedule (SheafScheduleDialog *dialog,
               GError             **error)
{
  g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();
  g_autofree char *document = sheaf_text_clean (
      gtk_editable_get_text (GTK_EDITABLE (dialog->document_row)), -1);

  if (!read_head (dialog, schedule, error))
    return NULL;
  for (guint i = 0; i < dialog->parts->len; i++)
    if (!read_part (&g_array_index (dialog->parts, Part, i), schedule, error))
      return NULL;
  g_array_sort (schedule->instalments, compare);
  schedule->document = *document != '\0' ? g_steal_pointer (&document) : NULL;
  return g_steal_pointer (&schedule);
}

/* Result: the findings; none of them an error: it is kept. */
static gpointer
keep_job (gpointer connection,
          gpointer data,
          GError **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (!sheaf_schedule_check (connection, data, NULL, problems, error) ||
      (problems->errors == 0 && !sheaf_schedule_set (connection, data, error)))
    return NULL;
  return g_steal_pointer (&problems);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafScheduleDialog *dialog = SHEAF_SCHEDULE_DIALOG (source);
  SheafSession        *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_jobs_finish (result, &error);

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (problems == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  if (problems->errors > 0)
    {
      if (dialog->total != NULL)
        sheaf_problem_list_show (dialog->problems, problems);
      return;
    }
  if (session != NULL)
    {
      sheaf_messages_toast (GTK_WIDGET (dialog->page), _ ("Instalments agreed"));
      sheaf_session_changed (session);
    }
  if (dialog->total != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafScheduleDialog *dialog = SHEAF_SCHEDULE_DIALOG (widget);
  SheafSession        *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  SheafSchedule *schedule = session != NULL ? read_schedule (dialog, &error) : NULL;

  (void) name;
  (void) parameter;
  if (schedule == NULL)
    {
      if (error != NULL)
        sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), keep_job, schedule,
                    (GDestroyNotify) sheaf_schedule_free, (GDestroyNotify) sheaf_problems_free,
                    dialog, NULL, kept_cb, NULL);
}

/* The code says little: the name stands below. */
static void
picked_cb (SheafScheduleDialog *dialog)
{
  const char      *name = sheaf_code_picker_get_name (dialog->member_picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);

  adw_action_row_set_subtitle (dialog->member_row, escaped);
}

static void
sheaf_schedule_dialog_dispose (GObject *object)
{
  SheafScheduleDialog *dialog = SHEAF_SCHEDULE_DIALOG (object);

  dialog->total = NULL;
  G_OBJECT_CLASS (sheaf_schedule_dialog_parent_class)->dispose (object);
}

static void
sheaf_schedule_dialog_finalize (GObject *object)
{
  SheafScheduleDialog *dialog = SHEAF_SCHEDULE_DIALOG (object);

  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->parts, g_array_unref);
  G_OBJECT_CLASS (sheaf_schedule_dialog_parent_class)->finalize (object);
}

static void
sheaf_schedule_dialog_class_init (SheafScheduleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_schedule_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_schedule_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/schedule-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, member_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, member_row);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SheafScheduleDialog, total);
  gtk_widget_class_install_action (widget_class, "schedule.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "schedule.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "schedule.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "schedule.save", NULL);
}

static void
sheaf_schedule_dialog_init (SheafScheduleDialog *dialog)
{
  dialog->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_code_picker_set_missing (
      dialog->member_picker, N_ ("There is no member “%s”: type part of the name to find one."));
  g_signal_connect_object (dialog->member_picker, "picked", G_CALLBACK (picked_cb), dialog,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < FIRST_ROWS; i++)
    (void) add_part (dialog);
  show_total (dialog);
}

GtkWidget *
sheaf_schedule_dialog_new (SheafPage        *page,
                           gint64            party_id,
                           SheafScheduleKind kind,
                           SheafMoney        amount)
{
  SheafScheduleDialog *dialog = g_object_new (
      SHEAF_TYPE_SCHEDULE_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  SheafSession      *session = sheaf_page_get_session (page);
  SheafChoices      *parties = sheaf_session_get_parties (session);
  const SheafChoice *choice = party_id != 0 ? sheaf_choices_find_id (parties, party_id) : NULL;

  dialog->page = g_object_ref (page);
  sheaf_code_picker_set_choices (dialog->member_picker, parties);
  sheaf_code_picker_set (dialog->member_picker, choice != NULL ? choice->code : NULL);
  picked_cb (dialog);
  adw_combo_row_set_selected (dialog->kind_row, kind == SHEAF_SCHEDULE_REFUND ? 1 : 0);
  sheaf_date_entry_set (dialog->day_entry, sheaf_session_get_working_day (session));
  sheaf_amount_entry_set (g_array_index (dialog->parts, Part, 0).amount, amount);
  return GTK_WIDGET (dialog);
}
