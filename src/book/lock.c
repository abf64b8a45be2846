/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flock on a file that is removed while still held; a taker who got the removed file tries
 * again. */
#include "book/lock.h"

#include "base/i18n.h"
#include "book/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SheafLock
{
  char *path;
  int   fd;
};

static gboolean
refuse_held (const char *book_path,
             const char *path,
             GError    **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    lines = g_strsplit (text, "\n", 4);
  if (lines != NULL && g_strv_length (lines) >= 3)
    g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_LOCKED,
                 _ ("%s is open for writing by %s on %s since %s: close it there first"), book_path,
                 lines[0], lines[1], lines[2]);
  else
    g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_LOCKED,
                 _ ("%s is open for writing in another program: close it there first"), book_path);
  return FALSE;
}

/* TRUE when fd still is the file of that name: its last holder may have removed it before we got
 * the lock. */
static gboolean
is_current (int         fd,
            const char *path)
{
  struct stat held, named;

  return fstat (fd, &held) == 0 && stat (path, &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

static void
note_holder (int         fd,
             const char *user,
             gint64      now)
{
  g_autoptr (GDateTime) instant = g_date_time_new_from_unix_utc (now);
  g_autofree char *since = g_date_time_format (instant, "%Y-%m-%d %H:%M UTC");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n", user, g_get_host_name (), since);

  /* Only a courtesy to others: the lock holds without it. */
  if (ftruncate (fd, 0) != 0 || write (fd, text, strlen (text)) < 0)
    g_debug ("the holder of the lock could not be noted");
}

SheafLock *
sheaf_lock_take (const char *book_path,
                 const char *user,
                 gint64      now,
                 GError    **error)
{
  g_autofree char *path = g_strconcat (book_path, ".lock", NULL);
  SheafLock       *lock;

  for (;;)
    {
      int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

      if (fd < 0)
        {
          g_set_error (
              error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
              _ ("%s cannot be opened for writing (%s): check the permissions of its folder"),
              book_path, g_strerror (errno));
          return NULL;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          (void) close (fd);
          (void) refuse_held (book_path, path, error);
          return NULL;
        }
      if (!is_current (fd, path))
        {
          (void) close (fd);
          continue;
        }
      note_holder (fd, user, now);
      lock = g_new0 (SheafLock, 1);
      lock->path = g_steal_pointer (&path);
      lock->fd = fd;
      return lock;
    }
}

void
sheaf_lock_free (SheafLock *lock)
{
  if (lock == NULL)
    return;
  (void) g_unlink (lock->path); /* while held, so that nobody else's file is removed */
  (void) close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
