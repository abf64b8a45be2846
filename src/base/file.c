/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way to write a file. */
#include "base/file.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static gboolean
fail_write (const char *path,
            const char *cause,
            GError    **error)
{
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE,
               _ ("%s could not be written (%s): free some space or choose another folder"), path,
               cause);
  return FALSE;
}

/* What is there already and is no file: a device, a pipe. It is written to, never replaced. */
static gboolean
write_through (const char   *path,
               gconstpointer data,
               gsize         length,
               GError      **error)
{
  FILE *file = fopen (path, "wb");
  int   cause = 0;

  if (file == NULL)
    return fail_write (path, g_strerror (errno), error);
  if (fwrite (data, 1, length, file) != length || fflush (file) != 0)
    cause = errno;
  if (fclose (file) != 0 && cause == 0)
    cause = errno;
  return cause == 0 || fail_write (path, g_strerror (cause), error);
}

gboolean
sheaf_file_write (const char   *path,
                  gconstpointer data,
                  gsize         length,
                  GError      **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *linked = NULL;
  const char      *target = path;
  GStatBuf         about;

  if (*path == '\0')
    return fail_write (path, g_strerror (ENOENT), error);
  if (g_stat (path, &about) == 0)
    {
      if (S_ISDIR (about.st_mode))
        return fail_write (path, g_strerror (EISDIR), error);
      if (!S_ISREG (about.st_mode))
        return write_through (path, data, length, error);
      linked = realpath (path, NULL); /* the file a link names is replaced, not the link */
      target = linked != NULL ? linked : path;
    }
  if (g_file_set_contents_full (target, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &cause))
    return TRUE;
  return fail_write (path, cause->message, error);
}
