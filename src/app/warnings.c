/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book tells them in the thread that acted; windows are for the main thread. */
#include "app/warnings.h"

#include "app/messages.h"
#include "base/i18n.h"

/* Without a window (a job that ends after it was closed) nobody is there to be told. */
static gboolean
show_idle (gpointer data)
{
  GApplication *application = g_application_get_default ();
  GtkWindow    *window = GTK_IS_APPLICATION (application)
                             ? gtk_application_get_active_window (GTK_APPLICATION (application))
                             : NULL;

  if (window != NULL)
    sheaf_messages_show_text (GTK_WIDGET (window), _ ("Done, with a warning"), data);
  return G_SOURCE_REMOVE;
}

static void
tell (const char *text,
      gpointer    data)
{
  (void) data;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_idle, g_strdup (text), g_free);
}

void
sheaf_warnings_listen (SheafBook *book)
{
  sheaf_book_on_warning (book, tell, NULL);
}
