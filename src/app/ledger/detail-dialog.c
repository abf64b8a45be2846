/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart is read once when the dialog opens; given codes and names stay, only details are
 * added. */
#include "app/ledger/detail-dialog.h"

#include "app/ledger/detail-jobs.h"
#include "app/messages.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"

struct _SheafDetailDialog
{
  AdwWindow         parent_instance;
  SheafPage        *page;
  SheafDetailChart *chart; /* NULL until it is read */
  char             *parent_code;
  SheafProblemList *problems;
  SheafCodePicker  *parent_picker;
  GtkWidget        *parent_row;
  GtkWidget        *code_row;
  GtkWidget        *name_row;
  AdwComboRow      *needs_row;
  GtkWidget        *role_row;
  GtkSwitch        *role_switch;
};

G_DEFINE_FINAL_TYPE (SheafDetailDialog, sheaf_detail_dialog, ADW_TYPE_WINDOW)

/* In the order of the words in the template. */
static const SheafNeeds needs[] = { SHEAF_NEEDS_NOTHING, SHEAF_NEEDS_PARTY, SHEAF_NEEDS_ITEM,
                                    SHEAF_NEEDS_BOTH };

/* What follows from the account above: a free code, and whether the program posts there. */
static void
parent_picked_cb (SheafDetailDialog *dialog)
{
  const char      *parent = NULL;
  g_autofree char *code = NULL;
  const char      *name = sheaf_code_picker_get_name (dialog->parent_picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);
  gboolean         posting;

  if (dialog->chart == NULL || !sheaf_code_picker_get (dialog->parent_picker, &parent, NULL) ||
      *parent == '\0')
    return;
  code = sheaf_detail_next_code (dialog->chart, parent);
  gtk_editable_set_text (GTK_EDITABLE (dialog->code_row), code != NULL ? code : parent);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (dialog->parent_row), escaped);
  posting = g_hash_table_contains (dialog->chart->posting, parent);
  gtk_widget_set_visible (dialog->role_row, posting);
  gtk_switch_set_active (dialog->role_switch, posting);
}

static void
chart_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (SheafDetailDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  SheafDetailChart *chart = sheaf_jobs_finish (result, &error);

  (void) source;
  if (chart == NULL || dialog->problems == NULL) /* closed meanwhile */
    {
      sheaf_detail_chart_free (chart);
      if (dialog->problems != NULL)
        sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  dialog->chart = chart;
  sheaf_code_picker_set_choices (dialog->parent_picker, chart->accounts);
  sheaf_code_picker_set (dialog->parent_picker, dialog->parent_code);
  parent_picked_cb (dialog);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafDetailDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = sheaf_jobs_finish (result, &error);
  g_autofree char *text = NULL;

  (void) source;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (code == NULL)
    {
      sheaf_messages_show_refusal (dialog->problems, error);
      return;
    }
  text = g_strdup_printf (_ ("Account %s is opened."), code);
  if (sheaf_page_get_session (dialog->page) != NULL)
    sheaf_session_changed (sheaf_page_get_session (dialog->page));
  sheaf_messages_toast (GTK_WIDGET (dialog->page), text);
  gtk_window_close (GTK_WINDOW (dialog));
}

static char *
read_row (GtkWidget *row)
{
  return sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafDetailDialog *dialog = SHEAF_DETAIL_DIALOG (widget);
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  SheafDetailWish *wish;
  const char      *parent = NULL;

  (void) name;
  (void) parameter;
  if (session == NULL || dialog->chart == NULL)
    return;
  if (!sheaf_code_picker_get (dialog->parent_picker, &parent, &error) || *parent == '\0')
    {
      sheaf_problem_list_show_text (dialog->problems,
                                    error != NULL
                                        ? error->message
                                        : _ ("Name the account that the new one is a detail of."));
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->parent_picker));
      return;
    }
  wish = g_new0 (SheafDetailWish, 1);
  wish->parent = g_strdup (parent);
  wish->code = read_row (dialog->code_row);
  wish->name = read_row (dialog->name_row);
  wish->needs = needs[adw_combo_row_get_selected (dialog->needs_row)];
  wish->takes_role = gtk_widget_get_visible (dialog->role_row) &&
                     gtk_switch_get_active (dialog->role_switch);
  sheaf_problem_list_show_text (dialog->problems, NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_detail_open_job, wish,
                    (GDestroyNotify) sheaf_detail_wish_free, g_free, NULL, NULL, opened_cb,
                    g_object_ref (dialog));
}

static void
sheaf_detail_dialog_finalize (GObject *object)
{
  SheafDetailDialog *dialog = SHEAF_DETAIL_DIALOG (object);

  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->chart, sheaf_detail_chart_free);
  g_free (dialog->parent_code);
  G_OBJECT_CLASS (sheaf_detail_dialog_parent_class)->finalize (object);
}

static void
sheaf_detail_dialog_class_init (SheafDetailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_detail_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/detail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, parent_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, parent_row);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, needs_row);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, SheafDetailDialog, role_switch);
  gtk_widget_class_install_action (widget_class, "detail.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_detail_dialog_init (SheafDetailDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  sheaf_code_picker_set_missing (
      dialog->parent_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  g_signal_connect_swapped (dialog->parent_picker, "picked", G_CALLBACK (parent_picked_cb), dialog);
  gtk_widget_set_visible (dialog->role_row, FALSE);
}

GtkWidget *
sheaf_detail_dialog_new (SheafPage  *page,
                         const char *parent_code)
{
  SheafDetailDialog *dialog = g_object_new (
      SHEAF_TYPE_DETAIL_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  dialog->parent_code = g_strdup (parent_code);
  gtk_window_set_focus (GTK_WINDOW (dialog), parent_code == NULL
                                                 ? GTK_WIDGET (dialog->parent_picker)
                                                 : GTK_WIDGET (dialog->name_row));
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_detail_chart_job,
                   NULL, NULL, (GDestroyNotify) sheaf_detail_chart_free, NULL, NULL, chart_read_cb,
                   g_object_ref (dialog));
  return GTK_WIDGET (dialog);
}
