/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved and printed are the very bytes that are shown. */
#include "app/documents/paper-dialog.h"

#include "app/documents/paper-preview.h"
#include "app/documents/paper-print.h"
#include "app/messages.h"
#include "app/payouts/list-jobs.h"
#include "base/i18n.h"

struct _SheafPaperDialog
{
  AdwWindow          parent_instance;
  SheafPage         *page;
  char              *number; /* of the voucher, or what the file is called */
  SheafMadePaper    *made;   /* NULL until it is there */
  AdwWindowTitle    *title;
  SheafPaperPreview *preview;
};

G_DEFINE_FINAL_TYPE (SheafPaperDialog, sheaf_paper_dialog, ADW_TYPE_WINDOW)

static void
set_enabled (SheafPaperDialog *dialog,
             gboolean          enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "paper.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "paper.print", enabled);
}

static void
tell_warnings (SheafPaperDialog *dialog,
               SheafMadePaper   *made)
{
  g_autoptr (SheafProblems) told = sheaf_list_problems_cut (sheaf_made_paper_warnings (made));

  if (told->items->len > 0)
    sheaf_messages_show_problems (GTK_WIDGET (dialog), _ ("The paper lacks something"), told);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafPaperDialog *dialog = SHEAF_PAPER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafMadePaper) made = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (dialog->preview == NULL || sheaf_page_get_session (dialog->page) == NULL)
    return;
  if (made == NULL)
    {
      sheaf_paper_preview_show_reason (dialog->preview, error->message);
      return;
    }
  sheaf_paper_preview_show (dialog->preview, dialog->page, made);
  tell_warnings (dialog, made);
  dialog->made = g_steal_pointer (&made);
  set_enabled (dialog, TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPaperDialog *dialog = SHEAF_PAPER_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) warnings = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (dialog->preview == NULL)
    return;
  if (warnings == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (dialog), _ ("The paper could not be saved"), error);
      return;
    }
  sheaf_messages_toast (GTK_WIDGET (dialog->page), _ ("Saved"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
chosen_cb (GtkNativeDialog  *chooser,
           int               response,
           SheafPaperDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  SheafSession     *session = sheaf_page_get_session (dialog->page);
  SheafPaperSaving *saving;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && session != NULL)
    {
      saving = g_new0 (SheafPaperSaving, 1);
      saving->paper = sheaf_made_paper_ref (dialog->made);
      saving->path = g_file_get_path (file);
      sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_paper_save_job, saving,
                       (GDestroyNotify) sheaf_paper_saving_free,
                       (GDestroyNotify) sheaf_problems_free, dialog, NULL, saved_cb, NULL);
    }
  g_object_unref (chooser);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafPaperDialog     *dialog = SHEAF_PAPER_DIALOG (widget);
  g_autofree char      *name = g_strdup_printf ("%s.pdf", dialog->number);
  GtkFileChooserNative *chooser;

  (void) action;
  (void) parameter;
  g_strdelimit (name, "/\\:", '-');
  chooser = gtk_file_chooser_native_new (_ ("Save the Paper"), GTK_WINDOW (dialog),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafPaperDialog *dialog = SHEAF_PAPER_DIALOG (widget);

  (void) action;
  (void) parameter;
  if (sheaf_page_get_session (dialog->page) != NULL)
    sheaf_paper_print (dialog->page, dialog->made, dialog->number);
}

static void
sheaf_paper_dialog_dispose (GObject *object)
{
  SheafPaperDialog *dialog = SHEAF_PAPER_DIALOG (object);

  g_clear_object (&dialog->page);
  g_clear_pointer (&dialog->number, g_free);
  g_clear_pointer (&dialog->made, sheaf_made_paper_unref);
  G_OBJECT_CLASS (sheaf_paper_dialog_parent_class)->dispose (object);
}

static void
sheaf_paper_dialog_class_init (SheafPaperDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_paper_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/documents/paper-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPaperDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SheafPaperDialog, preview);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
}

