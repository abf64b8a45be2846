/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK without a session bus: the application is registered, never run. */
#include "window-fixture.h"

#include "app/application.h"
#include "app/settings.h"
#include "base/language.h"

#include <locale.h>

GtkApplication *
window_fixture_init (int        *argc,
                     char     ***argv,
                     const char *language)
{
  SheafApplication *application;
  g_autoptr (GError) error = NULL;

  /* gtk_test_init asks for a locale that need not be there; ours comes after it. */
  gtk_test_init (argc, argv, NULL);
  sheaf_language_init (language != NULL ? language : "en");
  application = sheaf_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  /* A blinking cursor keeps the main loop busy for ten seconds. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations",
                FALSE, NULL);
  return GTK_APPLICATION (application);
}

void
window_fixture_settle (void)
{
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  for (guint quiet = 0; quiet < 12 && g_get_monotonic_time () < end;)
    {
      if (g_main_context_iteration (NULL, FALSE))
        {
          quiet = 0;
          continue;
        }
      quiet++;
      g_usleep (2000);
    }
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
window_fixture_wait (gboolean (*condition) (gpointer data),
                     gpointer data)
{
  gboolean late = FALSE;
  guint    timer = g_timeout_add_seconds (20, late_cb, &late);

  while (!late && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_true (condition (data));
}

static gboolean
shows_book (gpointer data)
{
  return g_strcmp0 (sheaf_window_get_state (data), "book") == 0;
}

void
window_fixture_wait_for_book (SheafWindow *window)
{
  window_fixture_wait (shows_book, window);
  window_fixture_settle ();
}

gboolean
window_fixture_save_png (GtkWidget  *window,
                         const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  int            width = gtk_widget_get_width (window);
  int            height = gtk_widget_get_height (window);
  GskRenderNode *node;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  return gdk_texture_save_to_png (texture, path);
}

GtkWidget *
window_fixture_find (GtkWidget *below,
                     GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (below), type))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_fixture_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
