/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text at a time; each is kept by itself, so that nothing waits for the others. */
#include "app/statements/notes-dialog.h"

#include "app/messages.h"
#include "app/statements/notes-jobs.h"
#include "base/i18n.h"

struct _SheafNotesDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  int        year;
  GPtrArray *notes; /* of SheafNoteWords; NULL until they are read */
  guint      shown; /* which of them */

  GtkDropDown *list;
  GtkTextView *view;
  GtkLabel    *state;
};

G_DEFINE_FINAL_TYPE (SheafNotesDialog, sheaf_notes_dialog, ADW_TYPE_WINDOW)

static SheafNoteWords *
get_note (SheafNotesDialog *dialog)
{
  return dialog->notes != NULL && dialog->shown < dialog->notes->len
             ? dialog->notes->pdata[dialog->shown]
             : NULL;
}

static char *
read_text (SheafNotesDialog *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (dialog->view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (SheafNotesDialog *dialog,
          const char       *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (dialog->view), text != NULL ? text : "", -1);
}

static void
show_note (SheafNotesDialog *dialog)
{
  const SheafNoteWords *note = get_note (dialog);
  g_autofree char      *kept = g_strdup_printf (_ ("Written for %d"), dialog->year);

  if (note == NULL)
    return;
  set_text (dialog, note->text);
  gtk_label_set_text (dialog->state, note->kept ? kept : _ ("As the form has it; not written yet"));
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "notes.take", note->proposed != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "notes.save", TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafNotesDialog *dialog = SHEAF_NOTES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *written = sheaf_jobs_finish (result, &error);
  SheafSession    *session = sheaf_page_get_session (dialog->page);

  (void) user_data;
  if (dialog->view == NULL || session == NULL)
    return;
  if (written == NULL)
    sheaf_messages_show_error (GTK_WIDGET (dialog), _ ("The text could not be kept"), error);
  else
    sheaf_session_changed (session);
}

/* Keeps the text shown where it is another than before. */
static void
save_note (SheafNotesDialog *dialog)
{
  SheafNoteWords   *note = get_note (dialog);
  g_autofree char  *text = note != NULL ? read_text (dialog) : NULL;
  SheafNoteWriting *writing;

  if (note == NULL || sheaf_page_get_session (dialog->page) == NULL ||
      g_strcmp0 (text, note->text != NULL ? note->text : "") == 0)
    return;
  g_free (note->text);
  note->text = g_strdup (text);
  note->kept = TRUE;
  writing = g_new0 (SheafNoteWriting, 1);
  writing->year = dialog->year;
  writing->key = g_strdup (note->key);
  writing->text = g_steal_pointer (&text);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (dialog->page)),
                    sheaf_notes_write_job, writing, (GDestroyNotify) sheaf_note_writing_free,
                    g_free, dialog, NULL, written_cb, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  save_note (SHEAF_NOTES_DIALOG (widget));
  show_note (SHEAF_NOTES_DIALOG (widget));
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafNotesDialog     *dialog = SHEAF_NOTES_DIALOG (widget);
  const SheafNoteWords *note = get_note (dialog);

  (void) action;
  (void) parameter;
  if (note != NULL && note->proposed != NULL)
    set_text (dialog, note->proposed);
}

/* Going on to another text keeps the one left. */
static void
chosen_cb (SheafNotesDialog *dialog)
{
  guint chosen = gtk_drop_down_get_selected (dialog->list);

  if (dialog->notes == NULL || chosen == dialog->shown)
    return;
  save_note (dialog);
  dialog->shown = chosen;
  show_note (dialog);
}

static gboolean
close_cb (SheafNotesDialog *dialog)
{
  save_note (dialog);
  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafNotesDialog *dialog = SHEAF_NOTES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = sheaf_jobs_finish (result, &error);
  g_autoptr (GtkStringList) names = NULL;

  (void) user_data;
  if (dialog->view == NULL)
    return;
  if (notes == NULL)
    {
      gtk_label_set_text (dialog->state, error->message);
      return;
    }
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      const SheafNoteWords *note = notes->pdata[i];

      gtk_string_list_take (names, g_strdup_printf ("%s  %s", note->key, note->title));
    }
  gtk_drop_down_set_model (dialog->list, G_LIST_MODEL (names));
  dialog->notes = g_steal_pointer (&notes);
  dialog->shown = 0;
  show_note (dialog);
}

static void
sheaf_notes_dialog_dispose (GObject *object)
{
  SheafNotesDialog *dialog = SHEAF_NOTES_DIALOG (object);

  dialog->view = NULL;
  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->notes, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_notes_dialog_parent_class)->dispose (object);
}

static void
sheaf_notes_dialog_class_init (SheafNotesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_notes_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/statements/notes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafNotesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SheafNotesDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SheafNotesDialog, state);
  gtk_widget_class_install_action (widget_class, "notes.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "notes.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "notes.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_notes_dialog_init (SheafNotesDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "notes.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "notes.take", FALSE);
  g_signal_connect_swapped (dialog->list, "notify::selected", G_CALLBACK (chosen_cb), dialog);
  g_signal_connect (dialog, "close-request", G_CALLBACK (close_cb), NULL);
}

GtkWidget *
sheaf_notes_dialog_new (SheafPage *page)
{
  GtkRoot          *root = gtk_widget_get_root (GTK_WIDGET (page));
  SheafNotesDialog *dialog = g_object_new (SHEAF_TYPE_NOTES_DIALOG, "transient-for",
                                           GTK_WINDOW (root), NULL);
  SheafSession     *session = sheaf_page_get_session (page);
  g_autofree char  *title = NULL;

  dialog->page = g_object_ref (page);
  dialog->year = sheaf_session_get_year (session);
  title = g_strdup_printf (_ ("Texts of the Notes of %d"), dialog->year);
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_notes_read_job,
                   g_memdup2 (&dialog->year, sizeof dialog->year), g_free,
                   (GDestroyNotify) g_ptr_array_unref, dialog, NULL, read_cb, NULL);
  return GTK_WIDGET (dialog);
}
