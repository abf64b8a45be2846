/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the source tree for the tidy tests. */

#include "source-tree.h"

#include <string.h>

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has_suffix (const char *name, const char *const *suffixes)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return TRUE;
  return FALSE;
}

static void
collect_files (const char *folder, const char *const *suffixes, GPtrArray *paths)
{
  g_autofree char *root = tidy_source_root ();
  g_autofree char *full = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (full, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, name);
      g_autofree char *full_path = g_build_filename (full, name, NULL);

      if (g_file_test (full_path, G_FILE_TEST_IS_DIR))
        collect_files (path, suffixes, paths);
      else if (has_suffix (name, suffixes))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

char *
tidy_source_root (void)
{
  return g_canonicalize_filename ("..", g_test_get_dir (G_TEST_DIST));
}

GPtrArray *
tidy_list_files (const char *folder, const char *const *suffixes)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  collect_files (folder, suffixes, paths);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

char *
tidy_read_file (const char *path)
{
  g_autofree char *root = tidy_source_root ();
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  if (!g_file_get_contents (full, &text, &length, &error))
    g_error ("%s", error->message);
  if (!g_utf8_validate (text, (gssize) length, NULL))
    g_error ("%s is not UTF-8", path);
  return text;
}

gboolean
tidy_file_exists (const char *path)
{
  g_autofree char *root = tidy_source_root ();
  g_autofree char *full = g_build_filename (root, path, NULL);

  return g_file_test (full, G_FILE_TEST_EXISTS);
}

/* The end of the comment, string or character that begins at START; START itself if none does. */
static const char *
skip_non_code (const char *start)
{
  const char *end = start;

  if (g_str_has_prefix (start, "/*"))
    {
      end = strstr (start + 2, "*/");
      return end != NULL ? end + 2 : start + strlen (start);
    }
  if (g_str_has_prefix (start, "//"))
    return start + strcspn (start, "\n");
  if (*start != '"' && *start != '\'')
    return start;
  for (end = start + 1; *end != '\0' && *end != '\n' && *end != *start; end++)
    if (*end == '\\' && end[1] != '\0')
      end++;
  return *end == *start ? end + 1 : end;
}

char *
tidy_blank_comments_and_strings (const char *text)
{
  GString *code = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = skip_non_code (text);

      if (end == text)
        g_string_append_c (code, *text++);
      for (; text < end; text++)
        g_string_append_c (code, *text == '\n' ? '\n' : ' ');
    }
  return g_string_free (code, FALSE);
}

void
tidy_expect_none (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_printerr ("%s\n", (const char *) findings->pdata[i]);
  if (findings->len > 0)
    g_test_fail_printf ("%u findings; the first: %s", findings->len,
                        (const char *) findings->pdata[0]);
}
