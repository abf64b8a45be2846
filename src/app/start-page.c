/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row is an action, so mouse, keyboard and screen reader come to the same. */
#include "app/start-page.h"

#include "app/settings.h"

struct _SheafStartPage
{
  AdwBin      parent_instance;
  GtkWidget  *recent_box;
  GtkListBox *recent;
  GtkWidget  *new_row;
  GtkWidget  *acts;
};

G_DEFINE_FINAL_TYPE (SheafStartPage, sheaf_start_page, ADW_TYPE_BIN)

static GtkWidget *
make_recent_row (const SheafRecentBook *book)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *years = gtk_label_new (book->years);
  g_autofree char *shown = g_filename_display_name (book->path);
  g_autofree char *title = g_markup_escape_text (book->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (shown, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (years, "numeric");
  gtk_widget_add_css_class (years, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), years);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", book->path);
  return row;
}

static void
sheaf_start_page_class_init (SheafStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/coop/sheaf/Sheaf/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, SheafStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, SheafStartPage, new_row);
  gtk_widget_class_bind_template_child (widget_class, SheafStartPage, acts);
}

static void
sheaf_start_page_init (SheafStartPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_start_page_reload (page);
}

void
sheaf_start_page_reload (SheafStartPage *page)
{
  g_autoptr (GPtrArray) books = sheaf_settings_list_recent ();
  GtkWidget *child;

  g_return_if_fail (SHEAF_IS_START_PAGE (page));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->recent))) != NULL)
    gtk_list_box_remove (page->recent, child);
  for (guint i = 0; i < books->len; i++)
    gtk_list_box_append (page->recent, make_recent_row (g_ptr_array_index (books, i)));
  gtk_widget_set_visible (page->recent_box, books->len > 0);
}
