/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample to try things on, kept in the person's own folder. */
#include "app/sample.h"

#include "app/actor.h"
#include "base/i18n.h"
#include "exchange/sample-book.h"

#include <glib/gstdio.h>

gboolean
sheaf_sample_make (const char *path,
                   GError    **error)
{
  SheafActor actor = sheaf_actor_now ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  book = sheaf_sample_book_create (path, &actor, NULL, NULL, problems, error);
  return book != NULL;
}

static void
make_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "sheaf", NULL);
  char            *path = g_build_filename (folder, "sample.sheaf", NULL);
  g_autoptr (GError) error = NULL;

  (void) source;
  (void) data;
  (void) cancellable;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _ ("The folder %s cannot be made: check its permissions."), folder);
      g_free (path);
      return;
    }
  /* What somebody tried out on it stays: a sample that is there is opened again. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || sheaf_sample_make (path, &error))
    g_task_return_pointer (task, path, g_free);
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_free (path);
    }
}

void
sheaf_sample_make_async (GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_run_in_thread (task, make_job);
}

char *
sheaf_sample_make_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
