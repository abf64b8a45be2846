/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a picture of a window, going to a page, asking for a dialog. */
#include "shots.h"

#include "window-fixture.h"

const char *shots_folder;
guint       shots_taken;

/* Long enough for the threads to answer and the last transition to end. */
void
shots_wait (void)
{
  gint64 end = g_get_monotonic_time () + 500000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        continue;
      g_usleep (4000);
    }
}

void
shots_take (GtkWidget       *window,
            const char      *name,
            gboolean         dark,
            const ShotsSize *size)
{
  g_autofree char *text = size->text == 100 ? g_strdup ("") : g_strdup_printf ("-%d", size->text);
  g_autofree char *file = g_strdup_printf ("%s-%dx%d%s-%s.png", name, size->width, size->height,
                                           text, dark ? "dark" : "light");
  g_autofree char *path = g_build_filename (shots_folder, file, NULL);

  gtk_test_widget_wait_for_draw (window);
  if (GTK_IS_APPLICATION_WINDOW (window) && gtk_widget_get_width (window) > size->width + 32)
    g_printerr ("%s: %d pixels wide where %d are given\n", file, gtk_widget_get_width (window),
                size->width);
  if (!window_fixture_save_png (window, path))
    g_error ("%s could not be pictured", name);
  shots_taken++;
}

/* The toplevel that is not the main window. */
GtkWidget *
shots_find_dialog (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != window && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

void
shots_take_dialog (GtkWidget       *window,
                   const char      *name,
                   gboolean         dark,
                   const ShotsSize *size)
{
  GtkWidget *dialog;

  shots_wait ();
  dialog = shots_find_dialog (window);
  if (dialog == NULL)
    g_error ("%s did not come up", name);
  shots_take (dialog, name, dark, size);
  gtk_window_destroy (GTK_WINDOW (dialog));
  shots_wait ();
}

void
shots_go (SheafWindow *window,
          const char  *page,
          const char  *detail)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(ss)", page, detail))
    g_error ("there is no way to %s", page);
  shots_wait ();
}

/* The page that is shown, for its actions and its parts. */
GtkWidget *
shots_get_page (SheafWindow *window)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (window));
}

void
shots_act (GtkWidget  *widget,
           const char *action)
{
  if (!gtk_widget_activate_action (widget, action, NULL))
    g_error ("%s does not work", action);
  shots_wait ();
}

void
shots_fill (GtkWidget  *page,
            const char *part,
            const char *text)
{
  GObject *entry = gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), part);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* The acts that the pages ask about are found by their actions, from the page down. The demo's year
 * is posted and paid, so that only taking it back is still asked about. */
void
shots_take_page_dialog (SheafWindow     *window,
                        const char      *page,
                        const char      *action,
                        GType            type,
                        const char      *name,
                        gboolean         dark,
                        const ShotsSize *size)
{
  GtkWidget *widget;

  shots_go (window, page, "");
  widget = window_fixture_find (sheaf_book_view_get_page (sheaf_window_get_book_view (window)),
                                type);
  if (widget == NULL || !gtk_widget_activate_action (widget, action, NULL))
    g_error ("%s cannot be asked for", name);
  shots_take_dialog (GTK_WIDGET (window), name, dark, size);
}
