/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window is the report's title and the report. */
#include "app/statements/report-window.h"

#include "app/widgets/report-view.h"

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *arguments,
           gpointer   user_data)
{
  (void) arguments;
  (void) user_data;
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

void
sheaf_report_window_show (SheafPage      *page,
                          SheafCollected *collected)
{
  GtkWidget       *window = adw_window_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SheafReportView *view = g_object_new (SHEAF_TYPE_REPORT_VIEW, NULL);

  gtk_widget_set_vexpand (GTK_WIDGET (view), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 820, 560);
  gtk_window_set_title (GTK_WINDOW (window), collected->head->title);
  sheaf_report_view_set_named (view, FALSE); /* the window is */
  sheaf_report_view_show (view, collected, NULL);
  adw_window_set_content (ADW_WINDOW (window), box);
  close_by_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
