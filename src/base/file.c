/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way to write a file. */
#include "base/file.h"

#include "base/error.h"
#include "base/i18n.h"

gboolean
sheaf_file_write (const char   *path,
                  gconstpointer data,
                  gsize         length,
                  GError      **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &cause))
    return TRUE;
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE,
               _ ("%s could not be written (%s): free some space or choose another folder"), path,
               cause->message);
  return FALSE;
}