static void
sheaf_paper_dialog_init (SheafPaperDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  set_enabled (dialog, FALSE);
}

/* Takes the wish. */
static GtkWidget *
make_dialog (SheafPage      *page,
             SheafPaperWish *wish,
             const char     *number,
             const char     *title)
{
  SheafPaperDialog *dialog = g_object_new (
      SHEAF_TYPE_PAPER_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);

  dialog->page = g_object_ref (page);
  dialog->number = g_strdup (number);
  adw_window_title_set_title (dialog->title, title);
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_paper_make_job,
                   wish, (GDestroyNotify) sheaf_paper_wish_free,
                   (GDestroyNotify) sheaf_made_paper_unref, dialog, NULL, made_cb, NULL);
  return GTK_WIDGET (dialog);
}

GtkWidget *
sheaf_paper_dialog_new_for_voucher (SheafPage  *page,
                                    gint64      voucher_id,
                                    const char *number)
{
  SheafPaperWish  *wish = g_new0 (SheafPaperWish, 1);
  g_autofree char *title = g_strdup_printf (_ ("Voucher %s"), number);

  wish->voucher_id = voucher_id;
  return make_dialog (page, wish, number, title);
}

GtkWidget *
sheaf_paper_dialog_new_for_report (SheafPage             *page,
                                   const SheafReportWish *report,
                                   const char            *title)
{
  SheafPaperWish  *wish = g_new0 (SheafPaperWish, 1);
  const char      *party = report->question.party;
  g_autofree char *name = g_strdup_printf ("%s%s%s-%d", report->code, party != NULL ? "-" : "",
                                           party != NULL ? party : "", report->question.year);

  wish->report = sheaf_report_wish_copy (report);
  return make_dialog (page, wish, name, title);
}

GtkWidget *
sheaf_paper_dialog_new_for_certificate (SheafPage  *page,
                                        const char *number,
                                        SheafDate   on,
                                        const char *language,
                                        const char *title)
{
  SheafPaperWish  *wish = g_new0 (SheafPaperWish, 1);
  g_autofree char *day = sheaf_date_to_text (on);

  wish->certificate = g_strdup (number != NULL ? number : "");
  wish->certificates_on = on;
  wish->language = g_strdup (language);
  return make_dialog (page, wish, number != NULL ? number : day, title);
}

GtkWidget *
sheaf_paper_dialog_new_for_handover (SheafPage *page,
                                     gint64     party_id,
                                     SheafDate  day)
{
  SheafPaperWish  *wish = g_new0 (SheafPaperWish, 1);
  g_autofree char *on = sheaf_date_to_text (day);
  g_autofree char *name = g_strdup_printf ("handover-%s", on);

  wish->handover_party = party_id;
  wish->handover_on = day;
  return make_dialog (page, wish, name, _ ("Record of handover"));
}

GtkWidget *
sheaf_paper_dialog_new_for_batch (SheafPage      *page,
                                  int             year,
                                  gint64          batch_id,
                                  SheafBatchPaper paper)
{
  static const struct
  {
    const char *name;
    const char *title;
  } papers[] = {
    [SHEAF_BATCH_PAPER_LIST] = { "payment", N_ ("List of payments") },
    [SHEAF_BATCH_PAPER_SLIPS] = { "payment-slips", N_ ("Slips for the members") },
    [SHEAF_BATCH_PAPER_VOUCHERS] = { "payment-vouchers", N_ ("Payment vouchers") },
  };
  SheafPaperWish  *wish = g_new0 (SheafPaperWish, 1);
  g_autofree char *name = g_strdup_printf ("%s-%d-%" G_GINT64_FORMAT, papers[paper].name, year,
                                           batch_id);

  wish->year = year;
  wish->batch_id = batch_id;
  wish->batch_paper = paper;
  return make_dialog (page, wish, name, _ (papers[paper].title));
}
