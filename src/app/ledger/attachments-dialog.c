/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a posted voucher are in the book at once; those of one being typed go in with it. */
#include "app/ledger/attachments-dialog.h"

#include "app/act-dialog.h"
#include "app/ledger/attachment-jobs.h"
#include "app/messages.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

struct _SheafAttachmentsDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  gint64            voucher_id;
  GPtrArray        *files;  /* of a voucher being typed */
  GPtrArray        *listed; /* of SheafAttachment */
  GtkListBox       *list;
  SheafProblemList *problems;
  GtkWidget        *open_button;
  GtkWidget        *save_button;
  GtkWidget        *remove_button;
};

G_DEFINE_FINAL_TYPE (SheafAttachmentsDialog, sheaf_attachments_dialog, ADW_TYPE_WINDOW)

static guint changed_signal;

static int
get_selected (SheafAttachmentsDialog *dialog)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (dialog->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static const SheafAttachment *
get_attachment (SheafAttachmentsDialog *dialog)
{
  int index = get_selected (dialog);

  return dialog->listed != NULL && index >= 0 && (guint) index < dialog->listed->len
             ? g_ptr_array_index (dialog->listed, index)
             : NULL;
}

static void
selected_cb (SheafAttachmentsDialog *dialog)
{
  gboolean posted = dialog->voucher_id != 0;

  gtk_widget_set_sensitive (dialog->open_button, posted && get_selected (dialog) >= 0);
  gtk_widget_set_sensitive (dialog->save_button, posted && get_selected (dialog) >= 0);
  gtk_widget_set_sensitive (dialog->remove_button, get_selected (dialog) >= 0);
}

static void
add_row (SheafAttachmentsDialog *dialog,
         const char             *name,
         gint64                  size)
{
  g_autofree char *amount = g_format_size ((guint64) size);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *title = gtk_label_new (name);
  GtkWidget       *detail = gtk_label_new (amount);

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (dialog->list, row);
}

static void
fill_list (SheafAttachmentsDialog *dialog)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (dialog->list, 0)) != NULL)
    gtk_list_box_remove (dialog->list, GTK_WIDGET (row));
  for (guint i = 0; dialog->listed != NULL && i < dialog->listed->len; i++)
    {
      const SheafAttachment *attachment = g_ptr_array_index (dialog->listed, i);

      add_row (dialog, attachment->name, attachment->size);
    }
  for (guint i = 0; dialog->voucher_id == 0 && i < dialog->files->len; i++)
    {
      const SheafAttachmentFile *file = g_ptr_array_index (dialog->files, i);

      add_row (dialog, file->name, (gint64) g_bytes_get_size (file->bytes));
    }
  gtk_list_box_select_row (dialog->list, gtk_list_box_get_row_at_index (dialog->list, 0));
  selected_cb (dialog);
}

/* A job may end later than the dialog is shown. */
static gboolean
is_closed (SheafAttachmentsDialog *dialog)
{
  return dialog->list == NULL || !gtk_widget_get_realized (GTK_WIDGET (dialog));
}

/* A job's result; NULL with the reason said. */
static gpointer
take (SheafAttachmentsDialog *dialog,
      GAsyncResult           *result)
{
  g_autoptr (GError) error = NULL;
  gpointer value = sheaf_jobs_finish (result, &error);

  if (value == NULL)
    sheaf_messages_show_refusal (dialog->problems, error);
  return value;
}

static SheafAttachmentJob *
make_job (SheafAttachmentsDialog *dialog)
{
  SheafAttachmentJob *job = g_new0 (SheafAttachmentJob, 1);

  job->voucher_id = dialog->voucher_id;
  return job;
}

