/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed saves itself; a draft is opened, stepped back, copied from a posted voucher, kept
 * as a template. */
#include "app/ledger/voucher-form-private.h"

#include "app/act-dialog.h"
#include "app/messages.h"
#include "base/i18n.h"

#define SAVE_AFTER_SECONDS 3

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (GError) error = NULL;
  SheafDraftSaved *saved = sheaf_jobs_finish (result, &error);

  (void) source;
  /* Closing the book is no mishap; whatever else is said where the person looks. */
  if (saved == NULL)
    {
      g_clear_pointer (&form->saved_text, g_free);
      form->files_unsaved = form->attachments->len > 0;
      if (form->typing && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        sheaf_problem_list_show_text (form->problems, error->message);
      return;
    }
  /* Another voucher may be in the cells by now. */
  if (form->typing && form->saved_text != NULL && form->draft_slot == saved->slot)
    {
      form->draft_id = saved->id;
      gtk_label_set_text (form->state_label, _ ("draft, saved"));
    }
  sheaf_draft_saved_free (saved);
  g_signal_emit_by_name (form, "drafts-changed");
}

void
sheaf_voucher_form_save_now (SheafVoucherForm *form)
{
  g_autoptr (SheafDraft) draft = NULL;
  g_autofree char *text = NULL;
  SheafDraftJob   *job;

  g_clear_handle_id (&form->save_timer, g_source_remove);
  if (form->page == NULL || !form->typing || sheaf_voucher_form_is_empty (form))
    return;
  draft = sheaf_voucher_form_read (form);
  text = sheaf_draft_to_text (draft);
  if (g_strcmp0 (text, form->saved_text) == 0 && !form->files_unsaved)
    return;
  g_free (form->saved_text);
  form->saved_text = g_steal_pointer (&text);
  job = sheaf_draft_job_new (form->draft_slot, g_steal_pointer (&draft));
  if (form->files_unsaved)
    job->files = sheaf_voucher_form_copy_files (form);
  form->files_unsaved = FALSE;
  sheaf_voucher_form_ask (form, TRUE, sheaf_draft_save_job, job,
                          (GDestroyNotify) sheaf_draft_job_free,
                          (GDestroyNotify) sheaf_draft_saved_free, saved_cb);
}

static gboolean
save_cb (gpointer user_data)
{
  SheafVoucherForm *form = user_data;

  form->save_timer = 0;
  sheaf_voucher_form_save_now (form);
  return G_SOURCE_REMOVE;
}

void
sheaf_voucher_form_save_later (SheafVoucherForm *form)
{
  g_clear_handle_id (&form->save_timer, g_source_remove);
  form->save_timer = g_timeout_add_seconds (SAVE_AFTER_SECONDS, save_cb, form);
}

void
sheaf_voucher_form_forget_draft (SheafVoucherForm *form)
{
  g_clear_handle_id (&form->save_timer, g_source_remove);
  g_clear_pointer (&form->saved_text, g_free);
  g_clear_pointer (&form->due_template, g_free);
  g_clear_pointer (&form->draft_slot, sheaf_draft_slot_unref);
  form->draft_slot = sheaf_draft_slot_new (0);
  form->draft_id = 0;
  form->files_unsaved = FALSE;
  form->due_day = SHEAF_DATE_NONE;
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;

  if (sheaf_page_take (SHEAF_PAGE (source), result) != NULL)
    g_signal_emit_by_name (form, "drafts-changed");
}

void
sheaf_voucher_form_delete_draft (SheafVoucherForm *form)
{
  if (form->saved_text != NULL || form->draft_id != 0)
    sheaf_voucher_form_ask (form, TRUE, sheaf_draft_drop_job,
                            sheaf_draft_job_new (form->draft_slot, NULL),
                            (GDestroyNotify) sheaf_draft_job_free, NULL, dropped_cb);
  sheaf_voucher_form_forget_draft (form);
}

