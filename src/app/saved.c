/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way for all: what is refused stays on screen, what is saved is told and the dialog goes. */
#include "app/saved.h"

#include "app/jobs.h"
#include "app/messages.h"

void
sheaf_saved_finish (GtkWindow        *dialog,
                    SheafSession     *session,
                    SheafProblemList *problems,
                    GAsyncResult     *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sheaf_jobs_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (id == NULL)
    {
      sheaf_messages_show_refusal (problems, error);
      return;
    }
  sheaf_session_changed (session);
  g_signal_emit_by_name (dialog, "saved", *id);
  gtk_window_close (dialog);
}
