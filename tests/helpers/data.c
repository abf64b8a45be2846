/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of links to the data, one file written anew. */
#include "helpers/data.h"

#include "helpers/book.h"

#include <string.h>
#include <unistd.h>

/* Links to each file of a folder of data but the one left out. */
static void
link_folder (const char *from,
             const char *into,
             const char *but)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (into, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (from, name, NULL);
      g_autofree char *link = g_build_filename (into, name, NULL);

      if (strcmp (name, but) != 0)
        g_assert_cmpint (symlink (file, link), ==, 0);
    }
}

char *
test_older_data (const char *file,
                 const char *now,
                 const char *then)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *from = g_build_filename (data, folder, NULL);
  char            *old = test_folder_new ();
  g_autofree char *into = g_build_filename (old, folder, NULL);
  g_autofree char *path = g_build_filename (from, name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *aged = NULL;
  g_autofree char *written = g_build_filename (into, name, NULL);
  g_auto (GStrv) parts = NULL;

  link_folder (data, old, folder);
  link_folder (from, into, name);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, now, -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  aged = g_strjoinv (then, parts);
  g_assert_true (g_file_set_contents (written, aged, -1, NULL));
  return old;
}