static void
run (SheafAttachmentsDialog *dialog,
     gboolean                writing,
     SheafJobFunc            func,
     SheafAttachmentJob     *job,
     GDestroyNotify          free_result,
     GAsyncReadyCallback     callback)
{
  SheafJobs *jobs = sheaf_session_get_jobs (dialog->session);

  sheaf_problem_list_show (dialog->problems, NULL);
  if (writing)
    sheaf_jobs_write (jobs, func, job, (GDestroyNotify) sheaf_attachment_job_free, free_result,
                      dialog->session, NULL, callback, g_object_ref (dialog));
  else
    sheaf_jobs_read (jobs, func, job, (GDestroyNotify) sheaf_attachment_job_free, free_result,
                     dialog->session, NULL, callback, g_object_ref (dialog));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafAttachmentsDialog) dialog = user_data;
  GPtrArray *listed = take (dialog, result);

  (void) source;
  if (listed == NULL || is_closed (dialog))
    {
      g_clear_pointer (&listed, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&dialog->listed, g_ptr_array_unref);
  dialog->listed = listed;
  fill_list (dialog);
}

static void
reload (SheafAttachmentsDialog *dialog)
{
  if (dialog->voucher_id == 0)
    fill_list (dialog);
  else
    run (dialog, FALSE, sheaf_attachment_list_job, make_job (dialog),
         (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SheafAttachmentsDialog) dialog = user_data;

  (void) source;
  if (take (dialog, result) == NULL)
    return;
  if (!is_closed (dialog))
    reload (dialog);
  g_signal_emit (dialog, changed_signal, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafAttachmentsDialog) dialog = user_data;
  SheafAttachmentFile *file = take (dialog, result);

  (void) source;
  if (file == NULL || is_closed (dialog)) /* what was not listed yet goes in with no voucher */
    {
      sheaf_attachment_file_free (file);
      return;
    }
  g_ptr_array_add (dialog->files, file);
  reload (dialog);
  g_signal_emit (dialog, changed_signal, 0);
}

void
sheaf_attachments_dialog_add (SheafAttachmentsDialog *dialog,
                              const char             *path)
{
  SheafAttachmentJob *job;

  g_return_if_fail (SHEAF_IS_ATTACHMENTS_DIALOG (dialog));

  job = make_job (dialog);
  job->path = g_strdup (path);
  if (dialog->voucher_id == 0)
    run (dialog, FALSE, sheaf_attachment_read_job, job,
         (GDestroyNotify) sheaf_attachment_file_free, read_cb);
  else
    run (dialog, TRUE, sheaf_attachment_insert_job, job, NULL, changed_cb);
}

static void
add_chosen_cb (GtkNativeDialog        *chooser,
               int                     response,
               SheafAttachmentsDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    sheaf_attachments_dialog_add (dialog, path);
  g_object_unref (chooser);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Attach a File"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"), NULL);

  (void) name;
  (void) parameter;
  g_signal_connect_object (chooser, "response", G_CALLBACK (add_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
dropped_cb (GtkDropTarget          *target,
            const GValue           *value,
            double                  x,
            double                  y,
            SheafAttachmentsDialog *dialog)
{
  GSList *files = g_value_get_boxed (value);

  (void) target;
  (void) x;
  (void) y;
  for (GSList *link = files; link != NULL; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path != NULL)
        sheaf_attachments_dialog_add (dialog, path);
    }
  return files != NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SheafAttachmentsDialog) dialog = user_data;

  (void) source;
  (void) take (dialog, result);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SheafAttachmentsDialog) dialog = user_data;
  const SheafAttachmentJob *job = take (dialog, result);
  g_autoptr (GFile) file = job != NULL ? g_file_new_for_path (job->path) : NULL;
  g_autofree char *address = file != NULL ? g_file_get_uri (file) : NULL;

  (void) source;
  if (address != NULL)
    gtk_show_uri (is_closed (dialog) ? NULL : GTK_WINDOW (dialog), address, GDK_CURRENT_TIME);
}

/* path NULL: a copy for reading; what is changed in it does not come into the book. */
static void
export_to (SheafAttachmentsDialog *dialog,
           const char             *path)
{
  const SheafAttachment *attachment = get_attachment (dialog);
  SheafAttachmentJob    *job;

  if (attachment == NULL)
    return;
  job = make_job (dialog);
  job->id = attachment->id;
  job->name = g_strdup (attachment->name);
  job->path = g_strdup (path);
  run (dialog, FALSE, sheaf_attachment_export_job, job, NULL,
       path != NULL ? saved_cb : written_cb);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  export_to (SHEAF_ATTACHMENTS_DIALOG (widget), NULL);
}

