/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book tells them in the thread that acted; windows are for the main thread. */
#include "app/warnings.h"

#include "app/messages.h"
#include "base/i18n.h"

static gboolean
show_idle (gpointer data)
{
  sheaf_messages_show_text (NULL, _ ("Done, with a warning"), data);
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

gboolean
sheaf_warnings_ask (SheafAct      *act,
                    SheafProblems *problems,
                    GError       **error)
{
  g_autoptr (GPtrArray) warnings = sheaf_act_ask (act, error);

  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s",
                        (const char *) g_ptr_array_index (warnings, i));
  return warnings != NULL;
}