/* Shows a draft that is saved under its id, or one to be typed further that is not (id 0). */
static void
show_draft (SheafVoucherForm *form,
            const SheafDraft *draft)
{
  g_autofree char *due_template = g_steal_pointer (&form->due_template);
  SheafDate        due = form->due_day;

  if (form->problems == NULL) /* closed meanwhile */
    return;
  sheaf_voucher_form_fill (form, draft);
  form->due_template = g_steal_pointer (&due_template);
  form->due_day = due;
  form->draft_id = draft->id;
  sheaf_draft_slot_unref (form->draft_slot);
  form->draft_slot = sheaf_draft_slot_new (draft->id);
  if (draft->id != 0)
    {
      g_autoptr (SheafDraft) typed = sheaf_voucher_form_read (form);

      form->saved_text = sheaf_draft_to_text (typed);
      gtk_label_set_text (form->state_label, _ ("draft, saved"));
    }
  else
    sheaf_voucher_form_save_later (form);
}

static void
take_files (SheafVoucherForm *form,
            GPtrArray        *files)
{
  while (files->len > 0)
    g_ptr_array_add (form->attachments, g_ptr_array_steal_index (files, 0));
  sheaf_voucher_form_update_extras (form);
}

void
sheaf_voucher_form_take_back (SheafVoucherForm          *form,
                              const SheafVoucherPosting *posting,
                              gint64                     saved)
{
  g_free (form->due_template);
  form->due_template = g_strdup (posting->due_template);
  form->due_day = posting->due;
  posting->draft->id = saved;
  show_draft (form, posting->draft);
  /* It is saved, and posted, as the same draft again. */
  sheaf_draft_slot_unref (form->draft_slot);
  form->draft_slot = sheaf_draft_slot_ref (posting->slot);
  form->kind_kept = posting->kind_kept;
  take_files (form, posting->attachments);
  form->files_unsaved = saved == 0 && form->attachments->len > 0;
  if (saved != 0)
    g_signal_emit_by_name (form, "drafts-changed");
}

/* Asked for together with the draft, so that they come right after it. */
static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (GPtrArray) files = sheaf_page_take (SHEAF_PAGE (source), result);

  if (files == NULL || form->problems == NULL || !form->typing || form->draft_id == 0)
    return;
  take_files (form, files);
}

static void
draft_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (SheafDraft) draft = sheaf_page_take (SHEAF_PAGE (source), result);

  if (draft != NULL)
    show_draft (form, draft);
}

void
sheaf_voucher_form_open_draft (SheafVoucherForm *form,
                               gint64            id)
{
  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  if (form->typing && form->draft_id == id)
    return;
  sheaf_voucher_form_save_now (form);
  g_clear_pointer (&form->due_template, g_free);
  /* After what is still being written. */
  sheaf_voucher_form_ask (form, TRUE, sheaf_draft_load_job, g_memdup2 (&id, sizeof id), g_free,
                          (GDestroyNotify) sheaf_draft_free, draft_cb);
  sheaf_voucher_form_ask (form, TRUE, sheaf_draft_files_job, g_memdup2 (&id, sizeof id), g_free,
                          (GDestroyNotify) g_ptr_array_unref, files_cb);
}

void
sheaf_voucher_form_use_template (SheafVoucherForm *form,
                                 const char       *name,
                                 SheafDate         due)
{
  SheafTemplateJob *job = g_new0 (SheafTemplateJob, 1);

  job->name = g_strdup (name);
  job->due = due;
  sheaf_voucher_form_save_now (form);
  sheaf_voucher_form_ask (form, FALSE, sheaf_template_use_job, job,
                          (GDestroyNotify) sheaf_template_job_free,
                          (GDestroyNotify) sheaf_draft_free, draft_cb);
}

void
sheaf_voucher_form_open_due (SheafVoucherForm *form,
                             const char       *template_name,
                             SheafDate         due)
{
  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  sheaf_voucher_form_save_now (form);
  sheaf_voucher_form_forget_draft (form);
  form->due_template = g_strdup (template_name);
  form->due_day = due;
  sheaf_voucher_form_use_template (form, template_name, due);
}

