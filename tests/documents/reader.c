/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers are judged by what other programs read in them. */
#include "documents/reader.h"

#include "helpers/paper.h"

#include <glib/gstdio.h>
#include <string.h>

char *
reader_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sheaf-documents-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

SheafDocument *
reader_document (void)
{
  g_autoptr (GError) error = NULL;
  SheafDocument *document = sheaf_document_new (
      "Báo cáo", "HTX Cỏ Ngọt", sheaf_date_new (2025, 12, 31), SHEAF_PAGE_PORTRAIT, &error);

  g_assert_no_error (error);
  return document;
}

char *
reader_save (SheafDocument *document,
             const char    *folder,
             const char    *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  (void) sheaf_document_save (document, path, &error);
  g_assert_no_error (error);
  return path;
}

void
reader_drop (const char *path,
             const char *folder)
{
  if (g_getenv ("SHEAF_KEEP_PAPERS") != NULL)
    return;
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
}

static char *
run (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autofree char *errors = NULL;
  char            *output = NULL;
  int              status = 0;

  if (program == NULL)
    {
      g_test_skip ("the program that reads PDF is not installed");
      return NULL;
    }
  (void) g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                       &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  (void) g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

char *
reader_run (const char *words,
            const char *path)
{
  g_autofree char *line = g_strdup_printf ("%s %s", words, path);
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);

  return run (arguments);
}

char *
reader_text (const char *words,
             const char *path)
{
  g_autofree char *line = g_strdup_printf ("%s %s -", words, path);
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);

  test_paper_expect_clear (path);
  return run (arguments);
}

gint64
reader_right_edge (const char *bbox,
                   const char *word,
                   guint       nth)
{
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char      *at = strstr (bbox, end);
  const char      *edge;
  gint64           whole, fraction;

  for (; at != NULL && nth > 0; nth--)
    at = strstr (at + 1, end);
  g_assert_nonnull (at);
  edge = g_strrstr_len (bbox, at - bbox, "xMax=\"") + strlen ("xMax=\"");
  whole = g_ascii_strtoll (edge, (char **) &edge, 10);
  g_assert_cmpint (*edge, ==, '.');
  fraction = g_ascii_strtoll (edge + 1, NULL, 10);
  return whole * 1000000 + fraction;
}
