/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of others are never touched: a set knows its own by its contents. */
#include "yearend/folder.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "yearend/contents.h"
#include "yearend/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A name that nobody else gives: a set begun, to be cleared away when its run was killed. */
#define BESIDE ".sheaf-"

struct _SheafFolder
{
  char      *path;
  char      *beside;
  int        held; /* the folder beside, locked as long as this run lives */
  GPtrArray *old;  /* names of a set written before; NULL: the path is new or empty */
};

static gboolean
fail (const char *path,
      const char *cause,
      GError    **error)
{
  g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER,
               _ ("The folder %s cannot be made (%s): choose another folder"), path, cause);
  return FALSE;
}

/* Whether there is anything in a folder; one that is not there is empty. */
static gboolean
is_empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return dir == NULL ? !g_file_test (path, G_FILE_TEST_EXISTS) : g_dir_read_name (dir) == NULL;
}

static gboolean
check_place (SheafFolder *folder,
             gboolean     replace,
             GError     **error)
{
  if (is_empty (folder->path))
    return TRUE;
  if (!replace)
    {
      g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER,
                   _ ("The folder %s is not empty: choose another one, or ask that the set "
                      "written there before be replaced"),
                   folder->path);
      return FALSE;
    }
  folder->old = sheaf_contents_files (folder->path);
  if (folder->old != NULL)
    return TRUE;
  g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER,
               _ ("The folder %s has files but no year-end set: choose another folder"),
               folder->path);
  return FALSE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      (void) g_unlink (file); /* what cannot be removed stays in a folder nobody asked for */
    }
  (void) g_rmdir (path);
}

/* The kernel lets go of it when the run is killed. -1: somebody else holds it, or it is gone. */
static int
hold (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  (void) close (fd);
  return -1;
}

/* What a killed run of the same set has left beside it. */
static void
remove_leftovers (const SheafFolder *folder,
                  const char        *parent)
{
  g_autofree char *base = g_path_get_basename (folder->path);
  g_autofree char *prefix = g_strconcat (base, BESIDE, NULL);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      int              fd = -1;

      if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen ("XXXXXX"))
        fd = hold (path);
      if (fd < 0)
        continue;
      remove_folder (path);
      (void) close (fd);
    }
}

SheafFolder *
sheaf_folder_new (const char *path,
                  gboolean    replace,
                  GError    **error)
{
  g_autoptr (SheafFolder) folder = g_new0 (SheafFolder, 1);
  g_autofree char *parent = NULL;

  folder->held = -1;
  folder->path = g_canonicalize_filename (path, NULL);
  if (*path == '\0')
    {
      (void) fail (path, g_strerror (ENOENT), error);
      return NULL;
    }
  if (!check_place (folder, replace, error))
    return NULL;
  parent = g_path_get_dirname (folder->path);
  if (g_mkdir_with_parents (parent, 0777) != 0)
    {
      (void) fail (path, g_strerror (errno), error);
      return NULL;
    }
  remove_leftovers (folder, parent);
  folder->beside = g_strconcat (folder->path, BESIDE "XXXXXX", NULL);
  if (g_mkdtemp_full (folder->beside, 0777) != NULL)
    {
      folder->held = hold (folder->beside);
      return g_steal_pointer (&folder);
    }
  (void) fail (path, g_strerror (errno), error);
  g_clear_pointer (&folder->beside, g_free); /* nothing was made that would have to go */
  return NULL;
}

char *
sheaf_folder_file (const SheafFolder *folder,
                   const char        *name)
{
  return g_build_filename (folder->beside, name, NULL);
}

/* The names of the new set, but for its contents. */
static GPtrArray *
list_new (const SheafFolder *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder->beside, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, SHEAF_YEAREND_CONTENTS))
      g_ptr_array_add (names, g_strdup (name));
  return names;
}

static gboolean
has_name (const GPtrArray *names,
          const char      *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

static gboolean
check_foreign (const SheafFolder *folder,
               const GPtrArray   *names,
               GError           **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = names->pdata[i];
      g_autofree char *path = g_build_filename (folder->path, name, NULL);

      if (has_name (folder->old, name) || !g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER,
                   _ ("%s is not of the set written there before: move it away, or choose another "
                      "folder"),
                   path);
      return FALSE;
    }
  return TRUE;
}

static void
remove_file (const SheafFolder *folder,
             const char        *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  (void) g_unlink (path); /* may be gone */
}

static gboolean
move (const char *from_folder,
      const char *from_name,
      const char *to_folder,
      const char *to_name,
      GError    **error)
{
  g_autofree char *from = g_build_filename (from_folder, from_name, NULL);
  g_autofree char *to = g_build_filename (to_folder, to_name, NULL);

  return g_rename (from, to) == 0 || fail (to, g_strerror (errno), error);
}

/* Contents that were set aside by a replacement that did not come to its end stay while a newer
 * one is not whole: they name files, too. */
static gboolean
set_contents_aside (SheafFolder *folder,
                    GError     **error)
{
  g_autofree char *contents = g_build_filename (folder->path, SHEAF_YEAREND_CONTENTS, NULL);

  return (!g_file_test (contents, G_FILE_TEST_EXISTS) ||
          move (folder->path, SHEAF_YEAREND_CONTENTS, folder->path, SHEAF_YEAREND_CONTENTS_OLD,
                error)) &&
         move (folder->beside, SHEAF_YEAREND_CONTENTS, folder->path, SHEAF_YEAREND_CONTENTS_NEW,
               error);
}

/* While files are exchanged the folder has no contents, so that a mixture of two sets, left by a
 * crash, does not look like one; the names of both are kept beside, for the next replacement. */
static gboolean
exchange_files (SheafFolder *folder,
                GError     **error)
{
  g_autoptr (GPtrArray) names = list_new (folder);

  if (!check_foreign (folder, names, error) || !set_contents_aside (folder, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!move (folder->beside, names->pdata[i], folder->path, names->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < folder->old->len; i++)
    {
      const char *name = folder->old->pdata[i];

      if (!has_name (names, name) && !sheaf_contents_is_name (name))
        remove_file (folder, name); /* of a report that is not in the set any more */
    }
  if (!move (folder->path, SHEAF_YEAREND_CONTENTS_NEW, folder->path, SHEAF_YEAREND_CONTENTS, error))
    return FALSE;
  remove_file (folder, SHEAF_YEAREND_CONTENTS_OLD);
  return TRUE;
}

gboolean
sheaf_folder_commit (SheafFolder *folder,
                     GError     **error)
{
  if (folder->old != NULL)
    return exchange_files (folder, error);
  (void) g_rmdir (
      folder->path); /* an empty one gives way; where it does not, the next line tells */
  if (g_rename (folder->beside, folder->path) != 0)
    return fail (folder->path, g_strerror (errno), error);
  g_clear_pointer (&folder->beside, g_free);
  return TRUE;
}

void
sheaf_folder_free (SheafFolder *folder)
{
  if (folder == NULL)
    return;
  if (folder->beside != NULL)
    remove_folder (folder->beside);
  if (folder->held >= 0)
    (void) close (folder->held);
  g_clear_pointer (&folder->old, g_ptr_array_unref);
  g_free (folder->path);
  g_free (folder->beside);
  g_free (folder);
}
