/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change is looked at by the core; nothing is written before "Apply". */
#include "app/payouts/result-dialog.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/models/record-list.h"
#include "app/payouts/list-jobs.h"
#include "app/payouts/result-jobs.h"
#include "app/settings.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

#define FORM_KEY "bank-result-form"

struct _SheafResultDialog
{
  AdwWindow        parent_instance;
  SheafPage       *page;
  gint64           batch_id;
  char            *path;  /* NULL: no file is chosen yet */
  GPtrArray       *forms; /* of SheafBankResultForm; NULL: not read yet */
  SheafResultLook *look;  /* whose rows are shown; NULL: none */
  gboolean         looking;
  gboolean         changed; /* since the look under way began */

  GtkWidget        *apply_button;
  GtkButton        *file_button;
  GtkDropDown      *form_list;
  SheafDateEntry   *day_entry;
  SheafProblemList *problems;
  GtkLabel         *what;
  GtkColumnView    *view;
};

G_DEFINE_FINAL_TYPE (SheafResultDialog, sheaf_result_dialog, ADW_TYPE_WINDOW)

static void look_again (SheafResultDialog *dialog);

static char *
format_line (gconstpointer record)
{
  return g_strdup_printf ("%u", ((const SheafPayoutAnswer *) record)->line);
}

static char *
format_reference (gconstpointer record)
{
  return g_strdup (((const SheafPayoutAnswer *) record)->reference);
}

static char *
format_account (gconstpointer record)
{
  return g_strdup (((const SheafPayoutAnswer *) record)->account);
}

static char *
format_amount (gconstpointer record)
{
  return sheaf_format_money (((const SheafPayoutAnswer *) record)->amount);
}

static char *
format_answer (gconstpointer record)
{
  const SheafPayoutAnswer *answer = record;

  if (answer->ok)
    return g_strdup (_ ("✓ paid"));
  if (answer->reason == NULL || *answer->reason == '\0')
    return g_strdup (_ ("⚠ came back"));
  return g_strdup_printf ("⚠ %s", answer->reason);
}

static const char *
style_answer (gconstpointer record)
{
  return ((const SheafPayoutAnswer *) record)->ok ? NULL : "trouble";
}

static const SheafColumn columns[] = {
  { N_ ("Row"), SHEAF_COLUMN_FIGURE, 52, format_line },
  { N_ ("Text of the transfer"), SHEAF_COLUMN_TEXT, -190, format_reference },
  { N_ ("Account"), SHEAF_COLUMN_DAY, 140, format_account },
  { N_ ("Amount"), SHEAF_COLUMN_FIGURE, 116, format_amount },
  { N_ ("The bank says"), SHEAF_COLUMN_CHIP, -180, format_answer },
};

static gboolean
fits (const SheafResultLook *look)
{
  return look->file != NULL && look->refusal == NULL && look->problems->errors == 0;
}

/* What applying would do, in one sentence. */
static char *
describe (const SheafResultLook *look)
{
  const SheafPayoutResult *result = &look->result;
  g_autofree char         *confirmed = sheaf_format_money_unit (result->confirmed_sum);
  g_autofree char         *returned = sheaf_format_money_unit (result->returned_sum);
  g_autofree char         *text = NULL;
  g_autofree char         *waiting = NULL;

  if (!fits (look))
    return g_strdup (_ ("Nothing is written before the file fits the list."));
  text = g_strdup_printf (_ ("Paid: %u, %s · came back: %u, %s · known already: %u · still without "
                             "an answer: %u"),
                          result->confirmed, confirmed, result->returned, returned, result->known,
                          result->waiting);
  if (look->file->waiting == 0)
    return g_steal_pointer (&text);
  waiting = g_strdup_printf (_ ("Rows left out, as the bank is still at it: %u."),
                             look->file->waiting);
  return g_strjoin ("\n", text, waiting, NULL);
}

