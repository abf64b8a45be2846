/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sample is made: nothing that is not a sample is ever taken away. */
#include "base/i18n.h"
#include "cli/demo.h"
#include "cli/error.h"
#include "cli/folder.h"
#include "exchange/sample-book.h"

#include <errno.h>
#include <glib/gstdio.h>

static gboolean
refuse (const char *path,
        GError    **error)
{
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("%s stands in the way and is no sample: name another folder"), path);
  return FALSE;
}

/* Opened for writing, so that a sample somebody has open is not taken from under them. */
static gboolean
remove_sample (const char       *path,
               const SheafActor *actor,
               GError          **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SheafBook) book = sheaf_book_open (path, SHEAF_BOOK_READ, actor, &failure);

  if (book == NULL || !sheaf_sample_book_is (book))
    return refuse (path, error);
  g_clear_pointer (&book, sheaf_book_free);
  book = sheaf_book_open (path, SHEAF_BOOK_WRITE, actor, error);
  if (book == NULL)
    return FALSE;
  g_clear_pointer (&book, sheaf_book_free);
  if (g_unlink (path) == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("%s cannot be removed (%s): check the permissions of its folder"), path,
               g_strerror (errno));
  return FALSE;
}

/* Papers without a sample beside them are somebody's own. */
static gboolean
check_papers (const char *folder,
              GError    **error)
{
  g_autofree char *papers = g_build_filename (folder, "papers", NULL);
  g_autoptr (GDir) dir = g_dir_open (papers, 0, NULL);

  if (!g_file_test (papers, G_FILE_TEST_EXISTS) || (dir != NULL && g_dir_read_name (dir) == NULL))
    return TRUE;
  return refuse (papers, error);
}

gboolean
sheaf_demo_clear (const char       *folder,
                  const SheafActor *actor,
                  GError          **error)
{
  g_autofree char *path = g_build_filename (folder, "demo.sheaf", NULL);

  if (!sheaf_cli_make_folder (folder, error))
    return FALSE;
  return g_file_test (path, G_FILE_TEST_EXISTS) ? remove_sample (path, actor, error)
                                                : check_papers (folder, error);
}
