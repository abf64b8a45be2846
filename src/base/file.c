/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way to read and to write a file. */
#include "base/file.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail_read (const char *path,
           const char *cause,
           GError    **error)
{
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE,
               _ ("%s cannot be read (%s): check its name and permissions"), path, cause);
  return FALSE;
}

gboolean
sheaf_file_read (const char *path,
                 gsize       limit,
                 char      **ret_text,
                 gsize      *ret_length,
                 GError    **error)
{
  g_autofree char *text = g_malloc (limit + 2);
  int              fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  gsize            length = 0;
  gssize           got = fd < 0 || fcntl (fd, F_SETFL, 0) != 0 ? -1 : 1;
  int              cause;

  while (got > 0 && length <= limit)
    {
      got = read (fd, text + length, limit + 1 - length);
      length += (gsize) MAX (got, 0);
    }
  cause = errno;
  if (fd >= 0)
    (void) close (fd); /* opened for reading: nothing can be lost */
  if (got < 0)
    return fail_read (path, g_strerror (cause), error);
  if (length > limit)
    return fail_read (path, g_strerror (EFBIG), error);
  text[length] = '\0';
  *ret_text = g_steal_pointer (&text);
  *ret_length = length;
  return TRUE;
}

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
