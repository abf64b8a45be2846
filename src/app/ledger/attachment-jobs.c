/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/ledger/attachment-jobs.h"

#include <gio/gio.h>

void
sheaf_attachment_job_free (SheafAttachmentJob *job)
{
  if (job == NULL)
    return;
  g_free (job->name);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

gpointer
sheaf_attachment_read_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  const SheafAttachmentJob *job = data;

  return sheaf_attachment_file_read (connection, job->path, error);
}

gpointer
sheaf_attachment_insert_job (gpointer connection,
                             gpointer data,
                             GError **error)
{
  SheafAttachmentJob *job = data;
  g_autoptr (SheafAttachmentFile)
      file = sheaf_attachment_file_read (connection, job->path, error);

  return file != NULL &&
                 sheaf_attachment_insert (connection, job->voucher_id, file, &job->id, error)
             ? job
             : NULL;
}

gpointer
sheaf_attachment_withdraw_job (gpointer connection,
                               gpointer data,
                               GError **error)
{
  SheafAttachmentJob *job = data;

  return sheaf_attachment_withdraw (connection, job->id, job->reason, error) ? job : NULL;
}

static gboolean
choose_path (SheafAttachmentJob *job,
             GError            **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *plain = NULL;

  if (job->path != NULL)
    return TRUE;
  folder = g_dir_make_tmp ("sheaf-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  plain = g_path_get_basename (job->name);
  job->path = g_build_filename (folder, plain, NULL);
  return TRUE;
}

gpointer
sheaf_attachment_export_job (gpointer connection,
                             gpointer data,
                             GError **error)
{
  SheafAttachmentJob *job = data;
  g_autoptr (GBytes) bytes = sheaf_attachment_open (connection, job->id, error);
  g_autoptr (GFile) file = NULL;

  if (bytes == NULL || !choose_path (job, error))
    return NULL;
  file = g_file_new_for_path (job->path);
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error)
             ? job
             : NULL;
}

gpointer
sheaf_attachment_list_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  const SheafAttachmentJob *job = data;

  return sheaf_attachment_list (connection, job->voucher_id, FALSE, error);
}
