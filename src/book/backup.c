/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup that was never read back is none: each copy is opened and its audit trail recomputed. */
#include "book/backup.h"

#include "base/i18n.h"
#include "base/problem.h"
#include "book/error.h"
#include "book/lock.h"
#include "book/verify.h"

#include <errno.h>
#include <glib/gstdio.h>

static gboolean
check_copy (SheafBook *copy,
            GError   **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (const SheafCheck *check = sheaf_book_checks; check->name != NULL; check++)
    if (!check->run (copy, problems, error))
      return FALSE;
  if (problems->errors == 0)
    return TRUE;
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_DAMAGED,
               _ ("the copy %s is not sound (%s): use another one"), sheaf_book_path (copy),
               ((SheafProblem *) problems->items->pdata[0])->text);
  return FALSE;
}

gboolean
sheaf_backup_make (SheafBook  *book,
                   const char *path,
                   GError    **error)
{
  SheafActor actor = { sheaf_book_user (book), sheaf_book_today (book), sheaf_book_now (book) };
  g_autoptr (SheafBook) copy = NULL;

  if (!sheaf_store_backup (sheaf_book_store (book), path, error))
    return FALSE;
  copy = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, error);
  if (copy != NULL && check_copy (copy, error))
    return TRUE;
  g_clear_pointer (&copy, sheaf_book_free);
  sheaf_store_remove (path); /* nobody should come to trust it */
  return FALSE;
}

/* A book whose program was killed has acts in its -wal. They go with it: beside the restored book
 * they would be read into that one. */
static gboolean
move_log (const char *path,
          const char *aside)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *wal_aside = g_strconcat (aside, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  (void) g_unlink (shm); /* made anew from the -wal */
  return g_rename (wal, wal_aside) == 0 || errno == ENOENT;
}

static gboolean
set_aside (const char *path,
           GError    **error)
{
  g_autofree char *aside = g_strconcat (path, ".before-restore", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE; /* none stood there, or a restore was stopped between its two last steps */
  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_EXISTS,
                   _ ("%s is still there from an earlier restore: move it elsewhere first"), aside);
      return FALSE;
    }
  if (move_log (path, aside) && g_rename (path, aside) == 0)
    return TRUE;
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
               _ ("%s cannot be moved aside (%s): check the permissions of its folder"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
sheaf_backup_restore (const char       *copy,
                      const char       *path,
                      const SheafActor *actor,
                      GError          **error)
{
  g_autofree char *fresh = g_strconcat (path, ".restoring", NULL);
  g_autoptr (SheafBook) source = sheaf_book_open (copy, SHEAF_BOOK_READ, actor, error);
  g_autoptr (SheafLock) lock = NULL;

  if (source == NULL || !check_copy (source, error))
    return FALSE;
  lock = sheaf_lock_take (path, actor->user, actor->now, error);
  if (lock == NULL)
    return FALSE;
  sheaf_store_remove (fresh); /* left by a crash in the middle of an earlier restore */
  if (!sheaf_backup_make (source, fresh, error))
    return FALSE;
  if (!set_aside (path, error))
    {
      (void) g_unlink (fresh);
      return FALSE;
    }
  if (g_rename (fresh, path) == 0)
    return TRUE;
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
               _ ("%s cannot be written (%s): the restored book is %s"), path, g_strerror (errno),
               fresh);
  return FALSE;
}
