/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is the core's table of papers; a new one stands here without a change. */
#include "app/documents/papers-page.h"

#include "app/documents/paper-preview.h"
#include "app/documents/paper-print.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/widgets/code-picker.h"
#include "base/i18n.h"
#include "documents/paper.h"

struct _SheafPapersPage
{
  SheafPage       parent_instance;
  SheafMadePaper *made;   /* as shown; NULL while there is none */
  guint           asking; /* number of the last question: late answers to others are dropped */

  GtkLabel          *heading;
  GtkWidget         *member_box;
  SheafCodePicker   *member_picker;
  GtkListBox        *list;
  SheafPaperPreview *preview;
};

G_DEFINE_FINAL_TYPE (SheafPapersPage, sheaf_papers_page, SHEAF_TYPE_PAGE)

static const SheafPaper *
get_paper (SheafPapersPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (page->list);

  return row != NULL ? sheaf_paper_at ((guint) gtk_list_box_row_get_index (row)) : NULL;
}

static void
set_made (SheafPapersPage *page,
          SheafMadePaper  *made)
{
  g_clear_pointer (&page->made, sheaf_made_paper_unref);
  page->made = made;
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "papers.save", made != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "papers.print", made != NULL);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafPapersPage *page = SHEAF_PAPERS_PAGE (source);
  g_autoptr (GError) error = NULL;
  SheafMadePaper *made = sheaf_jobs_finish (result, &error);

  if (GPOINTER_TO_UINT (user_data) != page->asking)
    {
      sheaf_made_paper_unref (made);
      return;
    }
  set_made (page, made);
  if (made != NULL)
    sheaf_paper_preview_show (page->preview, SHEAF_PAGE (page), made);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sheaf_paper_preview_show_reason (page->preview, error->message);
}

static void
make_paper (SheafPapersPage *page)
{
  const SheafPaper *paper = get_paper (page);
  SheafSession     *session = sheaf_page_get_session (SHEAF_PAGE (page));
  const char       *member = "";
  SheafPaperWish   *wish;

  if (paper == NULL || session == NULL)
    return;
  gtk_widget_set_visible (page->member_box, paper->per_member);
  if (paper->per_member && !sheaf_code_picker_get (page->member_picker, &member, NULL))
    return;
  wish = g_new0 (SheafPaperWish, 1);
  wish->name = paper->name;
  wish->year = sheaf_session_get_year (session);
  wish->member = g_strdup (member);
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_paper_make_job, wish,
                   (GDestroyNotify) sheaf_paper_wish_free, (GDestroyNotify) sheaf_made_paper_unref,
                   page, NULL, made_cb, GUINT_TO_POINTER (++page->asking));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPage *page = SHEAF_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) warnings = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (warnings == NULL)
    sheaf_messages_show_error (GTK_WIDGET (page), _ ("The paper could not be saved"), error);
  else if (warnings->items->len > 0)
    sheaf_messages_show_problems (GTK_WIDGET (page), _ ("Saved, but for these"), warnings);
  else
    sheaf_messages_toast (GTK_WIDGET (page), _ ("Saved"));
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           SheafPapersPage *page)
{
  gboolean all = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) ==
                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  SheafSession     *session = sheaf_page_get_session (SHEAF_PAGE (page));
  SheafPaperSaving *saving;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && (all || page->made != NULL))
    {
      saving = g_new0 (SheafPaperSaving, 1);
      saving->paper = all ? NULL : sheaf_made_paper_ref (page->made);
      saving->year = sheaf_session_get_year (session);
      saving->path = g_file_get_path (file);
      sheaf_page_read (SHEAF_PAGE (page), sheaf_paper_save_job, saving,
                       (GDestroyNotify) sheaf_paper_saving_free,
                       (GDestroyNotify) sheaf_problems_free, saved_cb);
    }
  g_object_unref (chooser);
}

