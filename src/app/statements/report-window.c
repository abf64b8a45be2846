/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed and saved is asked for anew, so that all rows are in it. */
#include "app/statements/report-window.h"

#include "app/documents/paper-dialog.h"
#include "app/shortcuts.h"
#include "app/statements/report-files.h"
#include "app/widgets/report-view.h"
#include "app/widgets/tab-out.h"

struct _SheafReportWindow
{
  AdwWindow        parent_instance;
  SheafPage       *page;
  SheafReportWish *wish; /* NULL: no paper */

  AdwWindowTitle  *title;
  GtkWidget       *files;
  SheafReportView *view;
};

G_DEFINE_FINAL_TYPE (SheafReportWindow, sheaf_report_window, ADW_TYPE_WINDOW)

static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafReportWindow *window = SHEAF_REPORT_WINDOW (widget);
  GtkWidget         *dialog;

  (void) action;
  (void) parameter;
  if (window->wish == NULL || sheaf_page_get_session (window->page) == NULL)
    return;
  dialog = sheaf_paper_dialog_new_for_report (window->page, window->wish,
                                              gtk_window_get_title (GTK_WINDOW (window)));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafReportWindow *window = SHEAF_REPORT_WINDOW (widget);
  SheafReportFormat  format = SHEAF_REPORT_FILE_PDF;

  (void) parameter;
  if (window->wish == NULL || sheaf_page_get_session (window->page) == NULL)
    return;
  if (g_str_has_suffix (action, "xlsx"))
    format = SHEAF_REPORT_FILE_XLSX;
  else if (g_str_has_suffix (action, "csv"))
    format = SHEAF_REPORT_FILE_CSV;
  sheaf_report_files_save (window->page, window->wish, format);
}

static void
sheaf_report_window_dispose (GObject *object)
{
  SheafReportWindow *window = SHEAF_REPORT_WINDOW (object);

  g_clear_object (&window->page);
  g_clear_pointer (&window->wish, sheaf_report_wish_free);
  G_OBJECT_CLASS (sheaf_report_window_parent_class)->dispose (object);
}

static void
sheaf_report_window_class_init (SheafReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_report_window_dispose;
  g_type_ensure (SHEAF_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/statements/report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SheafReportWindow, files);
  gtk_widget_class_bind_template_child (widget_class, SheafReportWindow, view);
  sheaf_shortcuts_bind (widget_class, "report.");
  gtk_widget_class_install_action (widget_class, "report.paper", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "report.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-xlsx", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "report.save-csv", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_report_window_init (SheafReportWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  sheaf_tab_out_add (GTK_WINDOW (window));
}

void
sheaf_report_window_show (SheafPage             *page,
                          SheafCollected        *collected,
                          const SheafReportWish *wish,
                          const char            *subject)
{
  const char        *title = collected->head->title;
  SheafReportWindow *window = g_object_new (SHEAF_TYPE_REPORT_WINDOW, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  window->page = g_object_ref (page);
  window->wish = wish != NULL ? sheaf_report_wish_copy (wish) : NULL;
  gtk_widget_set_visible (window->files, wish != NULL);
  adw_window_title_set_title (window->title, title);
  adw_window_title_set_subtitle (window->title, subject != NULL ? subject : "");
  gtk_window_set_title (GTK_WINDOW (window), title);
  sheaf_report_view_set_named (window->view, FALSE); /* the window is */
  sheaf_report_view_show (window->view, collected, NULL);
  gtk_window_present (GTK_WINDOW (window));
  (void) gtk_widget_grab_focus (GTK_WIDGET (window->view));
}
