/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program finds its data by where it lies itself, so that it runs from any folder with no
 * environment set, and an installed tree may be moved as a whole. */
#include "base/paths.h"

#include "base/config.h"

#include <gio/gio.h>
#include <string.h>

/* The folder the running program lies in, NULL where the system does not tell. */
static char *
find_program_folder (void)
{
#ifdef G_OS_WIN32
  g_autofree char *root = g_win32_get_package_installation_directory_of_module (NULL);

  return root != NULL ? g_build_filename (root, SHEAF_BINDIR, NULL) : NULL;
#else
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
#endif
}

gboolean
sheaf_paths_in_build_tree (void)
{
  g_autofree char *folder = find_program_folder ();

  return folder != NULL && g_str_has_prefix (folder, SHEAF_BUILD_ROOT G_DIR_SEPARATOR_S);
}

char *
sheaf_paths_installed (const char *program_folder,
                       const char *relative,
                       const char *fallback)
{
  g_autofree char *prefix = NULL;
  g_autofree char *beside = NULL;

  if (program_folder == NULL || !g_str_has_suffix (program_folder, G_DIR_SEPARATOR_S SHEAF_BINDIR))
    return g_strdup (fallback);
  prefix = g_strndup (program_folder, strlen (program_folder) - strlen (SHEAF_BINDIR) - 1);
  beside = g_build_filename (prefix, relative, NULL);
  return g_file_test (beside, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&beside)
                                                  : g_strdup (fallback);
}

char *
sheaf_paths_data (const char *name)
{
  const char      *override = g_getenv ("SHEAF_DATA_DIR");
  g_autofree char *program = find_program_folder ();
  g_autofree char *folder = NULL;

  if (override != NULL)
    folder = g_strdup (override);
  else if (sheaf_paths_in_build_tree ())
    folder = g_strdup (SHEAF_SOURCE_DATADIR);
  else
    folder = sheaf_paths_installed (program, SHEAF_RELATIVE_DATADIR, SHEAF_DATADIR);
  return g_build_filename (folder, name, NULL);
}

char *
sheaf_paths_locale (void)
{
  g_autofree char *program = find_program_folder ();

  if (sheaf_paths_in_build_tree ())
    return g_strdup (SHEAF_BUILD_LOCALEDIR);
  return sheaf_paths_installed (program, SHEAF_RELATIVE_LOCALEDIR, SHEAF_LOCALEDIR);
}
