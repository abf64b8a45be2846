/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A temporary file in the same folder, renamed when all is written. */
#include "base/file-stream.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SheafFileStream
{
  char *path;   /* as it was named, for messages */
  char *target; /* the file a link names is replaced, not the link */
  char *beside; /* NULL: written to directly */
  int   fd;
};

static gboolean
fail (const SheafFileStream *stream,
      int                    cause,
      GError               **error)
{
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_FILE,
               _ ("%s could not be written (%s): free some space or choose another folder"),
               stream->path, g_strerror (cause));
  return FALSE;
}

static void
open_file (SheafFileStream *stream)
{
  GStatBuf about;

  if (*stream->path == '\0')
    {
      errno = ENOENT;
      return;
    }
  if (g_stat (stream->path, &about) == 0)
    {
      if (S_ISDIR (about.st_mode))
        {
          errno = EISDIR;
          return;
        }
      if (!S_ISREG (about.st_mode))
        {
          stream->fd = g_open (stream->path, O_WRONLY | O_CLOEXEC, 0666);
          return;
        }
      stream->target = realpath (stream->path, NULL);
    }
  if (stream->target == NULL)
    stream->target = g_strdup (stream->path);
  stream->beside = g_strconcat (stream->target, ".XXXXXX", NULL);
  stream->fd = g_mkstemp_full (stream->beside, O_WRONLY | O_CLOEXEC, 0666);
}

SheafFileStream *
sheaf_file_stream_new (const char *path,
                       GError    **error)
{
  g_autoptr (SheafFileStream) stream = g_new0 (SheafFileStream, 1);

  g_return_val_if_fail (path != NULL, NULL);
  stream->path = g_strdup (path);
  stream->fd = -1;
  open_file (stream);
  if (stream->fd >= 0)
    return g_steal_pointer (&stream);
  (void) fail (stream, errno, error);
  g_clear_pointer (&stream->beside, g_free); /* nothing was made that would have to go */
  return NULL;
}

gboolean
sheaf_file_stream_write (const char *bytes,
                         gsize       length,
                         gpointer    data,
                         GError    **error)
{
  SheafFileStream *stream = data;

  while (length > 0)
    {
      gssize written = write (stream->fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (stream, errno, error);
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

gboolean
sheaf_file_stream_commit (SheafFileStream *stream,
                          GError         **error)
{
  int cause = 0;

  g_return_val_if_fail (stream != NULL && stream->fd >= 0, FALSE);
  if (stream->beside != NULL && fsync (stream->fd) != 0)
    cause = errno;
  if (close (stream->fd) != 0 && cause == 0)
    cause = errno;
  stream->fd = -1;
  if (cause == 0 && stream->beside != NULL && g_rename (stream->beside, stream->target) != 0)
    cause = errno;
  if (cause != 0)
    return fail (stream, cause, error);
  g_clear_pointer (&stream->beside, g_free);
  return TRUE;
}

void
sheaf_file_stream_free (SheafFileStream *stream)
{
  if (stream == NULL)
    return;
  if (stream->fd >= 0)
    (void) close (stream->fd); /* given up in any case */
  if (stream->beside != NULL)
    (void) g_unlink (stream->beside); /* a file left over harms nobody */
  g_free (stream->path);
  free (stream->target);
  g_free (stream->beside);
  g_free (stream);
}
