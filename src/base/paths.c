/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program finds its data by where it lies itself, so that it runs from any folder with no
 * environment set. */
#include "base/paths.h"

#include "base/config.h"

#include <gio/gio.h>

gboolean
sheaf_paths_in_build_tree (void)
{
  g_autofree char *program = NULL;

#ifdef G_OS_WIN32
  program = g_win32_get_package_installation_directory_of_module (NULL);
#else
  program = g_file_read_link ("/proc/self/exe", NULL);
#endif
  return program != NULL && g_str_has_prefix (program, SHEAF_BUILD_ROOT);
}

char *
sheaf_paths_data (const char *name)
{
  const char *override = g_getenv ("SHEAF_DATA_DIR");

  if (override != NULL)
    return g_build_filename (override, name, NULL);
  return g_build_filename (sheaf_paths_in_build_tree () ? SHEAF_SOURCE_DATADIR : SHEAF_DATADIR,
                           name, NULL);
}

char *
sheaf_paths_locale (void)
{
  return g_strdup (sheaf_paths_in_build_tree () ? SHEAF_BUILD_LOCALEDIR : SHEAF_LOCALEDIR);
}
