/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each change is looked at by the core; while one look is under way the next waits, so that typing
 * never piles them up. */
#include "app/capital/event-dialog.h"

#include "app/capital/event-form.h"
#include "app/capital/event-jobs.h"
#include "app/capital/event-look.h"
#include "app/messages.h"
#include "app/pages.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

struct _SheafEventDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  gboolean   looking;
  gboolean   changed; /* since the look under way began */

  SheafEventForm   *form;
  SheafEventLook   *look;
  SheafProblemList *problems;
};

G_DEFINE_FINAL_TYPE (SheafEventDialog, sheaf_event_dialog, ADW_TYPE_WINDOW)

static void look_again (SheafEventDialog *dialog);

static void
copy_problem (SheafProblems      *to,
              const SheafProblem *problem)
{
  sheaf_problems_add (to, problem->kind, NULL, 0, problem->column, "%s", problem->text);
}

/* What is not typed yet is no fault yet, and what is being typed is not read yet. */
static SheafProblems *
choose_told (SheafEventDialog    *dialog,
             const SheafProblems *unreadable,
             const SheafProblems *found)
{
  SheafProblems *told = sheaf_problems_new ();

  for (guint i = 0; i < unreadable->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (unreadable->items, i);

      if (sheaf_event_form_has (dialog->form, problem->column) &&
          !sheaf_event_form_is_at (dialog->form, problem->column))
        copy_problem (told, problem);
    }
  for (guint i = 0; i < found->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (found->items, i);

      if (problem->kind == SHEAF_PROBLEM_WARNING ||
          sheaf_event_form_has (dialog->form, problem->column))
        copy_problem (told, problem);
    }
  return told;
}

static void
show_look (SheafEventDialog       *dialog,
           const SheafCapitalLook *look)
{
  g_autoptr (SheafProblems) unreadable = sheaf_problems_new ();
  g_autoptr (SheafCapitalEvent) event = sheaf_event_form_read (dialog->form, unreadable);
  g_autoptr (SheafProblems) told = NULL;

  /* Where a code cannot be read, that nobody is named says nothing more. */
  if (unreadable->errors > 0)
    {
      g_autoptr (SheafProblems) none = sheaf_problems_new ();

      told = choose_told (dialog, unreadable, none);
    }
  else
    told = choose_told (dialog, unreadable, look->problems);
  sheaf_event_form_mark (dialog->form, told);
  sheaf_problem_list_show (dialog->problems, told);
  sheaf_event_look_show (dialog->look, look, event);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafEventDialog *dialog = SHEAF_EVENT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCapitalLook) look = sheaf_jobs_finish (result, &error);

  (void) user_data;
  dialog->looking = FALSE;
  if (dialog->form == NULL)
    return;
  if (dialog->changed)
    look_again (dialog);
  else if (look != NULL)
    show_look (dialog, look);
  else
    sheaf_messages_show_refusal (dialog->problems, error);
}

static void
look_again (SheafEventDialog *dialog)
{
  SheafSession *session = sheaf_page_get_session (dialog->page);
  g_autoptr (SheafProblems) unreadable = sheaf_problems_new ();

  dialog->changed = dialog->looking;
  if (dialog->looking || session == NULL)
    return;
  dialog->looking = TRUE;
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_capital_look_job,
                   sheaf_event_form_read (dialog->form, unreadable),
                   (GDestroyNotify) sheaf_capital_event_free,
                   (GDestroyNotify) sheaf_capital_look_free, dialog, NULL, looked_cb, NULL);
}

static void
changed_cb (SheafEventDialog *dialog)
{
  if (dialog->page != NULL)
    look_again (dialog);
}

/* What follows from it: the voucher, the record of what was handed over, the certificate. */
static void
say_done (SheafEventDialog        *dialog,
          const SheafCapitalDone  *done,
          const SheafCapitalEvent *event)
{
  GtkWidget       *page = GTK_WIDGET (dialog->page);
  g_autofree char *posted = NULL;

  if (done->number == NULL)
    sheaf_messages_toast (page, _ ("Entered"));
  else
    {
      posted = g_strdup_printf (_ ("Entered with voucher %s"), done->number);
      sheaf_messages_toast_with_action (page, posted, _ ("Show"), "win.go",
                                        g_variant_new ("(ss)", "vouchers", done->place));
    }
  if (event->event == SHEAF_CAPITAL_PAY_IN_KIND)
    {
      g_autofree char *place = g_strdup_printf ("handover %" G_GINT64_FORMAT " %d", event->party_id,
                                                event->date.days);

      sheaf_messages_toast_with_action (page, _ ("The record of handover can be printed"),
                                        _ ("Record"), "win.go",
                                        g_variant_new ("(ss)", "capital", place));
    }
  if (done->certificate_due && sheaf_pages_has ("certificates"))
    sheaf_messages_toast_with_action (page, _ ("Fully paid in: a certificate is due"),
                                      _ ("Certificates"), "win.go",
                                      g_variant_new ("(ss)", "certificates", ""));
}