/* Takes the look. */
static void
show_look (SheafResultDialog *dialog,
           SheafResultLook   *look)
{
  SheafResultLook *before = dialog->look;
  g_autoptr (SheafRecordList) records = NULL;
  g_autoptr (SheafProblems) told = sheaf_list_problems_cut (look->problems);
  g_autofree char *text = describe (look);
  gboolean         good = fits (look);

  dialog->look = look;
  if (look->file != NULL)
    sheaf_column_fit (dialog->view, look->file->answers);
  records = sheaf_record_list_new (look->file != NULL ? g_ptr_array_ref (look->file->answers)
                                                      : g_ptr_array_new ());
  gtk_single_selection_set_model (GTK_SINGLE_SELECTION (gtk_column_view_get_model (dialog->view)),
                                  G_LIST_MODEL (records));
  /* The refusal repeats the first finding where there are findings. */
  if (look->refusal != NULL && look->problems->errors == 0)
    sheaf_problems_add (told, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", look->refusal->message);
  sheaf_problem_list_show (dialog->problems, told);
  gtk_label_set_text (dialog->what, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "result.apply",
                                 good && look->result.confirmed + look->result.returned > 0);
  sheaf_result_look_free (before);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafResultDialog *dialog = SHEAF_RESULT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  SheafResultLook *look = sheaf_jobs_finish (result, &error);

  (void) user_data;
  dialog->looking = FALSE;
  if (dialog->view != NULL && look != NULL && !dialog->changed)
    {
      show_look (dialog, look);
      return;
    }
  sheaf_result_look_free (look);
  if (dialog->view != NULL && dialog->changed)
    look_again (dialog);
  else if (dialog->view != NULL)
    sheaf_messages_show_refusal (dialog->problems, error);
}

/* NULL while something is not chosen yet. */
static SheafResultWish *
read_wish (SheafResultDialog *dialog)
{
  guint            chosen = gtk_drop_down_get_selected (dialog->form_list);
  SheafResultWish *wish;
  SheafDate        day;

  if (dialog->path == NULL || dialog->forms == NULL || chosen >= dialog->forms->len ||
      !sheaf_date_entry_get (dialog->day_entry, &day, NULL))
    return NULL;
  wish = g_new0 (SheafResultWish, 1);
  wish->batch_id = dialog->batch_id;
  wish->form = g_strdup (((SheafBankResultForm *) dialog->forms->pdata[chosen])->id);
  wish->path = g_strdup (dialog->path);
  wish->date = day;
  return wish;
}

static void
look_again (SheafResultDialog *dialog)
{
  SheafSession    *session = dialog->page != NULL ? sheaf_page_get_session (dialog->page) : NULL;
  SheafResultWish *wish = NULL;

  if (session == NULL || dialog->view == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "result.apply", FALSE);
  dialog->changed = dialog->looking;
  if (dialog->looking)
    return;
  wish = read_wish (dialog);
  if (wish == NULL)
    return;
  dialog->looking = TRUE;
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_result_look_job, wish,
                   (GDestroyNotify) sheaf_result_wish_free,
                   (GDestroyNotify) sheaf_result_look_free, dialog, NULL, looked_cb, NULL);
}

static void
forms_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafResultDialog *dialog = SHEAF_RESULT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GPtrArray       *forms = sheaf_jobs_finish (result, &error);
  g_autofree char *last = g_settings_get_string (sheaf_settings (), FORM_KEY);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint proposed = 0;

  (void) user_data;
  if (forms == NULL || dialog->view == NULL)
    {
      if (dialog->view != NULL)
        sheaf_messages_show_refusal (dialog->problems, error);
      g_clear_pointer (&forms, g_ptr_array_unref);
      return;
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const SheafBankResultForm *form = forms->pdata[i];

      gtk_string_list_append (titles, form->title);
      if (g_strcmp0 (form->id, last) == 0)
        proposed = i;
    }
  dialog->forms = forms;
  gtk_drop_down_set_model (dialog->form_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (dialog->form_list, proposed);
  look_again (dialog);
}

void
sheaf_result_dialog_set_path (SheafResultDialog *dialog,
                              const char        *path)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SHEAF_IS_RESULT_DIALOG (dialog) && path != NULL);

  name = g_filename_display_basename (path);
  g_free (dialog->path);
  dialog->path = g_strdup (path);
  /* The name's underscores are its own, not marks of a key. */
  gtk_button_set_use_underline (dialog->file_button, FALSE);
  gtk_button_set_label (dialog->file_button, name);
  look_again (dialog);
}

