/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Installed programs find what was installed with them. */
#include "base/config.h"
#include "base/paths.h"

#include <glib/gstdio.h>

static void
test_moved_tree_is_found (void)
{
  g_autofree char *prefix = g_dir_make_tmp ("sheaf-XXXXXX", NULL);
  g_autofree char *programs = g_build_filename (prefix, SHEAF_BINDIR, NULL);
  g_autofree char *data = g_build_filename (prefix, "share-of-test", NULL);
  g_autofree char *before = sheaf_paths_installed (programs, "share-of-test", "/elsewhere");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "/elsewhere");
  g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
  after = sheaf_paths_installed (programs, "share-of-test", "/elsewhere");
  g_assert_cmpstr (after, ==, data);
  g_assert_cmpint (g_rmdir (data), ==, 0);
  g_assert_cmpint (g_rmdir (prefix), ==, 0);
}

static void
test_program_elsewhere_takes_the_configured_place (void)
{
  g_autofree char *unknown = sheaf_paths_installed (NULL, "tmp", "/configured");
  g_autofree char *loose = sheaf_paths_installed ("/", "tmp", "/configured");

  g_assert_cmpstr (unknown, ==, "/configured");
  g_assert_cmpstr (loose, ==, "/configured");
}

/* Tests lie in the build tree, so they read the source's data. */
static void
test_build_tree_reads_the_source (void)
{
  g_autofree char *chart = sheaf_paths_data ("charts/vn-tt71.csv");

  g_assert_true (sheaf_paths_in_build_tree ());
  g_assert_true (g_file_test (chart, G_FILE_TEST_IS_REGULAR));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/moved-tree-is-found", test_moved_tree_is_found);
  g_test_add_func ("/paths/program-elsewhere-takes-the-configured-place",
                   test_program_elsewhere_takes_the_configured_place);
  g_test_add_func ("/paths/build-tree-reads-the-source", test_build_tree_reads_the_source);
  return g_test_run ();
}