static void enter (SheafEventDialog *dialog, gboolean confirmed);

static void
confirmed_cb (gpointer widget)
{
  enter (SHEAF_EVENT_DIALOG (widget), TRUE);
}

static void
tell_undone (SheafEventDialog       *dialog,
             const SheafCapitalDone *done)
{
  g_autofree char *text = NULL;

  if (done->problems->errors > 0)
    {
      sheaf_event_form_mark (dialog->form, done->problems);
      sheaf_problem_list_show (dialog->problems, done->problems);
      sheaf_event_form_go_to (dialog->form, done->problems);
      return;
    }
  text = sheaf_messages_join (done->problems);
  sheaf_messages_ask (GTK_WIDGET (dialog), _ ("Enter it all the same?"), text, _ ("_Enter"),
                      confirmed_cb);
}

static void
entered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafEventDialog *dialog = SHEAF_EVENT_DIALOG (source);
  SheafSession     *session = sheaf_page_get_session (dialog->page);
  g_autoptr (SheafCapitalEvent) event = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCapitalDone) done = sheaf_jobs_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (done != NULL && done->done)
    {
      if (session != NULL)
        {
          say_done (dialog, done, event);
          sheaf_session_changed (session);
        }
      if (dialog->form != NULL)
        gtk_window_close (GTK_WINDOW (dialog));
      return;
    }
  if (dialog->form == NULL && done != NULL)
    sheaf_messages_show_problems (NULL, _ ("That was refused"), done->problems);
  else if (done == NULL)
    sheaf_messages_show_refusal (dialog->problems, error);
  else
    tell_undone (dialog, done);
}

static void
enter (SheafEventDialog *dialog,
       gboolean          confirmed)
{
  SheafSession *session = sheaf_page_get_session (dialog->page);
  g_autoptr (SheafProblems) unreadable = sheaf_problems_new ();
  g_autoptr (SheafCapitalEvent) event = sheaf_event_form_read (dialog->form, unreadable);
  SheafCapitalEntering *entering;

  if (session == NULL)
    return;
  if (unreadable->errors > 0)
    {
      sheaf_event_form_mark (dialog->form, unreadable);
      sheaf_problem_list_show (dialog->problems, unreadable);
      sheaf_event_form_go_to (dialog->form, unreadable);
      return;
    }
  entering = g_new0 (SheafCapitalEntering, 1);
  entering->confirmed = confirmed;
  entering->event = sheaf_event_form_read (dialog->form, unreadable);
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_capital_enter_job, entering,
                    (GDestroyNotify) sheaf_capital_entering_free,
                    (GDestroyNotify) sheaf_capital_done_free, dialog, NULL, entered_cb,
                    g_steal_pointer (&event));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  enter (SHEAF_EVENT_DIALOG (widget), FALSE);
}

static void
sheaf_event_dialog_dispose (GObject *object)
{
  SheafEventDialog *dialog = SHEAF_EVENT_DIALOG (object);

  if (dialog->form != NULL)
    g_signal_handlers_disconnect_by_func (dialog->form, changed_cb, dialog);
  dialog->form = NULL;
  G_OBJECT_CLASS (sheaf_event_dialog_parent_class)->dispose (object);
}

static void
sheaf_event_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_EVENT_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_event_dialog_parent_class)->finalize (object);
}

static void
sheaf_event_dialog_class_init (SheafEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_event_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_event_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_EVENT_FORM);
  g_type_ensure (SHEAF_TYPE_EVENT_LOOK);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafEventDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SheafEventDialog, look);
  gtk_widget_class_bind_template_child (widget_class, SheafEventDialog, problems);
  gtk_widget_class_install_action (widget_class, "event.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "event.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "event.save", NULL);
}

static void
sheaf_event_dialog_init (SheafEventDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  g_signal_connect_swapped (dialog->form, "changed", G_CALLBACK (changed_cb), dialog);
}

GtkWidget *
sheaf_event_dialog_new (SheafPage               *page,
                        const SheafCapitalEvent *proposal)
{
  SheafEventDialog *dialog = g_object_new (
      SHEAF_TYPE_EVENT_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  sheaf_event_form_begin (dialog->form, sheaf_page_get_session (page), proposal);
  sheaf_event_form_focus (dialog->form);
  return GTK_WIDGET (dialog);
}