static void
chosen_cb (GtkNativeDialog   *chooser,
           int                response,
           SheafResultDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    sheaf_result_dialog_set_path (dialog, path);
  g_object_unref (chooser);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("The Bank’s Answer"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  (void) name;
  (void) parameter;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafResultDialog *dialog = SHEAF_RESULT_DIALOG (source);
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  g_autoptr (GError) error = NULL;
  g_autofree SheafPayoutResult *done = sheaf_jobs_finish (result, &error);
  g_autofree char              *text = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (done == NULL)
    {
      sheaf_messages_show_refusal (dialog->view != NULL ? dialog->problems : NULL, error);
      return;
    }
  if (session != NULL)
    {
      text = g_strdup_printf (_ ("Paid: %u · came back: %u"), done->confirmed, done->returned);
      sheaf_messages_toast (GTK_WIDGET (dialog->page), text);
      sheaf_session_changed (session);
    }
  if (dialog->view != NULL)
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafResultDialog *dialog = SHEAF_RESULT_DIALOG (widget);
  SheafSession      *session = sheaf_page_get_session (dialog->page);
  SheafResultWish   *wish = session != NULL ? read_wish (dialog) : NULL;

  (void) name;
  (void) parameter;
  if (wish == NULL)
    return;
  (void) g_settings_set_string (sheaf_settings (), FORM_KEY, wish->form);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_result_apply_job, wish,
                    (GDestroyNotify) sheaf_result_wish_free, g_free, dialog, NULL, applied_cb,
                    NULL);
}

static void
sheaf_result_dialog_dispose (GObject *object)
{
  SheafResultDialog *dialog = SHEAF_RESULT_DIALOG (object);

  if (dialog->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (dialog->day_entry, look_again, dialog);
      gtk_single_selection_set_model (
          GTK_SINGLE_SELECTION (gtk_column_view_get_model (dialog->view)), NULL);
    }
  dialog->view = NULL;
  g_clear_pointer (&dialog->look, sheaf_result_look_free);
  g_clear_pointer (&dialog->forms, g_ptr_array_unref);
  g_clear_pointer (&dialog->path, g_free);
  G_OBJECT_CLASS (sheaf_result_dialog_parent_class)->dispose (object);
}

static void
sheaf_result_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_RESULT_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_result_dialog_parent_class)->finalize (object);
}

static void
sheaf_result_dialog_class_init (SheafResultDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_result_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_result_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/result-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, form_list);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, what);
  gtk_widget_class_bind_template_child (widget_class, SheafResultDialog, view);
  gtk_widget_class_install_action (widget_class, "result.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "result.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "result.choose",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "result.apply", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "result.apply", NULL);
}

static void
sheaf_result_dialog_init (SheafResultDialog *dialog)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_column_view_set_model (dialog->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  sheaf_columns_add (dialog->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_chip_style (dialog->view, style_answer);
  sheaf_step_keys_add (dialog->form_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "result.apply", FALSE);
  g_signal_connect_swapped (dialog->form_list, "notify::selected", G_CALLBACK (look_again),
                            dialog);
  g_signal_connect_swapped (dialog->day_entry, "changed-date", G_CALLBACK (look_again), dialog);
}

GtkWidget *
sheaf_result_dialog_new (SheafPage *page,
                         gint64     batch_id,
                         SheafDate  day)
{
  SheafResultDialog *dialog = g_object_new (
      SHEAF_TYPE_RESULT_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  SheafDate        today = sheaf_format_today ();
  g_autofree char *title = g_strdup_printf (_ ("The Bank’s Answer to List %d"), (int) batch_id);

  gtk_window_set_title (GTK_WINDOW (dialog), title);
  dialog->batch_id = batch_id;
  sheaf_date_entry_set (dialog->day_entry, sheaf_date_cmp (today, day) < 0 ? day : today);
  dialog->page = g_object_ref (page);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_result_forms_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, dialog, NULL, forms_cb, NULL);
  return GTK_WIDGET (dialog);
}