static void
choose_place (SheafPapersPage     *page,
              const char          *title,
              GtkFileChooserAction action,
              const char          *name)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, NULL, NULL);

  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafPapersPage  *page = SHEAF_PAPERS_PAGE (widget);
  const SheafPaper *paper = get_paper (page);
  g_autofree char  *name = NULL;

  (void) action;
  (void) parameter;
  if (paper == NULL || page->made == NULL)
    return;
  name = g_strdup_printf ("%s-%d.pdf", paper->name,
                          sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page))));
  choose_place (page, _ ("Save the Paper"), GTK_FILE_CHOOSER_ACTION_SAVE, name);
}

static void
save_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  choose_place (SHEAF_PAPERS_PAGE (widget), _ ("A Folder for the Papers"),
                GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafPapersPage *page = SHEAF_PAPERS_PAGE (widget);

  (void) action;
  (void) parameter;
  if (page->made != NULL)
    sheaf_paper_print (SHEAF_PAGE (page), page->made, _ (get_paper (page)->title));
}

static void
sheaf_papers_page_reload (SheafPage *base)
{
  SheafPapersPage *page = SHEAF_PAPERS_PAGE (base);
  SheafSession    *session = sheaf_page_get_session (base);
  g_autofree char *heading = g_strdup_printf (_ ("Papers of %d"), sheaf_session_get_year (session));

  gtk_label_set_text (page->heading, heading);
  sheaf_code_picker_set_choices (page->member_picker, sheaf_session_get_parties (session));
  make_paper (page);
}

/* The name of a paper, or a member's code: then the first paper that is made for one member. */
static void
sheaf_papers_page_show_detail (SheafPage  *base,
                               const char *detail)
{
  SheafPapersPage  *page = SHEAF_PAPERS_PAGE (base);
  const SheafPaper *paper;

  for (guint i = 0; (paper = sheaf_paper_at (i)) != NULL; i++)
    {
      gboolean is_it = g_strcmp0 (paper->name, detail) == 0;

      if (!is_it && !paper->per_member)
        continue;
      if (!is_it)
        sheaf_code_picker_set (page->member_picker, detail);
      gtk_list_box_select_row (page->list, gtk_list_box_get_row_at_index (page->list, (int) i));
      make_paper (page);
      return;
    }
}

static void
sheaf_papers_page_focus (SheafPage *base)
{
  SheafPapersPage *page = SHEAF_PAPERS_PAGE (base);
  GtkListBoxRow   *row = gtk_list_box_get_selected_row (page->list);

  if (row != NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sheaf_papers_page_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_PAPERS_PAGE (object)->made, sheaf_made_paper_unref);
  G_OBJECT_CLASS (sheaf_papers_page_parent_class)->dispose (object);
}

static void
sheaf_papers_page_class_init (SheafPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_papers_page_dispose;
  page_class->reload = sheaf_papers_page_reload;
  page_class->show_detail = sheaf_papers_page_show_detail;
  page_class->focus = sheaf_papers_page_focus;
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/documents/papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPapersPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafPapersPage, member_box);
  gtk_widget_class_bind_template_child (widget_class, SheafPapersPage, member_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafPapersPage, list);
  gtk_widget_class_bind_template_child (widget_class, SheafPapersPage, preview);
  sheaf_shortcuts_bind (widget_class, "papers.");
  gtk_widget_class_install_action (widget_class, "papers.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "papers.save-all", NULL, save_all_action);
  gtk_widget_class_install_action (widget_class, "papers.print", NULL, print_action);
}

static GtkWidget *
make_row (const SheafPaper *paper)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (_ (paper->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (paper->title), -1);
  return row;
}

static void
sheaf_papers_page_init (SheafPapersPage *page)
{
  const SheafPaper *paper;

  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_code_picker_set_missing (page->member_picker,
                                 N_ ("There is no member “%s”: type part of the name to find it."));
  for (guint i = 0; (paper = sheaf_paper_at (i)) != NULL; i++)
    gtk_list_box_append (page->list, make_row (paper));
  gtk_list_box_select_row (page->list, gtk_list_box_get_row_at_index (page->list, 0));
  set_made (page, NULL);
  g_signal_connect_swapped (page->list, "row-selected", G_CALLBACK (make_paper), page);
  g_signal_connect_swapped (page->member_picker, "picked", G_CALLBACK (make_paper), page);
  g_signal_connect_swapped (page->member_picker, "activate", G_CALLBACK (make_paper), page);
}