static void
step_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafDraft) draft = sheaf_jobs_finish (result, &error);
  g_autoptr (GPtrArray) files = sheaf_voucher_form_copy_files (form);

  (void) source;
  if (draft != NULL && form->posting != NULL) /* that voucher is in the cells no more */
    return;
  if (draft != NULL)
    {
      /* Versions are of what is typed; the files stay. */
      show_draft (form, draft);
      if (form->problems != NULL)
        take_files (form, files);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sheaf_messages_toast (GTK_WIDGET (form), error->message);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  SheafDraftJob    *job;

  (void) parameter;
  if (!form->typing || sheaf_voucher_form_is_empty (form))
    return;
  g_clear_handle_id (&form->save_timer, g_source_remove);
  job = sheaf_draft_job_new (form->draft_slot, sheaf_voucher_form_read (form));
  job->step = g_strcmp0 (name, "voucher.undo") == 0 ? -1 : 1;
  sheaf_voucher_form_ask (form, TRUE, sheaf_draft_step_job, job,
                          (GDestroyNotify) sheaf_draft_job_free,
                          (GDestroyNotify) sheaf_draft_free, step_cb);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);

  (void) name;
  (void) parameter;
  if (form->shown_id != 0)
    sheaf_voucher_form_ask (form, FALSE, sheaf_voucher_copy_job,
                            g_memdup2 (&form->shown_id, sizeof form->shown_id), g_free,
                            (GDestroyNotify) sheaf_draft_free, draft_cb);
}

static const guint repeat_months[] = { 0, 1, 3, 12 };

static void
template_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;

  if (sheaf_page_take (SHEAF_PAGE (source), result) != NULL)
    {
      sheaf_messages_toast (GTK_WIDGET (form), _ ("The template is kept"));
      g_signal_emit_by_name (form, "drafts-changed");
    }
}

static SheafDraft *
read_shown (SheafVoucherForm *form)
{
  SheafDraft *draft = sheaf_voucher_form_read (form);

  sheaf_draft_set (&draft->number, NULL);
  sheaf_draft_set (&draft->date, NULL);
  draft->id = 0;
  return draft;
}

static void
template_named_cb (SheafActDialog   *dialog,
                   const char       *response,
                   SheafVoucherForm *form)
{
  SheafTemplateJob *job;

  if (g_strcmp0 (response, "accept") != 0)
    return;
  job = g_new0 (SheafTemplateJob, 1);
  job->name = g_strdup (sheaf_act_dialog_get_text (dialog));
  job->draft = read_shown (form);
  job->months = repeat_months[MIN (sheaf_act_dialog_get_choice (dialog),
                                   G_N_ELEMENTS (repeat_months) - 1)];
  job->due = sheaf_act_dialog_get_date (dialog);
  sheaf_voucher_form_ask (form, TRUE, sheaf_template_save_job, job,
                          (GDestroyNotify) sheaf_template_job_free, NULL, template_saved_cb);
}

static void
save_template_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (widget);
  const char *const again[] = { _ ("never"), _ ("every month"), _ ("every quarter"),
                                _ ("every year"), NULL };
  SheafActQuestion  question = { .heading = _ ("Keep as a template?"),
                                 .body = _ (
                                     "Rows, accounts and amounts are kept under a name; day and "
                                      "number are not. The same name again replaces it. When it "
                                      "comes again, the day is the first on which it is due."),
                                 .accept = _ ("_Keep"),
                                 .text_label = _ ("_Name"),
                                 .choice_label = _ ("_Comes again"),
                                 .choices = again };
  GtkWidget        *dialog;

  (void) name;
  (void) parameter;
  if (!form->typing && form->shown_id == 0)
    return;
  question.date = sheaf_session_get_working_day (sheaf_page_get_session (form->page));
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), &question);
  g_signal_connect_object (dialog, "response", G_CALLBACK (template_named_cb), form, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sheaf_voucher_form_install_drafts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "voucher.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "voucher.redo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "voucher.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "voucher.save-template", NULL,
                                   save_template_action);
}