static void
save_chosen_cb (GtkNativeDialog        *chooser,
                int                     response,
                SheafAttachmentsDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    export_to (dialog, path);
  g_object_unref (chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const SheafAttachment *attachment = get_attachment (SHEAF_ATTACHMENTS_DIALOG (widget));
  GtkFileChooserNative  *chooser;

  (void) name;
  (void) parameter;
  if (attachment == NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Save a Copy"), GTK_WINDOW (widget),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), attachment->name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
withdraw_cb (SheafActDialog         *question,
             const char             *response,
             SheafAttachmentsDialog *dialog)
{
  const SheafAttachment *attachment = get_attachment (dialog);
  SheafAttachmentJob    *job;

  if (g_strcmp0 (response, "accept") != 0 || attachment == NULL)
    return;
  job = make_job (dialog);
  job->id = attachment->id;
  job->reason = g_strdup (sheaf_act_dialog_get_text (question));
  run (dialog, TRUE, sheaf_attachment_withdraw_job, job, NULL, changed_cb);
}

static void
ask_withdraw (SheafAttachmentsDialog *dialog)
{
  SheafActQuestion question = { .heading = _ ("Withdraw the file?"),
                                .body = _ ("It is shown no more, but stays in the book and can be "
                                           "found by an auditor."),
                                .accept = _ ("_Withdraw"),
                                .destructive = TRUE,
                                .date = SHEAF_DATE_NONE,
                                .text_label = _ ("_Reason") };
  GtkWidget       *asked = sheaf_act_dialog_new (GTK_WINDOW (dialog), &question);

  g_signal_connect_object (asked, "response", G_CALLBACK (withdraw_cb), dialog, 0);
  gtk_window_present (GTK_WINDOW (asked));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafAttachmentsDialog *dialog = SHEAF_ATTACHMENTS_DIALOG (widget);
  int                     index = get_selected (dialog);

  (void) name;
  (void) parameter;
  if (index < 0)
    return;
  if (dialog->voucher_id != 0)
    {
      ask_withdraw (dialog);
      return;
    }
  g_ptr_array_remove_index (dialog->files, (guint) index);
  reload (dialog);
  g_signal_emit (dialog, changed_signal, 0);
}

static void
sheaf_attachments_dialog_dispose (GObject *object)
{
  SheafAttachmentsDialog *dialog = SHEAF_ATTACHMENTS_DIALOG (object);

  /* The list still tells of its rows while the dialog goes. */
  if (dialog->session != NULL)
    g_signal_handlers_disconnect_by_func (dialog->list, selected_cb, dialog);
  g_clear_pointer (&dialog->listed, g_ptr_array_unref);
  g_clear_pointer (&dialog->files, g_ptr_array_unref);
  g_clear_object (&dialog->session);
  G_OBJECT_CLASS (sheaf_attachments_dialog_parent_class)->dispose (object);
}

static void
sheaf_attachments_dialog_class_init (SheafAttachmentsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_attachments_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/ledger/attachments-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAttachmentsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SheafAttachmentsDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafAttachmentsDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, SheafAttachmentsDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SheafAttachmentsDialog, remove_button);
  gtk_widget_class_install_action (widget_class, "files.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "files.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "files.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "files.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "files.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  changed_signal = g_signal_new ("changed", SHEAF_TYPE_ATTACHMENTS_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
row_activated_cb (SheafAttachmentsDialog *dialog)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (dialog), "files.open", NULL);
}

static void
sheaf_attachments_dialog_init (SheafAttachmentsDialog *dialog)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->list, "row-selected", G_CALLBACK (selected_cb), dialog);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (row_activated_cb), dialog);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), dialog);
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
sheaf_attachments_dialog_new (GtkWindow    *parent,
                              SheafSession *session,
                              gint64        voucher_id,
                              GPtrArray    *files)
{
  SheafAttachmentsDialog *dialog = g_object_new (SHEAF_TYPE_ATTACHMENTS_DIALOG, "transient-for",
                                                 parent, NULL);

  dialog->session = g_object_ref (session);
  dialog->voucher_id = voucher_id;
  dialog->files = g_ptr_array_ref (files);
  reload (dialog);
  return GTK_WIDGET (dialog);
}
